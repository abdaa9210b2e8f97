"""All claims of one passage, in order: each rule of this package applied in its turn."""
import re
from bisect import bisect_right
from math import isnan

from analysis.numbers import (
    ages,
    changes,
    counted,
    dates,
    literals,
    magnitudes,
    modifiers,
    not_numbers,
    ranges,
    rates,
    resolve,
    statements,
    units,
    vague,
)
from analysis.numbers.quantity import Claim

_MINUS = re.compile(r"(?<!plus or )\bminus[ -]$")
_LOWER = {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}


def claims(doc, published):
    """The Claims of a spaCy Doc over a reading copy; `published` is a datetime.date or None."""
    text = doc.text
    lower = text.translate(_LOWER)
    starts = [token.idx for token in doc]

    def token_at(offset):
        return doc[max(bisect_right(starts, offset) - 1, 0)]

    def future(offset):
        return statements.modes(statements.clause(token_at(offset)))[2]

    found = dates.find(text, lower, token_at, published, future)
    _numerals(found, text, lower)
    found.sort(key=lambda claim: (claim.start, -claim.end))
    found = _apart(found)
    found = ranges.join(found, lower)
    for claim in found:
        _place(claim, starts)
    kept = []
    for claim in found:
        if claim.form == "date":
            _bound_date(claim, lower)
        elif _unwanted(claim, text, lower, doc, kept[-1].end if kept else 0):
            continue
        else:
            _describe(claim, text, lower, doc, starts, published, kept)
        kept.append(claim)
    counted.ahead(kept, doc)
    changes.link(kept, doc)
    taken = bytearray(len(text) + 1)
    for claim in kept:
        taken[claim.start:claim.end] = b"\1" * (claim.end - claim.start)
    for claim in vague.find(text, token_at):
        if not any(taken[claim.start:claim.end]):
            _place(claim, starts)
            if claim.kind in ("count", "duration", "fraction"):
                claim.counted, _ = counted.phrase(claim, doc) if claim.kind == "count" else (None, 0)
            kept.append(claim)
            taken[claim.start:claim.end] = b"\1" * (claim.end - claim.start)
    kept.sort(key=lambda claim: claim.start)
    for claim in kept:
        _place(claim, starts)
    return kept


def _numerals(found, text, lower):
    """Add the numerals that stand outside the dates, each with its unit."""
    taken = bytearray(len(text))
    for claim in found:
        taken[claim.start:claim.end] = b"\1" * (claim.end - claim.start)
    for start, end in not_numbers.telephones(text):
        found.append(Claim(start, end, form="name", kind="identifier", tier=2))
        taken[start:end] = b"\1" * (end - start)
    for start, end, low, high in ages.decades(lower):
        if not any(taken[start:end]):
            found.append(Claim(start, end, float(low), float(high), "words", "age", "year", modifier="range"))
            taken[start:end] = b"\1" * (end - start)
    numerals = sorted(magnitudes.find(lower) + literals.find(text, lower), key=lambda claim: (claim.start, -claim.end))
    reached = 0
    for claim in numerals:
        if claim.start < reached or any(taken[claim.start:claim.end]):
            continue
        units.attach(claim, text)
        if claim.form == "magnitude" and text.startswith(" of ", claim.end) and units.follows(text, claim.end + 3):
            claim.end += len(" of")
            units.attach(claim, text)
            claim.end -= 0 if claim.unit else len(" of")
        reached = claim.end
        found.append(claim)


def _apart(claims):
    out = []
    for claim in claims:
        if not out or claim.start >= out[-1].end:
            out.append(claim)
    return out


def _place(claim, starts):
    claim.first = max(bisect_right(starts, claim.start) - 1, 0)
    claim.last = bisect_right(starts, claim.end - 1)


def _bound_date(claim, lower):
    if claim.kind == "date" and (match := re.search(r"\b(until|since|before|after|by|starting in|starting|from) (?:the )?$",
                                                    lower[max(0, claim.start - 16):claim.start])):
        claim.modifier_text = claim.modifier_text or match[1]


def _unwanted(claim, text, lower, doc, reached):
    """Whether a numeral is no number; `reached` is the end of the claim before it, whose words it cannot take."""
    if claim.form == "ordinal":
        claim.kind, claim.tier = "ordinal", 2
        return not_numbers.is_idiom(claim, lower) or not_numbers.is_name(claim, text, doc) or not _ordinal(claim, text, doc)
    if claim.form == "scale" or text[claim.end:claim.end + 1].isalnum() or not_numbers.is_idiom(claim,
            lower) or not_numbers.is_pronoun(claim, lower, doc):
        return True
    if claim.form == "fraction" and claim.modifier != "range" and not claim.unit and not not_numbers.is_fraction(claim, text,
            lower, doc):
        if not re.match(r"an? (?!quarter|half)", lower[claim.start:claim.end]):
            return True
        claim.start += lower.index(" ", claim.start) + 1 - claim.start
        claim.low = claim.high = float(round(1 / claim.low))
        claim.form, claim.kind, claim.tier = "ordinal", "ordinal", 2
        return False
    if not_numbers.identifies(claim, text, lower, doc, reached):
        claim.kind, claim.tier = "identifier", 2
        return False
    return not_numbers.is_name(claim, text, doc)


def _ordinal(claim, text, doc):
    """An ordinal counts when it stands before a noun or has digits: not "first reported"."""
    if text[claim.start].isdigit():
        return True
    token = doc[claim.first]
    return token.dep_ in ("amod", "compound", "nummod") or token.tag_ == "JJ" and (
        token.dep_ in ("attr", "pobj", "nsubj", "dobj", "conj"))


def _describe(claim, text, lower, doc, starts, published, kept):
    """Fill in everything that the words around a numeral say about it."""
    if claim.kind == "identifier":
        return
    if claim.kind == "ordinal":
        claim.counted, _ = counted.phrase(claim, doc)
        return
    if claim.form == "digits" and not claim.unit and claim.start and text[claim.start - 1] in "-−–" and (
            claim.start == 1 or text[claim.start - 2] in " (") and claim.modifier != "range":
        claim.low, claim.high, claim.start = -claim.low, -claim.high, claim.start - 1
    elif minus := _MINUS.search(lower, max(0, claim.start - 16), claim.start):
        claim.low, claim.high, claim.start = -claim.high, -claim.low, minus.start()
    ages.attach(claim, text, lower, doc)
    _place(claim, starts)
    if claim.kind == "age":
        claim.counted = ages.person(claim, doc)
        if "old" in claim.notes:
            unit, claim.unit = claim.unit, None
            claim.counted, _ = counted.phrase(claim, doc)
            claim.unit = unit
    noun_end = claim.last
    if claim.kind != "age":
        noun, noun_end = counted.phrase(claim, doc)
        claim.counted = claim.counted or noun
    end = doc[noun_end - 1].idx + len(doc[noun_end - 1]) if noun_end > claim.last else claim.end
    modifiers.attach(claim, lower, end)
    if rates.every(claim, lower):
        modifiers.attach(claim, lower)
    if claim.kind not in ("age", "frequency"):
        rates.attach(claim, lower, end)
    _place(claim, starts)
    if claim.kind not in ("duration", "age", "frequency", "ratio"):
        claim.change = claim.change or statements.direction(claim, doc)
    if claim.kind is None and claim.form in ("fraction", "ratio"):
        claim.kind = claim.form
    if claim.kind == "duration" and lower.startswith(" ago", claim.end):
        claim.iso = None if isnan(claim.low) else resolve.ago(claim.low, claim.unit, published)
        claim.end += len(" ago")
    if claim.kind is None:
        claim.kind = "count"
        if claim.counted is None:
            counted.recover(claim, kept, doc)
    if claim.linked in kept:
        claim.per, claim.counted = claim.per or claim.linked.per, claim.counted or claim.linked.counted
    if claim.per and claim.kind not in ("money", "speed", "ratio", "percent", "fraction"):
        claim.kind = "rate"

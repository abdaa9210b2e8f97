"""The two values of a change told in two clauses: "they used to treat 12 patients a day; that number has risen to 40".

Within one clause ("from 10 to 50") `analysis.numbers.ranges` links them.
"""
from math import isnan

from analysis.numbers.statements import clause, directions

_THEN = {"once", "previously", "formerly", "originally", "initially", "earlier", "before"}
_NOW = {"now", "today", "currently", "nowadays", "since"}
# A toll that rises is counted anew, no change.
_POINTERS = {"it", "that", "this", "number", "figure", "total", "rate", "level", "sum"}
_KINDS = ("count", "rate", "money", "percent", "weight", "distance", "area", "speed", "temperature")
_ARGUMENTS = {"nsubj", "prep", "npadvmod", "attr", "advmod"}
_REACH = 3       # claims that are looked back at, in the same sentence or the one before


def link(claims, doc):
    """Link each new value to the old one of the same thing: counted noun, unit and base are equal.

    The old one stands in a clause of the past ("used to", "had been", "once"); the new one either under a word of change in the
    present perfect or past ("has fallen to 3", "that figure rose to 410"), or in a clause that says "now" or "today".
    """
    values = [claim for claim in claims if claim.kind in _KINDS and claim.tier == 1
        and (not isnan(claim.low) or not isnan(claim.high))]
    for place, new in enumerate(values):
        if new.linked:
            continue
        verb = clause(doc[new.first])
        changed = _changed(new, verb, doc)
        if not changed and not _says(verb, _NOW):
            continue
        for old in reversed(values[max(0, place - _REACH):place]):
            if _sentences(old, new, doc) > 1:
                break
            if old.linked or not _alike(old, new):
                continue
            before = clause(doc[old.first])
            if before != verb and (_past(before) or _says(before, _THEN)):
                old.linked, new.linked = new, old
                new.change = new.change or ("up" if _size(new) > _size(old) else "down" if _size(new) < _size(old) else None)
            break


def _changed(new, verb, doc):
    """Whether a value is what something has come to ("has risen to 50", "fell to 3"), and that is the earlier figure's thing."""
    if directions().get(verb.lemma_.lower()) is None or doc[max(new.first - 3, 0):new.first].text.lower().rfind("to") < 0:
        return False
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and subject.lemma_.lower() in _POINTERS


def _alike(old, new):
    return (old.unit, old.per, old.counted) == (new.unit, new.per, new.counted) and (old.counted or old.unit)


def _past(verb):
    """"used to get", "had been", "had had": a state that is over."""
    return verb.lower_ == "used" or verb.head.lower_ == "used" and verb.dep_ == "xcomp" or any(
        child.dep_ in ("aux", "auxpass") and child.lower_ in ("used", "had") for child in verb.children)


def _says(verb, words):
    """Whether an adverb of time stands with a verb or right under its arguments."""
    return any(child.lower_ in words or child.dep_ in _ARGUMENTS and any(grand.lower_ in words for grand in child.children)
               for child in verb.children)


def _sentences(old, new, doc):
    return sum(bool(token.is_sent_start) for token in doc[old.last:new.first + 1])


def _size(claim):
    return claim.low if not isnan(claim.low) else claim.high

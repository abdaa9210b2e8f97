"""All quantities of one passage, in order: each rule of this package applied in its turn."""
import re
from bisect import bisect_right
from datetime import date
from math import isnan
from typing import TYPE_CHECKING

from analysis.lexicons import words
from analysis.numbers import (
    ages,
    changes,
    codes,
    counted,
    dates,
    left_out,
    modifiers,
    names,
    numerals,
    ones,
    pairs,
    questions,
    rates,
    resolve,
    statements,
    units,
    vague,
)
from analysis.numbers.lexemes import Scan, lowered
from analysis.numbers.quantity import Quantity
from analysis.numbers.words import either
from analysis.syntax import in_front, is_argument, is_particle

if TYPE_CHECKING:
    from analysis.text.parse import ParsedParagraph
    from analysis.text.tokens import Token

_MINUS = re.compile(r"(?<!plus or )\bminus[ -]$")
_SIGN = re.compile(r"(?:^|[\s(:~])([-−–+])$")
_BOUND = re.compile(r"\b(until|since|before|after|by|starting in|starting|from) (?:the )?$")
_LAP = re.compile(r"(?<![\d:.])(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d\.\d{1,3})(?![\d:])"
                  r"|(?<![\d:.])(?<!\bat )(\d):([0-5]\d):([0-5]\d)(?![\d:]|\.\d| ?[ap]\.?m\b)")
# Seconds of a race: "clocked 7.48", "took the title in 46.46".
_TIMED = re.compile(rf"\b(?:(?:{either('clocks')})|(?:{either('raced')})\b[^.;:]{{0,30}}? in)"
                    r" (\d{1,2}\.\d\d)(?![\d%\w]|\.\d)")
# Minutes and seconds of a race: "won in 13:01", "a time of 28:13"; a marathon's are hours.
_RACED = re.compile(rf"(?: in|\b(?:{either('clocks')})) (\d{{1,2}}):([0-5]\d)"
                    r"(?![\d:]|\.\d|[-–]\d| ?[ap]\.?m\b)")
_SENTENCE = 160     # characters before a time in which its race may be named
_DIGIT = re.compile(r"\d")
_OF = re.compile(r"[\"”’']? of(?= )")
_MINUTE = re.compile(r"(?<=[( ])(\d{1,3})[’'′](?=[),;])")


def quantities(paragraph: "ParsedParagraph", published: date | None) -> list[Quantity]:
    """The Quantities of a paragraph, by offsets of its reading copy; `published` is a datetime.date
    or None."""
    doc, passage = paragraph.doc, _Passage(paragraph)
    found = _found(passage, published)
    kept = []
    for quantity in found:
        passage.place(quantity)
        if quantity.form == "date":
            _bound_date(quantity, passage.lower)
        elif _unwanted(quantity, passage, kept[-1].end if kept else 0):
            continue
        else:
            _describe(quantity, passage, published, kept)
        kept.append(quantity)
    left_out.ahead(kept, doc)
    changes.link(kept, doc)
    for quantity in kept:
        if quantity.linked and quantity.linked.kind == quantity.kind:     # "from 29% to 40% of it"
            quantity.counted = quantity.counted or quantity.linked.counted
    for quantity in _free(vague.find(passage.text, passage.lower, passage.token_at), kept):
        passage.place(quantity)
        if quantity.kind == "count":
            quantity.counted, _ = counted.phrase(quantity, doc)
        kept.append(quantity)
    kept.sort(key=lambda quantity: quantity.start)
    for quantity in kept:
        passage.place(quantity)
    questions.ask(kept, doc)
    return kept


class _Passage:
    """A paragraph's Doc with its text and the token at each character."""

    def __init__(self, paragraph):
        self.doc, self.text = paragraph.doc, paragraph.copy.text
        self.starts = [token.idx for token in self.doc]
        self.lower = lowered(self.text)

    def token_at(self, offset: int) -> "Token":
        return self.doc[max(bisect_right(self.starts, offset) - 1, 0)]

    def place(self, quantity: Quantity) -> None:
        """Set the tokens of a Quantity."""
        quantity.first = max(bisect_right(self.starts, quantity.start) - 1, 0)
        quantity.last = bisect_right(self.starts, quantity.end - 1)


def _free(candidates, taken):
    """The candidates that lie apart from what is taken and from each other, the earlier and longer
    first."""
    spans = sorted((one.start, one.end) for one in taken)
    out, reached = [], -1
    for one in sorted(candidates, key=lambda one: (one.start, -one.end)):
        place = bisect_right(spans, (one.start, one.end))
        clear = (place == 0 or spans[place - 1][1] <= one.start) and (place == len(spans)
                                                                      or spans[place][0] >= one.end)
        if clear and one.start >= reached:
            out.append(one)
            reached = one.end
    return out


def _found(passage, published):
    """Dates, codes and numerals, each numeral with its unit, pairs joined."""
    text, lower = passage.text, passage.lower

    def future(offset):
        return statements.of_clause(passage.token_at(offset))[2]

    digits = _DIGIT.search(text)
    found = _free(_laps(text), ()) if digits else []
    found += _free(dates.find(text, lower, passage.token_at, published, future), found)
    found += _free((Quantity(*span, form="name", kind="identifier", tier=2)
                    for span in codes.find(text)), found) if digits else []
    found += _free([*ages.decades(lower), *ages.cohorts(lower)], found)
    reached = 0
    for quantity in numerals.find(Scan(text, [(one.start, one.end) for one in found])):
        if quantity.start >= reached:
            _measure(quantity, text)
            found.append(quantity)
            reached = quantity.end
    return pairs.join(_free(found, ()), lower)


def _laps(text):
    """Times that somebody took ("1:23.456", "2:05:46", "clocked 7.48"), and minutes of play
    ("(30')")."""
    for match in _LAP.finditer(text):
        hours, minutes, rest = match.groups()[3:] if match[4] else match.groups()[:3]
        yield _lap(*match.span(), 60 * (60 * int(hours or 0) + int(minutes)) + float(rest))
    for match in _TIMED.finditer(text):
        if not units.follows(text, match.end()):
            yield _lap(*match.span(1), float(match[1]))
    for match in _RACED.finditer(text):
        if "marathon" not in text[max(0, match.start() - _SENTENCE):match.start()].lower():
            yield _lap(match.start(1), match.end(), 60.0 * int(match[1]) + int(match[2]))
    for match in _MINUTE.finditer(text):
        minute = float(match[1])
        yield Quantity(*match.span(), minute, minute, "lap", "ordinal", counted="minute", tier=2)


def _lap(start, end, seconds):
    return Quantity(start, end, seconds, seconds, "lap", "duration", "second")


def _measure(quantity, text):
    """Give a numeral its unit; "tens of millions of dollars" takes in its "of"."""
    units.attach(quantity, text)
    if quantity.form == "magnitude" and (of := _OF.match(text, quantity.end)):
        quantity.end = of.end()
        units.attach(quantity, text)
        quantity.end = quantity.end if quantity.unit else of.start()


def _bound_date(quantity, lower):
    bound = _BOUND.search(lower[max(0, quantity.start - 16):quantity.start])
    if quantity.kind == "date" and bound:
        quantity.modifier_text = quantity.modifier_text or bound[1]


def _unwanted(quantity, passage, reached):
    """Whether a numeral is no number; `reached` is the end of the one before it, whose words it
    cannot take."""
    text, lower, doc = passage.text, passage.lower, passage.doc
    if quantity.form in ("lap", "fold", "name"):
        return False
    if quantity.form == "ordinal":
        quantity.kind, quantity.tier = "ordinal", 2
        return names.is_idiom(quantity, lower) or names.is_name(quantity, text,
                doc) or not _ordinal(quantity, text, doc)
    if (quantity.form == "scale" or text[quantity.end:quantity.end + 1].isalnum()
            or names.enumerates(quantity, doc) or names.is_idiom(quantity, lower)
            or ones.is_pronoun(quantity, lower, doc)):
        return True
    if (quantity.form == "fraction" and quantity.modifier != "range" and not quantity.unit
            and not names.is_fraction(quantity, text, lower, doc)):
        article = re.match(r"an? (?!quarter|half)", lower[quantity.start:quantity.end])
        if not article:
            return True
        quantity.start += article.end()                                   # "a third try"
        quantity.set(float(round(1 / quantity.low)))
        quantity.form, quantity.kind, quantity.tier = "ordinal", "ordinal", 2
        return False
    if names.identifies(quantity, text, lower, doc, reached):
        quantity.kind, quantity.tier = "identifier", 2
        return False
    return names.is_name(quantity, text, doc)


def _ordinal(quantity, text, doc):
    """An ordinal counts when it stands before a noun or has digits: not "first reported"."""
    token = doc[quantity.first]
    return text[quantity.start].isdigit() or in_front(token) or (
        token.tag_ == "JJ" and is_argument(token))


def _describe(quantity, passage, published, kept):
    """Fill in everything that the words around a numeral say about it."""
    text, lower, doc = passage.text, passage.lower, passage.doc
    if quantity.kind == "identifier" or quantity.form in ("lap", "score"):
        return
    if quantity.kind == "ordinal":
        quantity.counted, _ = counted.phrase(quantity, doc)
        return
    _signed(quantity, text, lower)
    ages.attach(quantity, text, lower, doc, kept[-1] if kept else None)
    passage.place(quantity)
    end = _counted(quantity, doc)
    if not _handed_over(quantity, doc):
        modifiers.attach(quantity, lower, end)
    modifiers.restate(quantity, kept[-1] if kept else None, lower)
    if rates.every(quantity, lower):
        modifiers.attach(quantity, lower)
    if quantity.kind not in ("age", "frequency") and quantity.per is None:
        rates.attach(quantity, lower, end)
    passage.place(quantity)
    _kind(quantity, lower, doc, published, kept)


def _handed_over(quantity, doc):
    """Whether "over" before a number belongs to the verb or to a run: "handed over $5m", "6.61
    seconds over 60m"; it is no bound."""
    led = doc[max(quantity.first - 2, 0):quantity.first]
    over = led[-1] if len(led) == 2 and led[-1].lower_ == "over" else None
    return over is not None and (
        is_particle(over) and led[0].lemma_ in words("numbers.goes_over")
        or quantity.kind == "distance" and led[0].lower_ in words("numbers.race_times"))


def _signed(quantity, text, lower):
    """A minus or plus before a number: "−5", "minus 12", "+0.2%"."""
    if "sign" in quantity.notes or quantity.modifier == "range" and quantity.kind != "temperature":
        return
    if minus := _MINUS.search(lower, max(0, quantity.start - 16), quantity.start):
        quantity.set(-quantity.high, -quantity.low)
        quantity.start = minus.start()
    elif quantity.form == "digits" and (sign := _SIGN.search(text, max(0, quantity.start - 2),
                                                             quantity.start)):
        quantity.start -= 1
        if sign[1] == "+":
            quantity.change = "up" if quantity.kind == "percent" else None
        else:
            quantity.set(-quantity.high, -quantity.low)


def _counted(quantity, doc):
    """Set what is counted; the character at which it ends."""
    end = quantity.last
    if quantity.kind == "age":
        quantity.counted = ages.person(quantity, doc)
        if "old" in quantity.notes:
            unit, quantity.unit = quantity.unit, None
            quantity.counted, _ = counted.phrase(quantity, doc)
            quantity.unit = unit
    else:
        noun, end = counted.phrase(quantity, doc)
        quantity.counted = quantity.counted or noun
    return doc[end - 1].idx + len(doc[end - 1]) if end > quantity.last else quantity.end


def _kind(quantity, lower, doc, published, kept):
    """Settle the kind, the direction, and what a bare number takes from the one before it."""
    if quantity.kind not in ("duration", "age", "frequency", "ratio"):
        quantity.change = quantity.change or statements.direction(quantity, doc)
    if quantity.kind is None and quantity.form in ("fraction", "ratio"):
        quantity.kind = quantity.form
    if quantity.kind == "duration" and lower.startswith(" ago", quantity.end):
        quantity.iso = None if isnan(quantity.low) else resolve.ago(quantity.low, quantity.unit,
                                                                    published)
        quantity.end += len(" ago")
    if quantity.kind is None:
        quantity.kind = "count"
        if quantity.counted is None:
            left_out.recover(quantity, kept, doc)
    if quantity.linked in kept:
        quantity.per = quantity.per or quantity.linked.per
        quantity.counted = quantity.counted or quantity.linked.counted
    if quantity.per and quantity.kind not in ("money", "speed", "ratio", "percent", "fraction"):
        quantity.kind = "rate"

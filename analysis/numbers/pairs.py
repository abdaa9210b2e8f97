"""Two numerals that are one expression, or that lend each other what one leaves out.

| production | example                                            | gives                          |
|------------|----------------------------------------------------|--------------------------------|
| compound   | 8 hours and 30 minutes; 12st 4lb; ten dollars fifty | one value                     |
| share      | one in five; three out of four                     | ratio                          |
| odds       | 3 to 1; 2:1                                        | ratio                          |
| score      | 2–1; 245 for 6                                     | ratio without a value          |
| range      | two or three; between 3 and 5 per cent; $5-10bn    | interval                       |
| tolerance  | 20 ± 2 mm                                          | interval                       |
| series     | 5 and 6 mg                                         | two values, the unit on both   |
| change     | from 10 to 50; to $7bn from $6bn                   | two values, linked             |
"""
import re
from math import isnan, nan

from analysis.lexicons import words
from analysis.numbers.quantity import Quantity
from analysis.numbers.statements import directions
from analysis.numbers.words import either

_PARTS = {("hour", "minute"): 60, ("minute", "second"): 60, ("foot", "inch"): 12,
          ("pound", "ounce"): 16,
          ("stone", "pound"): 14, ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24}
_COMPOUND = re.compile(r"(?: and |,? )$")
_SHARE = re.compile(r"(?: in(?: every)?| out of(?: every)?| of every) $|-in-$")
_SHARE_OF = re.compile(r" [a-z]+ (?:in|out of) $")
_SPAN = re.compile(r" ?[-–—‑] ?(?:to-)?$|[ -]to[ -]$| to-$|- to $")
_TO = re.compile(r"[ -]to[ -]$")
_SCORE = re.compile(r" ?[-–—‑:] ?$")
_ROW = re.compile(r"\d{1,2}[-–]\d{1,2}(?:,? (?:and )?\d{1,2}[-–]\d{1,2}\b)+(?! [a-z]+s\b)")
_FROM = re.compile(rf"\bfrom (?:(?:{either('between_from_and_number')}) )*$")
_TOWARDS = re.compile(r"\bto (?:\w+ ){0,2}$")
_BACK = re.compile(r"\bfrom (?:\w+ ){0,2}$")
_LEVEL_FROM = re.compile(r"\b(?:up|down) from (?:\w+ )*$")
_BETWEEN = re.compile(r"\b(?:in |anywhere |of )?between (?:(?:about|around|roughly) )?$")
_BY = re.compile(rf"\b(\w+)(?: (?:{either('between_by_and_number')}))* $")
_CRICKET = re.compile(r"[.,;)]|$| (?:declared|at|after|off|in reply|when|before|and|by)\b")
_SERIES = re.compile(r",? and $| (?:or|to) $|, $")
_WORD = re.compile(r"[a-z]+")
_COUNTED = re.compile(r"[ -](?:(?!(?:in|on|at|to|by|for|of|and|as|but|is|was)\b)[a-z]+ )?"
                      r"[a-z]{3,}s\b")
_STEP = 5         # a level is so many times the step that leads to it
_NEAR = 1.2       # "£10bn or £11bn" is one sum, "£50 or £100" two
_THOUSANDS = re.compile(r"\d+,000")
_LEAST = 10       # "$5-100,000" may begin at five
_MOST_SCORED = 650      # "a 412-198 vote"; no range falls
_MOST_RANGED = 200
_MOST_ODDS = 6    # 47 to 25 is a result


def join(quantities: list[Quantity], lower: str) -> list[Quantity]:
    """The quantities with pairs joined or linked, in order."""
    out = []
    for quantity in quantities:
        if not out or not _join(out, quantity, lower):
            out.append(quantity)
    return out


def _join(out, b, lower):
    """Join `b` to the last quantity where the two are one expression; True if it was taken in."""
    a, gap = out[-1], lower[out[-1].end:b.start]
    before = lower[max(0, a.start - 70):a.start]
    apart = {a.form, b.form} & {"ordinal", "magnitude", "date", "fold",
                                "name"} or a.modifier == "range"
    if len(gap) <= 40 and not apart:
        for production in (_compound, _share, _score, _innings, _odds, _tolerance, _range):
            if production(a, b, gap, before, lower):
                if len(out) > 1:
                    _series(out[:-1], a, lower[out[-2].end:a.start], lower)
                return True
        _series(out, b, gap, lower)
    _link(out, b, lower)
    return False


def _take(a, b, low, high, form=None):
    a.set(low, high)
    a.end, a.form = b.end, form or a.form
    a.notes |= b.notes
    if form in ("ratio", "score"):
        a.kind = "ratio"
    return True


def _compound(a, b, gap, before, lower):
    if not a.unit or not (_COMPOUND.match(gap) or not gap) or (
            a.low % 1 and "minutes" not in a.notes):
        return False
    size = _PARTS.get((a.unit, b.unit)) or (100 if a.kind == "money"
                                            and b.unit in ("cent", "penny") else 0)
    if "minutes" in a.notes:                                  # "2 hours 18 minutes 15 seconds"
        size = 3600 if b.unit == "second" else 0
    if (not size and a.kind == "money" and "sign" not in a.notes and b.unit is None
            and 10 <= b.low < 100 and re.match(r"[.,;]|$", lower[b.end:])
            and a.scale == b.scale == 1 and not b.places):
        size = 100                                                        # "15 dollars 50"
    if (a.unit, b.unit) == ("hour", "minute"):
        a.notes.add("minutes")
    return bool(size) and 0 <= b.low < min(size, 100) and _take(
        a, b, round(a.low + b.low / size, 4), None)


def _share(a, b, gap, before, lower):
    if not (_SHARE.match(gap) or _SHARE_OF.match(gap) and not re.match(r" [a-z]",
                                                                       lower[b.end:b.end + 2])):
        return False
    fits = ({a.form, b.form} <= {"digits", "words"} and a.unit is None and 0 < a.low < b.low <= 1e7
            and a.low <= 20
            and not a.places and not 1900 <= b.low <= 2100
            and b.kind not in ("duration", "money", "distance", "percent"))
    return fits and _take(a, b, a.low / b.low, None, "ratio")


def _score(a, b, gap, before, lower):
    """A result such as "2–1": two small whole numbers without a unit, not followed by what they
    would count; and how a whole is split ("60/40")."""
    if gap == "/" and a.low + b.low == 100 and a.form == b.form == "digits":
        a.notes.add("score")
        return _take(a, b, nan, None, "score")
    most = _MOST_SCORED if b.low < a.low else _MOST_RANGED
    if (not _SCORE.match(gap) or a.unit or b.unit or a.places or b.places
            or max(a.low, b.low) > most or {a.form, b.form} != {"digits"} or " " in gap.strip()
            or gap.startswith(" ") != gap.endswith(" ")):
        return False
    near, after = set(_WORD.findall(before[-30:])), _WORD.match(lower[b.end:].lstrip(" "))
    row = next((row for row in _ROW.finditer(lower, max(0, a.start - 40), b.end + 40)
                if row.start() <= a.start < row.end()), None)
    start = row.start() if row else a.start
    led = _WORD.findall(lower[max(0, start - 12):start])[-1:]
    if after and after[0] in words("numbers.ages") or set(led) & words("numbers.ranged"):
        return False                                          # "the 25-54 age group", "pages 3-5"
    sets = row and any(int(one) > int(other)                                       # "2-6, 6-3"
                       for one, other in re.findall(r"(\d+)[-–](\d+)", row[0]))
    if a.low < b.low and not sets:
        counted = gap != ":" and (set(_WORD.findall(before[-9:])[-1:])
                                  & words("numbers.range_before")
                                  or _COUNTED.match(lower, b.end))
        decided = near & words("numbers.won") - words("numbers.won_weakly")
        if (counted or row) and not decided or not near & words("numbers.won") and not (
                after and after[0] in words("numbers.result_after")):
            return False
    a.notes.add("score")
    return _take(a, b, nan, None, "score")


def _innings(a, b, gap, before, lower):
    """The runs and wickets of cricket: "245 for 6", not "20 for 5 pounds"."""
    if (gap != " for " or a.kind or b.kind or a.form != "digits" or a.places
        or not 10 <= a.low < 1000
            or b.low not in range(10) or not _CRICKET.match(lower[b.end:])):
        return False
    a.notes.add("score")
    return _take(a, b, nan, None, "score")


def _odds(a, b, gap, before, lower):
    return (gap in (" to ", "-to-", ":") and a.unit is None and b.unit is None
            and 100 >= a.low >= b.low > 0 and (gap == ":" or b.low < _MOST_ODDS)
            and a.scale == b.scale == 1 and not _FROM.search(before)
            and not (set(_WORD.findall(before)) - {"by"}) & directions_forms()
            and _take(a, b, a.low / b.low, None, "ratio"))


def directions_forms() -> frozenset[str]:
    """Words that say that a figure moved, besides the lemmas of `change_words.tsv`."""
    return words("numbers.moved") | frozenset(directions())


def _tolerance(a, b, gap, before, lower):
    if gap.strip() not in ("±", "+/-", "+/−") or isnan(b.low):
        return False
    a.unit, a.kind, a.modifier = a.unit or b.unit, a.kind or b.kind, "range"
    return _take(a, b, a.low - b.low, a.low + b.low)


def _range(a, b, gap, before, lower):
    if (a.unit and b.unit and a.unit != b.unit or a.form == "fraction" != b.form
            or a.kind == "ratio" or isnan(a.low)
        or isnan(b.low)
            or a.unit and not b.unit and a.kind != "money"):
        return False
    low, high, scale = a.low, b.low, b.scale
    if gap in (" or ", " and ", " to ") and a.form == b.form == "words" and lower[
            :b.end].endswith(" hundred"):                                 # "two or three hundred"
        scale = 100
    if scale > 1 and a.scale == 1 and a.low < b.low / scale:              # "$5-10bn"
        low *= scale
    if _THOUSANDS.fullmatch(lower, b.start, b.end) and a.form == "digits" and (
            gap in ("-", "–") and 1000 * low < high and low >= _LEAST):   # "$50-100,000"
        low *= 1000
    if low > high or not (gap == " and " and _BETWEEN.search(before) or gap == " or "
                          and _alternatives(a, b, low, high)
                          or _SPAN.match(gap) and low < high and _spans(a, b, gap, before)):
        return False
    a.unit, a.kind, a.modifier, a.scale = a.unit or b.unit, a.kind or b.kind, "range", b.scale
    return _take(a, b, low, high)


def _alternatives(a, b, low, high):
    if a.kind == b.kind == "money":
        return high <= _NEAR * low
    return a.unit is None and low < high <= max(3 * low,
                                                low + 2) and a.form == b.form and not a.places


def _spans(a, b, gap, before):
    """Whether "3 to 5" is a range and no change ("rose from 3 to 5", "rose 2 to 25")."""
    moved = set(_WORD.findall(before)) & directions_forms()
    if _FROM.search(before):
        return not moved or bool(_LEVEL_FROM.search(before)) or bool(set(_WORD.findall(before))
                                                                     & words("numbers.ranging"))
    by = _BY.search(before)
    step = a.unit or b.low > _STEP * a.low > 0
    return not (_TO.match(gap) and step and by and by[1] in directions_forms() | {"by", "up",
                                                                                  "down"})


def _series(out, b, gap, lower):
    """Give bare numbers right before a measured one its unit: "5 and 6 mg", "12.5 to 18-19 billion
    euros"."""
    if not b.unit or "sign" in b.notes or not _SERIES.match(gap):
        return
    following = b
    for a in reversed(out[-4:]):
        gap = lower[a.end:following.start]
        if b.kind == "percent" and gap.startswith(","):                  # "76 points, 1.2 per cent"
            return
        if (a.unit or a.kind or a.form not in ("digits", "words") or not _SERIES.match(gap)
                or b.kind not in ("distance", "weight", "percent", "temperature", "speed", "money",
                                  "area") and not (b.kind == "duration" and a.places)
                or gap == ", " and following is b and len(out) < 2):
            return
        a.unit, a.kind = b.unit, b.kind
        if b.scale > 1 and a.scale == 1 and gap.endswith(" to "):
            a.set(a.low * b.scale)
            a.scale = b.scale
        following = a


def _link(out, b, lower):
    """Link the ends of "from 10 … to 50" and "to $7bn from $6bn"; each stays a quantity of its
    own."""
    for a in reversed(out[-2:]):
        gap = lower[a.end:b.start]
        if a.linked or len(gap) > 70 or re.search(r"[.;:]\s", gap) or {a.form,
                b.form} & {"ordinal", "date"}:
            continue
        before = lower[max(0, a.start - 70):a.start]
        towards = _FROM.search(before) and _TOWARDS.search(gap)
        back = _TOWARDS.search(before) and _BACK.search(gap)
        if not (towards
                or back) or a.unit and b.unit and a.unit != b.unit or isnan(a.low) or isnan(b.low):
            continue
        if towards and b.scale > 1 and a.scale == 1 and b.low / 20 < a.low * b.scale < b.low * 20:
            a.set(a.low * b.scale)
        if not a.unit:
            a.unit, a.kind = b.unit, b.kind
        elif not b.unit:
            b.unit, b.kind = a.unit, a.kind
        first, then = (a, b) if towards else (b, a)
        then.change = "up" if then.low > first.low else "down" if then.low < first.low else None
        a.linked, b.linked = b, a
        break

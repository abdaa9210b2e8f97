"""Times of day: where they stand, and what hour they mean ("10.45pm" is T22:45)."""
import re
from collections.abc import Iterator

from analysis.numbers import units
from analysis.numbers.quantity import Quantity
from analysis.numbers.words import UNITS

_HOURS = {word: value for word, value in UNITS.items() if 0 < value < 13}
_HOUR_WORD = "|".join(_HOURS)
_HALF = r"(?:[ap](?:\.m\b\.?|m\b))"
_ZONE = r"(?: ?(?:gmt|utc|bst|est|edt|et|cet|cest|pst|pdt|ist|local time)\b)?"
_DAYPART = r"(?: (?:in the (?:morning|afternoon|evening)|at night)\b)"
_H12, _H24 = r"(?:1[0-2]|0?[1-9])", r"(?:[01]?\d|2[0-4])"
_MIN = r"[0-5]\d"
_FORMS = (
    # 10.45pm
    rf"{_H24}[:.]{_MIN}(?::{_MIN})?(?: ?(?:{_HALF}|hrs\b|hours\b))",
    rf"{_H12} ?{_HALF}(?!\w)",                                                              # 5 a.m.
    rf"{_H24}:{_MIN}(?::{_MIN})?(?![\d:]|\.\d)",                                    # 15:11
    # 6-8pm
    rf"{_H12}(?:[:.]{_MIN})?(?= ?(?:-|–|to|until|till) ?{_H12}(?:[:.]{_MIN})? ?[ap]\.?m\b)",
    rf"(?:1[0-2]|[1-9]|{_HOUR_WORD}) o[’']clock",
    r"(?:noon|midnight)(?= [a-z]|[.,;:)]|$)",
    rf"(?<=\bat )(?:2[0-3]|1?\d)\.{_MIN}(?![\d%]|\.\d)"
    r"(?! ?(?:per|million|billion|bn|a (?:share|barrel))\b)",
    rf"(?:half|quarter|five|ten|twenty|twenty-five)(?: minutes)? (?:past|to) "
    rf"(?:{_HOUR_WORD}|noon|midnight)\b",
    rf"(?<=\bat )(?:1[0-2]|[1-9]|{_HOUR_WORD})(?={_DAYPART})",
    rf"(?:[01]?\d|2[0-3])\.{_MIN}(?= ?(?:gmt|bst|est|edt|cet))",
    # "12.30 on a Sunday morning"
    rf"{_H12}\.{_MIN}(?= on (?:an? |the )?[a-z]+day (?:morning|afternoon|evening|night)\b)",
    # 1200 GMT
    rf"(?:[01]\d|2[0-3]){_MIN}(?= ?(?:gmt|utc|bst|est|edt|cet|hrs)\b)",
)
_TIME = re.compile(rf"(?<![\w.:$£€])(?<![^\dm]-)(?:{'|'.join(_FORMS)}){_ZONE}{_DAYPART}?", re.I)
_SPOKEN = re.compile(rf"(half|quarter)(?: minutes)? (past|to) ({_HOUR_WORD}|noon|midnight)")
_PARTS = re.compile(r"(\d{1,2})(?:[:.](\d\d))?|([a-z]+)")
_SAYS_HALF = re.compile(r"\d ?([ap])\.?m|in the (m)orning|(?:in the|at) (afternoon|evening|night)")


def find(text: str) -> Iterator[Quantity]:
    """Quantities of kind time for the times of day of a text, in order."""
    for match in _TIME.finditer(text):
        if "." in match[0] and match[0][-1].isdigit() and units.follows(text, match.end()):
            # "closed at 3.23 shekels"
            continue
        yield Quantity(match.start(), match.end(), form="date", kind="time", tier=2,
                       iso=clock(match[0]) or opening(match[0], text[match.end():match.end() + 20]))


def clock(text: str) -> str | None:
    """
    >>> clock("10.45pm"), clock("5 a.m."), clock("15:11 GMT"), clock("1200 GMT")
    ('T22:45', 'T05:00', 'T15:11', 'T12:00')
    """
    lower = text.lower()
    if lower.startswith(("noon", "midnight")):
        return "T12:00" if lower[0] == "n" else "T00:00"
    if spoken := _SPOKEN.match(lower):
        hour, minutes = _HOURS.get(spoken[3], 12), 30 if spoken[1] == "half" else 15
        return (f"T{hour:02}:{minutes:02}" if spoken[2] == "past"
                else f"T{hour - 1:02}:{60 - minutes:02}")
    if " past " in lower or " to " in lower:
        return None
    if four := re.match(r"(\d\d)(\d\d)\b", lower):
        return f"T{four[1]}:{four[2]}"
    found = _PARTS.match(lower)
    if not found:
        return None
    hour, minute = int(found[1]) if found[1] else _HOURS[found[3]], int(found[2] or 0)
    half = _SAYS_HALF.search(lower)
    if not half and not re.search(r"\d[:.]\d", lower):
        return None
    if half:
        hour = hour % 12 + 12 * (half[1] == "p" or half[3] is not None)
    return f"T{hour:02}:{minute:02}" if hour < 25 else None


def opening(text: str, rest: str) -> str | None:
    """The first time of a span whose half of the day stands with the second.

    >>> opening("6.30", "-10am"), opening("11", " to 1pm")
    ('T06:30', 'T11:00')
    """
    last = re.match(r" ?(?:-|–|to|until|till) ?(\d{1,2})(?:[:.]\d\d)? ?([ap])\.?m", rest, re.I)
    first = re.match(r"(\d{1,2})(?:[:.]\d\d)?$", text)
    if not last or not first:
        return None
    half = last[2].lower()
    if int(first[1]) % 12 > int(last[1]) % 12:
        half = "a" if half == "p" else "p"
    return clock(f"{text}{half}m")

"""Times of day: where they stand, and what hour they mean ("10.45pm" is T22:45)."""
import re

from analysis.numbers.quantity import Quantity

_HOUR_WORDS = {word: hour for hour, word in enumerate(
    "one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_TIME = re.compile(r"(?<![\w.:$£€])(?<![^\dm]-)(?:(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?(?: ?(?:[ap](?:\.m\b\.?|m\b)|hrs\b|"
                   r"hours\b))|"
                   r"(?:1[0-2]|0?[1-9]) ?(?:[ap](?:\.m\b\.?|m\b))(?!\w)|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:.])|"
                   r"(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?(?= ?(?:-|–|to|until|till) ?(?:1[0-2]|"
                   r"0?[1-9])(?:[:.][0-5]\d)? ?[ap]\.?m\b)|"
                   r"(?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o[’']clock|"
                   r"(?:noon|midnight)(?= [a-z]|[.,;:)]|$)|(?<=\bat )(?:2[0-3]|1?\d)\.[0-5]\d(?![\d%]|\.\d| ?(?:per|m|km|"
                   r"million|billion|bn|a (?:share|barrel))\b)|"
                   r"(?:half|quarter|five|ten|twenty|twenty-five)(?: minutes)? (?:past|to) (?:one|two|three|four|five|six|"
                   r"seven|eight|nine|ten|eleven|twelve|noon|midnight)\b|"
                   r"(?<=\bat )(?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
                   r"twelve)(?= (?:in the (?:morning|afternoon|evening)|at night)\b)|(?:[01]?\d|2[0-3])\.[0-5]\d(?= ?(?:gmt|"
                   r"bst|est|edt|cet))|"
                   r"(?:[01]\d|2[0-3])[0-5]\d(?= ?(?:gmt|utc|bst|est|edt|cet|hrs)\b))"
                   r"(?: ?(?:gmt|utc|bst|est|edt|et|cet|cest|pst|pdt|ist|local time)\b)?(?: (?:in the (?:morning|afternoon|"
                   r"evening)|at night)\b)?", re.I)


def find(text):
    """Claims of kind time for the times of day of a text, in order."""
    for match in _TIME.finditer(text):
        yield Quantity(match.start(), match.end(), form="date", kind="time", tier=2,
                    iso=clock(match[0]) or opening(match[0], text[match.end():match.end() + 20]))


def clock(text):
    """
    >>> clock("10.45pm"), clock("5 a.m."), clock("15:11 GMT"), clock("1200 GMT")
    ('T22:45', 'T05:00', 'T15:11', 'T12:00')
    """
    lower = text.lower()
    if lower.startswith(("noon", "midnight")):
        return "T12:00" if lower[0] == "n" else "T00:00"
    if to_or_past := re.match(r"(half|quarter) (past|to) (\w+)", lower):
        hour, minutes = _HOUR_WORDS.get(to_or_past[3], 12), 30 if to_or_past[1] == "half" else 15
        return f"T{hour:02}:{minutes:02}" if to_or_past[2] == "past" else f"T{hour - 1:02}:{60 - minutes:02}"
    if " past " in lower or " to " in lower:
        return None
    if four := re.match(r"(\d\d)(\d\d)\b", lower):
        return f"T{four[1]}:{four[2]}"
    found = re.match(r"(\d{1,2})(?:[:.](\d\d))?|([a-z]+)", lower)
    hour = int(found[1]) if found[1] else _HOUR_WORDS[found[3]]
    minute = int(found[2] or 0)
    if not re.search(r"\d[:.]\d|\d ?[ap]\.?m|in the |at night", lower):
        return None
    if half := re.search(r"\d ?([ap])\.?m|in the (m)orning|(?:in the|at) (afternoon|evening|night)", lower):
        hour = hour % 12 + 12 * (half[1] == "p" or half[3] is not None)
    return f"T{hour:02}:{minute:02}" if hour < 25 else None


def opening(text, rest):
    """The first time of a span whose half of the day stands with the second.

    >>> opening("6.30", "-10am"), opening("11", " to 1pm")
    ('T06:30', 'T11:00')
    """
    last = re.match(r" ?(?:-|–|to|until|till) ?(\d{1,2})(?:[:.]\d\d)? ?([ap])\.?m", rest, re.I)
    if not last or not re.match(r"\d{1,2}(?:[:.]\d\d)?$", text):
        return None
    half = last[2].lower()
    if int(re.match(r"\d+", text)[0]) % 12 > int(last[1]) % 12:
        half = "a" if half == "p" else "p"
    return clock(f"{text}{half}m")

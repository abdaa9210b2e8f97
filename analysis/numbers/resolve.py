"""The arithmetic of dates in news: what a weekday, month or "last week" means on the day of publication.

Every function returns an ISO string, or None where the day of publication is needed and unknown. Weekdays lie in the
past, the day of publication included, unless the clause speaks of the future (the convention of the AP and Reuters
stylebooks: a weekday is one within seven days of publication). "Last Wednesday" is the Wednesday of the week before.
"""
import re
from calendar import monthrange
from datetime import date, timedelta

_HOUR_WORDS = {word: hour for hour, word in enumerate(
    "one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


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


def full(year, month, day):
    """The ISO date, or None for a day that the calendar does not have."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def year_of(month, day, published, future, past=False):
    """The year of a date that is given without one: the nearest in the direction of its clause."""
    if published is None:
        return None
    before = published.year if (month, day or 1) <= (published.month, published.day) else published.year - 1
    if future:
        return before if (month, day or 31) >= (published.month, published.day) and before == published.year else before + 1
    if past or day is None and month == published.month:
        return before
    near = date(before + 1, month, min(day or 1, 28)) - published
    return before + 1 if near.days <= 62 else before


def weekday(number, published, future, shift=None):
    """The date of a weekday (Monday 0). shift: "last", "next", "this", "ago" (a week ago Monday), "from" or None."""
    if published is None:
        return None
    back = (published.weekday() - number) % 7
    monday = published - timedelta(published.weekday())
    if shift == "last":
        day = monday + timedelta(number - 7)
    elif shift == "next":
        day = monday + timedelta(number + 7) if number <= published.weekday() or back else published + timedelta(7)
        day = published + timedelta((number - published.weekday() - 1) % 7 + 1)
    elif shift == "ago":
        day = published - timedelta(back + 7)
    elif shift == "from":
        day = published + timedelta((-back) % 7 + 7)
    elif future and back:
        day = published + timedelta(7 - back)
    else:
        day = published - timedelta(back)
    return day.isoformat()


def relative(unit, steps, published, future=False):
    """The ISO form of the unit `steps` away from the one of publication: "last week" is relative("week", -1, …)."""
    if published is None:
        return None
    if unit in ("day", "night"):
        return (published + timedelta(steps)).isoformat()
    if unit in ("week", "fortnight"):
        year, week, _ = (published + timedelta(7 * steps * (2 if unit == "fortnight" else 1))).isocalendar()
        return f"{year}-W{week:02}"
    if unit == "weekend":
        saturday = published - timedelta((published.weekday() - 5) % 7)
        if steps == 0 and future and published.weekday() < 5:
            steps = 1
        if steps == -1 and published.weekday() < 5:
            steps = 0
        return (saturday + timedelta(7 * steps)).isoformat()
    if unit in ("month", "quarter"):
        months = published.year * 12 + published.month - 1 + steps * (3 if unit == "quarter" else 1)
        if unit == "quarter":
            months -= months % 3
        return f"{months // 12}-{months % 12 + 1:02}"
    if unit in _SEASONS:
        month = _SEASONS[unit]
        year = published.year + max(steps, 0)
        if steps < 0:
            year = published.year if month + 2 < published.month else published.year - 1
        return f"{year}-{month:02}-01"
    years = {"year": 1, "decade": 10, "century": 100}[unit]
    year = published.year + steps * years
    return f"{year // 10}X" if unit == "decade" else str(year)


def ago(count, unit, published):
    """The ISO form of `count` units before publication, to the grain of the unit."""
    if published is None or count > 1500:
        return None
    if unit in _DAYS:
        day = published - timedelta(round(count * _DAYS[unit]))
        return day.isoformat()
    if unit == "month":
        return relative("month", -round(count), published)
    years = round(count * {"year": 1, "decade": 10, "century": 100}.get(unit, 1))
    return str(published.year - years) if unit in ("year", "decade", "century") and years < published.year else None


def last_day(unit, published):
    """The last day of the year, month or week of publication."""
    if published is None:
        return None
    if unit == "week":
        return (published + timedelta(6 - published.weekday())).isoformat()
    if unit == "month":
        return published.replace(day=monthrange(published.year, published.month)[1]).isoformat()
    return f"{published.year}-12-31"

"""The arithmetic of dates in news: what a weekday, month or "last week" means on the day of publication.

Every function returns an ISO string, or None where the day of publication is needed and unknown. Weekdays lie in the
past, the day of publication included, unless the clause speaks of the future (the convention of the AP and Reuters
stylebooks: a weekday is one within seven days of publication). "Last Wednesday" is the Wednesday of the week before.
"""
from calendar import monthrange
from datetime import date, timedelta

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


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

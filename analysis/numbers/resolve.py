"""The arithmetic of dates in news: what a weekday, month or "last week" means on the day of
publication.

Every function returns an ISO string, or None where the day of publication is needed and unknown.
Weekdays lie in the past, the day of publication included, unless the clause speaks of the future
(the convention of the AP and Reuters stylebooks: a weekday is one within seven days of
publication). "Last Wednesday" is the Wednesday of the week before.
"""
from calendar import monthrange
from datetime import date, timedelta

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_YEARS = {"year": 1, "decade": 10, "century": 100}
_SOON = 62       # days within which a month without a year may lie ahead


def full(year: int, month: int, day: int) -> str | None:
    """The ISO date, or None for a day that the calendar does not have."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def year_of(month: int, day: int | None, published: date | None, future: bool,
            past: bool = False) -> int | None:
    """The year of a date that is given without one: the nearest in the direction of its clause."""
    if published is None:
        return None
    before = published.year - ((month, day or 1) > (published.month, published.day))
    if future:
        ahead = (month, day or 31) >= (published.month, published.day) and before == published.year
        return before if ahead else before + 1
    if past or day is None and month == published.month:
        return before
    near = date(before + 1, month, min(day or 1, 28)) - published
    return before + 1 if near.days <= _SOON else before


def weekday(number: int, published: date | None, future: bool,
            shift: str | None = None) -> str | None:
    """The date of a weekday (Monday 0). shift: "last", "next", "ago" (a week ago Monday), "from"
    or None."""
    if published is None:
        return None
    back = (published.weekday() - number) % 7
    if shift == "last":
        day = published - timedelta(published.weekday() + 7 - number)
    elif shift == "next":
        day = published + timedelta((number - published.weekday() - 1) % 7 + 1)
    elif shift == "ago":
        day = published - timedelta(back + 7)
    elif shift == "from":
        day = published + timedelta(-back % 7 + 7)
    else:
        day = published + timedelta(7 - back) if future and back else published - timedelta(back)
    return day.isoformat()


def relative(unit: str, steps: int, published: date | None, future: bool = False) -> str | None:
    """The ISO form of the unit `steps` away from the one of publication: "last week" is
    relative("week", -1, …)."""
    if published is None:
        return None
    if unit in ("day", "night"):
        return (published + timedelta(steps)).isoformat()
    if unit in ("week", "fortnight"):
        year, week, _ = (published + timedelta(_DAYS[unit] * steps)).isocalendar()
        return f"{year}-W{week:02}"
    if unit == "weekend":
        return _weekend(steps, published, future)
    if unit in ("month", "quarter"):
        months = published.year * 12 + published.month - 1 + steps * (3 if unit == "quarter" else 1)
        months -= months % 3 if unit == "quarter" else 0
        return f"{months // 12}-{months % 12 + 1:02}"
    if unit in SEASONS:
        month = SEASONS[unit]
        year = published.year + max(steps, 0) - (steps < 0 and month + 2 >= published.month)
        return f"{year}-{month:02}-01"
    year = published.year + steps * _YEARS[unit]
    return f"{year // 10}X" if unit == "decade" else str(year)


def _weekend(steps, published, future):
    """The Saturday of a weekend; from Monday to Friday the last one is that of the week before."""
    workday = published.weekday() < 5
    if steps == 0 and future and workday:
        steps = 1
    elif steps == -1 and workday:
        steps = 0
    return (published + timedelta(7 * steps - (published.weekday() - 5) % 7)).isoformat()


def ago(count: float, unit: str, published: date | None) -> str | None:
    """The ISO form of `count` units before publication, to the grain of the unit."""
    if published is None or count > 1500:
        return None
    if unit in _DAYS:
        return (published - timedelta(round(count * _DAYS[unit]))).isoformat()
    if unit == "month":
        return relative("month", -round(count), published)
    years = round(count * _YEARS.get(unit, 1))
    return str(published.year - years) if unit in _YEARS and years < published.year else None


def last_day(unit: str, published: date | None) -> str | None:
    """The last day of the year, month or week of publication."""
    if published is None:
        return None
    if unit == "week":
        return (published + timedelta(6 - published.weekday())).isoformat()
    if unit == "month":
        return published.replace(day=monthrange(published.year, published.month)[1]).isoformat()
    return f"{published.year}-12-31"

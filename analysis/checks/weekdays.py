"""Weekdays and dates of one article that cannot belong to one year: "Tuesday, 4 March" and "Friday, 8 March"."""
import re
from datetime import date

from analysis.checks import calendar
from analysis.checks.check import Check
from analysis.numbers.dates import MONTHS

_DATED = re.compile(r"(?:on )?(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?(?:"
                    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?|"
                    r"(?P<day_>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<month_>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|"
                    r"dec)[a-z]*\.?)$", re.I)
_DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_NEAR = 62       # days within which two dates without a year are of one year


def find(claims, published):
    """The Checks of kind weekday between neighbouring dates without a year, where the day of publication (an ISO date or None)
    does not say the year; both lie on one side of the end of February."""
    if calendar.day(published):
        return
    previous = None
    for claim in claims:
        if claim.row.kind != "date" or not (given := _DATED.match(claim.row.text.strip())):
            continue
        try:
            day = date(2001, MONTHS[(given["month"] or given["month_"]).lower()], int(given["day"] or given["day_"]))
        except ValueError:
            continue
        weekday = _DAYS.index(given["weekday"].lower())
        if previous and _one_season(previous[1], day) and (day - previous[1]).days % 7 != (weekday - previous[2]) % 7:
            earlier, first, named = previous
            actual = f"{_DAYS[(named + (day - first).days) % 7].capitalize()}day"
            yield Check("weekday", claim, earlier, f"if {earlier.row.text} is right, {day.day} {day:%B} is a {actual}, "
                                                   f"the article says {claim.row.text}", .8)
        previous = claim, day, weekday


def _one_season(first, second):
    return abs((second - first).days) <= _NEAR and (first.month <= 2) == (second.month <= 2)

"""Dates that the calendar does not have: a weekday that another date has, a duration that two
dates do not make."""
import re
from collections.abc import Iterator
from datetime import date
from math import isfinite

from analysis.checks.check import Check, arithmetic
from analysis.checks.claims import Checked, Claim
from analysis.checks.precision import interval
from analysis.lexicons import words
from analysis.numbers import resolve, units
from analysis.numbers.dates import DAYS, MONTHS
from analysis.syntax import clause

_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b\.?", re.I)
_MONTH = "|".join(MONTHS)
_DAY_AND_MONTH = re.compile(rf"(?:\b(?P<month>{_MONTH})[a-z]*\b\.?,? (?:the )?(?P<day>\d\d?)|"
                            rf"(?P<day_>\d\d?)(?:st|nd|rd|th)?,? (?:of )?"
                            rf"(?P<month_>{_MONTH})|\d[/.-]\d)", re.I)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_NEAR = 183      # a date without a year is one within half a year of publication
_SEASON = 62     # days within which two dates without a year are of one year
_SECONDS = 86400


def day(iso: object) -> date | None:
    """The date of a full ISO date, else None."""
    try:
        return date.fromisoformat(iso[:10]) if isinstance(iso, str) and len(iso) >= 10 else None
    except ValueError:
        return None


def span(iso: object) -> tuple[int, int] | None:
    """(first, last) ordinal day of a date, month, year or week in ISO form, else None.

    >>> span("2016-02"), span("2019")[1] - span("2019")[0]
    ((735995, 736023), 364)
    """
    if not isinstance(iso, str):
        return None
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", iso):
            return (date.fromisoformat(iso).toordinal(),) * 2
        if re.fullmatch(r"\d{4}-W\d\d", iso):
            first = date.fromisoformat(iso + "-1").toordinal()
            return first, first + 6
        if re.fullmatch(r"\d{4}-\d\d", iso):
            year, month = map(int, iso.split("-"))
            return (date(year, month, 1).toordinal(),
                    date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)
        if re.fullmatch(r"\d{4}", iso):
            return date(int(iso), 1, 1).toordinal(), date(int(iso), 12, 31).toordinal()
    except ValueError:
        pass
    return None


def weekdays(claims: list[Claim], article: Checked) -> Iterator[Check]:
    """A weekday and a date that do not go together ("Monday, 7 February" of a year in which that
    was a Sunday).

    The year is the date's own, or one that the paragraph or the one before names, or the one that
    `article.numbers` resolves it to; half a year and more from publication nothing is said, nor
    where a year named near fits.
    """
    published = day(article.published)
    for claim in claims:
        given = _weekday(claim) if claim.row.kind == "date" else None
        found = _DAY_AND_MONTH.search(claim.row.text)
        if given is None or not found:
            continue
        own, named = day(claim.row.iso), _years_near(claim, claims)
        if _YEAR.search(claim.row.text):
            dates, said = [own], own
        else:
            years = named | ({own.year - 1, own.year, own.year + 1} if own else set())
            dates = [_date(found, year) for year in sorted(years)]
            near = own and published and abs((published - own).days) <= _NEAR
            said = _date(found, min(named)) if len(named) == 1 else own if near else None
        if said is None:
            continue
        holds = any(one.weekday() == given for one in dates if one)
        verb = "is" if published and said > published else "was"
        yield Check("weekday", claim, None, f"{said.day} {said:%B %Y} {verb} a {said:%A}, not a "
                    f"{list(DAYS)[given].capitalize()}", .95, holds=holds)


def _weekday(claim):
    given = _WEEKDAY.match(re.sub("^[Oo]n ", "", claim.row.text))
    return next(number for name, number in DAYS.items()
                if name.startswith(given[1].lower())) if given else None


def _date(found, year):
    """The date of a day and a month in words, or None."""
    month, number = found["month"] or found["month_"], found["day"] or found["day_"]
    iso = month and resolve.full(year, MONTHS[month.lower()], int(number))
    return day(iso) if iso else None


def _years_near(claim, claims):
    """The years that stand before a date in its sentence or the one before."""
    return {int(other.row.iso[:4]) for other in claims
            if other.row.kind == "date" and isinstance(other.row.iso, str)
            and other.row.start < claim.row.start
            and claim.row.sentence - other.row.sentence <= 1
            and _YEAR.search(other.row.text) and other.row.iso[:4].isdigit()}


def pairs(claims: list[Claim], article: Checked) -> Iterator[Check]:
    """Neighbouring weekdays with dates that cannot belong to one year, where nothing says the
    year; both lie on one side of the end of February: "Tuesday, 4 March" and "Friday, 8 March"."""
    if day(article.published):
        return
    previous = None
    for claim in claims:
        given = _weekday(claim) if claim.row.kind == "date" else None
        found = _DAY_AND_MONTH.search(claim.row.text)
        if given is None or not found or _YEAR.search(claim.row.text) or not (found["day"]
                                                                              or found["day_"]):
            continue
        when = _date(found, 2001)
        if when is None:
            continue
        if (previous and abs((when - previous[1]).days) <= _SEASON
                and (previous[1].month <= 2) == (when.month <= 2)):
            earlier, first, said = previous
            true = list(DAYS)[(said + (when - first).days) % 7].capitalize()
            yield Check("weekday", claim, earlier,
                        f"if {earlier.row.text} is right, {when.day} {when:%B} is a {true}, "
                        f"the article says {claim.row.text}", .8,
                        holds=(when - first).days % 7 == (given - said) % 7)
        previous = claim, when, given


def durations(claims: list[Claim], article: Checked) -> Iterator[Check]:
    """A duration that the two dates of its sentence do not make.

    Read are "opened on DATE and lost on DATE, it stood for DURATION", "from DATE to DATE,
    DURATION" and "in DATE … DURATION later, in DATE".
    """
    dates = [claim for claim in claims if claim.row.kind == "date" and span(claim.row.iso)
             and _YEAR.search(claim.row.text)]
    lasting = [claim for claim in claims if claim.row.kind == "duration" and claim.row.tier == 1
               and known_unit(claim)]
    if len(dates) != 2 or len(lasting) != 1 or not (_between(dates, lasting[0])
                                                    or _later(dates, lasting[0])):
        return
    (first, second), (duration,) = dates, lasting
    one, two = sorted(filter(None, (span(first.row.iso), span(second.row.iso))))
    size = _seconds(duration) / _SECONDS
    least, most = (two[0] - one[1]) / size, (two[1] - one[0] + 1) / size
    # "Barely", "nearly" and "some" leave a tenth, and a figure half of its last step.
    value = next(end for end in (duration.high, duration.low) if isfinite(end))
    slack = max(.5 if value == round(value) else .25, .1 * value)
    told = (f"{least:.1f}" if round(least, 1) == round(most, 1)
            else f"between {max(least, 0):.1f} and {most:.1f}")
    yield arithmetic("duration", duration, second, (least - slack, most + slack),
                     f"from {first.row.text} to {second.row.text} is {told} {duration.row.unit}s",
                     .9, (first,))


def ago(claims: list[Claim], article: Checked) -> Iterator[Check]:
    """A year and how long ago it is, side by side, on the day of publication: "in 2001, 15 years
    ago", "15 years ago, in 2001"."""
    published = day(article.published)
    if published is None:
        return
    for one, other in zip(claims, claims[1:]):
        when, past = (one, other) if one.row.kind == "date" else (other, one)
        years = span(when.row.iso) if when.row.kind == "date" else None
        if (not years or past.row.kind != "duration" or past.row.unit not in ("year", "decade")
                or not past.row.text.lower().endswith("ago") or not past.pointed
                or not _YEAR.search(when.row.text) or one.row.sentence != other.row.sentence
                or not set(one.between(other)) <= words("checks.calendar_beside_ago")):
            continue
        size = 10 if past.row.unit == "decade" else 1
        passed = [(published.toordinal() - end) / 365.2425 for end in years]
        slack = max(.5, .1 * past.size if past.size % 5 == 0 else 0) * size
        yield arithmetic("duration", past, when,
                         ((passed[1] - slack) / size, (passed[0] + slack) / size),
                         f"from {when.row.text} to {published.year} is "
                         f"{max(published.year - int(when.row.iso[:4]), 0)} years", .85)


def known_unit(claim: Claim) -> bool:
    """Whether a duration has a value and a unit of time of known length."""
    return bool(_seconds(claim)) and any(isfinite(end) for end in interval(claim))


def _seconds(claim):
    """How long the unit of a duration is, 0 where that is not known."""
    unit = units.named(claim.row.unit) if isinstance(claim.row.unit, str) else None
    return unit.factor or 0 if unit else 0


def _between(dates, duration):
    """Whether the sentence says that something lasted from one date to the other."""
    first, second = dates
    if second.last > duration.first:
        return False
    verb, gap = clause(duration.doc[duration.first]), second.between(duration)
    return verb.lemma_ in words("checks.calendar_lasting") and "for" in gap[-4:] or (
        len(gap) <= 3 and set(gap) <= words("checks.calendar_beside"))


def _later(dates, duration):
    """Whether the second date is said to be so much later or earlier than the first."""
    first, second = dates
    after = [token.lower_ for token in duration.doc[duration.last:duration.last + 1]]
    return (first.last <= duration.first < second.first
            and after in (["later"], ["afterwards"], ["after"], ["on"])
            and second.first - duration.last <= 4)

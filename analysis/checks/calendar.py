"""Dates that the calendar does not have: a weekday that another date has, a duration that two dates do not make."""
import re
from datetime import date

from analysis.checks.check import Check

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b\.?", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(r"(?i)\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b\.?,? (?:the )?\d|"
                            r"\d(?:st|nd|rd|th)?,? (?:of )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|\d[/.-]\d")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525}
_NEAR = 183      # a date without a year is one within half a year of publication
_LASTING = {"stand", "last", "live", "serve", "rule", "reign", "run", "hold", "govern", "stay", "remain", "spend", "survive",
            "continue", "operate", "sit"}
_BESIDE = {",", "(", "–", "—", "or", "-", "a", "full", "some", "about", "barely", "nearly", "almost"}


def weekdays(claims, article):
    """A weekday and a date that do not go together ("Monday, 7 February" of a year in which that was a Sunday).

    A date without a year is taken for the one that `article.numbers` resolves it to; where it is half a year and
    more from publication, or the paragraph names a year in which the weekday is right, nothing is said.
    """
    published = day(article.published)
    for claim in claims:
        row = claim.row
        if row.kind != "date" or not (given := _WEEKDAY.match(re.sub("^[Oo]n ", "", row.text))):
            continue
        when = day(row.iso)
        if when is None or not _DAY_AND_MONTH.search(row.text):
            continue
        stated = next(name for name in _WEEKDAYS if name.lower().startswith(given[1].lower()))
        actual = _WEEKDAYS[when.weekday()]
        if stated == actual or not (_YEAR.search(row.text) or published and abs((published - when).days) <= _NEAR
                                    and not _fits_another_year(claim, when, stated, claims)):
            continue
        yield Check("weekday", claim, None, f"{when.day} {when:%B %Y} was a {actual}, not a {stated}"
                    if published is None or when <= published else f"{when.day} {when:%B %Y} is a {actual}, not a {stated}", .95)


def day(iso):
    """The date of a full ISO date, else None."""
    try:
        return date.fromisoformat(iso[:10]) if isinstance(iso, str) and len(iso) >= 10 else None
    except ValueError:
        return None


def _fits_another_year(claim, when, stated, claims):
    """Whether the paragraph, or the one before, speaks of a year in which the weekday is right."""
    for other in claims:
        if other.row.kind == "date" and isinstance(other.row.iso, str) \
                and 0 <= claim.paragraph.paragraph - other.paragraph.paragraph <= 1 \
                and other is not claim and _YEAR.search(other.row.text) and other.row.iso[:4].isdigit():
            try:
                if _WEEKDAYS[when.replace(year=int(other.row.iso[:4])).weekday()] == stated:
                    return True
            except ValueError:
                continue
    return False


def span(iso):
    """(first, last) ordinal day of a date, month, year, decade or week in ISO form, else None.

    >>> span("2016-02"), span("2019")[1] - span("2019")[0]
    ((735995, 736023), 364)
    """
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", iso):
            first = date.fromisoformat(iso).toordinal()
            return first, first
        if re.fullmatch(r"\d{4}-W\d\d", iso):
            first = date.fromisoformat(iso + "-1").toordinal()
            return first, first + 6
        if re.fullmatch(r"\d{4}-\d\d", iso):
            year, month = map(int, iso.split("-"))
            return date(year, month, 1).toordinal(), date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
        if re.fullmatch(r"\d{4}", iso):
            return date(int(iso), 1, 1).toordinal(), date(int(iso), 12, 31).toordinal()
    except (TypeError, ValueError):
        return None


def durations(sentences):
    """A duration that the two dates of its sentence do not make.

    sentences: lists of the Claims of one sentence. Read are "opened on DATE and lost on DATE, it stood for DURATION",
    "from DATE to DATE, DURATION" and "in DATE … DURATION later, in DATE".
    """
    for claims in sentences:
        dates = [claim for claim in claims if claim.row.kind == "date" and isinstance(claim.row.iso, str) and span(claim.row.iso)
                 and _YEAR.search(claim.row.text)]
        lasting = [claim for claim in claims if claim.row.kind == "duration" and claim.row.unit in _DAYS and claim.row.tier == 1]
        if len(dates) == 2 and len(lasting) == 1 and (_between(dates, lasting[0]) or _later(dates, lasting[0])):
            yield from _compare(*dates, lasting[0])


def _between(dates, duration):
    """Whether the sentence says that something lasted from one date to the other."""
    first, second = dates
    if second.last > duration.first:
        return False
    verb = duration.doc[duration.first]
    for _ in range(6):
        if verb.pos_ in ("VERB", "AUX") or verb.head.i == verb.i:
            break
        verb = verb.head
    gap = second.between(duration)
    return verb.lemma_ in _LASTING and "for" in gap[-4:] + [""] or len(gap) <= 3 and set(gap) <= _BESIDE


def _later(dates, duration):
    """Whether the second date is said to be so much later or earlier than the first."""
    first, second = dates
    after = [token.lower_ for token in duration.doc[duration.last:duration.last + 5]]
    return (first.last <= duration.first < second.first and bool(after) and after[0] in ("later", "afterwards", "after", "on")
            and second.first - duration.last <= 4)


def _compare(first, second, duration):
    one, two = sorted((span(first.row.iso), span(second.row.iso)))
    unit = _DAYS[duration.row.unit]
    least, most = (two[0] - one[1]) / unit, (two[1] - one[0] + 1) / unit
    low, high = duration.row.value_low, duration.row.value_high
    # "Barely", "nearly" and "some" leave a tenth, and a round figure half of its last step.
    step = .5 if low == round(low) else .25
    slack = max(step, .1 * high)
    if low - slack <= most and high + slack >= least:
        return
    told = f"{least:.1f}" if round(least, 1) == round(most, 1) else f"between {max(least, 0):.1f} and {most:.1f}"
    yield Check("duration", duration, second, f"from {first.row.text} to {second.row.text} is {told} {duration.row.unit}s, "
                f"the article says {duration.row.text}", .9, (first,))

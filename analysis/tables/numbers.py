"""The numbers table: one row per numeric expression, what it says, of what, and who vouches for it."""
from bisect import bisect_right
from datetime import date

from analysis.numbers.extract import quantities
from analysis.numbers.statements import of_clause
from analysis.numbers.vouching import Voices
from analysis.tables.schemas import frame


def table(article, added=None):
    """One row per numeric expression of an Article, in the columns of `analysis.tables.schemas`.

    A unit has one name however the article spells it (metre, litre), so that claims and articles can be compared by it.
    added: {number of a paragraph: quantities} that a person found besides.
    """
    voices, rows, numbers = Voices(article), [], {}
    sentence_starts = list(article.sentences["start"])
    published = _day(article.published)
    for place, paragraph in enumerate(article.parsed):
        for claim in [*quantities(paragraph.doc, published), *(added or {}).get(place, ())]:
            start, end = paragraph.char_offsets(claim.start, claim.end)
            negated, conditional, future = of_clause(paragraph.doc[claim.first])
            numbers[claim] = len(rows)
            rows.append(dict(
                start=start, end=end, text=article.text[start:end], number=len(rows), kind=claim.kind,
                value_low=claim.low, value_high=claim.high, low_open=claim.low_open, high_open=claim.high_open,
                modifier=claim.modifier, modifier_text=claim.modifier_text, unit=claim.unit, counted=claim.counted,
                per=claim.per, change=claim.change, iso=claim.iso, linked=claim.linked, negated=negated,
                conditional=conditional, future=future, **voices.of(claim, paragraph),
                sentence=max(bisect_right(sentence_starts, start) - 1, 0), tier=claim.tier))
    for row in rows:
        row["linked"] = numbers.get(row["linked"])
    return frame("numbers", rows)


def _day(published):
    try:
        return published and date.fromisoformat(str(published)[:10])
    except ValueError:
        return None

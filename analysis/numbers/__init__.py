"""The numeric expressions of an article: what each says, of what, and who says so.

The way of a number: `dates`, `times`, `years`, `literals` and `magnitudes` find it, `units` reads what stands beside it,
`ranges` joins pairs, `not_numbers` drops idioms, pronouns and names, `modifiers`, `ages`, `counted`, `rates`, `statements`
and `changes` describe it, `vague` adds quantities without a number, `voices` says who vouches for it; `extract` calls them
in this order.
"""
from bisect import bisect_right
from datetime import date

from analysis.schemas import frame


def table(article):
    """One row per numeric expression of an Article, in the columns of `analysis.schemas`.

    A unit has one name however the article spells it (metre, litre), so that claims and articles can be compared by it.
    """
    from analysis.corrections.numbers import added, corrected
    from analysis.numbers.extract import claims
    from analysis.numbers.statements import clause, modes
    from analysis.numbers.voices import Voices

    voices, rows, numbers = Voices(article), [], {}
    sentence_starts = list(article.sentences["start"])
    published = _day(article.published)
    by_hand = added(article)
    for place, passage in enumerate(article.passages):
        for claim in [*claims(passage.doc, published), *by_hand.get(place, ())]:
            start, end = passage.char_offsets(claim.start, claim.end)
            negated, conditional, future = modes(clause(passage.doc[claim.first]))
            numbers[claim] = len(rows)
            rows.append(dict(
                start=start, end=end, text=article.text[start:end], number=len(rows), kind=claim.kind,
                value_low=claim.low, value_high=claim.high, low_open=claim.low_open, high_open=claim.high_open,
                modifier=claim.modifier, modifier_text=claim.modifier_text, unit=claim.unit, counted=claim.counted,
                per=claim.per, change=claim.change, iso=claim.iso, linked=claim.linked, negated=negated,
                conditional=conditional, future=future, **voices.of(claim, passage),
                sentence=max(bisect_right(sentence_starts, start) - 1, 0), tier=claim.tier))
    for row in rows:
        row["linked"] = numbers.get(row["linked"])
    return frame("numbers", corrected(article, rows))


def _day(published):
    try:
        return published and date.fromisoformat(str(published)[:10])
    except ValueError:
        return None

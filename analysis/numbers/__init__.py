"""The numeric expressions of an article: what each says, of what, and who says so.

The way of a number: `dates`, `years`, `literals` and `magnitudes` find it, `units` reads what stands beside it, `ranges` joins
pairs, `not_numbers` drops idioms, pronouns and names, `modifiers`, `ages`, `counted`, `rates` and `statements` describe
it, `vague` adds quantities without a number, `voices` says who vouches for it; `extract` calls them in this order.
"""
import re
from bisect import bisect_right
from datetime import date

from analysis.schemas import frame

_AMERICAN = re.compile(r"\b(?:kilo|centi|milli|nano|micro)?(?:meter|liter)s?\b")


def table(article):
    """One row per numeric expression of an Article, in the columns of `analysis.schemas`.

    Units are spelled as the article spells them: metre and litre, or meter and liter where it writes so.
    """
    from analysis.numbers.extract import claims
    from analysis.numbers.statements import clause, modes
    from analysis.numbers.voices import Voices

    voices, rows, numbers = Voices(article), [], {}
    sentence_starts = list(article.sentences["start"])
    published = _day(article.published)
    for passage in article.passages:
        for claim in claims(passage.doc, published):
            start, end = passage.char_offsets(claim.start, claim.end)
            negated, conditional, future = modes(clause(passage.doc[claim.first]))
            numbers[claim] = len(rows)
            rows.append(dict(
                start=start, end=end, text=article.text[start:end], number=len(rows), kind=claim.kind,
                value_low=claim.low, value_high=claim.high, low_open=claim.low_open, high_open=claim.high_open,
                modifier=claim.modifier, modifier_text=claim.modifier_text, unit=claim.unit, counted=claim.counted,
                per=claim.per, change=claim.change, iso=claim.iso, linked=claim.linked, negated=negated,
                conditional=conditional, future=future, **voices.of(start, end),
                sentence=max(bisect_right(sentence_starts, start) - 1, 0), tier=claim.tier))
    american = _AMERICAN.search(article.text) is not None
    for row in rows:
        row["linked"] = numbers.get(row["linked"])
        if american and row["unit"]:
            row["unit"] = row["unit"].replace("metre", "meter").replace("litre", "liter")
    return frame("numbers", rows)


def _day(published):
    try:
        return published and date.fromisoformat(str(published)[:10])
    except ValueError:
        return None

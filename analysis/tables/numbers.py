"""The numbers table: what each numeric expression says, of what, and who vouches for it."""
from bisect import bisect_right
from datetime import date

from analysis.article import Article
from analysis.numbers import studies
from analysis.numbers.extract import quantities
from analysis.numbers.quantity import Quantity
from analysis.numbers.statements import of_clause
from analysis.numbers.vouching import Voices
from analysis.syntax import subtree
from analysis.tables.schemas import Rows, frame


def table(article: Article, added: dict[int, list[Quantity]] | None = None) -> Rows:
    """One row per numeric expression of an Article, in the columns of `analysis.tables.schemas`.

    A unit has one name however the article spells it (metre, litre), so that figures and articles
    can be compared by it. added: {number of a paragraph: quantities} that a person found besides.
    """
    voices, rows, numbers, taken = Voices(article), [], {}, {}
    sentence_starts, = article.sentences.lists("start")
    published = _day(article.published)
    for place, paragraph in enumerate(article.parsed):
        if paragraph.apart:
            continue
        for quantity in [*quantities(paragraph, published), *(added or {}).get(place, ())]:
            start, end = paragraph.char_offsets(quantity.start, quantity.end)
            negated, conditional, future = of_clause(paragraph.doc[quantity.first])
            numbers[quantity] = len(rows)
            if study := studies.takes(quantity, paragraph.doc[quantity.first]):
                owner = voices.owner(*paragraph.offsets(*subtree(study)))
                taken[len(rows)] = (owner or voices.actor(paragraph.starts[study.i]),
                                    studies.again(study))
            rows.append(dict(
                start=start, end=end, text=article.text[start:end], number=len(rows),
                kind=quantity.kind, value_low=quantity.low, value_high=quantity.high,
                low_open=quantity.low_open, high_open=quantity.high_open,
                modifier=quantity.modifier, modifier_text=quantity.modifier_text,
                unit=quantity.unit, counted=quantity.counted, per=quantity.per,
                change=quantity.change, iso=quantity.iso, linked=quantity.linked, negated=negated,
                conditional=conditional, future=future, **voices.of(quantity, paragraph),
                sentence=max(bisect_right(sentence_starts, start) - 1, 0),
                question=quantity.question, tier=quantity.tier))
    studies.vouch(article, rows, taken)
    for row in rows:
        row["linked"] = numbers.get(row["linked"])
    return frame("numbers", rows)


def _day(published):
    try:
        return published and date.fromisoformat(str(published)[:10])
    except ValueError:
        return None

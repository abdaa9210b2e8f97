"""The paragraphs table: kinds and sections, from `analysis.text.paragraphs`."""

from analysis.article import Article
from analysis.tables.schemas import Rows, frame


def table(article: Article) -> Rows:
    """The paragraphs of an Article: one row each; `section` counts headings, 0 before the first."""
    return frame("paragraphs", (
        dict(start=part.start, end=part.end, text=article.text[part.start:part.end],
             paragraph=number, kind=part.kind,
             section=part.section) for number, part in enumerate(article.parts)))

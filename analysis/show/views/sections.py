"""What sections are called where they are shown."""

from pandas import Series

from analysis.article import Article


def names(article: Article) -> Series:
    """The name of each section of an Article, by its number: its heading; of what comes before the
    first one, words that say so; of an article without headings, "the whole article"."""
    first = article.paragraphs.groupby("section").first()
    begins = first["kind"] == "heading"
    return first["text"].where(begins, "(before the first heading)" if begins.any()
                               else "(the whole article)").astype("str")

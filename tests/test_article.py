"""An Article takes any text, knows what the text prints about itself, and lets what it is given
win."""
from datetime import date, datetime

import pytest

from analysis import Article, ArticleError

PRINTED = ("The weir holds\n\nBy Ilse Marr, Tarnholm Post\n\nUpdated: 4 May 2024\n\n"
           "Published: 3 May 2024\n\n{}")
BODY = "The weir at Tarnholm held through the night, and by morning the water had begun to fall."


def test_what_is_printed_is_known_and_what_is_given_wins():
    printed = Article(PRINTED.format(BODY))
    assert (printed.title, printed.byline, printed.outlet, printed.published) == (
        "The weir holds", "Ilse Marr", "Tarnholm Post", "2024-05-03")
    given = Article(PRINTED.format(BODY), title="Another", published="2020-01-02", byline="B",
                    outlet="O")
    assert (given.title, given.byline, given.outlet, given.published) == ("Another", "B", "O",
                                                                          "2020-01-02")


@pytest.mark.parametrize("published", ["2024-05-03", "3 May 2024", date(2024, 5, 3),
                                       datetime(2024, 5, 3, 8, 30)])
def test_published_is_an_iso_date(published):
    assert Article(BODY, published=published).published == "2024-05-03"


def test_a_date_that_is_none_is_refused():
    with pytest.raises(ArticleError, match="no date"):
        Article(BODY, published="soon")


def test_an_agency_in_the_dateline_is_the_outlet():
    assert Article(f"TARNHOLM (Reuters) - {BODY}").outlet == "Reuters"


@pytest.mark.parametrize("text", [
    "", " \n ", "\x00", "\ud800 lone", "🎈" * 50, "שלום עולם, זה טקסט.", "a\x00b\x07c\u202e d.",
    "***", "“”", "\"", "....", "\ufeff", "()" * 500, "\u200b", "One"])
def test_strange_texts_do_no_harm(text):
    article = Article(text)
    assert len(article.paragraphs) <= 1 and len(article.sentences) <= len(text)
    repr(article)

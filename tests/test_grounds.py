"""Facts about why the article says that a voice may know."""
import pytest

from analysis import Article


@pytest.mark.parametrize("text, kind, words", [
    ("The mayor of Tolne, Ada Lorn, said the weir held.", "office", "mayor of Tolne"),
    ("Ada Lorn, an engineer, said the weir held.", "expertise", "engineer"),
    ("Ada Lorn saw the weir break at noon. She said it was loud.", "witness",
     "Ada Lorn saw the weir break at noon"),
    ("Ada Lorn, a resident of the Lower Town, said the weir held.", "affected",
     "resident of the Lower Town"),
])
def test_grounds_are_a_kind_and_the_words_that_say_it(text, kind, words):
    article = Article(text)
    row = article.speakers.set_index("speaker").loc["Ada Lorn"]
    assert row["grounds"] == kind
    assert words in article.text[row["grounds_start"]:row["grounds_end"]]


def test_who_did_not_see_it_and_who_is_only_named_have_no_grounds():
    table = Article("Ada Lorn did not see the weir break. She said it was old. "
                    "Piet Holm said it was new.").speakers
    assert table["grounds"].isna().all() and table["grounds_start"].isna().all()

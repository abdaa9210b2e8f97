"""Facts about the mentions table."""
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import Article

TEXT = ("Marta Veldin, the mayor of Tolne, opened the pier. She thanked the union. "
        "“I am glad,” Veldin said.\n")


def test_mentions_stand_where_they_say():
    article = Article(TEXT)
    for row in article.mentions.itertuples():
        assert article.text[row.start:row.end] == row.text


def test_pronouns_of_narration_and_quotation_are_mentions():
    mentions = Article(TEXT).mentions
    mine = mentions[mentions["actor"] == "Marta Veldin"]["text"].tolist()
    assert mine == ["Marta Veldin", "the mayor of Tolne", "She", "I", "Veldin"]


def test_role_in_the_clause():
    mentions = Article(TEXT).mentions
    roles = mentions.set_index("text")["role"]
    assert (roles["She"], roles["the mayor of Tolne"]) == ("subject", "apposition")


def test_every_actor_is_in_speakers():
    article = Article(TEXT)
    assert set(article.mentions["actor"]) <= set(article.speakers["speaker"])


WORDS = ["Veldin", "Mr Holm", "she", "the mayor", "said", "“We go,”", "a source", "of", "Tolne",
         ".", ",", "\n\n", "who", "and", "Lorn"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_text_has_consistent_tables(words):
    article = Article(" ".join(words) or ".")
    known = set(article.speakers["speaker"])
    assert set(article.mentions["actor"]) <= known
    assert set(article.attributions["speaker"].dropna()) <= known
    assert article.speakers["speaker"].is_unique

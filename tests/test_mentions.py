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


def test_a_pronoun_at_the_front_is_the_subject_that_follows():
    article = Article("Jon Karm keeps the weir. On her website, Mara Ilves notes that it leaks. "
                      "When she came home, Mara Ilves slept.")
    assert [row.actor for row in article.mentions.itertuples()
            if row.text in ("her", "she")] == 2 * ["Mara Ilves"]


def test_his_brother_is_the_one_who_was_named_so():
    article = Article("Osric Pell looked for his brother, Jon Karm, for weeks. Pell wrote that his "
                      "brother had been hurt. He asked what his younger brother had seen.")
    found = [(row.text, row.actor) for row in article.mentions.itertuples()]
    assert [who for text, who in found if text == "his brother"] == 2 * ["Jon Karm"]
    assert not any("younger" in text and who == "Jon Karm" for text, who in found)


def test_a_second_predicate_says_something_of_the_same_person():
    article = Article("Mara Ilves is a pilot born in Tolne, but also a mother who flies. She left.")
    assert {row.actor for row in article.mentions.itertuples()
            if row.text in ("a pilot", "a mother")} == {"Mara Ilves"}


def test_she_is_nobody_whom_the_article_calls_he_again_and_again():
    he = "Osric Pell came home. He ate, he read and he slept. He woke. "
    text = f"Mara Ilves lost the vote. {he} Osric Pell sang. She said that it was late."
    article = Article(text)
    assert "Osric Pell" not in [row.actor for row in article.mentions.itertuples()
                                if row.text == "She"]


def test_a_name_goes_on_after_a_hyphen():
    rows = Article("Omar Abu Makmud Al-alwani said that the weir leaks. Al-alwani left.").speakers
    assert rows["speaker"].tolist() == ["Omar Abu Makmud Al-alwani"]


def test_nobody_names_himself_in_his_own_quotation():
    article = Article("Osric Pell met the board. Pell said no.\n\n“I doubt it, since Mr. Karm has "
                      "more to say than usual,” he went on.")
    assert article.quotes["speaker"].tolist() == ["Osric Pell"]

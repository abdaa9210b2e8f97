"""Facts about the mentions table."""
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import Article
from analysis.voices import returning

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


def _unlisted(text):
    """{actor without a row in speakers: its mentions}; no other table may know of it."""
    article = Article(text)
    known = set(article.speakers["speaker"])
    assert set(article.stances["actor"]) <= known
    entities = article.decisions[article.decisions["about"] == "entity"]
    assert set(entities["chosen"].dropna()) <= known
    assert entities["row"].map(article.mentions.set_index("mention")["text"]).tolist() == (
        entities["text"].tolist())
    found = {}
    for row in article.mentions.itertuples():
        if row.actor not in known:
            found.setdefault(row.actor, []).append(row.text)
    return found


def test_an_unnamed_person_to_whom_the_article_comes_back_is_mentioned_without_a_row():
    assert _unlisted("Mara Ilves keeps the weir. A boat came with two divers. Ilves paid the two "
                     "divers.") == {"two divers": ["two divers", "the two divers"]}
    assert _unlisted("Mara Ilves wrote to her brother when he was ill.") == {
        "Mara Ilves’s brother": ["her brother", "he"]}


def test_who_is_told_of_once_or_is_no_person_is_not_mentioned_without_a_row():
    assert _unlisted("Mara Ilves keeps the weir. A boat came with two divers who swam.") == {}
    assert _unlisted("Mara Ilves keeps the weir. She gave lamps to schools. Ilves likes schools. "
                     "She read a report on villages and left villages out of the report.") == {}


WORDS = ["Veldin", "Mr Holm", "she", "the mayor", "said", "“We go,”", "a source", "of", "Tolne",
         ".", ",", "\n\n", "who", "and", "Lorn"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_text_has_consistent_tables(words):
    article = Article(" ".join(words) or ".")
    known = set(article.speakers["speaker"])
    unlisted = {actor.name for actor in returning(article)} - known
    assert set(article.mentions["actor"]) <= known | unlisted
    assert set(article.stances["actor"]) <= known
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


def _speakers(text):
    """Who is said to speak, in the order of the attributions."""
    return Article(text).attributions["speaker"].tolist()


def test_the_firm_is_the_body_that_was_just_named():
    assert _speakers("Shares in Ostral Airlines have tumbled after the firm warned it could run "
                     "out of cash. In a filing, the airline said it would cut jobs.") == [
        "Ostral Airlines", "Ostral Airlines"]


def test_a_campaign_under_another_name_is_another():
    found = _speakers("Lorn’s campaign said it was sure to win. The Karm campaign said that it "
                      "would see.")
    assert len(found) == 2 and found[0] != found[1]


def test_somebody_s_team_is_not_the_body_named_before():
    assert _speakers("Ada Lorn met Osric Pell at the Harbour Bank. The winner’s transition team "
                     "said it would name people.") == ["winner’s transition team"]


def test_who_is_brought_in_by_a_quotation_is_not_the_one_who_says_it():
    assert _speakers("Carla Tiegan was aboard, and she wrote that it was late.\n\n“Why is this one "
                     "person’s mistake ours? Why not send the other person back?” she wrote.")[
        -1] == "Carla Tiegan"


def test_whose_men_are_told_of_is_not_the_he_who_tells():
    assert _speakers("“There is no help here,” Osric Pell says. Karm’s troops, he explains, have "
                     "taken the hills.") == ["Osric Pell", "Osric Pell"]


def test_a_surname_goes_on_after_a_particle_and_a_given_name_after_a_hyphen():
    assert _speakers("President Seo Jae-in said it was late. Walter van der Holm said it was "
                     "not.") == ["Seo Jae-in", "Walter van der Holm"]


def test_what_only_likens_to_a_name_is_no_part_of_it():
    names = Article("It was an Ada Lorn-style campaign, Osric Pell said.").speakers["speaker"]
    assert "Ada Lorn-style" not in names.tolist()


def test_a_body_s_website_keeps_the_letters_of_the_body():
    assert _speakers("According to the WHO's website, “the risk is low.”") == ["WHO's website"]

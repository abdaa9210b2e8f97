"""Facts about the table of decisions: what was chosen, how likely that is, and what else it might
be."""
import pytest

from analysis import Article
from analysis.entities.choice import UNSURE, Choice
from analysis.entities.mention import Actor

TEXT = ("Mr Holm met Mr Lorn, the pilot, at the pier of Tolne. He said that the bridge was "
        "safe.\n\n"
        "“It will hold,” said Lorn.")


@pytest.fixture(scope="module")
def article():
    return Article(TEXT)


def test_each_attribution_has_a_decision_on_what_is_said_and_one_on_who_says_it(article):
    table = article.decisions
    for about in ("attribution", "speaker"):
        assert (table[table["about"] == about]["row"].tolist()
                == article.attributions["attribution"].tolist())


def test_the_speaker_is_the_one_chosen_and_as_likely(article):
    chosen = article.decisions[article.decisions["about"] == "speaker"].set_index("row")
    for row in article.attributions.itertuples():
        assert chosen.loc[row.attribution, "chosen"] == row.speaker
        assert chosen.loc[row.attribution, "probability"] == row.speaker_confidence


def test_a_pronoun_has_a_runner_up_that_is_less_likely(article):
    row = article.decisions[article.decisions["rule"] == "pronoun.salience"].iloc[0]
    assert (row["chosen"], row["runner_up"]) == ("Holm", "Lorn")
    assert row["runner_up_probability"] < row["probability"]


def test_quotes_say_source_cue_and_both_confidences_of_their_attribution(article):
    quote, said = article.quotes.iloc[0], article.attributions.iloc[1]
    assert (quote["source"], quote["cue"]) == ("Lorn", "said")
    assert quote["speaker_confidence"] == said["speaker_confidence"]
    assert quote["why"] == "direct.after; name.known"


def test_nobody_is_named_who_is_less_likely_than_not():
    actor = Actor("person", {("ada", "lorn"): 1}, name="Ada Lorn")
    doubted = Choice(actor, "pronoun.salience", .4).settled()
    assert (doubted.actor, doubted.why, doubted.runner_up) == (None, UNSURE, actor)
    assert Choice(actor, "pronoun.salience", .5).settled().actor is actor


def test_whom_the_article_does_not_name_is_kept_unless_it_is_unlikely():
    pilot = Actor("role", phrase="the pilot")
    assert Choice(pilot, "description.new", .4).settled().actor is pilot
    assert Choice(pilot, "description.new", .2).settled().actor is None

"""The tone of sentences and of an article: what a score rests on, and what must not move it."""
import math

import pytest
from elsewhere import elsewhere
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis
from analysis import tone
from analysis.lexicons import rows
from analysis.tone.calibration import weights
from analysis.tone.context import valued_words
from analysis.tone.learned import learned
from analysis.tone.names import WORD, name_words
from analysis.tone.vader import straighten
from analysis.tone.valence import classes

TEXT = st.text(st.characters(codec="utf-8"), max_size=200) | st.lists(st.sampled_from(
    "the war killed no hope isn’t Hope great “free” not very disaster but well-being END praised — "
    ", . ! United".split())).map(" ".join)


@settings(deadline=None)
@given(st.lists(TEXT, max_size=4))
def test_every_string_has_a_finite_score_on_the_human_scale(sentences):
    scores = tone.score(sentences)
    assert len(scores) == len(sentences)
    assert all(math.isfinite(score) and -4 <= score <= 4 for score in scores)


@settings(deadline=None)
@given(TEXT)
def test_the_parts_sum_to_the_score_and_the_drivers_to_the_parts(sentence):
    row = tone.score_table([sentence]).iloc[0]
    assert row["score"] == pytest.approx(weights()["intercept"] + row["topic"] + row["evaluative"])
    assert sum(adds for _, adds,
               *_ in row["drivers"]) == pytest.approx(row["topic"] + row["evaluative"])
    assert all(sentence[start:end] == word for word, _, start, end in row["drivers"])


@settings(deadline=None)
@given(TEXT)
def test_every_word_of_evidence_is_a_driver_and_every_other_driver_a_learned_word(sentence):
    row = tone.score_table([sentence]).iloc[0]
    words = [word for word in valued_words(sentence) if word.kind != "name"]
    evidence = {(word.start, word.end) for word in words if word.valence != 0}
    assert row["evidence"] == len(evidence)
    shown = {(start, end): word for word, _, start, end in row["drivers"]}
    assert len(shown) == len(row["drivers"]) and evidence <= set(shown)
    assert {straighten(word).lower() for place, word in shown.items()
            if place not in evidence} <= set(learned())


def test_a_list_of_a_thousand_words_stays_on_the_scale_and_traceable():
    row = tone.score_table(["good bad worst " * 400]).iloc[0]
    assert -4 <= row["score"] <= 4
    assert row["score"] == pytest.approx(weights()["intercept"] + row["topic"] + row["evaluative"])


def test_the_more_words_a_score_rests_on_the_more_it_can_err():
    table = tone.score_table(["The committee met.",
                              "The disaster, a terrible tragedy, was a great shock."])
    assert table.loc[0, "se"] < table.loc[1, "se"]


def test_a_sentence_without_evidence_gets_the_intercept_and_says_so():
    row = tone.score_table(["The committee met on Monday."]).iloc[0]
    assert (row["score"], row["evidence"], row["drivers"]) == (weights()["intercept"], 0, [])


def scored(sentence):
    return tone.score([sentence])[0]


@pytest.mark.parametrize("worse, better", [
    ("The flood killed twelve people.", "The choir thanked twelve people."),
    ("The bridge was not good.", "The bridge was good."),
    ("There was no hope of a rescue plan that worked.",
     "There was hope of a rescue plan that worked."),
    ("The town is besieged.", "The town is visited."),
    ("It was a very bad plan.", "It was a bad plan."),
])
def test_the_worse_sentence_scores_lower(worse, better):
    assert scored(worse) < scored(better)


def test_names_bring_no_tone():
    plain = tone.score_table(["Fighters of the Elm Hill Army met."]).iloc[0]
    proud = tone.score_table(["Fighters of the Free Glory Army met."]).iloc[0]
    assert proud["score"] == plain["score"]
    assert proud["names"] > 0 and plain["names"] == 0


def test_typographic_marks_score_like_straight_ones():
    curly, straight = tone.score_table(["“It isn’t good,” she said—“help!”",
                                        '"It isn\'t good," she said "help!"']).to_dict("records")
    assert (curly["score"], curly["compound"]) == (straight["score"], straight["compound"])


def test_the_fitted_figures_reach_the_promise_on_articles_they_were_not_fitted_on():
    left_out = weights()["five_fold"]
    assert left_out["r_sentence"] >= .61 and left_out["r_article"] >= .755
    assert .92 <= left_out["coverage"] <= .98 and .92 <= left_out["contrast_coverage"] <= .98
    assert left_out["r_sentence"] > left_out["vader_r_sentence"]


def test_the_tone_table_has_a_row_per_sentence_and_drivers_at_their_places():
    article = analysis.Article("Storm hits the coast\n\nThe storm was a disaster.  “We must "
                               "perhaps rebuild,” Ana Brell said.")
    table = article.tone
    assert list(table["sentence"]) == list(article.sentences["sentence"])
    for row in table.itertuples():
        assert all(article.text[start:end] == word for word, _, start, end in row.drivers)
    assert table["modals"].sum() == table["hedges"].sum() == 1


@pytest.fixture(scope="module")
def aleppo():
    return analysis.Article(elsewhere("aleppo.txt").read_text("utf8"))


@pytest.mark.parametrize("offset", [6054, 6165, 6424, 30498, 2616, 27380, 17860, 32512])
def test_no_praise_is_read_into_the_aleppo_article_where_its_words_mislead(aleppo, offset):
    table = aleppo.tone
    row = table[(table["start"] <= offset) & (table["end"] > offset)].iloc[0]
    assert row["score"] < 0 or row["evidence"] == 0


@given(TEXT)
def test_straightening_moves_nothing(sentence):
    assert len(straighten(sentence)) == len(sentence)


@pytest.mark.parametrize("sentence, names", [
    ("Then the Free Harbour Union met.", ["Free", "Harbour", "Union"]),
    ("Free the boats, said Mr. Hope.", ["Mr", "Hope"]),
    ("Hope Marsh said: “Great news.”", ["Hope", "Marsh"]),
    ("Great Flood Kills Ten at Pier", []),
    ("I hope I’m wrong.", []),
])
def test_capitals_tell_names_from_openings_and_titles(sentence, names):
    starts = name_words(straighten(sentence))
    assert [word[0] for word in WORD.finditer(straighten(sentence))
            if word.start() in starts] == names


@pytest.mark.parametrize("sentence", ["It was done with the help of rope.",
                                      "The party met as well as the lobby."])
def test_fixed_phrases_and_neutral_senses_are_no_evidence(sentence):
    assert tone.score_table([sentence]).loc[0, "evidence"] == 0


def test_what_was_learned_is_a_number_a_word_and_tells_of_nobody():
    table = learned()
    assert 1000 < len(table) < 20_000 and all(0 < abs(weight) < 1 for weight, _ in table.values())
    told = {word for row in rows("countries.tsv") for cell in row.values()
            for word in cell.lower().split()}
    told |= {row["noun"].lower().split()[-1] for row in rows("roles.tsv")}      # "finance officer"
    assert not told & set(table) and not {"he", "she", "woman", "immigrants", "black"} & set(table)


def test_learned_words_are_damped_in_long_sentences_and_drivers_show_them():
    short, long = tone.score_table(["We cannot go.", "We cannot go " + "on the river by boat " * 20
                                    + "then."]).to_dict("records")
    first, second = ({word: adds for word, adds, *_ in row["drivers"]}["cannot"]
                     for row in (short, long))
    assert first < second < 0


def test_no_word_is_in_two_classes_of_the_news_list():
    words = [word for _, group in classes("news_valence.tsv") for word in group]
    assert len(words) == len(set(words)) and all(word == word.lower() for word in words)

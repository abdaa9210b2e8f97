"""Group figures of tone: what they average, how sure they are, and what they say in words."""
import math

import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis
from analysis.measures import arc as arcs
from analysis.measures import tone, wording
from analysis.tone.calibration import weights

TEXT = ("The flood was a disaster. Ten people died in the storm. The mayor wept. “We are proud of "
        "this wonderful town,” "
        "Ana Brell said. “It is a great place,” she said. “I love it,” she said.\n\nWhat comes "
        "next\n\n"
        "The council meets on Monday. It will talk about the pier. The pier is forty years old.")


@pytest.fixture(scope="module")
def article():
    return analysis.Article(TEXT)


def made(scores, group="a"):
    return pandas.DataFrame({"start": range(len(scores)), "sentence": range(len(scores)),
                             "score": scores, "evidence": 1,
                             "topic": 0.0, "evaluative": scores, "compound": 0.0, "group": group})


def test_means_are_those_of_the_sentences_and_headings_are_left_out(article):
    table = tone.scored(article)
    assert "What comes next" not in set(table["text"])
    by_section = tone.groups(table, "section").set_index("group")
    assert list(by_section["n"]) == [6, 3]
    assert by_section.loc[0, "mean"] == pytest.approx(table.loc[table["section"] == 0,
                                                                "score"].mean())
    row = by_section.loc[0]
    assert row["mean"] == pytest.approx(tone.intercept() + row["topic"] + row["evaluative"])
    assert by_section.loc[1, "coverage"] < by_section.loc[0, "coverage"]


def test_the_error_of_a_mean_never_falls_below_that_of_the_measure():
    few, many = (tone.groups(made([0.0] * n), None).loc[0, "se"] for n in (5, 5000))
    assert few > many > weights()["article_sd"]


def test_speakers_are_groups_and_the_reporter_is_one(article):
    found = set(tone.scored(article)["speaker"].dropna())
    assert "reporter" in found and any("Brell" in name for name in found)


def test_contrasts_say_when_the_data_cannot_tell():
    same = tone.contrasts(pandas.concat([made([0.0] * 8, "a"), made([.1] * 8, "b")]),
                          "group").loc[0]
    assert not same["apart"] and "cannot tell" in same["reading"]
    apart = tone.contrasts(pandas.concat([made([-1.0] * 30, "a"), made([1.0] * 30, "b")]),
                           "group").loc[0]
    assert apart["apart"] and apart["reading"].startswith("a reads more negative than b")
    each = weights()["variance"] + weights()["variance_per_word"]
    assert apart["se"] == pytest.approx(math.sqrt(each * 2 / 30 + 2 * weights()["stretch_sd"] ** 2))
    assert tone.contrasts(pandas.concat([made([-1.0] * 30, "a"), made([1.0] * 4, "b")]),
                          "group").empty


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), max_size=8))
def test_comparing_more_groups_never_makes_a_difference_surer(values):
    adjusted = tone._holm(values)
    assert all(value <= after <= 1 for value, after in zip(values, adjusted))


def test_drivers_sum_to_the_mean_and_lead_to_their_places(article):
    table = tone.scored(article)
    words = tone.drivers(table, most=1000)
    assert tone.intercept() + words["adds"].sum() == pytest.approx(table["score"].mean())
    for row in words.itertuples():
        assert all(article.text[start:start + len(row.word)].lower() == row.word
                   for start in row.starts)
        assert row.count == len(row.starts)


@pytest.mark.parametrize("score, sentences, evidence, words", [
    (-3.0, 3, 1, "Too few sentences"), (-3.0, 9, 0, "carries tone"), (-3.0, 9, 1, "Negative"),
    (0.1, 9, 1, "cannot tell")])
def test_no_tone_is_read_into_too_little(score, sentences, evidence, words):
    assert words in tone.groups(made([score] * sentences).assign(evidence=evidence),
                                None).loc[0, "reading"]


def test_the_arc_leaves_the_band_for_a_turn_and_not_for_noise():
    turn = arcs.arc(made([-1.0] * 40 + [1.0] * 40))
    noise = arcs.arc(made([-1.0, 1.0] * 40))
    assert turn["outside"].any() and not noise["outside"].any()
    assert turn["mean"].isna().sum() == 10 and "leaves" in arcs.arc_reading(turn)
    pandas.testing.assert_frame_equal(turn, arcs.arc(made([-1.0] * 40 + [1.0] * 40)))
    assert "too few" in arcs.arc_reading(arcs.arc(made([1.0] * 5)))


def test_sections_are_marked_at_their_first_sentence(article):
    marks = arcs.sections(article)
    assert list(marks["heading"].fillna("")) == ["", "What comes next"]
    assert article.text[marks.loc[1, "start"]:].startswith("The council")


def test_passives_count_only_where_nobody_is_said_to_act():
    article = analysis.Article("Shots were fired at the pier. The wall was built by the council. "
                               "The house has been sold.")
    found = wording.agentless_passives(article)
    assert list(found["text"]) == ["were fired", "been sold"] and list(found["sentence"]) == [0, 2]


def test_wording_rates_lead_to_their_words():
    article = analysis.Article("It may perhaps rain. The so-called regime will never yield.")
    rates = wording.rates(tone.scored(article)).set_index("measure")
    assert rates.loc["modals", "count"] == 2
    assert rates.loc["modals", "low"] < rates.loc["modals", "per_thousand"] < rates.loc["modals",
                                                                                        "high"]
    assert list(wording.occurrences(article, "loaded")["text"]) == ["so-called", "regime"]


def test_every_measure_of_an_empty_article_is_an_empty_table():
    table = tone.scored(analysis.Article(""))
    assert tone.groups(table, "section").empty and tone.contrasts(table, "voice").empty
    assert (tone.drivers(table, "voice").empty and wording.rates(table).empty
            and arcs.arc(table).empty)

"""The balance of voices: every word counted once, shares that add up, intervals that admit what
they do not know."""
import math

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import analysis
from analysis.measures import balance as voices
from analysis.models.intervals import bootstrap, wilson

TEXT = """The weir at Oxley gave way on Monday, Mayor Ana Brell said.

“We had no warning at all,” said Brell, the mayor of Oxley. “Nobody called us.”

Tom Quist, a baker, disagreed. “The river warned us for a week,” Quist said.

The ministry claims that the weir was sound. The minister, Piet Aldous, was in the capital. \
Aldous stayed there. Aldous has not returned."""


@pytest.fixture(scope="module")
def article():
    return analysis.Article(TEXT)


def test_every_word_of_a_quotation_counts_once_for_its_speaker(article):
    table = voices.words(article).set_index("speaker")
    assert table.loc["Ana Brell", "quoted"] == 9
    assert table.loc["Tom Quist", ["quoted", "reported"]].tolist() == [7, 0]


def test_words_and_shares_add_up_whatever_they_are_grouped_by(article):
    totals = {by: voices.words(article, by)["words"].sum()
              for by in ("speaker", "form", "role_class", "affiliation")}
    speakers = article.speakers[["quoted_words", "reported_words"]].sum().sum()
    assert set(totals.values()) == {speakers}
    assert voices.words(article, "form")["share"].sum() == pytest.approx(1)


def test_a_column_of_the_readers_own_is_a_dimension_like_any_other(tmp_path):
    (tmp_path / "weir.txt").write_text(TEXT, encoding="utf8")
    (tmp_path / "weir.voices.csv").write_text("speaker,camp\nAna Brell,town\nTom Quist,town\n",
                                              encoding="utf8")
    table = voices.words(analysis.read(tmp_path / "weir.txt"), "camp").set_index("camp")
    assert table.loc["town", "voices"] == 2


def test_an_article_without_speech_has_empty_measures():
    silent = analysis.Article("The weir held. Nothing happened after that.")
    assert (voices.words(silent).empty and voices.by_section(silent).empty
            and voices.doubt(silent).empty)
    assert math.isnan(voices.effective_voices(silent)[0])


def test_an_actor_who_is_only_talked_about_is_silent(article):
    assert "Piet Aldous" in set(voices.silent(article, least=1)["speaker"])
    assert "Ana Brell" not in set(voices.silent(article, least=1)["speaker"])


def test_what_somebody_did_not_claim_is_no_doubt_of_anybody():
    table = voices.doubt(analysis.Article(
        "Mara Ilves did not claim that the weir was safe. She said that it was old."), "speaker")
    assert table[["n", "doubting"]].values.tolist() == [[1, 0]]


def test_a_claim_is_counted_as_doubt_of_the_one_who_makes_it(article):
    doubting = voices.doubt(article, "speaker").set_index("speaker")["doubting"]
    assert doubting.drop(index=["Ana Brell", "Tom Quist"]).sum() == 1


@given(st.lists(st.integers(1, 500), min_size=1, max_size=12))
def test_the_effective_number_of_voices_is_at_most_their_number(words):
    number = voices._hill(numpy.array(words, float))
    assert 1 - 1e-9 <= number <= len(words) + 1e-9


def test_voices_of_equal_length_count_fully():
    assert voices._hill(numpy.array([40.0] * 5)) == pytest.approx(5)


@given(st.integers(0, 60), st.integers(0, 60))
def test_wilsons_interval_holds_the_share_and_stays_between_none_and_all(hits, more):
    low, high = wilson(hits, hits + more)
    assert 0 <= low <= high <= 1
    if hits + more:
        assert low - 1e-9 <= hits / (hits + more) <= high + 1e-9


def test_an_interval_does_not_depend_on_how_many_rows_are_drawn_at_once(monkeypatch):
    units = numpy.arange(60.).reshape(30, 2)
    whole = bootstrap(units, lambda sums: sums)
    monkeypatch.setattr("analysis.models.intervals._DRAWN", 700)
    assert (bootstrap(units, lambda sums: sums) == whole).all()


def test_one_observation_has_no_interval():
    assert numpy.isnan(bootstrap(numpy.array([[3.0, 4.0]]), lambda sums: sums)).all()

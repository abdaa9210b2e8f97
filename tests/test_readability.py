"""Readability: the formulas, what they count, and when there is no figure."""
import numpy
import pandas
import pytest

import analysis
from analysis.measures.readability import beside_textstat
from analysis.tone.readability import FEWEST_SENTENCES, indices
from analysis.tone.readability_counts import COUNTS, is_familiar, sentence_counts, syllables

SIMPLE = "The boat came in late. "
HARD = "Municipal engineers subsequently recommended considerable modifications to the embankment. "


def counts(sentence):
    return dict(zip(COUNTS, sentence_counts([sentence])[0]))


def test_formulas_give_their_published_values():
    # 100 words in 5 sentences, 150 syllables, 450 letters, 10 words of three syllables, 10
    # unfamiliar
    values = indices(numpy.array([5, 100, 450, 450, 150, 10, 10, 10], float))
    assert values["flesch_reading_ease"] == pytest.approx(206.835 - 1.015 * 20 - 84.6 * 1.5)
    assert values["flesch_kincaid_grade"] == pytest.approx(9.91)
    assert values["gunning_fog"] == pytest.approx(12)
    assert values["smog_index"] == pytest.approx(3.1291 + 1.043 * 60 ** .5)
    assert values["coleman_liau_index"] == pytest.approx(.0588 * 450 - .296 * 5 - 15.8)
    assert values["automated_readability_index"] == pytest.approx(4.71 * 4.5 + 10 - 21.43)
    assert values["dale_chall"] == pytest.approx(.1579 * 10 + .0496 * 20 + 3.6365)


def test_words_and_syllables_are_counted_as_a_reader_would():
    found = counts("“We aren’t rebuilding 1,200 ware-houses,” Ana Brell said.")
    assert (found["words"], found["sentences"]) == (8, 1)
    assert [syllables(word) for word in ("rebuilding", "ware-houses", "1,200")] == [3, 3, 1]
    assert found["long_words"] == 0     # a third syllable from -ing, and a compound of short words


def test_names_and_inflections_are_not_hard_words():
    assert counts("The boats came to Zwolnitz Harbourgate.")["unfamiliar"] == 0
    assert is_familiar("visited") and not is_familiar("embankment")


def test_syllables_agree_with_the_reference_package():
    from textstat import textstat
    words = ("the harbour engineers recommended modifications idea poem flumboxed "
             "cooperation").split()
    assert [syllables(word) for word in words] == [textstat.syllable_count(word) for word in words]


def test_short_groups_have_no_figure_and_long_ones_an_interval_around_it():
    article = analysis.Article("\n\n".join([SIMPLE * 20, "A long day",
                                            SIMPLE * (FEWEST_SENTENCES - 1), "Plans",
                                            HARD * 8 + SIMPLE * 12]))
    table = article.readability
    sections = table[(table["voice"] == "all") & table["section"].notna()].set_index("section")
    assert list(sections["sentences"]) == [20, 14, 20]
    assert sections["flesch_kincaid_grade"].isna().tolist() == [False, True, False]
    hard = sections.loc[2]
    assert (hard["flesch_kincaid_grade_low"] < hard["flesch_kincaid_grade"]
            < hard["flesch_kincaid_grade_high"])
    assert hard["flesch_kincaid_grade"] > sections.loc[0, "flesch_kincaid_grade"]


def test_voices_have_rows_of_their_own_and_the_same_text_the_same_figures():
    text = (SIMPLE * 16
            + "“The wall held, and the whole town slept well that night,” Ana Brell said. " * 3)
    table = analysis.Article(text).readability
    assert list(table["voice"])[:2] == ["all", "reporter"] and table["section"].isna()[0]
    pandas.testing.assert_frame_equal(table, analysis.Article(text).readability)


def test_an_article_without_running_text_has_an_empty_table():
    assert len(analysis.Article("").readability) == 0


def test_the_reference_package_differs_only_where_its_departures_are_named():
    beside = beside_textstat(analysis.Article((HARD + SIMPLE) * 10)).set_index("index")
    unexplained = beside[beside["why"].isna()]
    assert (unexplained["difference"].abs() < .05).all()
    assert beside.loc["coleman_liau_index", "difference"] > .2

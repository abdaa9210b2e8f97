"""The evaluation counts as its docstrings say: on an annotated text of our own, where the right
answer is known."""
import numpy
import pandas
import pytest

from analysis.findings import KINDS
from analysis.project import RATINGS
from evaluation.attributions import scored
from evaluation.figures import ACCURACY, Figure, merged, save, share
from evaluation.ratings import READERS, alpha
from evaluation.readings import READERS as SORTS
from evaluation.readings import figures as reading_figures
from evaluation.readings import rows as readings
from evaluation.spans import quoted
from evaluation.voices_heard import scored as voices_heard

TEXT = "“The wall held,” said Ada Lorn. “It will hold again,” she added."
LORN = dict(source=[[22, 30]], reference="Ada Lorn", kind="direct")
GOLD = [dict(LORN, content=[[1, 14]]), dict(LORN, content=[[33, 51]], source=[[54, 57]])]


def _values(gold):
    return {figure.measure: figure.value
            for figure in scored([dict(text=TEXT, quotes=gold)], "an invented text", "unseen")}


def test_a_text_read_as_a_person_reads_it_scores_a_hundred():
    values = _values(GOLD)
    assert {value for measure, value in values.items() if "paraphrases" not in measure} == {100.0}


def test_a_wrong_source_and_a_missed_paraphrase_cost():
    values = _values([GOLD[0], dict(GOLD[1], source=[[0, 3]]),
                      dict(LORN, kind="indirect", content=[[17, 21]])])
    assert values["quoted stretches with the right source (F1)"] == 50
    assert values["paraphrases cut as a person cuts them (recall)"] == 0


@pytest.mark.parametrize("span", [(0, 15), (1, 14)])
def test_marks_inside_and_just_outside_a_content_make_the_same_stretch(span):
    assert quoted(TEXT, dict(content=[span])) == [(1, 14)]


def test_what_is_not_measured_again_keeps_its_value_and_its_date(tmp_path):
    old = Figure("numbers", "values right (F1)", 90, 10, "old texts", date="2020-01-01")
    save(merged([old, share("quotes", "right", 1, 2, "texts")]), tmp_path / "a.csv")
    before = pandas.read_csv(tmp_path / "a.csv", comment="#")
    after = merged([share("quotes", "right", 2, 2, "texts")], before).set_index("extraction")
    assert after.loc["numbers", "date"] == "2020-01-01" and after.loc["quotes", "value"] == 100


def test_the_shipped_table_is_one_that_the_command_wrote(tmp_path):
    save(pandas.read_csv(ACCURACY, comment="#"), tmp_path / "again.csv")
    assert (tmp_path / "again.csv").read_text("utf8") == ACCURACY.read_text("utf8")


def test_a_text_whose_voices_are_known_scores_full_marks():
    values = {figure.measure: figure.value for figure in voices_heard([dict(
        text="“The wall held all night, and it will hold again for many years to come, whatever "
             "the river does to it,” "
             "said Ada Lorn.", quotes=[dict(LORN, content=[[1, 104]])])], "an invented text",
                                                                      "unseen")}
    assert (values["voices that are voices (precision)"]
            == values["voices that were found (recall)"] == 100)
    assert values["error of the first voice's share of the words (points)"] == 0


def test_verdicts_of_readers_are_about_kinds_of_findings_and_hold_no_text():
    for row in readings():
        assert row["finding"] in KINDS and row["verdict"] in ("true", "misleading", "false",
                                                              "withheld")
        assert len(row["text_sha256"]) == 64 and len(row["cause"].split()) <= 5


def test_what_fresh_readers_found_is_never_pooled_with_what_the_author_found():
    batches = {reader: {row["batch"] for row in readings() if row["reader"] == reader}
               for reader in SORTS}
    assert not batches["fresh"] & batches["author"]
    for figure in reading_figures(None):
        assert (figure.seen == "unseen") == ("fresh" in figure.texts)
        assert (figure.seen == "development") == ("author" in figure.texts)


def test_every_rated_sentence_has_three_ratings_on_the_scale_and_no_text():
    rated = pandas.read_csv(RATINGS, comment="#")
    assert list(rated) == ["pool", "text_sha256", "start", "end", *READERS]
    assert len(rated) == 200 and rated[READERS].isin(range(-4, 5)).all(axis=None)


def test_readers_who_agree_have_an_alpha_of_one_and_chance_has_none():
    same = numpy.array([[-2, -2, -2], [0, 0, 0], [3, 3, 3]])
    assert alpha(same) == 1
    chance = numpy.random.default_rng(1).normal(size=(3000, 3))
    assert abs(alpha(chance)) < .05

"""How right the program is, is counted as the codebook says."""
import json

import pandas
import pytest

from analysis import Article
from analysis.measures import accuracy
from analysis.project import ACCURACY
from analysis.show.views import accuracy as views

TEXT = "“We will mend the bridge,” said Ana Brell. It cost 40 euros."


@pytest.fixture
def gold(tmp_path):
    """A gold of TEXT with one quotation that is found, one that is not, and a number of another
    value."""
    place = tmp_path / "mine"
    place.mkdir()
    (place / "meta.json").write_text(json.dumps({"text_sha256": Article(TEXT).text_sha256,
                                                 "how": "by hand"}))
    quotes = [{"kind": "direct", "start": 1, "end": 25, "speaker": "Ana Brell"},
              {"kind": "direct", "start": 43, "end": 60, "speaker": "Ivo Lund"},
              {"kind": "scare", "start": 43, "end": 45, "speaker": None}]
    (place / "quotes.jsonl").write_text("\n".join(map(json.dumps, quotes)))
    start = TEXT.index("40")
    (place / "numbers.jsonl").write_text(json.dumps(
        {"start": start, "end": start + 8, "value_low": 41, "value_high": 41, "unit": "EUR",
         "iso": None, "speaker": "reporter"}))
    return tmp_path


def test_right_found_and_annotated_are_counted_apart(gold):
    table = accuracy.scores(Article(TEXT), gold)
    assert table[["extraction", "n", "found", "right"]].values.tolist() == [
        ["quotes", 2, 1, 1], ["speakers", 2, 1, 1], ["numbers", 1, 1, 1], ["numbers", 1, 1, 0],
        ["numbers", 1, 1, 1]]
    first = table.iloc[0]
    assert (first["precision"], first["recall"], first["f1"]) == (1, .5, pytest.approx(2 / 3))


def test_a_missed_quotation_is_listed_with_its_words(gold):
    table = accuracy.wrong_speakers(Article(TEXT), gold)
    assert [(row.gold, row.text, row.speaker)
            for row in table.itertuples()] == [("Ivo Lund", TEXT[43:60], None)]


def test_another_text_has_no_gold(gold):
    assert accuracy.scores(Article(TEXT + " "), gold).empty
    assert ("Nobody has annotated" in repr(views.live(Article(TEXT)))
            and "Nobody" in repr(views.live_finding(Article(TEXT))))


def test_a_row_is_paired_once():
    assert accuracy.pairs([{1, 2}, {1, 2}], [{1, 2}]) == [(0, 0)]


def test_no_figure_of_the_published_table_is_above_a_hundred_or_without_its_number_of_cases():
    table = pandas.read_csv(ACCURACY, comment="#")
    assert set(table["seen"]) <= {"development",
                                  "unseen"} and table[["version", "date"]].notna().all(axis=None)
    counted = table.dropna(subset=["low"])
    assert ((counted["low"] <= counted["value"]) & (counted["value"] <= counted["high"])).all()
    assert table[["value", "human", "peer"]].max().max() <= 100 and (table["n"] > 0).all()

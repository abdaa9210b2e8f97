"""The hand annotations fit the texts they were made on, keep to their codebook, and carry no one
else's words."""
import hashlib
import json
import math
from datetime import date
from pathlib import Path

import pytest
from elsewhere import elsewhere

from analysis.entities.lexicon import roles

DATA = Path(__file__).parent.parent / "data"
GOLD = sorted(path.parent.name for path in (DATA / "gold").glob("*/meta.json"))
OWN = [name for name in GOLD if name != "aleppo"]
MARKS = "“”\"‘’'"

KINDS = {
    "quotes": {"direct", "mixed", "scare", "title"},
    "attributions": {"direct", "indirect", "mixed"},
    "numbers": {"count", "money", "percent", "fraction", "ratio", "distance", "area", "weight",
                "speed", "temperature", "duration", "frequency", "rate", "age", "date", "time",
                "ordinal", "identifier"},
    "checks": {"disputed", "alternative", "updated", "scope", "weekday", "duration", "percentage",
               "sum", "rate", "magnitude"}}
FORMS = {"named", "role", "group", "organisation", "document", "anonymous"}
ROLE_CLASSES = {None, *(role.role_class for role in roles().values())}
SCOPES = {"speech", "thought", "document", "evaluation"}
MODIFIERS = {"=", "~", ">", ">=", "<", "<=", "range"}


def rows(name, table):
    path = DATA / "gold" / name / f"{table}.jsonl"
    return [json.loads(line)
            for line in path.read_text(encoding="utf8").splitlines()] if path.exists() else []


def meta(name):
    return json.loads((DATA / "gold" / name / "meta.json").read_text(encoding="utf8"))


def text(name):
    path = DATA.parent / meta(name)["article"] if name in OWN else elsewhere(f"{name}.txt")
    return path.read_bytes().decode("utf8")


def spans(name):
    """Every (start, end) in the gold of one article."""
    for table in ("quotes", "indirect", "numbers", "not_numbers", "mentions"):
        yield from ((row["start"], row["end"]) for row in rows(name, table))
    for row in rows(name, "attributions"):
        yield from row["content"]
        yield from ((row[part + "_start"], row[part + "_end"]) for part in ("source", "cue")
                    if row[part + "_start"] is not None)


@pytest.mark.parametrize("name", GOLD)
def test_gold_was_made_on_this_very_text(name):
    assert hashlib.sha256(text(name).encode("utf8")).hexdigest() == meta(name)["text_sha256"]
    assert all(len(rows(name, table)) == count for table, count in meta(name)["rows"].items())


@pytest.mark.parametrize("name", GOLD)
def test_spans_lie_inside_the_text_and_begin_and_end_with_ink(name):
    article = text(name)
    for start, end in spans(name):
        assert 0 <= start < end <= len(article)
        assert article[start:end] == article[start:end].strip()


@pytest.mark.parametrize("name", GOLD)
def test_quotes_stand_between_marks(name):
    article = text(name)
    for row in rows(name, "quotes"):
        assert article[row["start"] - 1] in MARKS and article[row["start"]] not in "“”\""
        assert article[row["end"]] in MARKS + "\n" and article[row["end"] - 1] not in "“”\""


@pytest.mark.parametrize("name", OWN)
def test_every_double_mark_of_our_articles_borders_an_annotated_quote(name):
    article = text(name)
    borders = {edge for row in rows(name, "quotes") for edge in (row["start"] - 1, row["end"])}
    assert {place for place, letter in enumerate(article) if letter in "“”\""} <= borders


@pytest.mark.parametrize("name", GOLD)
def test_closed_vocabularies(name):
    for table, kinds in KINDS.items():
        assert {row["kind"] for row in rows(name, table)} <= kinds
    assert {row["modifier"] for row in rows(name, "numbers")} <= MODIFIERS
    assert {row["tier"] for row in rows(name, "numbers")} <= {1, 2, 3}
    assert {row["scope"] for row in rows(name, "attributions")} <= SCOPES
    assert {row["form"] for row in rows(name, "speakers")} <= FORMS
    assert {row["role_class"] for row in rows(name, "speakers")} <= ROLE_CLASSES


@pytest.mark.parametrize("name", GOLD)
def test_intervals_are_in_order_and_rows_in_the_order_of_the_text(name):
    for row in rows(name, "numbers"):
        low, high = row["value_low"], row["value_high"]
        assert (-math.inf if low is None else low) <= (math.inf if high is None else high)
    for table in ("quotes", "numbers"):
        starts = [row["start"] for row in rows(name, table)]
        assert starts == sorted(starts)


@pytest.mark.parametrize("name", OWN)
def test_every_voice_is_in_the_list_of_speakers_and_no_other_is(name):
    spoken = {row["speaker"] for table in ("quotes", "attributions", "numbers")
              for row in rows(name, table)}
    voices = {row["speaker"] for row in rows(name, "speakers") if row["voice"]}
    assert spoken - {None, "reporter"} == voices
    assert {row["actor"] for row in rows(name, "mentions")} <= {row["speaker"]
                                                                for row in rows(name, "speakers")}


@pytest.mark.parametrize("name", OWN)
def test_numbers_and_look_alikes_do_not_overlap(name):
    taken = sorted((row["start"], row["end"]) for table in ("numbers", "not_numbers")
                   for row in rows(name, table))
    assert all(before[1] <= after[0] for before, after in zip(taken, taken[1:]))


@pytest.mark.parametrize("name", OWN)
def test_checks_point_at_the_numbers_they_name(name):
    numbers = rows(name, "numbers")
    for row in rows(name, "checks"):
        for number, place in ((row["number_a"], row["a"]), (row["number_b"], row["b"])):
            assert place is None or [numbers[number]["start"], numbers[number]["end"]] == place


def test_the_planted_errors_of_the_default_article_are_errors():
    numbers = rows("harbour", "numbers")
    involved = {row["kind"]: [numbers[number]
                              for number in (row["number_a"], row["number_b"], *row["also"])
                              if number is not None] for row in rows("harbour", "checks")}
    total, *parts = (number["value_low"] for number in involved["sum"])
    assert total == 767 and sum(parts) == 737
    share, base, part = (number["value_low"] for number in involved["percentage"])
    assert share == 35 and 100 * part / base == 25
    stood, lost, opened = involved["duration"]
    days = date.fromisoformat(lost["iso"]) - date.fromisoformat(opened["iso"])
    assert stood["value_low"] == 3.5 and 5.6 < days.days / 365.25 < 5.7
    [letter] = involved["weekday"]
    assert text("harbour")[letter["start"]:letter["end"]].startswith("Tuesday")
    assert date.fromisoformat(letter["iso"]).strftime("%A") == "Wednesday"


def test_written_in_differences_point_at_words_of_our_articles():
    listed = json.loads((DATA / "articles" / "differences.json").read_text(encoding="utf8"))
    for row in listed["differences"] + listed["same"]:
        assert row["places"]
        for name, (start, end) in row["places"].items():
            assert text(name)[start:end].strip() == text(name)[start:end] != ""
    voices = {name: {row["speaker"] for row in rows(name, "speakers") if row["voice"]}
              for name in OWN}
    for row in listed["differences"]:
        if row["kind"].startswith("voice"):
            assert any(row["speaker"] in names for names in voices.values())
            assert not all(row["speaker"] in names for names in voices.values())


def test_gold_of_a_text_in_copyright_holds_no_more_than_names():
    for table in ("quotes", "indirect", "numbers", "not_numbers"):
        for row in rows("aleppo", table):
            words = {key: value for key, value in row.items() if isinstance(value, str)}
            assert all(len(value.split()) <= 5 and len(value) <= 40 for value in words.values())
            assert len((row.get("counted") or "").split()) <= 3 and len((row.get("cue")
                                                                         or "").split()) <= 2

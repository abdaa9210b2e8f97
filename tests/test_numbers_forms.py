"""Forms of writing that only look like several quantities, or like another one."""
import pytest

from analysis.article import Article


def rows(text):
    return [(row.kind, row.text) for row in Article(text, published="2024-05-17").numbers.itertuples()]


@pytest.mark.parametrize("number", ["020 7946 0958", "(785) 273-0329", "212-555-0188", "+44 20 7946 0958", "0800 111 222", "1-800-GOODBOOK"])
def test_a_telephone_number_is_one_identifier(number):
    assert rows(f"Call {number} for help.") == [("identifier", number)]


@pytest.mark.parametrize("text, isos", [
    ("It opens from 6.30-10am.", ["T06:30", "T10:00"]), ("It opens 6-8pm.", ["T18:00", "T20:00"]),
    ("It opens from 11 to 1pm.", ["T11:00", "T13:00"]), ("It opens 9am-5pm.", ["T09:00", "T17:00"]),
])
def test_opening_hours_are_two_times(text, isos):
    found = Article(text).numbers
    assert list(found.kind) == ["time", "time"] and list(found.iso) == isos


@pytest.mark.parametrize("text, kind, unit, value", [
    ("He weighs 12st 4lb.", "weight", "stone", 12.2857), ("A pike worth showing, of 2 stone 6 pounds.", "weight", "stone", 2.4286),
    ("The ticket cost 6 pounds.", "money", "GBP", 6)])
def test_stone_and_pounds(text, kind, unit, value):
    [row] = Article(text).numbers.itertuples()
    assert (row.kind, row.unit, row.value_low) == (kind, unit, pytest.approx(value, abs=1e-4))


def test_round_the_clock_is_no_quantity():
    assert rows("The 24/7 helpline is free, and it is staffed 24/7.") == []


def test_a_plural_noun_that_the_parse_takes_for_a_verb_is_counted():
    [_, seven] = Article("The prize consisted of one full-sized and seven miniature Marlin statuettes.").numbers.itertuples()
    assert seven.counted == "miniature Marlin statuettes"

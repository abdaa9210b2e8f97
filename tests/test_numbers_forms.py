"""Forms of writing that only look like several quantities, or like another one."""
import pytest

from analysis.article import Article


def rows(text):
    return [(row.kind, row.text)
            for row in Article(text, published="2024-05-17").numbers.itertuples()]


@pytest.mark.parametrize("number", ["020 7946 0958", "(555) 555-0142", "212-555-0188",
                                    "+44 20 7946 0958", "0800 111 222", "1-800-GOODBOOK"])
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
    ("He weighs 12st 4lb.", "weight", "stone", 12.2857),
    ("A pike worth showing, of 2 stone 6 pounds.", "weight", "stone", 2.4286),
    ("The ticket cost 6 pounds.", "money", "GBP", 6)])
def test_stone_and_pounds(text, kind, unit, value):
    [row] = Article(text).numbers.itertuples()
    assert (row.kind, row.unit, row.value_low) == (kind, unit, pytest.approx(value, abs=1e-4))


def test_round_the_clock_is_no_quantity():
    assert rows("The 24/7 helpline is free, and it is staffed 24/7.") == []


def test_a_plural_noun_that_the_parse_takes_for_a_verb_is_counted():
    [_, seven] = Article("The prize consisted of one full-sized and seven miniature Marlin "
                         "statuettes.").numbers.itertuples()
    assert seven.counted == "miniature Marlin statuettes"


@pytest.mark.parametrize("text, expected", [
    ("He scored one try and a fourth try.", [("count", "one"), ("ordinal", "fourth")]),
    ("Reid came on for Moor, Hart for Brell (77).", [("ordinal", "77")]),
    ("USA TODAY reports on it.", []), ("A Long March 4c rocket rose.", []),
    ("The probe Zephyrion-1 fell.", [("identifier", "Zephyrion-1")]),
    ("The shop opens at 1200 GMT.", [("time", "1200 GMT")]),
    ("They signed the 1994 Harbour Charter.", [("date", "1994")]),
    ("It lands within plus or minus three hours.", [("duration", "three hours")]),
    ("The post-9/11 world grew.", [("date", "9/11")]),
    ("It fell at 43 degrees North.", [("count", "43 degrees")]),
    ("The side made 245 for 6.", [("ratio", "245 for 6")]),
    ("He was knocked for six.", []),
    ("The probe weighed 160,000 pounds.", [("weight", "160,000 pounds")]),
    ("They bought an ATR 72-500.", [("identifier", "72-500")]),
    ("“Good,” said Moor, 50.", [("age", "50")]),
])
def test_what_a_reader_tells_apart(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize("text, high", [
    ("They spent it over five years.", 5), ("The work will go on over a five-year period.", 5),
    ("He has been here for over five years.", None), ("It sank over five years ago.", None)])
def test_over_a_time_is_no_bound_unless_it_says_longer(text, high):
    [row] = Article(text, published="2024-05-17").numbers.itertuples()
    assert row.value_low == 5 and (row.value_high == high or high is None
                                   and row.value_high != row.value_high)


def test_a_six_figure_sum_is_a_magnitude():
    [row] = Article("The firm paid a six-figure sum.").numbers.itertuples()
    assert (row.value_low, row.value_high, row.modifier, row.counted) == (100_000, 999_999, "~",
                                                                          "sum")


def test_the_level_after_a_percentage_is_no_percentage():
    step, share, level = Article("The index rose 76 points, or 1.2 per cent, "
                                 "to 6,290.").numbers.itertuples()
    assert (step.kind, share.kind, level.kind) == ("count", "percent", "count")

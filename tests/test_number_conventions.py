"""Differences of definition are told from misses when numbers are held against another
annotation."""
import importlib.util
from pathlib import Path

import pytest

_spec = importlib.util.spec_from_file_location(
    "number_conventions", Path(__file__).parent.parent / "evaluation/number_conventions.py")
conventions = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(conventions)


def gold(text, token, value, counted=None):
    start = text.index(token)
    return dict(start=start, end=start + len(token), lo=value, hi=value, counted=counted,
                kind="num")


@pytest.mark.parametrize("text, token, value, counted, difference", [
    ("More than 400 boats sank.", "400", 400, "boat", ("value", "bound with an open end")),
    ("It cost €16bn.", "16", 16, None, ("value", "part of the numeral")),
    ("It sank on 4 May 2019.", "4", 4, None, ("missed", "day or year of a date")),
    ("We lost two or three boats.", "three", 3, None, ("value", "range or ratio")),
    ("It cost 50 euros.", "50", 50, "euro", ("counted", "currency")),
    ("The wall is 30 meters long.", "30", 30, "meter", ("counted", "spelling of a unit"))])
def test_a_difference_of_definition_is_named(text, token, value, counted, difference):
    assert list(conventions.compare(text, [gold(text, token, value, counted)])[1]) == [difference]


@pytest.mark.parametrize("text, low, high, unit, difference", [
    ("Fares fell from 40 to 30 euros.", 40, 30, "euro", [("value", "ends of a change")]),
    ("Dozens of boats sank.", 12, 120, "boat", [("value", "plural magnitude")]),
    ("They own 12 fine boats.", 12, 12, "fine boating", [("unit", "noun in another form")]),
    ("They own 12 fine boats.", 12, 12, "boat", []),
    ("They own 12 fine boats.", 13, 13, "boat", [])])
def test_a_difference_from_gold_without_places_is_named(text, low, high, unit, difference):
    wanted = [dict(start=None, end=None, lo=low, hi=high, unit=unit)]
    assert list(conventions.unplaced(text, wanted)[1]) == difference


def test_a_wrong_noun_or_value_stays_a_miss():
    text = "They sold 40 boats."
    n, differences = conventions.compare(text, [gold(text, "40", 41, "ship")])
    assert (n["value right"], n["counted right"], dict(differences)) == (0, 0, {})

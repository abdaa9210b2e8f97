"""Numbers written in words are read back exactly, alone and inside sentences."""
import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from analysis.numbers.words import read, read_year

CARDINALS = st.one_of(st.integers(0, 9999), st.integers(0, 10 ** 15))


@given(CARDINALS)
def test_a_cardinal_is_read_back(number):
    words = num2words(number)
    assert read(words, 0) == (number, len(words), False)


@given(CARDINALS)
def test_a_cardinal_without_and_is_read_back(number):
    words = num2words(number).replace(" and ", " ").replace(",", "")
    assert read(words, 0) == (number, len(words), False)


@given(CARDINALS)
def test_an_ordinal_is_read_back(number):
    words = num2words(number, to="ordinal")
    assert read(words, 0) == (number, len(words), True)


@given(st.integers(0, 10 ** 6), st.integers(1, 9999))
def test_a_decimal_is_read_back(whole, decimals):
    value = float(f"{whole}.{decimals:04}")
    words = num2words(value)
    if " point " in words:
        assert read(words, 0) == (value, len(words), False)


@given(st.integers(1101, 2099))
def test_a_year_is_read_back(year):
    words = num2words(year, to="year")
    value, end = read_year(words, 0) or read(words, 0)[:2]
    assert (value, end) == (year, len(words))


@pytest.mark.parametrize("words, value", [("two three", 2), ("one thousand, two million", 1000),
                                          ("five, two hundred", 5)])
def test_neighbouring_numbers_stay_apart(words, value):
    assert read(words, 0)[0] == value

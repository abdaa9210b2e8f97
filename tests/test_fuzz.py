"""What once failed does not fail again, and the same seed tries the same."""
import random

import pytest

import analysis
from fuzz import answers, files, texts
from fuzz.__main__ import CORPUS, problem, read

FAILED = sorted(CORPUS.glob("*"), key=lambda path: path.name)


@pytest.mark.parametrize("path", FAILED, ids=lambda path: path.name)
def test_what_once_failed_is_read_or_refused(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data = path.read_bytes()
    if path.suffix == ".http":
        with answers.served([data]) as address:
            assert problem(lambda: analysis.read(address)) is None
    elif path.suffix == ".txt":
        assert problem(lambda: analysis.Article(data.decode("utf8", "surrogatepass"))) is None
    else:
        assert problem(lambda: read(path.suffix[1:], data, tmp_path)) is None


def test_numbers_without_end_and_dates_at_the_ends_of_the_calendar_break_no_table():
    text = "\n\n".join(f"The weir fell on {number}, and {number} people said that it was {number}."
                       for number in texts.NUMBERS)
    assert problem(lambda: analysis.Article(text)) is None


def test_a_seed_tries_the_same_again():
    made = [(texts.text(chance), texts.mutated(chance, "The weir held. " * 99),
             files.page(chance, ""), answers.answer(chance, b"a"))
            for chance in (random.Random("a"), random.Random("a"))]
    assert made[0] == made[1]


def test_the_workbook_that_is_damaged_is_sound_before(tmp_path):
    assert problem(lambda: read("xlsx", files._review(), tmp_path)) is None
    assert problem(lambda: read("pdf", files._pdf(), tmp_path)) is None
    assert problem(lambda: read("docx", files._word(), tmp_path)) is None

"""Nothing grows faster than its text: no expression on what would make it slow, no table on a
pattern repeated."""
import math
import sys
import time
from itertools import count
from pathlib import Path

import pytest

import analysis
from analysis.text import paragraphs
from analysis.text.paragraphs import parts
from benchmarks.growth import exponent, read
from fuzz.expressions import LONGEST, expressions, slowest
from fuzz.files import MARKS

MOST = 1.3      # the exponent of growth; noise of the clock is a tenth of it on a quiet machine
ROUNDS = 5      # … what grows faster does so each time it is measured
MOST_STEPS = 1.1        # … where steps are counted, which are the same on every run
# Expressions that grow faster, on input that cannot grow: what they see, and how much of it.
BOUNDED = {
    "corrections.workbook": "the 260 characters around a quotation",
    "numbers.ages._SUBSTITUTE": "the 80 characters before a number",
    "numbers.counted._SERIES": "the words between two numbers",
    "numbers.dates.line": "the 16 characters before a month",
    "numbers.modifiers": "the characters before a number that a modifier reaches over",
    "numbers.names._GLUED": "the 24 characters before a number",
    "numbers.pairs": "the 70 characters before a pair of numbers",
    "numbers.years._LAST": "the characters before a year",
    "publish.report.backlinks": "markup that the report itself has made; an article's is escaped",
    "reading.decoding._DECLARED": "the first 4,096 bytes",
    "text.bylines": "a line of at most 250 characters",
    "text.reading_copy._NAME_WITH_MARK": "60 characters before a full stop"}


def test_no_expression_grows_faster_than_its_text():
    assert [name for name, pattern, once in expressions() if not name.startswith(tuple(BOUNDED))
            and all(slowest(pattern, once)[0] > MOST for _ in range(ROUNDS))] == []


@pytest.mark.parametrize("line", [
    "A" * 100_000, "A-" * 50_000, "NEW YORK, " * 9_000, "By " + "A" * 100_000, "“" * 50_000,
    "a " * 60_000, " " * 100_000 + "a", "The " + "A" * 200 + "!", "a.”" * 30_000])
def test_a_line_without_end_is_cut_in_time(line):
    """Paragraphs and bylines are made of the whole text; what they cost is counted in steps of a
    clock of the process."""
    began = time.process_time()
    article = analysis.Article("A Bridge\n\n" + line)
    assert time.process_time() - began < 5
    assert max(part.end - part.start for part in article.parts) <= LONGEST


def test_a_paragraph_without_end_is_read_in_pieces_that_end_as_sentences_do():
    text = "“It held,” said Ana Brell. “Nobody thought that it would. It did.” " * 400
    found = parts(text, {})
    assert len(found) > 5 and all(text[part.start] == "“" for part in found)
    assert all(text[part.start:part.end].count("“") == text[part.start:part.end].count("”")
               for part in found)


PARAGRAPHS = {"paragraphs": "“It fell,” said Ana Brell.\n\n", "headings": "A Head\n\n",
              "numbers": "Some 40 people died on Monday.\n\n"}
WITHIN_ONE = {"quotations": "“It fell,” said Ana Brell. ", "nested": "“‘a’” said, ",
              "fractions": "1/2 ", "dashes": "— ", "names": "Ana Brell, ", "openings": "“",
              "digits": "1,000,"}


@pytest.mark.parametrize("pattern, short", [
    *(pytest.param(pattern, 8_000, id=name) for name, pattern in PARAGRAPHS.items()),
    *(pytest.param(pattern, 2_000, id=name) for name, pattern in WITHIN_ONE.items())])
def test_all_tables_of_a_pattern_repeated_grow_with_the_text(pattern, short, monkeypatch):
    """The exponent between two lengths, of what Python does; from where a paragraph is cut, growth
    is that of their number, so it is cut early."""
    monkeypatch.setattr(paragraphs, "_LONGEST", 1_000)
    done = [_steps("A Bridge\n\n" + pattern * (size // len(pattern)))
            for size in (short, 2 * short)]
    assert math.log2(done[1] / done[0]) < MOST_STEPS


def _steps(text):
    """How many lines of the package all tables run, and how many functions of Python: no clock, so
    what else the machine does changes nothing."""
    article, steps = analysis.Article(text), count()
    assert article.parsed
    package = str(Path(analysis.__file__).parent)

    def line(frame, event, argument):
        next(steps)
        return line

    def call(frame, event, argument):
        next(steps)
        return line if frame.f_code.co_filename.startswith(package) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        for table in ("paragraphs", "sentences", "quotes", "attributions", "speakers", "mentions",
                      "numbers", "checks", "tone", "stances", "readability"):
            getattr(article, table)
    finally:
        sys.settrace(before)
    return next(steps)


def test_markdown_of_a_mark_repeated_is_read_in_time_that_grows_with_it():
    assert [mark for mark in MARKS if all(
        exponent(read, mark, 4_000, 16_000) > MOST for _ in range(ROUNDS))] == []


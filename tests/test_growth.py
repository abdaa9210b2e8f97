"""Nothing grows faster than its text: no expression on what would make it slow, no table on a
pattern repeated."""
import math
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import analysis
from analysis.text.paragraphs import parts
from benchmarks.growth import exponent, read
from fuzz.expressions import LONGEST, expressions, slowest
from fuzz.files import MARKS

MOST = 1.3      # the exponent of growth; noise of the clock is a tenth of it
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
    slow = {}
    for name, pattern, once in expressions():
        exponent, attack = slowest(pattern, once)
        if exponent > MOST and not name.startswith(tuple(BOUNDED)):
            slow[name] = f"{exponent:.1f} on {attack}"
    assert not slow


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


REPEATED = {"quotations": "“It fell,” said Ana Brell. ",
            "paragraphs": "“It fell,” said Ana Brell.\n\n", "nested": "“‘a’” said, ",
            "fractions": "1/2 ", "dashes": "— ", "numbers": "Some 40 people died on Monday.\n\n",
            "names": "Ana Brell, ", "openings": "“", "headings": "A Head\n\n", "digits": "1,000,"}


@pytest.mark.parametrize("name", REPEATED)
def test_all_tables_of_a_pattern_repeated_grow_with_the_text(name):
    """The exponent between two lengths, of CPU time, the least of two runs; from where a paragraph
    is cut, growth is that of their number. In a process of its own: what else one holds costs time,
    too."""
    root = Path(__file__).parents[1]
    run = subprocess.run([sys.executable, __file__, REPEATED[name]], check=True, text=True,
                         capture_output=True, cwd=root, env=os.environ | {"PYTHONPATH": str(root)})
    assert float(run.stdout) < MOST


def _growth(pattern):
    spent = [min(_cost("A Bridge\n\n" + pattern * (size // len(pattern))) for _ in range(2))
             for size in (8_000, 24_000)]
    return math.log(spent[1] / spent[0]) / math.log(3)


def _cost(text):
    """CPU seconds of all tables."""
    article = analysis.Article(text)
    began = time.process_time()
    for table in ("paragraphs", "sentences", "quotes", "attributions", "speakers", "mentions",
                  "numbers", "checks", "tone", "stances", "readability"):
        getattr(article, table)
    return time.process_time() - began


def test_markdown_of_a_mark_repeated_is_read_in_time_that_grows_with_it():
    assert [mark for mark in MARKS if exponent(read, mark, 4_000, 16_000) > MOST] == []


if __name__ == "__main__":
    print(_growth(sys.argv[1]))

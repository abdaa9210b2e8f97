"""How work grows with the text, as exponents: python -m benchmarks.growth [WORST]

First the expressions of the package, each on the input that makes it slowest, those above WORST
(1.1 if none is given); then all tables of articles in which one pattern is repeated, and the
reading of Markdown in which one mark is, between 8,000 and 32,000 characters: 1 is linear.
"""

import math
import sys
import time

import analysis
from analysis.reading.markdown import read_markdown
from fuzz.expressions import expressions, slowest
from fuzz.files import MARKS

SIZES = (8_000, 32_000)
PATTERNS = {
    "sentences": "The mayor said the bridge fell. ", "quotations": "“It fell,” said Ana Brell. ",
    "nested": "“‘a’” said, ", "fractions": "1/2 ", "dashes": "— ", "hyphens": "A-",
    "names": "Ana Brell, ", "figures": "Some 40 people died.\n\n", "openings": "“",
    "headings": "A Head\n\n", "digits": "1,000,"}
TABLES = ("paragraphs", "sentences", "quotes", "attributions", "speakers", "mentions", "numbers",
          "checks", "tone", "stances", "readability")


def spent(text):
    """CPU seconds of all tables of a text."""
    began = time.process_time()
    article = analysis.Article(text)
    for name in TABLES:
        getattr(article, name)
    return time.process_time() - began


def read(text):
    """CPU seconds of reading Markdown."""
    began = time.process_time()
    read_markdown(text, len(text))
    return time.process_time() - began


def exponent(cost, pattern, small, large):
    """By what exponent the cost of a pattern repeated grows between two lengths, from the least of
    two runs; 0 where it is too little to measure."""
    spent = [min(cost("A Bridge\n\n" + pattern * (size // len(pattern))) for _ in range(2))
             for size in (small, large)]
    return math.log(spent[1] / spent[0], large / small) if spent[1] > 0.03 else 0


if __name__ == "__main__":
    least = float(sys.argv[1]) if len(sys.argv) > 1 else 1.1
    for name, pattern, once in expressions():
        grows, attack = slowest(pattern, once)
        if grows > least:
            print(f"{grows:5.2f} {name:40} {attack[:60]}")
    spent("A Bridge\n\nIt fell.")
    for name, pattern in PATTERNS.items():
        print(f"{exponent(spent, pattern, *SIZES):5.2f} {name}")
    for mark in MARKS:
        print(f"{exponent(read, mark, *SIZES):5.2f} Markdown {mark!r}")

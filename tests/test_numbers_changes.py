"""The two values of a change that is told in two clauses or sentences are linked."""

import pytest
from elsewhere import elsewhere
from pandas import notna

from analysis.article import Article


def linked(text, published="2024-05-17"):
    """The values and directions of the linked pairs of a text."""
    rows = Article(text, published=published).numbers.set_index("number")
    return [(rows.value_low[row.linked], row.value_low, row.change) for row in rows.itertuples()
            if notna(row.linked) and row.Index > row.linked]


@pytest.mark.parametrize("text, old, new, way", [
    ("The ward used to get about 12 burns per week, but that number has now fallen to 3.", 12, 3,
     "down"),
    ("There used to be 400 boats in the harbour. Now there are 12.", 400, 12, "down"),
    ("The school had been home to 300 pupils. That figure has climbed to 410 since.", 300, 410,
     "up"),
    ("The clinic once treated 30 patients a day. The figure rose to 90 in May.", 30, 90, "up"),
    ("The village used to have 900 residents, but today only 200 residents remain.", 900, 200,
     "down"),
    ("A litre used to cost €1.20, and it now costs €1.90.", 1.2, 1.9, "up"),
])
def test_then_and_now_are_linked(text, old, new, way):
    assert linked(text) == [(old, new, way)]


@pytest.mark.parametrize("text", [
    "They used to sell 40 cars. Now they sell 60 bikes.",
    "The ferry used to carry 40 cars. The rent has risen to €60.",
    "The firm said 40 people were hurt. Another 12 people now live there.",
])
def test_figures_of_different_things_are_not_linked(text):
    assert linked(text) == []


def test_the_change_of_the_aleppo_article():
    text = elsewhere("aleppo.txt").read_bytes().decode("utf8")
    rows = Article(text, published="2016-02-19").numbers.set_index("number")
    starts = {(int(row.start), int(rows.start[row.linked])) for row in rows.itertuples()
              if notna(row.linked)}
    assert {(1389, 1451), (1451, 1389)} <= starts

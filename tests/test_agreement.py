"""Agreement is a share, whatever the two readings call their voices; alpha is Krippendorff's."""
import math

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import Article
from analysis.measures.agreement import agreement, alpha

TEXT = ("A Weir\n\n“It held all night and all day,” said Ana Brell, the mayor of Lorn. “We slept,” "
        "Brell said.\n\n“It leaked, and we told them so,” said Ivo Lund.\n")


@pytest.mark.parametrize("names", [["Ana Brell", "Brell", "Ivo Lund"], ["Brell", "Mayor Brell"], []])
def test_no_agreement_is_above_a_hundred_per_cent(names):
    first, second = Article(TEXT), Article(TEXT)
    row = second.speakers.iloc[:1]
    second.__dict__["speakers"] = pandas.concat(
        [row.assign(speaker=name) for name in names] or [row.iloc[:0]], ignore_index=True)
    for measured in (agreement(first, second), agreement(second, first)):
        shares = measured[["precision", "recall", "f1"]]
        assert ((shares >= 0) & (shares <= 1) | shares.isna()).all(axis=None)
        assert (measured["agree"] <= measured[["first", "second"]].min(axis=1)).all()


def test_two_equal_readings_agree_wholly():
    measured = agreement(Article(TEXT), Article(TEXT))
    assert (measured["f1"].dropna() == 1).all() and (measured["alpha"].dropna() == 1).all()


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30))
def test_alpha_is_symmetric_and_one_only_where_all_labels_agree(pairs):
    first, second = zip(*pairs)
    found = alpha(first, second)
    assert found == pytest.approx(alpha(second, first), nan_ok=True) and not found > 1
    assert math.isnan(found) == (len({*first, *second}) < 2)
    assert (found == 1) == (first == second) or math.isnan(found)

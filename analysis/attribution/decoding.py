"""The best set of candidates that do not overlap.

Each candidate is worth its probability less the least that is believed (where a candidate as likely
as that gains nothing for F1); the set with the greatest sum is found by dynamic programming over
the candidates' last tokens (weighted interval scheduling; Kleinberg & Tardos 2005, chapter 6).
"""

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.attribution.candidate import Candidate


def best(candidates: "list[Candidate]", worth: Callable) -> list:
    """The candidates of the best set, in order of their last token; the likeliest that overlaps one
    and lost becomes its `rival`. worth: what a candidate adds to a set."""
    hulls = {one: one.hull() for one in candidates}
    gains = {one: gain for one in candidates if (gain := worth(one)) > 0}
    rows = sorted(gains, key=lambda one: hulls[one][1])
    ends = [hulls[one][1] for one in rows]
    totals, before = [0.0], []
    for place, one in enumerate(rows):
        before.append(bisect_right(ends, hulls[one][0], 0, place))
        totals.append(max(totals[-1], totals[before[-1]] + gains[one]))
    chosen, place = [], len(rows)
    while place:
        one = rows[place - 1]
        if totals[place] > totals[place - 1]:
            chosen.append(one)
            place = before[place - 1]
        else:
            place -= 1
    for one in chosen:
        one.rival = max(
            (
                other
                for other in candidates
                if other is not one
                and _overlap(hulls[one], hulls[other])
                and _differs(one, other)
            ),
            key=lambda other: other.probability,
            default=None,
        )
    return chosen[::-1]


def _overlap(one, other):
    (low, high), (first, last) = one, other
    return low < last and first < high


def _differs(one, other):
    return (one.source, one.spans) != (other.source, other.spans)

"""The linear scorer of named features, whose weights stand in a file that anybody can read.

A file `models/NAME.tsv` has the columns choice, feature, value, weight; a script of `training/`
fits it. One file may serve several choices ("pronoun", "speaker"); the feature `all` is the
intercept of a choice.
"""
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp


class Scorer:
    """The weights of one choice: {(feature, value): weight}.

    >>> scorer = Scorer({("all", ""): -1.0, ("same", "yes"): 3.0})
    >>> scorer.score([("same", "yes"), ("unheard", "of")])
    2.0
    >>> round(scorer.probability([("same", "yes")]), 2)
    0.88
    """

    def __init__(self, weights: dict[tuple[str, str], float]):
        self.weights = weights
        self.base = weights.get(("all", ""), 0.0)

    def score(self, features: Iterable[tuple[str, str]]) -> float:
        """The sum of the weights of the features, and the intercept; one that was never seen weighs
        nothing."""
        return self.base + sum(map(self.weights.get, features, repeat(0.0)))

    def probability(self, features: Iterable[tuple[str, str]]) -> float:
        """The logistic function of the score: how likely it is that what has these features is
        right."""
        return 1 / (1 + exp(-max(-50.0, min(50.0, self.score(features)))))


def softmax(scores: list[float]) -> list[float]:
    """The probability of each of several exclusive candidates, given their scores.

    >>> [round(share, 2) for share in softmax([0.0, 0.0, -100.0])]
    [0.5, 0.5, 0.0]
    """
    best = max(scores, default=0.0)
    odds = [exp(score - best) for score in scores]
    total = sum(odds)
    return [one / total for one in odds]


@cache
def scorers(name: str) -> dict[str, Scorer]:
    """{choice: Scorer} of `analysis/models/NAME.tsv`."""
    lines = (files("analysis") / "models" / f"{name}.tsv").read_text(encoding="utf8").splitlines()
    found: dict[str, dict[tuple[str, str], float]] = {}
    for line in [line for line in lines if line and not line.startswith("#")][1:]:
        choice, feature, value, weight = line.split("\t")
        found.setdefault(choice, {})[feature, value] = float(weight)
    return {choice: Scorer(weights) for choice, weights in found.items()}

"""The fitted weights that are part of the package, and the linear classifier that reads them.

Each file is written by a script of `training/`; README.md beside it says on what data, how good,
and under which licence.
"""
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import ndarray


class Linear:
    """A multinomial logistic regression over named features.

    classes: the labels, in ascending order. names: the features; rows: features x classes.
    about: what the training script noted, a dict (data, figures, threshold).
    """

    def __init__(self, names: list[str], rows: "ndarray", intercept: "ndarray",
                 about: dict[str, Any]):
        self.index = {name: i for i, name in enumerate(names)}
        self.weights = _with_unknown(rows)
        self.intercept, self.about = intercept, about
        self.classes = about["classes"]

    def logits(self, rows: Sequence[Mapping[str, float]]) -> "ndarray":
        """The sum of each row's weights by class, an array (rows, classes), given a list of
        {feature: value}; unknown features are left out."""
        import numpy
        sizes = list(map(len, rows))
        row = numpy.repeat(numpy.arange(len(sizes)), sizes)
        found = numpy.fromiter(map(self.index.get, chain.from_iterable(rows), repeat(-1)), "int64",
                               len(row))
        values = numpy.fromiter(chain.from_iterable(one.values() for one in rows), "float64",
                                len(row))
        return numpy.stack([numpy.bincount(row, values * weights[found], len(sizes))
                            for weights in self.weights.T], 1)

    def probabilities(self, logits: "ndarray") -> "ndarray":
        """The probability of each class, an array (rows, classes), given the rows' `logits`."""
        import numpy
        logits = logits + self.intercept
        odds = numpy.exp(logits - logits.max(1, keepdims=True))
        return odds / odds.sum(1, keepdims=True)


def _with_unknown(rows):
    """The rows and, last, one of zeros: that of features that the training data does not have
    (index -1)."""
    import numpy
    return numpy.vstack([rows, numpy.zeros((1, rows.shape[1]))])


@cache
def load(name: str) -> Linear:
    """The `Linear` model kept in `analysis/models/NAME.npz`."""
    import json

    import numpy
    with ((files("analysis") / "models" / f"{name}.npz").open("rb") as file,
          numpy.load(file, allow_pickle=False) as kept):
        names = kept["names"].tobytes().decode("utf8").split("\n")
        rows = kept["rows"].astype("float64")
        return Linear(names, rows, kept["intercept"], json.loads(kept["about"].tobytes()))

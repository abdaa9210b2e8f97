"""The fitted weights that are part of the package, and the linear classifier that reads them.

Each file is written by a script of `training/`; README.md beside it says on what data, how good, and under which licence.
"""
from functools import cache
from importlib.resources import files
from itertools import repeat


class Linear:
    """A multinomial logistic regression over named features.

    classes: the labels, in ascending order. names: the features; rows: features x classes.
    about: what the training script noted, a dict (data, figures, threshold).
    """

    def __init__(self, names, rows, intercept, about):
        self.index = {name: i for i, name in enumerate(names)}
        self.rows = _with_unknown(rows)
        self.intercept, self.about = intercept, about
        self.classes = about["classes"]

    def probabilities(self, features):
        """The probability of each class (an array), given {feature: value}; unknown features are left out."""
        import numpy
        found = numpy.fromiter(map(self.index.get, features, repeat(-1)), "int64", len(features))
        values = numpy.fromiter(features.values(), "float64", len(features))
        logits = self.intercept + values @ self.rows[found]
        odds = numpy.exp(logits - logits.max())
        return odds / odds.sum()


def _with_unknown(rows):
    """The rows and, last, one of zeros: that of features that the training data does not have (index -1)."""
    import numpy
    return numpy.vstack([rows, numpy.zeros((1, rows.shape[1]))])


@cache
def load(name):
    """The `Linear` model kept in `analysis/weights/NAME.npz`."""
    import json

    import numpy
    with (files("analysis") / "weights" / f"{name}.npz").open("rb") as file, numpy.load(file, allow_pickle=False) as kept:
        names = kept["names"].tobytes().decode("utf8").split("\n")
        rows = kept["rows"].astype("float64")
        return Linear(names, rows, kept["intercept"], json.loads(kept["about"].tobytes()))

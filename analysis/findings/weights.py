"""What was measured on annotated and on read articles: how sure the unsure is, and how often
findings are true.

The file `models/findings.json` is written by `training/findings.py`. """

import json
from functools import cache
from importlib.resources import files
from math import exp, log

_SUREST = .99   # a draw in which all agree is as sure as this


@cache
def weights() -> dict:
    """The file as a dict: `rates` (of misses and mistakes), `calibration` ({finding: [intercept,
    slope]})."""
    return json.loads(files("analysis").joinpath("models", "findings.json").read_text("utf8"))


def rate(name: str) -> float:
    """A measured rate by its name."""
    return weights()["rates"][name]


def calibrated(finding: str, probability: float) -> float:
    """The share of findings of a kind that are true where the draws say `probability`: a logistic
    curve over its log-odds (Platt 1999, Probabilistic outputs), below which nothing falls that was
    right more often; as it stands where the kind has not been measured.

    >>> .8 < calibrated("no such kind", .9) < 1
    True
    """
    intercept, slope, least = weights()["calibration"].get(finding, (0, 1, 0))
    held = min(max(probability, 1 - _SUREST), _SUREST)
    return max(1 / (1 + exp(-intercept - slope * log(held / (1 - held)))), min(held, least))

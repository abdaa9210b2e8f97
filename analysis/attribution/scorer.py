"""How likely a candidate is right: one logistic regression over named features.

The weights are models/attribution.tsv; `training/attribution.py` fits them and says how good they
are. A probability is 1 / (1 + exp(-the sum of the weights of the features)).
"""

from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp


@cache
def least(family: str) -> float:
    """The probability from which a candidate of a family is believed: "spoken"; "fragment" without
    a cue; "reported", "quoted" where it has quoted words in it, "unsourced" by an adverb."""
    return probability(weights().get(f"least={family}", 0.0))


@cache
def weights() -> dict[str, float]:
    """{"feature=value": weight} of models/attribution.tsv; "all=" is that of every candidate."""
    text = files("analysis").joinpath("models/attribution.tsv").read_text(encoding="utf8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return {f"{row[0]}={row[1]}": float(row[2]) for row in rows}


@cache
def counted(rule: str) -> float:
    """How likely a turn that a rule finds is its speaker's: counted in whole texts
    (models/turns.tsv), since the corpora that the weights are fitted on hold few."""
    text = files("analysis").joinpath("models/turns.tsv").read_text(encoding="utf8")
    rows = [line.split("\t") for line in text.splitlines() if line.startswith(f"{rule}\t")]
    right, texts = map(int, rows[0][1:])
    return (right + 1) / (texts + 2)


def roughly(exact: float) -> float:
    """How likely source and most of a reported clause are right that are so to the letter as
    likely as `exact`."""
    odds = exact / (1 - exact) * exp(weights()["roughly=clause"])
    return odds / (1 + odds)


def score(features: tuple[str, ...]) -> float:
    """The sum of the weights of some features; one that was never met weighs nothing."""
    return sum(map(weights().get, features, repeat(0.0)))


def probability(total: float) -> float:
    """How likely a candidate is right whose features weigh `total` together.

    >>> probability(0.0)
    0.5
    """
    return 1 / (1 + exp(-max(min(total, 30.0), -30.0)))

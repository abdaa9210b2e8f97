"""What words add to the score beside their valence, as a model of sentences learned it from
people's ratings.

`models/tone_words.tsv` is written by `training/tone_weights.py`: a linear student of a sentence
embedding (models/README.md), without names, without words for persons, peoples, bodies and places,
and without rare ones. It knows what lists of valences do not: "cannot", "too little", "finally",
and how strongly their words weigh in news.
"""
import csv
from functools import cache
from importlib.resources import files

TYPICAL, SHORT = 20, 8      # words of a sentence where a weight counts as it stands; and at most

TURNED = .5                 # of a weight that a negator or reverser reaches


@cache
def learned() -> dict[str, tuple[float, str]]:
    """{word: (weight, kind)}; kind: topic for nouns, which say what it is about, else
    evaluative."""
    with (files("analysis") / "models" / "tone_words.tsv").open(encoding="utf8") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        return {word: (float(row["weight"]), row["kind"]) for row in rows
                for word in row["words"].split()}


def damped(words: int) -> float:
    """By what a weight is multiplied in a sentence of so many words.

    >>> damped(20), damped(80), damped(2) == damped(8)
    (1.0, 0.5, True)
    """
    return (TYPICAL / max(words, SHORT)) ** .5

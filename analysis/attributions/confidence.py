"""How far to trust a rule: the share of its attributions that were right on annotated news.

lexicons/rule_accuracy.tsv holds, for each rule, strength of the cue (low < .5, middle < .85, high; "none" where no
source was found) and length of the content (short: under 40 characters), how many of its attributions there were on the
development part of PolNeAR 1.0 (84 US news articles) and how many were right: content with an overlap (intersection over
union) of .8 or more with the annotators', and their source. Quotations within quotations, which PolNeAR does not
annotate, are left out and take the figures of their rule. `count` makes the figures anew.
"""
from functools import cache
from importlib.resources import files

_PRIOR, _WEIGHT, _SHORT = .5, 3, 40


def cell(why, strength, sourced, characters):
    """The line of the table an attribution belongs to: (rule, strength, length)."""
    part = "none" if not sourced else "low" if strength < .5 else "middle" if strength < .85 else "high"
    return why, part, "short" if characters < _SHORT else "long"


@cache
def _accuracy():
    lines = files("analysis").joinpath("lexicons/rule_accuracy.tsv").read_text(encoding="utf8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return {tuple(row[:3]): (int(row[3]), int(row[4])) for row in rows}


def confidence(*place):
    """The share right in a `cell`, drawn toward one half where the cases are few: 0 to 1."""
    cases, right = _accuracy().get(cell(*place), (0, 0))
    return round((right + _WEIGHT * _PRIOR) / (cases + _WEIGHT), 2)


def count(judged):
    """The lines of rule_accuracy.tsv from (cell, right) of judged attributions."""
    cells = {}
    for key, right in judged:
        cases = cells.setdefault(key, [0, 0])
        cases[0] += 1
        cases[1] += right
    return ["rule\tstrength\tlength\tcases\tright"] + ["\t".join(map(str, (*key, *cells[key]))) for key in sorted(cells)]

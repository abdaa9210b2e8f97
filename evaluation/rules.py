"""What each rule of attribution is worth: how often it decides, is right, what it adds.

    python -m evaluation.rules FOLDER [--write]

A rule that finds an attribution is right where its content is cut as the annotators cut it (overlap
.8) and the sources touch; its loss is the F1 of whole attributions, in points, that is missing when
nothing of it is believed. A rule that names a speaker is right where the name is, of attributions
that the gold has too (where the gold has no names: where the source is, of rules by which a source
stands for itself); its loss is the F1 of named speakers that is missing when it names nobody.
Measured on two corpora, `CORPORA_OF_RULES`. --write keeps the table as data/rules.csv.
"""

import argparse
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pandas

from analysis import Article, attribution
from analysis.attribution import scorer
from analysis.lexicons import rows
from analysis.project import ROOT
from evaluation.attributions import SAME
from evaluation.calibration import judged, name_right
from evaluation.corpora import load
from evaluation.spans import contents, pairs

CORPORA_OF_RULES = {"polnear_b": "polnear_b.jsonl.gz", "ggt_dev": "ggt_dev.jsonl.gz"}
FILE = ROOT / "data" / "rules.csv"
NEVER = -100.0


def table(folder: Path) -> pandas.DataFrame:
    """One row per rule: rule, words, and for each corpus fires, right (share), loss (of F1)."""
    columns = {}
    for name, file in CORPORA_OF_RULES.items():
        documents = load(folder, file)
        if documents is not None:
            what = _columns(name, [(document, Article(document["text"])) for document in documents])
            who = _columns_of_names(name, judged(documents))
            columns |= {column: values | who[column] for column, values in what.items()}
    listed = [row for row in rows("rules.tsv") if "." in row["rule"]]
    made = pandas.DataFrame([dict(rule=row["rule"], words=row["words"]) for row in listed])
    for column, values in columns.items():
        made[column] = made["rule"].map(values)
    return made


def _columns(name, articles):
    decoded = [_decoded(document, article) for document, article in articles]
    fires = Counter(rule for one in decoded for rule in one.fires.elements())
    right = Counter(rule for one in decoded for rule in one.right.elements())
    losses = {rule: round(_f1(decoded) - _f1(_without(rule, articles, decoded)), 2)
              for rule in fires}
    return {f"{name}_fires": fires,
            f"{name}_right": {rule: round(right[rule] / fires[rule], 2) for rule in fires},
            f"{name}_loss": losses}


def _columns_of_names(name, rows):
    known = [(dict(row.speaker)["rule"], right) for row in rows
             if (right := name_right(row)) is not None]
    fires = Counter(rule for rule, _ in known)
    right = Counter(rule for rule, correct in known if correct)
    hits, gold = right.total(), len(known)

    def f1(rule):
        return 200 * (hits - right[rule]) / (2 * gold - fires[rule])

    whole = 100 * hits / gold
    return {f"{name}_fires": fires,
            f"{name}_right": {rule: round(right[rule] / fires[rule], 2) for rule in fires},
            f"{name}_loss": {rule: round(whole - f1(rule), 2) for rule in fires}}


def _without(rule, articles, decoded):
    """What is decoded when nothing of a rule is believed."""
    plain = scorer.weights
    scorer.weights = lambda: plain() | {f"rule={rule}": NEVER}
    try:
        return [_decoded(*pair) if one.fires[rule] else one for pair, one in zip(articles, decoded)]
    finally:
        scorer.weights = plain


def _f1(decoded):
    return (200 * sum(one.hits for one in decoded)
            / max(sum(one.found + one.gold for one in decoded), 1))


class _Decoded(NamedTuple):
    """One article: attributions and right ones by rule; how many right, found, in the gold."""

    fires: Counter
    right: Counter
    hits: int
    found: int
    gold: int


def _decoded(document, article):
    mine, theirs = attribution.decoded(article), document["quotes"]
    same = pairs(contents(document["text"], theirs),
                 contents(document["text"], [dict(content=one.content) for one in mine]), SAME)
    right = Counter(mine[place].why for number, place in same
                    if _touches(mine[place].source, theirs[number]["source"]))
    return _Decoded(Counter(one.why for one in mine), right, len(same), len(mine), len(theirs))


def _touches(source, spans):
    """Whether a source, [start, end) or None, touches one of the gold's; none where it has none."""
    if not spans or not source:
        return not spans and not source
    return any(source[0] < end and start < source[1] for start, end in spans)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    made = table(options.folder)
    print(made.drop(columns="words").to_string(index=False))
    if options.write:
        made.to_csv(FILE, index=False, lineterminator="\n")


if __name__ == "__main__":
    main()

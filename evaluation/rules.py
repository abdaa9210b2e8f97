"""What each rule of attribution is worth: how often it decides, how often it is right, what is
lost without it.

    python -m evaluation.rules FOLDER [--write]

A rule is right where its content is cut as the annotators cut it (overlap .8) and the sources
touch. Loss is the F1 of whole attributions, in points, that is missing when nothing of the rule is
believed; measured on two corpora, `CORPORA_OF_RULES`. --write keeps the table as data/rules.csv.
"""

import argparse
from collections import Counter
from pathlib import Path

import pandas

from analysis import Article, attribution
from analysis.attribution import scorer
from analysis.lexicons import rows
from evaluation.attributions import SAME
from evaluation.corpora import load
from evaluation.spans import contents, pairs

CORPORA_OF_RULES = {"polnear_b": "polnear_b.jsonl.gz", "ggt_dev": "ggt_dev.jsonl.gz"}
FILE = Path(__file__).parent.parent / "data" / "rules.csv"
NEVER = -100.0


def table(folder: Path) -> pandas.DataFrame:
    """One row per rule: rule, words, and for each corpus that the folder has fires, right (share)
    and loss (points of F1)."""
    columns = {}
    for name, file in CORPORA_OF_RULES.items():
        documents = load(folder, file)
        if documents is not None:
            columns |= _columns(
                name, [(document, Article(document["text"])) for document in documents]
            )
    listed = [row for row in rows("rules.tsv") if "." in row["rule"]]
    made = pandas.DataFrame([dict(rule=row["rule"], words=row["words"]) for row in listed])
    for column, values in columns.items():
        made[column] = made["rule"].map(values)
    return made


def _columns(name, articles):
    fires, right, hits, found, gold = _decoded(articles)
    whole, losses = _f1(hits, found, gold), {}
    plain = scorer.weights
    for rule in fires:
        scorer.weights = lambda rule=rule: plain() | {f"rule={rule}": NEVER}
        losses[rule] = round(whole - _f1(*_decoded(articles)[2:]), 2)
    scorer.weights = plain
    return {
        f"{name}_fires": fires,
        f"{name}_right": {rule: round(right[rule] / fires[rule], 2) for rule in fires},
        f"{name}_loss": losses,
    }


def _f1(hits, found, gold):
    return 200 * hits / max(found + gold, 1)


def _decoded(articles):
    """(attributions by rule, right ones by rule, hits, found, gold) of articles."""
    fires, right, hits, found, gold = Counter(), Counter(), 0, 0, 0
    for document, article in articles:
        mine = attribution.decoded(article)
        theirs = document["quotes"]
        same = pairs(
            contents(document["text"], theirs),
            contents(document["text"], [dict(content=one.content) for one in mine]),
            SAME,
        )
        fires.update(one.why for one in mine)
        for number, place in same:
            one, source = mine[place], theirs[number]["source"]
            right[one.why] += (
                any(
                    one.source and one.source[0] < end and start < one.source[1]
                    for start, end in source
                )
                if source
                else one.source is None
            )
        hits, found, gold = hits + len(same), found + len(mine), gold + len(theirs)
    return fires, right, hits, found, gold


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    made = table(options.folder)
    print(made.drop(columns="words").to_string(index=False))
    if options.write:
        made.to_csv(FILE, index=False, lineterminator="\n")


if __name__ == "__main__":
    main()

"""Whether what the front page says is true: verdicts of people who read the articles first.

`readings.csv` has a row per statement and article: text_sha256, batch (from 21 on: drawn at random
of the development articles, none of them read before), reader (fresh: somebody who had no part in
the rules, on articles that nobody had tuned on; author: whoever wrote the rules, which makes it
development), finding, stated (flat, hedged, withheld; "before" where findings had no probability
yet), verdict (true, misleading, false, withheld), probability, cause. A batch of articles is
judged once, at first sight; afterwards it is development data. The figures of the two sorts of
readers stand apart, and are never pooled.
"""
import csv
from pathlib import Path

from evaluation.figures import Figure, share

READINGS = Path(__file__).parent / "readings.csv"
_BEFORE = "before"
# On which texts the figures of each sort of reader are, and what those texts are to the rules.
READERS = {"fresh": ("articles read by fresh readers, at first sight", "unseen"),
           "author": ("articles read by the author of the rules", "development")}
STATED = {"flat": "stated flatly: true", "hedged": "stated with “probably”: true"}


def rows() -> list[dict[str, str]]:
    """The verdicts, one dict per statement."""
    with READINGS.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


def figures(folder: Path) -> list[Figure]:
    """Of each batch and of all of each sort of reader: how many of the statements made are true and
    false, how many kinds are stated, and how many of those stated flatly are true. folder: not
    needed, the verdicts are part of the project."""
    table = [row for row in rows() if row["stated"] != _BEFORE]
    found = []
    for reader, (texts, seen) in READERS.items():
        own = [row for row in table if row["reader"] == reader]
        for batch in sorted({row["batch"] for row in own}):
            found += _of([row for row in own if row["batch"] == batch], f"batch {batch} of {texts}",
                         seen)
        found += _of(own, texts, seen)
        for stated, measure in STATED.items():
            verdicts = [row["verdict"] == "true" for row in own if row["stated"] == stated]
            found.append(share("findings", measure, sum(verdicts), len(verdicts), texts, seen))
    return found


def _of(table, texts, seen):
    made = [row["verdict"] for row in table if row["verdict"] != "withheld"]
    return [share("findings", "statements that are true", made.count("true"), len(made), texts,
                  seen),
            share("findings", "statements that are false", made.count("false"), len(made), texts,
                  seen),
            share("findings", "kinds of finding that are stated", len(made), len(table), texts,
                  seen)]

"""Whether what the front page says is true: verdicts of people who read articles that nobody had
tuned on.

`readings.csv` has one row per statement and article: text_sha256, batch, finding, stated (flat,
hedged, withheld; "before" where findings had no probability yet), verdict (true, misleading, false,
withheld), probability, cause. A batch of articles is judged once, by a reader who has read the
article first; afterwards it is development data, so that each figure is of the first look. """
import csv
from pathlib import Path

from evaluation.figures import Figure, share

READINGS = Path(__file__).parent / "readings.csv"
_BEFORE = "before"


def rows() -> list[dict[str, str]]:
    """The verdicts, one dict per statement."""
    with READINGS.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


def figures(folder: Path) -> list[Figure]:
    """Of each batch and of all: how many of the statements made are true and false, how many kinds
    are stated, and how many of those stated flatly are true. folder: not needed, the verdicts are
    part of the project."""
    table = [row for row in rows() if row["stated"] != _BEFORE]
    found = []
    for batch in sorted({row["batch"] for row in table}):
        found += _of([row for row in table if row["batch"] == batch],
                     f"batch {batch} of articles read, at first sight")
    flat = [row["verdict"] == "true" for row in table if row["stated"] == "flat"]
    hedged = [row["verdict"] == "true" for row in table if row["stated"] == "hedged"]
    every = "all batches of articles read, at first sight"
    return [*found, *_of(table, every),
            share("findings", "stated flatly: true", sum(flat), len(flat), every, "unseen"),
            share("findings", "stated with “probably”: true", sum(hedged), len(hedged), every,
                  "unseen")]


def _of(table, texts):
    made = [row["verdict"] for row in table if row["verdict"] != "withheld"]
    return [share("findings", "statements that are true", made.count("true"), len(made), texts,
                  "unseen"),
            share("findings", "statements that are false", made.count("false"), len(made), texts,
                  "unseen"),
            share("findings", "kinds of finding that are stated", len(made), len(table), texts,
                  "unseen")]

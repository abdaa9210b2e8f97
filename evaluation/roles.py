"""How right it is what the speakers table says of a voice: form, role, class, affiliation.

Gold: data/gold/*/speakers.jsonl, the project's own annotations, in the classes of
`lexicons/roles.tsv`. Asked are the voices of the gold that the program finds by name; a role or an
affiliation is right where it shares a word with the gold's, or where both have none.
"""
import json
from pathlib import Path

import pandas

import analysis
from analysis.project import GOLD, ROOT
from evaluation.figures import Figure, share
from evaluation.spans import names

OWN = "the project's own three articles"
COLUMNS = ("form", "role", "role_class", "affiliation")


def table() -> pandas.DataFrame:
    """One row per voice of the gold that is found: article, speaker, and of each column the gold's
    value, the program's and whether it is right (columns "form gold", "form", "form right", …)."""
    rows = []
    for folder in sorted(GOLD.iterdir()):
        if not (folder / "speakers.jsonl").exists():
            continue
        meta = json.loads((folder / "meta.json").read_text(encoding="utf8"))
        found = analysis.read(ROOT / meta["article"]).speakers.set_index("speaker")
        for line in (folder / "speakers.jsonl").read_text(encoding="utf8").splitlines():
            gold = json.loads(line)
            name = _found(gold, found.index)
            if gold["voice"] and name is not None:
                rows.append({"article": folder.name, "speaker": gold["speaker"],
                             **_compared(gold, found.loc[name].to_dict())})
    return pandas.DataFrame(rows)


def _found(gold, speakers):
    """The speaker of the table that is the gold's, by any form of its name, or None."""
    forms = [names(form) for form in (gold["speaker"], *gold["also"])]
    return next((name for form in forms for name in speakers if names(name) == form), None)


def _compared(gold, mine):
    row = {}
    for column in COLUMNS:
        wanted, got = gold[column], mine[column] if isinstance(mine[column], str) else None
        right = wanted == got if column in ("form", "role_class") or not (wanted and got) else \
            bool(names(wanted) & names(got))
        row |= {f"{column} gold": wanted, column: got, f"{column} right": right}
    return row


def figures(folder: Path | None = None) -> list[Figure]:
    """The share of voices of which each of COLUMNS is right."""
    rows = table()
    return [share("speakers", f"{column} of a voice", int(rows[f"{column} right"].sum()), len(rows),
                  OWN)
            for column in COLUMNS]


if __name__ == "__main__":
    print(*figures(), sep="\n")

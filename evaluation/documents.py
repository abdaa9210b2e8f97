"""What the documents say that is computed: figures on accuracy, the exercise's key.

    python -m evaluation.documents

writes it between the marks <!-- accuracy --> … <!-- end of accuracy --> of README.md and
docs/accuracy.md, docs/exercise-key.md as a whole, and docs/aleppo.md with its charts where the
article is at hand (`evaluation.aleppo`). A test holds the documents to it.
"""
import json
from pathlib import Path

import pandas

from analysis.project import ACCURACY, DEFAULT, GOLD, ROOT
from evaluation import aleppo

README, FULL, KEY = (ROOT / "README.md", ROOT / "docs" / "accuracy.md",
                     ROOT / "docs" / "exercise-key.md")
_BY = "written by python -m evaluation.documents -->"
# The lines of the README's table: (extraction, measure, a word of the texts or "", its name there).
# One that nobody measured on unseen texts yet is left out.
_LINES = [("attribution", "quoted stretches found (F1)", "", "quotations found"),
          ("attribution", "quoted stretches with the right source (F1)", "",
           "… with the right source"),
          ("attribution", "whole attributions found at all (F1)", "",
           "attributions found, paraphrases included"),
          ("attribution", "whole attributions cut as a person cuts them (F1)", "",
           "… and cut as a person cuts them"),
          ("speakers", "quoted stretches with the right full name (F1)", "",
           "the speaker’s full name"), ("numbers", "values right (F1)", "", "numbers: value right"),
          ("numbers", "value and unit right (F1)", "", "numbers: value and unit right"),
          ("checks", "alarms right", "", "alarms that something does not add up: right"),
          ("tone", "score against the readers' mean by sentence (r)", "",
           "tone of a sentence, against the mean of three language models"),
          ("findings", "statements that are true", "fresh", "statements of the first page: true"),
          ("findings", "statements that are false", "fresh", "statements of the first page: false")]
_SHOWN = 12  # voices in the key


def short(table: pandas.DataFrame) -> str:
    """The README's table: a line per measure that was taken on unseen texts, where there are
    several the figure with most cases."""
    rows = ["| | here | n | a person | best other |", "|---|---|---|---|---|"]
    unseen = table[table["seen"] == "unseen"]
    for extraction, measure, word, name in _LINES:
        found = unseen[(unseen["extraction"] == extraction) & (unseen["measure"] == measure)
                       & unseen["texts"].str.contains(word, regex=False)]
        if not found.empty:
            row = found.sort_values("n").iloc[-1]
            rows.append(f"| {name} | {_value(row)} | {row['n']:,.0f} | {_cell(row['human'])} | "
                        f"{_cell(row['peer'])} |")
    return "\n".join(rows)


def full(table: pandas.DataFrame) -> str:
    """The table of docs/accuracy.md: every figure, by what was extracted."""
    parts = []
    for extraction, found in table.groupby("extraction", sort=False):
        parts += [
            f"\n### {extraction.capitalize()}\n",
            "| measured | here | n | on | texts were | version | a person | best other |",
            "|---|---|---|---|---|---|---|---|"
        ]
        parts += [
            f"| {row.measure} | {_value(row._asdict())} | {_cell(row.n, ',.0f')} | {row.texts} | "
            f"{row.seen} | {row.version} | {_cell(row.human)} | "
            f"{_cell(row.peer)}{f' ({row.peer_name})' if isinstance(row.peer_name, str) else ''} |"
            for row in found.itertuples()]
    return "\n".join(parts)


def key() -> str:
    """The key of the class exercise: what a careful reader marked in the default article."""
    gold = GOLD / DEFAULT.stem
    read = {
        name:
            [json.loads(line) for line in (gold / f"{name}.jsonl").read_text("utf8").splitlines()]
        for name in ("quotes", "speakers", "attributions", "numbers", "checks")}
    text = DEFAULT.read_text("utf8")
    words = {}
    for row in read["quotes"]:
        if row["kind"] in ("direct", "mixed") and row["within"] is None and row["speaker"]:
            words[row["speaker"]] = words.get(row["speaker"], 0) + len(
                text[row["start"]:row["end"]].split())
    heard = {row["speaker"] for row in read["attributions"] + read["quotes"]}
    silent = [
        row["speaker"] for row in read["speakers"]
        if row["speaker"] not in heard and row["form"] == "named"
    ]
    most = sorted(words.items(), key=lambda item: (-item[1], item[0]))
    rows = [f"| {name} | {number} |" for name, number in most[:_SHOWN]]
    kinds = pandas.Series([row["kind"] for row in read["quotes"]]).value_counts()
    return "\n".join([
        "# The key to the exercise\n",
        "Written by `python -m evaluation.documents` from the annotations in `data/gold`, which "
        "were made by hand.\n",
        "## 1. Who speaks?\n",
        f"{len(words)} voices are quoted. Most words in quotation marks (without quotations in "
        "quotations):\n",
        "| voice | words |", "|---|---|", *rows,
        f"\n{', '.join(f'{count} {kind}' for kind, count in kinds.items())}: so many quotations of "
        "each kind.\n",
        "## 2. Who is only spoken of?\n", f"{', '.join(silent) or 'Nobody with a name'}.\n",
        "## 3. What does not add up?\n", *(f"- {row['kind']}: {row['why']}."
                                           for row in read["checks"]), ""
    ])


def filled(document: str, block: str, name: str = "accuracy") -> str:
    """A document with a block between the marks of that name. ValueError where it has none."""
    before, begin, rest = document.partition(f"<!-- {name}: {_BY}")
    _, end, after = rest.partition(f"<!-- end of {name} -->")
    if not (begin and end):
        raise ValueError(f"the document has no <!-- {name}: … <!-- end of {name} -->")
    return f"{before}{begin}\n{block}\n{end}{after}"


def documents() -> dict[Path, str]:
    """{file: what it should hold}."""
    table = pandas.read_csv(ACCURACY, comment="#")
    return {README: filled(README.read_text("utf8"), short(table)),
            FULL: filled(FULL.read_text("utf8"), full(table)), KEY: key()}


def of_aleppo() -> dict[Path, str | bytes]:
    """{file: what it should hold} of the Aleppo article; nothing where it is not at hand."""
    article = aleppo.article()
    if article is None:
        return {}
    page = filled(aleppo.PAGE.read_text("utf8"), aleppo.block(article), "findings")
    return {aleppo.PAGE: page, **aleppo.charts(article)}


def _value(row):
    interval = f" ({row['low']:.0f}–{row['high']:.0f})" if pandas.notna(row["low"]) else ""
    return f"{row['value']:.1f}{interval}"


def _cell(value, spec=".0f"):
    return "–" if pandas.isna(value) else format(value, spec)


if __name__ == "__main__":
    for path, content in (documents() | of_aleppo()).items():
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf8"))

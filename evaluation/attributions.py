"""How right attributions are: quoted stretches, their sources, whole contents, names.

Gold: {text, quotes: [{content: [[start, end], …], source: [[start, end], …], kind, reference}]};
offsets count characters of the text, reference is the full name of the speaker where the corpus
gives it. Two spans are the same from an overlap (intersection over union of characters, edges
trimmed) of .8.
"""
from collections import Counter
from pathlib import Path

from pandas import isna

import analysis
from evaluation.corpora import CORPORA, load
from evaluation.figures import Figure, f1, share
from evaluation.spans import contents, letters, names, pairs, quoted

SAME = .8


def figures(folder: Path, names_of: tuple[str, ...] = ("polnear_dev.jsonl", "polnear_b.jsonl.gz",
                                                       "polnear_c.jsonl.gz", "ggt_dev.jsonl.gz")
            ) -> list[Figure]:
    """The figures on every corpus of attributions that the folder has."""
    return [figure for name in names_of if (documents := load(folder, name)) is not None
            for figure in scored(documents, *CORPORA[name])]


def scored(documents: list[dict], texts: str, seen: str) -> list[Figure]:
    """The figures on one corpus."""
    n: Counter[str] = Counter()
    for document in documents:
        _count(document, found(document["text"]), n)
    made = [
        f1("attribution", "quoted stretches found (F1)", n["stretch"], n["found stretches"],
           n["gold stretches"], texts, seen),
        f1("attribution", "quoted stretches with the right source (F1)", n["source"],
           n["found stretches"], n["gold sourced"], texts, seen),
        f1("attribution", "whole attributions cut as a person cuts them (F1)", n["same"],
           n["found"], n["gold"], texts, seen),
        f1("attribution", "whole attributions found at all (F1)", n["any"], n["found"], n["gold"],
           texts, seen),
        share("attribution", "paraphrases cut as a person cuts them (recall)", n["indirect hit"],
              n["indirect"], texts, seen)]
    if n["gold named"]:
        made.append(f1("speakers", "quoted stretches with the right full name (F1)", n["named"],
                       n["found stretches"], n["gold named"], texts, seen))
    return made


def found(text: str) -> list[dict]:
    """The attributions of the program in the form of the gold."""
    rows = analysis.Article(text).attributions.to_dict("records")
    return [dict(content=row["content"], speaker=row["speaker"],
                 source=[] if isna(row["source_start"])
                 else [(int(row["source_start"]), int(row["source_end"]))])
            for row in rows if row["scope"] != "refusal"]


def _count(document, mine, n):
    text, gold = document["text"], document["quotes"]
    whole = contents(text, gold), contents(text, mine)
    n["gold"] += len(gold)
    n["found"] += len(mine)
    same = pairs(*whole, SAME)
    n["same"] += len(same)
    n["any"] += len(pairs(*whole, 1e-9))
    n["indirect"] += sum(row["kind"] == "indirect" for row in gold)
    n["indirect hit"] += sum(gold[one]["kind"] == "indirect" for one, _ in same)
    stretches = [list({span: row for row in reversed(rows) for span in quoted(text, row)}.items())
                 for rows in (gold, mine)]
    n["gold stretches"] += len(stretches[0])
    n["found stretches"] += len(stretches[1])
    n["gold sourced"] += sum(bool(row["source"]) for _, row in stretches[0])
    n["gold named"] += sum(bool(row.get("reference")) for _, row in stretches[0])
    for one, other in pairs(*([letters([span]) for span, _ in rows] for rows in stretches), SAME):
        wanted, got = stretches[0][one][1], stretches[1][other][1]
        n["stretch"] += 1
        n["source"] += bool(letters(wanted["source"] or []) & letters(got["source"]))
        n["named"] += bool(names(wanted.get("reference")) & names(got["speaker"]))

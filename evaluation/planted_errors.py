"""How many errors planted in real articles the checks find.

    python -m evaluation.planted_errors --data FOLDER [--show]       (`evaluation/corpora.py`)

The 60 cases of `data/alarms/planted.csv` were drawn from 1,347 real articles before any was looked
at with the checks: by patterns of their own and by arithmetic that holds, 12 weekdays with dates,
12 sizes in two units, 8 parts of wholes, 7 shares, 7 differences, 10 changes with a direction, 4
figures of a title. Each gets one error (another weekday, a factor of two to ten, a part above its
whole, ends swapped). The file has offsets and what is written there instead, no text. An error is
found if a check that the article does not have without it names a number at its place, or in its
sentence.
"""
import argparse
import csv
import hashlib
from collections import Counter
from itertools import groupby
from pathlib import Path

from analysis.article import Article
from analysis.project import ROOT
from evaluation.alarms import REAL
from evaluation.corpora import load
from evaluation.figures import Figure, share

PLANTED = ROOT / "data" / "alarms" / "planted.csv"


def changed(text: str, changes: dict[tuple[int, int], str]) -> str:
    """The text with what stands at each (start, end) replaced."""
    for (start, end), new in sorted(changes.items(), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def cases(folder: Path) -> list[tuple[str, dict, dict]]:
    """(kind, article, {place: what is written there}) of the planted cases in a folder."""
    articles = {hashlib.sha256(row["text"].encode("utf8")).hexdigest(): row
                for name in REAL for row in load(folder, name) or ()}
    with open(PLANTED, encoding="utf8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["text_sha256"] in articles]
    return [(edits[0]["kind"], articles[edits[0]["text_sha256"]],
             {(int(edit["start"]), int(edit["end"])): edit["instead"] for edit in edits})
            for edits in (list(group) for _, group in groupby(rows, lambda row: row["case"]))]


def is_found(row: dict, changes: dict) -> bool:
    """Whether the checks notice the changes in an article."""
    title, published = row.get("title"), row.get("published")
    clean = {words for _, words in found(Article(row["text"], title=title, published=published))}
    article = Article(changed(row["text"], changes), title=title, published=published)
    sentences = article.sentences
    at = min(start for start, _ in changes)
    inside = sentences[(sentences["start"] <= at) & (sentences["end"] > at)]
    first, last = (inside["start"].iloc[0], inside["end"].iloc[0]) if len(inside) else (at, at + 1)
    return any(words not in clean and any(first <= place <= last for place in places)
               for (_, words), places in found(article).items())


def figures(folder: Path) -> list[Figure]:
    """The share of the errors planted in real articles that the checks find."""
    results = [is_found(row, changes) for _, row, changes in cases(folder)]
    return [share("checks", "planted errors found", sum(results), len(results),
                  "60 errors planted in 50 real articles")] if results else []


def found(article: Article) -> dict[tuple[str, str], list[int]]:
    """{(kind, places of its two numbers): all places between} of an article's checks."""
    starts = article.numbers.set_index("number")["start"]
    return {(row.kind,
             row.explanation): [int(starts[number]) for number in (row.number_a, row.number_b)
                                if number == number] + [row.start]
            for row in article.checks.astype({"number_b": float}).itertuples()}


def main() -> None:
    """Print the errors found in real articles by kind, and with --show those that are missed."""
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the real articles")
    parser.add_argument("--show", action="store_true", help="print each error that is missed")
    options = parser.parse_args()
    planted, hit = Counter(), Counter()
    for number, (kind, row, changes) in enumerate(cases(options.data), 1):
        planted[kind] += 1
        seen = is_found(row, changes)
        hit[kind] += seen
        if options.show and not seen:
            print("missed:", number, kind,
                  {row["text"][slice(*place)]: new for place, new in changes.items()}, flush=True)
    for kind in planted:
        print(f"{kind:15} {hit[kind]:3} of {planted[kind]:3}")
    print(f"{'all':15} {hit.total():3} of {planted.total():3}")


if __name__ == "__main__":
    main()

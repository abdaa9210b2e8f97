"""How right quantities are: values, units and dates of other projects' sentences, alarms.

    python -m evaluation --only quantities --data FOLDER

A predicted quantity is right in value where both ends are the gold's (an open end counts as the
known one), in unit where it has the gold's unit too, or counts the gold's noun. Units have one name
through `analysis.numbers.units`.
"""
from collections import Counter
from pathlib import Path

from analysis.article import Article
from evaluation import alarms, number_conventions, planted_errors
from evaluation.corpora import load
from evaluation.figures import Figure, f1, share

NEWSQUANT = "sentences of financial and technical news (NewsQuant)"
SUITES = "sentences by which Recognizers-Text and quantulum3 test themselves"
SPANS = {"pud_numbers_dev.jsonl": "sentences of news (UD English-PUD; counts numbers in names and "
                                  "dates too)",
         "gum_numbers_dev.jsonl": "sentences of Wikinews (GUM; counts numbers in names and dates "
                                  "too)"}
DATES = "dates in Wikinews (GUM)"


def figures(folder: Path) -> list[Figure]:
    """Every figure on quantities and checks whose corpus lies in the folder."""
    found = []
    for name, texts in (("newsquant_dev.jsonl", NEWSQUANT), ("unit_suites_dev.jsonl", SUITES)):
        if rows := load(folder, name):
            found += _values(rows, texts)
    for name, texts in SPANS.items():
        if rows := load(folder, name):
            found.append(_detection(rows, texts))
    if rows := load(folder, "gum_dates_dev.jsonl"):
        found += _dates(rows)
    return found + alarms.figures(folder) + planted_errors.figures(folder)


def _values(documents, texts):
    n = Counter()
    for document in documents:
        n.update(number_conventions.unplaced(document["text"], document["quantities"])[0])
    return [f1("numbers", measure, n[key], n["found"], n["gold"], texts)
            for key, measure in (("value", "values right (F1)"),
                                 ("unit", "value and unit right (F1)"))]


def _detection(documents, texts):
    n = Counter()
    for document in documents:
        n.update(number_conventions.compare(document["text"], document["quantities"])[0])
    return f1("numbers", "quantities found (F1)", n["hit"], n["hit"] + n["spurious"], n["gold"],
              texts)


def _dates(documents):
    hit = exact = gold = found = 0
    for document in documents:
        article = Article(document["text"], published=document["ref"])
        rows = [row for row in article.numbers.itertuples() if row.kind == "date"]
        pairs = number_conventions.overlapping(document["quantities"], rows)
        gold, found, hit = gold + len(document["quantities"]), found + len(rows), hit + len(pairs)
        exact += sum(rows[j].iso == document["quantities"][i]["iso"] for i, j in pairs.items())
    return [f1("numbers", "dates found (F1)", hit, found, gold, DATES),
            share("numbers", "ISO date right of those found", exact, hit, DATES)]

"""Fit how often findings are true: `calibration` and the measured `rates` in
`analysis/models/findings.json`.

    python training/findings.py GGT.jsonl.gz ARTICLES.jsonl.gz … --voices VOICES.csv

most_words is fitted on articles of which somebody wrote down who has the most words: the annotated
quotations of GGT.jsonl.gz, and VOICES.csv (text_sha256, voice: a regular expression that its name
matches), whose texts are in the files of articles. What is said of an article where nothing was
found is as sure as readers found it to be true (`evaluation/readings.csv`). Prints the figures of
the fit. """
import argparse
import csv
import gzip
import hashlib
import json
import re
from collections import Counter
from pathlib import Path

import numpy

import analysis
from analysis.findings.draws import draws, nameless
from analysis.findings.statement import FLAT, HEDGED

_TARGET = Path(analysis.__file__).parent / "models" / "findings.json"
_READINGS = Path(__file__).parents[1] / "evaluation" / "readings.csv"
_FEWEST = 20        # words of an annotated article
_WANTED = .94       # of what is stated flatly, so many are to be right
# The rate of each kind's statement where nothing was found, or of which every statement is as sure.
_NOTHING = {"refusals": "no refusal", "doubted": "no doubt", "adds_up_not": "adds up"}


def most_words(article, right):
    """(probability before calibration, whether it is right) of who has the most words; None where
    nobody speaks."""
    found = draws(article, nameless(article))
    return (found.most()[0],
            bool(right(found.voices[0]))) if found.voices and found.counted[0] else None


def annotated(path):
    """(text, a test of a name) of each article with annotated quotations: the surname of who has
    the most words."""
    for document in _lines(path):
        words = Counter()
        for quote in document["quotes"]:
            if quote.get("reference"):
                words[quote["reference"]] += sum(len(document["text"][start:end].split()) for start,
                                                 end in quote["content"])
        if words.total() >= _FEWEST:
            most = max(words.values())
            names = {part for name, count in words.items() if count == most
                     for part in re.findall(r"\w{3,}", name.lower())}
            yield (document["text"], lambda voice, names=names:
                   names & set(re.findall(r"\w{3,}", voice.lower())))


def written_down(paths, voices):
    """The same of articles in files, from a list of who has the most words in each."""
    with open(voices, encoding="utf8", newline="") as file:
        known = {row["text_sha256"]: row["voice"] for row in csv.DictReader(file)}
    for path in paths:
        for document in _lines(path):
            voice = known.get(hashlib.sha256(document["text"].encode("utf8")).hexdigest())
            if voice:
                yield document["text"], lambda name, voice=voice: re.search(voice, name)


def _lines(path):
    with gzip.open(path, "rt", encoding="utf8") as file:
        yield from map(json.loads, file)


def curve(chances, right):
    """(intercept, slope, least, flat) of the logistic curve over log-odds by which statements are
    as sure as they are often right: `flat` is the least chance of which, and of what is surer,
    _WANTED are right; from there it is stated flatly. Its second point, `least`, is how many are
    right of those a little less sure (with Laplace's correction): what is less sure still was right
    no less."""
    flat = min(chance for chance in chances if right[chances >= chance].mean() >= _WANTED)
    less = (chances < flat) & (chances >= HEDGED)
    points = [(flat, FLAT), (chances[less].mean(), (right[less].sum() + 1) / (less.sum() + 2))]
    (x, y), (x_less, y_less) = ((_odds(chance), _odds(share)) for chance, share in points)
    slope = (y - y_less) / (x - x_less)
    return float(y - slope * x), float(slope), float(points[1][1]), flat


def _odds(chance):
    return numpy.log(chance / (1 - chance))


def measured_rates():
    """How often what is said where nothing was found is true, by the verdicts of readers who had no
    part in the rules (with Laplace's correction)."""
    with _READINGS.open(encoding="utf8", newline="") as file:
        rows = [row for row in csv.DictReader(file)
                if row["reader"] == "fresh" and row["stated"] != "withheld"]
    rates = {}
    for finding, rate in _NOTHING.items():
        verdicts = [row["verdict"] == "true" for row in rows if row["finding"] == finding]
        rates[rate] = round((sum(verdicts) + 1) / (len(verdicts) + 2), 3)
    return rates


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("annotated")
    parser.add_argument("articles", nargs="*")
    parser.add_argument("--voices", required=True)
    options = parser.parse_args()
    texts = [*annotated(options.annotated), *written_down(options.articles, options.voices)]
    found = list(filter(None, (most_words(analysis.Article(text), right) for text, right in texts)))
    chances, right = (numpy.array(column) for column in zip(*found))
    *fitted, flat = curve(chances, right)
    kept = json.loads(_TARGET.read_text("utf8"))
    kept["calibration"]["most_words"] = [round(number, 3) for number in fitted]
    kept["rates"] |= measured_rates()
    _TARGET.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf8")
    print(f"{len(found)} articles; flat {(chances >= flat).mean():.0%}, of them true "
          f"{right[chances >= flat].mean():.1%}", kept)


if __name__ == "__main__":
    main()

"""Fit how often findings are true: `analysis/models/findings.json`.

    python -m training.findings GGT.jsonl.gz ARTICLES.jsonl.gz …

most_words is fitted on articles of which somebody wrote down who has the most words: the annotated
quotations of GGT.jsonl.gz, and `training/voices.csv` (text_sha256, start, end: a place where its
name stands), whose texts are in the files of articles. How often two voices under a longer and a
shorter name are the same is counted in GGT.jsonl.gz. What is said of an article where nothing was
found is as sure as readers found it to be true (`evaluation/readings.csv`). Three rates are
written by hand, of statements that no reader has judged as they are worded now, and want readings:
"counted" (of 24 statements of quantities in batches 24 and 25, 18 were true or faulted by the noted
cause only for what is no longer claimed; with Laplace's correction), "doubting" (of 60 statements
on development articles, judged by the sentences around the words they name and not by the whole
articles, 51 hold; lowered to what readers found of the kind) and "either"
(one of the two named has most words in 7 of 7 annotated articles; of 11 of development, judged by
the voices' tables, it holds in 10). Prints the figures of the fit, and those out of fold: each
article judged by a curve fitted on the others. """
import argparse
import csv
import hashlib
import json
import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import numpy

import analysis
from analysis.findings.draws import draws, may_be_same, nameless
from analysis.findings.statement import FLAT, HEDGED
from analysis.findings.weights import weights
from evaluation import readings
from evaluation.corpora import read

_TARGET = Path(analysis.__file__).parent / "models" / "findings.json"
_VOICES = Path(__file__).with_name("voices.csv")
_FEWEST = 20        # words of an annotated article
_WANTED = .92       # of what is stated flatly, so many are to be right
# The rate of each kind's statement where nothing was found, or of which every statement is as sure,
# and the batch since which it is worded as now.
_READ = {"refusals": ("no refusal", ""), "doubted": ("no doubt", ""), "genre": ("genre", ""),
         "tone": ("tone", ""), "unnamed_share": ("range", ""), "silent": ("nobody silent", ""),
         "adds_up_not": ("adds up", "29")}


def most_words(article, right):
    """(uncalibrated probability, whether it is right) of who has most words; None: nobody."""
    found = draws(article, nameless(article))
    return (found.most()[0],
            bool(right(found.voices[0]))) if found.voices and found.counted[0] else None


def annotated(path):
    """(text, a test of a name) of each annotated article: the surname of who has most words."""
    for document in read(path):
        words = Counter()
        for quote in document["quotes"]:
            if quote.get("reference"):
                words[quote["reference"]] += sum(len(document["text"][start:end].split())
                                                 for start, end in quote["content"])
        if words.total() >= _FEWEST:
            most = max(words.values())
            names = {part for name, count in words.items() if count == most
                     for part in _words(name)}
            yield document["text"], _named(names)


def written_down(paths):
    """The same of articles in files, by a place where who has the most words is named."""
    with _VOICES.open(encoding="utf8", newline="") as file:
        known = {row["text_sha256"]: slice(int(row["start"]), int(row["end"]))
                 for row in csv.DictReader(file)}
    for path in paths:
        for document in read(path):
            place = known.get(hashlib.sha256(document["text"].encode("utf8")).hexdigest())
            if place:
                yield document["text"], _named(_words(document["text"][place]))


def _words(name):
    return set(re.findall(r"\w{3,}", name.lower()))


def _named(names):
    """A test whether the name of a voice has one of these words."""
    return lambda voice: bool(names & _words(voice))


def same_name(path):
    """How often two voices of an article are the same where one's name ends with the other's, by
    whose annotated words they are given (with Laplace's correction)."""
    verdicts = []
    for document in read(path):
        article = analysis.Article(document["text"])
        found = {}
        for speaker, content in zip(*article.attributions.lists("speaker", "content")):
            if isinstance(speaker, str):
                found.setdefault(speaker, set()).update(i for span in content for i in range(*span))
        gold = [(quote["reference"], set(range(*span))) for quote in document["quotes"]
                if quote.get("reference") for span in quote["content"]]
        whose = {}
        for speaker, letters in found.items():
            shares = Counter()
            for name, said in gold:
                shares[name] += len(letters & said)
            if shares.total():
                whose[speaker] = shares.most_common(1)[0][0]
        verdicts += [whose[one] == whose[other] for one, other in combinations(whose, 2)
                     if may_be_same(one, other)]
    print(f"{len(verdicts)} pairs of voices by a longer and a shorter name, {sum(verdicts)} the "
          "same")
    return round((sum(verdicts) + 1) / (len(verdicts) + 2), 2)


def curve(chances, right):
    """(intercept, slope, least, flat; the first three None where nothing is a little less sure than
    what is flat) of the logistic curve over log-odds by which statements are
    as sure as they are often right: `flat` is the least chance of which, and of what is surer,
    _WANTED are right; from there it is stated flatly. Its second point, `least`, is how many are
    right of those a little less sure (with Laplace's correction): what is less sure still was right
    no less."""
    flat = min(chance for chance in chances if right[chances >= chance].mean() >= _WANTED)
    less = (chances < flat) & (chances >= HEDGED)
    if not less.any():
        return None, None, None, flat
    points = [(flat, FLAT), (chances[less].mean(), (right[less].sum() + 1) / (less.sum() + 2))]
    (x, y), (x_less, y_less) = ((_odds(chance), _odds(share)) for chance, share in points)
    slope = (y - y_less) / (x - x_less)
    return float(y - slope * x), float(slope), float(points[1][1]), flat


def _odds(chance):
    return numpy.log(chance / (1 - chance))


def measured_rates():
    """How often what is said where nothing was found is true, by the verdicts of readers who had no
    part in the rules (with Laplace's correction)."""
    rows = [row for row in readings.rows()
            if row["reader"] == "fresh" and row["stated"] != "withheld"]
    rates = {}
    for finding, (rate, since) in _READ.items():
        verdicts = [row["verdict"] == "true" for row in rows
                    if row["finding"] == finding and row["batch"] >= since]
        rates[rate] = round((sum(verdicts) + 1) / (len(verdicts) + 2), 3)
    return rates


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("annotated")
    parser.add_argument("articles", nargs="*")
    options = parser.parse_args()
    kept = json.loads(_TARGET.read_text("utf8"))
    kept["rates"] |= measured_rates() | {"same name": same_name(options.annotated)}
    _write(kept)
    weights.cache_clear()
    texts = [*annotated(options.annotated), *written_down(options.articles)]
    found = list(filter(None, (most_words(analysis.Article(text), right) for text, right in texts)))
    chances, right = (numpy.array(column) for column in zip(*found))
    *fitted, flat = curve(chances, right)
    if None in fitted:
        print("Nothing is a little less sure: the curve of most_words stays as it was.")
    else:
        kept["calibration"]["most_words"] = [round(number, 3) for number in fitted]
    others = [numpy.arange(len(right)) != left for left in range(len(right))]
    stated = numpy.array([chance >= curve(chances[rest], right[rest])[3]
                          for chance, rest in zip(chances, others)])
    _write(kept)
    for kind, firm in (("", chances >= flat), ("out of fold: ", stated)):
        print(f"{kind}{len(right)} articles; flat {firm.mean():.1%}, of them true "
              f"{right[firm].mean():.1%}")
    print(kept)


def _write(kept):
    _TARGET.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()

"""Fit the weights that tell an opinion piece from a news report: `analysis/models/genre.json`.

    python -m training.genre ARTICLES.jsonl.gz [ARTICLES.jsonl.gz …]

`training/genre_labels.csv` says of articles, by the SHA-256 of their text, what readers took them
for; the files hold the texts (one JSON object with `text` a line). Prints the figures of leaving
one article out at a time. """
import csv
import hashlib
import json
import sys
from pathlib import Path

import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import LeaveOneOut, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

import analysis
from analysis.measures.genre import features
from evaluation.corpora import read

_HERE = Path(__file__).parent
_TARGET = Path(analysis.__file__).parent / "models" / "genre.json"
_TURNS = {"mostly turns": .5, "asks": .5, "declared": .97}


def model():
    """A logistic regression on standardised columns."""
    return make_pipeline(StandardScaler(), LogisticRegression())


def plain(fitted, names):
    """The intercept and {name: weight} for columns as they are, of a fitted `model`."""
    scale, regression = fitted[0], fitted[1]
    weights = regression.coef_[0] / scale.scale_
    intercept = float(regression.intercept_[0] - weights @ scale.mean_)
    return intercept, dict(zip(names, weights.round(3).tolist()))


def main(paths):
    with (_HERE / "genre_labels.csv").open(encoding="utf8", newline="") as file:
        labelled = {row["text_sha256"]: row["genre"] == "opinion" for row in csv.DictReader(file)}
    rows, labels, names = [], [], None
    for path in paths:
        for text in (document["text"] for document in read(path)):
            if (digest := hashlib.sha256(text.encode("utf8")).hexdigest()) in labelled:
                found = features(analysis.Article(text))
                names = list(found)
                rows.append(list(found.values()))
                labels.append(labelled[digest])
    rows, labels = numpy.array(rows), numpy.array(labels, int)
    left_out = cross_val_predict(model(), rows, labels, cv=LeaveOneOut(),
                                 method="predict_proba")[:, 1]
    news, opinion = left_out <= .1, left_out >= .7
    figures = {"articles": len(labels), "opinion": int(labels.sum()),
               "said to be news from .9": int(news.sum()),
               "of them opinion": int(labels[news].sum()),
               "said to be opinion from .7": int(opinion.sum()),
               "of them news": int((1 - labels[opinion]).sum())}
    intercept, weights = plain(model().fit(rows, labels), names)
    kept = {"intercept": round(intercept, 3), "weights": weights, **_TURNS,
            "left out one at a time": figures}
    _TARGET.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf8")
    print(figures)


if __name__ == "__main__":
    main(sys.argv[1:])

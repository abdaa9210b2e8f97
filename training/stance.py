"""Train the attitude toward an actor (analysis/models/stance.npz) on NewsMTSC.

    python -m training.stance newsmtsc_rw_train.jsonl [newsmtsc_rw_dev.jsonl newsmtsc_mt_dev.jsonl]

Data: https://github.com/fhamborg/NewsMTSC (MIT licence), one JSON object a line with id, text,
start, end of the mention, and polarity (-1, 0, 1). The texts stay where they are; only the weights
enter the project. Printed: five-fold figures, no article on both sides (these are the accuracy we
claim), calibration, what abstaining buys, and the figures on the further files, which decide
nothing. Some of their articles occur in the training file with other sentences, so they flatter;
the share is printed.
"""
import json
import re
import sys
from collections import Counter

import numpy

from evaluation.corpora import read
from training.fitting import (
    accuracy_by_threshold,
    calibration,
    fit,
    folds,
    macro_f1,
    matrix,
    out_of_fold,
    save,
)

CLASSES = [-1, 0, 1]
STRENGTH, SEEN = .003, 2  # inverse of the penalty; a feature counts when this many mentions have it
ACCURACY = .8  # the share of its readings that are right: it abstains where it is too unsure


def load(path):
    """The mentions' features, labels and articles."""
    from analysis.text.parse import parse
    from analysis.text.reading_copy import mend
    from analysis.text.tokens import Doc
    from analysis.tone.attitudes import Reader
    rows = read(path)
    texts = list(dict.fromkeys(row["text"] for row in rows))
    copies = [mend(text) for text in texts]
    readers = {text: Reader(Doc(doc), copy)
               for text, doc, copy in zip(texts, parse([copy.text for copy in copies]), copies)}
    features = [readers[row["text"]].features(row["start"], row["end"]) for row in rows]
    labels, articles = [row["polarity"] for row in rows], ["_".join(row["id"].split("_")[:3])
                                                           for row in rows]
    return features, numpy.array(labels), articles, texts


def without_names(features, texts):
    """The features without words nearly always capitalised mid-sentence: names missed."""
    words = [match[0] for text in texts for match in re.finditer(r"(?<=[\w,;] )[^\W\d_]+", text)]
    capitals, all_forms = Counter(word.lower() for word in words
                                  if word[0].isupper()), Counter(map(str.lower, words))
    names = {word for word in capitals if capitals[word] > .9 * all_forms[word]} - {"i"}
    kept = {name: names.isdisjoint(re.split("[:_!]", name)[1:]) for one in features for name in one}
    return [{name: value for name, value in one.items() if kept[name]} for one in features]


def main(train, *others):
    features, labels, articles, texts = load(train)
    features = without_names(features, texts)
    names, rows = matrix(features, SEEN)
    probabilities, temperature = out_of_fold(rows, labels, folds(articles), STRENGTH)
    likeliest = numpy.array(CLASSES)[probabilities.argmax(1)]
    figures = {"mentions": len(labels),
               "macro-F1, five-fold by article": macro_f1(labels, likeliest),
               **calibration(labels, probabilities, CLASSES)}
    threshold, kept, right = accuracy_by_threshold(labels, probabilities, CLASSES, ACCURACY)
    figures |= {"read, not abstained": kept, "right of those": right}
    print(f"{len(labels)} mentions, {len(set(articles))} articles, {len(names)} features")
    print(json.dumps(figures, indent=1))
    weights, intercept = fit(rows, labels, STRENGTH, temperature)
    about = dict(classes=CLASSES, threshold=threshold, figures=figures,
                 data="NewsMTSC rw train (Hamborg and Donnay 2021, MIT)")
    model = save("stance", names, weights, intercept, about)
    for path in others:
        features, labels, where, _ = load(path)
        probabilities = model.probabilities(model.logits(features))
        likeliest = numpy.array(CLASSES)[probabilities.argmax(1)]
        sure = probabilities.max(1) >= threshold
        print(path.rsplit("/")[-1], "macro-F1", macro_f1(labels, likeliest),
              calibration(labels, probabilities, CLASSES), "read", round(sure.mean(), 3),
              "right of those", round((labels == likeliest)[sure].mean(), 3),
              "in articles trained on", round(numpy.isin(where, articles).mean(), 3))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Train opinion or report (analysis/models/subjectivity.npz) on NewsSD-ENG.

    python -m training.subjectivity newssd_train.jsonl newssd_val.jsonl

Data: https://github.com/AGalassi/newssd-eng (CC BY 4.0), one JSON object a line with Sentence and
Label (SUBJ, OBJ). The sentences stay where they are; only the weights enter the project. All files
together are the training data. Printed: five-fold figures, in which ten neighbouring sentences of a
file stay together, because they are often of one article (these are the accuracy we claim), the
same with sentences drawn singly, and calibration.
"""
import json
import sys

import numpy

from analysis.tone.subjectivity import features
from evaluation.corpora import read
from training.fitting import calibration, fit, folds, macro_f1, matrix, out_of_fold, save

CLASSES = [False, True]
STRENGTH, SEEN, BLOCK = .1, 3, 10


def main(*paths):
    sentences, labels, blocks = [], [], []
    for path in paths:
        rows = read(path)
        sentences += [row["Sentence"].strip() for row in rows]
        labels += [row["Label"] == "SUBJ" for row in rows]
        blocks += [f"{len(rows)}:{i // BLOCK}" for i in range(len(rows))]
    labels = numpy.array(labels)
    names, rows = matrix([features(sentence) for sentence in sentences], SEEN)
    spread = numpy.where([name.startswith("s:") for name in names], 1,
                         1 + numpy.log(len(labels) / rows.getnnz(0)))

    def rarer(_):
        """Rarer words weigh more (inverse document frequency)."""
        return spread

    threshold, figures = float(labels.mean().round(2)), {"sentences": len(labels)}
    for kind, groups in (("neighbours together", blocks),
                         ("sentences singly", map(str, range(len(labels))))):
        probabilities, temperature = out_of_fold(rows, labels, folds(groups), STRENGTH, rarer)
        figures[f"macro-F1, five-fold, {kind}"] = macro_f1(labels, probabilities[:, 1] >= threshold)
        if kind == "neighbours together":
            figures |= calibration(labels, probabilities, CLASSES)
            weights, intercept = fit(rows, labels, STRENGTH, temperature, rarer)
    print(f"{len(labels)} sentences, {labels.sum()} subjective, {len(names)} features")
    print(json.dumps(figures, indent=1))
    about = dict(classes=CLASSES, threshold=threshold, figures=figures,
                 data="NewsSD-ENG train and val (CC BY 4.0)")
    save("subjectivity", names, weights, intercept, about)


if __name__ == "__main__":
    main(*sys.argv[1:])

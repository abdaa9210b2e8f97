"""How often the rules of attribution are right, judged against annotated articles; the weights of confidence anew.

    python evaluation/rule_accuracy.py FILE [--write TABLE]

FILE: JSON lines, an article each: text and quotes, a list of {source, content} with spans [[start, end], …]. Right is
an attribution whose content overlaps (intersection over union of characters) with an annotated one by .8 or more and
whose source touches its source. Prints how confidence and truth agree, tenth by tenth, for weights fitted on other
articles (five folds of whole articles, ten ways to make them) and for those fitted on all. --write puts the latter, with the cases and
how many were right, below the header of TABLE (analysis/lexicons/rule_accuracy.tsv). Needs scikit-learn (the extra `train`).
"""
import argparse
import json
from collections import Counter
from pathlib import Path

import numpy
from sklearn.linear_model import LogisticRegression

from analysis import Article
from analysis.attribution.confidence import Features

SURE, FOLDS, WAYS = .8, 5, 10
PENALTY, RULES = 1, 2  # the inverse of the penalty; a rule's own weight is penalised less than a sign's, by this factor squared
EDGE = " \n\t\r.,;:!?\"“”‘’'—-–"


def judged(articles):
    """[(article number, Features, right)] of the attributions in articles, quotations within quotations left out."""
    found = []
    for number, article in enumerate(articles):
        decoded = Article(article["text"]).decoded
        gold = [_covered(article["text"], row["content"]) for row in article["quotes"]]
        mine = [_covered(article["text"], attribution.content) for attribution in decoded]
        partner = _partners(mine, gold)
        for place, attribution in enumerate(decoded):
            other = article["quotes"][partner[place]] if place in partner else None
            same = other and (_touch(attribution.source, other["source"]) if other["source"] else attribution.source is None)
            if attribution.within is None:
                found.append((number, attribution.features, bool(same)))
    return found


def _covered(text, spans):
    return {i for start, end in spans for i in range(start, end) if text[i] not in EDGE}


def _touch(span, others):
    return span is not None and any(span[0] < end and start < span[1] for start, end in others)


def _partners(mine, gold):
    """{own number: gold number} one to one, the greatest overlaps of .8 and more first."""
    pairs = sorted((-len(a & b) / len(a | b), i, j) for i, a in enumerate(mine) for j, b in enumerate(gold) if a & b)
    found = {}
    for share, i, j in pairs:
        if -share >= .8 and i not in found and j not in found.values():
            found[i] = j
    return found


def pairs(signs):
    """The (sign, value) pairs that are weighed."""
    return [pair for pair in zip(Features._fields, signs) if pair[1]]


def fit(rows):
    """{(sign, value): weight} and the weight of all, ("all", ""), of a penalised logistic regression."""
    index = {pair: i for i, pair in enumerate(sorted({pair for _, signs, _ in rows for pair in pairs(signs)}))}
    scale = numpy.array([RULES if pair[0] == "rule" else 1 for pair in index])
    cells = numpy.zeros((len(rows), len(index)))
    for row, (_, signs, _) in enumerate(rows):
        cells[row, [index[pair] for pair in pairs(signs)]] = 1
    model = LogisticRegression(C=PENALTY, max_iter=2000).fit(cells * scale, [right for *_, right in rows])
    return {("all", ""): model.intercept_[0], **dict(zip(index, model.coef_[0] * scale))}


def stated(weights, rows):
    """The confidence of each row, rounded as in the table of attributions."""
    total = numpy.array([weights["all", ""] + sum(weights.get(pair, 0) for pair in pairs(signs)) for _, signs, _ in rows])
    return (1 / (1 + numpy.exp(-total))).round(2)


def out_of_fold(rows, seed):
    """The confidence of each row by weights fitted on the articles of the other folds."""
    article = numpy.array([number for number, *_ in rows])
    fold = numpy.random.default_rng(seed).permutation(article.max() + 1)[article] % FOLDS
    found = numpy.zeros(len(rows))
    for one in range(FOLDS):
        weights = fit([row for row, other in zip(rows, fold) if other != one])
        found[fold == one] = stated(weights, [row for row, other in zip(rows, fold) if other == one])
    return found


def agreement(name, runs, rows):
    """Print the share of sure rows and how many of them are right, and tenth by tenth what was stated and what was true."""
    right = numpy.tile([ok for *_, ok in rows], len(runs))
    said = numpy.concatenate(runs)
    shares = [((run >= SURE).mean(), right[:len(rows)][run >= SURE].mean()) for run in runs]
    sure, true = zip(*shares)
    print(f"{name}: {numpy.mean(sure):.3f} ({min(sure):.3f} to {max(sure):.3f}) of {len(rows)} rows at {SURE} or more, "
          f"{numpy.mean(true):.3f} ({min(true):.3f} to {max(true):.3f}) of them right")
    for tenth in range(9, -1, -1):
        band = (said >= tenth / 10) & (said < (tenth + 1) / 10 + (tenth == 9))
        if band.any():
            print(f"    {tenth / 10:.1f} to {(tenth + 1) / 10:.1f}: {band.mean():.3f} of the rows, stated {said[band].mean():.3f}, right {right[band].mean():.3f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    rows = judged([json.loads(line) for line in options.file.read_text(encoding="utf8").splitlines()])
    weights = fit(rows)
    agreement("fitted on other articles", [out_of_fold(rows, seed) for seed in range(WAYS)], rows)
    agreement("fitted on all", [stated(weights, rows)], rows)
    if options.write:
        cases, right = Counter(), Counter()
        for _, signs, ok in rows:
            for pair in [("all", ""), *pairs(signs)]:
                cases[pair] += 1
                right[pair] += ok
        header = [line for line in options.write.read_text(encoding="utf8").splitlines() if line.startswith("#")]
        lines = [f"{sign}\t{value}\t{cases[sign, value]}\t{right[sign, value]}\t{weight:.2f}" for (sign, value), weight in weights.items()]
        options.write.write_text("\n".join([*header, "sign\tvalue\tcases\tright\tweight", *lines]) + "\n", encoding="utf8")

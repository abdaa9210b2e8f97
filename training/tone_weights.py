"""Fit the tone calibration on human ratings and say how good it is on articles it was not fitted on.

    python training/tone_weights.py RATINGS.jsonl [--write]

RATINGS.jsonl: one sentence a line, {"id": "ARTICLE_SENTENCE", "rating": -4…4, "text": …}; the editorials that VADER's
authors had rated by 20 people (github.com/cjhutto/vaderSentiment, MIT; the texts are in copyright and not kept here).
Prints grouped five-fold figures: folds are whole articles, every figure that is fitted is fitted on the other four;
the mean over ten ways to make the folds.
--write stores the figures fitted on all articles, with the five-fold results, as analysis/tone/weights.json.
"""
import argparse
import json
from itertools import product
from pathlib import Path

import numpy

from analysis.tone.calibration import MOST_EVIDENCE, Z95
from analysis.tone.context import valued_words
from analysis.tone.vader import compound

FOLDS, REPEATS = 5, 10
SATURATIONS, TURNS = (5, 10, 15, 25, 40, 60), (-1, -.74, -.5, -.25, 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("ratings", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.ratings.read_text("utf8").splitlines()]
    rating = numpy.array([row["rating"] for row in rows])
    names, article = numpy.unique([row["id"].split("_")[0] for row in rows], return_inverse=True)
    later = numpy.array([int(row["id"].split("_")[1]) for row in rows])
    later = later > numpy.array([numpy.median(later[article == a]) for a in range(len(names))])[article]
    words = [[word for word in valued_words(row["text"]) if word.kind != "name"] for row in rows]
    features = {(saturation, turn): design(words, saturation, turn) for saturation, turn in product(SATURATIONS, TURNS)}

    evidence = numpy.minimum([len(sentence) for sentence in words], MOST_EVIDENCE)
    runs = [five_fold(features, rating, article, evidence, later, seed) for seed in range(REPEATS)]
    vader = numpy.array([compound(row["text"]) for row in rows])
    result = {"articles": len(names), "sentences": len(rows),
              **{name: numpy.mean([run[name] for run in runs]) for name in runs[0]},
              "vader_r_sentence": correlation(rating, vader), "vader_r_article": correlation(*means(article, rating, vader))}
    spreads = {name: result.pop(name) for name in ("variance", "variance_per_word", "article_sd", "stretch_sd")}
    key, slopes = fit(features, rating, numpy.ones(len(rows), bool))
    fitted = {"intercept": slopes[0], "praise": slopes[1], "blame": slopes[2], "saturation": key[0], "turned": key[1],
              **spreads}
    fitted = {name: round(float(value), 4) for name, value in fitted.items()}
    result = {name: round(float(value), 3) for name, value in result.items()}
    for name, value in {**fitted, **result}.items():
        print(f"{name:18}{value:g}")
    if options.write:
        target = Path(__file__).parents[1] / "analysis" / "tone" / "weights.json"
        target.write_text(json.dumps({**fitted, "five_fold": result}, indent=1) + "\n", "utf8")


def five_fold(features, rating, article, evidence, later, seed):
    """Correlations, coverage and spread of predictions for articles that were left out of the fit; `later` marks the
    second half of each article, which stands in for its sections."""
    fold = numpy.random.default_rng(seed).permutation(article.max() + 1)[article] % FOLDS
    left_out = numpy.empty(len(rating))
    for k in range(FOLDS):
        key, slopes = fit(features, rating, fold != k)
        left_out[fold == k] = features[key][fold == k] @ slopes
    residual = rating - left_out
    variance, article_sd = spread(residual, article, evidence)
    difference, noise = halves(residual, article, sentence_variance(variance, evidence), later)
    stretch_sd = max(numpy.mean(difference ** 2 - noise) / 2, 0) ** .5
    inside = numpy.abs(difference) <= Z95 * numpy.sqrt(noise + 2 * stretch_sd ** 2)
    return {"r_sentence": correlation(rating, left_out), "r_article": correlation(*means(article, rating, left_out)),
            "coverage": coverage(residual, article, evidence, fold), "contrast_coverage": inside.mean(),
            "variance": variance[0], "variance_per_word": variance[1], "article_sd": article_sd, "stretch_sd": stretch_sd}


def design(words, saturation, turn):
    """Columns: 1, praise and blame of each sentence after saturation."""
    rows = []
    for sentence in words:
        values = numpy.array([word.valence * (turn if word.turned else 1) for word in sentence])
        size = numpy.sqrt(values.sum() ** 2 + saturation)
        rows.append((1, values[values > 0].sum() / size, values[values < 0].sum() / size))
    return numpy.array(rows)


def fit(features, rating, chosen):
    """The saturation and turn with the least squared error on the chosen sentences, and the slopes there."""
    def attempt(matrix):
        slopes, *_ = numpy.linalg.lstsq(matrix[chosen], rating[chosen])
        return ((matrix[chosen] @ slopes - rating[chosen]) ** 2).sum(), slopes
    attempts = {key: attempt(matrix) for key, matrix in features.items()}
    key = min(attempts, key=lambda key: attempts[key][0])
    return key, attempts[key][1]


def means(article, *columns):
    return [numpy.bincount(article, column) / numpy.bincount(article) for column in columns]


def correlation(a, b):
    return numpy.corrcoef(a, b)[0, 1]


def sentence_variance(variance, evidence):
    return variance[0] + variance[1] * evidence


def spread(residual, article, evidence):
    """What is left within articles, a variance that grows with a sentence's evidence (constant, slope), and the
    standard deviation between them (one-way random effects, by moments)."""
    count, (mean,) = numpy.bincount(article), means(article, residual)
    squares = (residual - mean[article]) ** 2 * (count / (count - 1))[article]
    variance, *_ = numpy.linalg.lstsq(numpy.stack([numpy.ones(len(evidence)), evidence], 1), squares)
    noise = numpy.bincount(article, sentence_variance(variance, evidence)) / count ** 2
    return variance, max(numpy.mean(mean ** 2 - noise), 0) ** .5


def halves(residual, article, variance, later):
    """The error of the difference between the halves of each article, and its variance if sentences erred
    independently; neighbours do not quite."""
    def per_article(half, values):
        return numpy.bincount(article[half], values[half], minlength=article.max() + 1)
    counts = [per_article(half, numpy.ones(len(residual))) for half in (~later, later)]
    first, second = (per_article(half, residual) / count for half, count in zip((~later, later), counts))
    return first - second, sum(per_article(half, variance) / count ** 2 for half, count in zip((~later, later), counts))


def coverage(residual, article, evidence, fold):
    """Share of articles whose mean rating lies in the 95 % interval; each fold's spread is that of the other folds."""
    (error,), covered = means(article, residual), []
    for k in range(FOLDS):
        other = fold != k
        _, renumbered = numpy.unique(article[other], return_inverse=True)
        variance, article_sd = spread(residual[other], renumbered, evidence[other])
        for a in numpy.unique(article[~other]):
            own = sentence_variance(variance, evidence[article == a])
            covered.append(abs(error[a]) <= Z95 * (own.sum() / len(own) ** 2 + article_sd ** 2) ** .5)
    return numpy.mean(covered)


if __name__ == "__main__":
    main()

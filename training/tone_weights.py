"""Fit the tone on human ratings and say how good it is on articles it was not fitted on.

    python -m training.tone_weights RATINGS.jsonl FOLDER [--write]

RATINGS.jsonl: one sentence a line, {"id": "ARTICLE_SENTENCE", "rating": -4…4, "text": …}; the
editorials that VADER's authors had rated by 20 people (github.com/cjhutto/vaderSentiment, MIT; the
texts are in copyright and not kept here).
FOLDER: what `training/tone_teacher.py` made of them and of unrated articles. Prints grouped
five-fold figures: folds are whole articles, all that is fitted, the teacher of the words included,
is fitted on the other four; the mean over REPEATS ways to make the folds. --write stores what is
fitted on all articles: analysis/models/tone.json and tone_words.tsv.
"""
import argparse
import json
from itertools import product
from pathlib import Path

import numpy

from analysis.tone.calibration import MOST_EVIDENCE, Z95
from analysis.tone.context import valued_words
from analysis.tone.vader import compound
from evaluation.corpora import read
from training.tone_student import Material, eight_bits, taught

FOLDS, REPEATS = 5, 6
SATURATIONS, TURNS = (10, 15, 25), (-.5, -.25, 0)
MODELS = Path(__file__).parents[1] / "analysis" / "models"
_HEAD = """\
# What a word adds to the tone score beside its valence, in a sentence of 20 words. \
Written by training/tone_weights.py, never
# by hand; analysis/models/README.md says from what. kind: topic for nouns, else evaluative.
weight\tkind\twords
"""


class Ratings:
    """The rated sentences: rating, article, whether in the article's second half, which stands in
    for its sections; evidence; and praise and blame of them and of the unrated sentences, by
    saturation and turn."""

    def __init__(self, rows, unrated):
        self.rating = numpy.array([row["rating"] for row in rows])
        self.names, self.article = numpy.unique([row["id"].split("_")[0] for row in rows],
                                                return_inverse=True)
        place = numpy.array([int(row["id"].split("_")[1]) for row in rows])
        middle = numpy.array([numpy.median(place[self.article == a])
                              for a in range(len(self.names))])
        self.later = place > middle[self.article]
        texts = [row["text"] for row in rows]
        valued, others = ([[word for word in valued_words(text)
                            if word.kind != "name" and word.valence] for text in part]
                          for part in (texts, unrated))
        self.evidence = numpy.minimum([len(words) for words in valued], MOST_EVIDENCE)
        self.designs = {key: (design(valued, *key), design(others, *key))
                        for key in product(SATURATIONS, TURNS)}
        self.vader = tuple(numpy.array([compound(text) for text in part])
                           for part in (texts, unrated))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("ratings", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows = read(options.ratings)
    material = Material(options.folder, [row["text"] for row in rows])
    ratings = Ratings(rows, material.unrated)
    print(f"{len(rows):,} rated sentences, {len(material.unrated):,} labelled ones, "
          f"{len(material.names):,} words", flush=True)
    runs = [five_fold(material, ratings, seed) for seed in range(REPEATS)]
    mean = {name: numpy.mean([run[name] for run in runs]) for name in runs[0]}
    spreads = {name: mean.pop(name)
               for name in ("variance", "variance_per_word", "article_sd", "stretch_sd")}
    vader = ratings.vader[0]
    result = {"articles": len(ratings.names), "sentences": len(rows), **mean,
              "vader_r_sentence": correlation(ratings.rating, vader),
              "vader_r_article": correlation(*means(ratings.article, ratings.rating, vader))}
    key, slopes, weights = fit(material, ratings, numpy.ones(len(rows), bool))
    fitted = {"intercept": slopes[0], "praise": slopes[1], "blame": slopes[2], "saturation": key[0],
              "turned": key[1], **spreads}
    fitted = {name: round(float(value), 4) for name, value in fitted.items()}
    result = {name: round(float(value), 3) for name, value in result.items()}
    for name, value in {**fitted, **result, "words": (weights != 0).sum()}.items():
        print(f"{name:18}{value:g}")
    if options.write:
        MODELS.joinpath("tone.json").write_text(
            json.dumps({**fitted, "five_fold": result}, indent=1) + "\n", "utf8")
        MODELS.joinpath("tone_words.tsv").write_text(
            _HEAD + "".join(word_lines(material, weights)), "utf8")


def word_lines(material, weights):
    """The lines of the table of words: those of one weight and kind together."""
    table = {}
    for name, weight in zip(material.names, weights):
        if weight:
            kind = "topic" if name in material.nouns else "evaluative"
            table.setdefault((round(float(weight), 4), kind), []).append(name)
    return [f"{weight:+.4f}\t{kind}\t{' '.join(table[weight, kind])}\n"
            for weight, kind in sorted(table)]


def five_fold(material, ratings, seed):
    """Correlations, coverage and spread of predictions for articles left out of the fit."""
    rating, article = ratings.rating, ratings.article
    fold = numpy.random.default_rng(seed).permutation(article.max() + 1)[article] % FOLDS
    left_out = numpy.empty(len(rating))
    for k in range(FOLDS):
        key, slopes, weights = fit(material, ratings, fold != k)
        left_out[fold == k] = (ratings.designs[key][0] @ slopes
                               + material.rated_words @ weights)[fold == k]
    residual = rating - left_out
    variance, article_sd = spread(residual, article, ratings.evidence)
    difference, noise = halves(residual, article, sentence_variance(variance, ratings.evidence),
                               ratings.later)
    stretch_sd = max(numpy.mean(difference ** 2 - noise) / 2, 0) ** .5
    inside = numpy.abs(difference) <= Z95 * numpy.sqrt(noise + 2 * stretch_sd ** 2)
    return {"r_sentence": correlation(rating, left_out),
            "r_article": correlation(*means(article, rating, left_out)),
            "coverage": coverage(residual, article, ratings.evidence, fold),
            "contrast_coverage": inside.mean(), "variance": variance[0],
            "variance_per_word": variance[1], "article_sd": article_sd, "stretch_sd": stretch_sd}


def design(words, saturation, turn):
    """Columns: 1, praise and blame of each sentence after saturation."""
    rows = []
    for sentence in words:
        values = numpy.array([word.valence * (turn if word.turned else 1) for word in sentence])
        size = numpy.sqrt(values.sum() ** 2 + saturation)
        rows.append((1, values[values > 0].sum() / size, values[values < 0].sum() / size))
    return numpy.array(rows)


def fit(material, ratings, chosen):
    """What the chosen sentences alone teach: the saturation and turn with the least squared error,
    the slopes there, and the weights of the words, in eight bits; the intercept is such that the
    mean error is nought."""
    def attempt(matrix):
        slopes, *_ = numpy.linalg.lstsq(matrix[chosen], ratings.rating[chosen])
        return ((matrix[chosen] @ slopes - ratings.rating[chosen]) ** 2).sum(), slopes
    attempts = {key: attempt(found) for key, (found, _) in ratings.designs.items()}
    key = min(attempts, key=lambda key: attempts[key][0])
    found, slopes = ratings.designs[key], attempts[key][1]
    weights = eight_bits(taught(material, found, ratings.vader, ratings.rating, chosen, slopes))
    error = ratings.rating - found[0] @ slopes - material.rated_words @ weights
    return key, slopes + [error[chosen].mean(), 0, 0], weights


def means(article, *columns):
    return [numpy.bincount(article, column) / numpy.bincount(article) for column in columns]


def correlation(a, b):
    return numpy.corrcoef(a, b)[0, 1]


def sentence_variance(variance, evidence):
    return variance[0] + variance[1] * evidence


def spread(residual, article, evidence):
    """What is left within articles, a variance that grows with a sentence's evidence (constant,
    slope), and the standard deviation between them (one-way random effects, by moments)."""
    count, (mean,) = numpy.bincount(article), means(article, residual)
    squares = (residual - mean[article]) ** 2 * (count / (count - 1))[article]
    variance, *_ = numpy.linalg.lstsq(numpy.stack([numpy.ones(len(evidence)), evidence], 1),
                                      squares)
    noise = numpy.bincount(article, sentence_variance(variance, evidence)) / count ** 2
    return variance, max(numpy.mean(mean ** 2 - noise), 0) ** .5


def halves(residual, article, variance, later):
    """The error of the difference between the halves of each article, and its variance if sentences
    erred independently; neighbours do not quite."""
    def per_article(half, values):
        return numpy.bincount(article[half], values[half], minlength=article.max() + 1)
    counts = [per_article(half, numpy.ones(len(residual))) for half in (~later, later)]
    first, second = (per_article(half, residual) / count
                     for half, count in zip((~later, later), counts))
    return first - second, sum(per_article(half, variance) / count ** 2
                               for half, count in zip((~later, later), counts))


def coverage(residual, article, evidence, fold):
    """Share of articles whose mean rating lies in the interval, by the other folds' spread."""
    (error,), covered = means(article, residual), []
    for k in range(FOLDS):
        other = fold != k
        _, renumbered = numpy.unique(article[other], return_inverse=True)
        variance, article_sd = spread(residual[other], renumbered, evidence[other])
        for a in numpy.unique(article[~other]):
            own = sentence_variance(variance, evidence[article == a])
            covered.append(abs(error[a])
                           <= Z95 * (own.sum() / len(own) ** 2 + article_sd ** 2) ** .5)
    return numpy.mean(covered)


if __name__ == "__main__":
    main()

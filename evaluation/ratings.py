"""How three readers rated sentences of unseen news, and how near to them the score comes.

data/ratings.csv has where each of 200 sentences stands (the SHA-256 of its article's text, offsets)
and the three readers' ratings, -4 to +4: instances of a language model, no people; each read the
sentences alone, in another order, without a score. The texts are not kept here: the score is
measured where the folder of corpora has them.
"""
from itertools import combinations
from math import atanh, sqrt, tanh
from pathlib import Path

import numpy
import pandas

from analysis import Article, tone
from analysis.project import RATINGS
from analysis.tone.calibration import Z95
from evaluation.corpora import load
from evaluation.figures import Figure

READERS = ["reader_1", "reader_2", "reader_3"]
_POOLS = {"wikinews": "wikinews_dev.jsonl.gz", "batch_17": "fresh/batch_17.jsonl.gz",
          "batch_18": "fresh/batch_18.jsonl.gz"}
_TEXTS = "200 sentences of 40 news articles, rated by three language models"


def figures(folder: Path) -> list[Figure]:
    """The figures as the table of accuracy has them: correlations times 100."""
    return [Figure("tone", row.measure, 100 * row.value, row.n, _TEXTS, "unseen", 100 * row.low,
                   100 * row.high)
            for row in table(folder).itertuples()]


def table(folder: Path | None = None) -> pandas.DataFrame:
    """Measure, value, low, high (95 %), n: how readers agree, and the score with their mean."""
    rated = pandas.read_csv(RATINGS, comment="#")
    values = rated[READERS].to_numpy(float)
    alone = [correlation(values[:, i], numpy.delete(values, i, 1).mean(1))
             for i in range(len(READERS))]
    by_two = [correlation(one, other) for one, other in combinations(values.T, 2)]
    found = [("readers, two by two (r)", numpy.mean(by_two), len(rated)),
             ("one reader against the mean of the others (r)", numpy.mean(alone), len(rated)),
             ("readers (Krippendorff's alpha, interval)", alpha(values), len(rated))]
    scored = rated.assign(mean=values.mean(1),
                          score=_scores(rated, folder)).dropna(subset=["score"])
    if len(scored):
        found.append(("score against the readers' mean by sentence (r)",
                      correlation(scored["mean"], scored["score"]), len(scored)))
        articles = scored.groupby("text_sha256")[["mean", "score"]].mean()
        found.append(("score against the readers' mean by article, five sentences each (r)",
                      correlation(articles["mean"], articles["score"]), len(articles)))
    return pandas.DataFrame([(name, value, *interval(value, n), n) for name, value, n in found],
                            columns=["measure", "value", "low", "high", "n"])


def correlation(first, second) -> float:
    """Pearson's r."""
    return float(numpy.corrcoef(first, second)[0, 1])


def interval(r: float, n: int) -> tuple[float, float]:
    """The 95 % interval of a correlation of n pairs (Fisher's z)."""
    return tuple(tanh(atanh(r) + side * Z95 / sqrt(n - 3)) for side in (-1, 1))


def alpha(values: numpy.ndarray) -> float:
    """Krippendorff's alpha for interval data without gaps (2004, ch. 11); units x coders."""
    within = values.var(axis=1, ddof=1).mean()
    return float(1 - within / values.var(ddof=1))


def _scores(rated, folder):
    """The score of each rated sentence; NaN where its text is not in the folder."""
    texts = {}
    for name in _POOLS.values() if folder else ():
        for record in load(folder, name) or ():
            article = Article(record["text"], record.get("title"))
            texts[article.text_sha256] = article.text
    sentences = [texts.get(row.text_sha256, "")[row.start:row.end] for row in rated.itertuples()]
    return [score if sentence else numpy.nan
            for sentence, score in zip(sentences, tone.score(sentences))]

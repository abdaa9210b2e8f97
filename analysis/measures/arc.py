"""The course of tone through an article, beside what chance would make of the same sentences."""
from functools import lru_cache

import numpy
import pandas

from analysis.article import Article
from analysis.models.intervals import quantiles

REPLICATES, SEED = 1000, 1
_FEW = 128          # sentences whose orders are kept


def arc(table: pandas.DataFrame, window: int = 11) -> pandas.DataFrame:
    """A rolling mean of tone with the band of shuffled order.

    table: rows with start, sentence, score in the order of the text; window: sentences a mean
    spans, centred (odd). Returns a DataFrame, one row per sentence: start, sentence, score,
    evidence, mean (NaN where the window would reach over an end), low, high, outside. The band
    holds the whole line in 95 % of 1,000 shuffles of the sentences (seeded): a line that leaves it
    anywhere moves more than chance order would make it, one that stays shows no course.
    """
    found = table[["start", "sentence", "score", "evidence"]].reset_index(drop=True)
    mean, low, high = course(table["score"].to_numpy(float), window)
    return found.assign(mean=mean, low=low, high=high, outside=(mean < low) | (mean > high))


def course(scores: numpy.ndarray, window: int = 11) -> tuple:
    """The rolling means of an array of scores (NaN at its ends, and everywhere where it is short),
    and the ends of the band."""
    mean = numpy.full(len(scores), numpy.nan)
    if len(scores) < 2 * window:
        return mean, numpy.nan, numpy.nan
    orders = (_kept if len(scores) <= _FEW else _orders)(len(scores))
    lines = _rolling(scores[orders], window)
    mean[window // 2:window // 2 + len(scores) - window + 1] = _rolling(scores, window)
    return mean, *quantiles(lines.min(axis=1), .025), *quantiles(lines.max(axis=1), .975)


def _orders(size):
    """So many places in REPLICATES orders of chance."""
    places = numpy.tile(numpy.arange(size), (REPLICATES, 1))
    return numpy.random.default_rng(SEED).permuted(places, axis=1)


@lru_cache(32)
def _kept(size):
    return _orders(size).astype("uint8")


def _rolling(scores, window):
    total = numpy.cumsum(numpy.insert(scores, 0, 0.0, axis=-1), axis=-1)
    return (total[..., window:] - total[..., :-window]) / window


def sections(article: Article) -> pandas.DataFrame:
    """Where the sections begin: section, heading (missing before the first), start, sentence (its
    first of running text)."""
    from analysis.tables.sentences import body_sentences
    paragraphs = article.paragraphs
    headings = paragraphs[paragraphs["kind"] == "heading"].drop_duplicates("section")
    headings = headings.set_index("section")["text"]
    first = body_sentences(article).drop_duplicates("section")[["section", "start", "sentence"]]
    return pandas.DataFrame({"section": first["section"], "heading": first["section"].map(headings),
                             "start": first["start"],
                             "sentence": first["sentence"]}).reset_index(drop=True)


def arc_reading(course: pandas.DataFrame) -> str:
    """What an `arc` shows, in one sentence."""
    if course["mean"].isna().all():
        return f"{len(course)} sentences are too few to draw a course."
    if not course["outside"].any():
        return ("The line stays within what shuffled sentences would draw: the article has no "
                "course of tone that the "
                "data show.")
    away = course[course["outside"]]
    sides = {"more negative": away["mean"] < away["low"],
             "more positive": away["mean"] > away["high"]}
    named = " or ".join(side for side, where in sides.items() if where.any())
    return (f"The line leaves what shuffled sentences would draw: {len(away)} sentences stand in "
            f"stretches {named} than "
            "chance order.")

"""The attitude the article shows toward each actor, with intervals, and the actor against the
article's other actors."""
from statistics import NormalDist

import numpy
import pandas

from analysis.models.intervals import bootstrap

FEW = 5  # sentences below which an interval would mean nothing
_Z = NormalDist().inv_cdf(.975)
_COLUMNS = ["actor", "voice", "n", "sentences", "abstained", "against", "neutral", "favour", "mean",
            "low", "high",
            "difference", "difference_low", "difference_high", "reading"]


def actor_stances(stances: pandas.DataFrame, by_voice: bool = False) -> pandas.DataFrame:
    """The actors of the stances table (or of a part of it), those with most readings first: it is
    no ranking.

    actor; voice ("all" unless by_voice); n readings in so many sentences; abstained, the mentions
    that the model does not read; against, neutral, favour, the numbers of each; mean, -1 to 1, with
    its 95 % interval low, high; difference from the mean of the other actors (in the same voice)
    with its interval; reading: more favourable, less favourable, cannot tell apart, or too few
    (under FEW sentences, where there are no intervals). The mean of nothing is NaN.

    Standard errors are those of a bootstrap that draws sentences, because the mentions of one
    sentence share its reading (Field & Welsh 2007, Bootstrapping clustered data), but never less
    than the model's own error gives: a reading of probability p is wrong with 1 - p, and then
    either other class is as likely. The intervals of the differences hold for all actors of a voice
    at once (Bonferroni), so that a long list makes no finding by chance.
    """
    groups = stances.groupby("voice") if by_voice else [("all", stances)]
    rows = [row for voice, part in groups for row in _rows(part, voice)]
    return pandas.DataFrame(rows, columns=_COLUMNS).sort_values(["n", "actor", "voice"],
                                                                ascending=[False, True, True],
                                                               ignore_index=True)


def _rows(stances, voice):
    actors = sorted(set(stances["actor"]))
    read = stances[stances["stance"].notna()]
    counts, totals, errors = _by_sentence(read, actors)
    sentences = (counts > 0).sum(axis=0)
    means, rest = _means(counts.sum(0), totals.sum(0))
    n = counts.sum(0)
    wrong, rest_wrong = (error / numpy.fmax(of, 1) for error,
                         of in zip(_means(n, errors.sum(0)), (n, n.sum() - n)))
    # Shifted to 0 … 2: `bootstrap` leaves out draws whose sums are nothing.
    low, high = bootstrap(numpy.hstack([counts, totals + counts]),
                          lambda sums: _own_and_gap(sums, means, rest))
    spread, gap_spread = numpy.split((high - low) / 2 / _Z, 2)
    every = NormalDist().inv_cdf(1 - .025 / max((sentences >= FEW).sum(), 1))
    margins = numpy.where(sentences < FEW, numpy.nan, _Z * numpy.fmax(spread, wrong ** .5))
    gap_margins = numpy.where(sentences < FEW, numpy.nan,
                              every * numpy.fmax(gap_spread, (wrong + rest_wrong) ** .5))
    for i, actor in enumerate(actors):
        found, gap = stances[stances["actor"] == actor], means[i] - rest[i]
        low, high = gap - gap_margins[i], gap + gap_margins[i]
        yield dict(actor=actor, voice=voice, n=int(n[i]), sentences=int(sentences[i]),
                   abstained=int(found["abstained"].sum()),
                   **{name: int((found["stance"] == value).sum())
                      for name, value in (("against", -1), ("neutral", 0), ("favour", 1))},
                   mean=means[i], low=numpy.maximum(means[i] - margins[i], -1),
                   high=numpy.minimum(means[i] + margins[i], 1),
                   difference=gap, difference_low=low, difference_high=high,
                   reading="too few" if sentences[i] < FEW else "more favourable" if low > 0 else
                           "less favourable" if high < 0 else "cannot tell apart")


def _by_sentence(read, actors):
    """Three arrays, sentences x actors: the number of readings, their sum, and the sum of their
    error variances."""
    sentence, places = numpy.unique(read["sentence"], return_inverse=True)
    columns = pandas.Index(actors).get_indexer(read["actor"])
    stance, sure = read["stance"].to_numpy("float64"), read["probability"].to_numpy()
    variance = numpy.where(stance == 0, 1 - sure, (1 + sure) / 2 - ((3 * sure - 1) / 2) ** 2)
    tables = numpy.zeros((3, len(sentence), len(actors)))
    for table, values in zip(tables, (numpy.ones(len(read)), stance, variance)):
        numpy.add.at(table, (places, columns), values)
    return tables


def _means(counts, totals, own=numpy.nan, rest=numpy.nan):
    """Each actor's mean, and that of all other actors together, from sums with the actors as the
    last axis.

    own, rest: what stands where there is nothing to take a mean of.
    """
    def mean(count, total, otherwise):
        return numpy.divide(total, count,
                            out=numpy.broadcast_to(otherwise, total.shape).astype("float64"),
                            where=count > 0)
    others = [sums.sum(axis=-1, keepdims=True) - sums for sums in (counts, totals)]
    return mean(counts, totals, own), mean(*others, rest)


def _own_and_gap(sums, means, rest):
    """Means and gaps of resampled sentences; a draw without an actor leaves its mean as it is in
    the article."""
    counts, shifted = numpy.split(sums, 2, axis=-1)
    own, others = _means(counts, shifted - counts, means, rest)
    return numpy.concatenate([own, own - others], axis=-1)

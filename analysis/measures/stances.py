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
    of = pandas.Index(actors).get_indexer(stances["actor"])
    stance = stances["stance"].to_numpy("float64", na_value=numpy.nan)
    numbers = {name: numpy.bincount(of[which], minlength=len(actors)) for name, which in (
        ("abstained", stances["abstained"].to_numpy(bool)), ("against", stance == -1),
        ("neutral", stance == 0), ("favour", stance == 1))}
    read = stances["stance"].notna().to_numpy()
    found = _Read(stances[read], of[read], len(actors))
    means, rest = _means(found.n, found.totals)
    margins, gap_margins = _margins(found, means, rest)
    for i, actor in enumerate(actors):
        gap = means[i] - rest[i]
        low, high = gap - gap_margins[i], gap + gap_margins[i]
        yield dict(actor=actor, voice=voice, n=int(found.n[i]), sentences=int(found.sentences[i]),
                   **{name: int(number[i]) for name, number in numbers.items()},
                   mean=means[i], low=numpy.maximum(means[i] - margins[i], -1),
                   high=numpy.minimum(means[i] + margins[i], 1),
                   difference=gap, difference_low=low, difference_high=high,
                   reading="too few" if found.sentences[i] < FEW else "more favourable" if low > 0
                           else "less favourable" if high < 0 else "cannot tell apart")


class _Read:
    """The readings of the actors 0 … many - 1: by actor n, totals, their sum, errors, the sum of
    their error variances, and sentences, in how many they are.

    read: rows of the stances table; of: the actor of each.
    """

    def __init__(self, read, of, many):
        stance, sure = read["stance"].to_numpy("float64"), read["probability"].to_numpy()
        variance = numpy.where(stance == 0, 1 - sure, (1 + sure) / 2 - ((3 * sure - 1) / 2) ** 2)
        sentence, self.place = numpy.unique(read["sentence"], return_inverse=True)
        self.of, self.stance, self.among = of, stance, len(sentence)
        self.n = numpy.bincount(of, minlength=many).astype("float64")
        self.totals = numpy.bincount(of, stance, many)
        self.errors = numpy.bincount(of, variance, many)
        pairs = numpy.unique(self.place * max(many, 1) + of)
        self.sentences = numpy.bincount(pairs % max(many, 1), minlength=many)

    def by_sentence(self, actors):
        """Two arrays of the readings in each sentence, their number and their sum: a column for
        each of these actors and one for all others, since actors times sentences grow with the
        square of the article."""
        column = numpy.full(len(self.n), len(actors))
        column[actors] = numpy.arange(len(actors))
        tables = numpy.zeros((2, self.among, len(actors) + 1))
        for table, values in zip(tables, (1, self.stance)):
            numpy.add.at(table, (self.place, column[self.of]), values)
        return tables


def _margins(found, means, rest):
    """Half the width of the intervals of the means and of the differences, NaN for actors in too
    few sentences."""
    margins, gap_margins = numpy.full((2, len(means)), numpy.nan)
    enough = numpy.flatnonzero(found.sentences >= FEW)
    if not len(enough):
        return margins, gap_margins
    n = found.n
    wrong, rest_wrong = (error[enough] / numpy.fmax(of, 1)[enough] for error,
                         of in zip(_means(n, found.errors), (n, n.sum() - n)))
    counts, totals = found.by_sentence(enough)
    otherwise = [numpy.append(of[enough], 0) for of in (means, rest)]
    # Shifted to 0 … 2: `bootstrap` leaves out draws whose sums are nothing.
    low, high = bootstrap(numpy.hstack([counts, totals + counts]),
                          lambda sums: _own_and_gap(sums, *otherwise))
    spread, gap_spread = (part[:-1] for part in numpy.split((high - low) / 2 / _Z, 2))
    every = NormalDist().inv_cdf(1 - .025 / len(enough))
    margins[enough] = _Z * numpy.fmax(spread, wrong ** .5)
    gap_margins[enough] = every * numpy.fmax(gap_spread, (wrong + rest_wrong) ** .5)
    return margins, gap_margins


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

"""95 % intervals: Wilson's for a proportion, Byar's for a count, and a bootstrap with a fixed seed
for anything else."""
from collections.abc import Callable
from functools import lru_cache

import numpy

_Z = 1.959964
REPLICATES, SEED = 1000, 20160219
_DRAWN = 2_000_000      # rows that are drawn at once, at 24 bytes each
_FEW = 128              # rows whose draws, the same for so many rows of whatever, are kept


def wilson(hits: float, n: float) -> tuple[float, float]:
    """(low, high) of a proportion of `hits` in `n` (Wilson 1927); (0, 1) for n = 0.

    >>> [round(bound, 2) for bound in wilson(0, 10)]
    [0.0, 0.28]
    """
    if not n:
        return 0.0, 1.0
    share, spread = hits / n, _Z * _Z / n
    middle = (share + spread / 2) / (1 + spread)
    half = (share * (1 - share) / n + spread / n / 4) ** .5 * _Z / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def byar(number: float) -> tuple[float, float]:
    """(low, high) of the mean of a Poisson count (Byar's approximation; Breslow & Day 1987, p. 69).

    >>> [round(bound, 1) for bound in byar(10)]
    [4.8, 18.4]
    """
    more = number + 1
    low = number * (1 - 1 / (9 * number) - _Z / (3 * number ** .5)) ** 3 if number else 0.0
    return low, more * (1 - 1 / (9 * more) + _Z / (3 * more ** .5)) ** 3


def bootstrap(units: numpy.ndarray, statistic: Callable, centred: bool = False) -> numpy.ndarray:
    """(low, high) of `statistic` of the column sums of `units`, from drawing its rows again
    (percentiles, fixed seed).

    units: array (n, k), one row per independent observation. statistic: from sums (replicates, k)
    to an array with the replicates in front. centred: moves the replicates so that their mean is
    the statistic of the data, for one whose bootstrap is biased (a diversity: a draw never has more
    kinds than the data). Returns an array (2, …), NaN for a single observation, which says nothing
    of the spread.
    """
    if len(units) < 2:
        return numpy.full((2, *numpy.shape(statistic(units.sum(0)))), numpy.nan)
    draws = (_kept if len(units) <= _FEW else _draws)(len(units))
    sums = numpy.vstack([counts.astype("float64") @ units for counts in draws])
    kept = sums[sums.sum(-1) > 0]
    if not len(kept):
        return numpy.full((2, *numpy.shape(statistic(units.sum(0)))), numpy.nan)
    replicates = statistic(kept)
    if centred:
        replicates = replicates - replicates.mean(0) + statistic(units.sum(0))
    return quantiles(replicates, .025, .975)


def quantiles(values: numpy.ndarray, *shares: float) -> numpy.ndarray:
    """What each of the shares (below 1) of some values lie under, along the first axis; those of
    `numpy.quantile`, which takes three times as long for a thousand.

    >>> quantiles(numpy.arange(11.0), .1, .25)
    array([1. , 2.5])
    """
    values, found = numpy.sort(values, axis=0), []
    for share in shares:
        place = share * (len(values) - 1)
        at = int(place)
        beyond, low, high = place - at, values[at], values[min(at + 1, len(values) - 1)]
        found.append(low + (high - low) * beyond if beyond < .5
                     else high - (high - low) * (1 - beyond))
    return numpy.where(numpy.isnan(values[-1]), numpy.nan, numpy.stack(found))


def _draws(size):
    """How often each of `size` rows is in each replicate, arrays (replicates, size)."""
    generator, some = numpy.random.default_rng(SEED), max(_DRAWN // size, 1)
    for done in range(0, REPLICATES, some):
        many = min(some, REPLICATES - done)
        drawn = generator.integers(size, size=(many, size))
        drawn += size * numpy.arange(many)[:, None]
        yield numpy.bincount(drawn.ravel(), minlength=drawn.size).reshape(drawn.shape)


@lru_cache(64)
def _kept(size):
    return [counts.astype("uint8") for counts in _draws(size)]

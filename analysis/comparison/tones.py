"""The attitude of each article toward the same actors, and whether articles differ in it."""
from collections.abc import Callable
from itertools import combinations
from statistics import NormalDist

import pandas

from analysis.article import Article
from analysis.measures.stances import FEW, actor_stances

COLUMNS = {"actor": "int64", "name": "str", "article": "int64", "n": "int64", "sentences": "int64",
           "mean": "float64", "low": "float64", "high": "float64"}
DIFFERENCES = ["actor", "name", "first", "second", "difference", "low", "high", "apart"]
_Z = NormalDist().inv_cdf


def table(articles: list[Article], identity: Callable) -> pandas.DataFrame:
    """One row per article and actor whose attitude two articles show, most readings first.

    identity: a function from (article, actor) to something that is equal for those who are the
    same. mean: -1 against to 1 in favour, with its 95 % interval as in `analysis.measures.stances`;
    n readings; low, high NaN under FEW sentences. An actor who has two names in one article is
    counted by the one with more readings.
    """
    found = {}
    for number, article in enumerate(articles):
        for row in actor_stances(article.stances).itertuples():
            if row.n:
                found.setdefault(identity(number, row.actor), {}).setdefault(number, row)
    shared = [actors for actors in found.values() if len(actors) > 1]
    shared.sort(key=lambda actors: (-sum(row.n for row in actors.values()),
                                    next(iter(actors.values())).actor))
    rows = [dict(actor=number, name=max((row.actor for row in actors.values()), key=len),
                 article=article, n=row.n, sentences=row.sentences, mean=row.mean, low=row.low,
                 high=row.high)
            for number, actors in enumerate(shared) for article, row in sorted(actors.items())]
    return pandas.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def differences(tones: pandas.DataFrame) -> pandas.DataFrame:
    """The difference between each two articles with FEW sentences and more on an actor: its 95 %
    interval holds for all of them at once (Bonferroni); apart: whether it leaves out zero."""
    enough = tones[tones["sentences"] >= FEW]
    pairs = [pair
             for _, rows in enough.groupby("actor") for pair in combinations(rows.itertuples(), 2)]
    rows = []
    for one, other in pairs:
        errors = [max(row.high - row.mean, row.mean - row.low) / _Z(.975) for row in (one, other)]
        margin = _Z(1 - .025 / len(pairs)) * sum(error ** 2 for error in errors) ** .5
        gap = one.mean - other.mean
        rows.append([one.actor, one.name, one.article, other.article, gap, gap - margin,
                     gap + margin, abs(gap) > margin])
    return pandas.DataFrame(rows, columns=DIFFERENCES)

"""All checks of an article: each rule in its turn over the claims, grouped by sentence where a rule reads sentences."""
from itertools import groupby

from analysis.checks import (
    ages,
    calendar,
    conversions,
    directions,
    magnitudes,
    moves,
    pairs,
    persons,
    repeats,
    shares,
    totals,
    weekdays,
)
from analysis.checks.claims import claims


def checks(article):
    """The Checks of an Article, in no particular order. Work grows linearly with the article."""
    found = claims(article)
    sentences = [list(group) for _, group in groupby(found, lambda claim: claim.row.sentence)]
    done = [*calendar.weekdays(found, article), *weekdays.find(found, article.published), *calendar.durations(sentences),
            *ages.find(sentences, article.published), *persons.find(found), *shares.find(sentences), *moves.find(sentences),
            *totals.find(sentences), *magnitudes.find(found), *conversions.find(sentences), *directions.find(sentences),
            *repeats.find(found)]
    explained = {frozenset((check.a.row.number, check.b.row.number)) for check in done if check.b is not None}
    return done + [check for check in pairs.find(found)
                   if frozenset((check.a.row.number, check.b.row.number)) not in explained]

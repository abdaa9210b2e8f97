"""All checks of an article: each rule in its turn, over the claims of one sentence or of the whole
article."""
from itertools import groupby

from analysis.checks import (
    ages,
    calendar,
    conversions,
    directions,
    moves,
    pairs,
    repeats,
    shares,
    totals,
)
from analysis.checks.check import Check
from analysis.checks.claims import Checked, claims

SENTENCE_RULES = (calendar.durations, calendar.ago, ages.births, shares.find, moves.find,
                  totals.find, conversions.find, directions.find)
ARTICLE_RULES = (calendar.weekdays, calendar.pairs, ages.persons, conversions.exchange,
                 repeats.find, pairs.find)


def tested(article: Checked) -> list[Check]:
    """Every calculation and comparison that the rules can make of an Article, those that hold
    included, in no particular order. Work grows linearly with the article. A rule that fails
    leaves a Check of kind error."""
    found = claims(article)
    done = []
    for _, group in groupby(found, lambda claim: claim.row.sentence):
        sentence = list(group)
        for rule in SENTENCE_RULES if len(sentence) <= _MOST else ():
            done += _made(rule, sentence, article)
    for rule in ARTICLE_RULES:
        done += _made(rule, found, article)
    explained = {_figures(check) for check in done if not check.holds and check.kind not in _LOOSE}
    return [check for check in done if check.kind not in _LOOSE or _figures(check) not in explained]


# claims of one sentence; of more, which is a list or a table, rules would compare all pairs
_MOST = 30
_LOOSE = ("disputed", "alternative", "updated", "scope")


def _figures(check):
    return frozenset(claim.row.number for claim in (check.a, check.b) if claim is not None)


def _made(rule, found, article):
    try:
        return list(rule(found, article))
    # one failing rule must not cost the article its checks
    except Exception as error:
        name = f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}"
        return [Check("error", found[0], None,
                      f"the check {name} could not be made ({type(error).__name__}: {error})", 0)]

"""One move told in two ways: a step, its percentage and the level that it leads to ("rose 76
points, or 1.2 per cent, to 6,290"; "85,000, up 28,000, or 50 per cent"), and "doubled from 20 to
45"."""
from collections.abc import Iterator

from analysis.checks.check import Check, alike, plain
from analysis.checks.claims import Checked, Claim
from analysis.checks.precision import interval, known, meet
from analysis.lexicons import words
from analysis.numbers.words import meant

_KINDS = ("count", "money", "weight", "distance", "area")
_OPENERS = {"or", "("}
_HEDGES = words("checks.moves_hedges")
_REACH = 6       # words between the three figures
_FACTORS = {form: float(times) for form, times in meant("factor").items()}
_ROUGH = .2      # "doubled" is said of anything near twice


def find(claims: list[Claim], article: Checked) -> Iterator[Check]:
    """The Checks of kind percentage of steps and multiples. A step counts from the level before
    it, whichever way it goes."""
    for one, other in zip(claims, claims[1:]):
        if (one.row.linked == other.row.number and one.exact and other.exact
                and one.row.kind != "date"):
            yield from _multiple(one, other)
    figures = [claim for claim in claims if claim.row.tier == 1
               and claim.row.kind in (*_KINDS, "percent")]
    for at, (step, share) in enumerate(zip(figures, figures[1:])):
        if (share.row.kind != "percent" or step.row.kind not in _KINDS or not step.exact
                or not _apposed(step, share)):
            continue
        for level in figures[at + 2:at + 3] + figures[max(at - 1, 0):at]:
            if level.exact and not known(step.row.per) and alike(step, level) and _leads(step,
                    share, level):
                yield from _compare(step, share, level)
                break


def _multiple(one, other):
    """"doubled from 20 to 45": the two linked ends of a change, by a verb that says how many
    times."""
    word = one.verb.lower_ if one.verb is not None else ""
    before = one.doc[one.verb.i - 1].lower_ if word in _FACTORS and one.verb.i else ""
    old, new = ((one, other)
                if one.doc[max(one.first - 2, 0):one.first].text.lower().find("from") >= 0
                else (other, one))
    if word not in _FACTORS or not one.verb.i < one.first or not old.low > 0:
        return
    factor, times = _FACTORS[word], new.low / old.low
    low, high = factor * (1 - _ROUGH), factor * (1 + _ROUGH)
    past = "than" in (before, one.doc[max(one.verb.i - 2, 0)].lower_)
    if past:                                               # "more than doubled", "more than halved"
        low, high = (0, high) if factor < 1 else (low, 2 * factor)
    yield Check("percentage", new, old,
                f"from {old.row.text} to {new.row.text} is {plain(round(times, 2))} times as much, "
                f"the article says {word}", .8, holds=low <= times <= high)


def _apposed(step, share):
    """Whether the percentage only restates the step: "76 points, or 1.2 per cent", "€5m (3 per
    cent)"."""
    gap = [word for word in step.between(share) if word not in _HEDGES]
    return bool(gap) and gap[-1] in _OPENERS and len(gap) <= 4


def _leads(step, share, level):
    """Whether the step ends at the level: "… to 6,290" after it, or "85,000, up 28,000" before
    it."""
    if level.first > share.first:
        gap = [word for word in share.between(level) if word not in _HEDGES]
        return len(gap) <= _REACH and gap[-1:] in (["to"], ["at"]) and not (
            words("checks.other_clause") & set(gap))
    gap = [word for word in level.between(step) if word not in _HEDGES]
    return len(gap) <= _REACH and gap[-1:] in (["up"], ["down"])


def _way(step, level):
    """Which way a step goes to the level after it, or None where that is not sure."""
    before = step.doc[step.first - 1].lower_ if step.first else ""
    return before if before in ("up", "down") and level.first > step.first else None


def _compare(step, share, level):
    (low, high), (bottom, top) = interval(step), interval(level)
    told, holds = [], False
    for sign in {"up": (-1,), "down": (1,)}.get(_way(step, level), (-1, 1)):
        base = sorted((bottom + sign * low, top + sign * high, bottom + sign * high,
                       top + sign * low))
        if base[0] <= 0:
            return
        holds |= meet(share, 100 * low / base[-1] - .05, 100 * high / base[0] + .05)
        told.append(plain(round(100 * step.low / (level.low + sign * step.low), 1)))
    yield Check("percentage", share, level,
                f"a step of {step.row.text} that ends at {level.row.text} is "
                f"{' or '.join(dict.fromkeys(sorted(told)))} per cent, the article says "
                f"{share.row.text}", .85, (step,), holds)

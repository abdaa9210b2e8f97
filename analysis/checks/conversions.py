"""One size in two units: "10 miles (16 km)"; and one rate of exchange an article: "€10m ($11m)",
"€20m ($22m)"."""
from collections import defaultdict
from collections.abc import Iterator
from statistics import median

from analysis.checks.check import Check, plain
from analysis.checks.claims import Checked, Claim
from analysis.checks.precision import apart, known, point
from analysis.lexicons import words
from analysis.numbers import units

_LEEWAY = .1     # writers round the second figure freely
_OPENERS = ("(", "or", "/", "–", "—")
_MEASURED = ("distance", "weight", "area", "speed", "count", "duration")
_RATES = 3       # conversions of one pair of currencies, of which one may stand out
_OFF = 1.25      # and by how much it must
_NEAR_RATE = 1.05
_LOST = 100      # a rate so far off is a scale that was lost
_NEAR = words("checks.near_currencies")
_SCALE = 20      # beyond any rate of exchange between currencies alike in worth


def find(claims: list[Claim], article: Checked) -> Iterator[Check]:
    """The Checks of kind magnitude of sizes given twice in one sentence."""
    for one, other in zip(claims, claims[1:]):
        if not _beside(one, other) or one.row.kind == "money":
            continue
        if one.row.kind == "temperature":
            yield from _temperature(one, other)
        elif one.row.kind in _MEASURED:
            yield from _conversion(one, other)


def _beside(one, other):
    if not (one.pointed and other.pointed and one.row.kind == other.row.kind
            and one.row.unit != other.row.unit
            and known(one.row.unit) and known(other.row.unit) and one.paragraph is other.paragraph):
        return False
    gap = one.between(other)
    while gap and gap[-1] in words("checks.conversions_hedges") - {"or"}:
        gap.pop()
    return 0 < len(gap) <= 4 and gap[-1] in _OPENERS


def _conversion(one, other):
    """Two units of one dimension, by their factors to the SI; three tons are in use."""
    first, second = (units.named(claim.row.unit) for claim in (one, other))
    if not (first and second and first.factor and second.factor) or "ton" in (first.name,
                                                                              second.name) or (
            not known(one.row.per)) != (not known(other.row.per)):
        return
    ratio = first.factor / second.factor
    if one.row.kind == "count" and not .01 < one.size * ratio / (other.size or 1) < 100:
        # other dimensions: 300 hp (224 volts)
        return
    low, high = point(one)
    bounds = low * ratio * (1 - _LEEWAY), high * ratio * (1 + _LEEWAY)
    yield _told(one, other, ratio, bounds, _plural(other.row.unit))


def _same_currency(claims, pairs):
    """An amount converted into its own currency, where the article converts into that one from
    another: "€10m (£8m)", "€20m (£16m)", and once "£30m (£24m)"."""
    for one, other in zip(claims, claims[1:]):
        if (one.row.kind != "money" or not _bracketed(one, other) or one.row.unit != other.row.unit
                or not one.exact or not other.exact or other.low <= 0):
            continue
        for (unit, into), found in pairs.items():
            rates = [last.size / first.size for first, last in found]
            made = other.size / median(rates)
            if into == other.row.unit and len(found) >= _RATES - 1 and (
                    1 / _NEAR_RATE < made / one.size < _NEAR_RATE):
                yield Check("magnitude", other, one,
                            f"{other.row.text.strip()} are {plain(made)} {unit} at the rate of the "
                            f"article's other figures, the article says {one.row.text.strip()}",
                            .8)


def _bracketed(one, other):
    """Whether the second amount stands alone in brackets behind the first."""
    after = other.doc[other.last].text if other.last < len(other.doc) else ""
    return one.paragraph is other.paragraph and one.between(other) == ["("] and after == ")"


def _told(one, other, ratio, bounds, unit, remark=""):
    """The Check of a figure in brackets against the one before it: their sizes, bounds or not."""
    return Check("magnitude", other, one,
                 f"{one.row.text.strip()} are {plain(round(one.size * ratio, 1))} {unit}{remark}, "
                 f"the article says {other.row.text.strip()}", .85,
                 holds=not apart(bounds, point(other)))


def _plural(unit):
    """
    >>> _plural("foot"), _plural("kilometre per hour"), _plural("square inch")
    ('feet', 'kilometres per hour', 'square inches')
    """
    first, per, rest = unit.partition(" per ")
    many = first[:-4] + "feet" if first.endswith("foot") else first + (
        "es" if first.endswith("inch") else "" if first.endswith(("hertz", "stone")) else "s")
    return many + per + rest


def _temperature(one, other):
    """Degrees Celsius and Fahrenheit, which differ in zero too; a difference of temperatures has
    no zero."""
    to_fahrenheit = one.row.unit == "degree Celsius"
    if {one.row.unit, other.row.unit} != {"degree Celsius",
                                          "degree Fahrenheit"} or known(one.row.change):
        return
    expected = one.size * 9 / 5 + 32 if to_fahrenheit else (one.size - 32) * 5 / 9
    difference = one.size * (9 / 5 if to_fahrenheit else 5 / 9)
    holds = any(abs(other.size - true) <= 2.5 for true in (expected, difference))
    yield Check("magnitude", other, one, f"{one.row.text} are {plain(round(expected, 1))} "
                f"{other.row.unit.replace('degree', 'degrees')}, the article says {other.row.text}",
                .85, holds=holds)


def exchange(claims: list[Claim], article: Checked) -> Iterator[Check]:
    """The conversion whose rate stands out where an article converts often, and all others agree;
    and one of currencies alike in worth that has lost its scale: "$3 billion (£2 million)"."""
    pairs = defaultdict(list)
    for one, other in zip(claims, claims[1:]):
        if one.row.kind == "money" and one.row.sentence == other.row.sentence and _beside(one,
                other) and one.size > 0:
            pairs[one.row.unit, other.row.unit].append((one, other))
    yield from _same_currency(claims, pairs)
    for units_, found in pairs.items():
        rates = [other.size / one.size for one, other in found]
        for place, (one, other) in enumerate(found):
            others = rates[:place] + rates[place + 1:]
            if len(others) < _RATES - 1 or min(others) <= 0:
                if set(units_) <= _NEAR and not 1 / _SCALE < rates[place] < _SCALE:
                    yield Check("magnitude", other, one, f"{one.row.text} and {other.row.text} are "
                                "not one amount at any rate of exchange", .85)
                continue
            usual, (low, high) = median(others), point(one)
            bounds = low * usual / _OFF, high * usual * _OFF
            alone = max(others) <= 1.1 * min(others)
            lost = (not 1 / _LOST < rates[place] / usual < _LOST
                    and max(others) < _OFF ** 2 * min(others))
            if alone or lost or not apart(bounds, point(other)):
                yield _told(one, other, usual, bounds, other.row.unit,
                            " at the rate of the article's other figures")

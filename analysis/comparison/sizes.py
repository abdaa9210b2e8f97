"""Whether two figures, each in its own unit and with its own modifier, say the same.

The relation of two figures for one thing:

| relation | what                                                                              |
|----------|-----------------------------------------------------------------------------------|
| same     | the same number and bound, or in other units a value within what rounding and     |
|          | "about" leave open, or a number that another's "about", "nearly" or "over" allows |
|          | and that lies within 5 % of it                                                    |
| bound    | the same number, but one is an end of a range or an open bound and the other is   |
|          | not: "at least 20", "20"                                                          |
| rounded  | other numbers of one unit that rounding, "about" or an open bound can reconcile:  |
|          | 1.4, "one and a half"                                                             |
| apart    | nothing reconciles them                                                           |
"""
import re
from math import isnan
from typing import Any

from analysis.checks.claims import Claim
from analysis.checks.precision import apart, half_step, interval

_METRES = {"metre": 1, "kilometre": 1000, "centimetre": .01, "millimetre": .001, "mile": 1609.344,
           "nautical mile": 1852, "yard": .9144, "foot": .3048, "inch": .0254}
_KILOGRAMS = {"tonne": 1000, "ton": 1000, "kilogram": 1, "gram": .001, "pound": .45359237,
              "ounce": .0283495, "stone": 6.35029}
_SQUARE_METRES = {"square metre": 1, "square kilometre": 1e6, "square mile": 2589988.11,
                  "square foot": .09290304, "acre": 4046.8564, "hectare": 10000,
                  "square yard": .83612736}
_SPEEDS = {"kilometre per hour": 1, "mile per hour": 1.609344, "knot": 1.852,
           "metre per second": 3.6}
_HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 730.5,
          "year": 8766, "decade": 87660, "century": 876600}
_SCALES = {"distance": _METRES, "weight": _KILOGRAMS, "area": _SQUARE_METRES, "speed": _SPEEDS,
           "duration": _HOURS, "frequency": _HOURS, "age": _HOURS}
_CONVERTED = .05   # what writers round when they convert
_TONS = .13        # three tons are in use: 907, 1,000 and 1,016 kilograms
_LOOSE = .2        # how far a number may lie inside an open bound and still be meant by it
# and how far one may lie from a hedged number and still be what was meant: 38, "nearly 40"
_CLOSE = .05
_STRESSED = re.compile(r"as (?:many|much|long|high|far|large|big) as|within",
                       re.I)   # "as many as 24" is 24, with surprise
_MANY = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|billions|trillions)\b", re.I)
_UPPER, _LOWER = ("<", "<="), (">", ">=")


def dimension(row: Any) -> tuple[str | None, ...] | None:
    """What a row of numbers measures, as a key of comparable figures; None: not compared.

    Dates, times of day, ordinals and identifiers are not compared, nor vague numbers ("dozens").
    """
    vague = row.modifier == "~" and row.value_low < row.value_high or _MANY.search(row.text)
    if row.tier != 1 or vague or isnan(row.value_low) and isnan(row.value_high):
        return None
    per = row.per if isinstance(row.per, str) else None
    if row.kind in ("percent", "fraction", "ratio"):
        return "share", None
    if row.kind == "money":
        return "money", row.unit
    if row.kind in _SCALES:
        return (row.kind, None) if row.unit in _SCALES[row.kind] else (row.kind, row.unit)
    return (row.kind, per, row.unit if isinstance(row.unit, str)
            else None) if row.kind in ("count", "rate") else None


def relation(one: Claim, other: Claim) -> str:
    """The relation of two `Claim`s of one dimension: same, bound, rounded or apart."""
    if _unit(one) != _unit(other):
        return "apart" if apart(_converted(one), _converted(other)) else "same"
    mine, theirs = _named(one.row), _named(other.row)
    if mine & theirs:
        return "same" if mine == theirs and _side(one.row) == _side(other.row) else "bound"
    if not apart(interval(one), interval(other)) and _near(mine, theirs, _LOOSE):
        hedged = _hedged(one.row) or _hedged(other.row)
        return "same" if hedged and _near(mine, theirs, _CLOSE) else "rounded"
    return "apart"


def equal(one: Claim, other: Claim) -> bool:
    """Whether two figures name one number, in one unit."""
    return _unit(one) == _unit(other) and bool(_named(one.row) & _named(other.row))


def _unit(claim):
    return claim.row.kind, claim.row.unit if isinstance(claim.row.unit, str) else None


def _named(row):
    return {round(value, 6) for value in (row.value_low, row.value_high) if not isnan(value)}


def _side(row):
    """On which side of its number a figure's bound is; "about" is no bound."""
    if isinstance(row.modifier_text, str) and _STRESSED.fullmatch(row.modifier_text):
        return "plain"
    return ("upper" if row.modifier in _UPPER else "lower" if row.modifier in _LOWER
            else row.modifier if row.modifier == "range" else "plain")


def _hedged(row):
    return row.modifier not in ("=", "range")


def _near(mine, theirs, share):
    return any(abs(one - other) <= share * max(abs(one), abs(other)) for one in mine
               for other in theirs)


def _converted(claim):
    """(low, high) in the dimension's base unit, as wide as conversion leaves it."""
    row = claim.row
    low, high = interval(claim)
    if isnan(row.value_low) or isnan(row.value_high):
        number = row.value_high if isnan(row.value_low) else row.value_low
        low, high = number - half_step(claim), number + half_step(claim)
    factor = .01 if row.kind == "percent" else _SCALES.get(row.kind, {}).get(row.unit, 1)
    leeway = _TONS if row.unit in ("ton", "pound") and row.kind == "weight" else _CONVERTED
    return low * factor * (1 - leeway), high * factor * (1 + leeway)

"""How exactly a figure is given: the interval of true values that a reader must allow for.

A figure stands for everything that rounds to it: 6.4 million for 6.35 to 6.45 million, 35 per cent
for 34.5 to 35.5, 5,000 for 4,500 to 5,500 (three zeros and more are taken for rounding, fewer are
not: 1,240 and 200 are taken at their word). "A third" stands for .30 to .37. "About" allows a
tenth more on either side; an open end stays open.
"""
import re
from math import inf, isnan
from typing import Any

from analysis.checks.claims import Claim

_SCALES = (("trillion", 1e12), ("billion", 1e9), ("bn", 1e9), ("million", 1e6), ("crore", 1e7),
           ("lakh", 1e5), ("mn", 1e6),
           ("mil", 1e6), ("b", 1e9), ("m", 1e6), ("thousand", 1e3), ("k", 1e3))
_SCALE = re.compile(r"\d ?-?(" + "|".join(name for name, _ in _SCALES) + r")\b", re.IGNORECASE)
_HEDGE = .1
_FRACTION = .035


def known(value: Any) -> bool:
    """Whether a cell of a table has a value.

    >>> known("metre"), known(None), known(float("nan"))
    (True, False, False)
    """
    return isinstance(value, str) or value is not None and not isnan(value)


def interval(claim: Claim) -> tuple[float, float]:
    """(low, high) of what a Claim may stand for; infinite where an end is open, (NaN, NaN) where
    it has no value."""
    row, half = claim.row, half_step(claim)
    low, high = row.value_low, row.value_high
    if isnan(low) and isnan(high):
        return low, high
    hedge = _HEDGE * max(abs(value) for value in (low, high)
                         if not isnan(value)) if row.modifier == "~" else 0
    # "12 people" may be a bound in the writer's mind, but a reader takes it at its word.
    return (-inf if isnan(low) else low - half - hedge), (inf if isnan(high)
                                                          else high + half + hedge)


def point(claim: Claim) -> tuple[float, float]:
    """(low, high) of the value that a Claim gives, whether as itself or as a bound ("up to
    500")."""
    half = half_step(claim) + (_HEDGE * abs(claim.size) if claim.row.modifier == "~" else 0)
    return claim.size - half, claim.size + half


def half_step(claim: Claim) -> float:
    """Half of the last digit that the figure gives."""
    row, text = claim.row, claim.row.text
    value = row.value_high if isnan(row.value_low) else row.value_low
    if row.kind in ("fraction", "ratio"):
        return _FRACTION * min(1, abs(value) * 3) if not isnan(value) else 0
    digits = re.search(r"\d[\d,]*(?:\.(\d+))?", text)
    places = len(digits[1] or "") if digits else 0
    scale = _SCALE.search(text)
    if scale and abs(value) >= dict(_SCALES)[scale[1].lower()]:         # 16 m is no million
        return .5 * 10 ** -places * dict(_SCALES)[scale[1].lower()]
    if places or row.kind in ("percent", "distance", "weight", "area", "speed", "temperature",
                              "duration"):
        zeros = 0 if places or not digits else _zeros(value)
        return .5 * 10 ** -places * (10 ** zeros if zeros >= 2 else 1)
    zeros = _zeros(value)
    return .5 * 10 ** zeros if zeros >= 3 else 0


def _zeros(value):
    if isnan(value) or not value or value != round(value):
        return 0
    figure = f"{abs(value):.0f}"
    return len(figure) - len(figure.rstrip("0"))


def apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether no true value fits both intervals."""
    return one[1] < other[0] or other[1] < one[0]


def meet(claim: Claim, low: float, high: float) -> bool:
    """Whether a figure may stand for a value between low and high."""
    return not apart(interval(claim), (low, high))

"""One size told twice: in two units ("10 miles (16 km)"), or, elsewhere, with another power of ten ("3 billion", "3 million")."""
from math import log10

from analysis.checks.check import Check, known, plain, words
from analysis.checks.precision import interval

_SI = {"distance": {"kilometre": 1000, "metre": 1, "centimetre": .01, "millimetre": .001, "mile": 1609.344, "nautical mile": 1852,
                    "yard": .9144, "foot": .3048, "inch": .0254},
       "weight": {"tonne": 1000, "kilogram": 1, "gram": .001, "ton": 1000, "pound": .45359237, "ounce": .028349523, "stone": 6.35029},
       "area": {"square kilometre": 1e6, "square metre": 1, "square mile": 2589988.11, "square foot": .09290304, "acre": 4046.8564,
                "hectare": 10000, "square yard": .83612736},
       "speed": {"kilometre per hour": 1, "mile per hour": 1.609344, "knot": 1.852, "metre per second": 3.6}}
_LEEWAY = .1     # writers round the second figure freely
_STOP = {"year", "million", "billion", "thousand", "more", "new", "time", "include", "dollar", "euro", "pound", "rupee", "yen"}
_SLIPS = (3, -3)


def find(claims, sentences):
    """The Checks of kind magnitude."""
    for sentence in sentences:
        for one, other in zip(sentence, sentence[1:]):
            yield from _conversion(one, other)
    yield from _slips(claims)


def _conversion(one, other):
    factors = _SI.get(one.row.kind)
    if (not factors or one.row.kind != other.row.kind or one.row.unit == other.row.unit or one.row.unit not in factors
            or other.row.unit not in factors or not (one.exact and other.exact)):
        return
    gap = one.between(other)
    if not gap or len(gap) > 4 or gap[-1] not in ("(", "or", "/", "–", "—"):
        return
    ratio = factors[one.row.unit] / factors[other.row.unit]
    if {"ton"} & {one.row.unit, other.row.unit}:
        return                                             # three tons are in use
    low, high = interval(one)
    expected = one.low * ratio
    if not low * ratio * (1 - _LEEWAY) <= interval(other)[1] or not high * ratio * (1 + _LEEWAY) >= interval(other)[0]:
        yield Check("magnitude", other, one, f"{one.row.text} are {plain(round(expected, 1))} {other.row.unit}s, the article says "
                    f"{other.row.text}", .85)


def _slips(claims):
    """The same digits with another power of ten, of one thing: "a €3 billion deal", later "the €3 million deal"."""
    seen = {}
    for claim in claims:
        row = claim.row
        if row.kind not in ("money", "count") or not claim.exact or row.tier != 1 or row.value_low < 1000 or known(row.per):
            continue
        power = int(log10(row.value_low))
        digits = f"{row.value_low / 10 ** power:.6g}"
        key = row.kind, row.unit if known(row.unit) else claim.head, digits
        for earlier in seen.get(key, ())[-4:]:
            other = int(log10(earlier.row.value_low))
            if power - other in _SLIPS and earlier.sentence != claim.sentence and len(_content(claim) & _content(earlier)) > 1:
                yield Check("magnitude", claim, earlier, f"{words(earlier)} in one place, {words(claim)} in another: "
                            f"{plain(10 ** abs(power - other))} times as much", .7)
        seen.setdefault(key, []).append(claim)


def _content(claim):
    return claim.content - _STOP

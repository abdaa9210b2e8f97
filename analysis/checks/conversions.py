"""One size in two units: "10 miles (16 km)"; and one rate of exchange an article: "€10m ($11m)", "€20m ($22m)"."""
from collections import defaultdict
from statistics import median

from analysis.checks.check import Check, known, plain
from analysis.checks.precision import interval

_SI = {"distance": {"kilometre": 1000, "metre": 1, "centimetre": .01, "millimetre": .001, "mile": 1609.344, "nautical mile": 1852,
                    "yard": .9144, "foot": .3048, "inch": .0254},
       "weight": {"tonne": 1000, "kilogram": 1, "gram": .001, "ton": 1000, "pound": .45359237, "ounce": .028349523,
           "stone": 6.35029},
       "area": {"square kilometre": 1e6, "square metre": 1, "square mile": 2589988.11, "square foot": .09290304,
           "acre": 4046.8564,
                "hectare": 10000, "square yard": .83612736},
       "speed": {"kilometre per hour": 1, "mile per hour": 1.609344, "knot": 1.852, "metre per second": 3.6}}
_LEEWAY = .1     # writers round the second figure freely
_OPENERS = ("(", "or", "/", "–", "—")
_HEDGES = {"about", "around", "some", "roughly", "nearly", "almost", "over", "under", "just", "more", "less", "than", "or",
           "approximately"}
_RATES = 3       # conversions of one pair of currencies, of which one may stand out
_OFF = 1.25      # and by how much it must


def find(sentences):
    """The Checks of kind magnitude of sizes given twice."""
    money = defaultdict(list)
    for sentence in sentences:
        for one, other in zip(sentence, sentence[1:]):
            if not (one.exact and other.exact and one.row.kind == other.row.kind and one.row.unit != other.row.unit
                    and _beside(one, other)):
                continue
            if one.row.kind == "money":
                money[one.row.unit, other.row.unit].append((one, other))
            elif one.row.kind == "temperature":
                yield from _temperature(one, other)
            else:
                yield from _conversion(one, other)
    for pairs in money.values():
        yield from _exchange(pairs)


def _beside(one, other):
    gap = one.between(other)
    while gap and gap[-1] in _HEDGES - {"or"}:
        gap.pop()
    return 0 < len(gap) <= 4 and gap[-1] in _OPENERS and known(one.row.unit) and known(other.row.unit)


def _conversion(one, other):
    factors = _SI.get(one.row.kind)
    # Three tons are in use.
    if not factors or not {one.row.unit, other.row.unit} <= set(factors) or "ton" in (one.row.unit, other.row.unit):
        return
    ratio = factors[one.row.unit] / factors[other.row.unit]
    low, high = interval(one)
    if not low * ratio * (1 - _LEEWAY) <= interval(other)[1] or not high * ratio * (1 + _LEEWAY) >= interval(other)[0]:
        yield _check(one, other, one.low * ratio, f"{other.row.unit}s")


def _temperature(one, other):
    """Degrees Celsius and Fahrenheit, which differ in zero too; a difference of temperatures has no zero."""
    scale = {"degree Celsius": lambda value: value * 9 / 5 + 32, "degree Fahrenheit": lambda value: (value - 32) * 5 / 9}
    if not {one.row.unit, other.row.unit} <= set(scale) or known(one.row.change):
        return
    expected = scale[one.row.unit](one.low)
    difference = one.low * (9 / 5 if one.row.unit == "degree Celsius" else 5 / 9)
    if all(abs(other.low - true) > 2.5 for true in (expected, difference)):
        yield _check(one, other, expected, other.row.unit.replace("degree", "degrees"))


def _exchange(pairs):
    """The conversion whose rate stands out where an article converts often, and all others agree."""
    if len(pairs) < _RATES:
        return
    rates = [other.low / one.low if one.low else 0 for one, other in pairs]
    for place, (one, other) in enumerate(pairs):
        others = rates[:place] + rates[place + 1:]
        usual = median(others)
        if not usual or max(others) > 1.1 * min(others) or not min(others):
            continue
        low, high = interval(one)
        if interval(other)[0] > high * usual * _OFF or interval(other)[1] < low * usual / _OFF:
            yield _check(one, other, one.low * usual, f"{other.row.unit} at the rate of the article's other figures")


def _check(one, other, expected, unit):
    return Check("magnitude", other, one, f"{one.row.text} are {plain(round(expected, 1))} {unit}, "
                                          f"the article says {other.row.text}", .85)

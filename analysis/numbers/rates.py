"""Rates ("50 a day", "€5 per barrel") and frequencies ("every 20 minutes")."""
import re

from analysis.lexicons import words
from analysis.numbers import units
from analysis.numbers.quantity import Quantity


def _set(name):
    return "|".join(sorted(words(f"numbers.{name}")))


_TIME = rf"(?:{_set('per_times')})"
_ADVERB = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year",
           "annually": "year", "hourly": "hour",
           "nightly": "night"}
_SHORT = {"hr": "hour", "sec": "second", "min": "minute", "sq m": "square metre",
          "sq ft": "square foot", "sq km": "square kilometre",
          "mmbtu": "mega british thermal unit", "liter": "litre", "kg": "kilogram",
          "meter": "metre"}
_PER_TIME = re.compile(rf"[ -](?:per|a|an|each|every)[ -]({_TIME})\b(?! "
                       rf"(?:{_set('not_rate_after')}))|"
                       rf" ?/ ?({_TIME}|hr|sec|min)\b| (?:on|in|over) (?:a|one) single ({_TIME})\b")
_PER = re.compile(rf"[ -](?:per|for every|for each)[ -]((?:\d[\d,]*|sq\.? (?:m|ft|km)|square "
                  rf"\w+|[a-z]+)"
                  rf"(?: (?:{_set('per_people')}))?)")
_THING = re.compile(rf" (?:an?|each) ({_set('per_things')})\b(?! \w+ed\b)")
_EVERY_DAY = re.compile(rf" ({'|'.join(_ADVERB)})\b(?! \w+s\b)")
_SINGLE_DAY = re.compile(rf"^[^.;:,]{{0,40}}? (?:on|in|over) (?:a|one) single ({_TIME})\b")
_EACH = re.compile(r"[^.;]{0,30}? to each of (?:the|its|their|these|those) ([a-z -]+?)"
                   r"(?=[.,;]|$| (?:in|on|who|that|by|of|within|at|from|for|before|after|until)\b)")
_EVERY = re.compile(r"\b(?:once )?(?:every|each)(?: other)? (?:(?:about|around|roughly) )?$")


def attach(quantity: Quantity, lower: str, noun_end: int) -> None:
    """Set `per` from what follows the number, its unit, or its counted noun, which ends at
    `noun_end`."""
    for place in {quantity.end: 0, noun_end: 0}:
        if base := _base(lower, place):
            quantity.per = _SHORT.get(base.replace(".", ""), base)
            return
    rest = lower[noun_end:noun_end + 120]
    if match := _SINGLE_DAY.match(rest):
        quantity.per = match[1]
    elif match := _EACH.match(rest):
        quantity.per = re.sub(r"s$", "", re.sub(r"ies$", "y", match[1]))


def _base(lower, place):
    if match := _PER_TIME.match(lower, place):
        return match[1] or match[2] or match[3]
    if match := _PER.match(lower, place):
        if match[1] in ("cent", "se", "cents"):
            return None
        unit = units.named(match[1])
        return (unit.name if unit and unit.kind != "money" and not match[1].startswith("sq")
                else match[1])
    if match := _THING.match(lower, place):
        return match[1]
    match = _EVERY_DAY.match(lower, place)
    return match and _ADVERB[match[1]]


def every(quantity: Quantity, lower: str) -> bool:
    """Widen a duration after "every" to the frequency that it is."""
    match = _EVERY.search(lower, max(0, quantity.start - 30), quantity.start)
    if quantity.kind == "duration" and match:
        quantity.start, quantity.kind = match.start(), "frequency"
        return True
    return False

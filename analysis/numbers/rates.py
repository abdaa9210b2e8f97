"""Rates ("50 a day", "€5 per barrel") and frequencies ("every 20 minutes")."""
import re

from analysis.numbers import units
from analysis.numbers.quantity import Quantity
from analysis.numbers.words import either, meant

_TIME = rf"(?:{either('per_times')})"
_ADVERB, _SHORT = meant("adverb"), meant("base")
_PER_TIME = re.compile(rf"[ -](?:per|a|an|each|every)[ -]({_TIME})\b"
                       rf"(?! (?:{either('not_rate_after')}))"
                       rf"| ?/ ?({_TIME}|hr|sec|min)\b"
                       rf"| (?:on|in|over) (?:a|one) single ({_TIME})\b")
_PER = re.compile(r"[ -](?:per|for every|for each)[ -]"
                  r"((?:\d[\d,]*|sq\.? (?:m|ft|km)|square \w+|[a-z]+)"
                  rf"(?: (?:{either('per_people')}))?)")
_THING = re.compile(r"[ -](?:an?|each|per)[ -](?:(?!sq|cubic|metric|\d)[\w’'.]+ )?"
                    rf"({either('per_things')})\b(?! \w+ed\b)")
_JOINED = re.compile(r"-an?-([a-z]+)\b")               # "$300-a-plate"
_EVERY_DAY = re.compile(rf" ({'|'.join(_ADVERB)})\b(?! \w+s\b)")
_SINGLE_DAY = re.compile(rf"^[^.;:,]{{0,40}}? (?:on|in|over) (?:a|one) single ({_TIME})\b")
_BRACKET = re.compile(r" \([^()]{1,24}\)|\)")
# "nine hours of media per day"
_BEHIND = re.compile(r" of [a-z-]+(?: [a-z-]+){0,3}?(?= (?:per|for every|for each|an?) )")
_EACH = re.compile(r"[^.;]{0,30}? to each of (?:the|its|their|these|those) ([a-z -]+?)"
                   r"(?=[.,;]|$| (?:in|on|who|that|by|of|within|at|from|for|before|after|until)\b)")
_EVERY = re.compile(r"\b(?:once )?(?:every|each)(?: other)? (?:(?:about|around|roughly) )?$")


def attach(quantity: Quantity, lower: str, noun_end: int) -> None:
    """Set `per` from what follows the number, its unit, or its counted noun, which ends at
    `noun_end`."""
    bracket = _BRACKET.match(lower, quantity.end)                 # "$5 (£4) an hour"
    for place in {quantity.end: 0, noun_end: 0, bracket.end() if bracket else noun_end: 0}:
        if base := _base(lower, place):
            quantity.per = _SHORT.get(base.replace(".", ""), base)
            return
    rest = lower[noun_end:noun_end + 120]
    behind = _BEHIND.match(rest)
    if base := behind and _base(lower, noun_end + behind.end()):
        quantity.per = _SHORT.get(base.replace(".", ""), base)
    elif match := _SINGLE_DAY.match(rest):
        quantity.per = match[1]
    elif match := _EACH.match(rest):
        quantity.per = re.sub(r"s$", "", re.sub(r"ies$", "y", match[1]))


def _base(lower, place):
    if match := _PER_TIME.match(lower, place):
        return match[1] or match[2] or match[3]
    if match := _THING.match(lower, place) or _JOINED.match(lower, place):
        return match[1]
    if match := _PER.match(lower, place):
        if match[1] in ("cent", "se", "cents"):
            return None
        unit = units.named(match[1])
        return (unit.name if unit and unit.kind != "money" and not match[1].startswith("sq")
                else match[1])
    match = _EVERY_DAY.match(lower, place)
    return match and _ADVERB[match[1]]


def every(quantity: Quantity, lower: str) -> bool:
    """Widen a duration after "every" to the frequency that it is."""
    match = _EVERY.search(lower, max(0, quantity.start - 30), quantity.start)
    if quantity.kind == "duration" and match:
        quantity.start, quantity.kind = match.start(), "frequency"
        return True
    return False

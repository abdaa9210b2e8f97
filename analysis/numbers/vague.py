"""Quantities without a number (tier 3): "several bombs", "years of therapy", "countless people",
"the majority"; and the multiples that stand in a word of their own: "doubled", "twice a week"."""
import re
from collections.abc import Callable, Iterator
from math import nan
from typing import TYPE_CHECKING

from analysis.lexicons import words
from analysis.numbers import units
from analysis.numbers.quantity import Quantity
from analysis.numbers.words import meant
from analysis.syntax import is_conjunction

if TYPE_CHECKING:
    from analysis.text.tokens import Token

_UNIT = "second|minute|hour|day|week|month|year|decade|centurie"
_BASE = "day|night|week|fortnight|month|year|decade|hour|minute|century"
_WORDS = "|".join([*words("numbers.vague_phrases"), *sorted(words("numbers.vague_words"))])
_ADVERBS = meant("adverb")
_FACTORS = {form: float(times) for form, times in meant("factor").items()}
_SPAN_AFTER = ("of|to|now|before|after|and|ago|by|he|she|they|it|we|i|the|have|has|had|as|with|in")
_VAGUE = re.compile(    # of small letters: re.I takes three times as long
    rf"(?<![\w-])(?:"
    rf"(?P<few>a few|several|many|a couple of|some|countless|a handful of|recent|past) "
    rf"(?:more |other |recent )?(?P<unit>{_UNIT})s\b(?![’'])"
    rf"|(?:for|over|took|take|takes|of|last|after|within) (?P<bare>{_UNIT})s\b(?! old)"
    rf"(?=$|[.,;:)]| (?:{_SPAN_AFTER})\b)"
    rf"|(?P<span>{_UNIT})s (?:of|ago)\b"
    rf"|(?P<word>{_WORDS})\b(?! of (?:them|us|you|those|these|which|whom)\b)"
    rf"|(?:the|a|vast|overwhelming|large|great) (?P<share>majority|minority) of"
    rf"|(?P<once>once|twice) (?:a|an|every|each) (?P<base>{_BASE})\b"
    rf"|(?:every|each) (?P<every>day|night|week|month|year|hour|morning|evening)\b"
    rf"|(?P<adverb>{'|'.join(_ADVERBS)})\b"
    rf"|(?P<times>{'|'.join(_FACTORS)})\b)")
_PAIR = {"a couple of": (2, 2), "both": (2, 2)}
_NOT_BOTH = re.compile(r" (?:the|in|as|at|a|by|on|to|from|his|her|sides of)\b|[.,;]")


def find(text: str, lower: str, token_at: Callable[[int], "Token"]) -> Iterator[Quantity]:
    """The quantities without a number of a text, which is `lower` in small letters;
    token_at(offset) gives the token at a character."""
    for match in _VAGUE.finditer(lower):
        part = {name: value for name, value in match.groupdict().items() if value}
        quantity = Quantity(*match.span(), form="vague", kind="count", tier=3, modifier="~")
        if "unit" in part or "bare" in part or "span" in part:
            _duration(quantity, match, part)
        elif "once" in part:
            _often(quantity, part)
        elif "share" in part:
            most = part["share"] == "majority"
            quantity.start, quantity.end = match.span("share")
            quantity.kind, quantity.modifier = "fraction", ">" if most else "<"
            quantity.set(0.5, nan) if most else quantity.set(nan, 0.5)
            quantity.low_open = quantity.high_open = True
        elif "every" in part or "adverb" in part:
            quantity.set(1.0)
            quantity.kind, quantity.modifier = "frequency", "="
            quantity.unit = part.get("every") or _ADVERBS[part["adverb"]]
        elif "times" in part:
            quantity.set(_FACTORS[part["times"]])
            quantity.kind, quantity.modifier = "ratio", "="
            quantity.end -= 4 * part["times"].endswith(" the")
        elif not _word(quantity, part["word"], token_at(match.start("word")), text):
            continue
        yield quantity


def _duration(quantity, match, part):
    unit = part.get("unit") or part.get("bare") or part["span"]
    quantity.kind, quantity.unit = "duration", units.named(unit.replace("centurie", "century")).name
    if "bare" in part:
        quantity.start = match.start("bare")
    if match[0].endswith(" of"):
        quantity.end -= 3
    if part.get("few") in ("recent", "past", "some"):
        quantity.start = match.start("unit")
    elif "few" in part:
        quantity.set(*_PAIR.get(part["few"], (nan, nan)))


def _often(quantity, part):
    quantity.set(1.0 + (part["once"] == "twice"))
    quantity.tier, quantity.modifier = 1, "="
    if part["once"] == "once":
        quantity.kind, quantity.unit = "frequency", part["base"]
    else:
        quantity.kind, quantity.per, quantity.counted = "rate", part["base"], "times"


def _word(quantity, word, token, text):
    """Whether a vague word is a quantity: not "how many", nor "both … and"."""
    if token.i and token.nbor(-1).lower_ in words("numbers.degree_before"):
        return False
    if word == "both" and (is_conjunction(token)
                           or _NOT_BOTH.match(text, quantity.end)):
        return False
    quantity.set(*_PAIR.get(word, (nan, nan)))
    quantity.modifier = "=" if word == "both" else "~"
    return True

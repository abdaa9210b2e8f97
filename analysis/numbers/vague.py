"""Quantities without a number (tier 3): "several bombs", "years of therapy", "countless people", "the majority"."""
import re
from math import nan

from analysis.numbers.quantity import Claim

_UNITS = "second|minute|hour|day|week|month|year|decade|centurie"
_VAGUE = re.compile(
    rf"(?<![\w-])(?:(?P<few>a few|several|many|a couple of|some|countless|a handful of|recent|past) (?:more |other |"
    rf"recent )?(?P<unit>{_UNITS})s\b(?![’'])"
    rf"|(?:for|over|took|take|takes|of|last|after|within) (?P<bare>{_UNITS})s\b(?! old)(?=$|[.,;:)]| (?:of|to|now|before|after|"
    rf"and|ago|by|he|she|they|it|we|I|the|have|has|had|as|with|in)\b)"
    rf"|(?P<span>{_UNITS})s (?:of|ago)\b"
    r"|(?P<word>several|many|numerous|countless|a few|few|a handful of|a couple of|scores of|multiple|both|various|innumerable|"
    r"myriad)\b(?! of (?:them|us|you|those|these|which|whom)\b)"
    r"|(?:the|a|vast|overwhelming|large|great) (?P<share>majority|minority) of"
    r"|(?P<once>once|twice) (?:a|an|every|each) (?P<base>day|night|week|fortnight|month|year|decade|hour|minute|century)\b"
    r"|(?:every|each) (?P<every>day|night|week|month|year|hour|morning|evening)\b"
    r"|(?P<adverb>daily|weekly|monthly|annually|hourly|nightly)\b"
    r"|(?P<times>twice|thrice|doubled|tripled|quadrupled|halved|double the|triple the)\b)", re.I)
_FEW = {"a couple of": (2, 2), "both": (2, 2)}


def find(text, doc_at):
    """Claims of tier 3."""
    found = []
    for match in _VAGUE.finditer(text):
        part = {name: value.lower() for name, value in match.groupdict().items() if value}
        start, end = match.span()
        claim = Claim(start, end, form="vague", kind="count", tier=3, modifier="~")
        if unit := part.get("unit") or part.get("bare") or part.get("span"):
            claim.kind, claim.unit = "duration", {"centurie": "century"}.get(unit, unit)
            if "bare" in part:
                claim.start = match.start("bare")
            if text.startswith("of", claim.end - 2):
                claim.end -= 3
            if "few" in part and part["few"] in ("recent", "past", "some"):
                claim.start = match.start("unit")
            if "few" in part and part["few"] == "a couple of":
                claim.low = claim.high = 2.0
        elif "once" in part:
            claim.low = claim.high = 1.0 + (part["once"] == "twice")
            claim.tier, claim.modifier = 1, "="
            if part["once"] == "once":
                claim.kind, claim.unit = "frequency", part["base"]
            else:
                claim.kind, claim.per, claim.counted = "rate", part["base"], "times"
        elif "share" in part:
            claim.start, claim.end = match.span("share")
            claim.kind, claim.modifier = "fraction", ">" if part["share"] == "majority" else "<"
            claim.low, claim.high = (0.5, nan) if part["share"] == "majority" else (nan, 0.5)
            claim.low_open, claim.high_open = True, True
        elif "every" in part or "adverb" in part:
            unit = part.get("every") or {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year",
                                         "hourly": "hour", "nightly": "night"}[part["adverb"]]
            claim.kind, claim.unit, claim.low, claim.high, claim.modifier = "frequency", unit, 1.0, 1.0, "="
        elif "times" in part:
            factor = {"twice": 2, "thrice": 3, "doubled": 2, "double the": 2, "tripled": 3, "triple the": 3, "quadrupled": 4,
                "halved": .5}[part["times"]]
            claim.kind, claim.low, claim.high, claim.modifier = "ratio", float(factor), float(factor), "="
            if part["times"].endswith(" the"):
                claim.end -= 4
        else:
            token = doc_at(match.start("word"))
            if token.i and token.nbor(-1).lower_ in ("how", "so", "too", "as"):
                continue
            word = part["word"]
            if word == "both" and (token.dep_ in ("preconj", "cc") or token.pos_ == "CCONJ" or re.match(
                    r" (?:the|in|as|at|a|by|on|to|from|his|her|sides of)\b|[.,;]", text[end:])):
                continue
            claim.low, claim.high = _FEW.get(word, (nan, nan))
            if word == "both":
                claim.modifier = "="
        found.append(claim)
    return found

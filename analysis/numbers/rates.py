"""Rates ("50 a day", "€5 per barrel") and frequencies ("every 20 minutes")."""
import re

_TIMES = "second|minute|hour|day|night|week|fortnight|month|quarter|year|season|decade|century"
_PER = re.compile(rf"[ -](?:per|a|an|each|every)[ -]({_TIMES})\b(?! (?:ago|later|earlier|before|after|long|old|from|since))|"
                  rf" ?/ ?({_TIMES}|hr|sec|min)\b|[ -](?:per|for every|for each)[ -]((?:\d[\d,]*|sq\.? (?:m|ft|km)|square \w+|"
                  rf"[a-z]+)(?: (?:inhabitants|people|residents|"
                  rf"births|population|households))?)|( (?:an?|each) )(barrel|share|head|person|gallon|litre|liter|tonne|ton|"
                  rf"kilo|kilogram|"
                  rf"pound|ounce|bottle|piece|pop|unit|ticket|mile|kilometre|kilometer|acre|night)\b(?! \w+ed\b)|"
                  rf" (?:on|in|over) (?:a|one) single ({_TIMES})\b| (daily|weekly|monthly|yearly|annually|hourly|"
                  rf"nightly)\b(?! \w+s\b)")
_SINGLE_DAY = re.compile(rf"^[^.;:,]{{0,40}}? (?:on|in|over) (?:a|one) single ({_TIMES})\b")
_EACH = re.compile(r"[^.;]{0,30}? to each of (?:the|its|their|these|those) ([a-z -]+?)(?=[.,;]|$| (?:in|on|who|that|by|of|within|at|from|for|before|after|until)\b)")
_EVERY = re.compile(r"\b(?:once )?(?:every|each)(?: other)? (?:about |around |roughly )?$")
_ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year", "hourly": "hour",
            "nightly": "night", "hr": "hour", "sec": "second", "min": "minute", "sq m": "square metre", "sq ft": "square foot",
            "sq. m": "square metre", "sq. ft": "square foot", "sq km": "square kilometre", "mmbtu": "mega british thermal unit",
            "liter": "litre"}


def attach(claim, lower, noun_end):
    """Set `per` from what follows the number, its unit, or its counted noun, which ends at `noun_end`."""
    for place in {claim.end: 0, noun_end: 0}:
        if match := _PER.match(lower, place):
            base = next(group for group in (match[1], match[2], match[3], match[5], match[6], match[7]) if group)
            if match[3] in ("cent", "se", "capita", "cents") and match[3] != "capita":
                continue
            claim.per = _ADVERBS.get(base, base)
            return
    rest = lower[noun_end:noun_end + 120]
    if match := _SINGLE_DAY.match(rest):
        claim.per = match[1]
    elif match := _EACH.match(rest):
        claim.per = re.sub(r"s$", "", re.sub(r"ies$", "y", match[1]))


def every(claim, lower):
    """Widen a duration after "every" to the frequency that it is."""
    if claim.kind in ("duration", None) and (match := _EVERY.search(lower, max(0, claim.start - 30), claim.start)):
        if claim.kind == "duration":
            claim.start, claim.kind = match.start(), "frequency"
            return True
    return False

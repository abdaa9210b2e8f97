"""Hedges and bounds around a number ("about", "more than", "or so", "up to") and the interval that they leave.

The signs: `~` a number that is not meant exactly, `>` `>=` `<` `<=` a bound, whose other end is open, `range` a pair of
ends. A bound wins over a hedge beside it ("at least about 30"). "Nearly" and "almost" say less than.
"""
import re
from functools import cache
from math import nan

from analysis.lexicons import rows

_FILLERS = (r"(?:(?:a|an|the|another|additional|further|extra|total|total of|combined|record|its|his|her|their|our|my|"
            r"in|at|for|to|of|only|just|already|still|exactly|yet another|well|easily|somewhere|anywhere|what) )*")
_SOLE = re.compile(r"\b(only|just|merely|barely|a mere|exactly|precisely|even|not) $")
_NOT_MORE = re.compile(r"\b(?:no|not|never|n[’']t)(?: any)? $")
_SPATIAL = re.compile(r"\b(?:over|under|above|below|beyond|within|near|around|about) (?:the|his|her|their|its|our|my|these|"
                      r"those) ")
_LONGER = re.compile(r"\b(?:for|after|last\w*|take\w*|took|just|well|by|been|is|was|are|were|be|of|with|than|slightly|little|"
                     r"bit|wait\w*|served|"
                     r"serving|nearly|not|in) over$")
_LONGER_AFTER = re.compile(r" (?:ago|old|later|earlier|before|after|away|in|of|behind|late|long|without|since|now|worth)\b")


@cache
def _patterns():
    found = {}
    for side in ("before", "after"):
        signs = {row["phrase"]: row["sign"] for row in rows("modifiers.tsv") if row["side"] == side}
        either = "|".join(re.escape(phrase) for phrase in sorted(signs, key=len, reverse=True))
        found[side] = (re.compile(rf"(?:^|(?<=[\s(“‘\"'—–\-/,:;]))({either})((?<!\w)|,? ){_FILLERS}$" if side == "before"
                                  else rf",?([ ]?)({either})(?!\w)(?! than)"), signs)
    return found


def attach(claim, lower, words_after=None):
    """Set the modifier of a Claim from the words around it in the lower-case text and open the ends it opens."""
    if claim.form == "score":
        return
    before, signs = _patterns()["before"]
    context = lower[max(0, claim.start - 48):claim.start].replace("-", " ")
    match = before.search(context)
    if match and not (claim.form == "ordinal"):
        sign, phrase = signs[match[1]], match[1]
        if sign == "~" and (outer := before.search(context[:match.start()])) and signs[outer[1]] != "~":
            sign, phrase = signs[outer[1]], f"{outer[1]} {match[1]}"
        elif sign == ">" and _NOT_MORE.search(context[:match.start()]):
            sign, phrase = "<=", "not " + phrase
        elif sign == "<" and _NOT_MORE.search(context[:match.start()]):
            sign, phrase = ">=", "not " + phrase
        if _during(claim, phrase, context[:match.end(1)], context[match.end(1):], lower):
            return
        if not _SPATIAL.search(context[match.start():]) or sign == "~" and phrase in ("nearly", "almost"):
            _set(claim, sign, phrase)
    after, signs = _patterns()["after"]
    for place in (claim.end, words_after):
        if claim.modifier == "=" and place and (match := after.match(lower, place)):
            if match[1] or not match[2][0].isalpha():
                _set(claim, signs[match[2]], match[2])
                if place == claim.end:
                    claim.end = match.end()
    if claim.modifier_text is None and (sole := _SOLE.search(context)):
        claim.modifier_text = sole[1]


def _during(claim, phrase, before, between, lower):
    """Whether "over" means the course of a time and no bound: "spent over five years", "over a three-year period"."""
    if phrase != "over" or claim.kind != "duration":
        return False
    return between.strip() in ("a", "an") or not _LONGER.search(before) and not _LONGER_AFTER.match(lower, claim.end)


def _set(claim, sign, phrase):
    claim.modifier_text = phrase
    if claim.modifier == "range":
        return
    claim.modifier = sign
    if claim.form == "magnitude":
        return
    if sign in (">", ">="):
        claim.high, claim.low_open, claim.high_open = nan, sign == ">", True
    elif sign in ("<", "<="):
        claim.low, claim.low_open, claim.high_open = nan, True, sign == "<"

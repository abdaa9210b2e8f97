"""Hedges and bounds around a number ("about", "more than", "or so", "up to") and the interval that
they leave.

The signs: `~` a number that is not meant exactly, `>` `>=` `<` `<=` a bound, whose other end is
open, `range` a pair of ends. A bound wins over a hedge beside it ("at least about 30"). "Nearly"
and "almost" say less than.
"""
import re
from functools import cache
from math import nan

from analysis.lexicons import rows, words
from analysis.numbers.quantity import Quantity
from analysis.numbers.words import either

_REACH = 48      # characters before a number in which its hedge begins
_NEGATED = re.compile(r"\b(?:no|not|never|n[’']t)(?: any)? $")
_PLACE = re.compile(r"\b(?:over|under|above|below|beyond|within|near|around|about|of) (\w+) ")
_RESTATED = re.compile(r" \((?:(?:or|about|around|roughly|some) )?|(?: ?/| or|,|;) ")
_LAST = re.compile(r"([a-z]+) $")
_NEXT = re.compile(r" ([a-z]+)\b")


@cache
def _patterns():
    """{side: (pattern of the phrases of one side, {phrase: sign})}."""
    found = {}
    fillers = "|".join(sorted(words("numbers.modifier_fillers")))
    for side in ("before", "after"):
        signs = {row["phrase"]: row["sign"] for row in rows("modifiers.tsv") if row["side"] == side}
        either = "|".join(re.escape(phrase) for phrase in sorted(signs, key=len, reverse=True))
        pattern = (rf"(?:^|(?<=[\s(“‘\"'—–\-/,:;]))({either})((?<!\w)|,? )(?:(?:{fillers}) )*$"
                   if side == "before" else rf",?([ ]?)({either})(?!\w)(?! (?:than|[\d$£€]))")
        found[side] = re.compile(pattern), signs
    return found


def attach(quantity: Quantity, lower: str, words_after: int | None = None) -> None:
    """Set the modifier of a Quantity from the words around it in the lower-case text and open the
    ends it opens."""
    if quantity.form in ("score", "ordinal"):
        return
    context = lower[max(0, quantity.start - _REACH):quantity.start].replace("-", " ")
    if found := _before(context):
        sign, phrase, start, end = found
        if (phrase == "over" and _during(quantity, context[:end], context[end:], lower)
                or _no_hedge(quantity, phrase, start, context, end, lower)):
            return
        place = _PLACE.search(context, start)
        if not (place
                and place[1] in words("numbers.determiners_of_place")) or phrase in ("nearly",
                                                                                     "almost"):
            _set(quantity, sign, phrase)
    after, signs = _patterns()["after"]
    for at in (quantity.end, words_after):
        match = after.match(lower, at) if quantity.modifier == "=" and at else None
        adds = match and match[2] == "plus" and (at != quantity.end or match[0][0] == ",")
        if match and not adds and (match[1] or not match[2][0].isalpha()):
            _set(quantity, signs[match[2]], match[2])
            if at == quantity.end:
                quantity.end = match.end()
    last = _LAST.search(context)
    if quantity.modifier_text is None and last and last[1] in words("numbers.sole"):
        quantity.modifier_text = "a mere" if last[1] == "mere" else last[1]


@cache
def _pushed():
    return re.compile(rf"\b(?:{either('brings')})(?: (?!(?:{either('prepositions', 'links')}) )"
                      rf"[\w’'/-]+){{1,4}} $")


def _before(context):
    """(sign, phrase, start, end) of the hedge or bound that ends a context, with the one before
    it; or None."""
    pattern, signs = _patterns()["before"]
    match = pattern.search(context)
    if not match:
        return None
    sign, phrase, rest = signs[match[1]], match[1], context[:match.start()]
    outer = pattern.search(rest)
    if sign == "~" and outer and signs[outer[1]][0] in "<>":
        sign, phrase = signs[outer[1]], f"{outer[1]} {phrase}"
    elif sign in "><" and _NEGATED.search(rest):
        sign, phrase = {">": "<=", "<": ">="}[sign], "not " + phrase
    return sign, phrase, match.start(), match.end(1)


def _during(quantity, before, between, lower):
    """Whether "over" means the course of a time and no bound: "spent over five years", "over a
    three-year period"."""
    if quantity.kind != "duration":
        return False
    longer, after = re.search(r"(\w+) over$", before), _NEXT.match(lower, quantity.end)
    return (between.strip() in ("a", "an")
            or not (longer and longer[1] in words("numbers.longer_before"))
            and not (after and after[1] in words("numbers.longer_after")))


def _no_hedge(quantity, phrase, start, context, end, lower):
    """Whether what looks like a hedge is none: the mark of a list ("~ Two boats sank"), or a
    preposition before somebody of an age ("arms around a 6-year-old") or one thing ("about one
    boat", "beyond one of the piers"), or a comparison ("12 more than the 80 it has"), or the level
    that something is brought to ("pushed earnings up to $5m"), or the end of a verb ("signed up to
    a $5m plan")."""
    between = context[end:]
    if phrase == "up to":
        last = _LAST.search(context[:start])
        return bool(_pushed().search(context[:start])
                    or last and last[1] in words("numbers.with_up_to"))
    if phrase == "~":
        return start == 0 and between.startswith(" ")
    if (quantity.kind == "age" and between.strip() in ("a", "an")
            or phrase.endswith(" than") and between.strip() in words(
                "numbers.determiners_of_place")):
        return True
    return (lower[quantity.start:quantity.end] == "one" and not quantity.unit
            and phrase in words("numbers.prepositions"))


def restate(quantity: Quantity, earlier: Quantity | None, lower: str) -> None:
    """Give a figure in brackets the bound or hedge of the one that it restates in another unit:
    "up to €40 (£35)", "just under 300 hp (220 kW / 300 PS)"."""
    if earlier is None:
        return
    match = _RESTATED.fullmatch(lower, earlier.end, quantity.start)
    if (not match or quantity.modifier != "=" or earlier.modifier in ("=", "range")
            or not quantity.unit or not earlier.unit or quantity.unit == earlier.unit
            or "(" not in match[0] and "restated" not in earlier.notes):
        return
    quantity.notes.add("restated")
    _set(quantity, earlier.modifier, earlier.modifier_text)


def _set(quantity, sign, phrase):
    quantity.modifier_text = phrase
    if quantity.modifier == "range":
        return
    quantity.modifier = sign
    if quantity.form == "magnitude":
        return
    if sign in (">", ">="):
        quantity.high, quantity.low_open, quantity.high_open = nan, sign == ">", True
    elif sign in ("<", "<="):
        quantity.low, quantity.low_open, quantity.high_open = nan, True, sign == "<"

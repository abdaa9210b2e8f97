"""The two values of a change told in two clauses: "they used to treat 12 patients a day; that
number has risen to 40".

Within one clause ("from 10 to 50") `analysis.numbers.pairs` links them.
"""
from math import isnan
from typing import TYPE_CHECKING

from analysis import syntax
from analysis.lexicons import words
from analysis.numbers.quantity import Quantity
from analysis.numbers.statements import directions

if TYPE_CHECKING:
    from analysis.text.tokens import Doc

_KINDS = ("count", "rate", "money", "percent", "weight", "distance", "area", "speed", "temperature")
_REACH = 3       # quantities that are looked back at, in the same sentence or the one before


def link(quantities: list[Quantity], doc: "Doc") -> None:
    """Link each new value to the old one of the same thing: counted noun, unit and base are equal.

    The old one stands in a clause of the past ("used to", "had been", "once"); the new one either
    under a word of change in the present perfect or past ("has fallen to 3", "that figure rose to
    410"), or in a clause that says "now" or "today".
    """
    values = [one for one in quantities if one.kind in _KINDS and one.tier == 1
              and not isnan(one.size)]
    for place, new in enumerate(values):
        if new.linked:
            continue
        verb = syntax.clause(doc[new.first])
        if not _changed(new, verb, doc) and not _says(verb, words("numbers.now")):
            continue
        for old in reversed(values[max(0, place - _REACH):place]):
            if sum(bool(token.is_sent_start) for token in doc[old.last:new.first + 1]) > 1:
                break
            if old.linked or not _alike(old, new):
                continue
            before = syntax.clause(doc[old.first])
            if before != verb and (_past(before) or _says(before, words("numbers.then"))):
                old.linked, new.linked = new, old
                way = "up" if new.size > old.size else "down" if new.size < old.size else None
                new.change = new.change or way
            break


def _changed(new, verb, doc):
    """Whether a value is what something has come to ("has risen to 50", "fell to 3"), and that is
    the earlier figure's thing.

    A toll that rises is counted anew, no change.
    """
    if directions().get(verb.lemma_.lower()) is None or "to" not in [
            token.lower_ for token in doc[max(new.first - 3, 0):new.first]]:
        return False
    own = syntax.subject(verb)
    return own is not None and own.lemma_.lower() in words("numbers.pointers")


def _alike(old, new):
    return (old.unit, old.per, old.counted) == (new.unit, new.per, new.counted) and (old.counted
                                                                                     or old.unit)


def _past(verb):
    """"used to get", "had been", "had had": a state that is over."""
    helper = syntax.auxiliary(verb)
    return (verb.lower_ == "used" or verb.head.lower_ == "used" and syntax.is_open_complement(verb)
            or helper is not None and helper.lower_ in ("used", "had"))


def _says(verb, adverbs):
    """Whether an adverb of time stands with a verb or right under its arguments."""
    return any(part.lower_ in adverbs for host in (verb, *syntax.arguments_and_adverbials(verb))
               for part in host.children)

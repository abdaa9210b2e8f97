"""Counts of hedges, boosters, modals and loaded words in a sentence, from the word lists of those
names."""
import re
from functools import cache

from analysis.lexicons import expression, lines
from analysis.tone.vader import straighten

LISTS = ("hedges", "boosters", "modals", "loaded")
_NOUN_MODAL = re.compile(r"\b(?:an?|the|his|her|its|my|our|your|their|this|that|free|political) "
                         r"(?:will|might|can)\b")
_MAY_MONTH = re.compile(r"(?<=[\w,] )May\b")


def counts(sentence: str) -> dict[str, int]:
    """{list: number of its words and phrases in the sentence}, longest phrase first, none counted
    twice in a list.

    >>> counts("It may perhaps have been a so-called accident.")
    {'hedges': 1, 'boosters': 0, 'modals': 1, 'loaded': 1}
    """
    plain = straighten(sentence)
    return {name: len(_places(name, plain)) for name in LISTS}


def found(name: str, sentence: str) -> list[tuple[int, int]]:
    """The (start, end) of each word or phrase of the list `name` in the sentence."""
    return _places(name, straighten(sentence))


def _places(name, plain):
    if name == "modals":
        plain = _NOUN_MODAL.sub(lambda match: "_" * len(match[0]),
                                _MAY_MONTH.sub("___", plain).lower())
    return [match.span() for match in _pattern(name).finditer(plain.lower())]


@cache
def _pattern(name):
    return re.compile(rf"(?<![\w-]){expression(lines(f'{name}.txt'))}(?![\w-]|'t\b)")

"""What the words around a valued word do to it: negation, degree, reversal, contrast.

Degree adverbs are VADER's (Hutto & Gilbert 2014), with their weights. Negators and reversers (verbs
that do away with what follows) are the "contextual valence shifters" of Polanyi & Zaenen 2006; "no"
is one of them and has no valence of its own. A shift holds for three words within one clause: it
does not cross a mark, a dash or "but".
"""
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import repeat
from typing import NamedTuple

from analysis.lexicons import words as word_set
from analysis.text.base_forms import base_forms
from analysis.tone.learned import TURNED, damped, learned
from analysis.tone.names import name_words, printed_words
from analysis.tone.vader import straighten
from analysis.tone.valence import domain, neutral, valence

_NEGATORS, _REVERSERS = word_set("tone.negators"), word_set("tone.reversers")
_REACH = 3


class Word(NamedTuple):
    """A word with a valence or a learned weight. `word` as printed, `start`, `end` in the sentence,
    `kind` topic, evaluative or name, `valence` with its degree adverbs (0.0 where no list has it),
    `turned` whether a negator or reverser reaches it (the calibration says by how much), `learned`
    what it adds beside."""

    word: str
    start: int
    end: int
    kind: str
    valence: float
    turned: bool
    learned: float


def valued_words(sentence: str) -> list[Word]:
    """The `Word`s of one sentence that have a valence or a learned weight, in order; names among
    them, with kind "name"."""
    plain, words, lower = plain_words(sentence)
    names, phrases, damping = name_words(plain), neutral(plain), damped(len(words))
    found, degrees = [], _boosters().get
    for i, weighed in enumerate(map(known, lower)):
        if weighed is None:
            continue
        value, weight, kind = weighed
        _, start, end = words[i]
        if start in names:
            weight, kind = 0.0, "name"
        if start in phrases or not (value or weight):
            continue
        clause = _clause(plain, words, lower, i)
        turned = any(map(_turns, clause))
        if value:
            value += (1 if value > 0 else -1) * sum(map(degrees, clause, repeat(0)))
        found.append(Word(sentence[start:end], start, end, kind, value, turned,
                          weight * damping * (TURNED if turned else 1)))
    return found


@lru_cache(50_000)
def known(word: str) -> tuple[float, float, str] | None:
    """(valence, learned weight, kind) of a lower-case word outside names, None where it has
    neither. Topic or evaluative: as the list of topic words has it, else evaluative where it has a
    valence.

    >>> known("murdered")[2], known("harbour")
    ('topic', None)
    """
    value = 0.0 if _only_shifts(word) else valence(word) or 0.0
    weight, kind = learned().get(word, (0.0, "evaluative"))
    if not value and not weight:
        return None
    return value, weight, "topic" if domain(word) else "evaluative" if value else kind


def plain_words(sentence: str) -> tuple[str, tuple[tuple[str, int, int], ...], list[str]]:
    """A straightened sentence, its `printed_words`, and these in lower case, without a
    possessive."""
    plain = straighten(sentence)
    words = printed_words(plain)
    return plain, words, [word.lower().removesuffix("'s") for word, _, _ in words]


def is_turned(plain: str, words: Sequence[tuple[str, int, int]], lower: list[str],
              i: int) -> bool:
    """Whether a negator or reverser reaches the i-th word."""
    return any(map(_turns, _clause(plain, words, lower, i)))


def _clause(plain, words, lower, i):
    """The up to three words before the i-th in its clause, nearest last."""
    first = i
    while first > 0 and i - first < _REACH and lower[first - 1] != "but":
        gap = plain[words[first - 1][2]:words[first][1]]
        if gap != " " and gap.strip(" -\"'"):
            break
        first -= 1
    return lower[first:i]


def _only_shifts(word):
    return word in _NEGATORS or word.endswith("n't") or word in _boosters()


@lru_cache(50_000)
def _turns(word):
    return word in _NEGATORS or word.endswith("n't") or any(form in _REVERSERS
                                                            for form in base_forms(word))


@cache
def _boosters():
    from vaderSentiment.vaderSentiment import BOOSTER_DICT
    return {word: degree for word, degree in BOOSTER_DICT.items() if " " not in word}

"""What the words around a valued word do to it: negation, degree, reversal, contrast.

Degree adverbs are VADER's (Hutto & Gilbert 2014), with their weights. Negators and reversers (verbs that do away with
what follows) are the "contextual valence shifters" of Polanyi & Zaenen 2006; "no" is one of them and has no valence
of its own. A shift holds for three words within one clause: it does not cross a mark, a dash or "but".
"""
from dataclasses import dataclass
from functools import cache, lru_cache

from analysis.text.base_forms import base_forms
from analysis.tone.names import WORD, name_words
from analysis.tone.vader import straighten
from analysis.tone.valence import domain, neutral, valence

_NEGATORS = frozenset("not no never none nobody nothing neither nor without hardly barely scarcely rarely seldom "
                      "cannot few".split())
_REVERSERS = frozenset("lack avoid prevent end stop halt cease fight combat curb reduce ease relieve alleviate lift "
                       "resolve solve overcome eliminate eradicate abolish repeal reject denounce condemn oppose deny "
                       "refute against anti escape survive remedy reverse".split())
_REACH = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word with a valence. `word` as printed, `start`, `end` in the sentence, `kind` topic, evaluative or name,
    `valence` with its degree adverbs, `turned` whether a negator or reverser reaches it (the calibration says by how much)."""

    word: str
    start: int
    end: int
    kind: str
    valence: float
    turned: bool


def valued_words(sentence):
    """The `Word`s of one sentence that have a valence, in order; names among them, with kind "name"."""
    plain = straighten(sentence)
    matches = list(WORD.finditer(plain))
    lower = [match[0].lower().removesuffix("'s") for match in matches]
    names = name_words(plain, matches)
    phrases = neutral(plain)
    found = []
    for i, match in enumerate(matches):
        value = None if match.start() in phrases or _only_shifts(lower[i]) else valence(lower[i])
        if value is None:
            continue
        kind = "name" if match.start() in names else "topic" if domain(lower[i]) else "evaluative"
        before = _clause(plain, matches, lower, i)
        found.append(Word(sentence[match.start():match.end()], *match.span(), kind,
                          value + (1 if value > 0 else -1) * sum(_boosters().get(word, 0) for word in before),
                          any(map(_turns, before))))
    return found


def _clause(plain, matches, lower, i):
    """The up to three words before the i-th in its clause, nearest last."""
    first = i
    while first > 0 and i - first < _REACH and lower[first - 1] != "but" \
            and not set(plain[matches[first - 1].end():matches[first].start()]) - {" ", "-", '"', "'"}:
        first -= 1
    return lower[first:i]


def _only_shifts(word):
    return word in _NEGATORS or word.endswith("n't") or word in _boosters()


@lru_cache(50_000)
def _turns(word):
    return word in _NEGATORS or word.endswith("n't") or any(form in _REVERSERS for form in base_forms(word))


@cache
def _boosters():
    from vaderSentiment.vaderSentiment import BOOSTER_DICT
    return {word: degree for word, degree in BOOSTER_DICT.items() if " " not in word}

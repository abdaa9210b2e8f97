"""Whether a sentence is worded as opinion or as report.

A logistic regression over words and parts of words, trained by `training/subjectivity.py` on
NewsSD-ENG (Antici et al. 2024), whose readers called a sentence subjective when it shows its
author's opinion, irony, speculation or loaded wording; a quoted opinion alone does not make the
sentence subjective. `analysis/models/README.md` says how often it is right.
"""
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from math import log

from analysis.lexicons import words
from analysis.models import load
from analysis.tone.vader import analyzer, straighten

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\w\s]")
_CLASSES = {kind.replace("_", " "): words(f"subjectivity.{kind}") for kind in (
    "first_person", "second_person", "third_person", "they", "pointing", "being", "negation",
    "turn", "report", "modal",
    "degree")}
_CLASSES |= {kind: frozenset(marks) for kind, marks in (
    ("?", "?"), ("!", "!"), (",", ","), ("colon", ":;"), ("mark", '"'), ("bracket", "()"))}
_ENDINGS = {"ly": ("ly",), "adjective": tuple(words("subjectivity.adjective_endings")),
            "n't": ("n't",)}
_SURFACE = .6  # the weight of one such count beside the words


def subjective(sentences: Iterable[str]) -> list[bool]:
    """Booleans, one per sentence: whether it is likelier called subjective than an average sentence
    of the training data.

    (About a third of those are subjective; both errors then weigh alike, as in the published
    macro-F1.)
    """
    threshold = load("subjectivity").about["threshold"]
    return [probability >= threshold for probability in subjective_probability(sentences)]


def subjective_probability(sentences: Iterable[str]) -> list[float]:
    """The calibrated probability, 0 to 1, that readers call the sentence subjective; a list of
    floats."""
    model = load("subjectivity")
    return model.probabilities(model.logits([features(sentence)
                                             for sentence in sentences]))[:, 1].tolist()


def features(sentence: str) -> dict[str, float]:
    """{feature: value}: words (w:), figures as 0, names as *; quoted spans of four letters, a
    word's ends as blanks (c:); counts (s:).

    The counts: words that VADER rates, function words by class, endings, figures, capitals,
    punctuation, length. Counts enter as logarithms; words and quoted spans each as a vector of
    length 1, so that long sentences weigh no more.
    """
    tokens = _WORD.findall(straighten(sentence))
    masked = [_masked(token, previous) for token, previous in zip(tokens, ['"', *tokens])]
    parts = Counter(chain.from_iterable(map(_parts, masked)))
    return {**_unit(Counter("w:" + word for word in masked)), **_unit(parts),
            **_surface(tokens, masked)}


def _masked(token, previous):
    """A word in small letters; * for a capitalised one that opens nothing, so that no name counts
    for or against."""
    if token.isdigit():
        return "0"
    return "*" if token[0].isupper() and len(token) > 1 and previous[0].isalnum() else token.lower()


# What is remembered of thousands of words is held in tuples of strings: Python's garbage collector
# goes through lists again and again.
@lru_cache(maxsize=8_000)
def _parts(word):
    padded = f" {word} "
    return tuple(["c:" + padded[i:i + 4] for i in range(len(padded) - 3)])


@lru_cache(maxsize=20_000)
def _kinds(word):
    """The counts that a word adds one to."""
    value = analyzer().lexicon.get(word, 0)
    kinds = [kind for kind, members in _CLASSES.items() if word in members]
    kinds += [kind for kind, endings in _ENDINGS.items() if word.endswith(endings)]
    kinds += ["good"] * (value > 0) + ["bad"] * (value < 0) + ["figures"] * (word == "0")
    return *kinds, "words"


def _surface(tokens, masked):
    counts = Counter(chain.from_iterable(map(_kinds, masked)))
    counts["capitals"] = sum(token[0].isupper() for token in tokens[1:])
    rated = analyzer().lexicon
    counts["rated"] = sum(abs(rated[word]) for word in masked if word in rated)
    return {"s:" + name: _SURFACE * log(1 + count) for name, count in counts.items() if count}


def _unit(counts):
    values = [1 + log(count) if count > 1 else 1.0 for count in counts.values()]
    length = sum(value * value for value in values) ** .5
    return dict(zip(counts, [value / length for value in values]))

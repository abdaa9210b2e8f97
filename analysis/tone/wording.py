"""Whether a sentence is worded as opinion or as report.

A logistic regression over words and parts of words, trained by `training/subjectivity.py` on NewsSD-ENG (Antici et al.
2024), whose readers called a sentence subjective when it shows its author's opinion, irony, speculation or loaded
wording; a quoted opinion alone does not make the sentence subjective. `analysis/weights/README.md` says how often it is right.
"""
import re
from collections import Counter
from math import log

from analysis.tone.vader import analyzer, straighten
from analysis.weights import load

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\w\s]")
_CLASSES = {kind: frozenset(words.split()) for kind, words in {
    "first person": "i me my mine we us our ours ourselves", "second person": "you your yours",
    "third person": "he him his she her hers", "they": "they them their theirs", "pointing": "this that these those such",
    "being": "is are was were be been being", "negation": "not no never nor nothing nobody none neither",
    "turn": "but yet though although however while rather instead only just even so indeed still of course",
    "report": "said says told according reported announced", "modal": "must should would could may might can cannot ought",
    "degree": "more most less least very too much many all every any always", "?": "?", "!": "!", ",": ",", "colon": ": ;",
    "mark": '"', "bracket": "( )"}.items()}
_ENDINGS = {"ly": ("ly",), "adjective": ("ous", "ful", "ive", "able", "ible", "less", "ish", "ic", "al"), "n't": ("n't",)}
_SURFACE = .6  # the weight of one such count beside the words


def subjective(sentences):
    """Booleans, one per sentence: whether it is likelier called subjective than an average sentence of the training data.

    (About a third of those are subjective; both errors then weigh alike, as in the published macro-F1.)
    """
    return [probability >= load("subjectivity").about["threshold"] for probability in subjective_probability(sentences)]


def subjective_probability(sentences):
    """The calibrated probability, 0 to 1, that readers call the sentence subjective; a list of floats."""
    model = load("subjectivity")
    return [float(model.probabilities(features(sentence))[1]) for sentence in sentences]


def features(sentence):
    """{feature: value}: words (w:), figures as 0; stretches of two to five letters of a word (c:); counts (s:).

    The counts: words that VADER rates, function words by class, endings, figures, capitals, punctuation, length.
    Counts enter as logarithms; words and stretches each as a vector of length 1, so that long sentences weigh no more.
    """
    tokens = _WORD.findall(straighten(sentence))
    words = ["0" if token.isdigit() else token.lower() for token in tokens]
    parts = Counter()
    for word, count in Counter(words).items():
        padded = f" {word} "
        for size in range(2, 6):
            for i in range(max(len(padded) - size + 1, 0)):
                parts["c:" + padded[i:i + size]] += count
    return {**_unit(Counter("w:" + word for word in words)), **_unit(parts), **_surface(tokens, words)}


def _surface(tokens, words):
    rated = analyzer().lexicon
    values = [rated.get(word, 0) for word in words]
    counts = {kind: sum(word in members for word in words) for kind, members in _CLASSES.items()}
    counts |= {kind: sum(word.endswith(endings) for word in words) for kind, endings in _ENDINGS.items()}
    counts |= {"good": sum(value > 0 for value in values), "bad": sum(value < 0 for value in values),
               "rated": sum(map(abs, values)), "figures": words.count("0"), "words": len(words),
               "capitals": sum(token[0].isupper() for token in tokens[1:])}
    return {"s:" + name: _SURFACE * log(1 + count) for name, count in counts.items() if count}


def _unit(counts):
    values = {name: 1 + log(count) for name, count in counts.items()}
    length = sum(value * value for value in values.values()) ** .5
    return {name: value / length for name, value in values.items()}

"""From valences to the scale of human raters, with standard errors.

A sentence's score is  intercept + Σ slope(±) · v / √(s² + saturation),  over the valences v of its
words (names left out), s their sum (VADER's normalisation, Hutto & Gilbert 2014) with one slope for
praise and one for blame; -4…+4. The figures come from `training/tone_weights.py`: editorials of the
New York Times rated by 20 people a sentence (VADER's ground truth, MIT). What the score misses
there, in articles the weights were not fitted on, gives the errors: `variance` of a sentence
without evidence and `variance_per_word` of evidence (up to five), `article_sd` of whole articles
and `stretch_sd` of halves, since neighbouring sentences are misjudged together.
"""
import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

Z95 = 1.959963984540054
MOST_EVIDENCE = 5


@cache
def weights() -> dict:
    """The fitted figures: intercept, praise, blame, saturation, turned, sentence_sd, article_sd and
    how they did."""
    return json.loads((files("analysis") / "models" / "tone.json").read_text("utf8"))


def contributions(words: list, names: bool = False) -> list[float]:
    """What each `context.Word` adds to the score, in order: a list of floats, 0.0 for parts of
    names unless `names`. They and the intercept sum to the score, which the scale's ends bound."""
    w = weights()
    values = [word.valence * (w["turned"] if word.turned else 1) if names or word.kind != "name"
              else 0.0
              for word in words]
    size = sqrt(sum(values) ** 2 + w["saturation"])
    adds = [value * w["praise" if value > 0 else "blame"] / size + word.learned for value,
            word in zip(values, words)]
    total = sum(adds)
    room = (4 if total > 0 else -4) - w["intercept"]
    return [add * min(1, room / total) for add in adds] if total else adds


def standard_error(evidence: Iterable[int]) -> float:
    """The standard error of the mean score of sentences of one article as an estimate of the
    raters' mean.

    evidence: the number of lexicon words of each sentence. The second part of the error does not
    shrink with length: the measure may misjudge a whole article.
    """
    return sqrt(_variance_of_mean(evidence) + weights()["article_sd"] ** 2)


def contrast_error(first: Iterable[int], second: Iterable[int]) -> float:
    """The standard error of the difference of the means of two groups of sentences of one article,
    by their evidence.

    The misjudgement of the whole article cancels out; that of a quoted span of it does not.
    """
    return sqrt(_variance_of_mean(first) + _variance_of_mean(second)
                + 2 * weights()["stretch_sd"] ** 2)


def _variance_of_mean(evidence):
    w = weights()
    each = [w["variance"] + w["variance_per_word"] * min(words, MOST_EVIDENCE)
            for words in evidence]
    return sum(each) / len(each) ** 2


def accuracy() -> "pandas.DataFrame":
    """How the scores agree with 20 raters a sentence on articles they were not fitted on (grouped
    five-fold), beside VADER: a DataFrame with measure, vader, ours."""
    import pandas
    found = weights()["five_fold"]
    return pandas.DataFrame([
        ("correlation by sentence", found["vader_r_sentence"], found["r_sentence"]),
        ("correlation by article", found["vader_r_article"], found["r_article"]),
        ("articles whose mean rating lies in the 95 % interval", float("nan"), found["coverage"]),
        ("halves of articles whose difference lies in the 95 % interval", float("nan"),
         found["contrast_coverage"]),
    ], columns=["measure", "vader", "ours"])

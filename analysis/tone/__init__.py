"""The tone of sentences and of an article, on the scale of human raters.

>>> from analysis import tone
>>> sentences = ["The flood killed twelve people.", "The council met on Monday."]
>>> flood, council = tone.score(sentences)      # -4…+4; score_table has the words behind them
>>> flood < council
True

`toward`, `toward_table` (the attitude to one actor) and `subjective` (opinion or report) are
trained models of their own modules, loaded when first asked for.
"""
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

_HOMES = {"toward": "analysis.tone.attitudes", "toward_table": "analysis.tone.attitudes",
          "subjective": "analysis.tone.subjectivity"}


def __getattr__(name):
    if name not in _HOMES:
        raise AttributeError(f"module 'analysis.tone' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def score(sentences: Iterable[str]) -> list[float]:
    """The tone of each sentence as the mean of many raters would put it, -4 (very negative) to +4.

    sentences: strings. Returns a list of finite floats. A sentence without a word of the lexicons
    gets the calibrated intercept: that is "no evidence", not "neutral"; `score_table` tells the two
    apart.
    """
    return [row["score"] for row in rows(sentences)]


def score_table(sentences: Iterable[str]) -> "pandas.DataFrame":
    """The sentences' scores with what they rest on, a DataFrame with one row per sentence.

    text; compound (VADER's own, -1…+1); score; se (its standard error as an estimate of the raters'
    mean); topic, evaluative (what topic words and other words add: score = intercept + topic +
    evaluative); names (what words inside names would have added; they are left out of the score);
    evidence (words that a list of valences has, names left out); drivers, a list of (word, what it
    adds to the score, start, end in the sentence), those with a learned weight alone too.
    """
    import pandas
    return pandas.DataFrame(rows(sentences),
                            columns=["text", "compound", "score", "se", "topic", "evaluative",
                                                       "names", "evidence", "drivers"])


def rows(sentences: Iterable[str]) -> list[dict]:
    """The rows of `score_table`, a dict each."""
    from analysis.tone.calibration import contributions, standard_error, weights
    from analysis.tone.context import valued_words
    from analysis.tone.vader import compound
    rows, intercept = [], weights()["intercept"]
    for sentence in sentences:
        words = valued_words(sentence)
        adds = contributions(words)
        parts = {kind: sum(add for word, add in zip(words, adds) if word.kind == kind)
                 for kind in ("topic", "evaluative")}
        counted = sum(parts.values())
        evidence = sum(word.kind != "name" and word.valence != 0 for word in words)
        rows.append(dict(text=sentence, compound=compound(sentence),
                         score=max(-4.0, min(4.0, intercept + counted)),
                         se=standard_error([evidence]), **parts,
                         names=_of_names(words, adds),
                         evidence=evidence, drivers=[(word.word, add, word.start, word.end)
                                                     for word, add in zip(words, adds)
                                                     if word.kind != "name"]))
    return rows


def _of_names(words, adds):
    """What the words inside names would have added."""
    from analysis.tone.calibration import contributions
    named = any(word.kind == "name" for word in words)
    return sum(contributions(words, names=True)) - sum(adds) if named else 0.0

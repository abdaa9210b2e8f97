"""VADER (Hutto & Gilbert 2014, ICWSM; package vaderSentiment, MIT), the prescribed measure, kept visible beside ours.

VADER strips ASCII punctuation only, so that a word beside a typographic mark is lost to it (a closing quotation mark
after "help!", the apostrophe of "isn't"). Texts are straightened for scoring; `article.text` never changes.
"""
from functools import cache

_STRAIGHT = str.maketrans({**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛′`´", "'"),
                           **dict.fromkeys("–—―−…\u00a0\u2009\u202f\n\t", " "), "‐": "-", "‑": "-",
                           "İ": "I"})     # the one letter that is two characters when small


def straighten(text):
    """`text` with straight quotation marks and apostrophes, dashes and ellipses blank; every offset stays.

    >>> straighten("It isn’t—“help!”")
    'It isn\\'t "help!"'
    """
    return text.translate(_STRAIGHT)


@cache
def analyzer():
    """VADER's analyzer, loaded when first asked for."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    return SentimentIntensityAnalyzer()


def compound(sentence):
    """VADER's compound of one sentence, -1 to +1, names included; of a longer text it saturates and means little."""
    return analyzer().polarity_scores(straighten(sentence))["compound"]

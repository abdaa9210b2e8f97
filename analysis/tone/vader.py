"""VADER (Hutto & Gilbert 2014, ICWSM; package vaderSentiment, MIT), the prescribed measure, kept
visible beside ours.

VADER strips ASCII punctuation only, so that a word beside a typographic mark is lost to it (a
closing quotation mark after "help!", the apostrophe of "isn't"). Texts are straightened for
scoring; `article.text` never changes.
"""
from functools import cache, lru_cache
from string import punctuation
from typing import Any

_STRAIGHT = str.maketrans({**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛′`´", "'"),
                           **dict.fromkeys("–—―−…\u00a0\u2009\u202f\n\t", " "), "‐": "-", "‑": "-",
                           "İ": "I"})     # the one letter that is two characters when small

_NEAR = 3       # words before a rated one that may negate it


@lru_cache(1000)      # each measure of a sentence asks for it
def straighten(text: str) -> str:
    """`text` with straight quotation marks and apostrophes, dashes and ellipses blank; every offset
    stays.

    >>> straighten("It isn’t—“help!”")
    'It isn\\'t "help!"'
    """
    return text.translate(_STRAIGHT)


@cache
def analyzer() -> Any:
    """VADER's analyzer, loaded when first asked for."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer as Analyzer

    class Near(Analyzer):
        """Looks at the words near a rated one, not at the whole sentence for each of them."""

        @staticmethod
        def _negation_check(valence, words, distance, i):
            first = max(i - _NEAR, 0)
            return Analyzer._negation_check(valence, words[first:i + 1], distance, i - first)

    return Near()


def compound(sentence: str) -> float:
    """VADER's compound of one sentence, -1 to +1, names included; of a longer text it saturates and
    means little."""
    plain = straighten(sentence)
    return analyzer().polarity_scores(plain)["compound"] if _has_rating(plain) else 0.0


def _has_rating(plain):
    """Whether VADER can find a word or sign that it rates; looking for it costs a tenth of finding
    that there is none."""
    rated = analyzer().lexicon
    return not plain.isascii() or any(word in rated or word.strip(punctuation) in rated
                                      for word in plain.lower().split())

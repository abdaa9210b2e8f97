"""The valence of single words, from two lists; and which words name the topic.

- VADER (MIT), which rates every inflected form by itself; - `lexicons/news_valence.tsv`, ours:
words of news that VADER lacks or takes in a sense rare in news.

A valence is the mean of VADER's and ours where both rate the word, else the one that does; a word
that ours puts into the class 0 is neutral. A form that a list does not have is looked up by the
base forms that English spelling allows it. Weighed and left out: AFINN (word list ODbL, package
GPL) and Pattern's adjectives (public domain, but rated for film reviews: it takes "hazardous" and
"controversial" for praise).
"""
import re
from functools import cache, lru_cache

from analysis.lexicons import expression, lines, rows
from analysis.text.base_forms import base_forms
from analysis.tone.vader import analyzer


@lru_cache(50_000)
def valence(word: str) -> float | None:
    """The valence, about -4 to +4, of a lower-case word; None where no list has it, ours calls it
    neutral or it is a number (VADER has the slang "86").

    >>> valence("besieged"), valence("harbour"), valence("86")
    (-2.0, None, None)
    """
    if word.isdigit():
        return None
    ours, theirs = _first(_news(), word), analyzer().lexicon.get(word)
    if ours == 0:
        return None
    rated = [rating for rating in (ours, theirs) if rating is not None]
    return (sum(rated) / len(rated) if rated else _first(analyzer().lexicon, word)) or None


def _first(ratings, word):
    return next((ratings[form] for form in base_forms(word) if form in ratings), None)


@lru_cache(50_000)
def domain(word: str) -> str | None:
    """The domain of a topic word (war, death, crime, …) or None."""
    return _first(_topics(), word)


def neutral(sentence: str) -> set[int]:
    """The places (a set of offsets) of a straightened sentence that stand in a fixed phrase without
    tone."""
    return {place for match in _neutral_phrases().finditer(sentence.lower())
            for place in range(*match.span())}


@cache
def _neutral_phrases():
    return re.compile(rf"(?<![\w-]){expression(map(str.lower, lines('neutral_phrases.txt')))}"
                      r"(?![\w-])")


@cache
def _news():
    return {word: float(value) for value, words in classes("news_valence.tsv") for word in words}


@cache
def _topics():
    return {word: name for name, words in classes("topic_words.tsv") for word in words}


def classes(name: str) -> list[tuple[str, list[str]]]:
    """The rows (class, list of words) of a word list whose first column is the class."""
    return [(group, words.split()) for group, words in map(dict.values, rows(name))]

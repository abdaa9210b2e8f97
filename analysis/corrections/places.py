"""Where words that a person wrote stand in an article."""
import re
from bisect import bisect_right

from analysis.corrections.columns import written

_SAME = {"'": "['’‘`´]", '"': "[\"“”„‟]", "-": "[-‐‑–—−]"}
_ALIKE = {letter: group for group in _SAME.values() for letter in group[1:-1]}
_MARKS = "“”„‟«»\"'‘’"


def occurrences(text, words):
    """(start, end) of every place in the text where the words stand, whole words only; blanks, curly or straight marks
    and the length of dashes may differ.

    >>> occurrences("140 and 40 of “them”", "40"), occurrences('a  "b"', "a “b”")
    ([(8, 10)], [(0, 6)])
    """
    if not words or not words.strip():
        return []
    parts = ["".join(_ALIKE.get(letter, re.escape(letter)) for letter in part) for part in words.split()]
    first, last = words.strip()[0], words.strip()[-1]
    pattern = (r"(?<!\w)" if first.isalnum() else "") + r"\s+".join(parts) + (r"(?!\w)" if last.isalnum() else "")
    return [match.span() for match in re.finditer(pattern, text)]


def bare(words):
    """Words without the quotation marks around them."""
    return words.strip().strip(_MARKS).strip()


def passage_of(article, start, end):
    """The number of the one passage that holds the characters, or None where they reach over its end."""
    paragraphs = article.paragraphs
    number = bisect_right(paragraphs["start"].tolist(), start) - 1
    return number if number >= 0 and end <= paragraphs["end"].iloc[number] else None


def tokens(passage, start, end):
    """(first, last) of the tokens of a passage that share a character with [start, end) of the article."""
    found = [token.i for token in passage.doc for low, high in [passage.offsets(token.i, token.i + 1)] if low < end and start < high]
    return (found[0], found[-1] + 1) if found else (0, 1)


def enclosing_marks(text, start, end):
    """(start, end) of a quotation with the marks around it, and whether the closing one is there."""
    opened = start > 0 and text[start - 1] in _MARKS
    closed = end < len(text) and text[end] in _MARKS
    return (start - opened, end + closed), closed


def again(article, base):
    """((start, end), None) of a row as it was written, in the article as it is now, or (None, why it is not found)."""
    start, end, words = base["start"], base["end"], base["text"]
    if written(article.text[start:end]) == words and passage_of(article, start, end) is not None:
        return (start, end), None
    spans = occurrences(article.text, words)
    if len(spans) > 1:
        framed = [span for span in spans if around(article.text, *span) == (base["before"], base["after"])]
        spans = framed or [span for span in spans if around(article.text, *span)[0] == base["before"]] or spans
    if len(spans) == 1 and passage_of(article, *spans[0]) is not None:
        return spans[0], None
    return None, "its words are no longer in the article" if not spans else "the article has changed, and its words stand in it more than once"


def around(text, start, end, reach=32):
    """The words before and after a passage, blanks made one."""
    return written(text[max(start - reach, 0):start]), written(text[end:end + reach])


def overlapping(place, rows):
    """The (start, end) of rows that shares most with a place, at least half of what both have; None where none does."""
    if place in rows:
        return place
    best = max(rows, key=lambda row: _shared(row, place), default=None)
    return best if best is not None and _shared(best, place) >= .5 else None


def _shared(one, other):
    both = min(one[1], other[1]) - max(one[0], other[0])
    return both / (max(one[1], other[1]) - min(one[0], other[0])) if both > 0 else 0

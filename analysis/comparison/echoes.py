"""Stretches of quotation that several articles have, word for word or nearly so.

Two quoted spans are one if the shorter stands in the longer, or almost: the best place of it there
fits to 90 of 100 (partial ratio of rapidfuzz, an edit distance normalised by length). Shorter than
four words, it must stand there word for word and hold a rare word, since "very good" is anybody's.
"""
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from analysis.article import Article
from analysis.comparison.groups import Groups
from analysis.comparison.words import Rarity

NEAR = 90            # of 100, from which quoted spans of four words and more are taken for one
_LEAST, _SHORT = 2, 4
# What a quoted span of two or three words must weigh, as a share of the weight of a word that no
# sentence has.
_RARE = {2: 1.1, 3: .75}
_WORD = re.compile(r"\w+(?:['-]\w+)*")
_LEADING = {"a", "an", "the"}


@dataclass(frozen=True)
class Quotation:
    """A row of the quotes table of article number `article`, with its words (lower case, straight
    apostrophes, no article before them)."""

    article: int
    quote: int
    words: tuple

    @property
    def line(self) -> str:
        return " ".join(self.words)


def plain(text: str) -> tuple:
    """The words of a text in lower case, as quoted spans are compared.

    >>> plain("“The gate’s paint,” she said")
    ("gate's", 'paint', 'she', 'said')
    """
    words = _WORD.findall(text.casefold().replace("’", "'").replace("‘", "'"))
    return tuple(words[1:] if words and words[0] in _LEADING else words)


def quotations(articles: list) -> Iterator:
    """The Quotations of the articles of two words and more; scare quotes and titles left out."""
    for number, article in enumerate(articles):
        for row in article.quotes.itertuples():
            if row.kind in ("direct", "mixed") and len(words := plain(row.text)) >= _LEAST:
                yield Quotation(number, row.quote, words)


def groups(articles: list[Article], forms: Callable, rarity: Rarity) -> list[list[Quotation]]:
    """The groups of Quotations that are one, each over at least two articles.

    forms: a function from (article, quote) to the forms that count in that quotation. rarity: their
    weights.
    """
    from rapidfuzz import fuzz, process
    every = list(quotations(articles))
    lines = [quotation.line for quotation in every]
    found = Groups(every)
    near = process.cdist(lines, lines, scorer=fuzz.partial_ratio,
                         score_cutoff=NEAR) if lines else []
    for i, one in enumerate(every):
        for j in near[i].nonzero()[0]:
            other = every[j]
            if i < j and one.article != other.article and _same(one, other, forms, rarity):
                found.join(one, other)
    return [group for group in found.all() if len({quotation.article for quotation in group}) > 1]


def _same(one, other, forms, rarity):
    short, long = sorted((one, other), key=lambda quotation: len(quotation.words))
    if len(short.words) >= _SHORT:
        return True
    inside = f" {short.line} " in f" {long.line} "
    return inside and rarity.of(forms(short.article,
                                      short.quote)) >= _RARE[len(short.words)] * rarity.most


def omitted(whole: str, part: str) -> tuple:
    """The words of `whole` that `part` has not, in runs, and whether `part` has words of its own.

    Both are texts. Runs are cut from `whole` as written.

    >>> omitted("It was like a goods train going over a bridge", "It was like a goods train")
    (['going over a bridge'], False)
    """
    from rapidfuzz.distance import Indel
    matches = list(_WORD.finditer(whole.replace("’", "'").replace("‘", "'")))
    mine, theirs = [match[0].casefold() for match in matches], list(plain(part))
    runs, own = [], False
    for step in Indel.opcodes(mine, theirs):
        if step.tag == "delete":
            runs.append((step.src_start, step.src_end))
        elif step.tag == "insert":
            own = True
    runs = [(first, last) for first, last in runs if set(mine[first:last]) - _LEADING]
    return [whole[matches[first].start():matches[last - 1].end()] for first, last in runs], own

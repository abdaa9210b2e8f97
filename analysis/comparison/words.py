"""The words that show that articles speak of one matter: nouns, names, verbs, adjectives.

Spelling of Britain and America is one, and so are words that outlets use for one thing
(`lexicons/same_thing.tsv`, `lexicons/other_words.tsv`). A word weighs by its rarity, the logarithm
of how few of all sentences compared have it (inverse document frequency, Spärck Jones 1972): what
the whole event is about says little, "mailbox" says much.
"""
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache
from math import log
from typing import TYPE_CHECKING

from analysis.article import Article
from analysis.checks.clauses import FIGURES, kind_of
from analysis.lexicons import rows
from analysis.text.parse import ParsedParagraph

if TYPE_CHECKING:
    from analysis.text.tokens import Token

_OPEN = ("NOUN", "PROPN", "VERB", "ADJ", "ADV")
_EMPTY = {"be", "have", "do", "say", "tell", "make", "take", "get", "go", "come", "give", "put",
          "see", "know", "let", "seem", "more", "other", "same", "such", "many", "much", "most",
          "several", "own", "new", "good", "great", "thing", "way", "time", "lot", "people",
          "person", "man", "woman", "year", "day", "week", "month", "hour", "minute", "mr", "mrs",
          "ms", "able", "million", "billion", "thousand", "use", "want", "need", "find", "add",
          "one", "last", "next", "first", "not", "include", "euro", "dollar", "pound", "per",
          "cent", "percent", "%"} | FIGURES
_FEWEST = 150   # sentences that short articles are taken to have, lest nothing in them be rare
_BRITISH = [(re.compile(pattern), new) for pattern, new in (
    (r"our(?=s?$|ed$|ing$|er$)", "or"), (r"(?<=[bt])re(?=s?$)", "er"),
    (r"is(?=e$|ed$|ing$|ation$)", "iz"), (r"ogue$", "og"), (r"(?<=[aeiou])ll(?=ed$|ing$|er$)", "l"),
    (r"mme$", "m"), (r"ence$", "ense"))]


@dataclass(frozen=True, eq=False)
class Word:
    """One word of an article: offsets, the form compared, its token, its sentence's number."""

    start: int
    end: int
    form: str
    token: "Token"
    paragraph: ParsedParagraph
    sentence: int


class Words:
    """The words of an Article that count, in order, by sentence and by span."""

    def __init__(self, article: Article):
        begins = article.sentences["start"].tolist()
        numbers = article.sentences["sentence"].tolist()
        self.all = []
        for paragraph in article.parsed:
            for token in paragraph.doc:
                if (form := compared(token)) is not None:
                    start, end = paragraph.offsets(token.i, token.i + 1)
                    number = numbers[max(bisect_right(begins, start) - 1, 0)]
                    self.all.append(Word(start, end, form, token, paragraph, number))
        self._starts = [word.start for word in self.all]
        self._sentences = {}
        for word in self.all:
            self._sentences.setdefault(word.sentence, []).append(word)

    def sentence(self, number: int) -> list[Word]:
        """The Words of one sentence."""
        return self._sentences.get(number, [])

    def forms(self, number: int) -> set[str]:
        """The forms of one sentence."""
        return {word.form for word in self.sentence(number)}

    @property
    def names(self) -> set[str]:
        """The forms that are names."""
        return {word.form for word in self.all if word.token.pos_ == "PROPN"}

    def within(self, spans: list[tuple[int, int] | list[int]]) -> list[Word]:
        """The Words inside any of the (start, end) spans."""
        return [word for start, end in spans
                for word in self.all[bisect_right(self._starts,
                                                  start - 1):bisect_right(self._starts, end - 1)]]


class Rarity(dict):
    """{form: weight} over all sentences; a form that none has weighs as one that one has."""

    def __init__(self, articles: list[Words]):
        counts = Counter(form for words in articles for forms in words._sentences.values()
                         for form in {word.form for word in forms})
        number = max(sum(len(words._sentences) for words in articles), _FEWEST)
        super().__init__({form: log((1 + number) / (1 + count)) for form, count in counts.items()})
        self.most = log(1 + number)

    def of(self, forms: frozenset[str] | set[str]) -> float:
        """The weight of some forms together."""
        return sum(self.get(form, self.most) for form in forms)


def compared(token: "Token") -> str | None:
    """The form by which a token is compared, or None where it says nothing of the matter."""
    if (token.pos_ not in _OPEN or token.like_num or not token.text[0].isalnum()
            or token.pos_ == "ADV" and token.is_stop):
        return None
    form = (kind_of(spelling(token.lemma_.lower())) if token.pos_ == "ADJ"
            else form_of(token.lemma_.lower()))
    return None if form is None or form in _EMPTY or len(form) < 2 else form


def form_of(lemma: str | None) -> str | None:
    """The form of a lemma that is no adjective, one for all words of a thing; None of None.

    >>> form_of("families"), form_of("harbour")
    ('families', 'harbor')
    """
    form = lemma and kind_of(spelling(lemma))
    return _others().get(form, form)


@cache
def spelling(word: str) -> str:
    """A word as America spells it, near enough to compare: both sides go through this.

    >>> spelling("harbour"), spelling("centre"), spelling("organised"), spelling("sure")
    ('harbor', 'center', 'organized', 'sure')
    """
    if len(word) > 4:
        for pattern, new in _BRITISH:
            word = pattern.sub(new, word)
    return word


@cache
def _others():
    return {row["lemma"]: row["class"] for row in rows("other_words.tsv")}

"""A number with what the sentence says of it: the thing counted, the predicate, the places, and
where it stands.

Two numbers are about the same thing only if these fit (`analysis.checks.pairs`).
"""
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from math import isnan, nan
from typing import TYPE_CHECKING, Any, Protocol

from pandas import NA, DataFrame

from analysis import syntax
from analysis.checks import clauses
from analysis.checks.clauses import FIGURES, LIGHT, kind_of
from analysis.lexicons import words
from analysis.text.parse import ParsedParagraph

if TYPE_CHECKING:
    from analysis.text.tokens import Doc, Span, Token

# What a sentence may say of a figure without saying what it is a figure of.
REPORTING = words("checks.claims_reporting")
_PASSING = words("checks.claims_passing")
# Classes of `lexicons/same_thing.tsv` that happen to people.
EVENTS = words("checks.claims_events")


class Checked(Protocol):
    """What the checks ask of an article."""

    text: str
    title: str | None
    published: str | None
    numbers: DataFrame
    parsed: list


@dataclass(frozen=True, eq=False)
class Claim:
    """One row of `article.numbers` in its sentence.

    row: the row, as a named tuple. paragraph: the `analysis.text.parse.ParsedParagraph`; tokens
    doc[first:last]. sentence: a Span. head: class of the counted noun's head ("people") or
    None. traits: lemmas that narrow the head down ("Russian", "wounded"). predicates: classes of
    the verbs and nouns that say what happens to the counted. places: names in the sentence that
    say where. pointer: the token that points back to an earlier figure ("it had only been 180")
    where the number has no noun of its own, else None. verb: the token that governs it; noun: the
    one that it counts; or None.
    """

    row: Any
    paragraph: ParsedParagraph
    first: int
    last: int
    sentence: "Span"
    head: str | None
    traits: frozenset
    predicates: frozenset
    places: frozenset
    pointer: "Token | None"
    verb: "Token"
    noun: "Token | None" = None

    @property
    def low(self) -> float:
        return self.row.value_low

    @property
    def high(self) -> float:
        return self.row.value_high

    @property
    def size(self) -> float:
        """The known end of the interval, the lower one where both are."""
        return self.high if isnan(self.low) else self.low

    @property
    def pointed(self) -> bool:
        """Whether the number gives a value, be it as a bound, and no range of values."""
        return self.low == self.high or isnan(self.low) != isnan(self.high)

    @property
    def exact(self) -> bool:
        """Whether the number is one value."""
        return self.low == self.high

    @property
    def doc(self) -> "Doc":
        return self.paragraph.doc

    def between(self, other: "Claim") -> list[str]:
        """The lower-case words from the end of this claim to the beginning of a later one of the
        same paragraph."""
        return [token.lower_ for token in self.doc[self.last:other.first]]

    @cached_property
    def content(self) -> frozenset[str]:
        """Lemmas of the sentence's nouns, names and full verbs, words of figures and of the claim
        itself left out."""
        return frozenset(token.lemma_.lower() for token in self.sentence
                         if token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") and not token.like_num
                         and token.is_alpha
                         and token.lemma_.lower() not in LIGHT | FIGURES
                         and kind_of(token.lemma_.lower()) not in self.predicates | {self.head})

    @cached_property
    def told(self) -> frozenset[str]:
        """What the sentence tells besides the figure and who gives it: nothing in "The mayor said
        77 people had died"."""
        by = {token.i for verb in self.sentence if verb.lemma_.lower() in REPORTING
              for subject in syntax.subjects(verb) for token in subject.subtree}
        return frozenset(token.lemma_.lower() for token in self.sentence if token.i not in by
                         and token.lemma_.lower() in self.content - REPORTING - _PASSING)

    @cached_property
    def stands_in_prose(self) -> bool:
        """Whether the number stands in a sentence of the text or its title: in no list, post, rank
        or caption."""
        if self.paragraph.kind not in ("body", "title", "standfirst"):
            return False
        text = self.sentence.text.strip()
        listed = (text[:2].strip() in words("checks.listed")
                  or text[:1].isdigit() and self.first == self.sentence.start)
        finite = self.paragraph.kind != "body" or any(
            token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in self.sentence)
        return finite and not listed and not {"@", "#"} & set(text)

    @cached_property
    def narrowed(self) -> bool:
        """Whether more is said of the thing counted than its name: "the two vehicles they had
        found"."""
        return self.noun is not None and any(
            part.i > self.noun.i
            for part in syntax.postmodifiers(self.noun))

    @cached_property
    def partitive(self) -> bool:
        """Whether the number is a part of something: "two of the three", "photo 2 of 25"."""
        following = self.doc[self.last:self.last + 2]
        return len(following) == 2 and following[0].lower_ == "of" and (
            following[1].like_num or following[1].tag_ in ("DT", "PRP$", "PRP", "WP"))

    @cached_property
    def subject(self) -> str | None:
        """Lemma of the noun that is the subject of the governing verb, or None."""
        if self.verb is None:
            return None
        return next((subject.lemma_.lower()
                     for subject in syntax.subjects(self.verb)
                     if subject.pos_ in syntax.NOUNS), None)

    @cached_property
    def phrase(self) -> frozenset[str]:
        """Lemmas of the nouns, names and adjectives of the counted noun's phrase."""
        token = self.doc[self.first]
        while token.head.i != token.i and syntax.in_front(token):
            token = token.head
        return frozenset(word.lemma_.lower() for word in token.subtree
                         if word.pos_ in ("NOUN", "PROPN", "ADJ")
            and not word.like_num)

    def near(self, other: "Claim", sentences: int = 0) -> bool:
        """Whether the other claim stands in the same paragraph, at most so many sentences away."""
        return (self.paragraph is other.paragraph
                and abs(self.row.sentence - other.row.sentence) <= sentences)


def claims(article: Checked) -> list[Claim]:
    """The Claims of an Article, one per row of `article.numbers`, in order."""
    # NaN, unlike NA, can be compared
    numbers = [row._replace(linked=nan if row.linked is NA else float(row.linked))
               for row in article.numbers.itertuples()]
    starts = [paragraph.start for paragraph in article.parsed]
    found, paragraph, offsets = [], None, []
    dates = {place for row in numbers if row.kind == "date" for place in range(row.start, row.end)}
    for row in numbers:
        place = article.parsed[max(bisect_right(starts, row.start) - 1, 0)]
        if place is not paragraph:
            paragraph, offsets = place, place.starts
            sents = list(place.doc.sents)
            ends = [sent.end for sent in sents]
        first = max(bisect_right(offsets, row.start) - 1, 0)
        last = max(bisect_right(offsets, row.end - 1), first + 1)
        sentence = sents[bisect_right(ends, first)]
        found.append(_claim(row, paragraph, sentence, first, last,
                            lambda token, offsets=offsets: offsets[token.i] in dates))
    return found


def _claim(row, paragraph, sentence, first, last, is_date):
    doc = paragraph.doc
    top = syntax.top(doc, first, last)
    noun = clauses.noun(doc, top, last, row.counted)
    noun = None if noun is not None and is_date(noun) else noun
    verb = syntax.verb_above(top if noun is None else noun)
    pointer = clauses.pointer(top, verb) if noun is None and verb is not None else None
    counted = row.counted if isinstance(row.counted, str) and pointer is None else None
    return Claim(row, paragraph, first, last, sentence, clauses.head(noun, counted),
                 clauses.traits(noun, first, last),
                 frozenset(clauses.predicates(top if noun is None else noun)),
                 frozenset(clauses.places(sentence)),
                 pointer, verb, noun)

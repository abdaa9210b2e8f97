"""The comparable figures of an article, each with the words around it."""
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from analysis import syntax
from analysis.article import Article
from analysis.checks.claims import EVENTS, Claim, claims
from analysis.comparison.frames import frame
from analysis.comparison.sizes import dimension
from analysis.comparison.words import Words, compared, form_of
from analysis.lexicons import words

# years around publication in which a dated sentence speaks of the event itself
_PRESENT = 1


@dataclass(frozen=True, eq=False)
class Figure:
    """A `Claim` of article number `article` with the forms around it: its clause's (core), its
    sentence's (own), those of the sentences beside it in the paragraph (beside), the other numbers
    of its sentence, the shared quotations in any of these sentences, and whether the sentence is
    dated to another year, or to any where the article's own is not known."""

    article: int
    claim: Claim
    core: frozenset
    own: frozenset
    beside: frozenset
    numbers: frozenset
    quotations: frozenset
    dated: bool

    @cached_property
    def head(self) -> str | None:
        """The class of the noun counted, None where there is none or where it is no count; in
        "operations numbered 221" it is the subject."""
        if self.claim.row.kind != "count":
            return None
        verb = self.claim.doc[max(self.claim.first - 1, 0)]
        if verb.pos_ == "VERB" and verb.lemma_ in words("comparison.number_nouns"):
            for clause in (verb, verb.head):
                subject = next((part for part in syntax.subjects(clause)
                                if part.pos_ in syntax.NOUNS), None)
                if subject is not None or not syntax.is_conjunct(clause):
                    return compared(subject) if subject is not None else None
        return form_of(self.claim.head)

    @cached_property
    def frame(self) -> tuple[str, str | None, tuple[str | None, ...] | None] | None:
        """(frame, who is counted, what is measured), equal for figures of one thing
        (`analysis.comparison.frames`), or None."""
        claim = self.claim
        found = None if claim.partitive and claim.row.kind == "count" else frame(claim)
        return found and (found[0], found[1] or self.head, dimension(claim.row))

    @cached_property
    def event(self) -> str | None:
        """What happened to the people counted (die, injure, …), if that is the figure's matter."""
        claim = self.claim
        if (self.dated or claim.row.kind != "count"
                or claim.head not in EVENTS | {"people", None} or claim.partitive
                or claim.row.negated or (claim.row.conditional or claim.row.future)):
            return None
        found = ({claim.head} | claim.predicates) & EVENTS
        return (next(iter(found)) if len(found) == 1 and not claim.places
                and not claim.traits - EVENTS else None)


def figures(number: int, article: Article, words: Words,
            quoted: dict[int, set[int]]) -> list[Figure]:
    """The comparable Figures of an Article, in order.

    words: its `analysis.comparison.words.Words`. quoted: {sentence: numbers of the quotations in it
    that another article has}.
    """
    every = claims(article)
    inside = defaultdict(set)
    published = int(article.published[:4]) if article.published else None
    elsewhen = {row.sentence for row in article.numbers.dropna(subset="iso").itertuples()
                if row.kind == "date" and row.iso[:4].isdigit()
                and (not published or abs(int(row.iso[:4]) - published) > _PRESENT)}
    for claim in every:
        if dimension(claim.row):
            inside[claim.row.sentence].update(value for value in values(claim.row) if value >= 10)
    paragraph = dict(zip(article.sentences["sentence"], article.sentences["paragraph"]))
    found = []
    for claim in every:
        if dimension(claim.row) is None:
            continue
        here = claim.row.sentence
        own = words.forms(here)
        near = [number for number in (here - 1, here + 1)
                if paragraph.get(number) == paragraph[here]]
        beside = {form for number in near for form in words.forms(number)}
        found.append(Figure(number, claim, frozenset(_core(claim)), frozenset(own),
                            frozenset(beside - own),
                            frozenset(inside[here] - set(values(claim.row))),
                            frozenset(quotation for number in [here, *near]
                                      for quotation in quoted.get(number, ())), here in elsewhen))
    return found


def values(row: Any) -> list[float]:
    """The ends of a row of `article.numbers` that are given."""
    return [value for value in (row.value_low, row.value_high) if value == value]


def _core(claim):
    """The forms of the number's phrase, of what governs it, and of their subjects and objects."""
    chain, token = [], claim.doc[claim.first]
    for _ in range(8):
        chain.append(token)
        if token.head.i == token.i:
            break
        token = token.head
    tokens = set(chain)
    for token in chain:
        tokens.update(syntax.nearest_parts(token))
        for preposition in syntax.prepositions(token):
            tokens.update(preposition.children)
    return {form for token in tokens if not claim.first <= token.i < claim.last
            and (form := compared(token))}

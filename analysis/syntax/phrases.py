"""Noun phrases: where they begin and end, and who stands in a row with whom."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from analysis.lexicons import words
from analysis.syntax.parts import linked
from analysis.syntax.tree import NOUNS, SUBJECTS, child, children, first_conjunct, subtree

if TYPE_CHECKING:
    from analysis.text.tokens import Doc, Token

_HEADS = ("oprd", "nsubj", "dobj", "nsubjpass", "pcomp", "pobj", "dative", "appos", "attr", "ROOT")
EDGES = frozenset((",", ";", ":", "-", "–", "—", "--", "...", "…"))


def trimmed(doc: "Doc", first: int, last: int) -> tuple[int, int]:
    """The span without blanks and punctuation at its edges; quotation marks stay."""
    while first < last and (doc[first].text in EDGES or doc[first].is_space):
        first += 1
    while first < last and (
        doc[last - 1].text in EDGES or doc[last - 1].text == "." or doc[last - 1].is_space
    ):
        last -= 1
    return first, last


def noun_phrase(token: "Token", belongs: Callable[[int], bool] = lambda i: True) -> tuple[int, int]:
    """(first, last) of the noun phrase around its head, appositions and relative clauses too, as
    far as the tokens (by number) on either side belong to it."""
    low, high = subtree(token)
    first, last = token.i, token.i + 1
    while first > low and belongs(first - 1):
        first -= 1
    while last < high and belongs(last):
        last += 1
    return trimmed(token.doc, first, last)


def base_phrases(doc: "Doc") -> Iterator[tuple[int, int]]:
    """(first, last) of the base noun phrases, which hold no other: spaCy's noun chunks."""
    end = 0
    for token in doc:
        if (token.pos_ in (*NOUNS, "PRON") and first_conjunct(token).dep_ in _HEADS
                and (first := token.left_edge.i) >= end):
            end = token.i + 1
            yield first, end


def counted(noun: "Token") -> "Token":
    """The noun of what is counted or parted: people of "a number of people", "half of the people";
    another noun itself."""
    if noun.tag_ != "CD" and noun.lemma_.lower() not in words("entities.amounts"):
        return noun
    of = linked(noun, ("of",))
    return child(of, "pobj") or noun if of is not None else noun


def called(noun: "Token") -> "Token | None":
    """The token of the name in "a baker of the harbour named Ilves", "known as Ilves", "going by
    the name Ilves", or None; in "the mother of a boy named Ilves" it is the boy's."""
    places = [place for link in children(noun, "prep") for place in children(link, "pobj")
              if not any(part.lower_ in ("a", "an") for part in place.children)]
    for part in (part for host in (noun, *places) for part in children(host, "acl")):
        if part.lower_ in words("syntax.named"):
            return child(part, "oprd")
        if part.lower_ == "known" and (link := linked(part, ("as",))) is not None:
            return child(link, "pobj")
        if part.lower_ == "going" and (link := linked(part, ("by",))) is not None:
            name = child(link, "pobj")
            return name and child(name, "appos")
    return None


def explained_by(name: "Token") -> "Token | None":
    """The noun behind a comma, director of "Ada Brook-Lorn, director of Harbour Watch, said", that
    a parse makes the head of the name before it, or a second subject beside it; or None."""
    after = name.i + 2
    if after >= len(name.doc) or name.doc[after - 1].text != ",":
        return None
    if name.dep_ in SUBJECTS:
        return next((other for other in children(name.head, *SUBJECTS)
                     if other.left_edge.i == after and other.pos_ == "NOUN"), None)
    noun = name.head if name.dep_ in ("nmod", "compound") else name
    return noun if noun.i >= after and noun.pos_ == "NOUN" else None


def timed(noun: "Token | None") -> bool:
    """Whether a token (or None) is the head of a date or a time: "on Thursday"."""
    return noun is not None and noun.ent_type_ in ("DATE", "TIME")


def owner(noun: "Token") -> "Token | None":
    """The token for whose something is: Ilves of "Ilves’s letter" and of "the letter of Ilves"; or
    None."""
    own = child(noun, "poss")
    if own is not None:
        return own
    of = linked(noun, ("of",))
    return child(of, "pobj") if of is not None else None


def definite(noun: "Token") -> bool:
    """Whether a noun is of what is known: "the boats", "its plan"."""
    return child(noun, "poss") is not None or any(
        part.lower_ in words("syntax.known") for part in children(noun, "det"))


def relative_clause(token: "Token") -> "Token | None":
    """The verb of the relative clause that a token stands in, however deep; or None."""
    verb = token.head
    while verb.dep_ not in ("relcl", "ROOT") and verb.head.i != verb.i:
        verb = verb.head
    return verb if verb.dep_ == "relcl" else None


def antecedent(token: "Token") -> "Token":
    """Of "who" and "which", the noun that their clause belongs to; of another token, itself."""
    clause = token.head
    return clause.head if token.tag_ in ("WP", "WDT") and clause.dep_ == "relcl" else token


def coordinated(one: "Token", other: "Token") -> bool:
    """Whether two tokens stand in one row: "Ilves, Karm and Pell"."""
    return first_conjunct(one) is first_conjunct(other)

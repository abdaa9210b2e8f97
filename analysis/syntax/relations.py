"""What a token is to the one that it hangs from."""
from typing import TYPE_CHECKING

from analysis.syntax.tree import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLEMENTS = ("attr", "acomp", "oprd")
_BEFORE_NOUN = ("amod", "compound", "nmod", "nummod", "quantmod", "det")


def is_subject(token: "Token") -> bool:
    """Whether it is the subject of a verb, active or passive."""
    return token.dep_ in SUBJECTS


def is_complement(token: "Token") -> bool:
    """Whether it is what a verb says its subject or object is: "is 30", "is safe", "made her
    chair"."""
    return token.dep_ in _COMPLEMENTS


def is_conjunct(token: "Token") -> bool:
    """Whether it follows another in a row: Karm of "Ilves and Karm"."""
    return token.dep_ == "conj"


def is_owner(token: "Token") -> bool:
    """Whether something is said to be its own: Ilves of "Ilves’s letter"."""
    return token.dep_ == "poss"


def is_negation(token: "Token") -> bool:
    """Whether it negates a verb: "not", "never"."""
    return token.dep_ == "neg"


def in_front(token: "Token") -> bool:
    """Whether it stands before a noun as its modifier, number or determiner: "the 40 old boats"."""
    return token.dep_ in _BEFORE_NOUN


def after_preposition(token: "Token") -> bool:
    """Whether it hangs from a preposition as its noun: the hall of "in the hall"."""
    return token.dep_ == "pobj"

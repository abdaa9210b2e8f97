"""What a token is to the one that it hangs from."""
from typing import TYPE_CHECKING

from analysis.syntax.tree import OBJECTS, SUBJECTS

if TYPE_CHECKING:
    from analysis.text.tokens import Token

_COMPLEMENTS = ("attr", "acomp", "oprd")
_BEFORE_NOUN = ("amod", "compound", "nmod", "nummod", "quantmod", "det")
_ADJUNCTS = ("prep", "advcl", "npadvmod", "agent", "relcl")
_OPENING_ADJUNCTS = ("prep", "mark", "advmod", "npadvmod", "agent")
_INTERRUPTING = ("parataxis", "ccomp", "advcl", "dep", "conj")
_NO_PREDICATES = ("aux", "auxpass", "amod", "compound")
_ARGUMENTS = ("nsubj", "dobj", "pobj", "attr", "conj")
_PHRASES = (*_ARGUMENTS, "nsubjpass", "acomp", "npadvmod", "appos", "ROOT")
_AMOUNTS = ("dobj", "pobj", "attr", "npadvmod", "advmod", "prep", "amod", "compound", "nmod",
            "nummod", "quantmod")
_AFTER_CUE = ("appos", "prep", "conj", "advmod", "agent")


def is_subject(token: "Token") -> bool:
    """Whether it is the subject of a verb, active or passive."""
    return token.dep_ in SUBJECTS


def is_object(token: "Token") -> bool:
    """Whether it is an object of a verb, direct or not."""
    return token.dep_ in OBJECTS


def is_active_subject(token: "Token") -> bool:
    """Whether it is the subject of a verb in the active."""
    return token.dep_ == "nsubj"


def is_compound(token: "Token") -> bool:
    """Whether it is a noun before another: "harbour" of "harbour master"."""
    return token.dep_ in ("compound", "nmod")


def is_attribute(token: "Token") -> bool:
    """Whether it is an adjective or a noun before a noun: "old" and "harbour" of "the old harbour
    wall"."""
    return token.dep_ in ("amod", "compound")


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


def is_argument(token: "Token") -> bool:
    """Whether it is the subject, object or predicate of a verb, or stands behind a preposition or
    in a row."""
    return token.dep_ in _ARGUMENTS


def heads_phrase(token: "Token") -> bool:
    """Whether it is the head of a phrase and no mere modifier in one: 40 of "it had 40"."""
    return token.dep_ in _PHRASES


def is_amount(token: "Token") -> bool:
    """Whether it may be what something changes by, to or from: "fell 40", "a 40 per cent fall",
    "fell by 40"."""
    return token.dep_ in _AMOUNTS


def is_direct_object(token: "Token") -> bool:
    """Whether it is the direct object of a verb."""
    return token.dep_ == "dobj"


def is_numeral(token: "Token") -> bool:
    """Whether it stands before a noun as its number: 40 of "40 boats"."""
    return token.dep_ == "nummod"


def qualifies(token: "Token") -> bool:
    """Whether it belongs to a number: "more than" of "more than 40 boats"."""
    return token.dep_ == "quantmod"


def is_preposition(token: "Token") -> bool:
    """Whether it hangs from what it follows as its preposition."""
    return token.dep_ == "prep"


def is_particle(token: "Token") -> bool:
    """Whether it belongs to a verb: up of "make up"."""
    return token.dep_ == "prt"


def is_adverbial(token: "Token") -> bool:
    """Whether it is an adverb, or a noun that stands for one: "three days later"."""
    return token.dep_ in ("npadvmod", "advmod")


def is_apposition(token: "Token") -> bool:
    """Whether it renames what it follows: "the mayor, Ilves"."""
    return token.dep_ == "appos"


def is_conjunction(token: "Token") -> bool:
    """Whether it joins others: "and", "both … and"."""
    return token.dep_ in ("preconj", "cc") or token.pos_ == "CCONJ"


def is_auxiliary(token: "Token") -> bool:
    """Whether it helps a verb: "will", "has", "would"."""
    return token.dep_ == "aux"


def opens_clause(token: "Token") -> bool:
    """Whether it opens a clause and is nothing in it: "if", "that"."""
    return token.dep_ == "mark"


def is_content(verb: "Token") -> bool:
    """Whether it heads the clause that a verb above it says, thinks or shows."""
    return verb.dep_ == "ccomp"


def is_open_complement(verb: "Token") -> bool:
    """Whether it completes a verb whose subject it shares: close of "plans to close"."""
    return verb.dep_ == "xcomp"


def is_relative(verb: "Token") -> bool:
    """Whether it heads a relative clause."""
    return verb.dep_ == "relcl"


def is_reduced(verb: "Token") -> bool:
    """Whether it heads a relative clause without "which" and "is": "boats expected to sink"."""
    return verb.dep_ == "acl"


def goes_on(verb: "Token") -> bool:
    """Whether it shares the subject of the verb above it: "will rise and fall", "plans to go"."""
    return verb.dep_ in ("conj", "xcomp") and verb.head.i != verb.i


def heads_clause(verb: "Token") -> bool:
    """Whether it heads a sentence, a relative clause or what somebody says."""
    return verb.dep_ in ("ROOT", "relcl", "ccomp")


def parallel(one: "Token", other: "Token") -> bool:
    """Whether two tokens are the same to words of one form: "Orva had 12; Tarn had 20"."""
    return (one.dep_, one.head.lower_) == (other.dep_, other.head.lower_)


def relation(token: "Token") -> str:
    """The parser's label of what a token is to the one above it, to be weighed and not matched."""
    return token.dep_


def helps(token: "Token") -> bool:
    """Whether it helps a verb, active or passive: "will", "was"."""
    return token.dep_ in ("aux", "auxpass")


def makes_passive(token: "Token") -> bool:
    """Whether it helps a verb to its passive: "was" of "was closed"."""
    return token.dep_ == "auxpass"


def predicates(verb: "Token") -> bool:
    """Whether a verb says something of somebody: no auxiliary, and no modifier before a noun."""
    return verb.dep_ not in _NO_PREDICATES


def joins(token: "Token") -> bool:
    """Whether it joins what follows to what it hangs from: "and", "but"."""
    return token.dep_ == "cc"


def is_adverbial_clause(verb: "Token") -> bool:
    """Whether it heads a clause of when, why or how: fell of "closed when it fell"."""
    return verb.dep_ == "advcl"


def is_adjunct(token: "Token") -> bool:
    """Whether it heads a phrase or clause that its sentence may end before: "on Monday", "by the
    board", "which fell"."""
    return token.dep_ in _ADJUNCTS


def opens_adjunct(token: "Token") -> bool:
    """Whether it may be the first word of such a phrase: "on", "because", "yesterday"."""
    return token.dep_ in _OPENING_ADJUNCTS


def interrupts(verb: "Token") -> bool:
    """Whether it may stand within a clause that it does not belong to: "The bridge, she said, was
    safe"."""
    return verb.dep_ in _INTERRUPTING


def stands_beside(verb: "Token") -> bool:
    """Whether it heads a sentence, or a clause beside or below another, and no relative clause."""
    return verb.dep_ in (*_INTERRUPTING, "ROOT")


def opens_statement(token: "Token") -> bool:
    """Whether it is the subject of a sentence's main verb or of one in a row with another."""
    return token.dep_ == "nsubj" and token.head.dep_ in ("ROOT", "conj")


def modifies(token: "Token") -> bool:
    """Whether it stands before a noun as its adjective: "the closed bridge"."""
    return token.dep_ == "amod"


def serves_as_adverb(noun: "Token") -> bool:
    """Whether a noun says when, how far or how much: "three days later"."""
    return noun.dep_ == "npadvmod"


def is_governed(token: "Token") -> bool:
    """Whether it is the noun or the clause that a preposition governs."""
    return token.dep_ in ("pobj", "pcomp")


def is_value(token: "Token") -> bool:
    """Whether it may be what something is set equal to: "is 300", "reached 300", "to 300"."""
    return token.dep_ in ("dobj", "attr", "pobj")


def links_nouns(token: "Token") -> bool:
    """Whether it leads on to the noun above it: "of" of "the crew of the boat", "boat" of "boat
    crew"."""
    return token.dep_ in ("pobj", "prep", "compound", "appos")


def specifies(token: "Token") -> bool:
    """Whether it may say what a noun is about: a clause, or what renames it."""
    return token.dep_ in ("acl", "relcl", "ccomp", "xcomp", "appos")


def states(verb: "Token") -> bool:
    """Whether it heads a sentence or a clause that says something beside or below another one."""
    return verb.dep_ in ("ROOT", "ccomp", "conj", "parataxis", "advcl")


def leans(verb: "Token") -> bool:
    """Whether it heads a clause that may take its subject from the one above it."""
    return verb.dep_ in ("conj", "advcl", "acl", "xcomp", "pcomp")


def relation_of_phrase(token: "Token") -> str:
    """The label, to be weighed, of a phrase that may follow what a cue says; of others "other"."""
    return token.dep_ if token.dep_ in _AFTER_CUE else "other"

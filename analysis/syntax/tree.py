"""The dependency tree of a sentence: a token's children by label, its span, the verb above it.

Everything here takes tokens and gives tokens, or spans (first, last) of doc[first:last].
"""
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.text.tokens import Doc, Token

NOUNS = ("NOUN", "PROPN")
VERBS = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass")
OBJECTS = ("dobj", "oprd", "dative")
LINKS = ("pobj", "prep", "agent", "appos")
ROLES = {
    "nsubj": "subject",
    "csubj": "subject",
    "nsubjpass": "passive subject",
    "csubjpass": "passive subject",
    "dobj": "object",
    "obj": "object",
    "dative": "indirect object",
    "iobj": "indirect object",
    "poss": "possessive",
    "appos": "apposition",
    "attr": "predicate",
    "oprd": "predicate",
    "compound": "modifier",
    "amod": "modifier",
    "nmod": "modifier",
    "npadvmod": "modifier",
    "ROOT": "root",
}


def children(token: "Token", *labels: str) -> "list[Token]":
    """The children of a token that have one of the dependency labels, in order."""
    return [part for part in token.children if part.dep_ in labels]


def child(token: "Token", *labels: str) -> "Token | None":
    """The first child of a token that has one of the labels, or None."""
    for part in token.children:
        if part.dep_ in labels:
            return part
    return None


def sentence(token: "Token") -> tuple[int, int]:
    """(first, last) of the sentence that a token stands in."""
    return token.sent.start, token.sent.end


def subtree(token: "Token") -> tuple[int, int]:
    """(first, last) of the tokens from the leftmost to the rightmost descendant of a token."""
    return token.left_edge.i, token.right_edge.i + 1


def top(doc: "Doc", first: int, last: int) -> "Token":
    """The token of doc[first:last] that hangs from a token outside it, going up from the first
    one."""
    token = doc[first]
    while token.head.i != token.i and first <= token.head.i < last:
        token = token.head
    return token


def first_conjunct(token: "Token") -> "Token":
    """The first of the row that a token is coordinated with: Ilves of "Ilves, Karm and Pell"."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token


def beside_in_row(token: "Token") -> "list[Token]":
    """The tokens next to a token in the row that it is coordinated with: Ilves and Pell, of Karm in
    "Ilves, Karm and Pell"."""
    return [*([token.head] if token.dep_ == "conj" else ()), *children(token, "conj")]


def role(token: "Token") -> str:
    """What a token's phrase is in its clause, such as "subject" or "oblique"; a conjunct is what
    the first of its row is."""
    if second_predicate(token):
        return "predicate"
    token = first_conjunct(token)
    if token.dep_ == "pobj":
        return "agent" if token.head.dep_ == "agent" else "oblique"
    return ROLES.get(token.dep_, "other")


def second_predicate(token: "Token") -> bool:
    """Whether a noun is one more thing that a copula says of its subject, hung on the verb: "She is
    a pilot, and also a mother"."""
    return (token.dep_ == "conj" and token.pos_ == "NOUN" and token.head.lemma_ == "be"
            and child(token.head, "attr") is not None)


def governor(token: "Token") -> "Token | None":
    """The verb whose argument a token's phrase is, through coordination and prepositions; None
    where there is none."""
    while token.dep_ in ("conj", *LINKS) and token.head.i != token.i:
        token = token.head
        if token.pos_ in VERBS:
            return token
    return token.head if token.head.i != token.i and token.head.pos_ in VERBS else None


def verb_above(token: "Token", steps: int = 8) -> "Token | None":
    """The nearest verb above a token, whatever stands between them, at most some `steps` away; or
    None."""
    for _ in range(steps):
        if token.head.i == token.i:
            break
        token = token.head
        if token.pos_ in VERBS:
            return token
    return None


def clause(token: "Token", steps: int = 12) -> "Token":
    """The verb that heads the clause a token stands in: the nearest one at or above it that is no
    mere modifier; without one, the topmost token."""
    for _ in range(steps):
        if (
            token.pos_ in VERBS
            and token.dep_ not in ("amod", "compound")
            or token.head.i == token.i
        ):
            return token
        token = token.head
    return token


def opened_by(clause: "Token", word: str) -> bool:
    """Whether a word opens the clause of a verb and is nothing in it: "that", "for", "as"."""
    return any(part.lower_ == word for part in children(clause, "mark"))


def that_clause(token: "Token") -> "Token | None":
    """The verb of the first clause below a token that "that" opens: "told the readers of the paper
    that …", "said for the first time that …"; or None."""
    return next(
        (
            part
            for part in token.subtree
            if part.dep_ in ("acl", "relcl", "ccomp")
            and any(word.lower_ == "that" for word in children(part, "mark", "advmod"))
        ),
        None,
    )

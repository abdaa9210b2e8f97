"""What a verb has: its subject, its agent, its auxiliaries; whether it is negated, finite,
passive."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from analysis.lexicons import words
from analysis.syntax.tree import SUBJECTS, VERBS, child, children, sentence, subtree

if TYPE_CHECKING:
    from analysis.text.tokens import Token

_CONTROLLED = ("conj", "xcomp", "advcl", "ccomp", "acl", "dep", "prep", "pcomp")
_HANGING = ("conj", "xcomp", "advcl", "prep", "pcomp")
_IN_FRONT = ("poss", "pobj", "prep", "advcl", "dobj", "npadvmod")
_MAIN = ("ROOT", "ccomp", "conj")
_CLIMB = 4
_HANGS = 5


def subject(verb: "Token") -> "Token | None":
    """The token that is a verb's own subject, active or passive; the last one where the parser
    gives it several; or None."""
    own = children(verb, *SUBJECTS)
    return own[-1] if own else None


def subject_above(verb: "Token") -> "Token | None":
    """The subject of a verb, or of the verb that it hangs on where it has none of its own: "he
    corrected us by saying"; or None."""
    for _ in range(_HANGS):
        found = child(verb, *SUBJECTS)
        if found is not None or verb.dep_ not in _HANGING:
            return found
        verb = verb.head
    return None


def subject_behind(token: "Token") -> "Token | None":
    """The subject of the main verb before which a token stands in an adjunct: Ilves of "On her
    website, Ilves says so"; or None."""
    verb = token
    while verb.dep_ in (*_IN_FRONT, *SUBJECTS) and verb.head.i != verb.i:
        verb = verb.head
    found = child(verb, *SUBJECTS) if verb.pos_ in VERBS and verb.dep_ in _MAIN else None
    return found if found is not None and found.i >= token.i else None


def agent(verb: "Token") -> "Token | None":
    """The one by whom something is done: "closed by the board"; or None."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def finite(verb: "Token") -> bool:
    """Whether a verb has a subject of its own."""
    return child(verb, "nsubj") is not None


def independent(verb: "Token") -> bool:
    """Whether a verb's clause may stand alone: it has a subject, is no relative, no "if …"."""
    return finite(verb) and verb.dep_ != "relcl" and child(verb, "mark") is None


def infinitive(verb: "Token") -> bool:
    """Whether a verb stands with "to"."""
    return any(part.tag_ == "TO" and part.i < verb.i for part in verb.children)


def passive(verb: "Token") -> bool:
    """Whether a verb stands in the passive with its auxiliary or subject: "was closed"."""
    return child(verb, "auxpass", "nsubjpass") is not None


def negated(verb: "Token") -> bool:
    """Whether a verb is negated: "did not say", "never said", "has yet to say"."""
    return child(verb, "neg") is not None or _yet(verb)


def supposed(verb: "Token") -> bool:
    """Whether a verb is only supposed: "if they do not respond"."""
    return any(part.lower_ in ("if", "unless", "whether") for part in children(verb, "mark"))


def awaited(verb: "Token") -> "Token | None":
    """The verb of what its subject has not done yet: comment of "has yet to comment"; or None."""
    return next((part for part in children(verb, "xcomp") if _yet(part)), None)


def _yet(verb):
    return verb.i > 1 and verb.nbor(-2).lower_ == "yet" and verb.nbor(-1).lower_ == "to"


def modal(verb: "Token") -> "Token | None":
    """The modal auxiliary of a verb ("could say"), or None."""
    return next((part for part in verb.children if part.tag_ == "MD"), None)


def doer(verb: "Token", allowed: Callable[["Token"], bool] = lambda token: True, depth: int = 0,
         moved: frozenset[str] | None = None) -> "Token | None":
    """The token for the one who does what a verb says, through passives, coordination, control and
    relative clauses; or None.

    allowed: which tokens may be it or lead to it. "The board, accused by Ilves": Ilves; "wants to
    close it": who wants; "was quoted by the paper as saying": who was quoted.
    """
    moved = words("syntax.moved") if moved is None else moved
    if child(verb, "agent") is not None and not (
        depth and verb.lemma_ in words("syntax.quoted") & moved
    ):
        return agent(verb)
    own = _own_subject(verb, allowed)
    if own is not None:
        return None if own.dep_ == "nsubjpass" and verb.lemma_ not in moved else own
    if verb.dep_ in ("acl", "relcl") and verb.tag_ != "VBN":
        return verb.head
    if (
        verb.tag_ in ("VBN", "VBD")
        and verb.dep_ in ("acl", "advcl")
        and child(verb, "aux", "auxpass") is None
    ):
        return None  # "asked what it cost, she laughed"
    if (
        verb.dep_ in _CONTROLLED
        and depth < _CLIMB
        and allowed(verb.head)
        and verb.head.pos_ in (*VERBS, "ADP", "SCONJ")
    ):
        quoted = verb.tag_ == "VBG" or verb.lower_ == "as"
        return doer(
            verb.head,
            allowed,
            depth + 1,
            words("syntax.moved") | (words("syntax.quoted") if quoted else set()),
        )
    if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp":
        return doer(verb.head.head, allowed, depth + 1)
    return None


def _own_subject(verb, allowed):
    own = [part for part in children(verb, *SUBJECTS) if allowed(part)]
    if own:
        return _after_place(verb, _first_of(own))
    aside = next((part for part in children(verb, "ccomp") if part.i < verb.i), None)
    # The parser takes "Her letter, a copy of which was shown to us, describes …" for a clause with
    # two subjects.
    doubled = children(aside, *SUBJECTS) if aside is not None else ()
    return doubled[0] if len(doubled) > 1 else _name_before(verb, allowed)


def _first_of(own):
    """The last of the subjects that the parser gives a verb, or the first where "after" leads to
    the last and opens no clause: the statement of "a statement after the talks said"."""
    after = len(own) > 1 and own[-1].doc[own[-1].left_edge.i - 1].dep_ == "mark"
    return own[0] if after else own[-1]


def _name_before(verb, allowed):
    """The person's name right before a finite verb, which a parse may give to another verb:
    "Tenants advocate Ada Lorn told us"; or None."""
    if not verb.i or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    before = verb.nbor(-1)
    named = before.ent_type_ == "PERSON" and before.pos_ == "PROPN" and before.dep_ != "pobj"
    return before if named and allowed(before) and sentence(before) == sentence(verb) else None


def _after_place(verb, token):
    """The subject of a verb that the parser takes for an apposition of what explains the place in
    front: the minister of "In Brayford, the capital, a minister said"."""
    first, last = subtree(token)
    renamed = next((part for part in children(token, "appos") if part.i > token.i), None)
    doc = token.doc
    if (
        renamed is None
        or first < 2
        or doc[first - 1].text != ","
        or doc[last - 1].text == ","
        or verb.i < last
    ):
        return token
    fronted = any(
        part.right_edge.i == first - 2 and part.i == sentence(verb)[0]
        for part in children(verb, "prep")
    )
    return renamed if fronted and doc[renamed.left_edge.i - 1].text == "," else token


def verb_group(verb: "Token") -> tuple[int, int]:
    """(first, last) of a verb with its auxiliaries, negation, particle and adverbs, as far as they
    stand together."""
    first, last = verb.i, verb.i + 1
    helpers = {
        part.i
        for part in verb.children
        if part.dep_ in ("aux", "auxpass", "neg", "prt")
        or part.pos_ == "ADV"
        and part.i < verb.i
        and part.n_lefts == 0
    }
    while first - 1 in helpers:
        first -= 1
    while last in helpers:
        last += 1
    return first, last

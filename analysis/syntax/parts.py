"""What hangs below a token, by what it is there: a name for each label or set of labels.

A singular gives the first such child or None, a plural all of them, in order.
"""
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from analysis.syntax.tree import OBJECTS, SUBJECTS

if TYPE_CHECKING:
    from analysis.text.tokens import Token


def _first(*labels: str) -> "Callable[[Token], Token | None]":
    def found(token: "Token") -> "Token | None":
        for part in token.children:
            if part.dep_ in labels:
                return part
        return None
    return found


def _all(*labels: str) -> "Callable[[Token], list[Token]]":
    return lambda token: [part for part in token.children if part.dep_ in labels]


# Of a verb: who or what does it, suffers it, is said of it.
subjects, first_subject = _all(*SUBJECTS), _first(*SUBJECTS)
active_subject, active_subjects = _first("nsubj"), _all("nsubj")
passive_subject = _first("nsubjpass")
expletive = _first("expl")                              # "there is", "it is clear that"
any_subject = _first(*SUBJECTS, "csubj", "expl")        # a clause or an expletive, too
first_object = _first(*OBJECTS)
direct_object, direct_objects = _first("dobj"), _all("dobj")
indirect_object = _first("dative")
by_phrases = _all("agent")                              # "closed by the board"
predicatives = _all("acomp", "attr", "oprd")            # what `is_complement` is true of
subject_complements, predicate_nouns = _all("acomp", "attr"), _all("attr")
predicate_parts = _all("xcomp", "dobj", "prep", "acomp", "ccomp", "attr")

# Of a verb: its helpers and small words.
auxiliary = _first("aux", "auxpass")
passive_auxiliary = _first("auxpass")
negation, particle = _first("neg"), _first("prt")
correlative = _first("preconj")                         # "neither … nor"
conjunction = _first("cc")
subordinator = _first("mark")                           # "if", "that"
interjections = _all("intj")                            # "yes"

# Clauses below a verb, an adjective or a noun.
content_clause, content_clauses = _first("ccomp"), _all("ccomp")
open_complement = _first("xcomp")                       # "plans to close"
complement_clause, complement_clauses = _first("ccomp", "xcomp"), _all("ccomp", "xcomp")
object_or_clauses = _all("dobj", "ccomp", "xcomp")
adverbial_clauses = _all("advcl")
extraposed_clauses = _all("advcl", "csubj")             # "made it clear that it was safe"
relative_clauses, reduced_clauses = _all("relcl"), _all("acl")
adnominal_clause, adnominal_clauses = _first("acl", "relcl"), _all("acl", "relcl")

# Of a noun.
possessor = _first("poss")
bearer = _first("poss", "nsubj")                        # whose claim it is, however parsed
appositions = _all("appos")
adjectives, attributes = _all("amod"), _all("amod", "compound")
qualities = _all("amod", "acomp")                       # "the late mayor", "is late"
modifiers = _all("amod", "compound", "nmod", "poss")
postmodifiers = _all("relcl", "acl", "prep", "appos")
numerals, conjuncts = _all("nummod"), _all("conj")

# Prepositions, and what they govern.
preposition, prepositions = _first("prep"), _all("prep")
object_of = _first("pobj")
clause_of = _first("pcomp")                             # "accused of lying"
governed_by = _first("pobj", "pcomp")

# What is weighed or compared as a whole.
arguments = _all(*SUBJECTS, "dobj")
arguments_and_adverbials = _all("nsubj", "prep", "npadvmod", "attr", "advmod")
nearest_parts = _all(*SUBJECTS, "dobj", "attr", "compound", "amod", "nmod", "acl", "poss")
clause_parts = _all(*SUBJECTS, "dobj", "attr", "acomp", "oprd", "prt", "aux", "prep", "advmod",
                    "pobj", "xcomp", "compound", "dative")


def linked(token: "Token", links: Collection[str]) -> "Token | None":
    """The first preposition below a token that is one of `links`: "of" of "the crew of the boat";
    or None."""
    return next((part for part in prepositions(token) if part.lower_ in links), None)


def obliques(token: "Token", links: Collection[str]) -> "list[Token]":
    """The nouns that some prepositions lead to below a token: the hall of "met in the hall"."""
    return [noun for part in prepositions(token) if part.lower_ in links
            if (noun := object_of(part)) is not None]

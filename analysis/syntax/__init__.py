"""Grammar: the only place that matches labels of dependencies.

`tree` goes up and down the tree, `verbs` says who does what a verb says, `phrases` where a noun
phrase ends, `relations` what a token is to the one above it, `refusal` who gave no word. All take
spaCy tokens.
"""

from analysis.syntax.phrases import (
    antecedent,
    coordinated,
    counted,
    noun_phrase,
    owner,
    timed,
    trimmed,
)
from analysis.syntax.refusal import refuser, refuses
from analysis.syntax.relations import (
    after_preposition,
    in_front,
    is_complement,
    is_conjunct,
    is_negation,
    is_owner,
    is_subject,
)
from analysis.syntax.tree import (
    NOUNS,
    OBJECTS,
    SUBJECTS,
    VERBS,
    child,
    children,
    clause,
    first_conjunct,
    governor,
    role,
    second_predicate,
    sentence,
    subtree,
    top,
    verb_above,
)
from analysis.syntax.verbs import (
    agent,
    doer,
    finite,
    infinitive,
    modal,
    negated,
    passive,
    subject,
    verb_group,
)

__all__ = [
    "NOUNS",
    "OBJECTS",
    "SUBJECTS",
    "VERBS",
    "after_preposition",
    "agent",
    "antecedent",
    "child",
    "children",
    "clause",
    "coordinated",
    "counted",
    "doer",
    "finite",
    "first_conjunct",
    "governor",
    "in_front",
    "infinitive",
    "is_complement",
    "is_conjunct",
    "is_negation",
    "is_owner",
    "is_subject",
    "modal",
    "negated",
    "noun_phrase",
    "owner",
    "passive",
    "refuser",
    "refuses",
    "role",
    "second_predicate",
    "sentence",
    "subject",
    "subtree",
    "timed",
    "top",
    "trimmed",
    "verb_above",
    "verb_group",
]

"""What the clause around a number says: the noun counted, what narrows it, the predicate, the
places, the verb above.

Works on the tokens of one parsed paragraph; `analysis.checks.claims` puts the answers together.
"""
from calendar import day_name, month_name
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from analysis import syntax
from analysis.lexicons import rows, words

if TYPE_CHECKING:
    from analysis.text.tokens import Doc, Span, Token

# Verbs that say nothing of the thing counted: with them, the subject does ("the toll stands at
# 11").
LIGHT = words("checks.clauses_light")
FIGURES = words("checks.clauses_figures")
_POINTERS = {"it", "that", "this"} | FIGURES
_WHERE = words("checks.clauses_where")
_NAMES = ("NNP", "NNPS")
_CALENDAR = {*month_name, *day_name}


@cache
def _classes():
    return {row["lemma"]: row["class"] for row in rows("same_thing.tsv")}


def kind_of(word: str) -> str:
    """The class of a lemma in `lexicons/same_thing.tsv`; other words stand for themselves."""
    return _classes().get(word, word)


def noun(doc: "Doc", top: "Token", last: int, counted: object) -> "Token | None":
    """The noun that the number counts in its own sentence, or None where it is left out."""
    head = top.head
    if syntax.in_front(top) and head.pos_ in syntax.NOUNS:
        while syntax.is_compound(head) and head.head.pos_ in syntax.NOUNS:
            head = head.head
        return head
    if not isinstance(counted, str):
        return None
    words = counted.lower().split()
    for token in doc[last:last + 8]:                    # "230 of the bombs", "thousands of people"
        if token.lower_ in words and token.pos_ in syntax.NOUNS and (token.i + 1 == len(doc)
                or doc[token.i + 1].lower_ not in words):
            return token
    return None


def head(noun: "Token | None", counted: str | None) -> str | None:
    """The class of the thing counted: of the noun's lemma or, without a noun, of the last word of
    `counted`, or None."""
    if noun is not None:
        return kind_of(noun.lemma_.lower())
    if counted is None:
        return None
    word = counted.split(" of ")[0].split(" in ")[0].split()[-1].lower()
    return kind_of(word if word in _classes() else _singular(word))


def _singular(word):
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def traits(noun: "Token | None", first: int, last: int) -> frozenset[str]:
    """Lemmas before the noun that narrow it down ("Russian", "wounded"), the number
    doc[first:last] left out."""
    if noun is None:
        return frozenset()
    return frozenset(part.lemma_.lower()
                     for part in syntax.modifiers(noun)
                     if not first <= part.i < last and part.i < noun.i)


def predicates(token: "Token") -> Iterator[str]:
    """Classes of what is said of a noun or bare number: its verb, participles on it, the nouns
    above it."""
    participles = [part for part in syntax.adjectives(token) if part.tag_ == "VBN"]
    for part in syntax.adnominal_clauses(token):
        if part.pos_ in syntax.VERBS:
            yield from _heavy(part)
    for part in participles:
        yield from _heavy(part)
    for part in syntax.qualities(token):
        if part not in participles and part.lemma_.lower() in _classes():
            yield kind_of(part.lemma_.lower())
    if token.lemma_.lower() in _classes():
        yield kind_of(token.lemma_.lower())
    for _ in range(5):
        head = token.head
        if head.i == token.i:
            return
        if head.pos_ in syntax.VERBS:
            yield from _heavy(head)
            yield from _beside(head, token)
            return
        if head.pos_ in syntax.NOUNS and syntax.links_nouns(token):
            yield kind_of(head.lemma_.lower())
        token = head


def _beside(verb, token):
    """Classes of what else a verb has: its complement and, where it says nothing itself, its
    subject."""
    for part in syntax.predicatives(verb):
        if part != token and part.lemma_.lower() in _classes():
            yield kind_of(part.lemma_.lower())
    for subject in syntax.subjects(verb) if verb.lemma_ in LIGHT else ():
        if subject != token and subject.pos_ in syntax.NOUNS:
            yield kind_of(subject.lemma_.lower())
            for part in syntax.attributes(subject):
                yield kind_of(part.lemma_.lower())
            for part in subject.children:
                if part.lower_ in ("of", "for", "in"):
                    yield from (kind_of(noun.lemma_.lower()) for noun in part.children)


def _heavy(verb):
    if verb.lemma_.lower() not in LIGHT:
        yield kind_of(verb.lemma_.lower())
        return
    said = [part.lower_ for part in syntax.subject_complements(verb)]
    if not _classes().keys().isdisjoint(said):
        yield from map(kind_of, said)


def pointer(token: "Token", verb: "Token") -> "Token | None":
    """The subject that makes a bare number a second figure for what an earlier one counts ("it was
    180"), or None."""
    above = token
    while above.head != verb and (syntax.after_preposition(above) or above.pos_ == "ADP"):
        above = above.head
    if (verb.lemma_.lower() not in LIGHT or above.head != verb
        or above != token and above.pos_ != "ADP"
        or any(part != token for part in syntax.direct_objects(verb))
        or not (syntax.is_complement(token) or syntax.is_direct_object(token)
                or syntax.after_preposition(token))
            or any(word.lower_ in (",", "–", "—", ";") for word in token.doc[verb.i:token.i])):
        return None
    scoped = any(part.i < verb.i and part.lower_ in words("checks.clauses_scoping")
                 for part in syntax.prepositions(verb))               # "for women it is 60"
    allowed = _POINTERS if verb.lemma_ == "be" else FIGURES
    return next((child for child in syntax.subjects(verb) if child.lemma_.lower() in allowed
                 and not scoped and not (
                     syntax.prepositions(child) or syntax.adnominal_clauses(child)
                     or syntax.attributes(child))), None)


def places(sentence: "Span") -> Iterator[str]:
    """Names after a preposition of place; a name's last word stands for it."""
    for token in sentence:
        if (syntax.after_preposition(token) and token.tag_ in _NAMES and token.head.lower_ in _WHERE
                and token.text not in _CALENDAR):
            yield token.lower_

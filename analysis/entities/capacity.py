"""Who can speak: a person, a body, a group of people, a document. Acts whose source is none of
these have no speaker."""

from typing import TYPE_CHECKING

from analysis.entities.lexicon import bodies
from analysis.entities.roles import COLLECTIVE, COUNTING, noun_role
from analysis.lexicons import words
from analysis.syntax import is_owner, object_of, relative_clauses

if TYPE_CHECKING:
    from analysis.entities.mention import Mention
    from analysis.text.tokens import Doc, Token

NO_VOICE = "the source is no voice"
COUNTRIES, PLACES = words("entities.countries"), words("entities.places")


def counted(doc: "Doc", i: int) -> int | None:
    """The token of what is counted in "one of the women", "a number of observers", or None."""
    if (i + 1 < len(doc) and doc[i + 1].lower_ == "of"
            and (doc[i].lower_ in COUNTING or doc[i].lemma_.lower() in words("entities.amounts"))):
        found = object_of(doc[i + 1])
        return None if found is None else found.i
    return None


def populace(token: "Token") -> bool:
    """Whether a place is counted by its people, "a town of 19,000 people": they speak, not their
    government."""
    return any(one.lower_ == "people" for part in token.children if part.lower_ == "of"
               for one in part.children)


def _share(doc, i):
    """Whether the noun at token i is a share ("half", "a quarter", not "the third"), or the number
    of one ("32 %", "thirty per cent", "one in five")."""
    after = doc[i + 1].lower_ if i + 1 < len(doc) else ""
    before = doc[i - 1] if i else None
    return (doc[i].lower_ in words("entities.shares")
            or doc[i].like_num and (after == "per" or after in words("entities.shares"))
            or doc[i].like_num and after == "in" and i + 2 < len(doc) and doc[i + 2].like_num
            or doc[i].lower_ in words("entities.fractions") and before is not None
            and (before.lower_ == "a" or before.like_num))


def speaks(doc: "Doc", i: int, verb: str | None) -> bool:
    """Whether the noun at token i can be the source of what is said with a verb (a lemma, or None).

    True of role nouns and bodies of the lexicons, documents, names, quantifiers of people, nouns of
    people by their ending or by "who" after them, and whatever says, tells or argues; not of
    evidence and other things (lexicons/not_voices.txt), nor of nobody ("no minister"), nor of a
    share of people whom nothing else names ("32 per cent said", "a quarter of those asked").
    """
    token = doc[i]
    if any(word.lower_ in words("entities.nobody") for word in (token, *token.lefts)):
        return False
    others, share = counted(doc, i), _share(doc, i)
    if others is not None and not (share and doc[others].pos_ == "PRON"):
        return speaks(doc, others, verb)
    if share:
        return False
    if any(word.tag_ in ("WP", "WP$") for clause in relative_clauses(token)
           for word in clause.children):
        return True
    noun, role = noun_role(doc, i)
    if token.lemma_.lower() in words("not_voices.txt"):
        return False
    if token.lower_ in words("entities.crowds"):
        return True
    if noun in PLACES:
        return populace(token) or any(part.lower_ in ("the", "this", "that")
                                      or is_owner(part) for part in token.children)
    if (role is not None or noun in bodies() or noun in COLLECTIVE or noun in COUNTING
            or noun in words("documents.txt")):
        return True
    if token.pos_ == "NOUN" and noun.endswith(tuple(words("entities.thing_endings"))):
        return False
    return (token.pos_ in ("PROPN", "PRON", "ADJ", "NUM", "DET")
            or verb in words("entities.human_verbs")
            or noun.endswith(tuple(words("entities.person_endings"))))


def noun_type(doc: "Doc", i: int, mention: "Mention") -> str:
    """What the noun at token i is of: person, group, body, place, document or thing."""
    role, noun = mention.roles[0], mention.words[0]
    if role.role_class == "document" or noun in words("documents.txt"):
        return "document"
    if mention.plural or populace(doc[i]):
        return "group"
    if noun in PLACES:
        return "place"
    if noun in COLLECTIVE or noun in bodies():
        return "body"
    return "person" if role.known or speaks(doc, i, None) else "thing"

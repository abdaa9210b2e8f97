"""Whether an article speaks of an actor as of somebody who acts: what has a row among the speakers
though it is not heard.

The recogniser takes cups, songs, grounds and laws for people or bodies. Somebody does something,
is told something, or has a role, an age or a pronoun of people; a body does something or is spoken
of again. What only stands in front of other nouns ("the Lorn Cup final"), says where somebody
belongs ("Ada Lorn, of Harbour Watch") or hears what is said ("told the Herald"), on a page ("on
Facebook") or in a credit does none of it.
"""
from typing import TYPE_CHECKING

from analysis.entities.lexicon import bodies, countries
from analysis.entities.mention import Actor, Mention
from analysis.lexicons import words
from analysis.syntax import finite, governor

if TYPE_CHECKING:
    from analysis.entities.entities import Entities

_ACTING = ("subject", "passive subject", "agent", "indirect object")
_BARE = ("modifier", "root", "other")
_IN_OFFICE = ("official", "military")
_OFTEN = 3      # narrated mentions from which somebody without a name and a hearing has a row


def belonging(entities: "Entities") -> set[Mention]:
    """The names of bodies in what an article says somebody is: "Ada Lorn, of Harbour Watch"."""
    return {other for mention in entities.mentions if mention.kind in ("name", "noun")
            for span in (*mention.spans, mention.affiliation, _phrase(mention)) if span
            for other in entities.inside(mention.paragraph, span)
            if other.kind == "name" and other.actor is not mention.actor}


def _phrase(mention):
    person = mention.kind == "noun" and mention.type != "document"
    return (mention.first, mention.last) if person else None


def acts(actor: Actor, parsed: list, said: set[Mention]) -> bool:
    """Whether anything is told of an actor that can be told of people or bodies only; parsed: the
    article's paragraphs; said: mentions that only say where somebody belongs."""
    if actor.kind == "people":
        # "in English", "an Iraqi", but "the French say"
        narrated = [mention for mention in actor.mentions if mention.quoted is None]
        return len(narrated) > 1 and any(_does(mention, parsed) for mention in narrated)
    if actor.kind == "place":
        return any(" ".join(name) in countries() for name in actor.names) and any(
            mention.clause in ("subject", "agent") for mention in actor.mentions)
    if not actor.names:
        return _is_unnamed(actor)
    if all(name[-1] in words("entities.things") for name in actor.names):
        return False
    named = [mention for mention in actor.mentions if mention.kind == "name"]
    if actor.kind == "person":
        return _is_person(actor, named, parsed)
    return actor.kind == "body" and _is_body(
        actor, [mention for mention in actor.mentions if mention not in said], parsed)


def _is_unnamed(actor):
    """Whether somebody without a name comes up again and again, and acts. "The firm" and "the
    senator" were brought in before, by name perhaps; people who are never called "the" are nobody
    in particular, but for those in office ("police"); a document acts where it is heard."""
    first = next((mention for mention in actor.mentions if mention.words), None)    # not "I"
    if any(mention.label in ("i", "we") for mention in actor.mentions):
        return True             # somebody has words, though it is not sure who
    if first is None or actor.kind == "document":
        return False
    state = first.words[0] in words("entities.only_by_word")
    if actor.kind in ("body", "role") and (first.definite and not first.possessed and not state
                                           or first.words[0] in words("entities.undertakings")):
        return False
    narrated = [mention for mention in actor.mentions if mention.quoted is None or state]
    # one person is "a diver", then "the diver", or "she" in another sentence
    again = [mention for mention in narrated if not actor.individual
             or mention.sentence != narrated[0].sentence]
    office = any(role.role_class in _IN_OFFICE for role in actor.roles)
    particular = any(
        office or (mention.definite if mention.kind == "noun"
                   else actor.individual and mention.gender)
        for mention in again)
    return (len(narrated) >= (2 if state or actor.individual else _OFTEN) and particular
            and any(mention.clause in _ACTING for mention in narrated))


def _is_person(actor, named, parsed):
    personal = any(mention.signs or mention.roles or mention.gender for mention in actor.mentions)
    if personal or any(_does(mention, parsed) for mention in named):
        return True
    # a first name and a surname, by the recogniser alone, where they stand for somebody
    return any(len(mention.words) > 1 and mention.label == "person" and not mention.definite
               and mention.clause not in _BARE
               and mention.words[-1].lower() not in words("entities.things") for mention in named)


def _is_body(actor, free, parsed):
    """Whether a body does something or has a role; or is one by its name and comes up again, other
    than before nouns and where something is shown. free: its mentions that do not only say where
    somebody belongs."""
    if any(_does(mention, parsed) and not _hears(actor, mention) or mention.roles
           for mention in free if mention.kind == "name"):
        return True
    known = any(word in bodies() for name in actor.names for word in (" ".join(name), *name))
    return known and sum(mention.clause not in _BARE and not _page(mention, parsed)
                         and not _hears(actor, mention) for mention in free) > 1


def _hears(actor, mention):
    """Whether news media are who something was told: "told the Herald"."""
    return mention.clause in ("object", "indirect object") and any(
        bodies().get(word) == "media" for name in actor.names for word in (" ".join(name), *name))


def _does(mention: Mention, parsed):
    """Whether a mention is who does what a verb says, who made what a noun says ("a report by the
    court"), or who is told it, and is not only said to be something."""
    token = parsed[mention.paragraph].doc[mention.head]
    if token.head.lower_ == "by" and token.head.head.lemma_ in (
            words("documents.txt") | words("entities.works")):
        return True
    verb = governor(token)
    if verb is None or mention.clause == "agent" and finite(verb):
        return False            # "they met by the Harbour Watch"
    return (mention.clause in _ACTING and verb.lemma_ != "be"
            or mention.clause == "object" and verb.lemma_ in words("entities.told"))


def _page(mention, parsed):
    """Whether a body is only where something is shown: "on Facebook", "a Facebook page"."""
    token = parsed[mention.paragraph].doc[mention.head]
    return (mention.clause in ("oblique", "modifier")
            and token.head.lower_ in words("entities.shown_on"))

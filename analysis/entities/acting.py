"""Whether an article speaks of an actor as of somebody who acts: what has a row among the speakers
though it is not heard.

The recogniser takes cups, songs, grounds and laws for people or bodies. Somebody does something,
is told something, or has a role, an age or a pronoun of people; a body has a name that says what it
is, or somebody who belongs to it. What only stands in front of other nouns ("the Lorn Cup final"),
on a page ("on Facebook") or in a credit does none of it.
"""
from typing import TYPE_CHECKING

from analysis.entities.lexicon import bodies, countries
from analysis.entities.mention import Actor, Mention
from analysis.lexicons import words
from analysis.syntax import governor

if TYPE_CHECKING:
    from analysis.entities.entities import Entities

_ACTING = ("subject", "passive subject", "agent", "indirect object")
_BARE = ("modifier", "root", "other")


def employers(entities: "Entities") -> set[Actor]:
    """The bodies in what an article says somebody named is: "Ada Lorn, of Harbour Watch"."""
    return {other.actor for mention in entities.mentions if mention.kind == "name"
            for span in (*mention.spans, mention.affiliation) if span
            for other in entities.inside(mention.paragraph, span)
            if other.actor is not None and other.actor.kind == "body" and other.kind == "name"
            and other.actor is not mention.actor}


def acts(actor: Actor, parsed: list) -> bool:
    """Whether anything is told of an actor that can be told of people or bodies only; parsed: the
    article's paragraphs."""
    if actor.kind == "people":
        # "in English", "an Iraqi", but "the French say"
        return any(name[-1].endswith("s") for name in actor.names) or any(
            _does(mention, parsed) for mention in actor.mentions)
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
    return actor.kind == "body" and _is_body(actor, named, parsed)


def _is_unnamed(actor):
    """Whether somebody without a name comes up again and acts. "The firm" and "the senator" were
    brought in before, by name perhaps; "people" are nobody in particular; a document acts where it
    is heard."""
    first = next((mention for mention in actor.mentions if mention.words), None)    # not "I"
    brought_in = first is not None and actor.kind in ("body", "role") and (
        first.definite and not first.possessed
        and first.words[0] not in words("entities.only_by_word")
        or first.words[0] in words("entities.undertakings"))
    anybody = actor.kind == "group" and all(
        " " not in role.text and role.role_class == "witness" for role in actor.roles)
    return (len(actor.mentions) > 1 and not brought_in and not anybody and actor.kind != "document"
            and any(mention.clause in _ACTING for mention in actor.mentions))


def _is_person(actor, named, parsed):
    personal = any(mention.signs or mention.roles or mention.gender for mention in actor.mentions)
    if personal or any(_does(mention, parsed) for mention in named):
        return True
    # a first name and a surname, by the recogniser alone, where they stand for somebody
    return any(len(mention.words) > 1 and mention.label == "person"
               and mention.clause not in _BARE for mention in named)


def _is_body(actor, named, parsed):
    known = any(word in bodies() for name in actor.names for word in (" ".join(name), *name))
    return any(_does(mention, parsed) or mention.roles
               or known and not _page(mention, parsed) for mention in named)


def _does(mention: Mention, parsed):
    """Whether a mention is who does what a verb says, or who is told it, and is not only said to be
    something."""
    verb = governor(parsed[mention.paragraph].doc[mention.head])
    if verb is None:
        return False
    return (mention.clause in _ACTING and verb.lemma_ != "be"
            or mention.clause == "object" and verb.lemma_ in words("entities.told"))


def _page(mention, parsed):
    """Whether a body is only where something is shown: "on Facebook", "a Facebook page"."""
    token = parsed[mention.paragraph].doc[mention.head]
    return (mention.clause in ("oblique", "modifier")
            and token.head.lower_ in words("entities.shown_on"))

"""Why the article says that a voice may know: by office, expertise or document, as a witness, as
one affected."""
from typing import NamedTuple

from analysis.entities.mention import Actor
from analysis.lexicons import words
from analysis.syntax import governor, modal, negation
from analysis.system.registry import ArticleLike

_BY_CLASS = {"official": "office", "military": "office", "organisation": "office",
             "business": "office",
             "media": "office", "expert": "expertise"}
_CLAUSE = 12        # tokens of a clause that are shown


class Grounds(NamedTuple):
    """kind: witness, office, expertise, document or affected, None where the article gives none;
    start, end: the words that say it, as offsets of the text."""

    kind: str | None = None
    start: int | None = None
    end: int | None = None


def grounds(actor: Actor, article: ArticleLike) -> Grounds:
    """The first grounds that the article gives: what the voice saw, then its office or expertise,
    then whose lot it shares."""
    if actor.kind == "document":
        return Grounds("document", *_place(article, actor.mentions[0], *actor.mentions[0].span))
    return next((found for look in (_seen, _by_role) if (found := look(actor, article))), Grounds())


def _seen(actor, article):
    """What the voice saw or heard, in narration or in its own words ("I saw …")."""
    for mention in actor.mentions:
        doc = article.parsed[mention.paragraph].doc
        verb = governor(doc[mention.head]) if mention.clause == "subject" else None
        if (verb is not None and verb.lemma_ in words("voices.seeing") and verb.i > mention.head
                and negation(verb) is None and modal(verb) is None):
            last = min(verb.right_edge.i + 1, verb.i + _CLAUSE)
            return Grounds("witness",
                           *_place(article, mention, mention.first, max(last, verb.i + 1)))
    return None


def _by_role(actor, article):
    for role in actor.roles:
        kind = "witness" if role.noun in words("voices.witnesses") else \
            "affected" if role.noun in words("voices.affected") else _BY_CLASS.get(role.role_class)
        if kind is not None:
            return Grounds(kind, role.start, role.end)
    return None


def _place(article, mention, first, last):
    return article.parsed[mention.paragraph].offsets(first, last)

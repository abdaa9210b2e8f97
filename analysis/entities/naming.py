"""The canonical name of an actor: the fullest form that the article itself uses, without title or
article."""
from collections import Counter
from typing import TYPE_CHECKING

from analysis.entities.lexicon import given_names, parties
from analysis.lexicons import words

if TYPE_CHECKING:
    from analysis.entities.mention import Actor


def christen(actors: "list[Actor]") -> None:
    """Sets every actor's `name`; no two have the same: a second "senior official" is "senior
    official (2)".

    People and bodies: the form with the most words, "Angela Merkel", then the most frequent; a
    written-out name before its abbreviation. Unnamed people, groups and documents: the fullest noun
    phrase, "manager of the refugee camp". A relative by whose it is, "Marta Veldin’s brother".
    Several who speak as one: their names joined by "and".
    """
    used = Counter()
    for actor in sorted(actors, key=lambda actor: (bool(actor.members), actor.owner is not None)):
        name = " and ".join(member.name for member in actor.members) if actor.members else (
            _proper(actor) if actor.names else _phrase(actor))
        used[name.lower()] += 1
        actor.name = name if used[name.lower()] == 1 else f"{name} ({used[name.lower()]})"


def _proper(actor):
    forms = Counter(" ".join(mention.words) for mention in actor.mentions if mention.kind == "name")
    if not forms:
        return " ".join(max(actor.names, key=len)).title()
    surnames = {" ".join(mention.words) for mention in actor.mentions if mention.courtesy}
    for form in sorted(forms, key=len, reverse=True) if actor.kind == "person" else ():
        # "Republican Ada Lorn": what only stands before a full name that is as frequent is no part
        # of it, unless it is a first name
        if form.split()[0].lower() not in given_names() and any(
                form.endswith(" " + other) and " " in other and other not in surnames
                and other.split()[0].lower() not in words("entities.particles")
                and forms[other] >= forms[form] for other in forms):
            del forms[form]
    best = max(forms, key=lambda form: (parties().get(form.lower()) == form, len(form.split()),
                                        not form.isupper(), len(form) > 1,
                                        forms[form], -len(form)))
    if best.isupper() and len(best) > 5 and actor.kind == "person":
        best = best.title()
    return best


def _phrase(actor):
    if actor.owner is not None and actor.owner is not actor and actor.owner.name:
        owner = (actor.owner.roles[0].noun if actor.owner.kind == "role" and actor.owner.roles
                 else actor.owner.name)
        return f"{owner}’s {actor.roles[0].text if actor.roles else actor.phrase[0]}"
    phrases = [f"my {role.text}" if mention.mine else role.text for mention in actor.mentions
               if mention.kind == "noun" and not mention.issued for role in mention.roles]
    return max(phrases, key=len) if phrases else actor.phrase[0]

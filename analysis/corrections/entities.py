"""The voices of a Entities as a person named them: renamed, joined, removed, added."""
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.article import Article
from analysis.corrections.columns import BY_HAND
from analysis.corrections.places import occurrences, passage_of, tokens
from analysis.entities.entities import Entities
from analysis.entities.mention import Actor, Mention
from analysis.entities.names import key

if TYPE_CHECKING:
    from analysis.corrections.names import Names


def voices(article: Article, names: "Names", found: Entities) -> dict[str, Actor]:
    """Rename, join, remove and add the actors of a Entities in place; {final name: Actor}."""
    by_name = {actor.name: actor for actor in found.actors}
    groups = {}
    for name, final in names.final.items():
        groups.setdefault(final, []).append(by_name[name])
    gone = set(groups.pop(None, ()))
    stands_for = {}
    for final, actors in groups.items():
        main = next((actor for actor in actors if actor.name == final), actors[0])
        stands_for |= {actor: main for actor in actors if actor is not main}
    for mention in found.mentions:
        actor = mention.actor
        mention.actor = None if actor in gone else stands_for.get(actor, actor)
        mention.choice = mention.choice and _decided(mention.choice, gone, stands_for)
    found.sources = {number: _decided(choice, gone, stands_for)
                     for number, choice in found.sources.items()}
    for actor, main in stands_for.items():
        main.mentions = sorted([*main.mentions, *actor.mentions], key=lambda mention: mention.place)
        main.roles += [role for role in actor.roles if role not in main.roles]
    for actor in found.actors:
        actor.members = tuple(dict.fromkeys(stands_for.get(member, member)
                                            for member in actor.members if member not in gone))
    final = {}
    for name, actors in groups.items():
        main = final[name] = stands_for.get(actors[0], actors[0])
        main.name = name
    found.actors = [actor for actor in found.actors if actor not in gone
                    and actor not in stands_for]
    for name, place in names.added.items():
        actor = final[name] = _added(article, found, name, place)
        found.actors.append(actor)
    found.mentions.sort(key=lambda mention: mention.place)
    found.listed = frozenset(final.values())
    return final


def _decided(choice, gone, stands_for):
    """A machine's choice of an actor whom a person removed or joined, as that person has it."""
    if choice.actor in gone:
        return choice.instead(None, BY_HAND)
    if choice.actor in stands_for:
        return choice.instead(stands_for[choice.actor], BY_HAND)
    runner_up = stands_for.get(choice.runner_up, choice.runner_up)
    if runner_up in gone or runner_up is choice.actor:
        return replace(choice, runner_up=None, runner_up_probability=None)
    return replace(choice, runner_up=runner_up)


def _added(article, found, name, place):
    """A new Actor of that name with its mentions: wherever its name stands, and at `place`."""
    actor = Actor("person", names={key(tuple(name.split())): 1}, name=name)
    heads = {mention.place: mention for mention in found.mentions}
    for start, end in dict.fromkeys([place, *occurrences(article.text, name)]):
        number = passage_of(article, start, end)
        if number is None:
            continue
        first, last = tokens(article.parsed[number], start, end)
        held = next((heads[number, i] for i in range(first, last) if (number, i) in heads), None)
        if held is not None and held.actor is not None and (start, end) != place:
            continue
        mention = held if held is not None and held.actor is None else Mention(
            number, first, last, last - 1, "name", -1, "other", tuple(name.split()))
        if mention is not held:
            found.mentions.append(mention)
        mention.actor = actor
        actor.mentions.append(mention)
    actor.mentions.sort(key=lambda mention: mention.place)
    return actor

"""The program's decisions with a person's corrections in them: which stretches are quotations, who utters them, who is who.

Corrections are put in after the rules have decided and before any table is made, so that one corrected row changes no
other decision of the rules, and every table, measure and chart follows from the corrected ones.
"""
from copy import deepcopy
from dataclasses import dataclass, field, replace

from analysis.actors.cast import Cast
from analysis.actors.mention import Actor, Mention
from analysis.actors.names import key
from analysis.attributions import hull
from analysis.attributions.act import Attribution
from analysis.attributions.confidence import Signs
from analysis.corrections.columns import BY_HAND, UNUTTERED
from analysis.corrections.places import enclosing_marks, occurrences, passage_of, tokens
from analysis.quotes import Stretch, count_words


@dataclass(frozen=True)
class Decisions:
    """stretches, acts, cast: as `Article` has them. quotes: {number of a stretch: {column: value}} of the quotes table that a
    person decided."""

    stretches: list
    acts: list
    cast: Cast
    quotes: dict


@dataclass(eq=False)
class _Act:
    """An act while it is corrected; stretches: keys in `_Work.stretches`; source: (Actor or None, why)."""

    act: Attribution
    source: tuple
    stretches: set = field(default_factory=set)
    dropped: bool = False


def decisions(article):
    """The `Decisions` of an Article that has a review."""
    machine, edits = article.machine, article.edits
    found = deepcopy(machine.cast)
    actors = _voices(article, edits.names, found)
    stretches = dict(enumerate(machine.stretches))
    acts = [_Act(act, found.sources.get(number, (None, "no source named")), set(act.stretches))
            for number, act in enumerate(machine.acts)]
    uttered = {stretch: act for act in acts for stretch in act.stretches}
    said, places = {}, {(stretch.start, stretch.end): number for number, stretch in stretches.items()}
    together = _entered_together(edits.quotes, places, uttered)
    for change in edits.quotes:
        number = places[change.found] if change.found else len(stretches)
        if change.removed:
            _detach(uttered, number, stretches)
            stretches[number] = None
            continue
        before = stretches.get(number)
        if change.place != change.found:
            stretches[number] = _stretch(article, *change.place)
            if before and number in uttered:
                _move(uttered[number], before, stretches[number])
        _utter(acts, uttered, number, stretches, change, actors, together)
        said[number] = {"why": BY_HAND} | ({"kind": change.values["kind"]} if "kind" in change.values else {})
    return _gathered(found, stretches, acts, said)


def _entered_together(changes, places, uttered):
    """Ids of the acts all of whose stretches are given to one and the same voice."""
    wanted = {}
    for change in changes:
        if change.found and not change.removed and "speaker" in change.values and places[change.found] in uttered:
            act = uttered[places[change.found]]
            wanted.setdefault(id(act), (act, []))[1].append((places[change.found], change.values["speaker"]))
    return {number for number, (act, rows) in wanted.items()
            if {stretch for stretch, _ in rows} == act.stretches and len({name for _, name in rows}) == 1}


def _utter(acts, uttered, number, stretches, change, actors, together):
    """Settle who utters a stretch, and whether anybody does."""
    values, act, stretch = change.values, uttered.get(number), stretches[number]
    if values.get("kind") in UNUTTERED:
        _detach(uttered, number, stretches)
        return
    if act is not None and "speaker" not in values:
        return
    speaker = actors[values["speaker"]] if values.get("speaker") else None
    if act is not None and id(act) in together:
        act.source, act.act = (speaker, BY_HAND), replace(act.act, why=BY_HAND, confidence=1.0)
        return
    if act is not None:
        _detach(uttered, number, stretches)
    kind = "mixed" if values.get("kind") == "mixed" else "direct"
    made = Attribution(stretch.passage, kind, "speech", (stretch.outer,), None, None, None, None, None, "neutral", BY_HAND,
                       Signs(BY_HAND, "none", "stop", "main", "plain"), 1.0, None, ())
    uttered[number] = _Act(made, (speaker, BY_HAND), {number})
    acts.append(uttered[number])


def _detach(uttered, number, stretches):
    """Take a stretch from its act; a paraphrase of which it was a part stays a paraphrase."""
    act = uttered.pop(number, None)
    if act is None:
        return
    act.stretches.discard(number)
    low, high = stretches[number].outer
    left = tuple(piece for piece in act.act.content if not (low <= piece[0] and piece[1] <= high))
    left = left or tuple(sorted(stretches[other].outer for other in act.stretches))
    act.dropped = not left
    act.act = replace(act.act, content=left, kind=act.act.kind if act.stretches else "indirect")


def _move(act, before, after):
    """Give an act the new extent of one of its stretches."""
    low, high = before.outer
    pieces = {after.outer}
    for start, end in act.act.content:
        inside = low <= start and end <= high
        if not inside:
            pieces.add((min(start, after.outer[0]), max(end, after.outer[1])) if start < high and low < end else (start, end))
    content = []
    for start, end in sorted(pieces):
        if content and start < content[-1][1]:
            content[-1] = content[-1][0], max(end, content[-1][1])
        else:
            content.append((start, end))
    act.act = replace(act.act, content=tuple(content))


def _stretch(article, start, end):
    number = passage_of(article, start, end)
    passage = article.passages[number]
    outer, closed = enclosing_marks(article.text, start, end)
    outer = max(outer[0], passage.start), min(outer[1], int(article.paragraphs["end"].iloc[number]))
    return Stretch(number, start, end, outer, *tokens(passage, start, end), None, closed, count_words(article.text[start:end]))


def _gathered(found, stretches, acts, said):
    """The Decisions, everything in the order of the text and numbered anew."""
    order = sorted((number for number in stretches if stretches[number]),
                   key=lambda number: (stretches[number].outer[0], -stretches[number].outer[1]))
    place = {number: new for new, number in enumerate(order)}
    last, open_ = [], []
    for new, number in enumerate(order):
        stretch = stretches[number]
        open_ = [outer for outer in open_ if last[outer].end >= stretch.end]
        last.append(replace(stretch, parent=open_[-1] if open_ else None))
        open_.append(new)
    kept = sorted((act for act in acts if not act.dropped), key=lambda act: hull(act.act))
    old = {number: act for number, act in enumerate(acts)}
    index = {id(act): new for new, act in enumerate(kept)}
    moved = {number: index[id(act)] for number, act in old.items() if not act.dropped}
    for mention in found.mentions:
        mention.act, mention.quoted = moved.get(mention.act), moved.get(mention.quoted)
    done = [replace(act.act, stretches=tuple(sorted(place[number] for number in act.stretches)), within=moved.get(act.act.within)) for act in kept]
    cast = Cast(found.actors, found.mentions, {new: act.source for new, act in enumerate(kept)}, found.listed)
    return Decisions(last, done, cast, {place[number]: values for number, values in said.items()})


def _voices(article, names, found):
    """Rename, join, remove and add the actors of a Cast in place; {final name: Actor}."""
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
        mention.actor = None if mention.actor in gone else stands_for.get(mention.actor, mention.actor)
    found.sources = {number: (None, BY_HAND) if actor in gone else (stands_for.get(actor, actor), BY_HAND if actor in stands_for else why)
                     for number, (actor, why) in found.sources.items()}
    for actor, main in stands_for.items():
        main.mentions = sorted([*main.mentions, *actor.mentions], key=lambda mention: mention.place)
        main.roles += [role for role in actor.roles if role not in main.roles]
    for actor in found.actors:
        actor.members = tuple(dict.fromkeys(stands_for.get(member, member) for member in actor.members if member not in gone))
    final = {}
    for name, actors in groups.items():
        main = final[name] = stands_for.get(actors[0], actors[0])
        main.name = name
    found.actors = [actor for actor in found.actors if actor not in gone and actor not in stands_for]
    for name, place in names.added.items():
        actor = final[name] = _added(article, found, name, place)
        found.actors.append(actor)
    found.mentions.sort(key=lambda mention: mention.place)
    found.listed = frozenset(final.values())
    return final


def _added(article, found, name, place):
    """A new Actor of that name with its mentions: wherever its name stands, and at `place`."""
    actor = Actor("person", names={key(tuple(name.split())): 1}, name=name)
    heads = {mention.place: mention for mention in found.mentions}
    for start, end in dict.fromkeys([place, *occurrences(article.text, name)]):
        number = passage_of(article, start, end)
        if number is None:
            continue
        first, last = tokens(article.passages[number], start, end)
        held = next((heads[number, i] for i in range(first, last) if (number, i) in heads), None)
        if held is not None and held.actor is not None and (start, end) != place:
            continue
        mention = held if held is not None and held.actor is None else Mention(number, first, last, last - 1, "name", -1, "other", tuple(name.split()))
        if mention is not held:
            found.mentions.append(mention)
        mention.actor = actor
        actor.mentions.append(mention)
    actor.mentions.sort(key=lambda mention: mention.place)
    return actor

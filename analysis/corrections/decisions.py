"""The program's decisions with a person's corrections in them: which stretches are quotations, who utters them, who is who.

Corrections are put in after the rules have decided and before any table is made, so that one corrected row changes no
other decision of the rules, and every table, measure and chart follows from the corrected ones.
"""
from copy import deepcopy
from dataclasses import dataclass, field, replace

from analysis.actors.cast import Cast
from analysis.attributions import hull
from analysis.attributions.act import Attribution
from analysis.attributions.confidence import Signs
from analysis.corrections.columns import BY_HAND, UNUTTERED
from analysis.corrections.places import enclosing_marks, passage_of, tokens
from analysis.corrections.voices import voices
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
    actors = voices(article, edits.names, found)
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

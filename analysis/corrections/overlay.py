"""The program's decisions with a person's corrections in them: what is quoted, by whom.

Corrections are put in after the rules have decided and before any table is made, so that one
corrected row changes no other decision of the rules, and every table, measure and chart follows
from the corrected ones.
"""
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace

from analysis.article import Article
from analysis.attribution import hull
from analysis.attribution.candidate import Attribution
from analysis.corrections.columns import BY_HAND, UNUTTERED
from analysis.corrections.entities import voices
from analysis.corrections.places import enclosing_marks, passage_of, tokens
from analysis.entities.choice import Choice
from analysis.entities.entities import Entities
from analysis.quotations.spans import QuotedSpan, count_words
from analysis.tables.schemas import Rows


@dataclass(frozen=True)
class Decisions:
    """quoted spans, acts, cast: as `Article` has them. quotes: {number of a quoted span: {column:
    value}} of the quotes table that a person decided."""

    quoted_spans: list
    decoded: list
    entities: Entities
    quotes: dict


@dataclass(eq=False)
class _Act:
    """An act while it is corrected, with its quoted spans' keys and its source's `Choice`."""

    attribution: Attribution
    source: Choice
    quoted_spans: set = field(default_factory=set)
    dropped: bool = False


def quoted_spans(article: Article, rules: Callable) -> list[QuotedSpan]:
    return _decided(article).quoted_spans if article.review else rules(article)


def decoded(article: Article, rules: Callable) -> list[Attribution]:
    return _decided(article).decoded if article.review else rules(article)


def entities(article: Article, rules: Callable) -> Entities:
    return _decided(article).entities if article.review else rules(article)


def quotes(article: Article, rules: Callable) -> Rows:
    """The quotes table of the rules, with the kind and reason that a person gave a row."""
    table = rules(article)
    for number, values in _decided(article).quotes.items() if article.review else ():
        for column, value in values.items():
            table.loc[table["quote"] == number, column] = value
    return table


def _decided(article):
    """The `Decisions` of an Article that has a review, made once."""
    if "_decided" not in vars(article):
        vars(article)["_decided"] = _decisions(article)
    return vars(article)["_decided"]


def _decisions(article):
    machine, edits = article.machine, article.edits
    found = deepcopy(machine.entities)
    actors = voices(article, edits.names, found)
    quoted_spans = dict(enumerate(machine.quoted_spans))
    decoded = [_Act(attribution, found.source(number), set(attribution.quoted_spans))
            for number, attribution in enumerate(machine.decoded)]
    uttered = {quoted_span: attribution for attribution in decoded
               for quoted_span in attribution.quoted_spans}
    said, places = {}, {(quoted_span.start, quoted_span.end): number
                        for number, quoted_span in quoted_spans.items()}
    together = _entered_together(edits.quotes, places, uttered)
    for change in edits.quotes:
        number = places[change.found] if change.found else len(quoted_spans)
        if change.removed:
            _detach(uttered, number, quoted_spans)
            quoted_spans[number] = None
            continue
        before = quoted_spans.get(number)
        if change.place != change.found:
            quoted_spans[number] = _stretch(article, *change.place)
            if before and number in uttered:
                _move(uttered[number], before, quoted_spans[number])
        _utter(decoded, uttered, number, quoted_spans, change, actors, together)
        said[number] = {"why": BY_HAND} | ({"kind": change.values["kind"]}
                                           if "kind" in change.values else {})
    return _gathered(found, quoted_spans, decoded, said)


def _entered_together(changes, places, uttered):
    """Ids of the acts all of whose quoted spans are given to one and the same voice."""
    wanted = {}
    for change in changes:
        if (change.found and not change.removed and "speaker" in change.values
                and places[change.found] in uttered):
            attribution = uttered[places[change.found]]
            wanted.setdefault(id(attribution), (attribution, []))[1].append(
                (places[change.found], change.values["speaker"]))
    return {number for number, (attribution, rows) in wanted.items()
            if {quoted_span for quoted_span, _ in rows} == attribution.quoted_spans
            and len({name for _, name in rows}) == 1}


def _utter(decoded, uttered, number, quoted_spans, change, actors, together):
    """Settle who utters a quoted span, and whether anybody does."""
    values, attribution, quoted_span = change.values, uttered.get(number), quoted_spans[number]
    if values.get("kind") in UNUTTERED:
        _detach(uttered, number, quoted_spans)
        return
    if attribution is not None and "speaker" not in values:
        return
    speaker = actors[values["speaker"]] if values.get("speaker") else None
    if attribution is not None and id(attribution) in together:
        attribution.source = Choice(speaker, BY_HAND, 1.0)
        attribution.attribution = replace(attribution.attribution, why=BY_HAND, confidence=1.0)
        return
    if attribution is not None:
        _detach(uttered, number, quoted_spans)
    kind = "mixed" if values.get("kind") == "mixed" else "direct"
    made = Attribution(quoted_span.paragraph, kind, "speech", (quoted_span.outer,), None, None,
                       None, None, None, "neutral", BY_HAND, (), 1.0, 1.0, None, ())
    uttered[number] = _Act(made, Choice(speaker, BY_HAND, 1.0), {number})
    decoded.append(uttered[number])


def _detach(uttered, number, quoted_spans):
    """Take a quoted span from its act; a paraphrase of which it was a part stays a paraphrase."""
    attribution = uttered.pop(number, None)
    if attribution is None:
        return
    attribution.quoted_spans.discard(number)
    low, high = quoted_spans[number].outer
    left = tuple(piece for piece in attribution.attribution.content
                 if not (low <= piece[0] and piece[1] <= high))
    left = left or tuple(sorted(quoted_spans[other].outer for other in attribution.quoted_spans))
    attribution.dropped = not left
    attribution.attribution = replace(attribution.attribution, content=left,
                                      kind=attribution.attribution.kind if attribution.quoted_spans
                                      else "indirect")


def _move(attribution, before, after):
    """Give an act the new extent of one of its quoted spans."""
    low, high = before.outer
    pieces = {after.outer}
    for start, end in attribution.attribution.content:
        inside = low <= start and end <= high
        if not inside:
            pieces.add((min(start, after.outer[0]), max(end, after.outer[1])) if start < high
                       and low < end else (start, end))
    content = []
    for start, end in sorted(pieces):
        if content and start < content[-1][1]:
            content[-1] = content[-1][0], max(end, content[-1][1])
        else:
            content.append((start, end))
    attribution.attribution = replace(attribution.attribution, content=tuple(content))


def _stretch(article, start, end):
    number = passage_of(article, start, end)
    paragraph = article.parsed[number]
    outer, closed = enclosing_marks(article.text, start, end)
    outer = max(outer[0], paragraph.start), min(outer[1],
                                                int(article.paragraphs["end"].iloc[number]))
    return QuotedSpan(number, start, end, outer, *tokens(paragraph, start, end), None, closed,
                      count_words(article.text[start:end]))


def _gathered(found, quoted_spans, decoded, said):
    """The Decisions, everything in the order of the text and numbered anew."""
    order = sorted((number for number in quoted_spans if quoted_spans[number]),
                   key=lambda number: (quoted_spans[number].outer[0],
                                       -quoted_spans[number].outer[1]))
    place = {number: new for new, number in enumerate(order)}
    last, open_ = [], []
    for new, number in enumerate(order):
        quoted_span = quoted_spans[number]
        open_ = [outer for outer in open_ if last[outer].end >= quoted_span.end]
        last.append(replace(quoted_span, parent=open_[-1] if open_ else None))
        open_.append(new)
    kept = sorted((attribution for attribution in decoded if not attribution.dropped),
                  key=lambda attribution: hull(attribution.attribution))
    old = {number: attribution for number, attribution in enumerate(decoded)}
    index = {id(attribution): new for new, attribution in enumerate(kept)}
    moved = {number: index[id(attribution)]
             for number, attribution in old.items() if not attribution.dropped}
    for mention in found.mentions:
        mention.attribution, mention.quoted = (moved.get(mention.attribution),
                                               moved.get(mention.quoted))
    done = [replace(attribution.attribution,
                    quoted_spans=tuple(sorted(place[number]
                                              for number in attribution.quoted_spans)),
                    enclosing=moved.get(attribution.attribution.enclosing)) for attribution in kept]
    entities = Entities(found.actors, found.mentions,
                        {new: attribution.source for new, attribution in enumerate(kept)},
                        found.listed)
    return Decisions(last, done, entities,
                     {place[number]: values for number, values in said.items()})

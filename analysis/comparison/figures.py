"""Figures for the same thing in several articles, and how they differ.

Two figures are taken for one thing if they measure the same (`sizes.dimension`), the words around them fit, and each is
the other's best fit in its article. The words of the clause count most, those of the sentences beside it half; rare
words count more than frequent ones, and so does another figure that both sentences have. Different numbers ask for
more than equal ones: of counts the same noun, and words of the clause itself. How many died, were hurt, are missing is one thing in each
article, whatever the words: its toll, or the first such figure where there is no toll.
"""
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

import pandas

from analysis.checks.check import EVENT
from analysis.checks.claims import EVENTS, Claim, claims
from analysis.comparison.sizes import dimension, equal, relation
from analysis.comparison.words import compared

# The weights of evidence were set on the three articles in data/articles, and checked on pairs of articles on
# different events, where every match would be wrong.
EQUAL, OTHER = 7.0, 21.0     # evidence from which equal, and different, numbers are taken for one thing
_CORE, _BESIDE = 1.5, .5     # weights of a word of both clauses, and of one in a sentence beside; of the sentence: 1
_SHARED, _QUOTED = 3.0, 14.0 # weights of another figure that both sentences have, and of a quotation in or beside both
_CASUALTIES = {"die", "injure", "missing"}
_TALLIES = {"toll", "tally", "count", "number", "total", "figure"}
_TELLING = 10                # smaller equal numbers are taken for one thing only of the same noun
_PRESENT = 1                 # years around publication in which a dated sentence speaks of the event itself
COLUMNS = {"thing": "int64", "article": "int64", "start": "int64", "end": "int64", "text": "str", "number": "int64",
           "sentence": "int64", "speaker": "str", "counted": "str", "event": "str", "relation": "str"}


@dataclass(frozen=True, eq=False)
class Figure:
    """A `Claim` of article number `article` with the forms around it: its clause's (core), its sentence's (own), those of
    the sentences beside it in the paragraph (beside), the other numbers of its sentence, the shared quotations in any of
    these sentences, and whether the sentence is dated to another year, or to any where the article's own is not known."""

    article: int
    claim: Claim
    core: frozenset
    own: frozenset
    beside: frozenset
    numbers: frozenset
    quotations: frozenset
    dated: bool

    @cached_property
    def event(self):
        """What happened to the people counted (die, injure, missing, …), where that is what the figure is about."""
        claim = self.claim
        if self.dated or claim.row.kind != "count" or claim.head not in EVENTS | {"people", None} or claim.partitive or claim.row.negated or (
                claim.row.conditional or claim.row.future):
            return None
        found = ({claim.head} | claim.predicates) & EVENTS
        return next(iter(found)) if len(found) == 1 and not claim.places and not claim.traits - EVENTS else None


def figures(number, article, words, quoted):
    """The comparable Figures of an Article, in order.

    words: its `analysis.comparison.words.Words`. quoted: {sentence: numbers of the quotations in it that another article has}.
    """
    every = claims(article)
    inside = defaultdict(set)
    published = int(article.published[:4]) if article.published else None
    elsewhen = {row.sentence for row in article.numbers.dropna(subset="iso").itertuples()
                if row.kind == "date" and row.iso[:4].isdigit() and (not published or abs(int(row.iso[:4]) - published) > _PRESENT)}
    for claim in every:
        if dimension(claim.row):
            inside[claim.row.sentence].update(value for value in _values(claim.row) if value >= 10)
    paragraph = dict(zip(article.sentences["sentence"], article.sentences["paragraph"]))
    found = []
    for claim in every:
        if dimension(claim.row) is None:
            continue
        here = claim.row.sentence
        own = words.forms(here)
        near = [number for number in (here - 1, here + 1) if paragraph.get(number) == paragraph[here]]
        beside = {form for number in near for form in words.forms(number)}
        found.append(Figure(number, claim, frozenset(_core(claim)), frozenset(own), frozenset(beside - own),
                            frozenset(inside[here] - set(_values(claim.row))),
                            frozenset(quotation for number in [here, *near] for quotation in quoted.get(number, ())),
                            here in elsewhen))
    return found


def _values(row):
    return [value for value in (row.value_low, row.value_high) if value == value]


def _core(claim):
    """The forms of the number's phrase, of the verbs and nouns above it, and of their subjects and objects."""
    chain, token = [], claim.doc[claim.first]
    for _ in range(8):
        chain.append(token)
        if token.head.i == token.i:
            break
        token = token.head
    tokens = set(chain)
    for token in chain:
        for child in token.children:
            if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "compound", "amod", "nmod", "acl", "poss"):
                tokens.add(child)
            elif child.dep_ == "prep":
                tokens.update(child.children)
    return {form for token in tokens if not claim.first <= token.i < claim.last and (form := compared(token))}


def matches(groups, rarity):
    """(Figure, Figure, relation) of every two figures of different articles that are about one thing.

    groups: the Figures of each article. rarity: the `analysis.comparison.words.Rarity` of them all.
    """
    tables = [_by_dimension(group) for group in groups]
    found = []
    for i, one in enumerate(tables):
        for other in tables[i + 1:]:
            for key in one.keys() & other.keys():
                found += _pairs(one[key], other[key], rarity)
    return found + list(_tolls(groups, rarity))


def _by_dimension(group):
    table = defaultdict(list)
    for figure in group:
        table[dimension(figure.claim.row)].append(figure)
    return table


def _pairs(ones, others, rarity):
    """The best pairs, equal numbers first; a figure is in one pair at most, and in none with a different number where the
    other article has its number too."""
    scored = [(equal(a.claim, b.claim), evidence(a, b, rarity), a, b) for a in ones for b in others if _may(a, b)]
    settled = {figure for same, score, *pair in scored if same and score >= EQUAL for figure in pair}
    scored = [(same, score, a, b) for same, score, a, b in scored
              if score >= (EQUAL if same else OTHER) and (same or not settled & {a, b})]
    taken = set()
    for same, score, a, b in sorted(scored, key=lambda row: (-row[0], -row[1], row[2].claim.row.start, row[3].claim.row.start)):
        if not {a, b} & taken and (same or _head(a) == _head(b)):
            taken |= {a, b}
            yield a, b, relation(a.claim, b.claim)


def _may(a, b):
    """Whether two figures of one dimension can be about one thing."""
    one, other = a.claim.row, b.claim.row
    if (one.negated, one.conditional, one.future) != (other.negated, other.conditional, other.future):
        return False
    if equal(a.claim, b.claim):
        return max(_values(one)) >= _TELLING or None in (_head(a), _head(b)) or _head(a) == _head(b)
    return not a.event and not b.event and bool(a.core & b.core)


def _head(figure):
    return figure.claim.head if figure.claim.row.kind == "count" else None


def evidence(a, b, rarity):
    """How much speaks for two figures being about one thing."""
    core, own = a.core & b.core, a.own & b.own
    beside = (a.own | a.beside) & (b.own | b.beside) - own
    return (_CORE * rarity.of(core) + rarity.of(own - core) + _BESIDE * rarity.of(beside)
            + _SHARED * len(a.numbers & b.numbers) + _QUOTED * bool(a.quotations & b.quotations))


def _tolls(groups, rarity):
    """The pairs of tolls, of the dead, the injured, the missing, each once in an article; of people brought to safety,
    arrested or driven out there may be several counts, and words must fit."""
    tolls = [_toll(group) for group in groups]
    for i, one in enumerate(tolls):
        for other in tolls[i + 1:]:
            for event in sorted(one.keys() & other.keys()):
                a, b = one[event], other[event]
                if event in _CASUALTIES or evidence(a, b, rarity) >= EQUAL:
                    yield a, b, relation(a.claim, b.claim)


def _toll(group):
    """{event: its Figure}: the last that a word such as toll carries, else the first."""
    found = {}
    for figure in group:
        if figure.event:
            found.setdefault(figure.event, []).append(figure)
    return {event: next((figure for figure in reversed(figures) if _TALLIES & set(figure.claim.predicates | {figure.claim.subject})),
                        figures[0]) for event, figures in found.items()}


def table(pairs):
    """One row per figure of a thing that several articles give; `COLUMNS` has the columns.

    thing: its number, those that differ first, of these the tolls of the dead and hurt, then what most articles have; article: the number of the article; number: of the row in its numbers
    table; relation: of the whole thing, the strongest of its pairs (apart, bound, rounded, same).
    """
    things = []
    for a, b, kind in pairs:
        joined = [thing for thing in things if {a, b} & thing["figures"]]
        merged = {"figures": {a, b}.union(*(thing["figures"] for thing in joined)),
                  "kinds": {kind}.union(*(thing["kinds"] for thing in joined))}
        things = [thing for thing in things if thing not in joined] + [merged]
    order = ["apart", "bound", "rounded", "same"]
    for thing in things:
        thing["relation"] = min(thing["kinds"], key=order.index)
        thing["figures"] = sorted(thing["figures"], key=lambda figure: (figure.article, figure.claim.row.start))
        thing["event"] = next((figure.event for figure in thing["figures"] if figure.event), None)
        thing["articles"] = len({figure.article for figure in thing["figures"]})
    things.sort(key=lambda thing: (order.index(thing["relation"]), thing["event"] not in _CASUALTIES, -thing["articles"],
                                   thing["figures"][0].article, thing["figures"][0].claim.row.start))
    rows = [dict(thing=number, article=figure.article, relation=thing["relation"], event=thing["event"], counted=_counted(thing["figures"]),
                 **{name: getattr(figure.claim.row, name) for name in ("start", "end", "text", "number", "sentence", "speaker")})
            for number, thing in enumerate(things) for figure in thing["figures"]]
    return pandas.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _counted(figures):
    """What the figures of one thing count, in words."""
    event = next((figure.event for figure in figures if figure.event), None)
    return EVENT.get(event) or next((figure.claim.row.counted for figure in figures if isinstance(figure.claim.row.counted, str)), None)

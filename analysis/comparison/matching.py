"""Which figures of several articles are about one thing.

Two figures are taken for one thing if they measure the same (`sizes.dimension`), the words around
them fit, and each is the other's best fit in its article. The words of the clause count most, those
of the sentences beside it half; rare words count more than frequent ones, and so does another
figure that both sentences have. Different numbers ask for more than equal ones: of counts the same
noun, and words of the clause itself; less where each is the only figure of its article of that
noun, nothing where each is the only one of a frame (`analysis.comparison.frames`). How many died,
were hurt, are missing is one thing in each article, whatever the words: its toll, or the first such
figure where there is no toll.
"""
from collections import defaultdict
from itertools import combinations
from math import inf
from operator import attrgetter

from analysis.comparison.figures import Figure, values
from analysis.comparison.sizes import dimension, equal, relation
from analysis.comparison.words import Rarity
from analysis.lexicons import words

# The weights of evidence were set on the three articles in data/articles, and checked on pairs of
# articles on different events, where every match would be wrong.
#
# evidence from which equal, and different, numbers are taken for one thing
EQUAL, OTHER = 7.0, 21.0
# of one noun, each its article's only one: from which equal, and different, numbers are
_SAME, _SOLE = 4.0, 14.0
# share of an article's names that another on the event has, of at least so many
_COMMON, _NAMES = .25, 8
# weights of a word of both clauses, and of one in a sentence beside; of the sentence: 1
_CORE, _BESIDE = 1.5, .5
# weights of another figure that both sentences have, and of a quotation in or beside both
_SHARED, _QUOTED = 3.0, 14.0
CASUALTIES = {"die", "injure", "missing"}
_TELLING = 10                # smaller equal numbers are taken for one thing only of the same noun
_GENERAL = {"people", "man", "woman", "child", "employ",
            "other"}   # nouns that anything in an article may count


def matches(groups: list[list[Figure]], rarity: Rarity,
            names: list[set[str]]) -> list[tuple[Figure, Figure, str]]:
    """(Figure, Figure, relation) of every two of different articles about one thing.

    groups: the Figures of each article. rarity: the `analysis.comparison.words.Rarity` of them all.
    names: the forms of the names in each article; what is taken for one thing whatever the words
    must be of one event.
    """
    tables = [_by_dimension(group) for group in groups]
    tolls = [_toll(group) for group in groups]
    found = []
    for i, j in combinations(range(len(groups)), 2):
        related = _related(names[i], names[j])
        for key in tables[i].keys() & tables[j].keys():
            found += _pairs(tables[i][key], tables[j][key], rarity, related)
        if related:
            found += _tolls(tolls[i], tolls[j], rarity)
    return found


def _related(one, other):
    """Whether two articles name the same people and places, as far as they name enough to tell."""
    fewest = min(len(one), len(other))
    return fewest < _NAMES or len(one & other) >= _COMMON * fewest


def _by_dimension(group):
    table = defaultdict(list)
    for figure in group:
        table[dimension(figure.claim.row)].append(figure)
    return table


def _pairs(ones, others, rarity, related):
    """The best pairs, equal numbers first; a figure is in one pair at most, and in none with a
    different number where the other article has its number too."""
    nouns, frames = (_main(ones, key) | _main(others, key) for key in (_noun, attrgetter("frame")))

    def needed(same, a, b):
        alone = {a, b} <= nouns and _noun(a) == _noun(b)
        if related and {a, b} <= frames and a.frame == b.frame:
            return 0
        if same:
            return _SAME if related and alone and min(values(a.claim.row)) >= _TELLING else EQUAL
        if not a.core & b.core or a.head != b.head:
            return inf
        return _SOLE if alone else OTHER

    scored = [(equal(a.claim, b.claim), evidence(a, b, rarity), a, b) for a in ones for b in others
              if _may(a, b)]
    scored = [(same, score, a, b) for same, score, a, b in scored if score >= needed(same, a, b)]
    settled = {figure for same, _, *pair in scored if same for figure in pair}
    scored = [row for row in scored if row[0] or not settled & set(row[2:])]
    taken = set()
    for *_, a, b in sorted(scored, key=lambda row: (-row[0], -row[1], row[2].claim.row.start,
                                                    row[3].claim.row.start)):
        if not {a, b} & taken:
            taken |= {a, b}
            yield a, b, relation(a.claim, b.claim)


def _noun(figure):
    return (None if figure.head in _GENERAL or figure.claim.partitive or figure.dated
            else figure.head)


def _main(figures, key):
    """The figures alone with their key in an article: others repeat them, or are parts."""
    found = defaultdict(list)
    for figure in figures:
        if key(figure) is not None:
            found[key(figure)].append(figure)
    return {alike[0] for alike in found.values()
            if all(_fits(alike[0], other) for other in alike[1:])}


def _fits(first, other):
    return (equal(first.claim, other.claim)
            or first.claim.row.kind == "count" and _largest(other) < _largest(first))


def _largest(figure):
    return max(values(figure.claim.row))


def _may(a, b):
    """Whether two figures of one dimension can be about one thing."""
    one, other = a.claim.row, b.claim.row
    if (one.negated, one.conditional, one.future) != (other.negated, other.conditional,
                                                      other.future):
        return False
    if equal(a.claim, b.claim):
        return max(values(one)) >= _TELLING or None in (a.head, b.head) or a.head == b.head
    return not a.event and not b.event


def evidence(a: Figure, b: Figure, rarity: Rarity) -> float:
    """How much speaks for two figures being about one thing."""
    core, own = a.core & b.core, a.own & b.own
    beside = (a.own | a.beside) & (b.own | b.beside) - own
    return (_CORE * rarity.of(core) + rarity.of(own - core) + _BESIDE * rarity.of(beside)
            + _SHARED * len(a.numbers & b.numbers) + _QUOTED * bool(a.quotations & b.quotations))


def _tolls(one, other, rarity):
    """The pairs of tolls, of the dead, the injured, the missing, each once in an article; of people
    brought to safety, arrested or driven out there may be several counts, and words must fit."""
    for event in sorted(one.keys() & other.keys()):
        a, b = one[event], other[event]
        if event in CASUALTIES or evidence(a, b, rarity) >= EQUAL:
            yield a, b, relation(a.claim, b.claim)


def _toll(group):
    """{event: its Figure}: the last that a word such as toll carries, else the first."""
    found = {}
    for figure in group:
        if figure.event:
            found.setdefault(figure.event, []).append(figure)
    return {event: next((figure for figure in reversed(figures) if words("comparison.tallies")
                         & set(figure.claim.predicates | {figure.claim.subject})),
                        figures[0]) for event, figures in found.items()}

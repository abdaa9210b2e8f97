"""A change whose values go the other way: "shrank from 2 million to 6 million", "55 tonnes, down
from 40"."""
from collections.abc import Iterator
from itertools import takewhile

from analysis.checks.check import Check, plain
from analysis.checks.claims import Checked, Claim
from analysis.checks.precision import interval, known
from analysis.numbers.statements import directions
from analysis.numbers.words import meant
from analysis.syntax import VERBS, is_governed, verb_above

_KINDS = ("count", "rate", "money", "percent", "distance", "weight", "area", "speed",
          "temperature", "duration", "fraction", "ratio")
_REACH = 8       # tokens before a change in which its verb stands
_NEAR = 4        # and its preposition
_STEPS = 5       # tokens up the tree from a preposition to its word of change
_PAST = meant("past")


def find(claims: list[Claim], article: Checked) -> Iterator[Check]:
    """The Checks of kind magnitude about changes of one sentence's Claims."""
    values = [claim for claim in claims if claim.row.kind in _KINDS and claim.row.tier == 1]
    for one, other in zip(values, values[1:]):
        if not _alike(one, other):
            continue
        if known(one.row.linked) and one.row.linked == other.row.number:
            yield from _linked(one, other)
            continue
        first, second = _preposition(one), _preposition(other)
        said = first is not None and second is not None and (first.lower_, second.lower_)
        if said in (("from", "to"), ("to", "from")) and verb_above(first) == verb_above(second):
            old, new = (one, other) if first.lower_ == "from" else (other, one)
            yield from against(_way(first) or _way(second), old, new)
        elif (second is not None and second.lower_ == "from" and second.i
                and (word := second.doc[second.i - 1].lower_) in ("up", "down")
                and not _compared(one)
                and len(one.between(other)) <= 8 and ")" not in one.between(other)
                and (known(one.row.unit), one.row.unit if known(one.row.unit) else None) == (
                    known(other.row.unit), other.row.unit if known(other.row.unit) else None)):
            yield from against(word, other, one)


def _compared(claim):
    """Whether a value is only what another is held against: "45 per cent, less than the 47
    forecast"."""
    return "than" in [token.lower_ for token in claim.doc[max(claim.first - 3, 0):claim.first]]


def _linked(one, other):
    """"rose from 10 to 50", "rose to 50 from 10": the two ends that the numbers table has
    linked."""
    before = list(one.doc[max(one.first - _REACH, one.sentence.start):one.first])[::-1]
    clause = list(takewhile(lambda token: token.text not in (",", ";", ":", "(", "–", "—"), before))
    way = next((way for token in clause if (way := token.lower_ if token.lower_ in ("up", "down")
                                            else _direction(token))), None)
    lead = [token.lower_ for token in clause[:_NEAR]]
    if "from" in lead or "to" in lead:
        yield from against(way, *((one, other) if "from" in lead else (other, one)))


def against(way: str | None, old: Claim, new: Claim) -> Iterator[Check]:
    """The Check of a change that is said to go `way` ("up", "down" or None) and does not."""
    if way is None:
        return
    (old_low, old_high), (new_low, new_high) = interval(old), interval(new)
    if old.exact and new.exact and "~" not in (old.row.modifier, new.row.modifier):
        old_high = old_low = old.low                 # rounding turns no rise into a fall
        new_high = new_low = new.low
    wrong = way == "up" and new_high < old_low or way == "down" and new_low > old_high
    more = "less" if new.size < old.size else "more"
    yield Check("magnitude", new, old,
                f"said to go {way} from {old.row.text} to {new.row.text}, but {plain(new.size)} is "
                f"{more} than {plain(old.size)}", .8, holds=not wrong)


def _alike(one, other):
    """Whether two values measure the same: kind and unit, where a bare second value takes those of
    the first."""
    kinds = {one.row.kind, other.row.kind}
    units = {claim.row.unit for claim in (one, other) if known(claim.row.unit)}
    return (len(kinds) == 1 or kinds <= {"count", "rate"}) and len(units) < 2


def _preposition(claim):
    """The "from" or "to" that a value hangs from, through its noun and scale word, or None."""
    token = claim.doc[claim.first]
    for _ in range(_STEPS):
        if is_governed(token):
            return token.head if token.head.lower_ in ("from", "to") else None
        if token.pos_ in VERBS:
            return None
        token = token.head
    return token.head if is_governed(token) and token.head.lower_ in ("from", "to") else None




def _way(preposition):
    """The direction that the word above a preposition has, or None."""
    token = preposition
    if token.i and (way := _direction(token.doc[token.i - 1])):
        return way
    for _ in range(_STEPS):
        if token.head.i == token.i:
            return None
        token = token.head
        if way := _direction(token):
            return way
        if token.pos_ in ("VERB", "AUX"):
            return None
    return None


def _direction(token):
    return directions().get(_PAST.get(token.lower_, token.lemma_.lower()))

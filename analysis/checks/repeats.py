"""A figure that the article gives twice: in the title and the text, at the head and in a toll
below, by another power of ten; and parts above a whole that stands in another sentence."""
import re
from collections import defaultdict
from collections.abc import Iterator
from math import log10

from analysis.checks.check import Check, figure
from analysis.checks.claims import EVENTS, Checked, Claim
from analysis.checks.precision import apart, interval, known
from analysis.lexicons import words
from analysis.numbers import numerals, units
from analysis.numbers.lexemes import Scan

_ABOVE = ("title", "standfirst")
_KINDS = ("count", "money")
_SLIPS = (3, -3)
_ROUNDED = .1    # titles round
_NEAR = 6        # sentences from a figure to "the 12 nurses"
_NOUN = re.compile(r" ([a-z]+s|people|men|women|children)\b")


def find(claims: list[Claim], article: Checked) -> Iterator[Check]:
    """The Checks of kind disputed between title and text and between a figure and "the 12 nurses";
    of kind part of "seven of the dead"; of kind magnitude of another power of ten."""
    if article.title and article.title not in article.text[:2 * len(article.title) + 200]:
        yield from _title(article.title, [claim for claim in claims if claim.row.tier == 1])
    claims = [claim for claim in claims if claim.row.kind in _KINDS and claim.row.tier == 1
              and claim.stands_in_prose]
    below, dead = defaultdict(list), defaultdict(list)
    for claim in claims:
        if claim.paragraph.kind == "body":
            below[_key(claim)].append(claim)
            for event in claim.predicates & EVENTS if not _of_them(claim) else ():
                dead[event].append(claim)
    lead = next((claim.paragraph for claim in claims if claim.paragraph.kind == "body"), None)
    for claim in claims:
        if claim.paragraph is lead and claim.predicates & EVENTS:
            yield from _toll(claim, dead[next(iter(claim.predicates & EVENTS))])
        if claim.paragraph.kind in _ABOVE and claim.head is not None:
            yield from _repeat(claim, below[_key(claim)])
        elif (event := _of_them(claim)) and dead[event]:
            yield from _part(claim, dead[event])
    for found in below.values():
        yield from _definite(found)
    yield from _slips(claims)


def _title(title, claims):
    """A figure of a title that is no part of the text, where the text gives the same thing another
    figure, by a slip of the pen, and nowhere the title's: "cuts 2,500 jobs", and in the text "5,200
    jobs"."""
    scan = Scan(title)
    for number in numerals.find(scan):
        units.attach(number, title)
        noun = _NOUN.match(scan.lower, number.end)
        if number.low != number.high or number.low < 3 or number.form not in ("digits", "words"):
            continue
        same = [claim for claim in claims if claim.pointed and not known(claim.row.per) and (
            claim.row.unit == number.unit if number.unit else noun and known(claim.row.counted)
            and noun[1] == claim.row.counted.split()[-1])]
        slips = [claim for claim in same if _misprint(number.low, claim.size)
                 and abs(number.low - claim.size) > _ROUNDED * max(number.low, claim.size)]
        if slips and all(abs(number.low - claim.size) > _ROUNDED * number.low for claim in same):
            said = title[number.start:noun.end() if noun and not number.unit
                         else number.end].strip()
            yield Check("disputed", slips[0], None,
                        f"the title says {said}, the text {figure(slips[0])}", .7)


def _key(claim):
    return claim.row.kind, claim.row.unit if known(claim.row.unit) else None, claim.head


def _repeat(above, candidates):
    """The title's figure against the text's, where the text has one value for it."""
    fitting = [claim for claim in candidates if claim.exact and claim.low > 1
               and not claim.partitive
               and (not above.predicates or above.predicates & claim.predicates)
               and above.traits <= claim.traits
               and not known(claim.row.per)]
    if not fitting or not above.exact or above.low < 2 or len({claim.low
            for claim in fitting}) > 1 or known(above.row.per):
        return
    holds = not all(apart(interval(above), interval(claim)) for claim in fitting)
    if holds or above.head is not None and (above.predicates & fitting[0].predicates - {above.head}
                                            or len(above.content & fitting[0].content) > 1):
        yield Check("disputed", fitting[0], above,
                    f"the {above.paragraph.kind} says {figure(above)}, the text "
                    f"{figure(fitting[0])}", .7, holds=holds)


def _definite(found):
    """"The 12 nurses" where the article has spoken of 14 nurses only."""
    lows, last, loose = defaultdict(set), {}, set()     # of the exact figures so far, by traits
    for claim in found:
        earlier = last.get(claim.traits)
        if (earlier and claim.traits not in loose and len(lows[claim.traits]) == 1
                and _points_back(claim)
                and 0 < claim.row.sentence - earlier.row.sentence <= _NEAR):
            holds = not apart(interval(claim), interval(earlier))
            if holds or _misprint(claim.low, earlier.low):
                yield Check("disputed", claim, earlier,
                            f"{figure(earlier)} in one place, the {figure(claim)} in another",
                            .7, holds=holds)
        if claim.exact and claim.low > 1:
            lows[claim.traits].add(claim.low)
            last[claim.traits] = claim
            if claim.partitive or claim.narrowed:
                loose.add(claim.traits)


def _points_back(claim):
    """Whether it is "the 12 nurses": an exact count with a noun of its own, of all of them."""
    determiner = claim.doc[claim.first - 1].lower_ if claim.first else ""
    return (determiner in words("checks.repeats_definite") and claim.row.kind == "count"
            and claim.exact and claim.low >= 3 and claim.noun is not None
            and not claim.partitive and not claim.narrowed)


def _misprint(one, other):
    """Whether two numbers differ by a slip of the pen: a digit changed, lost or added, two swapped.

    >>> _misprint(154, 145), _misprint(154, 1540), _misprint(12, 14), _misprint(12, 350)
    (True, True, True, False)
    """
    first, second = (f"{value:.0f}" for value in (one, other))
    if len(first) == len(second):
        return sum(a != b for a, b in zip(first, second)) <= 1 or sorted(first) == sorted(second)
    longer, shorter = sorted((first, second), key=len, reverse=True)
    return len(longer) - len(shorter) == 1 and any(longer[:at] + longer[at + 1:] == shorter
                                                   for at in range(len(longer)))


def _toll(first, others):
    """The figure of the first paragraph that has one, against a toll that the text gives in its
    course."""
    others = [claim for claim in others if claim.sentence != first.sentence]
    tallies = [claim for claim in others if claim.pointer is not None]
    if tallies:
        yield Check("disputed", first, tallies[-1],
                    f"the article opens with {figure(first)}, its last toll is "
                    f"{figure(tallies[-1])}", .6, holds=not all(apart(interval(first),
                            interval(claim)) for claim in others))


def _of_them(claim):
    """The event of "seven of the dead", or None."""
    following = [token.lower_ for token in claim.doc[claim.last:claim.last + 3]]
    if following[:2] != ["of", "the"] or len(following) < 3:
        return None
    if claim.head in EVENTS and following[2] in words("checks.repeats_them"):
        return claim.head
    return next(iter(claim.predicates & EVENTS),
                None) if following[2] in words("checks.repeats_them") else None


def _part(part, wholes):
    """A part above every figure that the article gives for the whole."""
    most = max(wholes, key=lambda claim: interval(claim)[1])
    yield Check("part", part, most, f"{figure(part)} are more than all of them: {figure(most)}", .7,
                holds=not interval(part)[0] > interval(most)[1])


def _slips(claims):
    """The same digits of one thing a thousand times as large: "a €3 billion deal", later "the €3
    million deal"."""
    seen = defaultdict(list)
    for claim in claims:
        row = claim.row
        if not claim.exact or row.value_low < 1000 or known(row.per):
            continue
        power = int(log10(row.value_low))
        key = (row.kind, row.unit if known(row.unit) else claim.head,
               f"{row.value_low / 10 ** power:.6g}")
        for earlier in seen[key][-4:]:
            same = earlier.sentence != claim.sentence and len(
                (claim.content & earlier.content) - words("checks.magnitudes_stop")) > 1
            if same and power - int(log10(earlier.row.value_low)) in _SLIPS:
                yield Check("magnitude", claim, earlier,
                            f"{figure(earlier)} in one place, {figure(claim)} in another: "
                            "a thousand times as much", .7)
        seen[key].append(claim)

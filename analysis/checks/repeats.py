"""A figure of a title, a standfirst or a heading that the text below it gives otherwise, and parts above their whole.

Titles and headings repeat figures of the text. Where the text has figures of the same kind, unit and noun, with the
same predicate if the title has one, and none of them agrees, one of the two is wrong or needs a word.
"""
from collections import defaultdict

from analysis.checks.check import Check, known, words
from analysis.checks.claims import EVENTS
from analysis.checks.precision import apart, interval

_ABOVE = ("title", "standfirst", "heading")
_KINDS = ("count", "money")


def find(claims):
    """The Checks of kind disputed between headings and text, and of kind sum of "seven of the dead"."""
    claims = [claim for claim in claims if claim.row.kind in _KINDS and claim.row.tier == 1]
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


def _key(claim):
    return claim.row.kind, claim.row.unit if known(claim.row.unit) else None, claim.head


def _repeat(above, candidates):
    fitting = [claim for claim in candidates if claim.exact and claim.low > 1
               and (above.paragraph.kind != "heading" or claim.paragraph.section == above.paragraph.section)
               and (not above.predicates or above.predicates & claim.predicates) and above.traits <= claim.traits]
    if fitting and above.exact and above.low > 1 and all(apart(interval(above), interval(claim)) for claim in fitting) and len(
            {claim.low for claim in fitting}) == 1:
        yield Check("disputed", fitting[0], above, f"the {above.paragraph.kind} says {words(above)}, "
                                                   f"the text {words(fitting[0])}", .7)


def _toll(first, others):
    """The figure of the first paragraph that has one, against a toll that the text gives in its course."""
    others = [claim for claim in others if claim.sentence != first.sentence]
    tallies = [claim for claim in others if claim.pointer is not None]
    if tallies and all(apart(interval(first), interval(claim)) for claim in others):
        yield Check("disputed", first, tallies[-1], f"the article opens with {words(first)}, "
                                                    f"its last toll is {words(tallies[-1])}", .6)


def _of_them(claim):
    """The event of "seven of the dead", or None."""
    following = claim.doc[claim.last:claim.last + 3]
    if len(following) == 3 and following[0].lower_ == "of" and following[1].lower_ == "the":
        return claim.head if claim.head in EVENTS else next(iter(claim.predicates & EVENTS), None) if following[2].lower_ in (
            "dead", "injured", "wounded", "missing", "victims", "arrested", "displaced", "infected") else None
    return None


def _part(part, wholes):
    """A part above every figure that the article gives for the whole."""
    most = max(wholes, key=lambda claim: interval(claim)[1])
    if interval(part)[0] > interval(most)[1]:
        yield Check("sum", part, most, f"{words(part)} are more than all of them: {words(most)}", .7)

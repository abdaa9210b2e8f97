"""What a figure is about where outlets' words differ: "can carry 600", "has room for 650".

The frames and the words that make them are `lexicons/figure_frames.tsv`.
"""
import re
from functools import cache

from analysis.checks.claims import Claim
from analysis.lexicons import rows, words
from analysis.syntax import VERBS, clause_parts, first_subject, leans

_DEPTH = 2
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@cache
def _frames():
    return [(row["frame"], frozenset(row["kind"].split("|")), frozenset(row["words"].split()),
             row["of"] or None)
            for row in rows("figure_frames.tsv")]


def frame(claim: Claim) -> tuple[str, str | None] | None:
    """(frame, who is counted by it) of a `Claim`, or None where no frame or more than one fits, or
    where the clause speaks of some year ("in 1998, 400 walked out"); who is None if the noun says
    it."""
    if (claim.row.kind == "duration" and claim.row.modifier == "="
            and claim.doc[max(claim.first - 1, 0)].lower_ in words("comparison.spans")):
        return None
    possible = [row for row in _frames() if claim.row.kind in row[1]]
    tokens = list(_clause(claim)) if possible else ()
    if any(_YEAR.fullmatch(token.text) and token.head.lower_ in words("comparison.spans")
           for token in tokens):
        return None
    said = {form for token in tokens for form in (token.lemma_.lower(), token.lower_)}
    found = {(name, of) for name, _, needed, of in possible if needed <= said}
    return found.pop() if len(found) == 1 else None


def _clause(claim):
    """The tokens that stand above a number up to its verb, and what depends on these; a verb
    without a subject of its own belongs to the one above it."""
    token = claim.doc[claim.first]
    while True:
        yield from _held(token, _DEPTH)
        if token.head.i == token.i:
            return
        if token.pos_ in VERBS and (not leans(token) or first_subject(token) is not None):
            return
        token = token.head


def _held(token, depth):
    yield token
    if depth:
        for part in clause_parts(token):
            yield from _held(part, depth - 1)

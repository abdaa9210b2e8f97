"""Reported content without marks of its own; quoted quoted spans within it make the attribution a mixed one.

The verbs' rules are in `clauses`, the others' in `phrases`. The outermost attribution of a passage is kept: what is
reported within reported content is part of it.
"""
from analysis.attribution import clauses, phrases
from analysis.attribution.candidate import Candidate
from analysis.attribution.spans import pieces


def find(page, taken):
    """The candidates of reported content in a paragraph; taken: tokens that are direct quotation or its cue."""
    candidates, covered = [], set(taken)
    for rules in (_around, _ahead):
        for token in page.doc:
            if token.i in covered or page.quoted(token.i):
                continue
            candidate = rules(page, token)
            within = {i for low, high in candidate.spans for i in range(low, high)} if candidate else set()
            if not within or within & covered:
                continue
            candidate.pieces = [piece for low, high in candidate.spans for piece in pieces(page, low, high)]
            if candidate.pieces:
                candidates.append(candidate)
                covered |= within
    return candidates


def _around(page, token):
    return _phrase(page, token, phrases.AROUND) or _verb(page, token, clauses.AROUND, "clause")


def _ahead(page, token):
    return _phrase(page, token, phrases.AHEAD) or _verb(page, token, clauses.AHEAD, "alone")


def _phrase(page, token, rules):
    return next(filter(None, (rule(page, token) for rule in rules)), None)


def _verb(page, token, rules, frame):
    verb = clauses.read(page, token)
    if verb is None or verb.source is None and token.tag_ != "VBN":
        return None         # an active verb without a subject: an order, or a clause read wrongly
    for rule in rules:
        spans = rule(verb)
        if spans:
            share = verb.known.share("clause" if rule is clauses.reported else frame)
            return Candidate(page, f"clauses.{rule.__name__}", [], verb.cue, verb.source, entry=verb.known, strength=share, spans=spans)
    return None

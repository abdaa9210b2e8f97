"""Reported content without marks of its own; quoted stretches within it make the attribution a mixed one.

The verbs' rules are in `clauses`, the others' in `phrases`. The outermost attribution of a passage is kept: what is
reported within reported content is part of it.
"""
from analysis.attributions import clauses, phrases
from analysis.attributions.act import Draft
from analysis.attributions.spans import pieces


def find(page, taken):
    """The drafts of reported content in a paragraph; taken: tokens that are direct quotation or its cue."""
    drafts, covered = [], set(taken)
    for token in page.doc:
        if token.i in covered or page.quoted(token.i):
            continue
        draft = _phrase(page, token) or _verb(page, token)
        if draft is None:
            continue
        within = {i for low, high in draft.spans for i in range(low, high)}
        if within & covered or not within:
            continue
        draft.pieces = [piece for low, high in draft.spans for piece in pieces(page, low, high)]
        if draft.pieces:
            drafts.append(draft)
            covered |= within
    return drafts


def _phrase(page, token):
    return next((draft for draft in (rule(page, token) for rule in phrases.RULES) if draft is not None), None)


def _verb(page, token):
    verb = clauses.read(page, token)
    if verb is None:
        return None
    for rule in clauses.RULES:
        spans = rule(verb)
        if spans:
            share = verb.known.share("alone" if rule in (clauses.judged, clauses.about, clauses.infinitive, clauses.passive) else "clause")
            return Draft(page, f"clauses.{rule.__name__}", [], verb.cue, verb.source, entry=verb.known, strength=share, spans=spans)
    return None

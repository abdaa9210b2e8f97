"""Quotations within quotations: "He told me 'never again'", she said. The inner one has its own source and points to the outer.

So has a fragment in what somebody reports: The paper said that an audit had called the dam "unfit".
"""
from analysis.attributions import direct, fragments
from analysis.attributions.page import Page

_LEAST = .5
_PASSING_ON = {"report", "recount", "relate", "recall", "reveal", "hear", "learn"}      # of others' words, as newspapers do


def find(page, drafts):
    """The drafts of nested stretches of a page that have a cue and a source within the quotation; `within` is the outer draft."""
    found = []
    for number, stretch in page.stretches:
        inner = [pair for pair in page.nested if pair[1].parent == number]
        outer = next((draft for draft in drafts if number in draft.stretches), None)
        if not inner or outer is None:
            continue
        inside = Page(page.passage, page.index, inner, (stretch.first, stretch.last))
        spoken, uncued = direct.find(inside)
        spoken = [draft for draft in spoken if draft not in uncued]
        heard = {number for draft in spoken for number in draft.stretches}
        for draft in spoken + fragments.find(inside, heard):
            if draft.source and draft.entry and draft.strength >= _LEAST:
                draft.within, draft.page = outer, inside
                found.append(draft)
    return found + list(_reported(page, drafts))


def _reported(page, drafts):
    """The drafts of quoted fragments, in content that is no more than passed on, whose source and cue stand there too."""
    for outer in [draft for draft in drafts if draft.spans and draft.entry and draft.entry.lemma in _PASSING_ON]:
        elsewhere = {number for number, stretch in page.stretches if not _holds(outer, (stretch.first, stretch.last))}
        for draft in fragments.find(page, elsewhere) if len(elsewhere) < len(page.stretches) else ():
            if draft.source and draft.entry and draft.strength >= _LEAST and _holds(outer, draft.source) and _holds(outer, draft.cue):
                draft.within = outer
                yield draft


def _holds(draft, span):
    return any(low <= span[0] and span[1] <= high for low, high in draft.spans)

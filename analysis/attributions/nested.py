"""Quotations within quotations: "He told me 'never again'", she said. The inner one has its own source and points to the outer."""
from analysis.attributions import direct, fragments
from analysis.attributions.page import Page

_LEAST = .5


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
    return found

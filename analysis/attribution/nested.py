"""Quotations within quotations: "He told me 'never again'", she said. The inner one has its own source and points to the outer.

So has a fragment in what somebody reports: The paper said that an audit had called the dam "unfit".
"""
from analysis.attribution import direct, fragments
from analysis.attribution.quoted_paragraph import Page

_LEAST = .5
_PASSING_ON = {"report", "recount", "relate", "recall", "reveal", "hear", "learn"}      # of others' words, as newspapers do


def find(page, candidates):
    """The candidates of nested quoted spans of a page that have a cue and a source within the quotation; `within` is the outer candidate."""
    found = []
    for number, quoted_span in page.quoted_spans:
        inner = [pair for pair in page.nested if pair[1].parent == number]
        outer = next((candidate for candidate in candidates if number in candidate.quoted_spans), None)
        if not inner or outer is None:
            continue
        inside = Page(page.paragraph, page.index, inner, (quoted_span.first, quoted_span.last))
        spoken, uncued = direct.find(inside)
        spoken = [candidate for candidate in spoken if candidate not in uncued]
        heard = {number for candidate in spoken for number in candidate.quoted_spans}
        for candidate in spoken + fragments.find(inside, heard):
            if candidate.source and candidate.entry and candidate.strength >= _LEAST:
                candidate.within, candidate.page = outer, inside
                found.append(candidate)
    return found + list(_reported(page, candidates))


def _reported(page, candidates):
    """The candidates of quoted fragments, in content that is no more than passed on, whose source and cue stand there too."""
    for outer in [candidate for candidate in candidates if candidate.spans and candidate.entry and candidate.entry.lemma in _PASSING_ON]:
        elsewhere = {number for number, quoted_span in page.quoted_spans if not _holds(outer, (quoted_span.first, quoted_span.last))}
        for candidate in fragments.find(page, elsewhere) if len(elsewhere) < len(page.quoted_spans) else ():
            if candidate.source and candidate.entry and candidate.strength >= _LEAST and _holds(outer, candidate.source) and _holds(outer, candidate.cue):
                candidate.within = outer
                yield candidate


def _holds(candidate, span):
    return any(low <= span[0] and span[1] <= high for low, high in candidate.spans)

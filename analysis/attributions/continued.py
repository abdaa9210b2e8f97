"""Quotations without a cue of their own: who goes on speaking, or who signs them.

Newspapers leave the cue out where the reader knows the voice: in the same paragraph, over a paragraph break (the
marks open again), after a paragraph that ends in a colon, beneath a sentence about the speaker, above a signature.
"""
from analysis.attributions.act import Draft
from analysis.attributions.cues import entry
from analysis.attributions.spans import cue_span, noun_phrase, subject

_DASHES = {"—", "–", "―", "--", "-", "~"}
_NOMINATIVE = {"he", "she", "they", "we", "i", "who"}
_SIGNATURE = 16
_FRAGMENT = 6


def signature(page, place):
    """(dash token, source span) of "…" — Mara Ilves, where nothing else ends the paragraph; else None."""
    first, last = page.after(place)
    if first >= last or page.doc[first].text not in _DASHES or last < len(page.doc) or last - first > _SIGNATURE:
        return None
    name = page.doc[first + 1:last]
    if not len(name) or not name[0].text[:1].isupper() or any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in name):
        return None
    return page.doc[first], (first + 1, last - (page.doc[last - 1].text == "."))


def resolve(page, drafts, uncued, pages, latest):
    """Give each of the `uncued` drafts of a page its source.

    drafts: all of the page's drafts; pages: the last ones before it; latest: the last draft with a source before it,
    or None. A quotation that the paragraph before left open joins its draft and leaves `drafts`.
    """
    for draft in uncued:
        start = draft.pieces[0][0]
        before = [other for other in drafts if other is not draft and other.source and other.pieces and _end(other) <= start]
        for rule in (_lead_in, _same_paragraph, _next_paragraph, _sentence_before, _last_speaker):
            found = rule(page, draft, before, pages, latest)
            if found and _goes_on(found, rule, pages):
                found.pieces += draft.pieces
                found.stretches += draft.stretches
                drafts.remove(draft)
            elif found:
                draft.why = f"continued.{rule.__name__[1:]}"
                draft.source_page, draft.source = found.source_page or found.page, found.source
                draft.entry, draft.strength = draft.entry or found.entry, found.strength
                draft.cue = found.cue if rule is _lead_in else None
            if found:
                break
        else:
            draft.why, draft.strength = "continued.nobody", .2


def fragments(page, drafts, heard):
    """Long quoted fragments that hang on no cue, after one who is reported in the same paragraph: still that voice."""
    found = []
    for number, stretch in page.stretches:
        before = [draft for draft in drafts if draft.source and draft.pieces and _end(draft) <= stretch.start]
        if number not in heard and stretch.words >= _FRAGMENT and before:
            last = max(before, key=_end)
            found.append(Draft(page, "continued.fragments", [stretch.outer], None, last.source, last.source_page,
                               entry=last.entry, strength=.5))
    return found


def headlines(pages, drafts):
    """The drafts, those of quotations in a title or standfirst with the source of the same words in the text below.

    A headline that quotes may name nobody, or somebody only in a word ("Passengers tell …"): who is quoted at length says it.
    """
    below = [(_words(stretch, page), draft) for draft in drafts if draft.source and draft.page.passage.kind == "body"
             for page in [draft.page] for number, stretch in page.stretches if number in draft.stretches or _holds(draft, stretch)]
    found = []
    for page in pages:
        for number, stretch in page.stretches if page.passage.kind in ("title", "standfirst") else ():
            words = _words(stretch, page)
            same = next((draft for said, draft in below if f" {words} " in f" {said} " and (" " in words or words == said)), None)
            if same is None:
                continue
            drafts = [draft for draft in drafts if number not in draft.stretches and not _holds(draft, stretch)]
            found.append(Draft(page, "continued.headlines", [stretch.outer], None, same.source, same.source_page or same.page,
                               entry=same.entry, strength=.7, stretches=[number]))
    return drafts + found


def _holds(draft, stretch):
    return any(low <= stretch.start and stretch.end <= high for low, high in draft.pieces)


def _words(stretch, page):
    """The words of a stretch in lower case, without marks, to see the same words again."""
    return " ".join(token.lower_ for token in page.doc[stretch.first:stretch.last] if token.is_alpha or token.like_num)


def _end(draft):
    cue = draft.page.offsets(*draft.cue)[1] if draft.cue and not draft.source_page else 0
    return max(cue, *(end for _, end in draft.pieces))


def _lead_in(page, draft, before, pages, latest):
    """The paragraph before ends in a colon: its verb is the cue."""
    if not pages or not page.opens_with_quote:
        return None
    doc = pages[-1].doc
    end = next((token for token in reversed(doc) if not token.is_space), None)
    if end is None or end.text != ":":
        return None
    for token in sorted(doc[end.sent.start:end.i], key=lambda token: token.dep_ != "ROOT"):
        head = subject(pages[-1], token) if token.tag_.startswith("VB") else None
        if head is not None and token.dep_ not in ("aux", "auxpass"):
            return Draft(pages[-1], "", [], cue_span(token), noun_phrase(pages[-1], head, {token.i}), entry=entry(token), strength=.7)
    return None


def _goes_on(found, rule, pages):
    """Whether the quotation is more of what `found` says, not an act of its own."""
    if rule is _same_paragraph:
        quoted = any(_holds(found, stretch) for _, stretch in found.page.stretches)
        return quoted and found.cue is not None and not found.source_page and (found.entry is None or found.entry.scope != "thought")
    return rule is _next_paragraph and not pages[-1].stretches[-1][1].closed


def _same_paragraph(page, draft, before, pages, latest):
    return max(before, key=_end, default=None)


def _next_paragraph(page, draft, before, pages, latest):
    if pages and page.opens_with_quote and latest is not None and _closes_page(latest, pages[-1]):
        return latest
    return None


def _closes_page(draft, page):
    return bool(page.stretches) and page.stretches[-1][0] in draft.stretches


def _sentence_before(page, draft, before, pages, latest):
    """The person that the sentence before is about."""
    here, end = (page, page.passage.doc) if not page.opens_with_quote else (pages[-1] if pages else None, None)
    if here is None:
        return None
    limit = next((stretch.first for _, stretch in page.stretches if stretch.outer == draft.pieces[0]), 0) if here is page else len(here.doc)
    for token in reversed(here.doc[:limit]):
        if token.dep_ == "nsubj" and not here.quoted(token.i) and token.head.dep_ in ("ROOT", "conj"):
            if token.ent_type_ == "PERSON" or token.lower_ in _NOMINATIVE:
                return Draft(here, "", [], None, noun_phrase(here, token, {token.head.i}), strength=.4)
            return None
    return None


def _last_speaker(page, draft, before, pages, latest):
    return latest if latest is not None and latest.page in pages[-2:] else None

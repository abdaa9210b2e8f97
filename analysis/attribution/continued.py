"""Quotations without a cue of their own: who goes on speaking, or who signs them.

Newspapers leave the cue out where the reader knows the voice: in the same paragraph, over a paragraph break (the
marks open again), after a paragraph that ends in a colon, beneath a sentence about the speaker, above a signature.
"""
from analysis.attribution.candidate import Candidate
from analysis.attribution.cues import entry
from analysis.attribution.spans import cue_span, noun_phrase, subject

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


def resolve(page, candidates, uncued, pages, latest):
    """Give each of the `uncued` candidates of a page its source.

    candidates: all of the page's candidates; pages: the last ones before it; latest: the last candidate with a source before it,
    or None. A quotation that the paragraph before left open joins its candidate and leaves `candidates`.
    """
    for candidate in uncued:
        start = candidate.pieces[0][0]
        before = [other for other in candidates if other is not candidate and other.source and other.pieces and _end(other) <= start]
        for rule in (_lead_in, _same_paragraph, _next_paragraph, _sentence_before, _last_speaker):
            found = rule(page, candidate, before, pages, latest)
            if found and _goes_on(found, rule, pages):
                found.pieces += candidate.pieces
                found.quoted_spans += candidate.quoted_spans
                candidates.remove(candidate)
            elif found:
                candidate.why = f"continued.{rule.__name__[1:]}"
                candidate.source_page, candidate.source = found.source_page or found.page, found.source
                candidate.entry, candidate.strength = candidate.entry or found.entry, found.strength
                candidate.cue = found.cue if rule is _lead_in else None
            if found:
                break
        else:
            candidate.why, candidate.strength = "continued.nobody", .2


def fragments(page, candidates, heard):
    """Long quoted fragments that hang on no cue, after one who is reported in the same paragraph: still that voice."""
    found = []
    for number, quoted_span in page.quoted_spans:
        before = [candidate for candidate in candidates if candidate.source and candidate.pieces and _end(candidate) <= quoted_span.start]
        if number not in heard and quoted_span.words >= _FRAGMENT and before:
            last = max(before, key=_end)
            found.append(Candidate(page, "continued.fragments", [quoted_span.outer], None, last.source, last.source_page,
                               entry=last.entry, strength=.5))
    return found


def headlines(pages, candidates):
    """The candidates, those of quotations in a title or standfirst with the source of the same words in the text below.

    A headline that quotes may name nobody, or somebody only in a word ("Passengers tell …"): who is quoted at length says it.
    """
    below = [(_words(quoted_span, page), candidate) for candidate in candidates if candidate.source and candidate.page.paragraph.kind == "body"
             for page in [candidate.page] for number, quoted_span in page.quoted_spans if number in candidate.quoted_spans or _holds(candidate, quoted_span)]
    found = []
    for page in pages:
        for number, quoted_span in page.quoted_spans if page.paragraph.kind in ("title", "standfirst") else ():
            words = _words(quoted_span, page)
            same = next((candidate for said, candidate in below if f" {words} " in f" {said} " and (" " in words or words == said)), None)
            if same is None:
                continue
            candidates = [candidate for candidate in candidates if number not in candidate.quoted_spans and not _holds(candidate, quoted_span)]
            found.append(Candidate(page, "continued.headlines", [quoted_span.outer], None, same.source, same.source_page or same.page,
                               entry=same.entry, strength=.7, quoted_spans=[number]))
    return candidates + found


def _holds(candidate, quoted_span):
    return any(low <= quoted_span.start and quoted_span.end <= high for low, high in candidate.pieces)


def _words(quoted_span, page):
    """The words of a quoted span in lower case, without marks, to see the same words again."""
    return " ".join(token.lower_ for token in page.doc[quoted_span.first:quoted_span.last] if token.is_alpha or token.like_num)


def _end(candidate):
    cue = candidate.page.offsets(*candidate.cue)[1] if candidate.cue and not candidate.source_page else 0
    return max(cue, *(end for _, end in candidate.pieces))


def _lead_in(page, candidate, before, pages, latest):
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
            return Candidate(pages[-1], "", [], cue_span(token), noun_phrase(pages[-1], head, {token.i}), entry=entry(token), strength=.7)
    return None


def _goes_on(found, rule, pages):
    """Whether the quotation is more of what `found` says, not an act of its own."""
    if rule is _same_paragraph:
        quoted = any(_holds(found, quoted_span) for _, quoted_span in found.page.quoted_spans)
        return quoted and found.cue is not None and not found.source_page and (found.entry is None or found.entry.scope != "thought")
    return rule is _next_paragraph and not pages[-1].quoted_spans[-1][1].closed


def _same_paragraph(page, candidate, before, pages, latest):
    return max(before, key=_end, default=None)


def _next_paragraph(page, candidate, before, pages, latest):
    if pages and page.opens_with_quote and latest is not None and _closes_page(latest, pages[-1]):
        return latest
    return None


def _closes_page(candidate, page):
    return bool(page.quoted_spans) and page.quoted_spans[-1][0] in candidate.quoted_spans


def _sentence_before(page, candidate, before, pages, latest):
    """The person that the sentence before is about."""
    here, end = (page, page.paragraph.doc) if not page.opens_with_quote else (pages[-1] if pages else None, None)
    if here is None:
        return None
    limit = next((quoted_span.first for _, quoted_span in page.quoted_spans if quoted_span.outer == candidate.pieces[0]), 0) if here is page else len(here.doc)
    for token in reversed(here.doc[:limit]):
        if token.dep_ == "nsubj" and not here.quoted(token.i) and token.head.dep_ in ("ROOT", "conj"):
            if token.ent_type_ == "PERSON" or token.lower_ in _NOMINATIVE:
                return Candidate(here, "", [], None, noun_phrase(here, token, {token.head.i}), strength=.4)
            return None
    return None


def _last_speaker(page, candidate, before, pages, latest):
    return latest if latest is not None and latest.page in pages[-2:] else None

"""Direct quotations: a stretch that stands by itself, and the cue beside it.

A stretch stands by itself where a sentence, a colon, a comma or the cue itself leads to it. Its cue is looked for in
the narration after it ("…," she said) and before it (She said: "…"); any finite verb with a subject will do there,
whatever its lemma. Stretches that share a cue are one attribution in several pieces.
"""
from analysis.attributions.act import Draft
from analysis.attributions.cues import entry
from analysis.attributions.spans import cue_span, noun_phrase, subject

_LEADS = {":", ",", "--", "—", "–", "-", "that"}
_ENDS = {",", ".", "?", "!", "-", "—", "–", "--", "...", "…"}
_LONG = 8
_KNOWN, _ANY = .5, .25
_LEAST = .2


def find(page, previous):
    """The drafts of direct quotations in a paragraph.

    previous: the draft that the paragraph before ended in, if it ended in a quotation; it goes on where this
    paragraph begins with a quotation that has no cue.
    """
    drafts, last = [], None
    for place, (number, stretch) in enumerate(page.stretches):
        if not alone(page, place):
            last = last if page.aside(place) else None
            continue
        option = _cue(page, place)
        if option:
            draft = _with_cue(page, drafts, *option)
        elif page.narrated(place):
            last = None
            continue
        elif last is not None:
            draft = last
        else:
            draft = _without_cue(page, place, previous)
            drafts.append(draft)
        draft.pieces.append(stretch.outer)
        draft.stretches.append(number)
        last = draft
    return drafts


def alone(page, place):
    """Whether a stretch stands by itself: nothing before it in its sentence, or a colon, a comma, a cue."""
    stretch = page.stretches[place][1]
    first, last = page.before(place)
    if first == last:
        follows = page.doc[stretch.last].text if stretch.last < len(page.doc) else ""
        ended = page.doc[stretch.last - 1].text in _ENDS
        return (ended or stretch.words >= _LONG or not stretch.closed
                or page.after(place)[0] == page.after(place)[1] and stretch.words > 2
                or _comma_after(page, place))
    lead, head = page.doc[last - 1], page.doc[stretch.first].text
    if lead.text == ":":
        return True
    upright = head[:1].isupper() and stretch.words > 1 or not head[:1].isalpha()
    if lead.text == ",":
        return upright or page.resumes(place) or _strong(page, page.doc[last - 2]) and stretch.words > 1
    return upright and (lead.text in _LEADS or _strong(page, lead)) or _strong(page, lead) and stretch.words > 3


def _comma_after(page, place):
    first, last = page.after(place)
    return first < last and page.doc[first].text in (",", "—", "–", "--")


def _strong(page, token):
    known = entry(token)
    return known is not None and known.pos == "VERB" and known.share("quote") >= _KNOWN


def _with_cue(page, drafts, verb, source, why, strength):
    """The draft of a cue, an older one where the cue has uttered something already."""
    for draft in drafts:
        if draft.cue and draft.cue[0] <= verb.i < draft.cue[1]:
            return draft
    drafts.append(Draft(page, why, [], cue_span(verb), source, entry=entry(verb), strength=strength))
    return drafts[-1]


def _without_cue(page, place, previous):
    if place == 0 and previous is not None and page.opens_with_quote:
        return Draft(page, "direct.next_paragraph", [], None, previous.source, previous.source_page or previous.page,
                     entry=previous.entry, strength=previous.strength)
    for token in reversed(page.doc[:page.stretches[place][1].first]):
        if token.dep_ == "nsubj" and not page.quoted(token.i) and token.head.dep_ in ("ROOT", "conj") and token.tag_ != "WDT":
            return Draft(page, "direct.carried", [], None, noun_phrase(page, token, {token.head.i}), strength=.3)
    return Draft(page, "direct.no_source", [], None, None, strength=.2)


def _cue(page, place):
    """(verb, source span, why, strength) of the best cue beside a stretch, or None."""
    after, before = page.after(place), page.before(place)
    options = list(_candidates(page, *before, "before"))
    if after[0] < after[1] and _runs_on(page, place, after[0]):
        options += _candidates(page, *after, "after")
    if not options:
        return None
    score, verb, source, side = max(options, key=lambda option: option[0])
    return (verb, source, f"direct.{side}", min(score, 1.0)) if score >= _LEAST else None


def _runs_on(page, place, first):
    """Whether the narration after a stretch belongs to its sentence."""
    end = page.doc[page.stretches[place][1].last - 1].text
    return end[-1] not in ".…" or page.doc[first].text == "," or page.doc[first].text.islower() and len(end) > 1


def _candidates(page, first, last, side):
    """(score, verb, source span, side) of the verbs in the narration doc[first:last] beside a stretch."""
    lead = page.doc[last - 1].text if side == "before" and last > first else ""
    for i in range(first, last):
        token = page.doc[i]
        if not token.tag_.startswith("VB") or token.dep_ in ("aux", "auxpass") or page.quoted(i):
            continue
        known, head = entry(token), subject(page, token)
        span = None
        if head is not None and not page.quoted(head.i):
            span = noun_phrase(page, head, {i})
        near = _neighbour(page, first, last, i, side)
        if near and (span is None or token.tag_ == "VBG" and not any(c.dep_ == "nsubj" for c in token.children)):
            span = near
        score = known.share("quote") if known else _ANY
        score -= .015 * (i - first if side == "after" else last - i)
        score += .1 if side == "after" or lead == "," else .4 if lead == ":" else 0
        score -= .15 if span is None else 0
        if known or span:
            yield score, token, span, side


def _neighbour(page, first, last, i, side):
    """The noun phrase right after a verb ("said the mayor") or right before it, where the parser saw no subject."""
    after = (i + 1,) if side == "after" else ()
    for j in (*after, i - 1):
        if first <= j < last and j in page.chunks:
            low, high = page.chunks[j]
            if first <= low and high <= last:
                return noun_phrase(page, page.doc[low:high].root, {i})
    return None

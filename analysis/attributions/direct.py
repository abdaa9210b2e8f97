"""Direct quotations: a stretch that stands by itself, and the cue beside it.

A stretch stands by itself where a sentence, a colon, a comma or the cue itself leads to it. Its cue is looked for in
the narration after it ("…," she said) and before it (She said: "…"); any finite verb with a subject will do there,
whatever its lemma.
"""
from analysis.attributions.act import Draft
from analysis.attributions.cues import entry
from analysis.attributions.spans import cue_span, noun_phrase, subject, widened

_LEADS = {":", ",", "--", "—", "–", "that", "-"}
_OPEN_ENDS = (",", "?", "!", "-", "—", "–")
_CONTINUES = 4


def find(page, previous):
    """The drafts of direct quotations in a paragraph.

    previous: the draft that the paragraph before ended in, if it ended in a quotation; it goes on where this
    paragraph begins with a quotation that has no cue.
    """
    drafts, last = [], None
    for place, (number, stretch) in enumerate(page.stretches):
        cue = _cue(page, place)
        if cue is None and not alone(page, place):
            last = None if stretch.words > 8 else last
            continue
        if cue is not None:
            verb, source, why, strength = cue
            draft = next((d for d in drafts if d.cue and d.cue[0] <= verb.i < d.cue[1]), None)
            if draft is None:
                draft = Draft(page, why, [], cue_span(verb), source, entry=entry(verb), strength=strength)
                drafts.append(draft)
        elif last is not None and stretch.words >= _CONTINUES:
            draft = last
        elif place == 0 and previous is not None and _leads_off(page, place):
            draft = Draft(page, "direct.next_paragraph", [], None, previous.source, previous.source_page or previous.page,
                          strength=previous.strength)
            drafts.append(draft)
        elif stretch.words >= _CONTINUES or stretch.parent is None and _sentence(page, place):
            draft = _carried(page, place)
            drafts.append(draft)
        else:
            continue
        draft.pieces.append(stretch.outer)
        draft.stretches.append(number)
        last = draft
    return drafts


def alone(page, place):
    """Whether a stretch stands by itself: nothing before it in its sentence, or a colon, comma, dash or "that"."""
    stretch = page.stretches[place][1]
    first, last = page.before(place)
    head = page.doc[stretch.first].text
    if first == last:
        return stretch.words >= _CONTINUES or _sentence(page, place)
    lead = page.doc[last - 1]
    if lead.text == ":" or lead.text == "," and place and first <= page.stretches[place - 1][1].last + 2:
        return True
    if not head[:1].isupper() or stretch.words < 2:
        return False
    known = entry(lead)
    return lead.text in _LEADS or known is not None and known.share("quote") >= .5 or _sentence(page, place)


def _sentence(page, place):
    stretch = page.stretches[place][1]
    return page.doc[stretch.last - 1].text in (".", "!", "?", ",")


def _leads_off(page, place):
    first, last = page.before(place)
    return first == last and all(page.is_mark(i) or page.doc[i].is_space for i in range(page.stretches[place][1].first))


def _cue(page, place):
    """(verb, source span, why, strength) of the best cue beside a stretch, or None."""
    stretch = page.stretches[place][1]
    after, before = page.after(place), page.before(place)
    options = []
    if alone(page, place) or page.doc[stretch.last - 1].text == ",":
        if after[0] < after[1] and _runs_on(page, place, after[0]):
            options += _candidates(page, *after, "after")
        options += _candidates(page, *before, "before") if alone(page, place) else []
    if not options:
        return None
    score, verb, source, side = max(options, key=lambda option: option[0])
    if score < .2:
        return None
    return verb, source, f"direct.{side}", min(score, 1.0)


def _runs_on(page, place, first):
    """Whether the narration after a stretch belongs to its sentence."""
    stretch, token = page.stretches[place][1], page.doc[first]
    end = page.doc[stretch.last - 1].text
    return end in _OPEN_ENDS or end[-1] not in ".…" or token.text == ","


def _candidates(page, first, last, side):
    found = []
    lead = page.doc[last - 1].text if side == "before" and last > first else ""
    for i in range(first, last):
        token = page.doc[i]
        if token.pos_ not in ("VERB", "AUX") and not token.tag_.startswith("VB") or token.dep_ in ("aux", "auxpass"):
            continue
        known = entry(token)
        head = subject(page, token)
        span = noun_phrase(page, head, {token.i}) if head is not None and not page.quoted(head.i) else _neighbour(page, first, last, i, side)
        finite = token.tag_ in ("VBD", "VBZ", "VBP", "VB", "VBN", "VBG")
        strength = known.share("quote") if known else .25
        if span is None:
            strength -= .15
        distance = i - first if side == "after" else last - i
        score = strength - .015 * distance + (.1 if lead in (":", ",") else 0) + (.1 if side == "after" else 0)
        if finite and (known or span):
            found.append((score, token, span, side))
    return found


def _neighbour(page, first, last, i, side):
    """The noun phrase right after a verb ("said the mayor") or right before it, where the parser saw no subject."""
    for j in (i + 1, i - 1):
        if first <= j < last and j in page.chunks:
            low, high = page.chunks[j]
            if first <= low and high <= last:
                return noun_phrase(page, page.doc[low:high].root, {i})
    return None


def _carried(page, place):
    """A stretch without a cue: whoever the sentence before is about is taken to speak."""
    first = page.stretches[place][1].first
    for token in reversed(page.doc[:first]):
        if token.dep_ == "nsubj" and not page.quoted(token.i) and token.head.dep_ in ("ROOT", "conj") and token.ent_type_ in ("PERSON", ""):
            return Draft(page, "direct.carried", [], None, noun_phrase(page, token), strength=.3)
    return Draft(page, "direct.no_source", [], None, None, strength=.2)

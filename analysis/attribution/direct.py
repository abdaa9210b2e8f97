"""Direct quotations: a quoted span that stands by itself, and the cue beside it.

A quoted span stands by itself where a sentence, a colon, a comma or the cue itself leads to it. Its cue is looked for in
the narration after it ("…," she said) and before it (She said: "…"); any finite verb with a subject will do there,
whatever its lemma. Stretches that share a cue are one attribution in several pieces.
"""
from analysis.attribution import continued
from analysis.attribution.candidate import Candidate
from analysis.attribution.cues import entry
from analysis.attribution.spans import cue_span, noun_phrase, subject

_LEADS = {":", ",", "--", "—", "–", "-", "that"}
_ENDS = {",", ".", "?", "!", "-", "—", "–", "--", "...", "…"}
_WITHIN = {"ADP", "DET", "NOUN"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_LONG = 8
_KNOWN, _ANY = .5, .25
_LEAST = .2
_OVERHEARD = {"hear", "quote", "cite", "record", "overhear", "see"}
_OBLIQUE = {"it", "him", "her", "them", "us", "me"}


def find(page):
    """(candidates, uncued): the candidates of direct quotations in a paragraph, and those among them without a cue."""
    candidates, uncued, last = [], [], None
    for place, (number, quoted_span) in enumerate(page.quoted_spans):
        if not alone(page, place) and not (last is not None and page.joined(place)):
            last = last if page.aside(place) else None
            continue
        option = None if page.joined(place) and last is not None else _cue(page, place)
        signed = None if option else continued.signature(page, place)
        if option:
            candidate = _with_cue(page, candidates, *option)
        elif signed:
            dash, source = signed
            candidate = Candidate(page, "continued.signature", [], (dash.i, dash.i + 1), source, strength=.9)
            candidates.append(candidate)
        elif last is not None:
            candidate = last
        elif page.narrated(place) and page.doc[page.before(place)[1] - 1].text != ":":
            continue
        else:
            candidate = Candidate(page, "continued.nobody", [])
            candidates.append(candidate)
            uncued.append(candidate)
        candidate.pieces.append(_content(page, place, candidate))
        candidate.quoted_spans.append(number)
        last = candidate
    return candidates, uncued


def _content(page, place, candidate):
    """Offsets of what a quoted span contributes: with the reporter's words that open its sentence, where the cue comes after."""
    start, end = page.quoted_spans[place][1].outer
    end = _goes_on(page, place) if candidate.cue else end
    first, last = page.before(place)
    if candidate.cue is None or first == last or candidate.pieces and page.resumes(place):
        return start, end
    if last <= candidate.cue[0]:
        first = next((i for i in range(first, last) if page.doc[i].text not in _ENDS), first)
        return page.offsets(first, last)[0], end
    clause = next((child for child in page.doc[candidate.cue[1] - 1].children if child.dep_ == "ccomp"), None)
    that = next((i for i in range(candidate.cue[1], last - 2) if page.doc[i].lower_ == "that" and page.doc[i].dep_ == "mark"), None)
    begin = clause.left_edge.i if clause is not None else that
    if begin is not None and candidate.cue[1] <= begin < last - 2:
        return page.offsets(begin, last)[0], end
    return start, end


def _goes_on(page, place):
    """The offset where the words of a quoted span end: with those that finish its clause ("… a threat” to the harbour, she said")."""
    quoted_span = page.quoted_spans[place][1]
    first, last = page.after(place)
    if first >= last or page.doc[quoted_span.last - 1].text in _ENDS or page.doc[first].pos_ not in _WITHIN:
        return quoted_span.outer[1]
    last = next((i for i in range(first, last) if page.doc[i].text in _ENDS | {";", ":"} or page.doc[i].tag_ in _FINITE), last)
    return page.offsets(first, last)[1] if first < last and page.doc[last - 1].dep_ not in ("nsubj", "nsubjpass", "cc", "mark") else quoted_span.outer[1]


def alone(page, place):
    """Whether a quoted span stands by itself: nothing before it in its sentence, or a colon, a comma, a cue."""
    quoted_span = page.quoted_spans[place][1]
    first, last = page.before(place)
    if first == last:
        follows = page.doc[quoted_span.last].text if quoted_span.last < len(page.doc) else ""
        ended = page.doc[quoted_span.last - 1].text in _ENDS
        return (ended or quoted_span.words >= _LONG or not quoted_span.closed
                or page.after(place)[0] == page.after(place)[1] and quoted_span.words > 2
                or _comma_after(page, place))
    lead, head = page.doc[last - 1], page.doc[quoted_span.first].text
    if lead.text == ":":
        return True
    upright = head[:1].isupper() and quoted_span.words > 1 or not head[:1].isalpha()
    if lead.text == ",":
        return upright or page.resumes(place) or _strong(page, page.doc[last - 2]) and quoted_span.words > 1
    return upright and (lead.text in _LEADS or _strong(page, lead)) or _strong(page, lead) and quoted_span.words > 3


def _comma_after(page, place):
    first, last = page.after(place)
    return first < last and page.doc[first].text in (",", "—", "–", "--")


def _strong(page, token):
    known = entry(token)
    return known is not None and known.pos == "VERB" and token.dep_ != "amod" and known.share("quote") >= _KNOWN


def _with_cue(page, candidates, verb, source, why, strength):
    """The candidate of a cue, an older one where the cue has uttered something already."""
    for candidate in candidates:
        if candidate.cue and candidate.cue[0] <= verb.i < candidate.cue[1]:
            return candidate
    candidates.append(Candidate(page, why, [], cue_span(verb), source, entry=entry(verb), strength=strength))
    return candidates[-1]


def _cue(page, place):
    """(verb, source span, why, strength) of the best cue beside a quoted span, or None."""
    after, before = page.after(place), page.before(place)
    options = list(_candidates(page, *before, "before"))
    if after[0] < after[1] and _runs_on(page, place, after[0]):
        options += _candidates(page, *after, "after")
    if not options:
        return None
    score, verb, source, side = max(options, key=lambda option: option[0])
    return (verb, source, f"direct.{side}", min(score, 1.0)) if score >= _LEAST else None


def _runs_on(page, place, first):
    """Whether the narration after a quoted span belongs to its sentence."""
    end = page.doc[page.quoted_spans[place][1].last - 1].text
    return end[-1] not in ".…" or page.doc[first].text == "," or page.doc[first].text.islower() and len(end) > 1


def _candidates(page, first, last, side):
    """(score, verb, source span, side) of the verbs in the narration doc[first:last] beside a quoted span."""
    lead = page.doc[last - 1].text if side == "before" and last > first else ""
    for i in range(first, last):
        token = page.doc[i]
        if not token.tag_.startswith("VB") or token.dep_ in ("aux", "auxpass", "amod") or token.lemma_ == "be" or page.quoted(i):
            continue
        known = entry(token)
        if side == "after" and token.tag_ == "VBG" and first <= token.head.i < token.i and entry(token.head):
            continue        # "…," she claimed, adding that …: what she added comes after it
        span = _source(page, first, last, token, side)
        score = known.share("quote") if known else _ANY
        score -= .015 * (i - first if side == "after" else last - i)
        score += .1 if side == "after" or lead == "," else .4 if lead == ":" else 0
        score -= .15 if span is None else 0
        score -= .3 if any(child.tag_ == "MD" for child in token.children) else 0
        if known or span:
            yield score, token, span, side


def _source(page, first, last, verb, side):
    """The source span of a verb beside a quoted span: its subject, else the noun phrase next to it, else the first of its narration."""
    head = subject(page, verb)
    climbed = verb.tag_ == "VBG" and verb.dep_ != "acl" and not any(child.dep_ == "nsubj" for child in verb.children)
    if head is None and verb.lemma_ in _OVERHEARD:
        head = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    span = noun_phrase(page, head, {verb.i}) if head is not None and not page.quoted(head.i) else None
    if span and not climbed:
        return span
    inverted = side == "after" or verb.i <= first + 1
    for j in (verb.i + 1, verb.i - 1) if inverted else (verb.i - 1,):
        if first <= j < last and j in page.chunks:
            low, high = page.chunks[j]
            if first <= low and high <= last:
                return noun_phrase(page, page.doc[low:high].root, {verb.i})
    if span is None and not any(child.dep_ == "auxpass" for child in verb.children):
        for j in range(first, verb.i):
            root = page.doc[j]
            if j in page.chunks and (root.tag_ in ("NNP", "PRP", "WP")) and root.lower_ not in _OBLIQUE:
                low, high = page.chunks[j]
                return noun_phrase(page, page.doc[low:high].root, {verb.i})
    return span

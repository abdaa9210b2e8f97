"""Quoted fragments: a few words between marks within the reporter's sentence, and the verb they hang on.

"called him a 'liar'", "described as 'unsafe'", "spoke of 'deep regret'": the content is all that the verb governs
from its end to that of the phrase with the fragment.
"""
from analysis.attribution.candidate import Candidate
from analysis.attribution.cues import entry
from analysis.attribution.spans import cue_span, noun_phrase, subject, widened

_LEAST = .35
_STEPS = 8
_NAMING = {"title", "entitle", "name"}
_TOLD = {"tell", "ask", "remind", "inform"}         # their object is who is spoken to, a programme or a paper too
_PLACES = {"on", "in", "at", "during", "by"}


def find(page, taken):
    """The candidates of fragments in a paragraph; taken: the quoted spans (numbers) that somebody is already said to utter."""
    candidates = {}
    for place, (number, quoted_span) in enumerate(page.quoted_spans):
        if number in taken:
            continue
        found = _governor(page, quoted_span)
        if found is None:
            continue
        verb, child, strength = found
        cue = cue_span(verb)
        candidate = candidates.get(verb.i)
        if candidate is None:
            head = subject(page, verb)
            source = noun_phrase(page, head, set(range(*cue))) if head is not None else None
            candidate = candidates[verb.i] = Candidate(page, "fragments.find", [], cue, source, entry=entry(verb), strength=strength)
        that = next((i for i in range(cue[1], quoted_span.first) if page.doc[i].lower_ == "that" and page.doc[i].dep_ == "mark"), cue[1])
        start, end = widened(page, that, max(quoted_span.last, that + 1))
        candidate.pieces = [(min([start, *(a for a, _ in candidate.pieces)]), max([end, *(b for _, b in candidate.pieces)]))]
    return list(candidates.values())


def _governor(page, quoted_span):
    """(verb, its child, strength) of the verb that governs a fragment: the nearest one known to attribute, or the one it hangs on by "as"."""
    token = page.doc[quoted_span.first:quoted_span.last].root
    for _ in range(_STEPS):
        child, token = token, token.head
        if token is child:
            return None
        if child.dep_ in ("nsubj", "nsubjpass", "npadvmod", "punct"):
            return None
        if page.quoted(token.i) or not token.tag_.startswith("VB") or token.i > quoted_span.first or token.dep_ in ("aux", "auxpass"):
            continue
        if token.lemma_ in _NAMING or token.lemma_ in _TOLD and child.dep_ in ("dobj", "dative"):
            return None
        known = entry(token)
        strength = max(known.share("quote"), known.share("alone")) if known else 0
        if strength >= _LEAST:
            return None if child.dep_ == "prep" and child.lower_ in _PLACES else (token, child, strength)
        if child.dep_ == "prep" and child.lower_ == "as" and any(part.dep_ == "dobj" for part in token.children):
            return token, child, .5
    return None

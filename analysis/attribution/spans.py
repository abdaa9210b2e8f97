"""Where a source or a content begins and ends: spans of tokens from the dependency parse."""
from analysis.attribution.cues import entry

SUBJECTS = {"nsubj", "nsubjpass"}
_CLIMB = {"conj", "xcomp", "advcl", "ccomp", "acl", "dep", "prep", "pcomp"}
_MOVED = {"convince", "concern", "worry", "alarm", "disappoint", "surprise", "persuade", "satisfy", "determine"}
_QUOTED = {"quote", "cite", "hear", "overhear", "record", "film", "report", "describe"}
_EDGES = {",", ";", ":", "-", "–", "—", "--", "...", "…"}


def subtree(token):
    """(first, last) of the tokens from the leftmost to the rightmost descendant of `token`."""
    return token.left_edge.i, token.right_edge.i + 1


def trimmed(page, first, last):
    """The span without punctuation and blanks at its edges that are not quotation marks."""
    doc = page.doc
    while first < last and (doc[first].text in _EDGES or doc[first].is_space):
        first += 1
    while first < last and (doc[last - 1].text in _EDGES or doc[last - 1].text == "." or doc[last - 1].is_space):
        last -= 1
    return first, last


def noun_phrase(page, token, stop=()):
    """(first, last) of the noun phrase around its head `token`: appositions and relative clauses too, up to a quotation or a token of `stop`."""
    low, high = subtree(token)
    first, last = token.i, token.i + 1
    while first > low and _belongs(page, first - 1, stop):
        first -= 1
    while last < high and _belongs(page, last, stop):
        last += 1
    return trimmed(page, first, last)


def _belongs(page, i, stop):
    return not page.quoted(i) and not page.is_mark(i) and i not in stop and not page.doc[i].is_space


def subject(page, verb, depth=0, moved=_MOVED):
    """The token that is the source of a reporting verb: its subject, the agent of a passive, the subject of the verb that governs it; None if it has none."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS and not page.quoted(child.i)]
    agent = next((child for child in verb.children if child.dep_ == "agent"), None)
    if agent is not None:
        return next((child for child in agent.children if child.dep_ == "pobj"), None)
    aside = next((child for child in verb.children if child.dep_ == "ccomp" and child.i < verb.i), None)
    if not own and aside is not None:
        # The parser takes "Her letter, a copy of which was shown to us, describes …" for a clause with two subjects.
        subjects = [child for child in aside.children if child.dep_ in SUBJECTS]
        own = subjects[:1] if len(subjects) > 1 else []
    if own:
        token = _after_place(verb, own[-1])
        return None if token.dep_ == "nsubjpass" and verb.lemma_ not in moved else token
    if verb.dep_ == "acl" and verb.tag_ != "VBN":
        return verb.head
    if verb.dep_ == "relcl" and verb.tag_ != "VBN":
        return verb.head
    if verb.tag_ == "VBN" and not any(child.dep_ in ("aux", "auxpass") for child in verb.children) and verb.dep_ in ("acl", "advcl"):
        return None
    if verb.dep_ in _CLIMB and depth < 4 and not page.quoted(verb.head.i) and verb.head.pos_ in ("VERB", "AUX", "ADP", "SCONJ"):
        # "was quoted as saying", "was heard asking": the one quoted says it
        return subject(page, verb.head, depth + 1, _MOVED | _QUOTED if verb.tag_ == "VBG" or verb.lower_ == "as" else _MOVED)
    if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp":
        return subject(page, verb.head.head, depth + 1)
    return None


def _after_place(verb, token):
    """The subject of a verb that the parser takes for an apposition of what explains the place in front: the minister of "In
    Brayford, the capital, a minister said"."""
    first, last = subtree(token)
    renamed = next((child for child in token.children if child.dep_ == "appos" and child.i > token.i), None)
    doc = token.doc
    if renamed is None or first < 2 or doc[first - 1].text != "," or doc[last - 1].text == "," or verb.i < last:
        return token
    fronted = any(child.dep_ == "prep" and child.right_edge.i == first - 2 and child.i == verb.sent.start for child in verb.children)
    return renamed if fronted and doc[renamed.left_edge.i - 1].text == "," else token


def neighbour(page, cue):
    """The head of the noun phrase that stands right before an active, finite cue (first, last), for want of a subject in the parse."""
    first, last = cue
    if page.doc[first].tag_ not in ("VBD", "VBZ", "VBP", "MD", "RB") or any(page.doc[i].dep_ == "auxpass" for i in range(first, last)):
        return None
    if first == page.doc[first].sent.start and not first or page.doc[last - 1].tag_ == "VBN" or page.quoted(first - 1):
        return None
    chunk = page.chunks.get(first - 1)
    head = page.doc[slice(*chunk)].root if chunk else None
    return head if head is not None and head.dep_ not in ("pobj", "dobj") else None


def cue_span(verb):
    """(first, last) of a verb with its auxiliaries, negation and particle, as far as they stand together."""
    first, last = verb.i, verb.i + 1
    helpers = {child.i for child in verb.children if child.dep_ in ("aux", "auxpass", "neg", "prt") or child.pos_ == "ADV" and child.i < verb.i and child.n_lefts == 0}
    while first - 1 in helpers:
        first -= 1
    while last in helpers:
        last += 1
    known = entry(verb)
    return first, max(last, verb.i + 2) if known and " " in known.lemma else last


def pieces(page, first, last, holes=()):
    """Content pieces, as offsets, of doc[first:last] without the spans in `holes`; quotation marks at an edge stay with their quoted span."""
    found, start = [], first
    for low, high in sorted(holes):
        if high <= start or low >= last:
            continue
        found.append((start, low))
        start = max(start, high)
    found.append((start, last))
    spans = []
    for low, high in found:
        low, high = trimmed(page, low, high)
        if low < high:
            spans.append(widened(page, low, high))
    return spans


def widened(page, first, last):
    """Offsets of doc[first:last], widened to the whole of every quoted quoted span it cuts, its marks included."""
    start, end = page.offsets(first, last)
    for place in {page.inside[i] for i in range(first, last)} - {None}:
        outer = page.quoted_spans[place][1].outer
        start, end = min(start, outer[0]), max(end, outer[1])
    return start, end

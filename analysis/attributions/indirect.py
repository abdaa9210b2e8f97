"""Reported content without marks of its own: clauses, infinitives, objects, parentheses, "according to".

Quoted stretches within the reported clause make the attribution a mixed one.
"""
from analysis.attributions.act import Draft
from analysis.attributions.cues import entry
from analysis.attributions.spans import cue_span, noun_phrase, pieces, subject, subtree

_PARENTHETIC = {"parataxis", "ccomp", "advcl", "dep"}
CLAUSE, INFINITIVE, OBJECT, NOUN = .45, .5, .5, .5


def find(page, taken):
    """The drafts of reported clauses in a paragraph; taken: tokens that are direct quotation or its cue."""
    drafts = []
    covered = set(taken)
    for token in page.doc:
        if token.i in covered or page.quoted(token.i):
            continue
        draft = _according(page, token) or _verb(page, token) or _noun(page, token)
        if draft is None or not draft.pieces:
            continue
        spans = draft.spans
        if any(i in covered for low, high in spans for i in range(low, high)):
            continue
        drafts.append(draft.draft)
        for low, high in spans:
            covered.update(range(low, high))
    return drafts


class _Found:
    def __init__(self, page, why, cue, source, spans, holes, known, strength):
        self.pieces = [piece for low, high in spans for piece in pieces(page, low, high, holes)]
        self.spans = spans
        self.draft = Draft(page, "indirect." + why, self.pieces, cue, source, entry=known, strength=strength)


def _according(page, token):
    if token.lower_ != "according" or token.i + 1 >= len(page.doc) or page.doc[token.i + 1].lower_ != "to":
        return None
    to = page.doc[token.i + 1]
    head = next((child for child in to.children if child.dep_ == "pobj"), None)
    if head is None:
        return None
    source = noun_phrase(page, head)
    low, high = token.i, max(source[1], to.i + 1)
    root = token.head
    while root.pos_ not in ("VERB", "AUX") and root.head is not root:
        root = root.head
    first, last = subtree(root)
    if low <= first:
        first = high
    if high >= last or page.doc[high].text in (".",):
        last = min(last, low) if first < low else last
    return _Found(page, "according", (low, to.i + 1), source, [(first, last)] if not first < low < high < last else [(first, low), (high, last)], [], None, .9)


def _verb(page, verb):
    known = entry(verb)
    if known is None or known.pos != "VERB":
        return None
    head = subject(page, verb)
    cue = cue_span(verb)
    source = noun_phrase(page, head, set(range(*cue))) if head is not None else None
    children = list(verb.children)
    clause = next((c for c in children if c.dep_ == "ccomp"), None)
    if clause is not None and known.share("clause") >= CLAUSE:
        low, high = subtree(clause)
        if clause.i < verb.i:
            sentence = verb.sent.start
            return _Found(page, "clause_before", cue, source, [(low, min(high, source[0] if source and low < source[0] < cue[0] else cue[0]))], [], known, known.share("clause"))
        low = max(low, cue[1])
        return _Found(page, "clause", cue, source, [(low, high)], [], known, known.share("clause"))
    if verb.dep_ in _PARENTHETIC and known.share("quote") >= .5 and source and verb.head.pos_ in ("VERB", "AUX") and _set_off(page, verb):
        low, high = subtree(verb.head)
        hole = subtree(verb)
        spans = [(low, hole[0]), (hole[1], high)]
        return _Found(page, "parenthesis", cue, source, [s for s in spans if s[0] < s[1]], [], known, known.share("quote"))
    infinitive = next((c for c in children if c.dep_ == "xcomp" and c.i > verb.i and any(g.tag_ == "TO" for g in c.children)), None)
    if infinitive is None and known.cue_class == "demanding":
        infinitive = next((c for c in children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if infinitive is not None and known.share("alone") >= INFINITIVE:
        low, high = subtree(infinitive)
        objects = [c for c in children if c.dep_ in ("dobj", "dative") and verb.i < c.i < low]
        if objects:
            low = subtree(objects[0])[0]
        return _Found(page, "infinitive", cue, source, [(max(low, cue[1]), high)], [], known, known.share("alone"))
    thing = next((c for c in children if c.dep_ in ("dobj", "oprd") and c.i > verb.i), None)
    if thing is not None and known.share("alone") >= OBJECT:
        return _Found(page, "object", cue, source, [(subtree(thing)[0], subtree(thing)[1])], [], known, known.share("alone"))
    return None


def _set_off(page, verb):
    low, high = subtree(verb)
    doc = page.doc
    before = low > 0 and doc[low - 1].text in (",", "—", "–", "-", "--", "(") or doc[low].text == ","
    after = high >= len(doc) or doc[high].text in (",", ".", "—", "–", "-", "--", ")") or doc[high - 1].text == ","
    return before and after


def _noun(page, noun):
    known = entry(noun)
    if known is None or known.pos != "NOUN" or known.share("clause") < NOUN:
        return None
    clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and any(g.lower_ == "that" and g.dep_ == "mark" or g.tag_ == "TO" for g in c.children)), None)
    if clause is None:
        return None
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    source = noun_phrase(page, owner) if owner is not None else None
    return _Found(page, "noun", (noun.i, noun.i + 1), source, [subtree(clause)], [], known, known.share("clause"))

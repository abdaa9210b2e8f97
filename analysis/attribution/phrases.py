"""Content that a phrase attributes: "according to", "allegedly", "the claim that", "critical of"."""
from analysis.attribution.candidate import Candidate
from analysis.attribution.cues import entry
from analysis.attribution.spans import cue_span, noun_phrase, subject, subtree

_NOUN, _TELLING = .3, .5
_VIEWS = {"view", "views", "opinion", "eyes", "words", "judgment", "judgement", "telling", "account", "estimation", "reckoning"}
_DASHES = {"—", "–", "--", "―"}
_CARRIERS = {"have", "make", "issue", "give", "express", "repeat", "raise", "voice", "offer", "release", "share", "send",
             "publish", "deliver", "reject", "post", "put", "sign", "reach", "take", "hold", "level"}


def according_to(page, token):
    """According to the board, the bridge was safe; the bridge, according to the board, was safe."""
    if token.lower_ != "according" or token.i + 1 >= len(page.doc) or page.doc[token.i + 1].lower_ != "to":
        return None
    to = page.doc[token.i + 1]
    head = next((child for child in to.children if child.dep_ == "pobj"), None)
    if head is None:
        return None
    source = noun_phrase(page, head)
    spans = _clause_around(page, token, token.i, max(source[1], to.i + 1))
    return Candidate(page, "phrases.according_to", [], (token.i, to.i + 1), source, strength=.9, spans=spans)


def in_view(page, token):
    """In her view, the bridge was unsafe; the bridge was, in the words of one engineer, "a disgrace"."""
    noun = next((child for child in token.children if child.dep_ == "pobj"), None)
    if token.lower_ != "in" or token.tag_ != "IN" or noun is None or noun.lower_ not in _VIEWS:
        return None
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    of = noun.nbor() if noun.i + 1 < len(page.doc) and noun.nbor().lower_ == "of" else None
    holder = owner or of and next((child for child in of.children if child.dep_ == "pobj"), None)
    if holder is None:
        return None
    source = noun_phrase(page, holder)
    spans = _clause_around(page, token, token.i, max(source[1], noun.i + 1))
    return Candidate(page, "phrases.in_view", [], (token.i, (of or noun).i + 1) if owner is None else (noun.i, noun.i + 1), source,
                 entry=entry(noun), strength=.8, spans=spans) if spans else None


def _clause_around(page, token, low, high):
    """The token spans of the clause that a phrase doc[low:high] at `token` belongs to, without the phrase."""
    root = token.head
    while root.head != root and (root.pos_ not in ("VERB", "AUX") or root.dep_ == "conj" and not any(
            child.dep_ in ("nsubj", "nsubjpass", "expl") for child in root.children)):
        root = root.head
    first, last = subtree(root)
    dashes = [i for i in range(high, last) if page.doc[i].text in _DASHES]      # a pair of them is the source's own aside
    spans = [(first, low), (high, last)] if first < low else [(high, dashes[0] if len(dashes) == 1 else last)]
    return [(a, b) for a, b in spans if any(page.doc[i].is_alpha for i in range(a, b))]


def adverb(page, token):
    """The bridge was allegedly unsafe: nobody is named, the clause is content."""
    known = entry(token)
    if known is None or known.pos != "ADV" or token.dep_ != "advmod":
        return None
    head = token.head
    low, high = subtree(head)
    if head.dep_ in ("conj", "ROOT", "ccomp", "relcl", "advcl") or head.i > token.i:
        spans = [(low, token.i), (token.i + 1, high)]
    else:
        spans = [(token.i + 1, high)]
    spans = [(a, b) for a, b in spans if any(page.doc[i].is_alpha for i in range(a, b))]
    return Candidate(page, "phrases.adverb", [], (token.i, token.i + 1), None, entry=known, strength=known.share("alone"), spans=spans)


def noun_clause(page, token):
    """The claim that the bridge was safe; rumours that it was not; she made a promise to close it."""
    known = entry(token)
    if known is None or known.pos != "NOUN" or known.share("clause") < _NOUN:
        return None
    clause = next((child for child in token.children if child.dep_ in ("acl", "ccomp", "relcl") and child.i > token.i and any(
        part.lower_ == "that" and part.dep_ == "mark" or part.tag_ == "TO" for part in child.children)), None)
    if clause is None:
        return None
    verb = _teller(token)
    head = subject(page, verb) if verb is not None else None
    if head is not None:
        return Candidate(page, "phrases.noun_clause", [], cue_span(verb), noun_phrase(page, head, {verb.i}), entry=entry(verb),
                     strength=entry(verb).share("clause"), spans=[subtree(clause)])
    return Candidate(page, "phrases.noun_clause", [], (token.i, token.i + 1), _owner(page, token), entry=known,
                 strength=known.share("clause"), spans=[subtree(clause)])


def _teller(noun):
    """The verb of "said in a statement that …", where the parser gives the clause to the noun; else None."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "on") else None
    known = entry(verb) if verb is not None else None
    return verb if known and known.pos == "VERB" and known.scope == "speech" and known.share("clause") >= _TELLING else None


def noun_about(page, token):
    """Her criticism of the bridge; their demand for its closing: the noun has an owner."""
    known = entry(token)
    if known is None or known.pos != "NOUN":
        return None
    owner = next((child for child in token.children if child.dep_ == "poss"), None)
    link = next((child for child in token.children if child.dep_ == "prep" and child.i == token.i + 1
                 and child.lower_ in ("of", "for", "about", "on", "with", "over")), None)
    if owner is None or link is None or known.share("alone") < .2:
        return None
    if owner.pos_ == "PRON" and token.dep_ == "dobj":
        owner = subject(page, token.head) or owner          # "the board shared its concerns about the bridge"
    return Candidate(page, "phrases.noun_about", [], (token.i, token.i + 1), noun_phrase(page, owner), entry=known,
                 strength=known.share("alone"), spans=[(link.i + 1, subtree(link)[1])])


def _owner(page, noun):
    """The source of a reporting noun: its possessor, its "by" or "from", or the subject of the verb that carries it;
    its own subject where it is a verb that was taken for a noun ("Ilves claims that …")."""
    for child in noun.children:
        if child.dep_ in ("poss", "nsubj"):
            return noun_phrase(page, child, {noun.i})
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "among"):
            return next((noun_phrase(page, part) for part in child.children if part.dep_ == "pobj"), None)
    verb = noun.head
    if noun.dep_ in ("dobj", "attr") and verb.lemma_ in _CARRIERS:
        head = subject(page, verb)
        if head is not None:
            return noun_phrase(page, head, {verb.i})
    return None


def adjective(page, token):
    """She was confident that the bridge was safe."""
    known = entry(token)
    if known is None or known.pos != "ADJ" or token.dep_ != "acomp":
        return None
    clause = next((child for child in token.children if child.dep_ in ("ccomp", "xcomp") and child.i > token.i), None)
    head = subject(page, token.head)
    if clause is None or head is None or head.lower_ == "it":
        return None
    return Candidate(page, "phrases.adjective", [], (token.i, token.i + 1), noun_phrase(page, head, {token.head.i}), entry=known,
                 strength=known.share("clause"), spans=[subtree(clause)])


AROUND = (according_to, in_view)
AHEAD = (adverb, noun_clause, noun_about, adjective)

"""Content that a reporting verb governs: clauses, infinitives, objects, and the clause that the verb interrupts.

Each rule takes the page and the verb as a `Verb` and returns the token spans of the content, or None. They are tried
in the order of `AROUND` (the cue follows or interrupts its content) and `AHEAD`; the first that fits decides. What a rule asks of the verb is the share in the lexicon, under
the frame that the rule is about.
"""
from dataclasses import dataclass

from analysis.attribution.cues import entry, topics
from analysis.attribution.ends import PAUSES, cut, reach, reports
from analysis.attribution.spans import SUBJECTS, cue_span, neighbour, noun_phrase, subject, subtree

_CLAUSE, _THOUGHT_CLAUSE, _ALONE, _INFINITIVE, _ABOUT = .4, .12, .42, .17, .4
_PARENTHETIC = {"parataxis", "ccomp", "advcl", "dep", "conj"}
_INTENDING = {"thinking", "demanding", "promising", "denying", "warning", "persuading"}
_COPULAR = {"seem", "appear"}
_RAISING = {*_COPULAR, "continue", "require"}       # what things do: "the noise continued to grow"
_VOICING = {"express", "voice"}         # "expressed concern about": what the concern is about is the content
_OBJECTS = {"dobj", "oprd", "dative"}
_COMPLEMENT = {"as", "for", "of", "from", "to", "with"}
_ABOUT_WORDS = {"for", "on", "about", "of", "to", "against", "with", "over", "at"}
_SCHEDULING = {"require", "mean", "intend"}       # of things, by nobody: "is expected to open"
_COMPLEMENTS = {"dobj", "prep", "ccomp", "xcomp"}
_LEADING = {"command"}         # "commands a regiment", "commanded respect"
_TOLD = {"ask", "tell", "remind", "urge", "advise", "inform", "assure", "notify"}      # their object is who is spoken to


@dataclass
class Verb:
    """A cue verb on its page, with its line in the lexicon, its own words and its source (token spans or None)."""

    page: object
    token: object
    known: object
    cue: tuple
    source: tuple | None

    @property
    def right(self):
        return [child for child in self.token.children if child.i > self.token.i]


def read(page, token):
    """The `Verb` at a token, or None where the lexicon has no such verb or it is nobody's: the reader's ("if you think …")
    or anyone's ("it is worth noting …")."""
    known = entry(token)
    if known is None or known.pos != "VERB" or token.dep_ in ("aux", "auxpass", "amod", "compound"):
        return None
    cue = cue_span(token)
    head = subject(page, token) or neighbour(page, cue)
    if head is not None and (head.lower_ == "you" and known.scope == "thought" or head.lower_ == "it" and token.tag_ == "VBG" and head.head != token):
        return None
    if head is not None and (_no_one(head) or head.lower_ == "who" and _rhetorical(head, token)):
        return None
    return Verb(page, token, known, cue, noun_phrase(page, head, set(range(*cue))) if head is not None else None)


def _no_one(head):
    """Whether the subject is a date or a span of time: "the week saw the bridge close"."""
    return head.ent_type_ in ("DATE", "TIME") and head.pos_ in ("NOUN", "NUM")


def _rhetorical(head, verb):
    """Whether "who" asks: "and who can blame her"."""
    opens = head.i == head.sent.start or head.nbor(-1).dep_ == "cc" or head.nbor(-1).is_quote
    return opens and any(child.tag_ == "MD" for child in verb.children)


def reported(verb):
    """She said (that) the bridge was safe."""
    clause = next((child for child in verb.right if child.dep_ == "ccomp" or child.dep_ == "xcomp" and _finite(child)), None)
    if clause is None or verb.known.share("clause") < _threshold(verb):
        return None
    return [_governed(verb, clause)]


def _governed(verb, clause):
    """The span of a clause that follows its verb, with the one who is asked ("urged the board to close it")."""
    low, high = subtree(clause)
    objects = [child for child in verb.right if child.dep_ in _OBJECTS and child.i < low] if verb.known.cue_class == "demanding" else []
    low = max(min([low, *(subtree(child)[0] for child in objects)]), verb.cue[1])
    return low, reach(verb, low, high)


def preposed(verb):
    """The bridge was safe, she said."""
    clause = next((child for child in verb.token.children if child.dep_ == "ccomp" and child.i < verb.token.i), None)
    if clause is None or verb.known.share("clause") < _threshold(verb):
        return None
    if reports(clause) and any(child.dep_ in _COMPLEMENTS for child in verb.right):
        return None         # two reports that the parser ran together: "she said it was late, he learned of it in May"
    end = verb.source[0] if verb.source and clause.i < verb.source[0] < verb.cue[0] else verb.cue[0]
    if any(token.text == ";" for token in verb.page.doc[clause.i:end]):
        return None         # two statements side by side: "Lorn hopes for a vote; Pell expects none"
    if sum(child.dep_ in SUBJECTS for child in clause.children) > 1:
        return None         # "Her letter, a copy of which was shown to us, describes …": a subject and an aside to it
    if verb.page.doc[end - 1].text not in PAUSES and not verb.page.is_mark(end - 1) and not verb.page.quoted(end - 1):
        return None         # nothing sets the report off
    start = subtree(clause)[0]
    sentence = verb.token.sent.start
    quoted = any(verb.page.quoted(i) for i in range(sentence, start))
    return [(start if quoted else sentence, end), *_resumed(verb)]


def _resumed(verb):
    """The span, in a list, that goes on with quoted words after a report: "The bridge “fell,” she said, and “nobody cared”"."""
    doc, first, last = verb.page.doc, verb.cue[1], verb.token.sent.end
    goes_on = first + 2 < last and doc[first].text == "," and doc[first + 1].dep_ == "cc"
    return [(first + 1, last)] if goes_on and any(verb.page.quoted(i) for i in range(first + 2, last)) else []


def parenthesis(verb):
    """The bridge, she said, was safe."""
    head, children = verb.token.head, list(verb.token.children)
    if verb.token.dep_ not in _PARENTHETIC or verb.known.share("clause") < _threshold(verb) or verb.source is None:
        return None
    if head.pos_ not in ("VERB", "AUX") or any(child.dep_ in ("mark", "dobj", "ccomp", "xcomp", "cc") for child in children):
        return None
    if not any(child.dep_ == "nsubj" and child.tag_ not in ("WP", "WDT") for child in children) or not _set_off(verb):
        return None
    (low, high), hole = subtree(head), _aside(verb)
    return [span for span in ((low, hole[0]), (hole[1], high)) if span[0] < span[1]]


def infinitive(verb):
    """She wants to close the bridge; she urged them to close it."""
    clause = next((child for child in verb.right if child.dep_ in ("xcomp", "ccomp")
                   and any(part.tag_ == "TO" and part.i < child.i for part in child.children)), None)
    least = _INFINITIVE if verb.known.cue_class in _INTENDING else _ALONE
    if clause is None or verb.known.lemma in _RAISING or max(verb.known.share("alone"), verb.known.share("clause")) < least:
        return None
    if verb.source is None and _hangs(verb.token):
        return None
    return [_governed(verb, clause)]


def judged(verb):
    """She praised the bridge; she called it a disgrace; she blamed the board for its collapse."""
    thing = next((child for child in verb.right if child.dep_ in _OBJECTS), None)
    if thing is None or verb.known.lemma in _COPULAR | _TOLD | _LEADING or verb.known.share("alone") < _ALONE:
        return None
    if verb.source is None and not any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.token.children):
        return None         # an imperative, or a name: "a stream called Mill Run"
    if verb.token.dep_ == "acl" and any(child.tag_ == "TO" for child in verb.token.children):
        return None         # a purpose: "a way to report profits"
    low, high = subtree(thing)
    topic = next((child for child in thing.children if child.dep_ == "prep" and child.lower_ in _ABOUT_WORDS), None)
    if verb.known.lemma in _VOICING and topic is not None and topic.i == thing.i + 1:
        verb.cue = verb.cue[0], topic.i + 1
        return [(topic.i + 1, cut(verb.page, topic.i + 1, high, thing))]
    for child in verb.right:
        if child.i > thing.i and (child.dep_ in _OBJECTS or child.dep_ == "prep" and child.lower_ in _COMPLEMENT):
            high = max(high, subtree(child)[1])
    return [(low, cut(verb.page, low, high, thing))]


def about(verb):
    """She called for an inquiry; she spoke of a disgrace."""
    link = next((child for child in verb.right if child.dep_ == "prep" and child.lower_ in topics().get(verb.known.lemma, ())
                 and child.i <= verb.cue[1] + 1), None)
    if link is None or verb.known.share("alone") < _ABOUT:
        return None
    verb.cue = verb.cue[0], max(link.i + 1, verb.cue[1])
    return [(link.i + 1, cut(verb.page, link.i + 1, subtree(link)[1], link))]


def passive(verb):
    """The bridge is said to be safe; she was accused by the board of neglect."""
    subjects = [child for child in verb.token.children if child.dep_ == "nsubjpass"]
    agent = next((child for child in verb.token.children if child.dep_ == "agent"), None)
    if not subjects or agent is None and verb.known.lemma in _SCHEDULING or subjects[0].lower_ == "it" or subjects[0].tag_ in ("WP", "WDT"):
        return None
    tail = [child for child in verb.right if child.dep_ in ("xcomp", "prep", "ccomp", "oprd") and child.i > verb.token.i]
    infinitive_tail = any(child.dep_ == "xcomp" for child in tail)
    if not (agent and verb.known.share("alone") >= _ALONE or infinitive_tail and verb.known.share("clause") >= _INFINITIVE):
        return None
    spans = [subtree(subjects[0])]
    charge = next((part for child in (agent.children if agent else ()) for part in child.children if part.dep_ == "prep"
                   and any(word.dep_ == "pcomp" for word in part.children)), None)
    if charge is not None and verb.source and verb.source[0] < charge.i:
        # "was accused by the board of lying": the parser gives the charge to the board
        verb.source = verb.source[0], charge.i
        spans.append(subtree(charge))
    spans += [subtree(child) for child in tail if child.dep_ == "xcomp" or child.dep_ == "prep" and child.lower_ in _COMPLEMENT]
    return spans


AROUND = (parenthesis, preposed)
AHEAD = (reported, passive, infinitive, judged, about)


def _threshold(verb):
    if verb.token.tag_ == "VBN" and any(child.dep_ == "nsubjpass" and child.lower_ == "it" for child in verb.token.children):
        return 0            # "it is understood that", "it was feared that": nobody's word, and somebody's
    return _THOUGHT_CLAUSE if verb.known.scope == "thought" and verb.source else _CLAUSE


def _hangs(token):
    """Whether a verb is part of a phrase without a subject of its own: "a plan to close it", "able to close it"."""
    return token.dep_ in ("acl", "xcomp", "pcomp", "csubj") and not _finite(token)


def _finite(token):
    return any(child.dep_ == "nsubj" for child in token.children)


def _aside(verb):
    """The tokens of a parenthetic report, without a clause or phrase before it that the parser hung on it ("In May, she said, …")."""
    low, high = subtree(verb.token)
    own = min(verb.source[0], verb.cue[0])
    return (own, high) if low < own and verb.page.doc[own - 1].text == "," else (low, high)


def _set_off(verb):
    low, high = _aside(verb)
    doc = verb.page.doc
    before = low > 0 and doc[low - 1].text in PAUSES or doc[low].text in PAUSES
    after = high >= len(doc) or doc[high].text in PAUSES or doc[high - 1].text in PAUSES
    return before and after





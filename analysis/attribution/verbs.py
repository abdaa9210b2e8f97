"""Patterns of content that a reporting verb governs: clauses, infinitives, objects, what it
interrupts.

Each takes a `Verb` and yields `Proposal`s; it says only where the grammar puts content, for what
the verb, its source and the sentence make of it is weighed. Examples: lexicons/rules.tsv.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from analysis import syntax
from analysis.attribution.cues import entry, topics
from analysis.attribution.features import kind_of_head, may_refuse
from analysis.attribution.places import cue_span, neighbour, source_phrase
from analysis.lexicons import words

if TYPE_CHECKING:
    from analysis.attribution.cues import Cue
    from analysis.attribution.quoted_paragraph import QuotedParagraph
    from analysis.text.tokens import Token

_PAUSES = {",", "—", "–", "-", "--", "(", ")", ".", ";"}
_KINDS = ("raising", "told", "leading", "voicing", "scheduling")
_MOSTLY = 0.4
_NEARLY_ALWAYS = 0.85  # "said" and its like
_SELDOM = 0.1  # "the town went wild": hardly ever with a clause


@dataclass
class Proposal:
    """Where content may be: whole token `spans`, and from `low` on to one of several ends.

    high: where the parser ends what begins at `low`; without `low`, the spans are all. frame: which
    share of the lexicon speaks for the cue, "clause" or "alone". anchor: the token of the cue where
    it is another than the one that was looked at.
    """

    rule: str
    entry: "Cue | None"
    cue: tuple
    source: tuple | None
    frame: str = "clause"
    spans: list = field(default_factory=list)
    low: int | None = None
    high: int | None = None
    features: list = field(default_factory=list)
    anchor: int | None = None


@dataclass
class Verb:
    """A cue verb in its paragraph, its line in the lexicon, its own words and its source."""

    paragraph: "QuotedParagraph"
    token: "Token"
    known: "Cue"
    cue: tuple
    source: tuple | None

    @property
    def kind(self) -> str:
        """The set of verbs that need other signs than their frame: what things do, who is told,
        …"""
        return next((name for name in _KINDS if self.known.lemma in words(f"cues.{name}")), "plain")

    @cached_property
    def right(self) -> "list[Token]":
        return [part for part in self.token.children if part.i > self.token.i]

    def proposal(self, name: str, frame: str = "clause", **more: Any) -> Proposal:
        """A `Proposal` of the rule "clauses.name" with this verb as its cue."""
        return Proposal(
            f"clauses.{name}",
            self.known,
            more.pop("cue", self.cue),
            more.pop("source", self.source),
            frame,
            **more,
        )


def read(paragraph: "QuotedParagraph", token: "Token", known: "Cue") -> Verb | None:
    """The `Verb` at a token, or None where it is the reader's ("if you think …"), anyone's ("it is
    worth noting …", "it is fair to say", "and who can blame her", "that is to say", "what promises
    to be …"), or asked ("did she say …?"), or not done yet ("has to say")."""
    if not syntax.predicates(token) or _pending(token) or syntax.is_conjunct(token) and (
            syntax.refuses(token.head) and syntax.correlative(token.head) is not None):
        return None  # "would neither confirm nor deny it"
    if known.lemma in words("cues.winning") and any(
            part.i > token.i and part.lemma_ in words("cues.prizes") for part in token.children):
        return None
    cue = cue_span(token)
    head = syntax.doer(token, lambda part: not paragraph.quoted(part.i))
    head = head if head is not None else neighbour(paragraph, cue)
    if head is None:
        return Verb(paragraph, token, known, cue, None)
    if syntax.timed(head) and head.pos_ in ("NOUN", "NUM"):
        return None  # nobody: "the week saw the bridge close"
    if (
        head.lower_ in ("you", "what")
        or head.lower_ == "who"
        and _rhetorical(head, token)
        or head.tag_ == "DT"
        and head.lower_ in words("cues.pointing")
        and head.right_edge.i == head.i  # "those close to Ilves"
        or _asked(head, token)
    ):
        return None
    if head.lower_ == "it" and head.head != token and (token.tag_ == "VBG" or _supposed(token)):
        return None
    return Verb(paragraph, token, known, cue, source_phrase(paragraph, head, cue))


def _rhetorical(head, verb):
    """Whether "who" asks: "and who can blame her"."""
    opens = head.i == syntax.sentence(head)[0] or (
        syntax.joins(head.nbor(-1)) or head.nbor(-1).is_quote)
    return opens and any(part.tag_ == "MD" for part in verb.children)


def _supposed(verb):
    """Whether an infinitive is what would be fair, safe or hard to do: "it is fair to say"."""
    above = verb.head
    return syntax.is_open_complement(verb) and (syntax.is_complement(above) or above.lemma_ == "be")


def _pending(verb):
    """Whether an infinitive is what somebody has, wants or tries to do, and nobody has done yet."""
    above = verb.head
    return (
        syntax.is_open_complement(verb)
        and syntax.infinitive(verb)
        and above.pos_ in syntax.VERBS
        and above.lemma_ in words("cues.pending")
        and (above.lemma_, above.tag_) != ("have", "VBD")  # "had to explain" and did
    )


def _asked(head, verb):
    """Whether a question asks if somebody does what a verb says: "Did she say …?"."""
    turned = any(syntax.helps(part) and part.i < head.i for part in verb.children)
    return turned and verb.doc[syntax.sentence(verb)[1] - 1].text == "?"


def reported(verb: Verb) -> Iterator[Proposal]:
    """She said (that) the bridge was safe; she urged the board to close it."""
    objects = [part for part in verb.right if syntax.is_object(part)]
    passed = [
        clause
        for part in (*(objects if verb.kind == "told" else ()), *_times(verb), *_vehicles(verb))
        if (clause := syntax.that_clause(part)) is not None
    ]
    for clause in passed or verb.right:
        if (
            syntax.is_content(clause)
            or clause in passed
            or syntax.is_open_complement(clause)
            and (syntax.finite(clause) or syntax.infinitive(clause) or _gerund(verb, clause))
        ):
            low, high = syntax.subtree(clause)
            to = syntax.infinitive(clause)
            if to and verb.source is None:
                return  # "she was urged to leave": by nobody
            before = [part for part in objects if part.i < low]
            if verb.known.cue_class == "demanding" or not to and _headless(clause):
                low = min([low, *(syntax.subtree(part)[0] for part in before)])
            yield verb.proposal(
                "infinitive" if to else "reported",
                "alone" if to else "clause",
                spans=_interrupted(verb),
                low=max(low, verb.cue[1]),
                high=high,
                features=[
                    f"addressed={len(before) > 0}",
                    f"kind={verb.kind}",
                    f"impersonal={_impersonal(verb.token)}",
                ],
            )
            return


def _interrupted(verb):
    """The span, in a list, of the subject that a verb and its own subject stand behind: "The
    bridge, thinks Ilves, was safe"."""
    first = syntax.active_subject(verb.token)
    inserted = (
        verb.source is not None
        and first is not None
        and first.i < verb.cue[0] <= verb.source[0]
        and verb.token.nbor(-1).text == ","
    )
    return [syntax.subtree(first)] if inserted else []


def _times(verb):
    """The noun of "said for the first time that …", in a list: the parser gives it the clause."""
    return [noun for noun in syntax.obliques(verb.token, ("for",)) if noun.lemma_ == "time"]


def _vehicles(verb):
    """The nouns of "said in one of his letters that …", where nothing else is said."""
    if verb.known.share("clause") < _MOSTLY or any(syntax.is_content(part) for part in verb.right):
        return []
    return syntax.obliques(verb.token, words("cues.on_vehicles"))


def _gerund(verb, clause):
    """Whether a gerund is what a verb reports: "proposed closing it", "denied taking the money"."""
    shares = verb.known.share("clause"), verb.known.share("alone")
    return clause.tag_ == "VBG" and verb.kind != "raising" and max(shares) >= _MOSTLY


def _headless(clause):
    """Whether a clause has lost its subject to the verb above it: "said the new laws, due in May,
    could help"."""
    return syntax.any_subject(clause) is None


def _impersonal(token):
    """Whether nobody in particular does it: "it is understood that"."""
    return any(part.lower_ == "it" for part in syntax.subjects(token))


def answered(verb: Verb) -> Iterator[Proposal]:
    """She said yes; he says no to the plan."""
    word = next((part for part in syntax.interjections(verb.token) if part.i == verb.cue[1]), None)
    if word is None or word.tag_ != "UH" or verb.known.share("clause") < 0.5:
        return
    to = next((part for part in syntax.prepositions(verb.token) if part.i == word.i + 1), None)
    yield verb.proposal(
        "reported", low=word.i, high=syntax.subtree(to if to is not None else word)[1]
    )


def preposed(verb: Verb) -> Iterator[Proposal]:
    """The bridge was safe, she said."""
    clause = next(
        (part for part in syntax.content_clauses(verb.token) if part.i < verb.token.i), None)
    if clause is None or verb.known.share("clause") < _SELDOM:
        return
    if len(syntax.subjects(clause)) > 1:
        return  # "Her letter, a copy of which was shown to us, describes …": a subject and an aside
    doc = verb.paragraph.doc
    end = verb.source[0] if verb.source and clause.i < verb.source[0] < verb.cue[0] else verb.cue[0]
    told = syntax.passive_subject(verb.token)  # "…, the court was told by Lorn"
    end = syntax.subtree(told)[0] if told is not None and clause.i < told.i < end else end
    if any(token.text == ";" for token in doc[clause.i : end]):
        return  # two statements side by side: "Lorn hopes for a vote; Pell expects none"
    offset = (
        doc[end - 1].text in _PAUSES
        or verb.paragraph.is_mark(end - 1)
        or verb.paragraph.quoted(end - 1)
    )
    start = syntax.subtree(clause)[0]
    for begin in sorted({start, syntax.sentence(verb.token)[0]}):
        if begin < end:
            yield verb.proposal(
                "preposed",
                spans=[(begin, end), *_resumed(verb)],
                features=[
                    f"setoff={offset}",
                    f"start={'clause' if begin == start else 'sentence'}",
                    f"also={_says_more(verb)}",
                ],
            )


def _says_more(verb):
    """Whether a verb has content besides a clause: an object (and nobody who is told), an
    infinitive, what it speaks of; not where or when ("said on Monday")."""
    known = topics().get(verb.known.lemma, ())
    return bool(
        syntax.open_complement(verb.token)
        or verb.kind != "told" and syntax.direct_object(verb.token)
        or any(part.lower_ in known and not syntax.timed(syntax.object_of(part))
               for part in syntax.prepositions(verb.token))
    )


def _resumed(verb):
    """The span, in a list, that goes on with quoted words after a report: "The bridge “fell,” she
    said, and “nobody cared”"."""
    doc, first, last = verb.paragraph.doc, verb.cue[1], syntax.sentence(verb.token)[1]
    goes_on = first + 2 < last and doc[first].text == "," and syntax.joins(doc[first + 1])
    return (
        [(first + 1, last)]
        if goes_on and any(verb.paragraph.quoted(i) for i in range(first + 2, last))
        else []
    )


def parenthesis(verb: Verb) -> Iterator[Proposal]:
    """The bridge, she said, was safe."""
    head, token = verb.token.head, verb.token
    if not syntax.interrupts(token) or verb.source is None or head.pos_ not in syntax.VERBS:
        return
    if not syntax.finite(token) or syntax.object_or_clauses(token) or (
            syntax.subordinator(token) or syntax.conjunction(token)):
        return
    low, high = syntax.subtree(token)
    own = min(verb.source[0], verb.cue[0])
    doc = verb.paragraph.doc
    if low < own and doc[own - 1].text == ",":
        low = own  # "In May, she said, …": the parser hangs what stands before it on the report
    before = low > 0 and doc[low - 1].text in _PAUSES or doc[low].text in _PAUSES
    after = high >= len(doc) or doc[high].text in _PAUSES or doc[high - 1].text in _PAUSES
    if before and after:
        first, last = syntax.subtree(head)
        spans = [span for span in ((first, low), (high, last)) if span[0] < span[1]]
        if spans:
            yield verb.proposal("parenthesis", spans=spans)


def bare(verb: Verb) -> Iterator[Proposal]:
    """The bridge could fall, a panel has warned on Monday; the bridge, she said, is old: a report
    between commas, or a comma and the stop, whatever the parser makes of the rest."""
    group = _bare(verb)
    if group is None:
        return
    (low, high), doc = group, verb.paragraph.doc
    begin, end = syntax.sentence(verb.token)
    spans = [(begin, low), *([(high + 1, end)] if high + 1 < end else [])]
    if any(doc[i].lower_ == "according" for i in range(high, end)):
        spans = spans[:1]       # the rest has a source of its own
    if (len(spans) > 1 and syntax.joins(doc[high + 1])
            and verb.known.share("clause") < _NEARLY_ALWAYS):
        return      # deeds in a row: "the board met, the members agreed, and the plan passed"
    # "said" between commas, whatever a parser makes of the rest; not "in a letter, she said."
    surely = verb.known.lemma in words("cues.saying") and (
        len(spans) > 1 or doc[begin].tag_ != "IN")
    if not surely and not any(syntax.independent(doc[i]) for span in spans for i in range(*span)):
        return
    if len(spans) > 1:
        if not any(part.i < low for part in syntax.content_clauses(verb.token)):
            yield verb.proposal("parenthesis", spans=spans)
        return
    signs = ["setoff=True", "start=sentence", "also=False"]
    yield verb.proposal("preposed", spans=spans, features=signs)


def _bare(verb):
    """(first, last) of source, verb of saying, and when, where or to whom it was said, where a
    comma is before them and a comma or the end of the sentence after them; or None."""
    source, (first, last), doc = verb.source, verb.cue, verb.paragraph.doc
    known = verb.known
    if source is None or known.scope != "speech" or known.share("clause") < 0.5:
        return None
    if known.cue_class == "asking" or verb.token.tag_ == "VBG":
        return None
    if doc[source[0]].tag_ in ("WP", "WDT"):
        return None
    low, high = min(source[0], first), max(source[1], last)
    begin, end = syntax.sentence(verb.token)
    if high - low != source[1] - source[0] + last - first or low - begin < 2:
        return None
    for part in verb.right:
        told = syntax.is_object(part) and verb.kind == "told"
        if high == part.left_edge.i and (told or syntax.is_preposition(part) or syntax.timed(part)):
            high = syntax.subtree(part)[1]
    while end > high and doc[end - 1].is_punct:
        end -= 1
    closed = high == end or doc[high].text == ","
    closed = closed and doc[low - 1].text == "," and syntax.finite(verb.token)
    return (low, high) if closed else None


def compared(verb: Verb) -> Iterator[Proposal]:
    """As she pointed out, the bridge was safe; it was, as she put it, a trap."""
    token, doc = verb.token, verb.paragraph.doc
    if verb.source is None or token.head.i == token.i or not syntax.opened_by(token, "as"):
        return
    head = syntax.clause(token.head)  # "the bridge, as she explained, was safe" hangs on the bridge
    if head.pos_ not in syntax.VERBS:
        return
    if not (syntax.first_subject(token) or syntax.by_phrases(token)):
        return  # "as was reported before": by nobody
    put = [part.lower_ for part in syntax.object_or_clauses(token)]
    if put != ["it"] if token.lemma_ == "put" else put or verb.known.share("clause") < 0.5:
        return  # "as she spoke", "as she announced the plan": when
    (low, high), (first, last) = syntax.subtree(token), syntax.subtree(head)
    before = low == token.sent.start or doc[low - 1].text in _PAUSES
    if before and (high >= last or doc[high].text in _PAUSES):
        spans = [span for span in ((first, low), (high, last)) if span[0] < span[1]]
        if spans:
            yield verb.proposal("parenthesis", spans=spans)


def judged(verb: Verb) -> Iterator[Proposal]:
    """She praised the bridge; she called it a disgrace; she blamed the board for its collapse."""
    thing = next((part for part in verb.right if syntax.is_object(part)), None)
    if thing is None or verb.source is None:
        return  # "guests were offered rooms": nobody's words
    low, high = syntax.subtree(thing)
    if _deed(verb) and not _spoken(verb.paragraph, thing):
        return
    if verb.kind == "told" and syntax.that_clause(thing) is not None:
        return
    topic = syntax.linked(thing, words("cues.about"))
    if verb.known.lemma in words("cues.voicing") and topic is not None and topic.i == thing.i + 1:
        yield verb.proposal(
            "judged",
            "alone",
            cue=(verb.cue[0], topic.i + 1),
            low=topic.i + 1,
            high=max(high, topic.i + 2),
        )
        return
    named = False
    for part in verb.right:
        if part.i > thing.i and (syntax.is_object(part) or _complement(part)):
            high, named = max(high, syntax.subtree(part)[1]), True
    if low >= verb.cue[1]:
        yield verb.proposal(
            "judged",
            "alone",
            low=low,
            high=high,
            features=[
                f"object={_object(thing)}",
                f"complement={named}",
                f"kind={verb.kind}",
                f"determiner={_determiner(thing)}",
            ],
        )


def _deed(verb):
    """Whether a verb tells what somebody does with its object: "began the work", "the twins denied
    him a seat", "showed courage", unless a document or a thing shows it."""
    lemma, head = verb.known.lemma, verb.paragraph.doc[slice(*verb.source)].root
    return (
        lemma in words("cues.deeds")
        or syntax.indirect_object(verb.token) is not None and lemma not in words("cues.told")
        or lemma in words("cues.displays")
        and kind_of_head(head) not in ("document", "thing", "which", "that")
    )


def _spoken(paragraph, thing):
    """Whether an object is words: quoted, or by its noun ("issued a warning"), unless what they say
    has a cue of its own ("a statement saying …")."""
    low, high = syntax.subtree(thing)
    if paragraph.has_quoted(low, high):
        return True
    known = entry(thing)
    return known is not None and known.pos == "NOUN" and syntax.adnominal_clause(thing) is None


def _complement(link):
    """Whether a preposition leads to what is said of an object: "as a disgrace", and not "for
    years"."""
    return (
        syntax.is_preposition(link)
        and link.lower_ in words("cues.complement")
        and not syntax.timed(syntax.object_of(link))
    )


def _object(thing):
    """What kind of word an object is: a name of somebody, a pronoun, a noun, a number."""
    return thing.ent_type_ if thing.ent_type_ in ("PERSON", "ORG", "DATE") else thing.pos_


def _determiner(noun):
    """How the phrase of an object begins: with an article, an owner, a number, none."""
    first = noun.left_edge
    if first.lower_ in ("a", "an"):
        return "indefinite"
    return first.tag_ if first.i < noun.i else "none"


def about(verb: Verb) -> Iterator[Proposal]:
    """She called for an inquiry; she spoke of a disgrace; she called for the board to close it."""
    if " " not in verb.known.lemma and syntax.particle(verb.token) is not None:
        return  # "was called in for repairs"
    if _leads_in(verb.token):
        return
    known = topics().get(verb.known.lemma, ())
    wanted = next(
        (
            part
            for part in verb.right
            if (syntax.is_adverbial_clause(part) or syntax.is_open_complement(part))
            and syntax.opened_by(part, "for")
        ),
        None,
    )
    if wanted is not None and wanted.left_edge.lower_ == "for" and "for" in known:
        low, high = syntax.subtree(wanted)
        yield verb.proposal(
            "about",
            "alone",
            cue=(verb.cue[0], max(low + 1, verb.cue[1])),
            low=max(low + 1, verb.cue[1]),
            high=high,
            features=["topic=clause"],
        )
        return
    for link in syntax.prepositions(verb.token):
        favour = _in_favour(link) if known else None
        if not verb.token.i < link.i <= verb.cue[1] + 1 or not favour and link.lower_ not in known:
            continue
        link = favour or link
        topic = syntax.object_of(link)
        if not syntax.timed(topic):
            low, high = max(link.i + 1, verb.cue[1]), syntax.subtree(link)[1]
            if low < high and not (topic and topic.lemma_.lower() in words("cues.no_topics")):
                yield verb.proposal(
                    "about",
                    "alone",
                    cue=(verb.cue[0], low),
                    low=low,
                    high=high,
                    features=["topic=noun"],
                )
            return


def _leads_in(token):
    """Whether a participle only says on what occasion another verb reports: "commenting on the
    plan, she said that it was late"."""
    above = token.head
    known = entry(above) if above.i > token.i else None
    return (token.tag_ == "VBG" and syntax.is_adverbial_clause(token) and known is not None
            and known.pos == "VERB" and known.share("clause") >= 0.5)


def _in_favour(link):
    """The "of" of "argued in favour of", "spoke in defence of"; or None."""
    noun = syntax.object_of(link) if link.lower_ == "in" else None
    named = noun is not None and noun.n_lefts == 0 and noun.lower_ in words("cues.in_favour")
    return syntax.preposition(noun) if named else None


def passive(verb: Verb) -> Iterator[Proposal]:
    """The bridge is said to be safe; she was accused by the board of neglect."""
    subject, by = syntax.passive_subject(verb.token), syntax.agent(verb.token)
    if subject is None or subject.lower_ == "it" or subject.tag_ in ("WP", "WDT"):
        return
    if verb.known.lemma in words("syntax.quoted") and _as_saying(verb):
        return
    tail = [
        part
        for part in verb.right
        if syntax.is_open_complement(part)
        or syntax.is_complement(part)
        or syntax.is_preposition(part)
        and part.lower_ in words("cues.complement")
    ]
    if verb.kind == "told" and not tail:
        return  # "the court was told by Lorn": what it was told stands before
    if verb.known.lemma in words("cues.deeds"):
        return  # "the letter was written by Lorn"
    charged = verb.known.lemma in words("cues.hearsay") and any(map(_charges, tail))
    if by is None and not charged and (
        verb.known.lemma in words("cues.scheduling") or syntax.open_complement(verb.token) is None
    ):
        return
    spans, source = [syntax.subtree(subject)], verb.source
    charge = (
        next((part for part in syntax.prepositions(by) if _charges(part)), None)
        if by is not None
        else None
    )
    if charge is not None and source and source[0] < charge.i:
        # "was accused by the board of lying": the parser gives the charge to the board
        source = source[0], charge.i
        spans.append(syntax.subtree(charge))
    spans += [syntax.subtree(part) for part in tail]
    yield verb.proposal(
        "passive",
        "alone" if by is not None else "clause",
        source=source,
        spans=spans,
        features=[f"agent={by is not None}"],
    )


def _charges(link):
    """Whether a preposition leads to what is said of the subject of a passive: "by the board of
    lying", "by those who saw him as calm"."""
    return link.lower_ == "as" or syntax.clause_of(link) is not None


def _as_saying(verb):
    """Whether somebody is quoted: "was reported by the paper as saying"."""
    return any(
        (said := syntax.clause_of(part)) is not None and entry(said) is not None
        for part in verb.right
        if part.lower_ == "as"
    )


def refused(paragraph: "QuotedParagraph", token: "Token") -> Iterator[Proposal]:
    """She declined to comment; she could not be reached: who was asked and gave no word. token: a
    verb."""
    if not syntax.refuses(token):
        return
    head = syntax.refuser(token, lambda part: not paragraph.quoted(part.i))
    if head is None or not may_refuse(head, token):
        return
    later, cue = syntax.awaited(token), cue_span(token)
    if later is not None:
        cue = cue[0], later.i - 1  # "has yet"
    end = max([cue[1], *(syntax.subtree(part)[1] for part in syntax.predicate_parts(token))])
    yield Proposal(
        "clauses.refused",
        entry(later or token),
        cue,
        source_phrase(paragraph, head, cue),
        "alone",
        spans=[(cue[1], end) if end > cue[1] else cue],
    )


_PATTERNS = (parenthesis, bare, compared, preposed, reported, answered, passive, judged, about)


def proposals(verb: Verb) -> Iterator[Proposal]:
    """Every `Proposal` of a `Verb`."""
    for pattern in _PATTERNS:
        yield from pattern(verb)

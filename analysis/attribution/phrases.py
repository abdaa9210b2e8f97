"""Patterns of content that a phrase attributes: "according to", "in her view", "allegedly",
"the claim that", "criticism of", "confident that", and quoted fragments.

Each takes a paragraph and a token and yields `Proposal`s. Examples: lexicons/rules.tsv.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis import syntax
from analysis.attribution.cues import Cue, entry, lexicon
from analysis.attribution.places import cue_span, owner_phrase, source_phrase
from analysis.attribution.verbs import Proposal
from analysis.lexicons import words

if TYPE_CHECKING:
    from analysis.attribution.quoted_paragraph import QuotedParagraph
    from analysis.text.tokens import Token

_DASHES = {"—", "–", "--", "―"}
_LEVELS = 3
_POINTING = ("PRON", "AUX", "ADV", "PART", "DET", "SPACE")


def according_to(paragraph: "QuotedParagraph", token: "Token") -> Iterator[Proposal]:
    """According to the board, the bridge was safe; the bridge, according to the board, was safe."""
    doc = paragraph.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return
    to = doc[token.i + 1]
    head = syntax.object_of(to)
    if (
        head is None
        or head.lower_ in words("cues.courses") and head.n_lefts == 0
        or head.lemma_ in words("cues.yardsticks")
    ):
        return  # "all went according to plan", "to a code of honour"
    source = source_phrase(paragraph, head)
    for level, spans in _clauses_around(paragraph, token, token.i, max(source[1], to.i + 1)):
        yield Proposal(
            "phrases.according_to", None, (token.i, to.i + 1), source, spans=spans, features=level
        )


def in_view(paragraph: "QuotedParagraph", token: "Token") -> Iterator[Proposal]:
    """In her view, the bridge was unsafe; the bridge was, in the words of one engineer, a trap."""
    noun = syntax.object_of(token)
    if token.tag_ != "IN" or noun is None or noun.lower_ not in words("cues.views"):
        return
    holder = syntax.owner(noun)
    if holder is None:
        return
    of = holder.head if syntax.after_preposition(holder) else None
    source = source_phrase(paragraph, holder)
    cue = (token.i, of.i + 1) if of is not None else (noun.i, noun.i + 1)
    for level, spans in _clauses_around(paragraph, token, token.i, max(source[1], noun.i + 1)):
        yield Proposal("phrases.in_view", None, cue, source, spans=spans, features=level)


def in_poll(paragraph: "QuotedParagraph", token: "Token") -> Iterator[Proposal]:
    """In a poll of May, six in ten were for the bridge; the mayor led in most surveys."""
    noun = syntax.object_of(token)
    if token.tag_ != "IN" or noun is None or noun.lemma_.lower() not in words("cues.polls"):
        return
    source = source_phrase(paragraph, noun)
    for level, spans in _clauses_around(paragraph, token, token.i, max(source[1], noun.i + 1)):
        yield Proposal("phrases.in_poll", None, (token.i, token.i + 1), source, spans=spans,
                       features=level)


def _clauses_around(paragraph, token, low, high):
    """([feature], token spans) of each clause that a phrase doc[low:high] at `token` may speak of,
    without the phrase: the nearest first, then those above it."""
    doc, root, found = paragraph.doc, token.head, []
    for level in range(_LEVELS):
        while root.head != root and (
            root.pos_ not in syntax.VERBS
            or syntax.is_conjunct(root)
            and not (syntax.first_subject(root) or syntax.expletive(root))
        ):
            root = root.head
        first, last = syntax.subtree(root)
        dashes = [
            i for i in range(high, last) if doc[i].text in _DASHES
        ]  # a pair of them is the source's own aside
        spans = (
            [(first, low), (high, last)]
            if first < low
            else [(high, dashes[0] if len(dashes) == 1 else last)]
        )
        spans = [(a, b) for a, b in spans if any(doc[i].is_alpha for i in range(a, b))]
        spans = _pointed(doc, spans)
        if spans and all(spans != other for _, other in found):
            side = "around" if len(spans) > 1 else "after" if spans[0][0] >= high else "before"
            found.append(([f"level={level}.{syntax.relation(root)}", f"side={side}"], spans))
        if root.head == root:
            break
        root = root.head
    return found


def _pointed(doc, spans):
    """The spans, or the sentence before them where they only point to it: "That is according to the
    board"; none where no sentence is before them."""
    named = [doc[i] for span in spans for i in range(*span) if not doc[i].is_punct]
    if not spans or any(token.pos_ not in _POINTING for token in named):
        return spans
    first = spans[0][0]
    return [(doc[first - 1].sent.start, first)] if first else []


def adverb(paragraph: "QuotedParagraph", token: "Token", known: Cue) -> Iterator[Proposal]:
    """The bridge was allegedly unsafe: nobody is named, the clause is content."""
    if not syntax.is_adverbial(token):
        return
    head = token.head
    low, high = syntax.subtree(head)
    whole = head.i > token.i or syntax.heads_clause(head) or (
        syntax.is_adverbial_clause(head) or syntax.is_conjunct(head))
    spans = [(low, token.i), (token.i + 1, high)] if whole else [(token.i + 1, high)]
    spans = [(a, b) for a, b in spans if any(paragraph.doc[i].is_alpha for i in range(a, b))]
    if spans:
        yield Proposal("phrases.adverb", known, (token.i, token.i + 1), None, "alone", spans=spans)


def noun_clause(paragraph: "QuotedParagraph", token: "Token", known: Cue) -> Iterator[Proposal]:
    """The claim that the bridge was safe; rumours that it was not; a promise to close it."""
    if _in_order(token):
        return
    clause = next(
        (
            part
            for part in token.children
            if syntax.specifies(part)
            # "calls for him to go"
            or known.cue_class == "demanding" and syntax.is_adverbial_clause(part)
            if part.i > token.i and (syntax.infinitive(part) or syntax.opened_by(part, "that"))
        ),
        _predicated(token),
    )
    if clause is None:
        return
    low, high = syntax.subtree(clause)
    verb = _teller(token)
    head = syntax.doer(verb) if verb is not None else None
    if head is not None:
        cue = cue_span(verb)
        yield Proposal(
            "phrases.noun_clause",
            entry(verb),
            cue,
            source_phrase(paragraph, head, cue),
            low=low,
            high=high,
            anchor=verb.i,
            features=["vehicle=verb"],
        )
        return
    source, carried = _holder(paragraph, token)
    yield Proposal(
        "phrases.noun_clause",
        known,
        (token.i, token.i + 1),
        source,
        low=low,
        high=high,
        features=[f"vehicle={carried}", f"infinitive={syntax.infinitive(clause)}"],
    )


def _predicated(noun):
    """The clause that a noun is said to be: "her argument is that it was old"; or None."""
    if not syntax.is_subject(noun) or noun.head.lemma_ != "be":
        return None
    clause = syntax.content_clause(noun.head)
    return clause if clause is not None and syntax.opened_by(clause, "that") else None


def _in_order(noun):
    """Whether a noun is that of "in order to leave"."""
    return noun.lower_ == "order" and syntax.after_preposition(noun) and noun.n_lefts == 0


def _teller(noun):
    """The verb of "said in a statement that …", where the parser gives the clause to the noun;
    else None."""
    placed = syntax.after_preposition(noun) and noun.head.lower_ in ("in", "on")
    verb = noun.head.head if placed else None
    known = entry(verb) if verb is not None else None
    return (
        verb
        if known
        and known.pos == "VERB"
        and known.scope == "speech"
        and known.share("clause") >= 0.5
        else None
    )


def noun_about(paragraph: "QuotedParagraph", token: "Token", known: Cue) -> Iterator[Proposal]:
    """Her criticism of the bridge; the board voiced its support for the plan."""
    link = next(
        (
            part
            for part in syntax.prepositions(token)
            if part.i == token.i + 1 and part.lower_ in words("cues.about")
        ),
        None,
    )
    if link is None or syntax.governed_by(link) is None:
        return
    if any(word.lower_ == "no" for word in token.lefts):
        return  # "made no mention of"
    source, carried = _holder(paragraph, token)
    if source is None or link.lower_ in ("from", "by"):
        return
    yield Proposal(
        "phrases.noun_about",
        known,
        (token.i, token.i + 1),
        source,
        "alone",
        low=link.i + 1,
        high=syntax.subtree(link)[1],
        features=[f"vehicle={carried}"],
    )


def _holder(paragraph, noun):
    """(source span or None, how it was found) of a noun of saying: its possessor, or who carries it
    ("issued a statement", "the board shared its concerns")."""
    own = owner_phrase(paragraph, noun)
    verb = noun.head
    carried = (
        (syntax.is_direct_object(noun) or syntax.is_complement(noun))
        and verb.pos_ in syntax.VERBS
        and verb.lemma_ in words("cues.carriers")
    )
    pronoun = own is not None and own[1] - own[0] == 1 and paragraph.doc[own[0]].pos_ == "PRON"
    if carried and (own is None or pronoun):
        head = syntax.doer(verb)
        if head is not None:
            return source_phrase(paragraph, head, (verb.i, verb.i + 1)), "carried"
    return own, "owner" if own is not None else "none"


def _contents(word):
    """The clauses that say what somebody is clear or confident of."""
    return [*syntax.complement_clauses(word),
            *(part for part in syntax.adverbial_clauses(word) if syntax.opened_by(part, "that"))]


def _cleared(word, link):
    """The clause that somebody makes clear, wherever the parser hangs it: "made it clear (to the
    board) (that) …"; or None."""
    whom = syntax.object_of(link) if link is not None and link.lower_ == "to" else None
    passed = syntax.adnominal_clauses(whom) if whom is not None else []
    return next((part for part in (*passed, *syntax.extraposed_clauses(word))
                 if part.i > word.i and syntax.finite(part)
                 and (part.left_edge.lower_ == "that" or syntax.subordinator(part) is None)), None)


def adjective(paragraph: "QuotedParagraph", token: "Token", known: Cue) -> Iterator[Proposal]:
    """She was confident that the bridge was safe; she made it clear that it was not."""
    if not (syntax.is_complement(token) or syntax.is_content(token)):
        return
    clause = next(
        (
            part
            for part in (*_contents(token), *_contents(token.head))
            if part.i > token.i
        ),
        None,
    )
    link = syntax.linked(token, words("cues.about"))
    head = syntax.doer(token.head)
    if head is None or head.lower_ == "it":
        return
    made = lexicon().get((f"{token.head.lemma_} {token.lemma_}", "VERB"))
    if made is not None:
        known, clause = made, clause or _cleared(token, link)
    if clause is not None:
        low, high = syntax.subtree(clause)
    elif link is not None:
        low, high = link.i + 1, syntax.subtree(link)[1]
    else:
        return
    if low < high and low > token.i:
        yield Proposal(
            "phrases.adjective",
            known,
            (token.i if made is None else cue_span(token.head)[0], token.i + 1),
            source_phrase(paragraph, head, (token.head.i, token.i + 1)),
            "clause" if clause is not None else "alone",
            low=low,
            high=high,
            anchor=None if made is None else token.head.i,
        )


_OPENERS = {"according": (according_to,), "in": (in_view, in_poll)}
_PATTERNS = {"ADV": (adverb,), "NOUN": (noun_clause, noun_about), "ADJ": (adjective,)}


def proposals(paragraph: "QuotedParagraph", token: "Token",
              known: Cue | None) -> Iterator[Proposal]:
    """Every `Proposal` at a token that is no verb; known: its `Cue`, or None."""
    for opener in _OPENERS.get(token.lower_, ()):
        yield from opener(paragraph, token)
    if known is not None:
        for pattern in _PATTERNS.get(known.pos, ()):
            yield from pattern(paragraph, token, known)


def fragments(paragraph: "QuotedParagraph") -> "Iterator[tuple[Token, Proposal]]":
    """(verb, Proposal) of each quoted fragment that hangs on a verb which is known to attribute:
    called him a "liar", spoke of "deep regret"."""
    for _, span in paragraph.quoted_spans:
        found = _governor(paragraph, span)
        if found is None:
            continue
        verb, known, by_as = found
        cue = cue_span(verb)
        head = syntax.doer(verb, lambda part: not paragraph.quoted(part.i))
        source = source_phrase(paragraph, head, cue) if head is not None else None
        if cue[1] <= span.first:
            yield (
                verb,
                Proposal(
                    "fragments.find",
                    known,
                    cue,
                    source,
                    "quote",
                    low=cue[1],
                    high=span.last,
                    features=[f"as={by_as}"],
                ),
            )


def _governor(paragraph, span):
    """(verb, its line in the lexicon or None, whether by "as") of the nearest verb that a fragment
    hangs on."""
    token = paragraph.doc[span.first : span.last].root
    for _ in range(8):
        below, token = token, token.head
        if token is below or below.is_punct or (
                syntax.is_subject(below) or syntax.serves_as_adverb(below)):
            return None
        if (
            paragraph.quoted(token.i)
            or token.pos_ not in syntax.VERBS
            or token.i > span.first
            or syntax.helps(token)
        ):
            continue
        if (
            token.lemma_ in words("cues.naming") | words("cues.raising")
            or token.lemma_ in words("cues.told")
            and syntax.is_object(below)
        ):
            return None
        known = entry(token)
        if known is not None:
            return (
                None
                if syntax.is_preposition(below)
                and below.lower_ in ("on", "in", "at", "during", "by")
                else (token, known, False)
            )
        if syntax.is_preposition(below) and below.lower_ == "as" and syntax.direct_object(token):
            return token, known, True
    return None

"""What is weighed of a candidate: features "name=value" of its cue, its source, and its content."""

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from analysis import syntax
from analysis.attribution.cues import entry
from analysis.attribution.scorer import probability, score
from analysis.lexicons import rows, words

if TYPE_CHECKING:
    from analysis.attribution.candidate import Candidate
    from analysis.attribution.cues import Cue
    from analysis.attribution.quoted_paragraph import QuotedParagraph
    from analysis.text.tokens import Token

DISTANCES = (1, 2, 3, 4, 6, 9, 14)     # tokens from a cue to its quotation
_SHARES = (0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95)
_LENGTHS = (2, 4, 8, 16, 30)
_BODIES = ("ORG", "GPE", "NORP")
_TIMES = ("DATE", "TIME")
_STOPS = (".", "!", "?", "…", "...")


def weigh(candidate: "Candidate", features: list[str]) -> "Candidate":
    """The candidate of a quotation, with its features and its probability."""
    home = candidate.home or candidate.paragraph
    source = of_source(home, candidate.source)
    features = [f"rule={candidate.why}", f"said.{source}", *features]
    candidate.features = tuple(features)
    candidate.probability = probability(score(("all=", *features)))
    return candidate


def step(value: float, limits: tuple) -> int:
    """How many of the limits a value reaches."""
    return bisect_right(limits, value)


def of_cue(token: "Token", known: "Cue", frame: str, name: str) -> list[str]:
    """Features of a cue: how often its lemma is one in such a frame, its form, what it hangs on."""
    found = [
        f"share.{name}={step(known.share(frame), _SHARES)}",
        f"form={_form(token)}",
        f"under={_under(token)}",
        f"scope={known.scope}",
        f"asks={token.doc[syntax.sentence(token)[1] - 1].text == '?'}",
        f"cue.{name}={known.lemma}",
    ]
    if known.seen < 5:
        found.append("seen=seldom")
    return found


def _form(token):
    if syntax.passive_auxiliary(token) is not None:
        return "passive"
    if syntax.negation(token) is not None:
        return "negated"
    can = syntax.modal(token)
    if can is not None:
        return "will" if can.lower_ in ("will", "’ll", "'ll") else "modal"
    if token.tag_ == "VB":
        return "infinitive" if syntax.infinitive(token) else "bare"
    return token.tag_ if token.tag_.startswith("VB") else token.pos_


def _under(token):
    """What governs the cue: nothing, a report, or another clause, with the label that leads to
    it."""
    named = above = token
    for _ in range(6):
        if above.head.i == above.i:
            break
        named = above if syntax.is_conjunct(named) else named
        joined, above = syntax.is_conjunct(above), above.head
        known = entry(above) if above.pos_ == "VERB" else None
        if (
            known is not None
            and not joined  # "said that it was safe and denied that it leaked"
            and above.i < token.i
            and known.share("clause") >= 0.5
            and syntax.content_clause(above) is not None
        ):
            return "report"
    return syntax.relation(named)


def of_source(home: "QuotedParagraph", source: tuple[int, int] | None) -> str:
    """The feature of a source, tokens (first, last) of its paragraph: what kind of word it is."""
    return f"source={kind_of(home, source)}"


def kind_of(home: "QuotedParagraph", source: tuple[int, int] | None) -> str:
    """What kind of word a source is: a person, a body, people, a document, a thing, a pronoun, …"""
    return kind_of_head(home.doc[slice(*source)].root) if source else "none"


def kind_of_head(head: "Token") -> str:
    """What kind of word the head of a source is, as of `kind_of`."""
    kind = head.ent_type_
    if kind in _TIMES:
        return "time"
    if kind == "PERSON" or kind in _BODIES:
        return "person" if kind == "PERSON" else "body"
    if head.lower_ in words("cues.anybody"):
        return "anybody"
    if head.pos_ == "PRON":
        own = ("it", "you", "i", "we", "who", "which", "that")
        return head.lower_ if head.lower_ in own else "pronoun"
    capital = head.text[:1].isupper() and head.i > syntax.sentence(head)[0]
    if head.pos_ == "PROPN" or head.pos_ == "NOUN" and capital:
        return "name"
    return _noun(head.lemma_.lower()) if head.pos_ == "NOUN" else "other"


def may_refuse(source: "Token", verb: "Token") -> bool:
    """Whether the source of a verb that `refuses` may have been asked: a thing hardly was."""
    return (kind_of_head(source) not in ("thing", "time", "document")
            or syntax.unmistakable(verb))


@cache
def _noun(lemma):
    """What a noun is of: people, a document, a thing."""
    if lemma in words("not_voices.txt"):
        return "thing"
    if lemma in words("documents.txt"):
        return "document"
    people = lemma in _people() or lemma.endswith(tuple(words("entities.person_endings")))
    return "people" if people else "thing"


@cache
def _people():
    sets = ("collective", "body_nouns", "crowds", "kin", "generic", "countries")
    return {row["noun"] for row in rows("roles.tsv")}.union(
        {row["word"] for row in rows("organisations.tsv")},
        *(words(f"entities.{name}") for name in sets),
    )


def of_content(paragraph: "QuotedParagraph", low: int, high: int) -> list[str]:
    """Features of content doc[low:high]: how it opens, how long it is, whether a sentence ends with
    it, whether quoted words stand in it or are left after it in its sentence."""
    doc = paragraph.doc
    first = doc[low]
    opening = first.lower_ if first.lower_ in ("that", "to", "if", "whether") else first.tag_[:2]
    inside = paragraph.has_quoted(low, high)
    left = paragraph.has_quoted(high, syntax.sentence(doc[high - 1])[1])
    return [
        f"opens={opening}",
        f"words={step(high - low, _LENGTHS)}",
        f"stop={_stops(paragraph, high)}",
        f"quotes={'in' if inside else ''}{'left' if left else ''}",
        f"closes={'quote' if inside and _closes(paragraph, high) else 'word'}",
    ]


def _closes(paragraph, high):
    """Whether doc[:high] ends with a quoted word, or with the marks and stops after one."""
    while (
        high > 1
        and not paragraph.quoted(high - 1)
        and (paragraph.is_mark(high - 1) or paragraph.doc[high - 1].is_punct)
    ):
        high -= 1
    return paragraph.quoted(high - 1)


def _stops(paragraph, high):
    doc = paragraph.doc
    after = next(
        (i for i in range(high, len(doc)) if not (paragraph.is_mark(i) or doc[i].is_space)),
        len(doc),
    )
    return after == len(doc) or doc[high - 1].text in _STOPS or doc[after].text in _STOPS

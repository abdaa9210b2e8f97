"""Quotations within quotations: "He told me 'never again'", she said. The inner one has its own
source and points to the outer. So has a fragment in what somebody reports: The paper said that an
audit had called the dam "unfit"; and so has a refusal: The paper said that the mayor had declined
to comment; and so has a report: The paper said that a witness had said that the dam leaked.
"""

from typing import TYPE_CHECKING

from analysis.attribution import phrases, reported, spoken, verbs
from analysis.attribution.decoding import best
from analysis.attribution.places import pieces
from analysis.attribution.quoted_paragraph import QuotedParagraph
from analysis.attribution.scorer import least, probability, score
from analysis.lexicons import words
from analysis.syntax import VERBS

if TYPE_CHECKING:
    from analysis.attribution.candidate import Candidate


def find(paragraph: QuotedParagraph, candidates: "list[Candidate]") -> "list[Candidate]":
    """The candidates of nested quoted spans of a paragraph that have a cue and a source within the
    quotation; `enclosing` is the outer candidate."""
    found = []
    for number, span in paragraph.quoted_spans:
        inner = [pair for pair in paragraph.nested if pair[1].parent == number]
        outer = next((one for one in candidates if number in one.quoted_spans), None)
        if not inner or outer is None:
            continue
        bounds = span.first, span.last
        found += _told(QuotedParagraph(paragraph.parsed, paragraph.index, inner, bounds), outer)
    return [*found, *_passed_on(paragraph, candidates), *_refusals(paragraph, candidates)]


def retold(paragraph: QuotedParagraph, turn: "Candidate | None") -> "list[Candidate]":
    """The candidates of the quoted spans of a paragraph of an interview or a transcript that have a
    cue and a source there; `enclosing` is the turn, where they stand in it. What only stands in
    marks there is nobody's."""
    if turn and any(number in turn.quoted_spans for number, _ in paragraph.quoted_spans):
        return []
    return list(_told(paragraph, turn if turn and paragraph.holds(turn.pieces) else None))


def _told(inside, outer):
    said, uncued = spoken.find(inside)
    said = [one for one in said if one not in uncued]
    heard = {number for one in said for number in one.quoted_spans}
    for one in said + [
        other for other in _fragments(inside) if not inside.utters(other.pieces, heard)
    ]:
        if one.source and one.entry:
            one.enclosing = outer
            yield one


def _fragments(paragraph):
    weighed = [
        one
        for verb, proposal in phrases.fragments(paragraph)
        for one in reported.weighed(paragraph, verb, proposal)
    ]
    for one in weighed:
        one.probability = _alone(one)
    chosen = best(weighed, lambda one: one.probability - least("quoted"))
    for one in chosen:
        one.pieces = pieces(paragraph, one.spans)
    return chosen


def _passed_on(paragraph, candidates):
    """The candidates of quoted fragments, in content that is no more than passed on, whose source
    and cue stand there too."""
    for outer in [
        one
        for one in candidates
        if one.spans and one.entry and one.entry.lemma in words("cues.passing_on")
    ]:
        for one in _fragments(paragraph):
            if (
                one.source
                and one.entry
                and all(_holds(outer, span) for span in (one.source, one.cue, *one.spans))
            ):
                one.enclosing = outer
                yield one


def _refusals(paragraph, candidates):
    """The candidates of refusals in content that is reported outside quotation marks, whose source
    stands there too."""
    for outer in [one for one in candidates if one.spans and one.why != "clauses.refused"]:
        tokens = [token for span in outer.spans for token in paragraph.doc[slice(*span)]
                  if token.pos_ in VERBS and not paragraph.quoted(token.i)]
        for token in tokens:
            for proposal in verbs.refused(paragraph, token):
                for one in reported.weighed(paragraph, token, proposal):
                    one.probability = _alone(one)
                    if _holds(outer, one.source) and one.probability > least("refused"):
                        one.enclosing, one.pieces = outer, pieces(paragraph, one.spans)
                        yield one


_LEAST = 0.7  # from which a report within a report, or around one, is believed


def layered(paragraph: QuotedParagraph, chosen: "list[Candidate]",
            proposed: "list[Candidate]") -> "list[Candidate]":
    """The reports, of those proposed, that stand whole in what a chosen one reports, or in whose
    content a chosen one stands whole: "The paper said that a witness said that …"."""
    found = []
    for outer, inner in _layers(paragraph, chosen, proposed):
        new = outer if inner in chosen else inner
        if all(new.cue != one.cue for one in (*chosen, *found)):
            found.append(new)
            new.pieces = new.pieces or pieces(paragraph, new.spans)
            new.probability = _alone(new)
            inner.enclosing = outer
    return found


def _layers(paragraph, chosen, proposed):
    """(outer, inner) of a chosen candidate and a proposed one, the likeliest first."""
    reports = [
        one
        for one in proposed
        if one.why == "clauses.reported"
        and one.source
        and one.entry.scope == "speech"
        and paragraph.doc[slice(*one.source)].root.lower_ not in words("cues.authors")
    ]
    pairs = []
    for one in chosen:
        for other in reports if one.spans and one.source and one.cue else ():
            if _within(one, other) and _alone(other) > _LEAST:
                pairs.append((_alone(other), one, other))
            elif _within(other, one) and other.probability > _LEAST:
                pairs.append((other.probability, other, one))
    return [pair[1:] for pair in sorted(pairs, key=lambda pair: -pair[0])]


def _within(outer, inner):
    """Whether a candidate stands in one span of the content of another, with its source and cue."""
    parts = (inner.source, inner.cue, *inner.spans)
    return inner.home is None and any(
        all(low <= part[0] and part[1] <= high for part in parts) for low, high in outer.spans
    )


def _alone(candidate):
    """How likely a candidate is right, but for what governs its cue: that it stands under a report
    speaks against an outer attribution only."""
    own = (name for name in candidate.features if not name.startswith("under="))
    return probability(score(("all=", *own)))


def _holds(candidate, span):
    return any(low <= span[0] and span[1] <= high for low, high in candidate.spans)

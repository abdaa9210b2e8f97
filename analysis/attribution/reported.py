"""Reported content, without marks of its own or with quoted words in it: what the patterns propose.

`verbs` and `phrases` have the patterns; each proposes where content begins, and `ends` the places
where it may end. Everything that is proposed is weighed; what is kept is decided in `decoding`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.attribution import phrases, verbs
from analysis.attribution.candidate import Candidate
from analysis.attribution.cues import entry
from analysis.attribution.ends import ends
from analysis.attribution.features import of_content, of_cue, of_source
from analysis.attribution.scorer import probability, score
from analysis.syntax import VERBS

if TYPE_CHECKING:
    from analysis.attribution.quoted_paragraph import QuotedParagraph
    from analysis.attribution.verbs import Proposal
    from analysis.text.tokens import Token


def candidates(paragraph: "QuotedParagraph") -> list[Candidate]:
    """Every candidate of reported content in a `QuotedParagraph`, with its features and
    probability."""
    found = []
    for token in paragraph.doc:
        if paragraph.quoted(token.i):
            continue
        known = entry(token)
        for proposal in phrases.proposals(paragraph, token, known):
            found += weighed(paragraph, token, proposal)
        if token.pos_ in VERBS:
            for proposal in verbs.refused(paragraph, token):
                found += weighed(paragraph, token, proposal)
        if known is None or known.pos != "VERB":
            continue
        verb = verbs.read(paragraph, token, known)
        for proposal in verbs.proposals(verb) if verb else ():
            found += weighed(paragraph, token, proposal)
    for token, proposal in phrases.fragments(paragraph):
        found += weighed(paragraph, token, proposal)
    return found


def weighed(paragraph: "QuotedParagraph", token: "Token",
            proposal: "Proposal") -> Iterator[Candidate]:
    """The candidates of a proposal, one for each place where it may end; none where its source is
    marks alone."""
    if proposal.source is not None and proposal.source[0] >= proposal.source[1]:
        return
    cue = paragraph.doc[proposal.anchor] if proposal.anchor is not None else token
    base = [f"rule={proposal.rule}", *proposal.features]
    if proposal.entry is not None:
        base += of_cue(cue, proposal.entry, proposal.frame, proposal.rule.partition(".")[2])
    base.append(of_source(paragraph, proposal.source))
    if proposal.low is None or proposal.high is None:
        yield _candidate(paragraph, proposal, proposal.spans, base, [])
        return
    passed, family = [], proposal.frame
    places = ends(paragraph, cue, proposal.low, proposal.high)
    for place in places:
        if place.at <= proposal.low:
            continue
        side = (
            "parsed"
            if place.at == proposal.high
            else "within"
            if place.at < proposal.high
            else "beyond"
        )
        more = [*passed, f"cut.{family}={place.kind}", f"end.{family}={side}"]
        yield _candidate(
            paragraph, proposal, [*proposal.spans, (proposal.low, place.at)], base, more
        )
        aside = _aside(paragraph, proposal.low, place.at)
        if aside:
            spans = [*proposal.spans, (proposal.low, aside[0]), (aside[1], place.at)]
            yield _candidate(paragraph, proposal, spans, base, [*more, "aside=out"])
        passed.append(f"pass={place.kind}.{'in' if place.at < proposal.high else 'out'}")


def _aside(paragraph, low, high):
    """(first, last) of what stands between a pair of dashes within content, which is often the
    reporter's; or None."""
    dashes = [i for i in paragraph.dashes if low < i < high]
    return (dashes[0], dashes[1] + 1) if len(dashes) == 2 and dashes[1] + 1 < high else None


def _candidate(paragraph, proposal, spans, base, more):
    found = Candidate(
        paragraph,
        proposal.rule,
        cue=proposal.cue,
        source=proposal.source,
        entry=proposal.entry,
        spans=spans,
    )
    content = of_content(paragraph, spans[0][0], spans[-1][1])
    found.features = (*base, *content, *dict.fromkeys(more))
    found.probability = probability(score(("all=", *found.features)))
    return found

"""Attributions: who is said to have said, written, thought or judged what.

Patterns propose candidates (`spoken`, `continued`, `reported`, `transcript`, `interview`, `post`,
`nested`), features describe them, `scorer` weighs them, `decoding` keeps the best set that does not
overlap. Each keeps its rule, its probability and the likeliest reading that lost.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.attribution import (
    continued,
    interview,
    nested,
    post,
    reported,
    scopes,
    spoken,
    transcript,
)
from analysis.attribution.candidate import Attribution, RunnerUp
from analysis.attribution.decoding import best
from analysis.attribution.places import pieces
from analysis.attribution.quoted_paragraph import QuotedParagraph
from analysis.attribution.scorer import counted, least, roughly
from analysis.lexicons import words
from analysis.syntax import negated, supposed
from analysis.system.registry import ArticleLike

if TYPE_CHECKING:
    from analysis.attribution.candidate import Candidate


def decoded(article: ArticleLike) -> list[Attribution]:
    """The `Attribution`s of an Article, in order of their first character."""
    by_paragraph = {}
    for number, span in enumerate(article.quoted_spans):
        by_paragraph.setdefault(span.paragraph, []).append((number, span))
    paragraphs = [
        QuotedParagraph(parsed, index, by_paragraph.get(index, []))
        for index, parsed in enumerate(article.parsed)
    ]
    turns = transcript.turns(paragraphs) or interview.answers(paragraphs)
    candidates, latest, earlier, turn = [], None, [], None
    below = paragraphs[1:]
    for one in paragraphs:
        possible = (
            [turns[one.index]] if one.index in turns else _paragraph(one, earlier, latest, below)
        )
        found = [candidate for candidate in possible if candidate and candidate.pieces]
        latest = next((candidate for candidate in reversed(found) if candidate.source), latest)
        if one.index in turns:
            turn = turns[one.index] or turn
            found += nested.retold(one, turn)
        candidates += found + nested.find(one, found)
        earlier = [*earlier[-1:], one] if one.read else earlier
    candidates = continued.headlines(paragraphs, candidates)
    pairs = sorted(((_attribution(one), one) for one in candidates), key=lambda pair: hull(pair[0]))
    places = {id(candidate): index for index, (_, candidate) in enumerate(pairs)}
    return [
        replace(attribution, enclosing=places.get(id(candidate.enclosing)))
        if candidate.enclosing
        else attribution
        for attribution, candidate in pairs
    ]


def _paragraph(paragraph, earlier, latest, below):
    """The candidates of one paragraph, none of what is no part of the article, in order of their
    content; earlier: the last paragraphs before; latest: the last candidate with a source; below:
    the paragraphs below the title."""
    if paragraph.parsed.apart:
        return []
    whole = post.signed(paragraph) or transcript.headline(paragraph, below)
    if whole:
        return [whole]
    said, uncued = spoken.find(paragraph)
    proposed = reported.candidates(paragraph)
    candidates = said + kept(paragraph, said, proposed)
    candidates += nested.layered(paragraph, candidates, proposed)
    continued.resolve(paragraph, candidates, uncued, earlier, latest)
    candidates += [
        one
        for one in continued.fragments(paragraph, candidates)
        if one.probability >= least("fragment")
    ]
    return sorted(candidates, key=lambda candidate: candidate.pieces[0])


def _own_words(candidate):
    """Whether the author of the text says something as "I" or "we": the article is that already."""
    if candidate.source is None or _holds_quoted(candidate):
        return False
    head = candidate.paragraph.doc[slice(*candidate.source)].root
    return head.lower_ in words("cues.authors") and not candidate.paragraph.quoted(head.i)


def _holds_quoted(candidate):
    """Whether quoted words stand in the content of a candidate of reported content."""
    return candidate.paragraph.has_quoted(candidate.spans[0][0], candidate.spans[-1][1])


def kept(paragraph: QuotedParagraph, said: "list[Candidate]",
         proposed: "list[Candidate]") -> "list[Candidate]":
    """The best of the proposed candidates that touch none of the words or cues of those `said`, and
    are not the author's."""
    taken = {i for one in said if one.cue for i in range(*one.cue)}
    taken |= {
        i
        for one in said
        for number, span in paragraph.quoted_spans
        if number in one.quoted_spans
        for i in range(span.first, span.last)
    }
    free = [
        one
        for one in proposed
        if all(taken.isdisjoint(range(*span)) for span in (*one.spans, one.cue))
        and not _own_words(one)
    ]
    chosen = best(free, worth)
    for one in chosen:
        one.pieces = pieces(paragraph, one.spans)
    return [one for one in chosen if one.pieces]        # not where only a full stop would be said


def worth(candidate: "Candidate") -> float:
    """What a candidate of reported content adds to a set: more where quoted words stand in it."""
    family = {"phrases.adverb": "unsourced", "clauses.refused": "refused"}.get(candidate.why)
    family = "unsourced" if _hearsay(candidate) else family
    family = family or ("quoted" if _holds_quoted(candidate) else "reported")
    return candidate.probability - least(family)


def _hearsay(candidate):
    """Whether it is said by nobody who is named: "the mayor is thought to have fled"."""
    known = candidate.entry
    if candidate.source or known is None or known.lemma not in words("cues.hearsay"):
        return False
    verb = (candidate.home or candidate.paragraph).doc[slice(*candidate.cue)].root
    if negated(verb) or supposed(verb):
        return False
    topic = candidate.why == "clauses.about"  # "much was said about it"
    return "form=passive" in candidate.features and (not topic or known.cue_class == "accusing")


def _attribution(candidate):
    known, home = candidate.entry, candidate.home or candidate.paragraph
    content = tuple(sorted(candidate.pieces))
    inside = {
        number
        for number, span in candidate.paragraph.quoted_spans
        if any(low <= span.start and span.end <= high for low, high in content)
    }
    inside = sorted({*candidate.quoted_spans, *(() if candidate.verbatim else inside)})
    direct = (
        candidate.verbatim
        or candidate.quoted_spans
        and not candidate.why.startswith(("clauses", "phrases", "fragments"))
    )
    cued = candidate.cue is not None and known is not None
    hearsay = _hearsay(candidate)
    return Attribution(
        paragraph=candidate.paragraph.index,
        kind="direct" if direct else "mixed" if inside else "indirect",
        scope=scopes.scope(candidate, home),
        content=content,
        source=_offsets(home, candidate.source),
        source_tokens=(home.index, *candidate.source) if candidate.source else None,
        cue=_offsets(home, candidate.cue),
        cue_tokens=(home.index, *candidate.cue) if candidate.cue else None,
        lemma=known.lemma if cued else None,
        cue_class=known.cue_class if cued else "neutral",
        why=candidate.why,
        features=candidate.features,
        exact=round(candidate.probability, 2),
        confidence=round(_confidence(candidate, hearsay), 2),
        enclosing=None,
        quoted_spans=tuple(inside),
        distant=candidate.distant,
        unnamed=candidate.unnamed,
        negated=candidate.cue is not None
        and negated(home.doc[slice(*candidate.cue)].root),
        hearsay=hearsay,
        runner_up=_runner_up(candidate.rival),
    )


def _confidence(candidate, hearsay):
    """How likely the source of a candidate is right, and most of its content: a reported clause
    that a person would cut elsewhere is not made up."""
    name = "hearsay" if hearsay else candidate.why
    if name in ("clauses.refused", "hearsay"):
        return counted(name)  # annotators of speech mark few of them
    clause = candidate.why in words("cues.clauses")
    return roughly(candidate.probability) if clause else candidate.probability


def _offsets(paragraph, span):
    return paragraph.offsets(*span) if span else None


def _runner_up(rival):
    if rival is None:
        return None
    home = rival.home or rival.paragraph
    content = rival.pieces or pieces(rival.paragraph, rival.spans)
    return RunnerUp(
        _offsets(home, rival.source), tuple(sorted(content)), rival.why, round(rival.probability, 2)
    )


def hull(attribution: Attribution) -> tuple[int, int]:
    """(start, end) from the first to the last character of an attribution's content, source,
    cue."""
    spans = [
        *attribution.content,
        *(span for span in (attribution.source, attribution.cue) if span),
    ]
    return min(start for start, _ in spans), max(end for _, end in spans)

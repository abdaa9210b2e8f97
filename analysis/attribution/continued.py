"""Quotations without a cue of their own: who goes on speaking, or who signs them.

Newspapers leave the cue out where the reader knows the voice: in the same paragraph, over a
paragraph break (the marks open again), after a paragraph that ends in a colon, beneath a sentence
about the speaker, above a signature. Each rule proposes a source; what speaks for each is weighed.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.attribution.candidate import Candidate
from analysis.attribution.cues import entry
from analysis.attribution.features import DISTANCES, of_cue, step, weigh
from analysis.attribution.places import cue_span, source_phrase
from analysis.attribution.scorer import least
from analysis.syntax import VERBS, doer, helps, opens_statement

if TYPE_CHECKING:
    from analysis.attribution.quoted_paragraph import QuotedParagraph

_DASHES = {"—", "–", "―", "--", "-", "~"}
_NOMINATIVE = {"he", "she", "they", "we", "i", "who"}
_SIGNATURE = 16


def signature(paragraph: "QuotedParagraph", place: int) -> Candidate | None:
    """The candidate of "…" — Mara Ilves, where nothing else ends the paragraph; else None."""
    doc, (first, last) = paragraph.doc, paragraph.after(place)
    if (
        first >= last
        or doc[first].text not in _DASHES
        or last < len(doc)
        or last - first > _SIGNATURE
    ):
        return None
    name = doc[first + 1 : last]
    if (
        not len(name)
        or not name[0].text[:1].isupper()
        or any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in name)
    ):
        return None
    return weigh(
        Candidate(
            paragraph,
            "continued.signature",
            cue=(first, first + 1),
            source=(first + 1, last - (doc[last - 1].text == ".")),
        ),
        [],
    )


def resolve(paragraph: "QuotedParagraph", candidates: list[Candidate], uncued: list[Candidate],
            earlier: "list[QuotedParagraph]", latest: Candidate | None) -> None:
    """Give each of the `uncued` candidates of a paragraph its source.

    candidates: all of the paragraph's; earlier: the last paragraphs before it; latest: the last
    candidate with a source before it, or None. A quotation that goes on joins the candidate that it
    continues and leaves `candidates`.
    """
    for candidate in uncued:
        found = [
            pair
            for pair in proposals(paragraph, candidate, candidates, earlier, latest)
            if pair[0].probability >= least("uncued")
        ]
        if not found:
            candidate.unnamed = True
            weigh(candidate, [])
            continue
        best, voice = max(
            found, key=lambda pair: (_reopened(pair[0], earlier), pair[0].probability)
        )
        if _goes_on(best, voice, earlier):
            voice.pieces += candidate.pieces
            voice.quoted_spans += candidate.quoted_spans
            candidates.remove(candidate)
            continue
        best.pieces, best.quoted_spans, best.distant = (
            candidate.pieces,
            candidate.quoted_spans,
            best.why == "continued.last_speaker",
        )
        best.rival = max(
            (one for one, _ in found if (one.home, one.source) != (best.home, best.source)),
            key=lambda one: one.probability,
            default=None,
        )
        candidates[candidates.index(candidate)] = best


def proposals(paragraph: "QuotedParagraph", candidate: Candidate, candidates: list[Candidate],
              earlier: "list[QuotedParagraph]",
              latest: Candidate | None) -> Iterator[tuple[Candidate, Candidate]]:
    """(Candidate, the candidate or voice it goes on with) of each rule that finds an uncued one a
    source."""
    start = candidate.pieces[0][0]
    before = [
        other
        for other in candidates
        if other is not candidate and other.source and other.pieces and _end(other) <= start
    ]
    words = sum(
        span.words for number, span in paragraph.quoted_spans if number in candidate.quoted_spans
    )
    for rule in (_lead_in, _same_paragraph, _next_paragraph, _sentence_before, _last_speaker):
        voice = rule(paragraph, candidate, before, earlier, latest)
        if voice is not None:
            name = rule.__name__[1:]
            found = Candidate(
                paragraph,
                f"continued.{name}",
                cue=voice.cue if rule is _lead_in else None,
                source=voice.source,
                home=voice.home or voice.paragraph,
                entry=voice.entry,
                pieces=candidate.pieces,
            )
            beside = [
                f"opens.{name}={paragraph.opens_with_quote}",
                f"uncued={step(words, (3, 8, 20))}",
            ]
            yield weigh(found, _led_in(voice, words) if rule is _lead_in else beside), voice


def fragments(paragraph: "QuotedParagraph", candidates: list[Candidate]) -> Iterator[Candidate]:
    """The candidates of quoted fragments that hang on no cue, after one who is reported in the same
    paragraph: still that voice."""
    for number, span in paragraph.quoted_spans:
        before = [
            one for one in candidates if one.source and one.pieces and _end(one) <= span.start
        ]
        if before and not any(paragraph.utters(one.pieces, {number}) for one in candidates):
            voice = max(before, key=_end)
            found = Candidate(
                paragraph,
                "continued.fragments",
                [span.outer],
                source=voice.source,
                home=voice.home or voice.paragraph,
                entry=voice.entry,
                quoted_spans=[number],
            )
            closed = any(
                paragraph.utters(voice.pieces, {other}) for other, _ in paragraph.quoted_spans
            )
            yield weigh(
                found,
                [
                    f"fragment={step(span.words, (2, 4, 6, 9, 14))}",
                    f"voice={'quoted' if closed else 'reported'}",
                ],
            )


def headlines(paragraphs: "list[QuotedParagraph]", candidates: list[Candidate]) -> list[Candidate]:
    """The candidates; a quotation in a title or standfirst, or one that is pulled out to stand
    alone, is said by whoever says the same words in the text."""
    below = [
        (_words(one.paragraph, span), one)
        for one in candidates
        if one.source and one.paragraph.parsed.kind == "body"
        for number, span in one.paragraph.quoted_spans
        if one.paragraph.utters(one.pieces, {number})
    ]
    for title in paragraphs:
        for number, span in (
            title.quoted_spans
            if title.parsed.kind in ("title", "standfirst") or _pulled(title, candidates)
            else ()
        ):
            said = _words(title, span)
            same = next(
                (
                    one
                    for words, one in below
                    if one.paragraph is not title
                    and f" {said} " in f" {words} " and (" " in said or words == said)
                ),
                None,
            )
            if same is not None:
                candidates = [
                    one
                    for one in candidates
                    if one.paragraph is not title or not title.utters(one.pieces, {number})
                ]
                candidates.append(
                    weigh(
                        Candidate(
                            title,
                            "continued.headlines",
                            [span.outer],
                            source=same.source,
                            entry=same.entry,
                            home=same.home or same.paragraph,
                            quoted_spans=[number],
                        ),
                        [],
                    )
                )
    return candidates


_PULLED = 5     # words; fewer are said twice by chance


def _pulled(paragraph, candidates):
    """Whether a paragraph of the text is a quotation and nothing else, without a cue."""
    if paragraph.parsed.kind not in ("body", "heading") or len(paragraph.quoted_spans) != 1:
        return False
    (number, span), = paragraph.quoted_spans
    narrated = any(token.is_alpha and not paragraph.quoted(token.i) for token in paragraph.doc)
    return (not narrated and span.words >= _PULLED
            and not any(one.cue and paragraph.utters(one.pieces, {number})
                        for one in candidates if one.paragraph is paragraph))


def _words(paragraph, span):
    """The words of a quoted span in lower case, to see the same words again."""
    return " ".join(
        token.lower_
        for token in paragraph.doc[span.first : span.last]
        if token.is_alpha or token.like_num
    )


def _end(candidate):
    cue = (
        candidate.paragraph.offsets(*candidate.cue)[1]
        if candidate.cue and not candidate.home
        else 0
    )
    return max(cue, *(end for _, end in candidate.pieces))


def _goes_on(found, voice, earlier):
    """Whether the quotation is more of what `voice` says, not an attribution of its own."""
    if found.why == "continued.same_paragraph":
        thought = voice.entry is not None and voice.entry.scope == "thought"
        return (
            voice.cue is not None
            and not voice.home
            and not thought
            and voice.paragraph.holds(voice.pieces)
        )
    return _reopened(found, earlier)


def _reopened(found, earlier):
    """Whether the quotation opens again that the paragraph before has left open."""
    return found.why == "continued.next_paragraph" and not earlier[-1].quoted_spans[-1][1].closed


def _lead_in(paragraph, candidate, before, earlier, latest):
    """The paragraph before ends in a colon: its verb is the cue."""
    if not earlier or not paragraph.opens_with_quote:
        return None
    home = earlier[-1]
    end = next((token for token in reversed(home.doc) if not token.is_space), None)
    if end is None or end.text != ":":
        return None
    opening = home.doc[end.sent.start : end.i]
    for token in sorted(opening, key=lambda token: token.head.i != token.i):
        head = doer(token) if token.pos_ in VERBS and not helps(token) else None
        if head is not None:
            return Candidate(
                home,
                "",
                cue=cue_span(token),
                source=source_phrase(home, head, (token.i, token.i + 1)),
                entry=entry(token),
            )
    return None


def _led_in(voice, words):
    """The features of a quotation of so many words behind a cue that ends the paragraph before, as
    if it were in one paragraph with it."""
    doc, first = voice.paragraph.doc, voice.cue[0]
    known = of_cue(doc[first], voice.entry, "quote", "quote") if voice.entry else [
        "share.quote=unknown"]
    return [
        *(f"before.{feature}" for feature in known),
        f"away.before={step(len(doc) - first, DISTANCES)}",
        "touching.before=:",
        "found.before=subject",
        "between.before=0",
        f"quoted={step(words, (2, 4, 8))}",
    ]


def _same_paragraph(paragraph, candidate, before, earlier, latest):
    """The voice that spoke last in the paragraph."""
    return max(before, key=_end, default=None)


def _next_paragraph(paragraph, candidate, before, earlier, latest):
    """The voice of the quotation that ends the paragraph before."""
    closes = (
        latest is not None
        and earlier
        and earlier[-1].quoted_spans
        and earlier[-1].quoted_spans[-1][0] in latest.quoted_spans
    )
    return latest if closes and paragraph.opens_with_quote else None


def _sentence_before(paragraph, candidate, before, earlier, latest):
    """The person that the sentence before is about."""
    here = paragraph if not paragraph.opens_with_quote else earlier[-1] if earlier else None
    if here is None:
        return None
    limit = (
        len(here.doc)
        if here is not paragraph
        else next(
            (span.first for _, span in paragraph.quoted_spans if span.outer == candidate.pieces[0]),
            0,
        )
    )
    for token in reversed(here.doc[:limit]):
        if (
            opens_statement(token)
            and not here.quoted(token.i)
        ):
            if token.ent_type_ == "PERSON" or token.lower_ in _NOMINATIVE:
                return Candidate(
                    here, "", source=source_phrase(here, token, (token.head.i, token.head.i + 1))
                )
            return None
    return None


def _last_speaker(paragraph, candidate, before, earlier, latest):
    """The voice that was quoted last, in one of the two paragraphs before."""
    return latest if latest is not None and latest.paragraph in earlier[-2:] else None

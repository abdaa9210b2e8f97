"""Acts of attribution: who is said to have said, written, thought or judged what.

Direct quotations are found first (`direct`), then reported clauses (`indirect`), then quotations within quotations
(`nested`). Each act names its rule in `why`.
"""
from dataclasses import replace

from analysis.attribution import (
    confidence,
    continued,
    direct,
    fragments,
    indirect,
    nested,
    scopes,
    transcript,
)
from analysis.attribution.candidate import Attribution
from analysis.attribution.quoted_paragraph import Page


def decoded(article):
    """The `Attribution`s of an Article, in order of their first character."""
    by_passage = {}
    for number, quoted_span in enumerate(article.quoted_spans):
        by_passage.setdefault(quoted_span.paragraph, []).append((number, quoted_span))
    pages = [Page(paragraph, index, by_passage.get(index, [])) for index, paragraph in enumerate(article.parsed)]
    turns, candidates, latest = transcript.turns(pages), [], None
    nouns = {token.lower_ for page in pages[1:] for token in page.doc if token.pos_ in ("NOUN", "PROPN")}
    for page in pages:
        found = [turns[page.index]] if page.index in turns else _page(page, [one for one in pages[:page.index] if not one.paragraph.apart][-2:], latest, nouns)
        found = [candidate for candidate in found if candidate and candidate.pieces]
        latest = next((candidate for candidate in reversed(found) if candidate.source), latest)
        candidates += found + nested.find(page, found)
    candidates = continued.headlines(pages, candidates)
    pairs = sorted(((_act(candidate), candidate) for candidate in candidates), key=lambda pair: hull(pair[0]))
    number = {id(candidate): index for index, (_, candidate) in enumerate(pairs)}
    return [replace(attribution, within=number.get(id(candidate.within))) if candidate.within else attribution for attribution, candidate in pairs]


def _page(page, before, latest, nouns):
    """The candidates of one paragraph, none of what is no part of the article, in order of their content; before: the last pages; latest: the last candidate with a source;
    nouns: those of the text below the title."""
    if page.paragraph.apart:
        return []
    title = transcript.headline(page, nouns)
    if title:
        return [title]
    spoken, uncued = direct.find(page)
    taken = {i for candidate in spoken if candidate.cue for i in range(*candidate.cue)}
    taken |= {i for candidate in spoken for number, quoted_span in page.quoted_spans if number in candidate.quoted_spans
              for i in range(quoted_span.first, quoted_span.last)}
    candidates = spoken + indirect.find(page, taken)
    candidates += fragments.find(page, _heard(page, candidates))
    continued.resolve(page, candidates, uncued, before, latest)
    candidates += continued.fragments(page, candidates, _heard(page, candidates))
    return sorted(candidates, key=lambda candidate: candidate.pieces[0])


def _heard(page, candidates):
    """Numbers of the page's quoted spans that lie in the content of a candidate."""
    return {number for number, quoted_span in page.quoted_spans for candidate in candidates
            if any(low <= quoted_span.start and quoted_span.end <= high for low, high in candidate.pieces)}


def _act(candidate):
    page, known, home = candidate.page, candidate.entry, candidate.source_page or candidate.page
    content = tuple(sorted(candidate.pieces))
    inside = sorted({*candidate.quoted_spans, *_heard(page, [candidate])})
    features = confidence.features(candidate)
    kind = "direct" if candidate.verbatim or candidate.quoted_spans and not candidate.spans else "mixed" if inside else "indirect"
    return Attribution(
        paragraph=page.index, kind=kind, scope=scopes.scope(candidate, home), content=content,
        source=home.offsets(*candidate.source) if candidate.source else None,
        source_tokens=(home.index, *candidate.source) if candidate.source else None,
        cue=home.offsets(*candidate.cue) if candidate.cue else None,
        cue_tokens=(home.index, *candidate.cue) if candidate.cue else None,
        lemma=known.lemma if known and candidate.cue else None, cue_class=known.cue_class if known and candidate.cue else "neutral",
        why=candidate.why, features=features, confidence=confidence.confidence(features), within=None, quoted_spans=tuple(inside))


def hull(attribution):
    """(start, end) from the first to the last character of an act's content, source and cue."""
    spans = [*attribution.content, *(span for span in (attribution.source, attribution.cue) if span)]
    return min(start for start, _ in spans), max(end for _, end in spans)



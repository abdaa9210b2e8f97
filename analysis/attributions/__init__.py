"""Acts of attribution: who is said to have said, written, thought or judged what.

Direct quotations are found first (`direct`), then reported clauses (`indirect`), then quotations within quotations
(`nested`). Each act names its rule in `why`.
"""
from dataclasses import replace

from analysis.attributions import confidence, continued, direct, fragments, indirect, nested, scopes, transcript
from analysis.attributions.act import Attribution
from analysis.attributions.page import Page
from analysis.schemas import frame


def find(article):
    """The `Attribution`s of an Article, in order of their first character."""
    by_passage = {}
    for number, stretch in enumerate(article.stretches):
        by_passage.setdefault(stretch.passage, []).append((number, stretch))
    pages = [Page(passage, index, by_passage.get(index, [])) for index, passage in enumerate(article.passages)]
    turns, drafts, latest = transcript.turns(pages), [], None
    nouns = {token.lower_ for page in pages[1:] for token in page.doc if token.pos_ in ("NOUN", "PROPN")}
    for page in pages:
        found = [turns[page.index]] if page.index in turns else _page(page, pages[:page.index][-2:], latest, nouns)
        found = [draft for draft in found if draft and draft.pieces]
        latest = next((draft for draft in reversed(found) if draft.source), latest)
        drafts += found + nested.find(page, found)
    drafts = continued.headlines(pages, drafts)
    pairs = sorted(((_act(draft), draft) for draft in drafts), key=lambda pair: hull(pair[0]))
    number = {id(draft): index for index, (_, draft) in enumerate(pairs)}
    return [replace(act, within=number.get(id(draft.within))) if draft.within else act for act, draft in pairs]


def _page(page, before, latest, nouns):
    """The drafts of one paragraph, in order of their content; before: the last pages; latest: the last draft with a source;
    nouns: those of the text below the title."""
    title = transcript.headline(page, nouns)
    if title:
        return [title]
    spoken, uncued = direct.find(page)
    taken = {i for draft in spoken if draft.cue for i in range(*draft.cue)}
    taken |= {i for draft in spoken for number, stretch in page.stretches if number in draft.stretches
              for i in range(stretch.first, stretch.last)}
    drafts = spoken + indirect.find(page, taken)
    drafts += fragments.find(page, _heard(page, drafts))
    continued.resolve(page, drafts, uncued, before, latest)
    drafts += continued.fragments(page, drafts, _heard(page, drafts))
    return sorted(drafts, key=lambda draft: draft.pieces[0])


def _heard(page, drafts):
    """Numbers of the page's stretches that lie in the content of a draft."""
    return {number for number, stretch in page.stretches for draft in drafts
            if any(low <= stretch.start and stretch.end <= high for low, high in draft.pieces)}


def _act(draft):
    page, known, home = draft.page, draft.entry, draft.source_page or draft.page
    content = tuple(sorted(draft.pieces))
    inside = sorted({*draft.stretches, *_heard(page, [draft])})
    signs = confidence.signs(draft)
    kind = "direct" if draft.verbatim or draft.stretches and not draft.spans else "mixed" if inside else "indirect"
    return Attribution(
        passage=page.index, kind=kind, scope=scopes.scope(draft, home), content=content,
        source=home.offsets(*draft.source) if draft.source else None,
        source_tokens=(home.index, *draft.source) if draft.source else None,
        cue=home.offsets(*draft.cue) if draft.cue else None,
        cue_tokens=(home.index, *draft.cue) if draft.cue else None,
        lemma=known.lemma if known and draft.cue else None, cue_class=known.cue_class if known and draft.cue else "neutral",
        why=draft.why, signs=signs, confidence=confidence.confidence(signs), within=None, stretches=tuple(inside))


def hull(act):
    """(start, end) from the first to the last character of an act's content, source and cue."""
    spans = [*act.content, *(span for span in (act.source, act.cue) if span)]
    return min(start for start, _ in spans), max(end for _, end in spans)


def table(article):
    """The attributions table; `speaker` is the canonical name that `analysis.speakers.sources` finds, `why` its reason
    where there is none."""
    from analysis.speakers import sources
    text, rows = article.text, []
    for number, (act, (speaker, reason)) in enumerate(zip(article.acts, sources(article))):
        start, end = hull(act)
        source, cue = act.source or (None, None), act.cue or (None, None)
        rows.append(dict(start=start, end=end, text=text[start:end], attribution=number, kind=act.kind, scope=act.scope,
                         content=[list(span) for span in act.content],
                         source=text[slice(*source)] if act.source else None, source_start=source[0], source_end=source[1],
                         cue=text[slice(*cue)] if act.cue else None, cue_start=cue[0], cue_end=cue[1],
                         cue_class=act.cue_class, speaker=speaker, why=act.why if speaker else reason, confidence=act.confidence, within=act.within))
    return frame("attributions", rows)

"""Acts of attribution: who is said to have said, written, thought or judged what.

Direct quotations are found first (`direct`), then reported clauses (`indirect`), then quotations within quotations
(`nested`). Each act names its rule in `why`.
"""
from analysis.attributions import continued, direct, fragments, indirect
from analysis.attributions.act import Attribution
from analysis.attributions.page import Page
from analysis.schemas import frame


def find(article):
    """The `Attribution`s of an Article, in order of their first character."""
    by_passage = {}
    for number, stretch in enumerate(article.stretches):
        by_passage.setdefault(stretch.passage, []).append((number, stretch))
    drafts, pages, latest = [], [], None
    for index, passage in enumerate(article.passages):
        page = Page(passage, index, by_passage.get(index, []))
        found = _page(page, pages, latest)
        latest = next((draft for draft in reversed(found) if draft.source), latest)
        pages.append(page)
        drafts += found
    acts = [_act(draft, article.stretches) for draft in drafts]
    return sorted(acts, key=_hull)


def _page(page, pages, latest):
    """The drafts of one paragraph, in order of their content; pages: those before it; latest: the last draft with a source."""
    spoken, uncued = direct.find(page)
    taken = {i for draft in spoken if draft.cue for i in range(*draft.cue)}
    taken |= {i for draft in spoken for number, stretch in page.stretches if number in draft.stretches
              for i in range(stretch.first, stretch.last)}
    drafts = spoken + indirect.find(page, taken)
    drafts += fragments.find(page, _heard(page, drafts))
    continued.resolve(page, drafts, uncued, pages, latest)
    drafts += continued.fragments(page, drafts, _heard(page, drafts))
    return sorted(drafts, key=lambda draft: draft.pieces[0])


def _heard(page, drafts):
    """Numbers of the page's stretches that lie in the content of a draft."""
    return {number for number, stretch in page.stretches for draft in drafts
            if any(low <= stretch.start and stretch.end <= high for low, high in draft.pieces)}


def _act(draft, stretches):
    page, known = draft.page, draft.entry
    content = tuple(sorted(draft.pieces))
    inside = draft.stretches or [number for number, stretch in page.stretches
                                 if any(low <= stretch.start and stretch.end <= high for low, high in content)]
    kind = "direct" if draft.stretches else "mixed" if inside else "indirect"
    source_page = cue_page = draft.source_page or page
    return Attribution(
        passage=page.index, kind=kind, scope=known.scope if known else "speech", content=content,
        source=source_page.offsets(*draft.source) if draft.source else None,
        source_tokens=(source_page.index, *draft.source) if draft.source else None,
        cue=cue_page.offsets(*draft.cue) if draft.cue else None,
        cue_tokens=(cue_page.index, *draft.cue) if draft.cue else None,
        lemma=known.lemma if known else None, cue_class=known.cue_class if known else "neutral",
        why=draft.why, confidence=round(draft.strength, 2), within=None, stretches=tuple(inside))


def _hull(act):
    spans = [*act.content, *(span for span in (act.source, act.cue) if span)]
    return min(start for start, _ in spans), max(end for _, end in spans)


def table(article):
    """The attributions table; `speaker` is the canonical name that `analysis.speakers.resolve` finds."""
    from analysis.speakers import resolve
    text, rows = article.text, []
    for number, (act, speaker) in enumerate(zip(article.acts, resolve(article))):
        start, end = _hull(act)
        source, cue = act.source or (None, None), act.cue or (None, None)
        rows.append(dict(start=start, end=end, text=text[start:end], attribution=number, kind=act.kind, scope=act.scope,
                         content=[list(span) for span in act.content],
                         source=text[slice(*source)] if act.source else None, source_start=source[0], source_end=source[1],
                         cue=text[slice(*cue)] if act.cue else None, cue_start=cue[0], cue_end=cue[1],
                         cue_class=act.cue_class, speaker=speaker, why=act.why, confidence=act.confidence, within=act.within))
    return frame("attributions", rows)

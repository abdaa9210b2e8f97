"""The attributions table: one row per attribution, with its source, its content and its speaker."""

import pandas

from analysis.article import Article
from analysis.attribution import hull
from analysis.tables.schemas import frame
from analysis.voices import reasons, sources


def table(article: Article) -> pandas.DataFrame:
    """The attributions table of an Article; `speaker` is the name in `article.entities`."""
    text = article.text
    rows = []
    for number, (attribution, choice) in enumerate(zip(article.decoded, sources(article))):
        start, end = hull(attribution)
        source, source_start, source_end = _place(text, attribution.source)
        cue, cue_start, cue_end = _place(text, attribution.cue)
        rows.append(dict(
            start=start, end=end, text=text[start:end], attribution=number, kind=attribution.kind,
            scope=attribution.scope, content=[list(span) for span in attribution.content],
            source=source, source_start=source_start, source_end=source_end, cue=cue,
            cue_start=cue_start, cue_end=cue_end, cue_class=attribution.cue_class,
            speaker=choice.actor and choice.actor.name, why=reasons(attribution, choice),
            confidence=attribution.confidence, speaker_confidence=choice.probability,
            within=attribution.enclosing))
    return frame("attributions", rows)


def _place(text, span):
    """(words, start, end) of a span of the text, three times None for None."""
    return (text[slice(*span)], *span) if span else (None, None, None)

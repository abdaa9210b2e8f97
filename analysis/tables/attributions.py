"""The attributions table: one row per attribution, with its source, its content and its canonical speaker."""
from analysis.attribution import hull
from analysis.tables.schemas import frame
from analysis.voices import sources


def table(article):
    """The attributions table; `speaker` is the canonical name that `analysis.voices.sources` finds, `why` its reason
    where there is none."""
    text, rows = article.text, []
    for number, (attribution, (speaker, reason)) in enumerate(zip(article.decoded, sources(article))):
        start, end = hull(attribution)
        source, cue = attribution.source or (None, None), attribution.cue or (None, None)
        rows.append(dict(start=start, end=end, text=text[start:end], attribution=number, kind=attribution.kind, scope=attribution.scope,
                         content=[list(span) for span in attribution.content],
                         source=text[slice(*source)] if attribution.source else None, source_start=source[0], source_end=source[1],
                         cue=text[slice(*cue)] if attribution.cue else None, cue_start=cue[0], cue_end=cue[1],
                         cue_class=attribution.cue_class, speaker=speaker, why=attribution.why if speaker else reason, confidence=attribution.confidence, within=attribution.enclosing))
    return frame("attributions", rows)

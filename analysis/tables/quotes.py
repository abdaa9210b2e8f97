"""The quotes table: every quoted quoted span, who utters it, or why nobody does."""
from bisect import bisect_left

from analysis.quotations.spans import WORD
from analysis.tables.schemas import frame
from analysis.voices import resolve


def table(article):
    """The quotes table: every quoted span, with the attribution that utters it or the reason why none does."""
    decoded, speakers = article.decoded, resolve(article)
    uttered = {quoted_span: number for number, attribution in enumerate(decoded) for quoted_span in attribution.quoted_spans}
    sentence_starts = list(article.sentences["start"])
    rows = []
    for number, quoted_span in enumerate(article.quoted_spans):
        paragraph = article.parsed[quoted_span.paragraph]
        attribution = uttered.get(number)
        kind, why = _unuttered(article, quoted_span) if attribution is None else (_kind(decoded[attribution], quoted_span), decoded[attribution].why)
        rows.append(dict(start=quoted_span.start, end=quoted_span.end, text=article.text[quoted_span.start:quoted_span.end],
                         quote=number, kind=kind, attribution=attribution, speaker=None if attribution is None else speakers[attribution],
                         why=why, words=quoted_span.words, paragraph=paragraph.paragraph, section=paragraph.section,
                         sentence=max(bisect_left(sentence_starts, quoted_span.start + 1) - 1, 0)))
    return frame("quotes", rows)


def _kind(attribution, quoted_span):
    """Direct where the quoted span is a piece of the content by itself, mixed where it stands within a clause."""
    return "direct" if attribution.kind == "direct" or quoted_span.outer in attribution.content else "mixed"


def _unuttered(article, quoted_span):
    """(kind, why) of a quoted span that nobody is said to have uttered: a title in capitals, else scare quotes."""
    words = WORD.findall(article.text[quoted_span.start:quoted_span.end])
    if quoted_span.parent is not None:
        return "scare", "unuttered: words that the quoted speaker sets off"
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words)
    if words[0][0].isupper() and capitals * 2 > len(words) and len(words) <= 12:
        return "title", "unuttered: capitals like a title"
    return "scare", "unuttered: no cue near"

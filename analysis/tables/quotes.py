"""The quotes table: every quoted span, who utters it, or why nobody does."""
from bisect import bisect_left

import pandas

from analysis.article import Article
from analysis.quotations.spans import WORD
from analysis.tables.schemas import frame

_OF_ATTRIBUTION = ["attribution", "speaker", "source", "cue", "why", "confidence",
                   "speaker_confidence"]


def table(article: Article) -> pandas.DataFrame:
    """The quotes table: every quoted span, with what its attribution says or why it has none."""
    decoded = article.decoded
    uttered = {span: number for number, attribution in enumerate(decoded)
               for span in attribution.quoted_spans}
    attributions = [dict(zip(_OF_ATTRIBUTION, cells))
                    for cells in zip(*article.attributions.lists(*_OF_ATTRIBUTION))]
    sentence_starts, = article.sentences.lists("start")
    rows = []
    for number, span in enumerate(article.quoted_spans):
        paragraph = article.parsed[span.paragraph]
        if number in uttered:
            said = attributions[uttered[number]] | {"kind": _kind(decoded[uttered[number]], span)}
        else:
            said = dict.fromkeys(_OF_ATTRIBUTION) | _unuttered(article, span)
        rows.append(said | dict(
            start=span.start, end=span.end, text=article.text[span.start:span.end], quote=number,
            words=span.words, paragraph=paragraph.paragraph, section=paragraph.section,
            sentence=max(bisect_left(sentence_starts, span.start + 1) - 1, 0)))
    return frame("quotes", rows)


def _kind(attribution, span):
    """Direct where the span is a piece of the content by itself, mixed within a clause."""
    alone = attribution.kind == "direct" or span.outer in attribution.content
    return "direct" if alone else "mixed"


def _unuttered(article, span):
    """kind and why of a span that nobody uttered: a title in capitals, else scare."""
    words = WORD.findall(article.text[span.start:span.end])
    if span.parent is not None:
        return dict(kind="scare", why="unuttered: words that the quoted speaker sets off")
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words)
    if words[0][0].isupper() and capitals * 2 > len(words) and len(words) <= 12:
        return dict(kind="title", why="unuttered: capitals like a title")
    return dict(kind="scare", why="unuttered: no cue near")

"""What is laid over the text: numbered voices, and spans of quotations, cues, numbers …."""
from collections.abc import Iterable
from dataclasses import dataclass

from pandas import concat, notna

from analysis.article import Article
from analysis.voices.spoken_words import spoken

COLOURS = 8  # voices told apart by hue; the next eight have the same hues and another line
QUOTE, REPORT, SOURCE, CUE, NUMBER, CHECK = ("quote", "report", "source", "cue", "number", "check")


@dataclass(frozen=True)
class Span:
    """Characters start to end of the text, of one layer; item: what they belong to ("q3", "a12",
    "n7"); voice: the number of who speaks, or None."""

    start: int
    end: int
    layer: str
    item: str
    voice: int | None = None


@dataclass(frozen=True)
class Voice:
    """Who is quoted or reported: number (from 1, most words first), name, words, quotes."""

    number: int
    name: str
    words: int
    quotes: int


def voices(article: Article) -> dict[str, Voice]:
    """{name: Voice} of whoever is quoted, reported or said to think, most words first."""
    words, quotes = (spoken(article).groupby("speaker")["words"].sum(),
                     article.quotes.groupby("speaker").size())
    starts = concat([article.quotes, article.attributions]).groupby("speaker")["start"].min()
    order = sorted(starts.index, key=lambda name: (-words.get(name, 0), starts[name], name))
    return {name: Voice(number, name, int(words.get(name, 0)), int(quotes.get(name, 0)))
            for number, name in enumerate(order, 1)}


def spans(article: Article, numbered: dict) -> list[Span]:
    """Every `Span` of an Article, longer ones first; numbered: its `voices`."""
    found = [Span(row.start, row.end, QUOTE, f"q{row.quote}", _number(row.speaker, numbered))
             for row in article.quotes.itertuples()]
    for row in article.attributions.itertuples():
        item, voice = f"a{row.attribution}", _number(row.speaker, numbered)
        if row.kind != "direct":
            found += [Span(start, end, REPORT, item, voice) for start, end in row.content]
        if notna(row.source_start):
            found.append(Span(row.source_start, row.source_end, SOURCE, item, voice))
        if notna(row.cue_start):
            found.append(Span(row.cue_start, row.cue_end, CUE, item, voice))
    checked = {number for row in article.checks.itertuples()
               for number in (row.number_a, row.number_b) if notna(number)}
    found += [Span(row.start, row.end, CHECK if row.number in checked else NUMBER, f"n{row.number}",
                   _number(row.speaker, numbered)) for row in article.numbers.itertuples()]
    return sorted((span for span in found if span.end > span.start),
                  key=lambda span: (span.start, -span.end))


def cut(spans: list[Span], boundaries: Iterable[int]) -> list[tuple[int, int, list[Span]]]:
    """The text cut wherever a span or boundary begins or ends: [(start, end, the spans over it)].

    spans: sorted by start. boundaries: offsets, the first and the last of the text among them.

    >>> spans = [Span(1, 4, "quote", "q0"), Span(2, 6, "number", "n0")]
    >>> [(start, end, len(over)) for start, end, over in cut(spans, [0, 6])]
    [(0, 1, 0), (1, 2, 1), (2, 4, 2), (4, 6, 1)]
    """
    points = sorted({*boundaries, *(point for span in spans for point in (span.start, span.end))})
    pieces, over, coming = [], [], 0
    for start, end in zip(points, points[1:]):
        first = coming
        while coming < len(spans) and spans[coming].start <= start:
            coming += 1
        over = [span for span in over + spans[first:coming] if span.end > start]
        pieces.append((start, end, over))
    return pieces


def _number(name, numbered):
    return numbered[name].number if name in numbered else None

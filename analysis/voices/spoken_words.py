"""The words that speakers are given: every quoted or paraphrased word counted once, for the
outermost speaker.

An act of speech whose words are not given ("she rejected the plan", "he urged them to leave") gives
nobody any, nor does what somebody is said not to have said. What a source quotes of another is the
source's. Thoughts and evaluations do not count, nor do scare quotes and titles, nor paraphrases
that the program is less than half sure of: they are more often wrong than right. """
import re
from bisect import bisect_right
from collections import defaultdict
from typing import NamedTuple

import pandas

from analysis.attribution.candidate import Attribution
from analysis.lexicons import words
from analysis.system.registry import ArticleLike

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_SAID = ("speech", "document")
LIKELY = .5
_COLUMNS = {"speaker": "str", "quoted": "bool", "start": "int64", "end": "int64", "words": "int64",
            "quoted_spans": "int64",
            "section": "int64", "attribution": "Int64"}


class Piece(NamedTuple):
    """A piece of the text that somebody is, or may be, given; the columns of `spoken`, and counted:
    whether it counts."""

    speaker: str | None
    quoted: bool
    start: int
    end: int
    words: int
    quoted_spans: int
    section: int
    attribution: int | None
    counted: bool


def voiced(article: ArticleLike) -> pandas.DataFrame:
    """The rows of an Article's attributions table that report somebody's words: speech and
    documents, quoted, or paraphrased with a confidence of at least LIKELY; not what somebody is
    said not to have said."""
    table = article.attributions
    kept = [
        scope in _SAID and _reported(*row) and not _denied(article, number, row[0])
        for number, scope, *row in zip(
            *table.lists("attribution", "scope", "kind", "confidence", "why"))
    ]
    return table[pandas.Series(kept, table.index, dtype=bool)]


def _denied(article, number, kind):
    """Whether an attribution is a paraphrase of what somebody is said not to have said."""
    return kind == "indirect" and article.decoded[number].negated


def _reported(kind, confidence, why):
    given = why.split(";")[0] not in words("voices.acts_told")
    return kind != "indirect" or confidence >= LIKELY and given


def lets_speak(attribution: Attribution) -> bool:
    """Whether an attribution quotes its source, says that it gives none, or its words count as a
    paraphrase of it."""
    if attribution.kind != "indirect" or attribution.scope == "refusal":
        return True
    return not attribution.negated and (
        attribution.scope in _SAID
        and _reported(attribution.kind, attribution.confidence, attribution.why))


def attributed(article: ArticleLike) -> list[Piece]:
    """The `Piece`s of an Article that a known speaker is given, in the order of the text."""
    return [piece for piece in article.pieces if piece.counted and piece.speaker is not None]


def spoken(article: ArticleLike) -> pandas.DataFrame:
    """One row per piece of an Article's text that a known speaker is given, in the order of the
    text.

    speaker; quoted (True inside quotation marks and for a turn of a transcript, False paraphrased);
    start, end (offsets); words, none of them counted in two rows; quoted_spans (1 for a quoted span
    or a turn, else 0); section; attribution. """
    rows = [piece[:-1] for piece in attributed(article)]
    return pandas.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)


def pieces(article: ArticleLike) -> list[Piece]:
    """The `Piece`s of an Article, in the order of the text: those that count, those of speakers who
    are not known, and what may be paraphrased besides, in words that nobody else is given."""
    table, section = article.attributions, _sections(article)
    columns = ("attribution", "scope", "kind", "confidence", "why", "speaker", "content")
    acts = list(zip(*table.lists(*columns)))
    scopes = {number: scope for number, scope, *_ in acts}
    found, counted = [], bytearray(len(article.text))
    quotes = article.quotes
    heard = list(zip(*quotes.lists("quote", "kind", "attribution", "speaker", "start", "end",
                                   "words", "section")))
    inner = _inside([(number, start, end) for number, kind, _, _, start, end,
                     *_ in heard if kind in ("direct", "mixed")])
    inner |= _again([(number, _name(speaker), article.text[start:end])
                     for number, kind, _, speaker, start, end, *_ in heard
                     if kind in ("direct", "mixed")])
    for number, kind, attribution, speaker, start, end, size, part in heard:
        counted[start:end] = b"\1" * (end - start)
        attribution = None if attribution is pandas.NA else attribution
        if kind in ("direct", "mixed") and scopes.get(attribution, "speech") in _SAID:
            found.append(Piece(_name(speaker), True, start, end, 0 if number in inner else size, 1,
                               part, attribution, True))
    said = [act for act in acts if act[1] in _SAID and not _denied(article, act[0], act[2])]
    for sure in (True, False):
        for number, _, kind, confidence, why, speaker, content in said:
            if _reported(kind, confidence, why) != sure:
                continue
            turn = kind == "direct" and not article.decoded[number].quoted_spans
            for place, (start, end) in enumerate(content):
                if new := _new_words(article.text, start, end, counted):
                    found.append(Piece(_name(speaker), turn, start, end, new,
                                       int(turn and not place),
                                       section(content[0][0]), number, sure))
    return sorted(found, key=lambda piece: (piece.start, piece.end))


def _name(speaker):
    return speaker if isinstance(speaker, str) else None


def _sections(article):
    """A function from an offset to the section it stands in."""
    starts, sections = article.paragraphs.lists("start", "section")
    return lambda offset: sections[max(bisect_right(starts, offset) - 1, 0)]


def _inside(spans):
    """The numbers of the spans (number, start, end) that stand inside another."""
    found, reach = set(), -1
    for number, _, end in sorted(spans, key=lambda span: (span[1], -span[2])):
        if end <= reach:
            found.add(number)
        reach = max(reach, end)
    return found


_TWICE = 5      # words; fewer may well be said twice


def _again(quoted):
    """The numbers of the quotations (number, speaker, text) whose words stand in another of the
    same speaker, or are said by nobody: pulled out to be seen, and counted where they are said."""
    found, kept = set(), defaultdict(set)
    said = [(number, speaker, tuple(_WORD.findall(text.lower())))
            for number, speaker, text in quoted]
    for number, speaker, spoken in sorted(said, key=lambda one: (-len(one[2]), one[0])):
        runs = [spoken[place:place + _TWICE] for place in range(len(spoken) - _TWICE + 1)]
        held = [kept[run] for run in runs]
        if held and (everybody := set.intersection(*held)) and speaker in {*everybody, None}:
            found.add(number)
        for run in runs:
            kept[run].add(speaker)
    return found


def _new_words(text, start, end, counted):
    """Words of text[start:end] that nobody has been given yet; they are marked as counted."""
    count = 0
    for match in _WORD.finditer(text, start, end):
        if not counted[match.start()]:
            count += 1
            counted[match.start():match.end()] = b"\1" * (match.end() - match.start())
    return count

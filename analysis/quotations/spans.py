"""Quoted spans: what stands between quotation marks, wherever it stands and whoever said it.

Marks are paired paragraph by paragraph and without regard to which way they point, because copied
text often turns them round. A quoted span that is not closed runs to the end of its paragraph: a
quotation that goes on opens again in the next one. Double marks count, and single ones inside
them; single marks, and double ones inside them, where every double mark stands so (Guardian and
Economist style guides); single marks alone in headlines.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from analysis.system.registry import ArticleLike

_DOUBLE = re.compile(r"(?<=\s)\"\"(?=\w)|[“”„‟«»＂\"]|''|``|‘‘|’’")
_OPENING = set("“„‟«") | {"``", "‘‘"}
_CLOSING = set("”»") | {"’’"}
_BEFORE = "([{—–-"      # besides a blank, what stands before an opening mark
_SINGLE_OPENER = re.compile(r"(?:^|(?<=[\s(\[“”\"—–-]))[‘’'`](?=\w|[.…$£€(])")
_SINGLE_CLOSER = re.compile(r"(?<=\S)[’'](?!\w)|(?<=[.!?,] )[’'](?=\s|$)")
_SPEECH_OPENER = re.compile(r"(?:\A|[:,] )[‘'](?=[A-Z])(?!T(?:is|was)\b|(?:Cause|Em|Til)\b)")
WORD = re.compile(r"\w+(?:[’'-]\w+)*")


@dataclass(frozen=True)
class QuotedSpan:
    """One quoted span.

    start, end: offsets in `article.text`, marks excluded; outer: the offsets with the marks;
    paragraph: index in `article.parsed`; first, last: its tokens, doc[first:last]; parent: index
    of the quoted span it stands in, or None; closed: whether its closing mark is there; words: how
    many it has.
    """

    paragraph: int
    start: int
    end: int
    outer: tuple
    first: int
    last: int
    parent: int | None
    closed: bool
    words: int


def quoted_spans(article: ArticleLike) -> list[QuotedSpan]:
    """Every `QuotedSpan` of an Article's parsed paragraphs, in order of their opening marks."""
    parsed = article.parsed
    single = all(_within_single(paragraph.copy.text) for paragraph in parsed)
    found = []
    for index, paragraph in enumerate(parsed):
        if paragraph.apart:
            continue
        text = paragraph.copy.text
        outermost = (
            _single_spans(text, 0, len(text))
            if single or _set_in_singles(paragraph)
            else _double_spans(text)
        )
        starts = [token.idx for token in paragraph.doc]
        for span in outermost:
            parent = len(found)
            if _add(found, index, paragraph, starts, span, None):
                for inner in _inner_spans(text, span, single):
                    _add(found, index, paragraph, starts, inner, parent)
    return found


def _within_single(text):
    """Whether all that stands between double marks in a paragraph stands between single ones, as
    British papers set it."""
    if not _DOUBLE.search(text):
        return True
    outer = _single_spans(text, 0, len(text))
    return all(
        any(low < span[0] and span[3] <= close for low, _, _, close in outer)
        for span in _double_spans(text)
    )


def _set_in_singles(paragraph):
    """Whether a title has only single marks: headlines have them where the text below has double
    ones."""
    return paragraph.kind in ("title", "standfirst") and not _DOUBLE.search(paragraph.copy.text)


def _inner_spans(text, span, single):
    """The spans nested in one, between marks of the other kind."""
    if single:
        return [
            inner for inner in _double_spans(text) if span[1] <= inner[0] and inner[3] <= span[2]
        ]
    return span[4] if len(span) > 4 else _single_spans(text, span[1], span[2])


def _add(found, index, paragraph, starts, span, parent):
    """Append the span (opener, start, end, closer's end) as a QuotedSpan, unless no letter or
    figure is in it."""
    opener, start, end, close = span[:4]
    text = paragraph.copy.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    words = count_words(text[start:end])
    if not words:
        return False
    low, high = paragraph.char_offsets(start, end)
    outer = paragraph.char_offsets(opener, close)
    first = max(bisect_left(starts, start + 1) - 1, 0)
    found.append(
        QuotedSpan(
            index, low, high, outer, first, bisect_left(starts, end), parent, close > end, words
        )
    )
    return True


def count_words(text: str) -> int:
    """How many words a text has: letters and figures, with the hyphens and apostrophes in them."""
    return len(WORD.findall(text))


def _double_spans(text):
    """Spans (opener, start, end, end of closer, nested spans) between double marks."""
    marks = [match for match in _DOUBLE.finditer(text) if not _inch(text, match)]
    nested = _balanced(marks)
    if nested is not None:
        return nested
    if len(marks) % 2:
        marks = _with_openers(text, marks)
    spans = []
    for opener, closer in zip(marks[::2], marks[1::2]):
        spans.append((opener.start(), opener.end(), closer.start(), closer.end()))
    if len(marks) % 2:
        spans.append((marks[-1].start(), marks[-1].end(), len(text), len(text)))
    return spans


def _with_openers(text, marks):
    """The marks without those that can only close, by what stands around them, where nothing is
    open: their opening mark was lost, and all that follow would be taken the wrong way round."""
    kept = []
    for mark in marks:
        before, after = text[: mark.start()][-1:], text[mark.end() :][:1]
        closes = before.strip() and before not in _BEFORE and not after.isalnum()
        if len(kept) % 2 or not closes:
            kept.append(mark)
    return kept


def _inch(text, mark):
    """Whether a straight mark measures inches: 6'2" """
    return (
        mark.group() == '"' and re.search(r"\d['’′]\s?\d{1,2}$", text[: mark.start()]) is not None
    )


def _balanced(marks):
    """Spans with nested double marks, where every mark shows its direction and the directions
    pair; else None."""
    stack, spans, deepest = [], [], 0
    for mark in marks:
        if mark.group() in _OPENING:
            stack.append((mark, []))
            deepest = max(deepest, len(stack))
        elif mark.group() in _CLOSING and stack:
            opener, inside = stack.pop()
            span = (opener.start(), opener.end(), mark.start(), mark.end(), inside)
            (stack[-1][1] if stack else spans).append(span)
        else:
            return None
    return spans if deepest > 1 and not stack else None


def _single_spans(text, start, end):
    """Spans between single marks in text[start:end]; an opener without a closer is an
    apostrophe."""
    spans, place = [], start
    while True:
        opener = _SINGLE_OPENER.search(text, place, end)
        if not opener:
            return spans
        closers = [match for match in _SINGLE_CLOSER.finditer(text, opener.end(), end)]
        following = _SINGLE_OPENER.search(text, opener.end(), end)
        reach = following.start() if following else end
        near = [match for match in closers if match.start() <= reach]
        closer = next(
            (match for match in near if not _possessive(text, match)), near[-1] if near else None
        )
        if (
            closer is None
            and not following
            and start == 0
            and _SPEECH_OPENER.search(text, max(opener.start() - 2, 0), opener.end() + 6)
        ):
            return [
                *spans,
                (opener.start(), opener.end(), end, end),
            ]  # it goes on in the next paragraph
        if closer is None:
            place = opener.end()
            continue
        spans.append((opener.start(), opener.end(), closer.start(), closer.end()))
        place = closer.end()


def _possessive(text, mark):
    return (
        text[mark.start() - 1] == "s"
        and re.match(r" [a-z]", text[mark.end() : mark.end() + 2]) is not None
    )

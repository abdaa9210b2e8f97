"""A parsed paragraph with its quoted spans marked: what the rules of attribution look at."""

from functools import cached_property
from typing import TYPE_CHECKING

from analysis.syntax import base_phrases

if TYPE_CHECKING:
    from analysis.quotations.spans import QuotedSpan
    from analysis.text.parse import ParsedParagraph

STOPS = {".", "!", "?", "…"}
_DASHES = {"—", "–", "--", "―", "-"}


class QuotedParagraph:
    """parsed: an `analysis.text.parse.ParsedParagraph`; index: its place in the article.

    quoted spans: [(number, QuotedSpan)] of those to attribute, the outermost; nested: of those
    within them; bounds: the tokens (first, last) that are looked at, the whole paragraph unless
    given (then `quoted spans` are those nested in one).
    """

    def __init__(self, parsed: "ParsedParagraph", index: int,
                 quoted_spans: "list[tuple[int, QuotedSpan]]",
                 bounds: tuple[int, int] | None = None):
        self.parsed, self.index, self.doc = parsed, index, parsed.doc
        self.bounds = bounds or (0, len(self.doc))
        self.quoted_spans = [
            (number, quoted_span)
            for number, quoted_span in quoted_spans
            if bounds or quoted_span.parent is None
        ]
        self.nested = (
            []
            if bounds
            else [
                (number, quoted_span)
                for number, quoted_span in quoted_spans
                if quoted_span.parent is not None
            ]
        )
        self.inside: list[int | None] = [None] * len(self.doc)
        for place, (_, quoted_span) in enumerate(self.quoted_spans):
            for i in range(quoted_span.first, quoted_span.last):
                self.inside[i] = place

    @cached_property
    def chunks(self) -> dict[int, tuple[int, int]]:
        """{token: (first, last)} of the base noun phrases, by every token in them."""
        return {
            i: phrase
            for phrase in base_phrases(self.doc)
            for i in range(*phrase)
        }

    @cached_property
    def dashes(self) -> list[int]:
        """The dashes outside quotations."""
        return [
            i for i, token in enumerate(self.doc) if token.text in _DASHES and not self.quoted(i)
        ]

    @property
    def read(self) -> bool:
        """Whether it is read as part of the text: no furniture, no line of dots or stars."""
        return not self.parsed.apart and any(token.is_alpha for token in self.doc)

    def quoted(self, i: int) -> bool:
        return self.inside[i] is not None

    def has_quoted(self, first: int, last: int) -> bool:
        """Whether a quoted word stands in doc[first:last]."""
        return bool(self.quoted_spans) and any(map(self.quoted, range(first, last)))

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        return self.parsed.offsets(first, last)

    def whole(self, start: int = 0) -> list[int]:
        """The numbers of the quoted spans where no word from the character `start` on stands
        outside them: the marks are those of a turn, not of what is told in it."""
        told = any(
            token.is_alpha and token.idx >= start and not self.quoted(token.i)
            for token in self.doc
        )
        return [] if told else [number for number, _ in self.quoted_spans]

    def holds(self, pieces: list[tuple[int, int]]) -> bool:
        """Whether a quoted span lies in one of the pieces, offsets (start, end)."""
        return any(
            low <= span.start and span.end <= high
            for _, span in self.quoted_spans
            for low, high in pieces
        )

    def utters(self, pieces: list[tuple[int, int]], numbers: set[int]) -> bool:
        """Whether one of the quoted spans of these numbers touches one of the pieces."""
        return any(
            low < span.end and span.start < high
            for number, span in self.quoted_spans
            if number in numbers
            for low, high in pieces
        )

    def is_mark(self, i: int) -> bool:
        return self.doc[i].is_quote or self.doc[i].text in ("''", "``")

    @property
    def opens_with_quote(self) -> bool:
        """Whether nothing but marks and blanks precedes the first quoted span."""
        return bool(self.quoted_spans) and all(
            self.is_mark(i) or self.doc[i].is_space for i in range(self.quoted_spans[0][1].first)
        )

    def aside(self, place: int) -> bool:
        """Whether a quoted span is a word or two within the narration: a nickname, a title."""
        quoted_span = self.quoted_spans[place][1]
        return (
            quoted_span.words <= 3
            and quoted_span.closed
            and self.doc[quoted_span.last - 1].text not in STOPS | {","}
        )

    def narrated(self, place: int) -> bool:
        """Whether the reporter's own words lead to the quoted span within its sentence."""
        first, last = self.before(place)
        return first < last

    def resumes(self, place: int) -> bool:
        """Whether the narration before a quoted span is all that separates it from the one
        before."""
        first, last = self.before(place)
        return place > 0 and first < last and first <= self.quoted_spans[place - 1][1].last + 2

    def joined(self, place: int) -> bool:
        """Whether "and" or "but" alone stands between the quoted span and the one before: "…" and
        "…"."""
        first, last = self.before(place)
        return (
            self.resumes(place)
            and last - first <= 2
            and any(token.pos_ == "CCONJ" for token in self.doc[first:last])
        )

    def after(self, place: int) -> tuple[int, int]:
        """Tokens (first, last) of the narration that follows the quoted span within its sentence;
        may be empty."""
        return self._afters[place]

    def before(self, place: int) -> tuple[int, int]:
        """Tokens (first, last) of the narration that leads to the quoted span within its sentence;
        may be empty."""
        return self._befores[place]

    @cached_property
    def _afters(self):
        return [self._after(quoted_span) for _, quoted_span in self.quoted_spans]

    @cached_property
    def _befores(self):
        return [self._before(quoted_span) for _, quoted_span in self.quoted_spans]

    def _after(self, quoted_span):
        first = self._skip_marks(quoted_span.last, 1)
        last = first
        while last < self.bounds[1] and self._narrates[last]:
            last += 1
            if self._stops[last - 1]:
                break
        return first, last

    def _before(self, quoted_span):
        last = self._skip_marks(quoted_span.first - 1, -1) + 1
        first = last
        while first > self.bounds[0] and self._narrates[first - 1] and not self._stops[first - 1]:
            first -= 1
        while first < last and (self.is_mark(first) or self.doc[first].is_space):
            first += 1
        return first, last

    @cached_property
    def _stops(self):
        """Of each token whether it ends a sentence."""
        return [token.text in STOPS for token in self.doc]

    @cached_property
    def _narrates(self):
        """Of each token whether it is the reporter's, or in an aside."""
        asides = [self.aside(place) for place in range(len(self.quoted_spans))]
        return [place is None or asides[place] and not stop
                for place, stop in zip(self.inside, self._stops)]

    def _skip_marks(self, i, step):
        while (
            self.bounds[0] <= i < self.bounds[1]
            and not self.quoted(i)
            and (self.is_mark(i) or self.doc[i].is_space)
        ):
            i += step
        return i

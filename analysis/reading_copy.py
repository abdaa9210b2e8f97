"""The inner reading copy of a paragraph: what a careful reader would see, with a way back to the text as printed.

Copied news text has sentences glued together ("can.Once upon"), closing marks where a quotation opens
("the impact.”On one day") and characters that a parser trips over. The copy mends these; `article.text` never
changes.
"""
import re
from bisect import bisect_right
from dataclasses import dataclass

_GLUED = re.compile(r"(?<=[a-z\d)][.!?])(?=[A-Z“][a-z’']|“[A-Z])|(?<=[a-z\d][.!?]”)(?=[A-Z][a-z’']|“)|(?<=[.!?]”)(?=“)")
_WRONG_WAY = re.compile(r"(?<=[a-z\d)][.!?])”(?=[A-Z])")
_BLANK = {code: " " for code in (*range(0x00, 0x20), *range(0x7f, 0xa1), 0x2007, 0x202f, 0x3000, 0xfeff,
                                 *range(0x2000, 0x2010), *range(0x2028, 0x202f), *range(0x2060, 0x2070))}


@dataclass(frozen=True)
class ReadingCopy:
    """`text`, the mended characters, and `inserted`, the places in it of blanks that the source does not have."""

    text: str
    inserted: tuple = ()

    def source(self, offset):
        """The offset in the source of the character at `offset` of the copy.

        >>> ReadingCopy("can. Once", (4,)).source(5)
        4
        """
        return offset - bisect_right(self.inserted, offset - 1)

    def span(self, start, end):
        """The source's offsets of the stretch `text[start:end]`, of at least one character."""
        return self.source(start), self.source(end - 1) + 1


def mend(text):
    """The `ReadingCopy` of a paragraph; only blanks are inserted and single characters exchanged."""
    mended = text.translate(_BLANK)
    for match in _WRONG_WAY.finditer(mended):
        mended = mended[:match.start()] + "“" + mended[match.end():]
    places = [match.start() for match in _GLUED.finditer(mended)]
    for count, place in enumerate(places):
        mended = mended[:place + count] + " " + mended[place + count:]
    return ReadingCopy(mended, tuple(place + count for count, place in enumerate(places)))

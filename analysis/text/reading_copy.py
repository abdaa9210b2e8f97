"""The inner reading copy of a paragraph, with a way back to the text as printed.

Copied news text has sentences glued together ("can.Once upon"), quotation marks that point the
wrong way or stick to the next sentence ("the impact.”On one day") and characters that a parser
trips over. The copy mends these; `article.text` never changes. Addresses, names such as
Yahoo!Finance and decimals stay as they are.
"""
import re
from bisect import bisect_right
from dataclasses import dataclass

_BLANK = {code: " "
          for code in (*range(0x00, 0x20), *range(0x7f, 0xa1), 0x2007, 0x202f, 0x3000, 0xfeff,
                                 *range(0x2000, 0x2010), *range(0x2028, 0x202f),
                       *range(0x2060, 0x2070))}
_GLUED = re.compile(r"(?:[a-z\d)]|\b[ap]\.m)[.!?…](?=[A-Z][a-z’']|[AI] )")
_MARK = re.compile("[“”„\"]")
_ADDRESS = re.compile(r"://|www\.|@|\w{2}\.[a-z]|/")
_ENDING = re.compile(r"(?:com|org|net|gov|edu|mil|uk|au|io|tv|js|py|html?|php|pdf|docx?|jpe?g|png|"
                     r"mp[34])\b", re.I)
_NAME_WITH_MARK = re.compile(r"[A-Z]\w*[!?]$")
_REACH = 60         # how far back an address is looked for


@dataclass(frozen=True)
class ReadingCopy:
    """`text`, the mended characters, and `inserted`, the places of blanks the source lacks."""

    text: str
    inserted: tuple = ()

    def source(self, offset: int) -> int:
        """The offset in the source of the character at `offset` of the copy.

        >>> ReadingCopy("can. Once", (4,)).source(5)
        4
        """
        return offset - bisect_right(self.inserted, offset - 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source's offsets of the quoted span `text[start:end]`, of at least one character."""
        return self.source(start), self.source(end - 1) + 1

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the source's characters [start, end) stand in the copy: the inverse of `span`."""
        first, last = (offset + sum(blank - number <= offset
                                    for number, blank in enumerate(self.inserted))
                       for offset in (start, end - 1))
        return first, last + 1


def mend(text: str) -> ReadingCopy:
    """The `ReadingCopy` of a paragraph; only blanks are inserted and single characters exchanged.

    >>> mend("It can.Once more.”We go,” she said.").text
    'It can. Once more. “We go,” she said.'
    """
    mended = text.translate(_BLANK)
    places = {match.end() for match in _GLUED.finditer(mended)
              if not _belongs_together(mended, match.end())}
    turned = {}
    for number, match in enumerate(_MARK.finditer(mended)):
        place, mark = match.start(), match.group()
        before, after = mended[place - 1:place], mended[place + 1:place + 2]
        if number % 2 == 0:
            if after.isalnum() and (not before.strip() or before in ".!?…,:;([—–-"):
                turned.update({place: "“"} if mark == "”" else {})
                places |= {place} if before and before in ".!?…,:;" else set()
        elif before.strip() and before not in "([":
            turned.update({place: "”"} if mark == "“" and not after.isalnum() else {})
            places |= {place + 1} if before in ".!?…," and (after.isalnum() or after
                                                            and after in "“\"") else set()
    return _with_blanks("".join(turned.get(place, character)
                                for place, character in enumerate(mended)) if turned else mended,
                        sorted(places))


def _with_blanks(text, places):
    """The ReadingCopy of a text with a blank inserted before each of the places."""
    pieces = [text[start:end] for start, end in zip([0, *places], [*places, len(text)])]
    return ReadingCopy(" ".join(pieces), tuple(place + count for count, place in enumerate(places)))


def _belongs_together(text, place):
    """Whether what meets at `place` is one address, file or name rather than two sentences."""
    before = text[max(place - _REACH, 0):place].rsplit(" ", 1)[-1]
    after = text[place:place + _REACH].split(" ", 1)[0]
    return bool(_ADDRESS.search(before[:-1]) or _ENDING.match(text, place)
                or _NAME_WITH_MARK.search(before)
                or re.search(r"^\w+\.[a-z]|://|@", after))

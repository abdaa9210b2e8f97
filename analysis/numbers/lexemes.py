"""The typed lexemes of a text: what the grammar of numbers is made of.

A lexeme is digits ("1,240", "816 000", "4e14"), a vulgar fraction, a word, or a mark; words of
numbers have the type that `lexicons/numerals.tsv` gives them (unit, ten, scale, denominator,
plural, …).

>>> [(lexeme.type, lexeme.value) for lexeme in Scan("Half of 1,240 boats").lexemes]
[('denominator', 2), ('word', None), ('number', 1240.0), ('word', None)]
"""
import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from math import isfinite

from analysis.lexicons import rows
from analysis.numbers import words

# 1,240 and 12,34,567
_GROUPED = r"\d{1,3}(?:,\d{2,3}(?=,\d)){0,9}+,\d{3}(?:\.\d+)?(?![\d,]{0,9}\d)"
# 816 000
_SPACED = r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d,.]*\d|[-–/])|\d{1,3}(?:, 000)+(?!\d)"
_PLAIN = r"\d+(?:\.\d+)?|\.\d+"
_VULGAR = "".join(words.of("vulgar"))
_LEXEME = re.compile(rf"(?P<number>(?:{_GROUPED}|{_SPACED}|{_PLAIN})(?:e[-−+]?\d\d?(?!\w))?)|"
                     rf"(?P<vulgar>[{_VULGAR}])|(?P<word>[^\W\d_]+)|(?P<mark>\S)")
_BLANKS = " -\u00a0‑‐"
_NOT_DIGITS = re.compile(r"[,\s]")


@dataclass(slots=True)
class Lexeme:
    """A piece of text with its type, and its value where it is a numeral."""

    start: int
    end: int
    text: str
    type: str
    value: float | None = None


@cache
def _types():
    found = {row["word"]: (row["type"], words.of(row["type"]).get(row["word"]))
             for row in rows("numerals.tsv") if row["type"] not in ("plural", "few of", "figures",
                                                                    "letter")}
    found |= {word: ("ordinal", None) for word in words.ORDINALS if word not in words.DENOMINATORS}
    found |= {row["word"]: ("plural", None) for row in rows("numerals.tsv")
              if row["type"] == "plural"}
    return found | {word: ("article", None) for word in ("a", "an", "another")}


def _number(match):
    """The lexeme of digits; too large for a float, they are no quantity but a row of digits."""
    value = float(_NOT_DIGITS.sub("", match[0]).replace("−", "-"))
    kind, value = ("number", value) if isfinite(value) else ("mark", None)
    return Lexeme(*match.span(), match[0], kind, value)


def lowered(text: str) -> str:
    """A text in lower case, of the same length: only ASCII letters change."""
    return text.encode("utf8", "surrogatepass").lower().decode("utf8", "surrogatepass")


class Scan:
    """A text, its lower case (of the same length) and its lexemes; `dates` are (start, end) left
    out of the numerals."""

    def __init__(self, text: str, dates: tuple | list[tuple[int, int]] = ()):
        self.text, self.lower = text, lowered(text)
        masked = self.lower
        for start, end in dates:
            masked = masked[:start] + "\0" * (end - start) + masked[end:]
        types = _types()
        self.lexemes = [
            _number(match) if match.lastgroup == "number"
            else Lexeme(*match.span(), match[0], *types.get(match[0], (match.lastgroup, None)))
            for match in _LEXEME.finditer(masked)]
        self.starts = [lexeme.start for lexeme in self.lexemes]

    def at(self, start: int) -> Lexeme | None:
        """The lexeme that begins at a character, or None."""
        place = bisect_left(self.starts, start)
        return self.lexemes[place] if self.starts[place:place + 1] == [start] else None

    def step(self, end: int) -> tuple[str, Lexeme | None]:
        """(what joins: a blank, a hyphen or "", the lexeme after it or None) after a character."""
        join = self.text[end:end + 1]
        return (join, self.at(end + 1)) if join and join in _BLANKS else ("", self.at(end))

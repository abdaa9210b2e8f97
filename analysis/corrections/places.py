"""Where words that a person wrote stand in an article."""
import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from analysis.article import Article
from analysis.corrections.columns import written

if TYPE_CHECKING:
    from analysis.text.parse import ParsedParagraph

_SAME = {"'": "['’‘`´]", '"': "[\"“”„‟]", "-": "[-‐‑–—−]"}
_ALIKE = {letter: group for group in _SAME.values() for letter in group[1:-1]}
_MARKS = "“”„‟«»\"'‘’"


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """(start, end) of every place in the text where the words stand, whole words only; blanks,
    curly or straight marks and the length of dashes may differ.

    >>> occurrences("140 and 40 of “them”", "40"), occurrences('a  "b"', "a “b”")
    ([(8, 10)], [(0, 6)])
    """
    if not words or not words.strip():
        return []
    parts = ["".join(_ALIKE.get(letter, re.escape(letter)) for letter in part)
             for part in words.split()]
    first, last = words.strip()[0], words.strip()[-1]
    pattern = (r"(?<!\w)" if first.isalnum()
               else "") + r"\s+".join(parts) + (r"(?!\w)" if last.isalnum() else "")
    return [match.span() for match in re.finditer(pattern, text)]


def having_words(words: str, names: Iterable[str]) -> list[str]:
    """Those of the names that have all of some words: "Merkel", "Angela Merkel"."""
    wanted = set(re.findall(r"\w+", words.casefold()))
    return [name for name in names if wanted and wanted <= set(re.findall(r"\w+", name.casefold()))]


def bare(words: str) -> str:
    """Words without the quotation marks around them."""
    return words.strip().strip(_MARKS).strip()


def passage_of(article: Article, start: int, end: int) -> int | None:
    """The number of the one passage that holds the characters, or None."""
    paragraphs = article.paragraphs
    number = bisect_right(paragraphs["start"].tolist(), start) - 1
    return number if number >= 0 and end <= paragraphs["end"].iloc[number] else None


def tokens(paragraph: "ParsedParagraph", start: int, end: int) -> tuple[int, int]:
    """(first, last) of the tokens of a passage that touch [start, end) of the article."""
    found = [token.i for token in paragraph.doc for low,
             high in [paragraph.offsets(token.i, token.i + 1)] if low < end and start < high]
    return (found[0], found[-1] + 1) if found else (0, 1)


def enclosing_marks(text: str, start: int, end: int) -> tuple[tuple[int, int], bool]:
    """(start, end) of a quotation with its marks, and whether the closing one is there."""
    opened = start > 0 and text[start - 1] in _MARKS
    closed = end < len(text) and text[end] in _MARKS
    return (start - opened, end + closed), closed


def spans(text: str, table: str, words: str) -> list[tuple[int, int]]:
    """(start, end) of every place in the text that a row of the table with these words may mean: a
    quotation may be given with its marks, and a spreadsheet may have taken the commas out of a
    number."""
    words = words if table == "numbers" else bare(words)
    found = occurrences(text, words)
    if not found and words.replace(".", "").isdigit():
        found = occurrences(text, f"{float(words):,.15g}")
    return found


def free(article: Article, table: str, words: str | None, start: Any,
         taken: set[tuple[int, int]]) -> tuple[tuple[int, int] | None, str | None]:
    """((start, end), None) of words that a person entered and no row has yet, or (None, reason);
    start: where they begin, or None; taken: the places that rows have."""
    if not words:
        return None, "its words are missing: write them in the column text as the article has them"
    found = spans(article.text, table, words)
    if not found:
        return None, "these words do not stand in the article"
    if start is not None:
        found = [span for span in found if abs(span[0] - start) <= 1]
        if not found:
            return None, f"these words do not begin at {start:.0f}"
    open_ = [span for span in found if span not in taken]
    if not open_:
        return None, "these words have a row already"
    if len(open_) > 1:
        return None, (f"these words stand {len(open_)} times in the article: give their start ("
                      + ", ".join(str(span[0]) for span in open_[:6])
                      + (", …)" if len(open_) > 6 else ")"))
    if passage_of(article, *open_[0]) is None:
        return None, ("these words reach over the end of a paragraph: "
                      "make it a row for each paragraph")
    crossed = [span for span in taken if span[0] < open_[0][0] < span[1] < open_[0][1]
               or open_[0][0] < span[0] < open_[0][1] < span[1]]
    if crossed and table == "quotes":
        return None, "these words cross those of another row"
    if table == "numbers" and any(span[0] < open_[0][1] and open_[0][0] < span[1]
                                  for span in taken):
        return None, "these words share letters with another number; change or delete that row"
    return open_[0], None


def again(article: Article, base: dict[str, Any]) -> tuple[tuple[int, int] | None, str | None]:
    """((start, end), None) of a row in the article as it is now, or (None, why it is lost)."""
    start, end, words = base["start"], base["end"], base["text"]
    if written(article.text[start:end]) == words and passage_of(article, start, end) is not None:
        return (start, end), None
    found = occurrences(article.text, words)
    if len(found) > 1:
        framed = [span for span in found
                  if around(article.text, *span) == (base["before"], base["after"])]
        found = framed or [span for span in found
                           if around(article.text, *span)[0] == base["before"]] or found
    if len(found) == 1 and passage_of(article, *found[0]) is not None:
        return found[0], None
    return None, ("its words are no longer in the article" if not found
                  else "the article has changed, and its words stand in it more than once")


def around(text: str, start: int, end: int, reach: int = 32) -> tuple[str | None, str | None]:
    """The words before and after a passage, blanks made one."""
    return written(text[max(start - reach, 0):start]), written(text[end:end + reach])


def overlapping(place: tuple[int, int], rows: dict[tuple[int, int], Any]) -> tuple[int, int] | None:
    """The (start, end) of rows that shares most with a place, half or more; else None."""
    if place in rows:
        return place
    best = max(rows, key=lambda row: _shared(row, place), default=None)
    return best if best is not None and _shared(best, place) >= .5 else None


def _shared(one, other):
    both = min(one[1], other[1]) - max(one[0], other[0])
    return both / (max(one[1], other[1]) - min(one[0], other[0])) if both > 0 else 0

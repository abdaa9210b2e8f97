"""Spans of characters and how they are matched: what several measures share."""
import re

from analysis.measures.accuracy import letters, pairs

EDGE = " \n\t\r.,;:!?\"“”‘’'—-–"
_MARKS = re.compile("[“”„«»‟\"]")
_SMALL = frozenset("the a an of in for and at on by to from mr mrs ms dr president senator who he "
                   "she it they his her its their".split())


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks and punctuation at its edges.

    >>> trimmed("“So it was,” she said", 0, 12)
    (1, 10)
    """
    while start < end and text[start] in EDGE:
        start += 1
    while start < end and text[end - 1] in EDGE:
        end -= 1
    return start, end


def contents(text: str, rows: list[dict]) -> list[set[int]]:
    """The characters of each row's content, edges trimmed."""
    return [letters([trimmed(text, *span) for span in row["content"]]) for row in rows]


def quoted(text: str, row: dict) -> list[tuple[int, int]]:
    """The stretches between quotation marks, just outside too, in a row's content, trimmed."""
    found = []
    for start, end in row["content"]:
        low = start - (start > 0 and bool(_MARKS.match(text[start - 1])))
        high = end + (end < len(text) and bool(_MARKS.match(text[end])))
        marks = [match.start() for match in _MARKS.finditer(text, low, high)]
        if not marks:
            continue
        if text[marks[0]] in "”»" and marks[0] > start:
            marks.insert(0, start - 1)
        marks += [high] * (len(marks) % 2)
        found += [(one + 1, other) for one, other in zip(marks[::2], marks[1::2])]
    return [span for span in (trimmed(text, *span) for span in found) if span[0] < span[1]]


def names(text: str | None) -> set[str]:
    """The words of a name that tell it from another, in lower case.

    >>> sorted(names("Dr Ada Lorn of the Harbour Union"))
    ['ada', 'harbour', 'lorn', 'union']
    """
    return set(re.findall(r"\w+(?:[’'-]\w+)*",
                          (text or "").lower())) - _SMALL if isinstance(text, str) else set()


__all__ = ["EDGE", "contents", "letters", "names", "pairs", "quoted", "trimmed"]

"""Input that is read, but is hardly what somebody meant: too little text, a table of figures."""
import re

_FEW = 10           # words; below them nothing can be shared out or averaged
_CELLS = re.compile(r"[^;,\t|]*(?:[;,\t|][^;,\t|]*){2,}")
_ENDED = re.compile(r"[.!?…”\"’)]\s*\Z")


def doubts(text: str) -> str | None:
    """What there is to say of a text before it is analysed, or None.

    >>> doubts("Bridge")
    'The text has 1 word: hardly an article, and its figures will say little.'
    >>> doubts("name;age;town\\n" + "Ana;41;Lorn\\n" * 40)
    'The text looks like a table, not like an article: of 41 lines, 41 are rows of cells.'
    """
    lines = [line for line in text.splitlines() if line.strip()]
    rows = sum(bool(_CELLS.fullmatch(line)) and not _ENDED.search(line) for line in lines)
    if rows > 5 and rows > .7 * len(lines):
        return (
            f"The text looks like a table, not like an article: of {len(lines)} lines, {rows} are "
            "rows of cells.")
    words = len(text.split())
    if words < _FEW:
        return (
            f"The text has {words} word{'s' * (words != 1)}: hardly an article, and its figures "
            "will say little.")
    return None

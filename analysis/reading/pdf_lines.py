"""The lines of a PDF's pages without what is printed around them, joined to paragraphs."""
import re
from collections import Counter
from collections.abc import Iterator

_ENDED = re.compile(r"[.!?:][”’\"')\]]*$")
_CUT = re.compile(r"(?<=[a-z])[-\u00ad\u2010]$")
_PAGE_NUMBER = re.compile(r"(page )?\d+( of \d+|/\d+)?", re.I)
# What browsers print around a page: its address, the minute of printing, which page of how many.
_ADDRESS = re.compile(r"\b(?:https?|file)://\S+")
_STAMP = re.compile(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}[:.]\d\d(?:[:.]\d\d)?"
                    r"(?:\s*[AP]\.?M\b\.?)?", re.I)
_PAGE_OF = re.compile(r"(?<!\S)(?:page )?\d+\s*(?:of|/)\s*\d+(?!\S)", re.I)
_EDGE, _RUNNING_EDGE = 2, 3     # lines at a page's ends: that may recur; that may be a browser's


def body_lines(pages: list[list[str]], title: str | None) -> tuple[list[str], str | None]:
    """The lines of all pages without page numbers, outer lines that recur, and what a browser
    prints around a page; and the address that it prints there, None without one.

    >>> body_lines([["5/3/24, 9:15 AM The weir holds | Post", "The weir holds", "It held.",
    ...              "https://post.example/weir 1/1"]], "The weir holds | Post")
    (['The weir holds', 'It held.'], 'https://post.example/weir')
    """
    pages = [[line.strip() for line in page] for page in pages]
    outer = Counter(re.sub(r"\d+", "#", line) for page in pages
                    for line in {*page[:_EDGE], *page[-_EDGE:]} if line)
    recurring = {line for line, count in outer.items() if len(pages) > 2 and count > len(pages) / 2}
    kept, address = [], None
    for page in pages:
        for number, line in enumerate(page):
            from_edge = min(number, len(page) - 1 - number)
            if from_edge < _RUNNING_EDGE and _is_running(line, title):
                found = _ADDRESS.search(line)
                address = address or found and found[0]
            elif not (from_edge < _EDGE and (re.sub(r"\d+", "#", line) in recurring
                                             or _PAGE_NUMBER.fullmatch(line))):
                kept.append(line)
    return kept, address


def _is_running(line, title):
    """Whether a line holds nothing but what a browser prints around a page, the title included."""
    rest = line
    for pattern in (_ADDRESS, _STAMP, _PAGE_OF):
        rest = pattern.sub(" ", rest)
    return rest != line and (title or "").startswith(" ".join(rest.split()).rstrip("….").rstrip())


def paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines joined to paragraphs: one ends at a blank line, or at a short line that closes a
    sentence; words cut at a line's end are made whole.

    >>> list(paragraphs(["The weir held through the night, and the wa-", "ter fell.", "", "So."]))
    ['The weir held through the night, and the water fell.', 'So.']
    """
    filled = sorted(map(len, filter(None, lines)))
    width = filled[int(.9 * (len(filled) - 1))]
    block, last = "", ""
    for line in [*lines, ""]:
        short = len(last) < .8 * width
        headline = (short and not _ENDED.search(last) and len(last.split()) <= 12
                    and line[:1].isupper() and block == last)
        if block and ((not line and (_ENDED.search(last) or short))
                      or (line and short and _ENDED.search(last)) or headline):
            yield block
            block = ""
        if line:
            block = (_CUT.sub("", block) + line if _CUT.search(block) and line[:1].islower()
                     else f"{block} {line}".strip())
            last = line
    if block:
        yield block

"""What a news page prints around an article and is no part of it: menus, share buttons,
advertisements, captions, lines on who wrote it.

The patterns are `lexicons/page_furniture.txt` (whole paragraphs), `lexicons/captions.txt` (whole
paragraphs under a picture), `lexicons/bios.txt` (last paragraphs on the writer) and
`lexicons/page_cuts.txt` (what copied text has in the middle of a paragraph). """
import re
from functools import cache

from analysis.lexicons import lines

APART = ("caption",
         # kinds of paragraphs that say nothing of the article: nothing is found in them
         "furniture")
_LONGEST = 500
# the captions of a gallery, however many: "Image 2 of 8"
_GALLERY = re.compile(r"\b(?:Image|Photo|Picture|Slide) \d+ of /? ?\d+\b")
_PICTURES = 3
_NAMED = re.compile(r"(?:[A-Z][\w.'’-]+ ){1,3}([A-Z][\w'’-]+)")


@cache
def _pattern(name, flags=re.I):
    return re.compile("|".join(f"(?:{line})" for line in lines(name)), flags)


def is_furniture(line: str) -> bool:
    """Whether a whole paragraph is page furniture.

    >>> is_furniture("Sign up for our newsletter"), is_furniture("Sign up, the mayor told them.")
    (True, False)
    """
    return len(line) < _LONGEST and bool(_pattern("page_furniture.txt").fullmatch(line))


def is_caption(line: str) -> bool:
    """Whether a whole paragraph is the caption or the credit of a picture, or those of a gallery.

    >>> is_caption("The weir. (Photo: Ilse Marr)"), is_caption("She took a photo of the weir.")
    (True, False)
    """
    return (len(line) < _LONGEST and bool(_pattern("captions.txt", re.NOFLAG).fullmatch(line))
            or len(_GALLERY.findall(line)) >= _PICTURES)


def is_bio(line: str, others: str) -> bool:
    """Whether a last paragraph says who wrote the article; others: the paragraphs before it, which
    then do not speak of whom it names.

    >>> is_bio("Ana Brell is a reporter in Oxley.", "The weir held.")
    True
    >>> is_bio("Ana Brell is a reporter in Oxley.", "The police asked Brell about the weir.")
    False
    """
    if len(line) >= _LONGEST or not _pattern("bios.txt", re.NOFLAG).fullmatch(line):
        return False
    named = _NAMED.match(line)
    return named is None or not re.search(rf"\b{re.escape(named[1])}\b", others)


def cuts(text: str) -> list[tuple[int, int]]:
    """Where furniture stands in the middle of a paragraph, as (start, end), in order.

    >>> cuts("It held. Story Continued Below It broke.")
    [(9, 30)]
    """
    return [match.span() for match in _pattern("page_cuts.txt", re.NOFLAG).finditer(text)]

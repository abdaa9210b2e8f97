"""What a news page prints around an article and is no part of it: menus, share buttons,
advertisements, captions.

The patterns are `lexicons/page_furniture.txt` (whole paragraphs), `lexicons/captions.txt` (whole
paragraphs under a picture) and `lexicons/page_cuts.txt` (what copied text has in the middle of a
paragraph). """
import re
from functools import cache

from analysis.lexicons import lines

APART = ("caption",
         # kinds of paragraphs that say nothing of the article: nothing is found in them
         "furniture")
_LONGEST = 500


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
    """Whether a whole paragraph is the caption or the credit of a picture.

    >>> is_caption("The weir. (Photo: Ilse Marr)"), is_caption("She took a photo of the weir.")
    (True, False)
    """
    return len(line) < _LONGEST and bool(_pattern("captions.txt", re.NOFLAG).fullmatch(line))


def cuts(text: str) -> list[tuple[int, int]]:
    """Where furniture stands in the middle of a paragraph, as (start, end), in order.

    >>> cuts("It held. Story Continued Below It broke.")
    [(9, 30)]
    """
    return [match.span() for match in _pattern("page_cuts.txt", re.NOFLAG).finditer(text)]

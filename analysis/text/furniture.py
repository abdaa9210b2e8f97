"""The lines that a news page prints around an article: what is no part of it (`lexicons/page_furniture.txt`)."""
import re
from functools import cache

from analysis.lexicons import lines


@cache
def _pattern():
    return re.compile("|".join(f"(?:{line})" for line in lines("page_furniture.txt")), re.I)


def is_furniture(line):
    """Whether a whole paragraph is page furniture.

    >>> is_furniture("Sign up for our newsletter"), is_furniture("Sign up, the mayor told them.")
    (True, False)
    """
    return len(line) < 500 and bool(_pattern().fullmatch(line))

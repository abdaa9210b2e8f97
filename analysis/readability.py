"""The readability of an article."""
from analysis.schemas import frame


def table(article):
    """The readability table; no rule fills it yet."""
    return frame("readability")

"""The numbers of an article."""
from analysis.schemas import frame


def table(article):
    """The numbers table; no rule fills it yet."""
    return frame("numbers")

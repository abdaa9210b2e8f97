"""The stances of an article."""
from analysis.schemas import frame


def table(article):
    """The stances table; no rule fills it yet."""
    return frame("stances")

"""The mentions of an article."""
from analysis.schemas import frame


def table(article):
    """The mentions table; no rule fills it yet."""
    return frame("mentions")

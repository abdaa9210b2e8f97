"""The checks of an article."""
from analysis.schemas import frame


def table(article):
    """The checks table; no rule fills it yet."""
    return frame("checks")

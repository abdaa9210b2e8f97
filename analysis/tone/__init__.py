"""The tone of an article."""
from analysis.schemas import frame


def table(article):
    """The tone table; no rule fills it yet."""
    return frame("tone")

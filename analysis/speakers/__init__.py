"""The speakers of an article."""
from analysis.schemas import frame


def table(article):
    """The speakers table; no rule fills it yet."""
    return frame("speakers")

"""The quotes of an article."""
from analysis.schemas import frame


def table(article):
    """The quotes table; no rule fills it yet."""
    return frame("quotes")

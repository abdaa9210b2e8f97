"""The attributions of an article."""
from analysis.schemas import frame


def table(article):
    """The attributions table; no rule fills it yet."""
    return frame("attributions")

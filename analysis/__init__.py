"""Read one news article closely: its tone, its attribution, its quoted voices and its numeric claims.

>>> import analysis
>>> article = analysis.read("data/articles/harbour.txt")      # or analysis.Article(text)
>>> article.quotes, article.speakers, article.numbers          # pandas tables, see analysis.schemas
"""
from importlib import import_module

__version__ = "0.1.0"

_HOMES = {"Article": "analysis.article", "ArticleError": "analysis.errors", "read": "analysis.reading",
          "Comparison": "analysis.comparison", "compare": "analysis.comparison"}
__all__ = sorted(_HOMES)


def __getattr__(name):
    if name not in _HOMES:
        raise AttributeError(f"module 'analysis' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)

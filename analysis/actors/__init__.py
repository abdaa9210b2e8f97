"""Who is in the article: every mention of a person, body, group or document, gathered into actors.

`cast(article)` reads `article.passages` and `article.acts`; `analysis.speakers` and `analysis.mentions` read it.
"""
from analysis.actors.cast import Cast, cast

__all__ = ["Cast", "cast"]

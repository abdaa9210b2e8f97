"""Who is in the article: every mention of a person, body, group or document, gathered into actors.

`entities(article)` reads `article.parsed` and `article.decoded`; `analysis.voices` and the table of
mentions read it.
"""
from analysis.entities.entities import Entities, entities

__all__ = ["Entities", "entities"]

"""An article and its tables as one JSON document; `analysis.publish.export.schema` describes it.

The document has the facts about the article, its text, and under `tables` a list of rows for each
table: objects with the table's columns, null for what is missing. An article that was corrected by
hand has `corrections` beside them.
"""
import json
from typing import Any

from analysis.article import Article
from analysis.publish.export.facts import facts
from analysis.tables.cells import records
from analysis.tables.schemas import SCHEMAS


def encoded(article: Article) -> bytes:
    """The bytes of the document of an Article (UTF-8)."""
    tables = {name: records(getattr(article, name)) for name in SCHEMAS}
    corrected = {"corrections": records(article.corrections)} if article.review else {}
    return dumps(facts(article) | {"text": article.text, "tables": tables} | corrected)


def dumps(value: Any) -> bytes:
    """JSON as bytes (UTF-8), letters as they are; ValueError for NaN and infinity."""
    return json.dumps(value, ensure_ascii=False, indent=1,
                      allow_nan=False).encode("utf8", "backslashreplace")

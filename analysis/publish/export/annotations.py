"""Quotes, attributions, numbers and checks as W3C Web Annotations (23 February 2017).

One AnnotationCollection with all its annotations on one page, in JSON-LD. A target names the
article (its address, or the name of its file), where in its text the row stands
(TextPositionSelector: Unicode code points, as the model counts; TextQuoteSelector), and as its
state the SHA-256 of the text that the positions count in. The model has no state by checksum: the
property is schema.org's. The bodies are the table's name (tagging), the kind (classifying), the
speaker (identifying), a check's explanation (assessing), and all that the row says, as JSON
(describing), with `corrected` where a person corrected it.
"""
import json
from base64 import urlsafe_b64encode
from pathlib import Path
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from analysis import __version__
from analysis.article import Article
from analysis.corrections.marks import marked
from analysis.publish.export.document import dumps
from analysis.tables.cells import records

_MOTIVATIONS = {
    "quotes": "identifying", "attributions": "identifying", "numbers": "describing",
    "checks": "assessing"
}
_PURPOSES = {"kind": "classifying", "speaker": "identifying", "explanation": "assessing"}
_PLACE = ("start", "end", "text")
_AROUND = 32  # characters before and after, as most annotation tools keep


def encoded(article: Article) -> bytes:
    """The bytes of the collection of an Article (JSON-LD, UTF-8)."""
    return dumps(collection(article))


def collection(article: Article) -> dict[str, int | str]:
    """The AnnotationCollection of an Article; same ids for the same text, source and row."""
    source = _source(article)
    items = [_annotation(article, source, table, number, row) for table in _MOTIVATIONS
             for number, row in enumerate(_rows(article, getattr(article, table)))]
    found = {
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": _id(article, source, "collection"),
        "type": "AnnotationCollection", "total": len(items),
        "generator": {"type": "Software", "name": f"Article Notebooks {__version__}"}, "first": {
            "id": _id(article, source, "page"), "type": "AnnotationPage", "startIndex": 0,
            "items": items}}
    return found | ({"label": article.title} if article.title else {})


def _rows(article, table):
    return [row | ({"corrected": True} if by_hand else {})
            for row, by_hand in zip(records(table), marked(article, table))]


def _annotation(article, source, table, number, row):
    start, end = row["start"], row["end"]
    known = {column: value
             for column, value in row.items() if column not in _PLACE and value is not None}
    bodies = [
        _body("tagging", table), *(_body(purpose, known[column])
                                   for column, purpose in _PURPOSES.items() if column in known),
        _body("describing", json.dumps(known, ensure_ascii=False, allow_nan=False),
              "application/json")]
    selectors = [{"type": "TextPositionSelector", "start": start, "end": end}, {
        "type": "TextQuoteSelector", "exact": row["text"],
        "prefix": article.text[max(start - _AROUND, 0):start],
        "suffix": article.text[end:end + _AROUND]}]
    return {"id": _id(article, source, table, number), "type": "Annotation",
            "motivation": _MOTIVATIONS[table], "body": bodies, "target": {
                "type": "SpecificResource", "source": source, "selector": selectors,
                "state": {"type": "oa:State", "schema:sha256": article.text_sha256}}}


def _body(purpose, value, form="text/plain"):
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": form}


def _source(article):
    """The IRI of what was annotated; of standard input that of its SHA-256 (RFC 6920)."""
    if article.source in (None, "", "-"):
        return "ni:///sha-256;" + urlsafe_b64encode(bytes.fromhex(
            article.text_sha256)).decode().rstrip("=")
    return article.source if "://" in str(article.source) else quote(Path(article.source).name)


def _id(article, source, *parts):
    name = "/".join(map(str, (source, article.text_sha256, *parts)))
    return f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"

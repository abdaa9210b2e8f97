"""The JSON Schema (draft 2020-12) of `document`, from the tables' schemas and the codebook.

`python -m analysis.publish.export.schema` prints it; it is kept as `data/tables.schema.json`.
"""
from analysis.corrections import COLUMNS, TYPES
from analysis.corrections.codebook import OWN, definitions
from analysis.publish.export.document import dumps
from analysis.tables.schemas import NESTED, SCHEMAS

_TYPES = {
    "int64": "integer", "Int64": ["integer", "null"], "float64": ["number", "null"],
    "str": ["string", "null"], "bool": "boolean"
}
_SEAL = {
    "type": "string",
    "description": "the SHA-256 of the file without this line: by it a change shows"
}
_OFFSET = {"type": "integer", "minimum": 0}
_PARTS = {"int64": _OFFSET, "float64": {"type": "number"}, "str": {"type": "string"}}


def schema() -> dict[str, str]:
    """The JSON Schema of the document, made from `analysis.tables.schemas` and the codebook."""
    known = {fact: {"description": meaning, "type": ["string", "null"]}
             for fact, meaning in definitions("article").items()}
    known |= {name: known[name] | {"type": "string"}
              for name in ("sha256", "text_sha256", "version")}
    text = {
        "type": "string",
        "description": "the text of the article as read; all offsets count its Unicode code points"
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An article and its tables",
        "description": "Written by: python -m analysis tables ARTICLE -o tables.json", **_object(
            known | {"text": text, "tables": _object({name: _table(name) for name in SCHEMAS})}, {
                "corrections": _corrections(), "seal": _SEAL})}


def _corrections():
    """The rows of `article.corrections`, which an article has that was corrected by hand."""
    return {"type": "array", "items": _object({
                column: {"description": meaning, "type": _TYPES[TYPES[column]]}
                for column, meaning in COLUMNS.items()})}


def _table(name):
    meaning = definitions(name)
    row = _object({column: {"description": meaning[column], **_type(column, dtype)}
                   for column, dtype in SCHEMAS[name].items()})
    if name == "speakers":
        row["additionalProperties"] = {"type": ["string", "null"], "description": OWN}
    return {"type": "array", "items": row}


def _type(column, dtype):
    if column in ("start", "end"):
        return _OFFSET
    if dtype == "object":
        parts = [_PARTS[kind] for kind in NESTED[column].values()]
        return {"type": "array", "items": {
                    "type": "array", "prefixItems": parts, "minItems": len(parts), "items": False}}
    return {"type": "string" if column == "text" else _TYPES[dtype]}


def _object(properties, optional=None):
    return {
        "type": "object", "properties": properties | (optional or {}), "required": list(properties),
        "additionalProperties": False}


if __name__ == "__main__":
    print(dumps(schema()).decode())

"""The SHA-256 of a file in it, by which it shows whether it is as this program wrote it.

It stands at the end of an HTML or JSON file, and in the metadata of a notebook, there of the cells'
sources alone: to run it changes nothing that somebody wrote. Workbooks have one of their own
(`analysis.tables.workbook`); in a folder of tables, article.json has those of the other files.
"""
import json
import re
from hashlib import sha256
from pathlib import Path

from analysis.tables import workbook

_HTML = re.compile(rb"<!-- sha256 ([0-9a-f]{64}) -->\n\Z")
_JSON = re.compile(rb',\n "(?:seal|schema:sha256)": "([0-9a-f]{64})"\n}\Z')
_PROPERTY = {".json": "seal",
             ".jsonld": "schema:sha256"}  # the prefix is known to the model of annotations
NOTEBOOK = "article_notebooks"


def sealed(name: str | Path, data: bytes) -> bytes:
    """The content of a file of that name with its seal, where its kind has one.

    >>> broken("a.html", sealed("a.html", b"<p>"))
    False
    >>> broken("a.html", sealed("a.html", b"<p>").replace(b"p", b"q"))
    True
    """
    ending = Path(name).suffix.lower()
    seal = sha256(data).hexdigest().encode()
    if ending in (".html", ".htm"):
        return data + b"<!-- sha256 %s -->\n" % seal
    if ending in _PROPERTY and data.endswith(b"\n}"):
        return data[:-2] + b',\n "%s": "%s"\n}' % (_PROPERTY[ending].encode(), seal)
    return data


def broken(name: str | Path, data: bytes) -> bool:
    """Whether the content of a file of that name has another seal than is its own, or none."""
    ending = Path(name).suffix.lower()
    if ending == ".xlsx":
        return not workbook.sealed(data)
    if ending == ".ipynb":
        return _changed_notebook(data)
    found = (_JSON if ending in _PROPERTY else _HTML).search(data)
    if not found:
        return True
    rest = data[:found.start()] + (b"\n}" if ending in _PROPERTY else b"")
    return sha256(rest).hexdigest().encode() != found[1]


def of_sources(cells: list[dict]) -> str:
    """The seal of a notebook's cells: of what stands in them, not of what they gave."""
    sources = ["".join(cell["source"]) for cell in cells]
    return sha256(json.dumps(sources).encode()).hexdigest()


def _changed_notebook(data):
    try:
        notebook = json.loads(data)
        return notebook["metadata"][NOTEBOOK]["sha256"] != of_sources(notebook["cells"])
    except (ValueError, LookupError, TypeError):
        return True

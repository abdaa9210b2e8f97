"""What the pages of the project have in common: a script and a style, a policy, data, a source.

It needs no table, nor pandas: the report is bound by a process that has neither.
"""
import base64
import hashlib
import json
from importlib.resources import files
from pathlib import PurePath

from analysis.article import Article


def resource(name: str) -> str:
    """The text of a file of the reader, such as reader.css."""
    return (files("analysis.show") / "reader" / name).read_text(encoding="utf8")


def policy(script: str) -> str:
    """A content-security policy that runs this one script and asks nothing of any server."""
    digest = base64.b64encode(hashlib.sha256(script.encode("utf8")).digest()).decode()
    return ("default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src "
            f"'sha256-{digest}'; base-uri 'none'; form-action 'none'")


def data(name: str, value: dict) -> str:
    """A JSON value in a script element that is not run, what could end the element escaped."""
    code = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    for letter in "<>&":
        code = code.replace(letter, f"\\u{ord(letter):04x}")
    return f'<script type="application/json" id="{name}">{code}</script>'


def origin(article: Article) -> str:
    """Where the article came from: its URL, or its file's name without folders."""
    if not article.source:
        return "a text given in Python"
    return article.source if "://" in article.source else PurePath(article.source).name

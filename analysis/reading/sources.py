"""Where an article's bytes come from: a file, standard input, or a page, which is kept."""
import hashlib
import json
import re
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from analysis.errors import ArticleError
from analysis.system.files import replace_bytes, replace_text
from analysis.system.limited import call

_MOST_BYTES = 100_000_000


@dataclass(frozen=True)
class Source:
    """The bytes read, what to call them, the page's URL and the encoding its server named."""

    data: bytes
    name: str
    url: str | None = None
    encoding: str | None = None


def given(data: bytes, name: str) -> Source:
    """The `Source` of bytes that somebody has read already."""
    return Source(_checked(data, name), name)


def load(source: str | Path, runs: str | Path = "runs", **limits: float) -> Source:
    """The `Source` at a path, a URL, or "-"; limits: those of `analysis.system.limited.call`.

    Raises ArticleError where there is nothing to read.
    """
    name = str(source)
    if not name.strip():
        raise ArticleError("No article is named: give a file, an http(s) address, or - for "
                           "standard input.")
    if name == "-":
        return Source(_checked(sys.stdin.buffer.read(_MOST_BYTES + 1), "Standard input"), "-")
    if re.match(r"[A-Za-z][A-Za-z\d+.-]+://", name):
        return _fetched(name, Path(runs), limits)
    return _open(Path(name))


def _open(path):
    try:
        if path.is_dir():
            raise ArticleError(f"{path} is a folder: name one article in it, or analyse all of "
                               f"them with article-notebooks archive {path} -o OUT.")
        if not path.exists():
            raise ArticleError(f"There is no file {_named(path)}: check the name and the folder "
                               "you are in.")
        if not path.is_file():
            raise ArticleError(f"{path} is a device or a pipe: name a file, or give - and feed "
                               "standard input.")
        with path.open("rb") as file:
            data = _checked(file.read(_MOST_BYTES + 1), path)
        record = path.with_suffix(".json")
        facts = (json.loads(record.read_text(encoding="utf8"))
                 if _KEPT.fullmatch(path.name) and record.exists() else {})
    except (OSError, ValueError) as error:
        if isinstance(error, ArticleError):
            raise
        raise ArticleError(f"{str(path)[:200]!r} cannot be opened "
                           f"({getattr(error, 'strerror', None) or error}): check its "
                           "name and that you may read it.") from error
    return Source(data, str(path), facts.get("url"), facts.get("encoding"))


def _named(path):
    """A path as an error names it; an article's text given in its place is told apart."""
    name = " ".join(str(path).split())
    hint = " (is it the text itself? analysis.Article(text) takes one, and - standard input)"
    return f"{name[:60]}…{hint}" if len(name) > 200 or name.count(" ") > 8 else name


def _checked(data, name):
    if not data.strip():
        raise ArticleError(f"{name} is empty: give a file with an article in it.")
    if len(data) > _MOST_BYTES:
        raise ArticleError(f"{name} is larger than {_MOST_BYTES // 1_000_000} MB: give the article "
                           "alone.")
    return data


_KEPT = re.compile(r"page-[0-9a-f]{12}\.(html|pdf|txt|docx)")


def _fetched(url, runs, limits):
    """The page at a URL, kept as runs/<slug>/page-<hash>.<kind> with a record beside it."""
    data, final, encoding, headers = call(url[:200], "analysis.reading.web:fetch", url, _MOST_BYTES,
                                          **limits)
    data = _checked(data, url[:200])
    _keep(runs / slug(url), data, url=url, final_url=final, encoding=encoding,
          fetched=datetime.now(UTC).isoformat(timespec="seconds"), headers=headers)
    return Source(data, url, url, encoding)


def _keep(folder, data, **facts):
    digest = hashlib.sha256(data).hexdigest()
    kind = "pdf" if data.startswith(b"%PDF") else "docx" if data.startswith(b"PK") else \
        "txt" if facts["headers"].get("Content-Type", "").startswith("text/plain") else "html"
    page = folder / f"page-{digest[:12]}.{kind}"
    folder.mkdir(parents=True, exist_ok=True)
    replace_text(page.with_suffix(".json"), json.dumps({**facts, "sha256": digest}, indent=1))
    replace_bytes(page, data)       # last: where the page is, its record is


def slug(name: str | Path) -> str:
    """A folder name for a path or URL.

    >>> slug("https://www.example.org/2024/05/the-weir-held?page=2")
    'www-example-org-2024-05-the-weir-held-page-2'
    """
    bare = re.sub(r"^[a-z]+://", "", str(name).lower())
    plain = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    digest = hashlib.sha256(str(name).encode("utf8", "surrogatepass")).hexdigest()[:8]
    return plain if 0 < len(plain) <= 80 else f"{plain[:71]}-{digest}".strip("-")

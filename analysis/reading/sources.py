"""Where an article's bytes come from: a file, standard input, or a page on the web, which is kept for the next time."""
import hashlib
import json
import re
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timezone
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from analysis.errors import ArticleError

_MOST_BYTES = 100_000_000
_TIME_OUT = 20
_TOTAL_TIME = 60


@dataclass(frozen=True)
class Source:
    """The bytes read, what to call them, the page's URL and the encoding that its server named, where there are any."""

    data: bytes
    name: str
    url: str | None = None
    encoding: str | None = None


class _WebOnly(HTTPRedirectHandler):
    def redirect_request(self, request, file, code, message, headers, url):
        _check_scheme(url)
        return super().redirect_request(request, file, code, message, headers, url)


def load(source, runs="runs"):
    """The `Source` at a path, a URL, or "-" (standard input). Raises ArticleError where there is nothing to read."""
    name = str(source)
    if not name.strip():
        raise ArticleError("No article is named: give a file, an http(s) address, or - for standard input.")
    if name == "-":
        return Source(_checked(sys.stdin.buffer.read(_MOST_BYTES + 1), "Standard input"), "-")
    if re.match(r"[A-Za-z][A-Za-z\d+.-]+://", name):
        return _fetch(name, Path(runs))
    return _open(Path(name))


def _open(path):
    try:
        if path.is_dir():
            raise ArticleError(f"{path} is a folder: name one article in it.")
        if not path.exists():
            raise ArticleError(f"There is no file {path}: check the name and the folder you are in.")
        with path.open("rb") as file:
            data = _checked(file.read(_MOST_BYTES + 1), path)
        record = path.with_suffix(".json")
        facts = json.loads(record.read_text(encoding="utf8")) if _KEPT.fullmatch(path.name) and record.exists() else {}
    except (OSError, ValueError) as error:
        if isinstance(error, ArticleError):
            raise
        raise ArticleError(f"{str(path)[:200]!r} cannot be opened ({getattr(error, 'strerror', None) or error}): check its "
                           "name and that you may read it.") from error
    return Source(data, str(path), facts.get("url"), facts.get("encoding"))


def _checked(data, name):
    if not data.strip():
        raise ArticleError(f"{name} is empty: give a file with an article in it.")
    if len(data) > _MOST_BYTES:
        raise ArticleError(f"{name} is larger than {_MOST_BYTES // 1_000_000} MB: give the article alone.")
    return data


_KEPT = re.compile(r"page-[0-9a-f]{12}\.(html|pdf|txt|docx)")


def _check_scheme(url):
    if urlsplit(url).scheme.lower() not in ("http", "https"):
        raise ArticleError(f"{url[:200]} is no http(s) address: give one that begins with http:// or https://, or a file.")


def _fetch(url, runs):
    """The page at a URL, kept as runs/<slug>/page-<hash>.<kind> with a record of its address, time and headers."""
    try:
        _check_scheme(url)
        address = quote(url, safe="%/:=&?~#+!$,;'@()*[]")
        request = Request(address, headers={"User-Agent": "Mozilla/5.0 (compatible; article-notebooks)",
                                            "Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
        with build_opener(_WebOnly).open(request, timeout=_TIME_OUT) as response:
            data, began = bytearray(), time.monotonic()
            while chunk := response.read1(1 << 16):
                data += chunk
                if len(data) > _MOST_BYTES or time.monotonic() - began > _TOTAL_TIME:
                    raise ArticleError(f"{url[:200]} is too large or too slow: save the page and read the file.")
            headers, final = response.headers, response.url
    except HTTPError as error:
        raise ArticleError(f"{url[:200]} answers {error.code} {error.reason}: open it in a browser, save the page and "
                           "read the file.") from error
    except (URLError, HTTPException, OSError, ValueError) as error:
        if isinstance(error, ArticleError):
            raise
        reason = getattr(error, "reason", error)
        reason = " ".join(str(getattr(reason, "strerror", None) or reason or type(error).__name__).split())
        raise ArticleError(f"{url[:200]} cannot be fetched ({reason}): check the address and the connection, or save the "
                           "page and read the file.") from error
    data = _checked(bytes(data), url[:200])
    encoding = headers.get_content_charset()
    _keep(runs / slug(url), data, url=url, final_url=final, encoding=encoding,
          fetched=datetime.now(UTC).isoformat(timespec="seconds"), headers=dict(headers.items()))
    return Source(data, url, url, encoding)


def _keep(folder, data, **facts):
    digest = hashlib.sha256(data).hexdigest()
    kind = "pdf" if data.startswith(b"%PDF") else "docx" if data.startswith(b"PK") else \
        "txt" if facts["headers"].get("Content-Type", "").startswith("text/plain") else "html"
    page = folder / f"page-{digest[:12]}.{kind}"
    folder.mkdir(parents=True, exist_ok=True)
    page.write_bytes(data)
    page.with_suffix(".json").write_text(json.dumps({**facts, "sha256": digest}, indent=1), encoding="utf8")


def slug(name):
    """A folder name for a path or URL.

    >>> slug("https://www.example.org/2024/05/the-weir-held?page=2")
    'www-example-org-2024-05-the-weir-held-page-2'
    """
    bare = re.sub(r"^[a-z]+://", "", str(name).lower())
    plain = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    digest = hashlib.sha256(str(name).encode("utf8", "surrogatepass")).hexdigest()[:8]
    return plain if 0 < len(plain) <= 80 else f"{plain[:71]}-{digest}".strip("-")

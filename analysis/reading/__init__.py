"""From a file, a web page or standard input to an Article."""
import hashlib
import re
import warnings
from pathlib import Path, PurePath
from typing import Any, Literal

from analysis.article import Article
from analysis.corrections.review import beside
from analysis.corrections.review import read as read_review
from analysis.errors import ArticleError
from analysis.reading.document import Document, within
from analysis.reading.doubts import doubts
from analysis.reading.sources import Source, load
from analysis.system.limited import GIGABYTES, SECONDS, call
from analysis.system.packed import checked

LIMIT = 1_000_000
_MOST_PLAIN = 20_000_000        # bytes of a text or a page
_BEFORE = re.compile(r"\s++|<\?xml[^>]*+>|<!--(?s:.*?)-->")
_ROOT = re.compile(r"<(?:!doctype\s++html|html|head|body|article)\b", re.I)
_TAG = re.compile(r"<(?:p|div|h1|article|br|span)[\s>/]", re.I)
_UNREADABLE = (
    (b"\xd0\xcf\x11\xe0", "an old or encrypted Office document"), (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip archive"))


def read(source: str | Path, *, limit: int = LIMIT, english: bool = False,
         corrections: str | Path | Literal[False] | None = None, whole: bool = False,
         seconds: float = SECONDS, gigabytes: float = GIGABYTES) -> Article:
    """The `Article` at `source`.

    source: the path of a plain-text, Markdown, HTML, DOCX or PDF file; an http(s) URL, whose page
    is kept under `runs/` so that it can be read again as a file; or "-" for standard input. What
    the bytes are decides how they are read; the file's extension only tells Markdown from plain
    text, and HTML that does not begin like a page. corrections: the path of a workbook that
    `python -m analysis review` wrote and a person corrected; without it, the one beside the file
    (`article.review.xlsx` beside `article.txt`) where there is one; False: none.
    whole: count captions and lines that look like page furniture as the article's, too.
    limit: the longest text accepted, in characters. seconds, gigabytes: what reading a document,
    a page or a workbook, or fetching a page, may take. english: refuse a text that is not in
    English, of which there is a warning otherwise. Raises ArticleError, whose one-line message
    says what is wrong and what to do.
    """
    return article_in(load(source, seconds=seconds, gigabytes=gigabytes), limit=limit,
                      english=english, corrections=corrections, whole=whole, seconds=seconds,
                      gigabytes=gigabytes)


def article_in(found: Source, *, limit: int = LIMIT, english: bool = False,
               corrections: str | Path | Literal[False] | None = None, whole: bool = False,
               seconds: float = SECONDS, gigabytes: float = GIGABYTES) -> Article:
    """The `Article` in the bytes of a `Source`; what else is given is as for `read`."""
    limits: dict[str, Any] = {"seconds": seconds, "gigabytes": gigabytes}
    document = _document(found, limit, limits)
    if not any(map(str.isalnum, document.text)):
        raise ArticleError(f"{found.name} holds no words: give a file with an article in it.")
    for doubt in filter(None, (doubts(document.text), document.doubt)):
        warnings.warn(doubt, stacklevel=3)
    from analysis.reading.languages import detect
    language, code = detect(document.text) or (None, None)
    if code not in ("en", None):
        problem = (f"The text is not English; it seems to be {language}. Only English articles can "
                   "be analysed")
        if english:
            raise ArticleError(f"{problem}: give an English version.")
        warnings.warn(f"{problem}: use no figure of this one.", stacklevel=3)
    if code:
        document.metadata["language"] = code
    review = beside(found.name) if corrections is None else corrections
    return Article(document.text, structure=document.structure, source=found.name, whole=whole,
                   review=read_review(review, **limits) if review else None,
                   sha256=hashlib.sha256(found.data).hexdigest(), **document.metadata)


def _document(found, limit, limits):
    """The `Document` in a `Source`: plain text is read here, all else in the worker."""
    kind, content = _kind(found, limit)
    if kind is None:
        return within(limit, Document(content))
    arguments = (content, limit, found.url) if kind == "page" else (content, limit)
    return call(found.name, f"analysis.reading.{kind}:read_{kind}", *arguments, **limits)


def _kind(found, limit):
    """(the module that reads a `Source`, or None for plain text; its bytes, or its text)."""
    data, suffix = found.data, PurePath(found.name).suffix.lower()
    if b"%PDF-" in data[:1024]:
        return "pdf", data
    if data.startswith(b"PK\x03\x04"):
        if "word/document.xml" not in checked(data, found.name):
            raise ArticleError(f"{found.name} is an archive, a spreadsheet or another kind of "
                               "document: give a text, Markdown, HTML, DOCX or PDF file; many "
                               "articles in one file are for article-notebooks archive "
                               f"{found.name} -o OUT.")
        return "word", data
    for magic, kind in _UNREADABLE:
        if data.startswith(magic):
            raise ArticleError(f"{found.name} is {kind}, which cannot be read: save it as DOCX or "
                               "plain text.")
    if len(data) > max(_MOST_PLAIN, 4 * limit):
        raise ArticleError(f"{found.name} has {len(data):,} bytes, far more than an article: give "
                           "its text alone.")
    from analysis.reading.decoding import decode
    text = decode(data, found.encoding)
    if _begins_as_page(text) or suffix in (".html", ".htm", ".xhtml") and _TAG.search(text):
        return "page", text
    from analysis.reading.markdown import looks_like_markdown
    marked = suffix in (".md", ".markdown")
    if marked or suffix not in (".txt", ".text") and looks_like_markdown(text):
        return "markdown", text
    return None, text


def _begins_as_page(text):
    place = 0
    while match := _BEFORE.match(text, place):
        place = match.end()
    return _ROOT.match(text, place) is not None

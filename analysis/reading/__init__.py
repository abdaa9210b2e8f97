"""From a file, a web page or standard input to an Article."""
import hashlib
import re
import warnings
import zipfile
from io import BytesIO
from pathlib import PurePath

from analysis.article import Article
from analysis.corrections.review import beside
from analysis.corrections.review import read as read_review
from analysis.errors import ArticleError
from analysis.reading.document import Document
from analysis.reading.sources import load

LIMIT = 1_000_000
_MARKUP = re.compile(r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|article)\b", re.I | re.S)
_TAGS = re.compile(r"<(p|div|h1|article|br|span)\b[^>]*>", re.I)
_UNREADABLE = ((b"\xd0\xcf\x11\xe0", "an old or encrypted Office document"), (b"{\\rtf", "an RTF document"),
               (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"), (b"\x1f\x8b", "a gzip archive"))


def read(source, *, limit=LIMIT, english=False, corrections=None, whole=False):
    """The `Article` at `source`.

    source: the path of a plain-text, Markdown, HTML, DOCX or PDF file; an http(s) URL, whose page is kept under
    `runs/` so that it can be read again as a file; or "-" for standard input. What the bytes are decides how they are
    read; the file's extension only tells Markdown from plain text, and HTML that does not begin like a page.
    corrections: the path of a workbook that `python -m analysis review` wrote and a person corrected; without it, the one beside
    the file (`article.review.xlsx` beside `article.txt`) where there is one; False: none.
    whole: count captions and lines that look like page furniture as the article's, too.
    limit: the longest text accepted, in characters. english: refuse a text that is not in English, of which there is
    a warning otherwise. Raises ArticleError, whose one-line message says what is wrong and what to do.
    """
    found = load(source)
    document = _document(found)
    if not any(map(str.isalnum, document.text)):
        raise ArticleError(f"{found.name} holds no words: give a file with an article in it.")
    if len(document.text) > limit:
        raise ArticleError(f"The text has {len(document.text):,} characters, above the limit of {limit:,}: raise the "
                           "limit, or give one article.")
    from analysis.reading.languages import detect
    language, code = detect(document.text) or (None, None)
    if code not in ("en", None):
        problem = f"The text is not English; it seems to be {language}. Only English articles can be analysed"
        if english:
            raise ArticleError(f"{problem}: give an English version.")
        warnings.warn(f"{problem}: use no figure of this one.", stacklevel=2)
    if code:
        document.metadata["language"] = code
    review = beside(found.name) if corrections is None else corrections
    return Article(document.text, structure=document.structure, source=found.name, review=read_review(review) if review else None,
                   whole=whole,
                   sha256=hashlib.sha256(found.data).hexdigest(), **document.metadata)


def _document(found):
    data, suffix = found.data, PurePath(found.name).suffix.lower()
    if b"%PDF-" in data[:1024]:
        from analysis.reading.pdf import read_pdf
        return read_pdf(data)
    if data.startswith(b"PK\x03\x04"):
        if not _is_word(data):
            raise ArticleError(f"{found.name} is an archive or another kind of document: give a text, Markdown, HTML, "
                               "DOCX or PDF file.")
        from analysis.reading.word import read_word
        return read_word(data)
    for magic, kind in _UNREADABLE:
        if data.startswith(magic):
            raise ArticleError(f"{found.name} is {kind}, which cannot be read: save it as DOCX or plain text.")
    from analysis.reading.decoding import decode
    text = decode(data, found.encoding)
    if _MARKUP.match(text) or suffix in (".html", ".htm", ".xhtml") and _TAGS.search(text):
        from analysis.reading.page import read_page
        return read_page(text, found.url)
    from analysis.reading.markdown import looks_like_markdown, read_markdown
    if suffix in (".md", ".markdown") or suffix not in (".txt", ".text") and looks_like_markdown(text):
        return read_markdown(text)
    return Document(text)


def _is_word(data):
    try:
        return "word/document.xml" in zipfile.ZipFile(BytesIO(data)).namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False

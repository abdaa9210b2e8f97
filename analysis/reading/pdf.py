"""From a PDF to text: lines are joined to paragraphs, words cut at a line's end are made whole."""
import io
import re
from collections import Counter

from ftfy import fix_text

from analysis.errors import ArticleError
from analysis.reading.document import Document, compose, too_long

_ENDED = re.compile(r"[.!?:][”’\"')\]]*$")
# _MOST_DRAWN: bytes of a page; _MOST_OPERATORS: those of all
_MOST_PAGES, _MOST_DRAWN, _MOST_OPERATORS = 1_000, 2_000_000, 300_000
_CUT = re.compile(r"(?<=[a-z])[-\u00ad\u2010]$")


def read_pdf(data: bytes, limit: int) -> Document:
    """The `Document` of a PDF's bytes, of at most `limit` characters.

    Raises ArticleError where it is damaged, encrypted, holds images only, or far more than an
    article.
    """
    import logging

    from pypdf import PdfReader
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else _texts(reader.pages, limit)
        title = None if locked else (reader.metadata or {}).get("/Title")
    except (ArticleError, MemoryError, RecursionError):
        raise
    except Exception as error:      # pypdf raises a dozen kinds on damaged files
        raise ArticleError(f"The PDF cannot be read ({type(error).__name__}): print it to a new "
                           f"PDF, or copy its text "
                           "into a file.") from error
    if locked:
        raise ArticleError("The PDF is encrypted: remove its password, or copy its text into a "
                           "file.")
    if sum(map(str.isalpha, "".join(pages))) < 20 * max(len(pages), 1) ** .5:
        raise ArticleError("The PDF holds images but no text: run text recognition (OCR) on it "
                           "first.")
    lines = _body_lines([fix_text(page, uncurl_quotes=False).splitlines() for page in pages])
    blocks = list(_paragraphs(lines))
    printed = next((text for text in blocks[:3] if title
                    and text.lower() == str(title).strip().lower()), None)
    return compose([("title" if text == printed else None, text) for text in blocks], limit,
                   marked_up=False, title=printed)


def _texts(pages, limit):
    """The text of every page, until there are more pages, drawing operators or characters than an
    article has."""
    if len(pages) > _MOST_PAGES:
        raise ArticleError(f"The PDF has {len(pages):,} pages; more than {_MOST_PAGES:,} are not "
                           f"read: give those of the "
                           "article alone.")
    done = 0

    def count(*_):
        nonlocal done
        done += 1
        if done > _MOST_OPERATORS:
            raise _TooMuch

    texts, length = [], 0
    for page in pages:
        try:
            contents = page.get_contents()
            if contents is not None and len(contents.get_data()) > _MOST_DRAWN:
                raise _TooMuch
            texts.append(page.extract_text(visitor_operand_before=count) or "")
        except _TooMuch:
            raise ArticleError("The PDF draws far more than an article does (maps, plans): copy "
                               "its text into a "
                               "file.") from None
        length += len(texts[-1])
        if length > limit:
            raise too_long(length, limit)
    return texts


class _TooMuch(BaseException):
    """Stops pypdf, which takes every Exception for a damaged place and goes on."""


def _body_lines(pages):
    """The lines of all pages without running heads, feet and page numbers: a page's outer lines
    that recur."""
    pages = [[line.strip() for line in page] for page in pages]
    outer = Counter(re.sub(r"\d+", "#", line) for page in pages for line in {*page[:2], *page[-2:]}
                    if line)
    recurring = {line for line, count in outer.items() if len(pages) > 2 and count > len(pages) / 2}
    for page in pages:
        for number, line in enumerate(page):
            edge = number < 2 or number >= len(page) - 2
            if not (edge and (re.sub(r"\d+", "#", line) in recurring
                              or re.fullmatch(r"(page )?\d+( of \d+)?", line, re.I))):
                yield line


def _paragraphs(lines):
    """Lines joined to paragraphs: one ends at a blank line, or at a short line that closes a
    sentence."""
    lines = list(lines)
    width = sorted(map(len, filter(None, lines)))[int(.9 * (len(list(filter(None, lines))) - 1))]
    block, last = "", ""
    for line in [*lines, ""]:
        short = len(last) < .8 * width
        headline = (short and not _ENDED.search(last) and len(last.split()) <= 12
                    and line[:1].isupper() and block == last)
        if block and ((not line and (_ENDED.search(last) or short))
                      or (line and short and _ENDED.search(last)) or headline):
            yield block
            block = ""
        if line:
            block = (_CUT.sub("", block) + line if _CUT.search(block) and line[:1].islower()
                     else f"{block} {line}".strip())
            last = line
    if block:
        yield block

"""From a PDF to text, with the title and the date that it tells of itself."""
import io
import re

from ftfy import fix_text

from analysis.errors import ArticleError
from analysis.reading.document import Document, compose, too_long
from analysis.reading.pdf_lines import body_lines, paragraphs
from analysis.text.bylines import find_date, read_byline, stated
from analysis.text.paragraphs import parts

# _MOST_DRAWN: bytes of a page; _MOST_OPERATORS: those of all
_MOST_PAGES, _MOST_DRAWN, _MOST_OPERATORS = 1_000, 2_000_000, 300_000
_TOP = 10       # the title is printed in one of the first blocks, or in several of them
_SITE = re.compile(r" [|–—·-] (?:[A-Z]\S*+ ?+){1,4}+\Z")
_FILE = re.compile(r"\.\w{2,4}$|://")
_LEAST_TITLE = 3        # words; "Untitled" and "Layout 1" are none
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-])")
_CREATED = re.compile(r"D:((?:19|20)\d\d)(\d\d)(\d\d)")


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
        known = {} if locked else {name: str(value)
                                   for name, value in (reader.metadata or {}).items()}
    except (ArticleError, MemoryError, RecursionError):
        raise
    except Exception as error:      # pypdf raises a dozen kinds on damaged files
        raise ArticleError(f"The PDF cannot be read ({type(error).__name__}): print it to a new "
                           "PDF, or copy its text into a file.") from error
    if locked:
        raise ArticleError("The PDF is encrypted: remove its password, or copy its text into a "
                           "file.")
    if sum(map(str.isalpha, "".join(pages))) < 20 * max(len(pages), 1) ** .5:
        raise ArticleError("The PDF holds images but no text: run text recognition (OCR) on it "
                           "first.")
    title = " ".join(known.get("/Title", "").split())
    lines, address = body_lines(
        [fix_text(page, uncurl_quotes=False).splitlines() for page in pages], title)
    document = _titled(list(paragraphs(lines)), title, limit)
    _dated(document, address, known.get("/CreationDate", ""))
    return document


def _titled(blocks, title, limit):
    """The Document of blocks of text, under the title that the PDF has, where that is printed or
    could be one; what stands above it is the page's."""
    for first in range(min(_TOP, len(blocks))):
        for last in range(first + 1, min(first + 4, len(blocks) + 1)):
            printed = " ".join(blocks[first:last])
            if title and _same(printed, title):
                above = [("furniture" if not (block[-1] in ".!?" or read_byline(block)) else None,
                          block) for block in blocks[:first]]
                rest = [(None, block) for block in blocks[last:]]
                return compose([*above, ("title", printed), *rest], limit, marked_up=False,
                               title=printed)
    title = _SITE.sub("", title)
    usable = len(title.split()) >= _LEAST_TITLE and not _FILE.search(title)
    return compose([(None, block) for block in blocks], limit, marked_up=False,
                   title=title if usable else None)


def _same(printed, title):
    """Whether a printed line is a PDF's title, with or without the name of the site behind it."""
    printed, title = printed.casefold(), title.casefold()
    return title == printed or bool(title.startswith(printed)
                                    and re.match(r"\s+[|–—·-]\s", title[len(printed):]))


def _dated(document, address, created):
    """Give a Document the date of its text, of its address, or of the PDF's making, and say so."""
    title = document.metadata.get("title")
    if stated(document.text, parts(document.text, document.structure, title)).published:
        return
    day = _DAY_IN_ADDRESS.search(address or "")
    if day and (found := find_date("{}-{:0>2}-{:0>2}".format(*day.groups()))):
        document.metadata["published"] = found
    elif (day := _CREATED.match(created)) and (found := find_date("-".join(day.groups()))):
        document.metadata["published"] = found
        document.doubt = (f"The date, {found}, is the day when the PDF was made: give the "
                          "article's with --published where it is another.")


def _texts(pages, limit):
    """The text of every page, until there is more than an article has."""
    if len(pages) > _MOST_PAGES:
        raise ArticleError(f"The PDF has {len(pages):,} pages; more than {_MOST_PAGES:,} are not "
                           "read: give those of the article alone.")
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
                               "its text into a file.") from None
        length += len(texts[-1])
        if length > limit:
            raise too_long(length, limit)
    return texts


class _TooMuch(BaseException):
    """Stops pypdf, which takes every Exception for a damaged place and goes on."""

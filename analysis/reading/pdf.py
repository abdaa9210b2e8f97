"""From a PDF to text: lines are joined to paragraphs, words cut at a line's end are made whole."""
import io
import re
from collections import Counter

from ftfy import fix_text

from analysis.errors import ArticleError
from analysis.reading.document import compose

_ENDED = re.compile(r"[.!?:][”’\"')\]]*$")
_CUT = re.compile(r"(?<=[a-z])[-\u00ad\u2010]$")


def read_pdf(data):
    """The `Document` of a PDF's bytes. Raises ArticleError where it is damaged, encrypted or holds images only."""
    import logging

    from pypdf import PdfReader
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else [page.extract_text() or "" for page in reader.pages]
        title = None if locked else (reader.metadata or {}).get("/Title")
    except Exception as error:      # pypdf raises a dozen kinds on damaged files
        raise ArticleError(f"The PDF cannot be read ({type(error).__name__}): print it to a new PDF, or copy its text "
                           "into a file.") from error
    if locked:
        raise ArticleError("The PDF is encrypted: remove its password, or copy its text into a file.")
    if sum(map(str.isalpha, "".join(pages))) < 20 * max(len(pages), 1) ** .5:
        raise ArticleError("The PDF holds images but no text: run text recognition (OCR) on it first.")
    lines = _body_lines([fix_text(page, uncurl_quotes=False).splitlines() for page in pages])
    blocks = list(_paragraphs(lines))
    printed = next((text for text in blocks[:3] if title and text.lower() == str(title).strip().lower()), None)
    return compose([("title" if text == printed else None, text) for text in blocks], marked_up=False, title=printed)


def _body_lines(pages):
    """The lines of all pages without running heads, feet and page numbers: a page's outer lines that recur."""
    pages = [[line.strip() for line in page] for page in pages]
    outer = Counter(re.sub(r"\d+", "#", line) for page in pages for line in {*page[:2], *page[-2:]} if line)
    recurring = {line for line, count in outer.items() if len(pages) > 2 and count > len(pages) / 2}
    for page in pages:
        for number, line in enumerate(page):
            edge = number < 2 or number >= len(page) - 2
            if not (edge and (re.sub(r"\d+", "#", line) in recurring or re.fullmatch(r"(page )?\d+( of \d+)?", line, re.I))):
                yield line


def _paragraphs(lines):
    """Lines joined to paragraphs: one ends at a blank line, or at a short line that closes a sentence."""
    lines = list(lines)
    width = sorted(map(len, filter(None, lines)))[int(.9 * (len(list(filter(None, lines))) - 1))]
    block, last = "", ""
    for line in [*lines, ""]:
        short = len(last) < .8 * width
        headline = short and not _ENDED.search(last) and len(last.split()) <= 12 and line[:1].isupper() and block == last
        if block and ((not line and (_ENDED.search(last) or short)) or (line and short and _ENDED.search(last)) or headline):
            yield block
            block = ""
        if line:
            block = _CUT.sub("", block) + line if _CUT.search(block) and line[:1].islower() else f"{block} {line}".strip()
            last = line
    if block:
        yield block

"""From a Word document (DOCX) to text; its heading styles become structure."""
import io

from ftfy import fix_text

from analysis.errors import ArticleError
from analysis.reading.document import Document, compose, too_long


def read_word(data: bytes, limit: int) -> Document:
    """The `Document` of a DOCX file's bytes, of at most `limit` characters.

    Raises ArticleError where it cannot be read, holds no text, or is far larger than an article.
    """
    from docx import Document as open_word
    try:
        word = open_word(io.BytesIO(data))
        blocks, length = [], 0
        for kind, text in _blocks(word):
            length += len(text)
            if length > limit:
                raise too_long(length, limit)
            blocks.append((kind, text))
        properties = word.core_properties
        title, author = properties.title, properties.author
    except (ArticleError, MemoryError, RecursionError):
        raise
    except Exception as error:      # the libraries beneath raise a dozen kinds on damaged files
        raise ArticleError(f"The Word document cannot be read ({type(error).__name__}): open it "
                           "and save it again as DOCX or plain text.") from error
    blocks = [(kind, fix_text(text, uncurl_quotes=False)) for kind, text in blocks if text.strip()]
    if not blocks:
        raise ArticleError("The Word document holds no text: check that it is the right file.")
    if all(kind != "title" for kind, _ in blocks) and blocks[0][0] == "heading":
        blocks[0] = ("title", blocks[0][1])
    printed = next((text for kind, text in blocks if kind == "title"), None)
    generated = (author or "").lower() in ("", "python-docx", "user", "administrator",
                                           "microsoft office user")
    return compose(blocks, limit, title=printed or title, byline=None if generated else author)


def _blocks(word):
    from docx.table import Table, _Cell
    for item in word.iter_inner_content():
        if isinstance(item, Table):
            # its cells as they stand there: `row.cells` repeats one as often as its span says
            for row in item.rows:
                yield None, " ".join(dict.fromkeys(_Cell(cell, item).text
                                                   for cell in row._tr.tc_lst))
        else:
            kind = _kind(item)
            for line in item.text.split("\n"):
                yield kind, line


def _kind(paragraph):
    style = (paragraph.style.name if paragraph.style is not None else "").lower()
    if style == "title":
        return "title"
    if style == "subtitle":
        return "standfirst"
    return "heading" if style.startswith("heading") else None

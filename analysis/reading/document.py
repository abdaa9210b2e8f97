"""What every reader hands on: the text, its paragraphs' kinds, what it says of itself."""
from dataclasses import dataclass, field

from analysis.errors import ArticleError

_UNSEEN = dict.fromkeys((0x00ad, 0x200b, 0x2060, 0xfeff))      # soft hyphens and blanks of no width


@dataclass
class Document:
    """text; structure {(start, end): kind} of paragraphs whose kind the markup tells; metadata for
    `Article`; doubt: what a reader should be warned of, or None."""

    text: str
    structure: dict = field(default_factory=dict)
    metadata: dict = field(default_factory=dict)
    doubt: str | None = None


def within(limit: int, document: Document) -> Document:
    """The document; ArticleError where its text is longer than `limit` characters."""
    if len(document.text) > limit:
        raise too_long(len(document.text), limit)
    return document


def too_long(length: int, limit: int) -> ArticleError:
    """The ArticleError of a text that has `length` characters, or more, and may have `limit`."""
    return ArticleError(f"The text has {length:,} characters, above the limit of {limit:,}: raise "
                        "it with --limit (in Python limit=), or give one article.")


def compose(blocks: list[tuple[str | None, str]], limit: int, marked_up: bool = True,
            **metadata: str | None) -> Document:
    """The Document of (kind or None, text) blocks, a paragraph each.

    marked_up: the document marks its headings, so that what it does not mark is body; else None
    leaves a kind open. Raises ArticleError above `limit` characters.

    >>> compose([("title", "The weir"), (None, "It  held.")], 100).structure
    {(0, 8): 'title', (10, 18): 'body'}
    """
    pieces, structure, place = [], {}, 0
    unmarked = "body" if marked_up and any(kind for kind, _ in blocks) else None
    for kind, text in blocks:
        text = " ".join(text.translate(_UNSEEN).split())
        if not text:
            continue
        if kind or unmarked:
            structure[place, place + len(text)] = kind or unmarked
        pieces.append(text)
        place += len(text) + 2
    metadata = {key: value for key, value in metadata.items() if value}
    return within(limit, Document("\n\n".join(pieces), structure, metadata))

"""Article text made harmless: for a terminal (no control characters), for HTML and for Markdown (no markup)."""
import html
import re

# Control characters, marks that turn the direction of writing, and halves of characters that no encoding can carry.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udfff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def printable(text):
    """The text in one line, its control characters spelled out.

    >>> printable("a\\x1b[31m red\\n word")
    'a\\\\x1b[31m red word'
    """
    return _UNPRINTABLE.sub(lambda match: match[0].encode("unicode_escape").decode(), " ".join(text.split()))


def markup(text):
    """The text as HTML that shows it, and does nothing else.

    >>> markup("<b> & co")
    '&lt;b&gt; &amp; co'
    """
    return html.escape(printable(text))


def isolated(text):
    """As `markup`; words of a right-to-left script are kept from turning the words around them.

    >>> isolated("a & b"), isolated("\u05d0")
    ('a &amp; b', '<bdi>\u05d0</bdi>')
    """
    return f"<bdi>{markup(text)}</bdi>" if _RIGHT_TO_LEFT.search(text) else markup(text)


def as_markdown(text):
    """The text as Markdown that shows it, and does nothing else: every sign by its code.

    >>> as_markdown("*a* <b>")
    '&#42;a&#42; &#60;b&#62;'
    """
    return re.sub(r"[!-/:-@\[-`{-~]", lambda match: f"&#{ord(match[0])};", printable(text))

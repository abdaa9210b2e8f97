"""Article text made harmless: for a terminal, for HTML and for Markdown."""
import html
import re

# Control characters, marks that turn the direction of writing, characters that nobody sees, and
# halves of characters that no encoding can carry. Joiners are left where scripts and pictographs
# need them: beside none that is Latin.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
    "|(?<![^\x00-\u024f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\u024f])")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def printable(text: str) -> str:
    """The text in one line, its control characters spelled out.

    >>> printable("a\\x1b[31m red\\n word")
    'a\\\\x1b[31m red word'
    """
    return spelled_out(" ".join(text.split()))


def spelled_out(text: str) -> str:
    """The text with the characters that must not be printed as their codes; line ends stay.

    >>> spelled_out("a\\x1b[0m")
    'a\\\\x1b[0m'
    """
    return UNPRINTABLE.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def markup(text: str) -> str:
    """The text as HTML that shows it, and does nothing else.

    >>> markup("<b> & co")
    '&lt;b&gt; &amp; co'
    """
    return html.escape(printable(text))


def isolated(text: str) -> str:
    """As `markup`; words of a right-to-left script are kept from turning the words around them.

    >>> isolated("a & b"), isolated("\u05d0")
    ('a &amp; b', '<bdi>\u05d0</bdi>')
    """
    return f"<bdi>{markup(text)}</bdi>" if _RIGHT_TO_LEFT.search(text) else markup(text)


def as_markdown(text: str) -> str:
    """The text as Markdown that shows it, and does nothing else: every sign by its code.

    >>> as_markdown("*a* <b>")
    '&#42;a&#42; &#60;b&#62;'
    """
    return re.sub(r"[!-/:-@\[-`{-~]", lambda match: f"&#{ord(match[0])};", printable(text))

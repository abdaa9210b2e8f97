"""From bytes to text: byte order marks, declared encodings, UTF-8 and 16, Windows, Macintosh."""
import codecs
import re

from analysis.errors import ArticleError

_MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
          (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*["']?\s*([\w:-]+)""",
                       re.I)
_ODD = {code: None for code in (*range(0x09), *range(0x0e, 0x1b), *range(0x1c, 0x20))}
# what a codec that is no character set changes
_PLAIN = "".join(map(chr, range(32, 91))) + r"\n\u0041+AGE-.xn--a"
# One character in a hundred may be a stray control character; more, and the file is no text.
_MOST_ODD = .01


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of `data`; `declared`: an encoding named by a server. Else ArticleError."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(encoding, "replace"))
    half = len(data[:4096]) / 2
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if (data[first:4096:2].count(0) > .7 * half > .7
                and data[1 - first:4096:2].count(0) < .1 * half):
            return _checked(data.decode(encoding, "replace"))
    match = _DECLARED.search(data[:4096])
    for named in (declared, match and match[1].decode("ascii")):
        if named and _known(named):
            try:
                return _checked(data.decode(named))
            except UnicodeError:
                pass
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_guess(data))


def _known(encoding):
    """Whether a name is of a character set that reads ASCII as it is, or of UTF-16 or 32."""
    try:
        name = codecs.lookup(encoding).name
        return name.startswith(("utf-16",
                                "utf-32")) or _PLAIN.encode("ascii").decode(name) == _PLAIN
    except (LookupError, ValueError,
            AssertionError):      # what its codecs raise, or make of an escape
        return False


def _guess(data):
    """The text of bytes not quite UTF-8: damaged UTF-8, Macintosh, Windows, or the likeliest."""
    damaged = data.decode("utf-8", "replace")
    broken = damaged.count("\N{REPLACEMENT CHARACTER}")
    if sum(character > "\x7f" for character in damaged) > 5 * broken:
        return damaged
    try:
        windows = data.decode("cp1252")
    except UnicodeDecodeError:
        windows = None
    if windows and re.search(r"[a-z]Õ[a-z]|[\s(]Ò[A-Z]", windows):
        return data.decode("mac-roman")
    if windows and sum(character > "\x7f" for character in windows) < .05 * len(windows):
        return windows
    from charset_normalizer import from_bytes
    best = from_bytes(data).best()
    if best is None:
        raise ArticleError("The file is binary, or text in an unknown encoding: save it as plain "
                           "text in UTF-8.")
    return str(best)


def _checked(text):
    if len(text) - len(text.translate(_ODD)) > _MOST_ODD * len(text):
        raise ArticleError("The file is binary, not text: give a text, Markdown, HTML, DOCX or PDF "
                           "file.")
    return text

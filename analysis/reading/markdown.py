"""From Markdown to text: front matter becomes metadata, headings structure, and the markup goes."""
import re

from analysis.reading.document import compose

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.S)
_FIELD = re.compile(r"^([A-Za-z_-]+)[ \t]*:[ \t]*(.+?)[ \t]*$", re.M)
_NAMES = {"title": "title", "headline": "title", "author": "byline", "authors": "byline", "byline": "byline",
          "date": "published", "published": "published", "outlet": "outlet", "publication": "outlet",
          "source": "outlet", "lang": "language", "language": "language", "standfirst": "standfirst",
          "subtitle": "standfirst", "description": "standfirst"}
_INLINE = (
    (re.compile(r"<!--.*?-->", re.S), ""),
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^>]+)>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^>]*>"), ""),
    (re.compile(r"`+([^`]+)`+"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])"), r"\1"),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])"), r"\1"),
)


def looks_like_markdown(text):
    """Whether a text of unknown kind is Markdown: it begins with front matter or with a first-level heading."""
    return bool(re.match(r"\s*(---[ \t]*\n[A-Za-z_-]+[ \t]*:|#\s+\S[^\n]*\n\s*\n)", text))


def read_markdown(text):
    """The `Document` of a Markdown text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\n")
    metadata = {}
    if match := _FRONT_MATTER.match(text):
        for name, value in _FIELD.findall(match[1]):
            if name.lower() in _NAMES and value.strip("\"'[] "):
                metadata.setdefault(_NAMES[name.lower()], value.strip("\"'[] "))
        text = text[match.end():]
    text = re.sub(r"^(.+)\n=+[ \t]*$", r"# \1", text, flags=re.M)
    text = re.sub(r"^([^\n-].*)\n-{2,}[ \t]*$", r"## \1", text, flags=re.M)
    blocks = []
    for block in re.split(r"\n[ \t]*\n|\n(?=[ \t]{0,3}(?:#{1,6}\s|[-*+]\s|\d+[.)]\s))|(?<=\n)(?=#{1,6}\s)", text):
        for kind, line in _parts(block.strip()):
            first_heading = kind == "heading" and not any(known == "title" for known, _ in blocks)
            blocks.append(("title" if first_heading and not blocks else kind, line))
    titled = bool(blocks) and blocks[0][0] == "title"
    standfirst = metadata.pop("standfirst", None)
    if standfirst and not any(line == standfirst for _, line in blocks[:3]):
        blocks.insert(int(titled), ("standfirst", standfirst))
    if titled:
        metadata.setdefault("title", blocks[0][1])
    elif "title" in metadata:
        blocks.insert(0, ("title", metadata["title"]))
    return compose(blocks, **metadata)


def _parts(block):
    """(kind, text) of a block: a heading and what follows it on the next line, or one paragraph."""
    if re.fullmatch(r"([-*_][ \t]*){3,}|```.*|\[[^\]]+\]:.*", block) or not block:
        return
    heading = re.match(r"#{1,6}[ \t]+(.+?)[ \t]*#*(?:\n|$)", block)
    if heading:
        yield "heading", _plain(heading[1])
        yield from _parts(block[heading.end():].strip())
    else:
        block = re.sub(r"^[ \t]*(>[ \t]?)+", "", block, flags=re.M)
        yield None, _plain(re.sub(r"^([-*+]|\d+[.)])[ \t]+", "", block) if re.match(r"[-*+]\s", block) else block)


def _plain(text):
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text

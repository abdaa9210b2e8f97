"""From Markdown to text, by mistune: front matter to metadata, headings to structure."""
import re

from analysis.reading.document import Document, compose

_FIELD = re.compile(r"([A-Za-z_-]+)[ \t]*:[ \t]*(.*)")
_NAMES = {"title": "title", "headline": "title", "author": "byline", "authors": "byline",
          "byline": "byline", "date": "published", "published": "published", "outlet": "outlet",
          "publication": "outlet", "source": "outlet", "lang": "language", "language": "language",
          "standfirst": "standfirst", "subtitle": "standfirst", "description": "standfirst"}
_FENCE, _FENCES = re.compile(r"---[ \t]*"), re.compile(r"(?:---|\.\.\.)[ \t]*")
_NO_PARAGRAPH = ("block_code", "thematic_break", "blank_line")
_NO_TEXT = ("image", "inline_html", "block_html", "softbreak", "linebreak")
_FOOTNOTE = re.compile(r"\[\^[^\]\[]*\]")


def looks_like_markdown(text: str) -> bool:
    """Whether a text of unknown kind begins as Markdown: front matter, or a main heading."""
    return bool(re.match(r"\s*+(---[ \t]*+\n[A-Za-z_-]+[ \t]*+:|#[^\S\n]++\S[^\n]*+\n[^\S\n]*+\n)",
                         text))


def read_markdown(text: str, limit: int) -> Document:
    """The `Document` of a Markdown text of at most `limit` characters without the markup."""
    import mistune
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\n")
    metadata, text = _front_matter(text)
    parser = mistune.create_markdown(renderer=None)
    parser.block.rules.remove("indent_code")        # copied text is indented and no code
    # its words are the article's, its tags go with inline ones
    parser.block.rules.remove("raw_html")
    blocks = []
    for kind, line in _blocks(parser(text)):
        blocks.append(("title" if kind and not blocks else kind, line))
    titled = bool(blocks) and blocks[0][0] == "title"
    standfirst = metadata.pop("standfirst", None)
    if standfirst and not any(line == standfirst for _, line in blocks[:3]):
        blocks.insert(int(titled), ("standfirst", standfirst))
    if titled:
        metadata.setdefault("title", blocks[0][1])
    elif "title" in metadata:
        blocks.insert(0, ("title", metadata["title"]))
    return compose(blocks, limit, **metadata)


def _front_matter(text):
    """({name: value} of the front matter, the text after it)."""
    head, *lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if _FENCES.fullmatch(line)), None)
    if not _FENCE.fullmatch(head) or end is None:
        return {}, text
    found = {}
    for line in lines[:end]:
        if ((match := _FIELD.match(line)) and match[1].lower() in _NAMES
                and match[2].strip("\"'[] \t")):
            found.setdefault(_NAMES[match[1].lower()], match[2].strip("\"'[] \t"))
    return found, "\n".join(lines[end + 1:])


def _blocks(tokens):
    """("heading" or None, text) of every heading and paragraph, in lists and quotations too."""
    for token in tokens:
        if token["type"] in _NO_PARAGRAPH:
            continue
        children = token.get("children", ())
        if token["type"] in ("list", "list_item", "block_quote"):
            yield from _blocks(children)
        else:
            text = _FOOTNOTE.sub("", "".join(_pieces(children)))
            yield ("heading" if token["type"] == "heading" else None), text


def _pieces(tokens):
    for token in tokens:
        if token["type"] not in _NO_TEXT:
            yield token["raw"] if "raw" in token else "".join(_pieces(token["children"]))
        elif token["type"].endswith("break"):
            yield "\n"

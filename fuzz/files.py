"""Hostile files: pages, Markdown, Word documents, PDFs and review workbooks, damaged and out of
proportion."""
import io
import random
import zipfile
from functools import cache

from fuzz import texts

_TAGS = ["p", "div", "h1", "table", "tr", "td", "article", "blockquote", "ul", "li", "script",
         "style", "svg", "iframe", "b", "a", "br"]
MARKS = ["# ", "> ", "- ", "* ", "```\n", "**", "__", "[", "](", "![", "<", "<!--", "-->", "`",
         "|", "---\n", "title: ", "\\", "    ", "&amp;", "[a](", "![a](", "[a]: b\n", "1. a\n",
         "*\n", "***a", "> > ", "|a|\n|-|\n"]


def page(random: random.Random, _: str) -> tuple[str, bytes]:
    """A page with tags nested, unclosed, repeated, with attributes without end."""
    pieces = ["<!doctype html><html><body><article>"]
    for _ in range(random.randint(1, 80)):
        tag = random.choice(_TAGS)
        attributes = " ".join(f"{random.choice(['class', 'id', 'colspan', 'style', 'x'])}="
                              f"{random.choice(['a', '999999999', chr(34)])}"
                              for _ in range(random.choice([0, 0, 0, 1, 3, 9])))
        pieces.append(f"<{tag} {attributes}>" * random.choice([1, 1, 1, 2, 40])
                      + texts.text(random)[:300])
        pieces.append(random.choice(["", f"</{tag}>", "<!-- ", "-->", "]]>", "&#0;", "&#x110000;",
                                     "<?php"]))
    return "html", "".join(pieces).encode("utf8", "surrogatepass")


def markdown(random: random.Random, _: str) -> tuple[str, bytes]:
    """Marks of Markdown among words, in any order."""
    pieces = (random.choice(MARKS) * random.choice([1, 1, 2, 60])
              + random.choice(["", "\n", "\n\n", texts.text(random)[:80]])
              for _ in range(random.randint(1, 120)))
    return "md", "".join(pieces).encode("utf8", "surrogatepass")


def plain(random: random.Random, original: str) -> tuple[str, bytes]:
    """A text in some encoding, with bytes changed."""
    encoding = random.choice(["utf8", "utf-16", "cp1252", "utf-32", "latin-1"])
    return (random.choice(["txt", "html", "md", "text"]),
            _damaged(random, texts.mutated(random, original).encode(encoding, "replace"), 5))


def document(random: random.Random, _: str) -> tuple[str, bytes]:
    """A Word document, a part of it changed, or its archive."""
    return "docx", _archive(random, _word())


def drawing(random: random.Random, _: str) -> tuple[str, bytes]:
    """A PDF with bytes and numbers changed."""
    return "pdf", _damaged(random, _pdf(), random.choice([1, 3, 30]))


def workbook(random: random.Random, _: str) -> tuple[str, bytes]:
    """A review workbook, a part of it changed, or its archive."""
    return "xlsx", _archive(random, _review())


KINDS = (page, markdown, plain, document, drawing, workbook)


def _damaged(random, data, most):
    data = bytearray(data)
    for _ in range(random.randint(1, most)):
        place = random.randrange(len(data) or 1)
        data[place:place + random.randint(0, 9)] = random.choice(
            [b"", b"\x00", b"999999999", b"-1", b"<", b"\xff\xfe", b"R", b"/",
             bytes([random.randrange(256)])])
    return bytes(data)


def _archive(random, data):
    if random.random() < .2:
        return _damaged(random, data, 5)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w",
                                                                   zipfile.ZIP_DEFLATED) as new:
        chosen = random.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _damaged(random, part, 8) if name == chosen or random.random() < .1
                         else part)
    return out.getvalue()


@cache
def _word():
    import docx
    made, out = docx.Document(), io.BytesIO()
    made.add_paragraph("The weir holds", style="Title")
    made.add_paragraph("“It held,” said Ana Brell, who has kept the sluices for 12 years.")
    made.add_table(2, 2).cell(0, 0).text = "A cell"
    made.save(out)
    return out.getvalue()


@cache
def _pdf():
    stream = (b"BT /F1 11 Tf 72 720 Td (The weir at Tarnholm held through the night, and the "
              b"water fell.) Tj ET")
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 "
               b"R/Resources<</Font<</F1 5 0 R>>>>>>",
               b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    body = b"".join(b"%d 0 obj%s endobj\n" % (number, part) for number,
                    part in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n0\n%%EOF"


@cache
def _review():
    import analysis
    from analysis.corrections.workbook import encoded
    return encoded(analysis.Article(REVIEWED))


REVIEWED = ("The weir holds\n\n“It held,” said Ana Brell, who has kept the sluices for 12 years. "
            "Some 40 people watched.")

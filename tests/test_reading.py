"""An article is read from every kind of source, or refused in one line that says what to do."""
import hashlib
import http.server
import io
import json
import sys
import threading
import zipfile

import docx
import pytest

import analysis
from analysis import ArticleError
from analysis.reading.pdf import read_pdf
from analysis.reading.sources import slug
from analysis.show.views import front, overview

BODY = ["The weir at Tarnholm held through the night, and by morning the water had begun to fall.",
        "“It held,” said Ana Brell, who has kept the sluices for twelve years. “Nobody thought "
        "that it would.”",
        "The council will meet on Friday to decide what the repairs may cost and who is to pay for "
        "them."]
PAGE = """<!doctype html><html lang="en"><head><title>The weir holds | Tarnholm Post</title>
<meta name="author" content="Ilse Marr"><meta property="og:site_name" content="Tarnholm Post">
<meta property="article:published_time" content="2024-05-03T08:00:00Z"></head>
<body><nav><a href="/a">News</a><a href="/b">Sport</a></nav><article><h1>The weir holds</h1>
<p class="standfirst">Water falls in the valley after a long night of waiting on the banks</p>
<p>{}</p><h2>A vote on Friday</h2><p>{}</p><p>{}</p>
<p>Sign up for our newsletter</p></article>\
<footer>© 2024 Tarnholm Post</footer></body></html>""".format(*BODY)


def kinds(article):
    return list(article.paragraphs["kind"])


def write(path, data):
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf8"))
    return path


def word(path, *paragraphs):
    document = docx.Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    document.save(path)
    return path


def pdf(lines, **info):
    """A PDF of one page with the lines, made by hand; info: what it says of itself."""
    shown = b"".join(
        b"(%s) Tj T* " % line.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)")
        for line in lines)
    stream = b"BT /F1 11 Tf 14 TL 72 720 Td " + shown + b"ET"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 "
               b"R/Resources<</Font<</F1 5 0 R>>>>>>",
               b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
               b"<<%s>>" % b"".join(f"/{name}({value})".encode() for name, value in info.items())]
    out, places = io.BytesIO(b""), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj%s endobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 7\n0000000000 65535 f \n"
              + b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF" % start)
    return out.getvalue()


def test_plain_text_is_kept_to_the_letter_and_hashed(tmp_path):
    text = "The weir holds\r\n\r\n" + "\r\n\r\n".join(BODY) + "  \r\n"
    article = analysis.read(write(tmp_path / "a.txt", text))
    assert article.text == text
    assert article.sha256 == hashlib.sha256(text.encode("utf8")).hexdigest()
    assert article.language == "en"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be",
                                      "utf-32", "cp1252", "mac-roman"])
def test_any_encoding_gives_the_same_text(tmp_path, encoding):
    text = "\n\n".join(BODY) + " It can’t."
    assert analysis.read(write(tmp_path / "a.txt", text.encode(encoding))).text == text


def test_a_page_gives_its_article_and_what_it_says_of_itself(tmp_path):
    article = analysis.read(write(tmp_path / "page.html", PAGE))
    assert (article.title, article.byline, article.outlet) == ("The weir holds", "Ilse Marr",
                                                               "Tarnholm Post")
    assert article.published == "2024-05-03"
    assert kinds(article) == ["title", "standfirst", "body", "heading", "body", "body"]
    assert article.paragraphs["section"].tolist() == [0, 0, 0, 1, 1, 1]
    assert "newsletter" not in article.text


def test_a_page_is_known_by_its_content_and_its_declared_encoding(tmp_path):
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("Tarnholm held",
                                                                                 "Tarnholm – held")
    article = analysis.read(write(tmp_path / "page", page.replace("©", "").encode("windows-1251")))
    assert "Tarnholm – held" in article.text and "“It held,”" in article.text


def test_mojibake_of_a_page_is_mended(tmp_path):
    page = PAGE.replace("“It held,”",
                        "“It held,”".encode().decode("cp1252", "ignore").replace("â€\x9d", "â€"))
    assert "â€œ" not in analysis.read(write(tmp_path / "page.html", page)).text


def test_markdown_loses_its_markup_and_keeps_its_structure(tmp_path):
    text = (f"---\ntitle: The weir holds\nauthor: Ilse Marr\ndate: 2024-05-03\n---\n\n{BODY[0]}\n\n"
            f"## A *vote* on Friday\n\n{BODY[1][:30]}\n{BODY[1][31:]}\n\n> See the [council’s "
            "**own** page](https://example.org/a_b).\n\n- One snake_case item\n- Another item")
    article = analysis.read(write(tmp_path / "a.md", text))
    assert (article.title, article.byline, article.published) == ("The weir holds", "Ilse Marr",
                                                                  "2024-05-03")
    assert article.paragraphs[["kind", "text"]].to_numpy().tolist() == [
        ["title", "The weir holds"], ["body", BODY[0]], ["heading", "A vote on Friday"],
        ["body", BODY[1]], ["body", "See the council’s own page."], ["body", "One snake_case item"],
        ["body", "Another item"]]


def test_word_styles_become_structure(tmp_path):
    path = word(tmp_path / "a.docx", ("Title", "The weir holds"),
                ("Subtitle", "Water falls in the valley"), ("Normal", BODY[0]),
                ("Heading 1", "A vote on Friday"), ("Normal", BODY[1]))
    article = analysis.read(path)
    assert kinds(article) == ["title", "standfirst", "body", "heading", "body"]
    assert article.title == "The weir holds"


def test_pdf_lines_become_paragraphs_and_cut_words_are_made_whole(tmp_path):
    lines = ["The weir at Tarnholm held through the night, and by morning the wa-",
             "ter had begun to fall all the way to the lower bridge, people said.",
             "The council will meet on Friday to decide what the repairs may", "cost."]
    article = analysis.read(write(tmp_path / "a.pdf", pdf(lines)))
    assert article.text.startswith("The weir at Tarnholm held through the night, and by morning "
                                   "the water had begun")
    assert "may cost." in article.text and "\n" not in article.text.replace("\n\n", "")


PRINTED = ["News Sport Weather", "The weir holds", *BODY]
MADE = {"Title": "The weir holds | Tarnholm Post", "CreationDate": "D:20260211102030+01'00'"}
AROUND = ["11/02/2026, 10:20 The weir holds | Tarnholm Post",
          "https://post.example/2024/05/03/weir?from=front 1/1"]


@pytest.mark.parametrize("lines, date", [
    (AROUND[:1] + PRINTED + AROUND[1:], "2024-05-03"), (PRINTED + AROUND, "2024-05-03"),
    (PRINTED[:2] + ["By Ilse Marr, 4 May 2024"] + PRINTED[2:] + AROUND, "2024-05-04"),
    (PRINTED + ["https://post.example/weir", "Page 1 of 1"], "2026-02-11")])
def test_a_page_printed_by_a_browser_has_its_title_and_date_and_nothing_around_it(lines, date,
                                                                                  tmp_path):
    path = write(tmp_path / "a.pdf", pdf(lines, **MADE))
    if date.startswith("2026"):
        with pytest.warns(UserWarning, match="is the day when the PDF was made"):
            article = analysis.read(path)
    else:
        article = analysis.read(path)
    assert (article.title, article.published) == ("The weir holds", date)
    assert kinds(article)[:2] == ["furniture", "title"]
    assert "post.example" not in article.text and "10:20" not in article.text
    assert BODY[0] in article.text and not {"1/1", "Page"} & set(article.text.split())


@pytest.mark.parametrize("title, taken", [
    ("After the flood: what the weir has taught | Tarnholm Post",
     "After the flood: what the weir has taught"), ("Microsoft Word - draft7.docx", None),
    ("Untitled", None), ("", None)])
def test_the_title_of_a_pdf_that_its_pages_do_not_print_is_taken_where_it_is_one(title, taken,
                                                                                 tmp_path):
    article = analysis.read(write(tmp_path / "a.pdf", pdf([*BODY, "", "The end."], Title=title)))
    assert article.title == taken or taken is None and article.title != title


def test_standard_input_is_known_by_its_content(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode("utf8"))))
    assert analysis.read("-").title == "The weir holds"


@pytest.fixture
def site(tmp_path, monkeypatch):
    answers = {"/weir": (200, "text/html; charset=utf-8", PAGE.encode("utf8")),
               "/gone": (404, "text/html", b"gone")}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            status, kind, data = answers.get(self.path, (302, "text/html", b""))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            if status == 302:
                self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_):
            pass

    monkeypatch.chdir(tmp_path)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_fetched_page_is_kept_and_reads_the_same_again(site, tmp_path):
    fetched = analysis.read(f"{site}/weir")
    page, = (tmp_path / "runs" / slug(f"{site}/weir")).glob("*.html")
    record = json.loads(page.with_suffix(".json").read_text())
    kept = analysis.read(page)
    assert (kept.text, kept.title, kept.sha256, kept.published) == \
        (fetched.text, fetched.title, fetched.sha256, fetched.published)
    assert (record["sha256"] == fetched.sha256 and record["url"] == f"{site}/weir"
            and record["fetched"])


@pytest.mark.parametrize("path", ["/gone", "/elsewhere"])
def test_an_address_that_fails_or_leads_off_the_web_is_refused(site, path):
    with pytest.raises(ArticleError, match="404|302"):
        analysis.read(site + path)


@pytest.mark.parametrize("address", ["ftp://example.org/a", "file:///a", "http://127.0.0.1:9/a",
                                     "http://", "http://[bad/"])
def test_an_address_that_cannot_be_fetched_is_refused(address):
    refused(address)


def refused(source, *words, **options):
    with pytest.raises(ArticleError) as caught:
        analysis.read(source, **options)
    message = str(caught.value)
    assert "\n" not in message and len(message) < 400
    assert all(word in message for word in words), message


ARCHIVE = io.BytesIO()
with zipfile.ZipFile(ARCHIVE, "w") as archive:
    archive.writestr("word/document.xml", "<broken")


@pytest.mark.parametrize("data, words", [
    (b"", "empty"), (b" \n\t ", "empty"), (bytes(range(256)) * 20, "binary"),
    (b"\x89PNG\r\n\x1a\n" + bytes(50), "image"), (b"\xd0\xcf\x11\xe0" + bytes(600), "Office"),
    (b"{\\rtf1 Hello}", "RTF"), (ARCHIVE.getvalue(), "Word"),
    (b"PK\x03\x04" + bytes(50), "archive"), (b"%PDF-1.4\nbroken", "PDF"), (pdf([]), "OCR"),
    (b"... --- ...", "words"),
    (b"<!doctype html><html><body><nav><a href='/'>Home</a></nav></body></html>", "No article")])
def test_what_holds_no_article_is_refused_in_one_line(tmp_path, data, words):
    refused(write(tmp_path / "a", data), words)


def test_missing_files_and_folders_are_refused(tmp_path):
    refused(tmp_path / "none.txt", "no file")
    refused(tmp_path, "folder")
    refused("a\0b")
    refused("x" * 5000)


def test_an_encrypted_pdf_is_refused():
    from pypdf import PdfReader, PdfWriter
    writer, out = PdfWriter(PdfReader(io.BytesIO(pdf(BODY)))), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    with pytest.raises(ArticleError, match="encrypted"):
        read_pdf(out.getvalue(), 1_000)


def test_a_text_above_the_limit_is_refused_until_the_limit_is_raised(tmp_path):
    path = write(tmp_path / "a.txt", " ".join(BODY))
    refused(path, "limit", limit=100)
    assert analysis.read(path, limit=1000)


@pytest.mark.parametrize("language, text", [
    ("German", "Der Damm hielt in der Nacht, und die Leute auf der Brücke sahen zu, wie das Wasser "
               "langsam stieg. Es war nicht das erste Mal."),
    ("Spanish", "La presa aguantó toda la noche y los vecinos del pueblo miraban desde el puente "
                "cómo subía el agua. No era la primera vez que lo hacían."),
    ("Cyrillic",
     "Плотина выдержала всю ночь, и люди на мосту смотрели, как медленно поднимается вода в реке."),
    ("Arabic", "صمد السد طوال الليل وكان الناس على الجسر يراقبون الماء وهو يرتفع ببطء شديد")])
def test_another_language_is_refused_where_english_is_asked_for_and_else_named(tmp_path, language,
                                                                               text):
    path = write(tmp_path / "a.txt", text)
    refused(path, language, english=True)
    with pytest.warns(UserWarning, match=f"not English; it seems to be .*{language}"):
        article = analysis.read(path)
    assert all(language in repr(shown(article))
               for shown in (overview.card_finding, front.headlines))


def test_a_text_of_a_few_words_has_the_benefit_of_the_doubt(tmp_path):
    assert analysis.read(write(tmp_path / "a.txt", "Der Damm hielt."), english=True)


@pytest.mark.parametrize("text, said",
                         [("Bridge", "1 word"),
                          ("name;age;town\n" + "Ana;41;Lorn\n" * 20, "looks like a table")])
def test_what_is_hardly_an_article_is_said(text, said, tmp_path):
    (tmp_path / "odd.txt").write_text(text, "utf8")
    with pytest.warns(UserWarning, match=said):
        analysis.read(tmp_path / "odd.txt")


def test_a_text_and_a_path_are_told_apart(tmp_path):
    with pytest.raises(ArticleError, match="is it the text itself"):
        analysis.read("The bridge fell on Monday, said the mayor of the town, "
                      "and nobody was on it.")
    for path in ("a/bridge.txt", "https://news.example/a"):
        with pytest.warns(UserWarning, match="analysis.read"):
            analysis.Article(path)
    with pytest.raises(ArticleError, match="not bytes"):
        analysis.Article(b"The bridge fell.")


def test_a_folder_and_a_spreadsheet_lead_to_the_archive(tmp_path):
    from openpyxl import Workbook
    Workbook().save(tmp_path / "rows.xlsx")
    for place in (tmp_path, tmp_path / "rows.xlsx"):
        with pytest.raises(ArticleError, match="article-notebooks archive"):
            analysis.read(place)

"""Files, pages and servers that mean harm are refused in one line, soon, and nothing of them is
kept."""
import io
import json
import os
import shutil
import socket
import ssl
import subprocess
import threading
import zipfile
from ipaddress import ip_address

import docx
import pytest
from openpyxl import Workbook, load_workbook
from test_reading import BODY, PAGE, pdf, write

import analysis
from analysis import ArticleError
from analysis.reading import web
from analysis.reading.decoding import decode
from analysis.reading.page import read_page
from analysis.system.limited import call


def refused(source, word, **options):
    with pytest.raises(ArticleError) as caught:
        analysis.read(source, **options)
    assert word in str(caught.value) and "\n" not in str(caught.value), caught.value
    return str(caught.value)


def packed(parts, path=None):
    """A document (bytes) with parts {name: bytes} put into that at `path`, or into an empty one."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        old = zipfile.ZipFile(path) if path else None
        for name in old.namelist() if old else ():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, data in parts.items():
            new.writestr(name, data)
    return out.getvalue()


# The worker

def test_what_takes_too_long_is_ended_and_the_option_named():
    with pytest.raises(ArticleError, match="^a.pdf takes longer than 0.5 seconds .* --seconds"):
        call("a.pdf", "time:sleep", 60, seconds=.5)
    assert call("a sum", "operator:add", 2, 3) == 5


@pytest.mark.skipif(os.name != "posix" or os.uname().sysname == "Darwin",
                    reason="no limit of memory there")
def test_what_takes_too_much_memory_is_ended_and_the_option_named():
    with pytest.raises(ArticleError, match="^a.pdf takes more than 0.5 GB .* --gigabytes"):
        call("a.pdf", "operator:mul", b"a", 2_000_000_000, gigabytes=.5)


@pytest.mark.parametrize("function, arguments, words", [
    ("os:abort", (), "made the process that read it end"),
    ("json:loads", ("[" * 100_000,), "too deeply"), ("json:loads", ("[",), "cannot be read")])
def test_whatever_happens_in_the_worker_is_one_line(function, arguments, words):
    with pytest.raises(ArticleError, match=words):
        call("a.pdf", function, *arguments)


def test_plain_text_costs_no_process(tmp_path, monkeypatch):
    monkeypatch.setattr(subprocess, "Popen", None)
    assert analysis.read(write(tmp_path / "a.txt", "\n\n".join(BODY))).text


# Documents

def test_a_document_that_unpacks_to_far_more_than_an_article_is_not_opened(tmp_path):
    bomb = packed({"word/document.xml": b"", "word/media/a.bin": bytes(200_000_000)})
    assert len(bomb) < 300_000
    refused(write(tmp_path / "a.docx", bomb), "unpacks to 200,000,000 bytes")


def test_a_cell_that_says_it_spans_a_thousand_million_columns_is_one_cell(tmp_path):
    document = docx.Document()
    document.add_paragraph(BODY[0])
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = BODY[1]
    cell._tc.grid_span = 1_000_000_000
    document.save(tmp_path / "a.docx")
    assert analysis.read(tmp_path / "a.docx").text == "\n\n".join(BODY[:2])


def test_the_limit_of_the_text_holds_while_a_document_is_read(tmp_path):
    document = docx.Document()
    for _ in range(50):
        document.add_paragraph(BODY[0])
    document.save(tmp_path / "a.docx")
    refused(tmp_path / "a.docx", "--limit", limit=1_000)
    refused(write(tmp_path / "a.pdf", pdf(BODY * 9)), "--limit", limit=1_000)


def test_a_drawing_without_end_is_refused(tmp_path):
    data = pdf(BODY).replace(b"BT /F1", b"q Q " * 600_000 + b"BT /F1")
    refused(write(tmp_path / "a.pdf", data), "draws far more")


def test_a_page_whose_tag_has_attributes_without_end_is_refused(tmp_path):
    tag = "<p " + " ".join(f"a{number}=b" for number in range(100_000)) + ">"
    refused(write(tmp_path / "a.html", PAGE.replace("<p>", tag)), "attributes")


@pytest.mark.parametrize("page", [PAGE.replace("<p>", "<div>" * 100_000 + "<p>"),
                                  PAGE.replace("<p>", "<p colspan=9 " + "a" * 1_000_000 + ">"),
                                  PAGE.replace("<p>", "<table><tr><td colspan=1000000000 "
                                                      "rowspan=1000000000>a</td></tr></table><p>"),
                                  PAGE.replace("<article>", "<!-- c -->" * 50_000 + "<article>")],
                         ids=["depth", "attribute", "spans", "comments"])
def test_a_page_out_of_proportion_is_read_or_refused(page, tmp_path):
    try:
        assert "held" in analysis.read(write(tmp_path / "a.html", page), seconds=20).text
    except ArticleError as problem:
        assert "\n" not in str(problem) and "seconds" not in str(problem)


def test_comments_before_something_that_is_no_page_do_not_hold_it_up(tmp_path):
    text = "<!-- c -->" * 60 + "<div>" + "\n\n".join(BODY)
    assert analysis.read(write(tmp_path / "a.txt", text)).text == text


@pytest.mark.skipif(os.name != "posix", reason="pipes with names are POSIX's")
def test_a_pipe_and_a_device_are_refused_without_waiting_for_them(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    refused(tmp_path / "a.txt", "pipe")
    refused("/dev/zero", "device")


@pytest.mark.skipif(os.name != "posix", reason="names are Unicode elsewhere")
def test_a_name_that_is_no_utf8_is_a_name(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    with open(path, "wb") as file:
        file.write("\n\n".join(BODY).encode())
    assert analysis.read(os.fsdecode(path)).text


@pytest.mark.parametrize("charset", ["a\0b", "undefined", "punycode", "idna", "rot13",
                                     "unicode_escape", "zlib"])
def test_a_charset_that_is_none_is_not_believed(charset):
    assert decode("\n".join(BODY).encode(), charset) == "\n".join(BODY)


# The review workbook beside the article

@pytest.fixture
def review(tmp_path):
    """The review workbook of an article, beside it."""
    from analysis.publish.export import review
    article = analysis.read(write(tmp_path / "a.txt", "\n\n".join(BODY)))
    review(article, tmp_path / "a.review.xlsx")
    return tmp_path / "a.review.xlsx"


def test_a_row_that_says_it_is_the_two_thousand_millionth_is_no_row(review):
    name = next(name for name in zipfile.ZipFile(review).namelist() if name.endswith("sheet2.xml"))
    sheet = zipfile.ZipFile(review).read(name).decode()
    at = sheet.index("</sheetData>")
    row = '<row r="2000000000"><c r="A2000000000" t="inlineStr"><is><t>Q9</t></is></c></row>'
    review.write_bytes(packed({name: sheet[:at] + row + sheet[at:]}, review))
    assert analysis.read(review.parent / "a.txt", seconds=20).corrections.empty


@pytest.mark.parametrize("record", ["[", "{}", "[1]", '{"start": -5, "end": 3}',
                                    '{"start": 1e400, "end": 2, "text": "a"}',
                                    '{"start": 0, "end": 3, "text": {}, "before": 1, "after": []}',
                                    "[" * 5000, "9" * 5000])
def test_a_record_that_is_none_is_refused_in_one_line(record, review):
    book = load_workbook(review)
    book["machine"].append(["quotes", "Q0", record])
    book.save(review)
    refused(review.parent / "a.txt", "was changed and cannot be read")


@pytest.mark.parametrize("value", ["=1+1", "\x1b[31m".replace("\x1b", "_x001B_"), 1e308, -1, True,
                                   "9" * 400, "‮", "a" * 30_000])
def test_a_cell_that_holds_anything_is_applied_or_refused(value, review):
    book = load_workbook(review)
    page = book["numbers"]
    for row in range(2, page.max_row + 2):
        for column in range(1, page.max_column + 1):
            page.cell(row, column, value)
    book.save(review)
    article = analysis.read(review.parent / "a.txt")
    with pytest.warns(UserWarning):
        assert set(article.corrections["status"]) <= {"applied", "refused", "kept"}
    assert (article.numbers["text"] == [article.text[row.start:row.end]
                                        for row in article.numbers.itertuples()]).all()


def test_a_workbook_that_unpacks_to_far_more_than_a_review_is_not_opened(review):
    review.write_bytes(packed({"xl/media/a.bin": bytes(150_000_000)}, review))
    refused(review.parent / "a.txt", "not opened")


def test_another_workbook_beside_the_article_is_refused(tmp_path):
    write(tmp_path / "a.txt", "\n\n".join(BODY))
    Workbook().save(tmp_path / "a.review.xlsx")
    refused(tmp_path / "a.txt", "has no sheet “machine”")


# The network

@pytest.fixture
def server(tmp_path, monkeypatch):
    """A function from what a server says (bytes, or an iterable of bytes) to its address; it says
    it once and hangs up."""
    monkeypatch.chdir(tmp_path)
    opened = []

    def serve(answer, context=None):
        listener = socket.create_server(("127.0.0.1", 0))
        opened.append(listener)

        def speak():
            try:
                connection, _ = listener.accept()
                with context.wrap_socket(connection,
                                         server_side=True) if context else connection as connection:
                    connection.recv(65536)
                    for piece in [answer] if isinstance(answer, bytes) else answer:
                        connection.sendall(piece)
            except OSError:         # the client went away, as it should
                pass
        threading.Thread(target=speak, daemon=True).start()
        return f"http{'s' if context else ''}://127.0.0.1:{listener.getsockname()[1]}/weir"
    yield serve
    for listener in opened:
        listener.close()


def answer(body=None, status="200 OK", length=None, kind="text/html; charset=utf-8", headers=""):
    body = PAGE.encode() if body is None else body
    return (f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: "
            f"{len(body) if length is None else length}\r\n{headers}\r\n").encode("latin-1") + body


def kept(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_whole_answer_is_read_and_kept_whole(server, tmp_path):
    assert analysis.read(server(answer())).title == "The weir holds"
    assert sorted(path.suffix for path in kept(tmp_path)) == [".html", ".json"]


@pytest.mark.parametrize("said, word", [
    (answer(length=len(PAGE) + 5000), "before its end"),
    (answer(status="206 Partial Content"), "206"), (answer(b"", "204 No Content"), "204"),
    (b"\xff\xfe nonsense\r\n\r\n", "cannot be fetched"), (b"", "cannot be fetched"),
    (answer(status="302 Found", headers="Location: file:///etc/passwd\r\n"), "302"),
    (answer(length=-1, body=b""), "empty"),
    (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\nshort", "cannot be fetched"),
    (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 500 + b"\r\n", "cannot be fetched"),
    (b"HTTP/1.1 200 OK\r\nA: " + b"b" * 100_000 + b"\r\n\r\n", "cannot be fetched")],
    ids=["short", "partial", "none", "noise", "silence", "file", "length", "chunk", "headers",
         "header"])
def test_an_answer_that_is_no_whole_page_is_refused_and_not_kept(said, word, server, tmp_path):
    refused(server(said), word)
    assert kept(tmp_path) == []


@pytest.mark.parametrize("charset", ["a\0b", "undefined", "idna", "x" * 5000])
def test_a_server_that_names_no_charset_is_not_believed(charset, server):
    assert (analysis.read(server(answer(kind=f"text/html; charset={charset}"))).title
            == "The weir holds")


def test_a_server_that_never_ends_its_headers_is_left_at_the_deadline(server, tmp_path):
    def for_ever():
        yield b"HTTP/1.1 200 OK\r\n"
        while True:
            threading.Event().wait(.2)
            yield b"A: b\r\n"
    refused(server(for_ever()), "--seconds", seconds=2)
    assert kept(tmp_path) == []


def test_a_certificate_that_nobody_vouches_for_is_refused(server, tmp_path):
    if not shutil.which("openssl"):
        pytest.skip("openssl, which makes the certificate, is not here")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout",
                    tmp_path / "key", "-out", tmp_path / "cert", "-days", "1", "-subj",
                    "/CN=127.0.0.1"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert", tmp_path / "key")
    refused(server(answer(), context), "certificate")


def test_a_public_server_does_not_lead_into_a_private_network(server, monkeypatch):
    target = server(answer())
    first = server(answer(status="302 Found", headers=f"Location: {target}\r\n"))
    assert web.fetch(first, 1_000_000)[1] == target      # from one machine to itself
    said = iter([True, False])
    monkeypatch.setattr(web, "public", lambda address: next(said))
    first = server(answer(status="302 Found", headers=f"Location: {server(answer())}\r\n"))
    with pytest.raises(ArticleError, match="private network"):
        web.fetch(first, 1_000_000)


@pytest.mark.parametrize("address, is_public", [
    ("10.1.2.3", False), ("127.0.0.1", False), ("169.254.169.254", False), ("192.168.0.1", False),
    ("::1", False), ("fd00::1", False), ("::ffff:10.0.0.1", False), ("8.8.8.8", True),
    ("2606:4700::1111", True)])
def test_which_addresses_are_private(address, is_public):
    assert web.public(ip_address(address)) == is_public


def test_a_page_that_cannot_be_kept_leaves_nothing(server, tmp_path):
    (tmp_path / "runs").write_text("in the way")
    with pytest.raises((ArticleError, OSError)):
        analysis.read(server(answer()))
    assert [path.name for path in kept(tmp_path)] == ["runs"]


def test_the_depth_of_a_page_does_not_break_the_reader_of_pages():
    with pytest.raises(ArticleError):
        read_page("<html><body>" + "<b>" * 50_000, 1_000_000)


def test_what_is_kept_of_a_page_says_where_it_is_from(server, tmp_path):
    address = server(answer())
    analysis.read(address)
    record, = (path for path in kept(tmp_path) if path.suffix == ".json")
    assert json.loads(record.read_text())["url"] == address

"""The command line: what it does, and one line that says what is wrong where it cannot."""
import os
import signal
import subprocess
import sys
import time
from importlib import import_module

import pytest

from analysis.commands import COMMANDS, main
from analysis.project import DEFAULT, ROOT
from analysis.publish.files import replace_text
from analysis.publish.report.notebooks import chapters

TEXT = ("A Bridge\n\n“It fell,” said Ana Brell, the mayor of the town, on Tuesday. "
        "She had 40 letters on her desk.\n")


def run(*arguments, **options):
    return subprocess.run([sys.executable, "-m", "analysis", *map(str, arguments)],
                          capture_output=True, text=True, cwd=ROOT, timeout=120, **options)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf8")
    return path


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=str)
def test_help_is_there_for_every_command(command, capsys):
    with pytest.raises(SystemExit) as end:
        main([*command, "--help"])
    assert end.value.code == 0 and "usage: article-notebooks" in capsys.readouterr().out


def test_help_says_of_every_command_a_whole_sentence(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "and its numeric claims." in said
    for command in COMMANDS:
        first = import_module(f"analysis.commands.{command}").__doc__.partition("\n\n")[0]
        assert " ".join(first.split()).rstrip(".")[1:] in said


@pytest.mark.parametrize("name, content, problem", [
    ("none.txt", None, "no file"), ("", None, "folder"), ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n \n", "empty"), ("noise.bin", bytes(range(256)) * 20, ""),
    ("image.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "image"),
    ("broken.pdf", b"%PDF-1.7 nothing", ""), ("broken.docx", b"PK\x03\x04 nothing", ""),
    ("french.txt",
     ("Le pont est tombé hier soir, a déclaré la maire de la ville. "
      "Personne n’a été blessé.").encode() * 5, "French"),
    ("menu.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "")])
def test_input_that_cannot_be_used_gets_one_line_and_status_2(name, content, problem, tmp_path,
                                                              capsys):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert main(["show", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and err.startswith("analysis: ") and problem in err
    assert len(err) > 30 and "Traceback" not in err


@pytest.mark.parametrize("url", ["ftp://a.example/b", "file:///etc/passwd",
                                 "http://127.0.0.1:1/a?b=1&c=$2"])
def test_an_address_that_cannot_be_read_gets_one_line_and_status_2(url, capsys, tmp_path,
                                                                   monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["report", url]) == 2
    assert url in capsys.readouterr().err.splitlines()[-1]


def test_a_text_above_the_limit_is_refused_and_the_option_raises_it(article, capsys):
    assert main(["show", str(article), "--limit", "50"]) == 2
    assert "limit" in capsys.readouterr().err
    assert main(["show", str(article), "--limit", "500"]) == 0


@pytest.mark.parametrize("arguments, problem", [
    (["show", ""], "No article is named"), (["tables", "ARTICLE", "-o", ""], "no place is named"),
    (["tables", "ARTICLE", "-o", "FOLDER/tables.csv"], "name a folder"),
    (["tables", "ARTICLE", "-o", "ARTICLE/tables"], "is a file; name a folder"),
    (["report", "ARTICLE", "-o", "FOLDER/report.html", "--notebooks", "ARTICLE"],
     "is a file; name a folder"),
    (["report", "ARTICLE", "-o", "FOLDER/pipe"], "is a device or a pipe")])
@pytest.mark.skipif(os.name != "posix", reason="pipes with names are POSIX's")
def test_a_place_that_cannot_be_written_to_is_told_before_anything_is_written(
        arguments, problem, article, tmp_path, capsys):
    (tmp_path / "out").mkdir()
    os.mkfifo(tmp_path / "out" / "pipe")
    filled = [word.replace("ARTICLE", str(article)).replace("FOLDER", str(tmp_path / "out"))
              for word in arguments]
    assert main(filled) == 2
    assert problem in capsys.readouterr().err.splitlines()[-1]
    assert [path.name for path in (tmp_path / "out").iterdir()
            ] == ["pipe"] and article.read_text("utf8") == TEXT


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_link_is_written_through(article, tmp_path):
    (tmp_path / "far").mkdir()
    (tmp_path / "near.csv").symlink_to(tmp_path / "far" / "list.csv")
    assert main(["worklist", str(article), "-o", str(tmp_path / "near.csv")]) == 0
    assert (tmp_path / "near.csv").is_symlink() and (tmp_path / "far" / "list.csv").read_bytes()


def test_title_and_date_can_be_given_by_hand(article, capsys):
    assert main(["show", str(article), "--title", "Bridge Falls", "--published", "2025-03-14"]) == 0
    assert "Bridge Falls" in (said := capsys.readouterr().out) and "2025-03-14" in said
    assert main(["show", str(article), "--published", "14 March"]) == 2


def test_show_keeps_to_the_width_of_the_terminal_and_its_characters(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    path = tmp_path / "odd.txt"
    path.write_text(TEXT.replace("A Bridge", "A \u202eBridge") * 9, "utf8")
    assert main(["show", str(path), "--title", "A \x1b[31mred\x07 bridge, " * 9]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 60
    assert not set(out) & set("\x1b\x07\u202e")


def test_standard_input_is_read():
    done = run("show", "-", input=TEXT)
    assert done.returncode == 0 and "A Bridge" in done.stdout


def test_a_reader_that_has_seen_enough_is_no_error(article):
    done = subprocess.run(f'"{sys.executable}" -m analysis show "{article}" | head -n 1',
                          shell=True, cwd=ROOT, text=True, capture_output=True)
    assert done.stderr == ""


def test_importing_the_package_is_cheap():
    code = ("import analysis, sys; analysis.read, analysis.Article; print([name for name in "
            "('spacy', 'matplotlib', 'textstat', 'nbconvert', 'trafilatura', 'jupyter_client') "
            "if name in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(os.name != "posix", reason="CPU time of a child is counted on POSIX")
def test_help_answers_at_once():
    from benchmarks.stranger import HELP, seconds
    assert seconds("--help") < HELP


def test_another_process_writes_the_same_report_and_its_progress_to_stderr(report, tmp_path):
    done = run("report", DEFAULT, "-o", tmp_path / "r.html")
    assert done.returncode == 0 and done.stdout == ""
    assert [line.split(" ")[0] for line in done.stderr.splitlines()] == [
        "Reading", "Read", *["Running" for _ in chapters()], "Binding", "Wrote"]
    assert (tmp_path / "r.html").read_bytes() == report[0].read_bytes()


@pytest.mark.notebook
@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
@pytest.mark.parametrize("line, seconds", [("Read ", 3), ("Running notebook 1", .5)],
                         ids=["as the kernel starts", "in a notebook"])
def test_an_interrupted_report_says_so_in_one_line_and_leaves_the_old_one(
        line, seconds, article, tmp_path):
    target = tmp_path / "out" / "report.html"
    target.parent.mkdir()
    replace_text(target, "the old report")
    old = target.read_bytes()
    command = [sys.executable, "-m", "analysis", "report", str(article), "-o", str(target)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT,
                          start_new_session=True) as process:
        before = next(said for said in process.stderr if said.startswith(line))
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)
        after = [said for said in process.stderr if not said.startswith("Running")]
    assert before and after == ["analysis: interrupted; nothing was replaced\n"
                                ] and process.returncode == 130
    assert [(path.name, path.read_bytes())
            for path in target.parent.iterdir()] == [("report.html", old)]


def test_the_default_article_is_the_projects_own():
    assert DEFAULT.is_relative_to(ROOT / "data") and DEFAULT.exists()


def test_voices_that_fit_nobody_and_files_in_the_way_get_one_line(article, capsys):
    facts = article.with_suffix(".voices.csv")
    assert main(["voices", str(article), "-o", str(facts)]) == 0
    assert main(["voices", str(article), "-o", str(facts)]) == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith(f"analysis: {facts} exists already")
    facts.write_text("speaker,camp\nZed Nobody,town\n")
    assert main(["tables", str(article), "-o", str(article.with_suffix(".json"))]) == 0
    assert capsys.readouterr().err.splitlines(
    )[0] == "analysis: bridge.voices.csv: no speaker of this article is called Zed Nobody"

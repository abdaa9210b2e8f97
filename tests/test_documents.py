"""Every command and every line of Python in README.md and docs/ does what it says; what is computed
in them is up to date."""
import gzip
import json
import re
import shlex
import subprocess
import venv
import warnings
from importlib import import_module
from pathlib import Path
from textwrap import dedent, indent

import pytest
import yaml
from elsewhere import elsewhere
from pip._internal.commands import create_command

import analysis
from analysis.commands import COMMANDS, main
from analysis.project import COMPARED, ROOT
from evaluation import documents

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
ADDRESS = "https://example.org/an/article"
# What installs the package or opens a page in a browser: `.ci/run` does the first as make does it.
NOT_HERE = ("pip ", "conda ", "python3 -m venv", "py -3 -m venv", ". .venv", ".venv\\", "open ",
            "start ", "ulimit", "sudo ", "Set-ExecutionPolicy ")


def blocks(page):
    """The indented and the fenced blocks of code in a page, each a list of lines; without those
    marked "not run"."""
    text = re.sub(r"```\w*\n(.*?)```", lambda match: indent(match[1], "    "),
                  page.read_text("utf8"), flags=re.S)
    text = re.sub(r"<!-- not run.*?-->\n\n(?:^ {4}.*\n)+", "", text, flags=re.M)
    found = [dedent(block).splitlines()
             for block in re.findall(r"(?:^    .*\n)(?:^(?:    .*)?\n)*", text, re.M)]
    return [[line for line in block if line.strip()] for block in found]


def commands(page):
    return [line.split("  #")[0].strip() for block in blocks(page) if not python(block)
            for line in block]


def python(block):
    return any(re.match(r"(import|from) \w", line) for line in block)


ALL = [pytest.param(command, id=f"{page.stem}: {command}") for page in PAGES
       for command in dict.fromkeys(commands(page))]
OURS = list(dict.fromkeys(command for page in PAGES for command in commands(page)
                          if command.startswith(("article-notebooks ", "python -m analysis "))))


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder with the files that the documents speak of."""
    folder = tmp_path_factory.mktemp("desk")
    words = [path.read_text("utf8") for path in COMPARED]
    (folder / "data" / "articles").mkdir(parents=True)
    (folder / "data" / "articles" / "harbour.txt").write_text(words[0], "utf8")
    for name, text in (("article.txt", words[1]), ("aleppo.txt", words[2]), ("one.txt", words[1]),
                       ("third.txt", words[2])):
        (folder / name).write_text(text, "utf8")
    (folder / "other.html").write_text(
        "<html><body><article>" + "".join(f"<p>{line}</p>"
                                          for line in words[0].splitlines() if line) +
        "</article></body></html>", "utf8")
    rows = [{"body": text, "outlet": f"Paper {number}", "desk": "city"}
            for number, text in enumerate(words)]
    with gzip.open(folder / "dump.jsonl.gz", "wt", encoding="utf8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return folder


@pytest.fixture
def at_desk(desk, monkeypatch):
    monkeypatch.chdir(desk)
    monkeypatch.setattr(subprocess, "call",
                        lambda *arguments, **options: 0)  # JupyterLab stays closed
    return desk


@pytest.mark.parametrize("command", ALL)
def test_every_line_of_a_document_is_a_command_that_is_known(command):
    if command.startswith("make "):
        target = command.split()[1]
        assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf8"), re.M)
    elif command.startswith(("article-notebooks ", "python -m analysis ")):
        name = command.removeprefix("article-notebooks ").removeprefix(
            "python -m analysis ").split()[0]
        assert name in COMMANDS or name.startswith("--")
    elif match := re.match(r"(?:\.venv/bin/)?python -m ([\w.]+)|python (\S+\.py)", command):
        assert (ROOT / match[2]).exists() if match[2] else import_module(match[1])
    else:
        assert command.startswith(
            NOT_HERE), f"{command}: name it in NOT_HERE, or write it as a command"
    for name in re.findall(r"[\w/.-]+\.(?:lock|yml)\b", command):
        assert (ROOT / name).exists()


INSTALLING = [line for line in commands(ROOT / "docs" / "install.md")
              if line.startswith(("pip ", "python3 -m venv", "py -3 -m venv"))]


@pytest.mark.parametrize("command", dict.fromkeys(INSTALLING))
def test_what_installs_it_is_understood_by_what_installs(command, monkeypatch):
    """By the parsers of pip and venv; what is named is there, or made by a line before it."""
    monkeypatch.chdir(ROOT)
    if " venv " in command:
        made = []
        monkeypatch.setattr(venv.EnvBuilder, "create", lambda _, folder: made.append(folder))
        venv.main(shlex.split(command.partition(" venv ")[2]))
        assert made == [".venv"]
        return
    name, *words = shlex.split(command)[1:]
    options, named = create_command(name).parse_args(words)
    assert all(Path(file).exists() for file in getattr(options, "requirements", []))
    version = f"dist/article_notebooks-{analysis.__version__}-py3-none-any.whl"
    assert set(named) | set(getattr(options, "editables", [])) <= {".", version}


def test_the_environment_that_conda_activates_is_the_one_that_it_makes():
    made = yaml.safe_load((ROOT / "environment.yml").read_text("utf8"))
    named = [line.split()[-1] for line in commands(ROOT / "docs" / "install.md")
             if line.startswith("conda activate")]
    assert named == [made["name"]]
    prescribed = {"jupyterlab", "pandas", "matplotlib", "textstat", "vaderSentiment", "nbval"}
    assert prescribed | {"-e ."} <= set(made["dependencies"][-1]["pip"])


def test_what_activates_an_environment_is_what_venv_makes():
    named = {line for line in commands(ROOT / "docs" / "install.md") if "ctivate" in line
             and "venv" in line}
    made = {path.name for path in (Path(venv.__file__).parent / "scripts" / "common").iterdir()}
    assert {"activate", "Activate.ps1"} <= made
    assert named == {". .venv/bin/activate", r".venv\Scripts\Activate.ps1",
                     r".venv\Scripts\activate.bat"}


@pytest.mark.notebook
def test_the_commands_do_what_the_documents_say(at_desk, capsys):
    """All in one folder and in their order, as a reader goes through them; the address stands for a
    file."""
    failed = []
    for command in OURS:
        words = shlex.split(command.replace(
            ADDRESS, "article.txt"))[1 if command.startswith("article") else 3:]
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                status = main(words)
        except SystemExit as end:
            status = end.code or 0
        if status:
            failed.append((command, capsys.readouterr().err.splitlines()[-1:]))
    assert not failed


@pytest.mark.notebook
@pytest.mark.parametrize("page", [page for page in PAGES if any(map(python, blocks(page)))],
                         ids=lambda page: page.stem)
def test_the_python_of_the_documents_runs(page, at_desk):
    for block in filter(python, blocks(page)):
        exec(compile("\n".join(block), page.name, "exec"), {})


def test_links_between_documents_lead_somewhere():
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_figures_and_the_key_are_those_of_the_data():
    stale = [path.name for path, content in documents.documents().items()
             if path.read_text("utf8") != content]
    assert not stale, "python -m evaluation.documents"


@pytest.mark.notebook
def test_the_figures_of_the_aleppo_article_are_those_of_this_version():
    elsewhere("aleppo.txt")
    page = documents.of_aleppo()[documents.aleppo.PAGE]
    assert documents.aleppo.PAGE.read_text("utf8") == page, "python -m evaluation.documents"


def test_the_readme_is_a_page():
    prose = re.sub(r"<!-- accuracy.*?<!-- end of accuracy -->|^\|.*$", "",
                   (ROOT / "README.md").read_text("utf8"), flags=re.S | re.M)
    assert len(prose.split()) < 750


def test_the_citation_names_this_version():
    assert f"version: {analysis.__version__}\n" in (ROOT / "CITATION.cff").read_text("utf8")

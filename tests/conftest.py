"""What several tests share: articles, their reports made once, a browser."""
import os
import tempfile
from itertools import count
from pathlib import Path

import hostile
import pytest
from elsewhere import elsewhere

import analysis
from analysis.project import COMPARED, DEFAULT, NOTEBOOKS
from analysis.publish.files import replace_text
from analysis.publish.report.notebooks import COMPARISON, chapters, load

CHROMIUM = next((path for path in map(
    Path,
    os.environ.get("CHROMIUM", "").split() or [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    ]) if path.exists()), None)
_NUMBER = count()
# What a test asks for when it runs notebooks.
_RUN_NOTEBOOKS = {"report", "reports", "compared"}
# What growth, hostile input, full disks and killed processes do: minutes, and no answer at once.
_UNDER_STRESS = {"test_archive", "test_faults", "test_fuzz", "test_growth", "test_hostile_sources"}
_FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"
]


def pytest_collection_modifyitems(items):
    """Put every test into its group; the groups are explained in pyproject.toml."""
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if "browser" in asked:
            item.add_marker("browser")
        elif asked & _RUN_NOTEBOOKS or item.path.suffix == ".ipynb":
            item.add_marker("notebook")
        elif hasattr(getattr(item, "obj", None), "hypothesis"):
            item.add_marker("property")
        elif item.path.stem in _UNDER_STRESS:
            item.add_marker("stress")
        elif not item.get_closest_marker("notebook"):
            item.add_marker("unit")


# No report is taken from, or left in, the folder of whoever runs the tests.
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp()


@pytest.fixture(autouse=True)
def no_report_made_before(tmp_path_factory, monkeypatch):
    """Every test makes its reports anew."""
    monkeypatch.setenv("XDG_CACHE_HOME",
                       str(tmp_path_factory.getbasetemp() / f"cache-{next(_NUMBER)}"))


@pytest.fixture(scope="session")
def harbour():
    return analysis.read(DEFAULT)


@pytest.fixture(scope="session")
def report(harbour, tmp_path_factory):
    """The report on the default article, and the folder of its executed notebooks."""
    from analysis.publish.report import write
    folder = tmp_path_factory.mktemp("report")
    return write(harbour, folder / "report.html", folder / "notebooks"), folder / "notebooks"


def run_here(notebooks, name, found):
    """Run notebooks in this process, quicker than in a kernel, with `analysis.<name>` (read or
    compare) giving `found`."""
    from IPython.core.interactiveshell import InteractiveShell
    from nbformat.v4 import new_output
    shell = InteractiveShell.instance()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analysis, name, lambda source: found, raising=False)
        for cell in [
                cell for notebook in notebooks for cell in notebook.cells
                if cell.cell_type == "code"
        ]:
            done = shell.run_cell(cell.source)
            done.raise_error()
            data, metadata = shell.display_formatter.format(
                done.result) if done.result is not None else ({}, {})
            cell.outputs = [new_output("execute_result", data, metadata=metadata)] if data else []


def bound(article):
    """(the report on an Article as HTML, {name: its executed notebook}), made in this process."""
    from analysis.publish.report import opening
    from analysis.publish.report.bind import page
    notebooks, first = load(chapters(), "article.txt", NOTEBOOKS), opening.notebook()
    run_here([first, *notebooks.values()], "read", article)
    return page(article, notebooks, first), notebooks


def bound_comparison(comparison):
    """The page of a Comparison as HTML, made in this process."""
    from analysis.publish.report.bind import comparison_page
    notebooks = load([NOTEBOOKS / f"{COMPARISON}.ipynb"], ["a.txt", "b.txt"], NOTEBOOKS)
    run_here(notebooks.values(), "compare", comparison)
    return comparison_page(comparison, COMPARISON, notebooks[COMPARISON])


def _hostile(folder):
    (folder / hostile.NAME).write_text(hostile.page(), "utf8")
    article = analysis.read(folder / hostile.NAME)
    article.byline = hostile.BYLINE
    return article


def _aleppo(folder):
    return analysis.read(elsewhere("aleppo.txt"))


def _long(folder):
    """20,000 words, from the project's own articles."""
    own = [path.read_text("utf8") for path in sorted(DEFAULT.parent.glob("harbour*.txt"))]
    text = "\n\n".join(own)
    return analysis.Article("\n\n".join([text] * (20_000 // len(text.split()) + 1)))


ARTICLES = {
    "harbour": lambda folder: analysis.read(DEFAULT), "hostile": _hostile, "aleppo": _aleppo,
    "20,000 words": _long}


@pytest.fixture(scope="session")
def reports(tmp_path_factory):
    """A function from a name of ARTICLES to (the file of its report, its executed notebooks), each
    made once."""
    made = {}

    def get(name):
        if name not in made:
            folder = tmp_path_factory.mktemp("made")
            html, notebooks = bound(ARTICLES[name](folder))
            made[name] = (folder / f"{'{{ 7*7 }} <b>&' if name == 'hostile' else name}.html",
                          notebooks)
            made[name][0].write_text(html, "utf8")
        return made[name]
    return get


@pytest.fixture(scope="session")
def rules():
    """The script of axe-core, the accessibility rules."""
    import axe_playwright_python
    return Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf8")


@pytest.fixture(scope="session")
def compared(tmp_path_factory):
    """The page that compares the project's own articles; the notebook is kept beside it."""
    from analysis.publish.report.compare import write
    folder = tmp_path_factory.mktemp("compared")
    replace_text(folder / "compare.html", "an old page")
    return write(analysis.compare(COMPARED), folder / "compare.html", folder / "kept")


@pytest.fixture(scope="session")
def browser():
    """The machine's Chromium. Without it the test is skipped; in CI, where it was installed, it
    fails."""
    if CHROMIUM is None:
        said = ("no Chromium on this machine: install it, or name it in the environment variable "
                "CHROMIUM")
        pytest.fail(said) if os.environ.get("CI") == "true" else pytest.skip(said)
    from playwright.sync_api import sync_playwright
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield chromium
        chromium.close()

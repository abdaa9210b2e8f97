"""The package as a stranger installs it: a wheel, driven by its console command from a folder that
is not the project."""
import os
import signal
import subprocess
import sys

import pytest

from analysis.project import ROOT

TEXT = ("A Bridge\n\n“It fell at noon,” said Ana Brell, the mayor of Lorn. “Nobody was on it.”\n\n"
        "The bridge cost 40 million euros in 1998. Ivo Lund, an engineer, had warned of rust.\n")
IN_THE_WAY = "raise SystemExit('this analysis.py is somebody else’s')\n"

pytestmark = pytest.mark.notebook


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A function that runs the console command of the installed wheel in a folder."""
    place = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", place, ROOT],
                   check=True)
    (wheel,) = place.glob("*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--no-index", "--target", place / "site", wheel],
                   check=True)
    surroundings = {name: os.environ[name]
                    for name in ("PATH", "HOME")} | {"PYTHONPATH": str(place / "site")}

    def run(folder, *arguments):
        return subprocess.run([place / "site/bin/article-notebooks", *map(str, arguments)],
                              cwd=folder, text=True, env=surroundings, capture_output=True,
                              timeout=300)

    run.command, run.surroundings, run.site = (place / "site/bin/article-notebooks", surroundings,
                                               place / "site")
    return run


@pytest.fixture(params=["an empty folder", "a folder with an analysis.py"])
def folder(request, tmp_path):
    if "analysis.py" in request.param:
        (tmp_path / "analysis.py").write_text(IN_THE_WAY, encoding="utf8")
    return tmp_path


def test_the_report_on_the_default_article_has_the_figures_on_accuracy(installed, folder):
    done = installed(folder, "report")
    assert done.returncode == 0, done.stderr
    html = (folder / "report.html").read_text("utf8")
    assert "PolNeAR" in html and 'id="7-accuracy"' in html and str(installed.site) not in html


def test_an_article_of_ones_own_is_shown_exported_and_compared(installed, folder):
    for name, words in (("one", TEXT), ("other", TEXT.replace("40", "55"))):
        (folder / f"{name}.txt").write_text(words, encoding="utf8")
    for arguments in (["show", "one.txt"], ["tables", "one.txt", "-o",
                                            "tables"], ["compare", "one.txt", "other.txt"]):
        done = installed(folder, *arguments)
        assert done.returncode == 0, done.stderr
    assert (folder / "tables" /
            "quotes.csv").exists() and "55 million" in (folder / "compare.html").read_text("utf8")


@pytest.mark.skipif(os.name != "posix",
                    reason="the group of processes is ended by a signal of POSIX")
def test_lab_opens_a_working_copy_in_the_folder_where_one_works(installed, folder):
    with subprocess.Popen([installed.command, "lab"], cwd=folder, stderr=subprocess.PIPE, text=True,
                          start_new_session=True, env=installed.surroundings
                          | {"JUPYTER_CONFIG_DIR": str(folder), "BROWSER": "true"}) as process:
        said = next(line for line in process.stderr if not line.startswith("Reading"))
        os.killpg(process.pid, signal.SIGTERM)
        process.stderr.read()
    (page,) = folder.glob("runs/*/start.ipynb")
    assert str(page.relative_to(folder)) in said and len(list(
        page.parent.glob("[0-9]-*.ipynb"))) >= 6


def test_what_renews_the_projects_notebooks_is_refused_outside_of_it(installed, folder):
    done = installed(folder, "outputs")
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "checkout" in done.stderr


def test_the_version_is_that_of_the_package(installed, folder):
    assert installed(folder, "--version").stdout == f"article-notebooks {version()}\n"


def version():
    import analysis
    return analysis.__version__

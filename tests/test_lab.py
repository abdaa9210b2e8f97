"""`make lab`, driven as a person would: the start page, a notebook run, its tables and figures, and
nothing that bites."""
import json
import os
import subprocess
import time

import hostile
import nbformat
import pytest
from nbformat.sign import NotebookNotary
from playwright.sync_api import TimeoutError

import analysis
from analysis.commands.lab import jupyterlab
from analysis.publish.report import start
from analysis.publish.report.copies import working_copy
from analysis.publish.report.notebooks import chapters, copied, load, save

OWN = "8-mine"  # a notebook of the user's own, which shows the annotated article
DONE = "9-done"  # all notebooks in one, with their outputs, trusted
# All of a notebook in the page at once, so that the test sees it, and no question in the corner.
SETTINGS = {"notebook-extension/tracker": {"windowingMode": "none"},
            "apputils-extension/notification": {"fetchNews": "false"}}


def test_the_start_page_asks_the_notebooks_own_questions(harbour, tmp_path):
    folder = working_copy(harbour, tmp_path)
    words = "\n".join(cell.source
                      for cell in nbformat.read(start.write(harbour, folder), as_version=4).cells)
    for path in copied():
        title = json.loads(path.read_text("utf8"))["cells"][0]["source"][0].strip("# \n")
        assert f"[{title}]({path.name})" in words
    assert "Who is heard where?" in words and "git ignores" in words


def test_the_words_of_the_article_are_only_words_in_the_start_page():
    article = analysis.Article(hostile.TEXT, title=hostile.TITLE, byline=hostile.BYLINE,
                               outlet=hostile.OUTLET, source=f"/a/{hostile.NAME}")
    head = start._head(article).replace('<span class="tex2jax_ignore mathjax_ignore">',
                                        "").replace("</span>", "")
    assert not set(head.removeprefix("# ")) & set("<>$`*[]{}\\|()")


@pytest.fixture(scope="module")
def folder(reports, tmp_path_factory):
    """A working copy for the hostile article, with two more notebooks in it."""
    place = tmp_path_factory.mktemp("lab")
    (place / hostile.NAME).write_text(hostile.page(), "utf8")
    article = analysis.read(place / hostile.NAME)
    folder = working_copy(article, place / "runs")
    own = load(chapters()[:1], article.source, folder)[chapters()[0].stem]
    own.cells = [nbformat.v4.new_markdown_cell("# Who is <b>who</b>?"), *own.cells[1:3],
                 nbformat.v4.new_code_cell("article.view()")]
    save(own, folder / f"{OWN}.ipynb")
    done = nbformat.v4.new_notebook()
    done.cells = [cell for notebook in reports("hostile")[1].values() for cell in notebook.cells]
    save(done, folder / f"{DONE}.ipynb")
    start.write(article, folder)
    return folder


@pytest.fixture(scope="module")
def server(folder, tmp_path_factory):
    """(address, token) of a JupyterLab on that folder, with settings of its own."""
    home = tmp_path_factory.mktemp("home")
    for name, settings in SETTINGS.items():
        file = home / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(settings))
    places = {
        f"JUPYTER_{name}_DIR": str(home / name.lower())
        for name in ("CONFIG", "DATA", "RUNTIME")
    } | {f"JUPYTERLAB_{name}_DIR": str(home / name.lower())
         for name in ("SETTINGS", "WORKSPACES")} | {"IPYTHONDIR": str(home)}
    (home / "data").mkdir()
    trusted = NotebookNotary(data_dir=str(home / "data"))
    trusted.sign(nbformat.read(folder / f"{DONE}.ipynb", as_version=4))
    trusted.store.close()
    options = [
        "--no-browser", "--ServerApp.port=0", "--IdentityProvider.token=token", "--allow-root"
    ]
    with open(home / "log", "w") as log:
        running = subprocess.Popen([*jupyterlab(folder / start.NAME), *options],
                                   env=os.environ | places, stdout=log, stderr=log)
    try:
        end = time.monotonic() + 60
        while "is running at" not in (home / "log").read_text():
            assert running.poll() is None and time.monotonic() < end, (home / "log").read_text()
            time.sleep(.2)
        yield json.loads(next(
            (home / "runtime").glob("jpserver-*.json")).read_text())["url"], "token"
    finally:
        # Nothing that is tested: on a busy machine it takes long to say goodbye to its kernels.
        running.terminate()
        try:
            running.wait(30)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


@pytest.fixture(scope="module")
def lab(browser, server):
    """The open JupyterLab; `lab.heard` collects dialogs, `lab.asked` the addresses asked for
    outside the machine."""
    lab = browser.new_page(viewport={"width": 1400, "height": 1000})
    lab.set_default_timeout(120_000)  # of a busy machine; an idle one needs a few seconds
    lab.heard, lab.asked = [], []
    lab.on("dialog", lambda dialog: (lab.heard.append(dialog.message), dialog.dismiss()))
    lab.on("request", lambda asked: None
           if asked.url.startswith((server[0], "data:", "blob:")) else lab.asked.append(asked.url))
    lab.goto(f"{server[0]}lab/tree/{start.NAME}?token={server[1]}")
    lab.wait_for_selector(".jp-RenderedMarkdown table")
    yield lab
    lab.close()


def open_notebook(lab, name):
    """Open a notebook by its link in the start page; returns its panel."""
    lab.click(f'.lm-TabBar-tabLabel >> text="{start.NAME}"')
    lab.click(f'.jp-RenderedMarkdown td a[href*="{name}"]')
    tab = lab.locator(".lm-DockPanel-tabBar .lm-TabBar-tab.lm-mod-current",
                      has_text=f"{name}.ipynb")
    panel = lab.locator(f'[id="{tab.get_attribute("data-id")}"]')
    panel.locator(".jp-Cell").first.wait_for()
    return panel


def run_all(lab, name):
    """Open a notebook and run it; returns its panel."""
    panel = open_notebook(lab, name)
    for _ in range(3):      # a kernel that is still starting may lose what it is asked to run
        panel.locator('[data-status="idle"]').wait_for()
        lab.click('.lm-MenuBar-itemLabel >> text="Run"')
        lab.click('.lm-Menu-itemLabel >> text="Run All Cells"')
        try:
            panel.locator(".jp-OutputArea-output").first.wait_for(timeout=40_000)
            break
        except TimeoutError:
            pass
    return panel


def harmless(lab):
    assert lab.heard == [] and lab.asked == []
    assert lab.locator('img[src="x"], [onclick], [onmouseover], [onfocus], a[href^="javascript"], '
                       '.jp-OutputArea-output script').count() == 0


def test_the_start_page_is_what_one_sees_first(lab):
    table = lab.locator(".jp-RenderedMarkdown table")
    assert table.locator("a").count() == len(
        copied()) + 2 and "Who gets to speak?" in table.inner_text()
    assert hostile.TITLE in lab.locator(".jp-RenderedMarkdown h1").inner_text()
    harmless(lab)


def test_a_click_opens_a_notebook_whose_tables_and_figures_can_be_read(lab):
    name = next(path.stem for path in chapters() if "voices" in path.stem)
    panel = run_all(lab, name)
    panel.locator(".jp-RenderedImage img").first.wait_for()
    lab.wait_for_function(
        "[...document.querySelectorAll('.jp-RenderedImage img')].some(image => image.naturalWidth "
        "> 300)"
    )
    table = panel.locator(".jp-OutputArea-output .table", has=lab.locator("a.place")).first
    table.wait_for()
    assert table.evaluate("table => table.scrollWidth <= table.clientWidth + 1")
    assert table.locator("td").first.evaluate(
        "cell => getComputedStyle(cell).whiteSpace") == "normal"
    harmless(lab)
    table.locator("a.place").first.click()
    lab.wait_for_selector('.lm-TabBar-tab.lm-mod-current >> text="1-article.ipynb"')


def test_the_annotated_article_works_in_a_notebook_of_ones_own(lab):
    panel = run_all(lab, OWN)
    frame = panel.frame_locator("iframe")
    frame.locator("mark.quote-first[data-n]").first.click()    # of a voice with a name
    assert "Decided by" in frame.locator(".what").inner_text()
    assert frame.locator(".text :is(script, img, b, u, a, iframe, form)").count() == 0
    harmless(lab)


def test_all_that_the_notebooks_say_of_a_hostile_article_is_harmless(lab):
    panel = open_notebook(lab, DONE)
    panel.locator(".jp-OutputArea-output .article").wait_for()
    assert panel.locator(
        ".jp-OutputArea-output").count() > 60 and hostile.OUTLET in panel.inner_text()
    harmless(lab)

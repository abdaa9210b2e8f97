"""From several articles to one HTML file: the comparison notebook runs on them and becomes the
page.

>>> from analysis.publish.report.compare import write
>>> write(analysis.compare(["one.txt", "other.txt"]), "compare.html")    # doctest: +SKIP
"""
from collections.abc import Callable
from pathlib import Path

from analysis.comparison import Comparison
from analysis.errors import NotebookError
from analysis.project import NOTEBOOKS
from analysis.publish.files import HTML, PRINTED, checked_folder, replace_text, replaceable
from analysis.publish.report.copies import kept
from analysis.publish.report.execute import execute
from analysis.publish.report.notebooks import COMPARISON, load, save


def write(comparison: Comparison, target: str | Path, folder: str | Path | None = None,
          progress: Callable[[str], None] = lambda line: None) -> Path:
    """Write an `analysis.comparison.Comparison` to the file `target`; an existing one is replaced
    only by a complete new one.

    folder: where to keep the executed notebook too. progress: called with a line of text at every
    step. Raises ArticleError where the file cannot be written or somebody changed it, NotebookError
    where a cell fails, after the page was written with the rest.
    """
    target = replaceable(target, HTML, PRINTED)
    sources = [kept(article) if folder else article.source or "" for article in comparison.articles]
    place = checked_folder(folder) if folder else Path.cwd()
    place.mkdir(parents=True, exist_ok=True)
    kept_notebook = replaceable(place / f"{COMPARISON}.ipynb") if folder else None
    notebooks = load([NOTEBOOKS / f"{COMPARISON}.ipynb"], sources, place)
    failed = execute(notebooks, comparison, place, progress, whole=False)
    progress("Binding the page")
    from analysis.publish.report.bind import comparison_page
    replace_text(target, comparison_page(comparison, COMPARISON, notebooks[COMPARISON]))
    if kept_notebook:
        save(notebooks[COMPARISON], kept_notebook, seal=True)
    if failed:
        raise NotebookError(f"{target} was written without what failed: {failed[0]}")
    return target

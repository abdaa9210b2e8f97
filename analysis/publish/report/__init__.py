"""From an article to one HTML file: the notebooks run on it and are bound into chapters.

>>> from analysis.publish.report import write
>>> write(analysis.read("data/articles/harbour.txt"), "report.html")    # doctest: +SKIP
"""
from collections.abc import Callable
from pathlib import Path

from analysis.article import Article
from analysis.errors import NotebookError
from analysis.publish.files import HTML, PRINTED, checked_folder, replace_text, replaceable
from analysis.publish.report import cache, opening
from analysis.publish.report.copies import kept
from analysis.publish.report.execute import execute
from analysis.publish.report.notebooks import chapters, corrected, load, save


def write(article: Article, target: str | Path, folder: str | Path | None = None,
          progress: Callable[[str], None] = lambda line: None) -> Path:
    """Write the report on an Article to `target`, of which only a whole one takes the place.

    A report of the same article by the same program is taken from `analysis.publish.report.cache`.
    folder: where to keep the executed notebooks too, which are run for it. progress: called with a
    line of text at every step. Raises ArticleError where a file cannot be written or somebody
    changed it, NotebookError where a cell fails, after the report was written with the rest.
    """
    target, before = replaceable(target, HTML, PRINTED), cache.place(article)
    if not folder and (known := cache.get(before)):
        progress("The same report was made before: nothing is run again")
        replace_text(target, known)
        return target
    source, place = article.source, Path.cwd()
    if folder:
        source, place = kept(article), checked_folder(folder)
    notebooks = load(chapters(), source, place)
    if folder:
        place.mkdir(parents=True, exist_ok=True)
    files = {name: replaceable(place / f"{name}.ipynb") for name in notebooks} if folder else {}
    first = opening.notebook()
    failed = execute({opening.NAME: first, **notebooks}, article, place, progress, whole=False)
    progress("Binding the report")
    from analysis.publish.report.bind import page
    html = page(article, notebooks, first)
    replace_text(target, html)
    if not failed:
        cache.put(before, html)
    for name, file in files.items():
        corrected(notebooks[name], article, source, place)
        save(notebooks[name], file, seal=True)
    if failed:
        raise NotebookError(f"{target} was written without what failed: {failed[0]}")
    return target

"""From an article to one HTML file: the notebooks run on it in one kernel and are bound into chapters.

>>> from analysis.publish.report import write
>>> write(analysis.read("data/articles/harbour.txt"), "report.html")    # doctest: +SKIP
"""
from pathlib import Path

from analysis.publish.report import opening
from analysis.publish.report.copies import kept
from analysis.publish.report.execute import execute
from analysis.publish.report.files import checked_folder, checked_target, replace_text
from analysis.publish.report.notebooks import chapters, corrected, load, save


def write(article, target, folder=None, progress=lambda line: None):
    """Write the report on an Article to the file `target`; an existing one is replaced only by a complete new one.

    folder: where to keep the executed notebooks too. progress: called with a line of text at every step.
    Raises ArticleError where the file cannot be written, NotebookError where a notebook fails.
    """
    target = checked_target(target)
    source, place = (kept(article), checked_folder(folder)) if folder else (article.source, Path.cwd())
    notebooks = load(chapters(), source, place)
    first = opening.notebook()
    execute({opening.NAME: first, **notebooks}, article, place, progress)
    progress("Binding the report")
    from analysis.publish.report.bind import page
    replace_text(target, page(article, notebooks, first))
    if folder:
        for name, notebook in notebooks.items():
            corrected(notebook, article, source, place)
            save(notebook, place / f"{name}.ipynb")
    return target

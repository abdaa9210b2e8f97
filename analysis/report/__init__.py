"""From an article to one HTML file: the notebooks run on it in one kernel and are bound into chapters.

>>> from analysis.report import write
>>> write(analysis.read("data/articles/harbour.txt"), "report.html")    # doctest: +SKIP
"""
from pathlib import Path

from analysis.report.execute import execute
from analysis.report.files import checked_target, replace_text
from analysis.report.notebooks import load, paths, save


def write(article, target, folder=None, progress=lambda line: None, limit=None):
    """Write the report on an Article to the file `target`; an existing one is replaced only by a complete new one.

    folder: where to keep the executed notebooks too. progress: called with a line of text at every step.
    limit: only the first so many notebooks. Raises ArticleError where a file cannot be written or a notebook fails.
    """
    target, folder = checked_target(target), Path(folder) if folder else None
    notebooks = load(paths()[:limit], article.source, folder or Path.cwd())
    execute(notebooks, article, folder or Path.cwd(), progress)
    progress("Binding the report")
    from analysis.report.bind import page
    replace_text(target, page(article, notebooks))
    if folder:
        for name, notebook in notebooks.items():
            save(notebook, folder / f"{name}.ipynb")
    return target

"""From an archive to one HTML file: the archive notebook runs on it and becomes the page.

>>> from analysis.publish.report.archive import write
>>> write(analysis.archive.open("OUT"), "archive.html")    # doctest: +SKIP
"""
from collections.abc import Callable
from pathlib import Path

from analysis.archive.ask import Archive
from analysis.project import NOTEBOOKS
from analysis.publish.files import HTML, PRINTED, replace_text, replaceable
from analysis.publish.report.execute import execute
from analysis.publish.report.notebooks import ARCHIVE, load


def write(archive: Archive, target: str | Path, progress: Callable = lambda line: None) -> Path:
    """Write an Archive's page to `target`, of which only a whole one takes the place.

    progress: called with a line of text at every step. Raises ArticleError where the file cannot be
    written, NotebookError where the notebook fails.
    """
    target = replaceable(target, HTML, PRINTED)
    notebooks = load([NOTEBOOKS / f"{ARCHIVE}.ipynb"], str(archive.out), Path.cwd())
    execute(notebooks, None, Path.cwd(), progress)
    progress("Binding the page")
    from analysis.publish.report.bind import archive_page
    replace_text(target, archive_page(archive, ARCHIVE, notebooks[ARCHIVE]))
    return target

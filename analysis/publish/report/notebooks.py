"""The notebooks as files: found in order, pointed at an article, saved without anything that
changes by itself."""
import json
import os
import re
from pathlib import Path
from typing import Any

from analysis.article import Article
from analysis.corrections.review import beside
from analysis.errors import ArticleError
from analysis.project import NOTEBOOKS
from analysis.publish.files import replace_text
from analysis.publish.report.saving import without_numbers
from analysis.publish.seal import NOTEBOOK, of_sources

_READ = re.compile(r"analysis\.read\(ARTICLE(, corrections=(False|\"[^\"\n]*\"))?\)")
COMPARISON = "6-compare"   # the one notebook that reads several articles
ARCHIVE = "8-archive"      # the one that asks an archive
EXPLORE = "9-explore"      # questions of one's own: in a working copy, in no report
_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"}}


def paths(folder: Path = NOTEBOOKS) -> list[Path]:
    """The notebooks, in the order of the numbers that their names begin with."""
    found = sorted(folder.glob("[0-9]*.ipynb"), key=lambda path:
                   (int(path.stem.split("-")[0]), path.stem))
    if not found:
        raise ArticleError(f"there are no notebooks in {folder}")
    return found


def chapters(folder: Path = NOTEBOOKS) -> list[Path]:
    """The notebooks that make the report on one article, in order."""
    return [path for path in copied(folder) if path.stem != EXPLORE]


def copied(folder: Path = NOTEBOOKS) -> list[Path]:
    """The notebooks that read one article, in order: those of a working copy."""
    return [path for path in paths(folder) if path.stem not in (COMPARISON, ARCHIVE)]


def load(files: list[Path], source: str | list[str], folder: Path) -> dict[str, Any]:
    """{name: notebook} of the notebook files, their `parameters` cell naming the article as seen
    from `folder`.

    source: an Article's source, a path or a URL; a list of them for the comparison; an archive.
    """
    from analysis.publish.report.jupyter import nbformat
    notebooks = {path.stem: nbformat.read(path, as_version=4) for path in files}
    for name, notebook in notebooks.items():
        parameters(name, notebook).source = assignment(reference(source, folder), name)
    return notebooks


def corrected(notebook: Any, article: Article, source: str, folder: Path) -> bool:
    """Make a notebook in `folder` that reads an Article from `source` read what a person corrected
    in it, too, where it is not the workbook that it finds by itself; whether that changed the
    notebook."""
    near = beside(source)
    named = "" if (article.review is None and near is None
                   or article.review and near and near.absolute() == article.review.path) else (
        f", corrections={json.dumps(reference(article.review.path, folder), ensure_ascii=False)}"
        if article.review else ", corrections=False")
    before = [cell.source for cell in notebook.cells]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.source = _READ.sub(lambda found: f"analysis.read(ARTICLE{named})", cell.source)
    return before != [cell.source for cell in notebook.cells]


def parameters(name: str, notebook: Any) -> Any:
    """The notebook's one cell that is tagged `parameters`; ArticleError where there is none or more
    than one."""
    cells = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    if len(cells) != 1:
        raise ArticleError(
            f"notebook {name} has {len(cells)} cells tagged “parameters”; it must have one")
    return cells[0]


def assignment(source: str | list, notebook: str | None = None) -> str:
    """The line of code that names the article, the articles, or the archive of a `notebook`.

    >>> assignment('a "b".txt'), assignment(["a.txt", "b.txt"])
    ('ARTICLE = "a \\\\"b\\\\".txt"', 'ARTICLES = ["a.txt", "b.txt"]')
    """
    several = "ARTICLES" if isinstance(source, list) else "ARTICLE"
    name = "ARCHIVE" if notebook == ARCHIVE else several
    return f"{name} = {json.dumps(source, ensure_ascii=False)}"


def reference(source: str | Path | list[str] | None, folder: str | Path) -> str | list[str]:
    """How a notebook in `folder` names one article or several: URLs as they are, relative paths.

    >>> reference("https://a.example/b?c=1", "anywhere")
    'https://a.example/b?c=1'
    """
    if isinstance(source, list):
        return [str(reference(one, folder)) for one in source]
    if not source or "://" in str(source):
        return str(source or "")
    try:
        return Path(os.path.relpath(source, folder)).as_posix()
    except ValueError:  # another drive
        return Path(source).absolute().as_posix()


def save(notebook: Any, path: Path, seal: bool = False) -> None:
    """Write a notebook, same content, same bytes. seal: so that a change of its cells shows."""
    from analysis.publish.report.jupyter import nbformat
    marks = {NOTEBOOK: {"sha256": of_sources(notebook.cells)}} if seal else {}
    notebook.metadata = nbformat.from_dict(_METADATA | marks)
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
        cell.metadata = {key: cell.metadata[key] for key in ("tags",) if key in cell.metadata}
    without_numbers(notebook)
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_text(path, nbformat.writes(notebook, indent=1, ensure_ascii=False).rstrip("\n") + "\n")

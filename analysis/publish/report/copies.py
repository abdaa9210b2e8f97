"""Working copies of the notebooks, in the folder runs/ of where one works, which git ignores in the
project."""
from pathlib import Path

from analysis.article import Article
from analysis.errors import ArticleError
from analysis.publish.report.notebooks import copied, corrected, load, save
from analysis.reading.sources import slug


def working_copy(article: Article, runs: Path = Path("runs")) -> Path:
    """The folder with a copy of the notebooks that reads this Article; notebooks already there are
    left as they are, but for which corrections they read."""
    from analysis.publish.report.jupyter import nbformat
    folder, source = runs / slug(article.source or article.text_sha256), kept(article, runs)
    for path in folder.glob("[0-9]*.ipynb"):
        try:
            notebook = nbformat.read(path, as_version=4)
        except nbformat.reader.NotJSONError:
            continue        # whatever its owner made of it
        if corrected(notebook, article, source, folder):
            nbformat.write(notebook, path)
    missing = [path for path in copied() if not (folder / path.name).exists()]
    for name, notebook in load(missing, source, folder).items():
        corrected(notebook, article, source, folder)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        save(notebook, folder / f"{name}.ipynb")
    return folder


def kept(article: Article, runs: Path = Path("runs")) -> str:
    """A file that an Article can be read from again: its own, the kept page of a URL, or else its
    text, saved now."""
    if article.source and Path(article.source).is_file():
        return article.source
    folder = runs / slug(article.source or article.text_sha256)
    for page in folder.glob(f"page-{article.sha256[:12]}.*"):
        if page.suffix != ".json":
            return str(page)
    folder.mkdir(parents=True, exist_ok=True)
    text = folder / f"text-{article.text_sha256[:12]}.txt"
    content = article.text.encode("utf8", "backslashreplace")
    if text.exists() and text.read_bytes() != content:
        raise ArticleError(
            f"{text} is no longer the text that it was kept for: somebody changed it; move it away")
    text.write_bytes(content)
    return str(text)

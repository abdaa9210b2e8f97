"""Working copies of the notebooks, in the folder runs/ that git ignores."""
import re
import unicodedata

from analysis.report.notebooks import FOLDER, ROOT, load, paths, save


def working_copy(article, runs=ROOT / "runs"):
    """The folder with a copy of the notebooks that reads this Article; notebooks already there are kept."""
    folder = runs / slug(article)
    missing = [path for path in paths(FOLDER) if not (folder / path.name).exists()]
    for name, notebook in load(missing, article.source, folder).items():
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        save(notebook, folder / f"{name}.ipynb")
    return folder


def slug(article):
    """A folder's name for an Article, the same for the same text.

    >>> from analysis import Article
    >>> slug(Article("Text.", title="Café & more!"))
    'cafe-more-5bad43'
    """
    plain = unicodedata.normalize("NFKD", article.title or "article").encode("ascii", "ignore").decode().lower()
    return f"{re.sub(r'[^a-z0-9]+', '-', plain)[:40].strip('-') or 'article'}-{article.text_sha256[:6]}"

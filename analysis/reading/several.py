"""From several files or pages on one event to a Comparison."""
from pathlib import Path
from typing import Any

from analysis.comparison import Comparison, require
from analysis.errors import ArticleError
from analysis.reading import read


def compare(sources: list[Path | str], **options: Any) -> Comparison:
    """The `Comparison` of the articles at `sources`, each as `analysis.read` takes it.

    Raises ArticleError; one for an article that cannot be read says which.
    """
    sources = list(sources)
    require(len(sources))
    return Comparison([_read(source, options) for source in sources])


def _read(source, options):
    try:
        return read(source, **options)
    except ArticleError as problem:
        raise (problem if str(source) in str(problem)
               else ArticleError(f"{source}: {problem}")) from None

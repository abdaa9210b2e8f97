"""What is known about an article besides its text, and what read it."""

from analysis import __version__
from analysis.article import Article

_KNOWN = ["title", "byline", "outlet", "published", "language", "source", "sha256", "text_sha256"]


def facts(article: Article) -> dict[str, str | None]:
    """{name: text or None} of what is known about an Article, last this package's version."""
    known = {name: getattr(article, name) for name in _KNOWN} | {"version": __version__}
    return {name: None if value is None else str(value) for name, value in known.items()}

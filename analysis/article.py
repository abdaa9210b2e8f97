"""The central object: an article's text, what is known about it, and what is found in it, computed
once when asked for."""
import hashlib
import re
import warnings
from copy import copy
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from analysis.errors import ArticleError
from analysis.system.registry import ENTRIES, Entry, loaded
from analysis.text.bylines import find_date, stated
from analysis.text.paragraphs import parts

_ADDRESS = re.compile(r"https?://\S{1,500}|\S{1,200}\.(?:txt|md|html?|docx|pdf)")
_SURROGATE = re.compile("[\ud800-\udfff]")


def _iso(published):
    if published is None or isinstance(published, date):
        return published and published.isoformat()[:10]
    if day := find_date(published):
        return day
    raise ArticleError(f"{published!r} is no date: give it as year-month-day, such as 2024-05-03.")


class Article:
    """One news article.

    text: the text exactly as read. title, byline, outlet, published (an ISO date string or a date),
    language, source (a path or URL), sha256 (of the bytes it was read from): what is known about
    it. Title, byline, outlet and date that are not given are what the text prints
    (`analysis.text.bylines`), None where it prints none. structure: {(start, end): kind} of the
    paragraphs whose kind is known from the document's markup. review: what a person corrected
    (`analysis.corrections.review.Review`), or None. whole: True where captions and lines that look
    like page furniture are the article's, too, and are to be counted. parts: the paragraphs'
    offsets and kinds (`analysis.text.paragraphs.Part`). Raises ArticleError for what is no text,
    and where `published` holds no date.
    """

    def __init__(self, text: str, title: str | None = None, published: str | date | None = None, *,
                 byline: str | None = None, outlet: str | None = None, language: str | None = None,
                 source: Any = None, sha256: str | None = None,
                 structure: dict | None = None, review: Any = None, whole: bool = False):
        if not isinstance(text, str):
            raise ArticleError(
                f"Article takes a text, not {type(text).__name__}: decode it, or let "
                "analysis.read read the file.")
        if _ADDRESS.fullmatch(text.strip()):
            warnings.warn(
                f"{text.strip()!r} is taken for the text of an article; what lies there is read "
                "by analysis.read.", stacklevel=2)
        # A lone surrogate is no character: no table, file or report can hold one.
        text = self.text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
        self.structure = structure or {}
        self.parts = parts(text, self.structure, title, whole, review.own(text) if review else ())
        printed = stated(text, self.parts)
        self.title, self.byline = title or printed.title, byline or printed.byline
        self.outlet = outlet or printed.outlet
        self.published = _iso(published) or printed.published
        self.language, self.source = language, source
        self.text_sha256 = hashlib.sha256(text.encode("utf8")).hexdigest()
        self.sha256 = sha256 or self.text_sha256
        self.review = review
        self._facts = {*vars(self), "_facts"}

    @cached_property
    def machine(self) -> "Article":
        """The article as the rules alone read it: itself where nobody corrected it."""
        if not self.review:
            return self
        alone = copy(self)      # of what was read alone, see __getstate__
        alone.review, vars(alone)["parsed"] = None, self.parsed
        return alone

    if TYPE_CHECKING:
        def __getattr__(self, name: str) -> Any:
            """What is registered under a name (`analysis.system.registry`)."""

    def __getstate__(self):
        """What was read and what a person corrected; what was computed from it is computed anew
        where it is unpickled."""
        return {name: value for name, value in vars(self).items() if name in self._facts}

    def __repr__(self):
        known = [repr(self.title or self.text[:40]), self.outlet, self.published]
        return f"<Article {', '.join(fact for fact in known if fact)}>"


def _attribute(name: str, entry: Entry):
    """What the class has under a name of the registry: computed once, or a method."""
    def found(article):
        rules = loaded(entry.compute)
        return loaded(entry.overlay)(article, rules) if entry.overlay else rules(article)

    def method(article, *args, **options):
        return loaded(entry.compute)(article, *args, **options)

    made = method if entry.method else found
    made.__name__ = name
    made.__doc__ = entry.about or (
        f"See `{entry.compute}`." if entry.method else
        f"The {name} table; `article.codebook` explains its columns, `{entry.compute}` makes it.")
    if entry.method:
        return made
    attribute = cached_property(made)
    attribute.__set_name__(Article, name)
    return attribute


for _name, _entry in ENTRIES.items():
    setattr(Article, _name, _attribute(_name, _entry))

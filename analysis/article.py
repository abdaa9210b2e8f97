"""The central object: an article's text, what is known about it, and its tables, each computed once when asked for."""
import hashlib
import re
from copy import copy
from datetime import date
from functools import cached_property
from importlib import import_module

from analysis.bylines import find_date, stated
from analysis.errors import ArticleError
from analysis.paragraphs import parts

_SURROGATE = re.compile("[\ud800-\udfff]")


def _table(name, module):
    def compute(self):
        return import_module(module).table(self)
    compute.__doc__ = f"The {name} table; its columns are in `analysis.schemas`, its rules in `{module}`."
    return cached_property(compute)


def _iso(published):
    if published is None or isinstance(published, date):
        return published and published.isoformat()[:10]
    if day := find_date(published):
        return day
    raise ArticleError(f"{published!r} is no date: give it as year-month-day, such as 2024-05-03.")


class Article:
    """One news article.

    text: the text exactly as read. title, byline, outlet, published (an ISO date string or a date), language,
    source (a path or URL), sha256 (of the bytes it was read from): what is known about it. Title, byline, outlet and
    date that are not given are what the text prints (`analysis.bylines`), None where it prints none.
    structure: {(start, end): kind} of the paragraphs whose kind is known from the document's markup.
    review: what a person corrected (`analysis.corrections.review.Review`), or None.
    parts: the paragraphs' offsets and kinds (`analysis.paragraphs.Part`).
    Raises ArticleError where `published` holds no date.
    """

    def __init__(self, text, title=None, published=None, *, byline=None, outlet=None, language=None, source=None,
                 sha256=None, structure=None, review=None):
        # A lone surrogate is no character: no table, file or report can hold one.
        text = self.text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
        self.structure = structure or {}
        self.parts = parts(text, self.structure, title)
        printed = stated(text, self.parts)
        self.title, self.byline, self.outlet = title or printed.title, byline or printed.byline, outlet or printed.outlet
        self.published = _iso(published) or printed.published
        self.language, self.source = language, source
        self.text_sha256 = hashlib.sha256(text.encode("utf8")).hexdigest()
        self.sha256 = sha256 or self.text_sha256
        self.review = review
        self._facts = {*vars(self), "_facts"}

    paragraphs = _table("paragraphs", "analysis.paragraphs")
    sentences = _table("sentences", "analysis.sentences")
    quotes = _table("quotes", "analysis.quotes")
    attributions = _table("attributions", "analysis.attributions")
    speakers = _table("speakers", "analysis.speakers")
    mentions = _table("mentions", "analysis.mentions")
    numbers = _table("numbers", "analysis.numbers")
    checks = _table("checks", "analysis.checks")
    tone = _table("tone", "analysis.tone")
    stances = _table("stances", "analysis.stances")
    readability = _table("readability", "analysis.readability")
    corrections = _table("corrections", "analysis.corrections")

    @cached_property
    def passages(self):
        """The parsed paragraphs (`analysis.language.Passage`), in order: the one parse that every table reads."""
        from analysis.language import passages
        return passages(self.paragraphs)

    @cached_property
    def stretches(self):
        """The quoted stretches (`analysis.quotes.Stretch`), nested ones too, in order of their opening marks."""
        from analysis.quotes import stretches
        return self._decided.stretches if self.review else stretches(self.passages)

    @cached_property
    def acts(self):
        """The acts of attribution (`analysis.attributions.act.Attribution`), in order of their first character."""
        from analysis.attributions import find
        return self._decided.acts if self.review else find(self)

    @cached_property
    def cast(self):
        """Everybody in the article (`analysis.actors.Cast`): its actors, their mentions, the sources of the acts."""
        from analysis.actors import cast
        return self._decided.cast if self.review else cast(self)

    @cached_property
    def machine(self):
        """The article as the rules alone read it: itself where nobody corrected it."""
        if not self.review:
            return self
        alone = copy(self)      # of what was read alone, see __getstate__
        alone.review, alone.passages, alone.paragraphs = None, self.passages, self.paragraphs
        return alone

    @cached_property
    def edits(self):
        """What a person corrected, each applied or refused (`analysis.corrections.edits.Edits`); None without a review."""
        from analysis.corrections import entered
        return entered(self) if self.review else None

    @cached_property
    def _decided(self):
        from analysis.corrections.decisions import decisions
        return decisions(self)

    @property
    def by_hand(self):
        """{number of a quote: {column: value}} of what a person decided in the quotes table."""
        return self._decided.quotes if self.review else {}

    def __getstate__(self):
        """What was read and what a person corrected; what was computed from it is computed anew where it is unpickled."""
        return {name: value for name, value in vars(self).items() if name in self._facts}

    def view(self):
        """The article with what was found in it laid over it, to look at in JupyterLab (`analysis.reader`)."""
        from analysis.reader import View
        return View(self)

    def __repr__(self):
        return f"<Article {self.title or self.text[:40]!r}, {len(self.text.split())} words>"

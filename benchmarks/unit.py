"""What the benchmarks measure in: CPU seconds, and spaCy's own pipe of the pinned model."""

import statistics
import time

import spacy

from analysis.text.parse import MODEL, pipeline

TIMES = 3


def cpu(work):
    """CPU seconds of a call, all threads of this process."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def ratio(measured, unit):
    """The median of the ratios of two kinds of work, done in turn: what else runs falls on both."""
    return statistics.median(cpu(measured) / cpu(unit) for _ in range(TIMES))


def default_pipe(articles):
    """The unit, to be called: `nlp.pipe` with all components of the model, before any of ours takes
    the place of one, over the paragraphs of each article by itself."""
    pipeline()  # sets BLIS off
    plain = spacy.load(MODEL)
    paragraphs = [[paragraph.copy.text for paragraph in article.parsed] for article in articles]
    return lambda: [list(plain.pipe(own)) for own in paragraphs]

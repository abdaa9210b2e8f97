"""What tables and archives cost, as ratios of CPU time: python benchmarks/ratios.py [ARTICLES.jsonl.gz …]

The unit is spaCy's own `nlp.pipe` of the pinned model with all its components, BLIS off, over the same paragraphs,
before any component of ours takes the place of one. Unit and measured work alternate, three times, and the median of
their ratios is printed: what else a machine does falls on both. Without files, articles are made from the project's own
archive; with them, from the `text` of their rows.
"""
import gzip
import json
import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

import analysis
from analysis.archive.analyse import Options, analyse
from analysis.archive.parts import Part
from analysis.archive.records import Record
from analysis.archive.run import processes, run
from analysis.project import ARCHIVED, DEFAULT
from analysis.tables.schemas import SCHEMAS
from analysis.text.parse import MODEL, parse_together, pipeline

TIMES = 3


def texts(files):
    """The texts of the rows of JSON-lines files."""
    for file in files:
        opened = gzip.open if str(file).endswith(".gz") else open
        with opened(file, "rt", encoding="utf8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def cpu(work):
    """CPU seconds of a call."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def tables(articles):
    """Compute every table of every article."""
    for article in articles:
        for name in SCHEMAS:
            getattr(article, name)


def fresh(chosen):
    """The articles of the texts, nothing of them computed."""
    return [analysis.Article(text) for text in chosen]


def ratio(measured, unit):
    """The median of the ratios of two kinds of work, done in turn."""
    return statistics.median(cpu(measured) / cpu(unit) for _ in range(TIMES))


def bare(plain, chosen):
    """The unit: the default pipe over the paragraphs of each article by itself."""
    paragraphs = [[paragraph.copy.text for paragraph in article.parsed] for article in fresh(chosen)]
    return lambda: [list(plain.pipe(own)) for own in paragraphs]


def pooled(chosen):
    """All tables of articles that are parsed together."""
    articles = fresh(chosen)
    parse_together(articles)
    tables(articles)


def records(chosen):
    """The texts as the records of an archive."""
    return tuple(Record(str(number), text=text) for number, text in enumerate(chosen))


def altered(chosen, number):
    """So many texts, none equal to another: the numbers in them raised."""
    for place in range(number):
        text = chosen[place % len(chosen)]
        yield re.sub(r"\d+", lambda match: str(int(match[0]) + place), text) + f"\n\nIt was day {place}."


def growth(plain_text):
    """How many times the CPU it takes to go from 10,000 to 100,000 words."""
    words = len(plain_text.split())
    short, long = ("\n\n".join([plain_text] * round(size / words)) for size in (10_000, 100_000))
    return cpu(lambda: tables(fresh([long]))) / cpu(lambda: tables(fresh([short])))


def walls(chosen):
    """Elapsed seconds of an archive with one worker and with two, the model loaded in each."""
    for workers in (1, 2):
        with tempfile.TemporaryDirectory() as out:
            begin = time.perf_counter()
            run(records(chosen), out, workers=processes(workers), size=max(len(chosen) // 12, 1))
            yield time.perf_counter() - begin


if __name__ == "__main__":
    import spacy
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    long = (Path(os.environ["ARTICLE_FOLDER"], "aleppo.txt") if os.environ.get("ARTICLE_FOLDER") else DEFAULT).read_text("utf8")
    every = list(texts(sys.argv[1:] or [ARCHIVED]))
    chosen = [text for text in every if 300 <= len(text.split()) <= 800][:60] or every[:60]
    pipeline()
    plain = spacy.load(MODEL)
    tables(fresh(chosen[:10]))          # word lists and weights are loaded
    print(f"all tables / default pipe, one long article: {ratio(lambda: tables(fresh([long])), bare(plain, [long])):.2f} (≤ 1.0)")
    unit = bare(plain, chosen)
    print(f"… {len(chosen)} articles one at a time: {ratio(lambda: tables(fresh(chosen)), unit):.2f} (≤ 1.2)")
    print(f"… in an archive: {ratio(lambda: pooled(chosen), unit):.2f} (≤ 0.8)")
    part = Part(records(chosen), "")
    archive = ratio(lambda: analyse(part, Options()), lambda: pooled(chosen))
    print(f"archive / its tables alone: {archive:.2f} (≤ 1.1)")
    print(f"from 10,000 to 100,000 words: {growth(long):.1f} times (≤ 12)")
    one, two = walls(list(altered(chosen, 240)))
    print(f"two workers / one, elapsed: {two / one:.2f} (≤ 0.6), {os.cpu_count()} cores")

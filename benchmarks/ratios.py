"""What tables and archives cost, in CPU time: python benchmarks/ratios.py [FILE …]

The unit is spaCy's own pipe (`unit.py`); unit and measured work alternate three times, the median
of their ratios is printed. Articles are those in the `text` of the files' rows, else the project's
own archive. With MEMORY=5000 in the environment, it also says how the memory of a process grows
over so many altered articles; with ARCHIVE=OUT, how long each view of notebook 8 takes on that
archive.
"""

import gzip
import json
import os
import re
import resource
import sys
import tempfile
import time
from pathlib import Path

from unit import cpu, default_pipe, ratio

import analysis
from analysis.archive import Archive
from analysis.archive.analyse import Options, analyse
from analysis.archive.parts import Part
from analysis.archive.records import Record
from analysis.archive.run import processes, run
from analysis.project import ARCHIVED, DEFAULT
from analysis.show.views import archive as views
from analysis.tables.schemas import SCHEMAS
from analysis.text.parse import parse_together

VIEWS = (views.overview, views.groups, views.errors, views.named, views.forms, views.heard,
         views.unnamed, views.unnamed_finding, views.doubting, views.cues, views.tone,
         views.tone_finding, views.alarms, views.findings)


def texts(files):
    """The texts of the rows of JSON-lines files."""
    for file in files:
        opened = gzip.open if str(file).endswith(".gz") else open
        with opened(file, "rt", encoding="utf8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def fresh(chosen):
    """The articles of the texts, nothing of them computed."""
    return [analysis.Article(text) for text in chosen]


def tables(articles):
    """Compute every table of every article."""
    for article in articles:
        for name in SCHEMAS:
            getattr(article, name)


def pooled(chosen):
    """All tables of articles that are parsed together."""
    articles = fresh(chosen)
    parse_together(articles)
    tables(articles)


def part(chosen):
    """The texts as a part of an archive."""
    return Part(tuple(Record(str(number), text=text) for number, text in enumerate(chosen)), "")


def altered(chosen, number):
    """So many texts, none equal to another: the numbers in them raised."""
    for place in range(number):
        text = chosen[place % len(chosen)]
        yield (
            re.sub(r"\d+", lambda match, place=place: str(int(match[0]) + place), text)
            + f"\n\nIt was day {place}."
        )


def growth(text):
    """How many times the CPU it takes to go from 10,000 to 100,000 words."""
    short, long = (
        "\n\n".join([text] * round(size / len(text.split()))) for size in (10_000, 100_000))
    return cpu(lambda: tables(fresh([long]))) / cpu(lambda: tables(fresh([short])))


def walls(chosen):
    """Elapsed seconds of an archive with one worker and with two, the model loaded in each."""
    for workers in (1, 2):
        with tempfile.TemporaryDirectory() as out:
            begin = time.perf_counter()
            run(part(chosen).records, out, workers=processes(workers),
                size=max(len(chosen) // 12, 1))
            yield time.perf_counter() - begin


def memory(chosen, number, share=10):
    """The peak memory after so many altered articles, as a ratio to that after a tenth."""
    peaks, many = [], list(altered(chosen, number))
    for begin in range(0, number, number // (5 * share)):
        analyse(part(many[begin : begin + number // (5 * share)]), Options())
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return peaks[-1] / peaks[len(peaks) // share - 1]


if __name__ == "__main__":
    folder = os.environ.get("ARTICLE_FOLDER")
    long = (Path(folder, "aleppo.txt") if folder else DEFAULT).read_text("utf8")
    every = list(texts(sys.argv[1:] or [ARCHIVED]))
    chosen = [text for text in every if 300 <= len(text.split()) <= 800][:60] or every
    tables(fresh([long, *chosen[:10]]))  # word lists and weights are loaded
    unit = default_pipe(fresh([long]))
    print(f"all tables / default pipe, an article of {len(long.split()):,} words: "
          f"{ratio(lambda: tables(fresh([long])), unit):.2f} (≤ 1.0)", flush=True)
    unit = default_pipe(fresh(chosen))
    print(f"… {len(chosen)} articles one at a time: "
          f"{ratio(lambda: tables(fresh(chosen)), unit):.2f} (≤ 1.2)", flush=True)
    print(f"… in an archive: {ratio(lambda: analyse(part(chosen), Options()), unit):.2f} (≤ 0.8)",
          flush=True)
    archive = ratio(lambda: analyse(part(chosen), Options()), lambda: pooled(chosen))
    print(f"archive / its tables alone: {archive:.2f} (≤ 1.1)", flush=True)
    print(f"from 10,000 to 100,000 words: {growth(long):.1f} times (≤ 12)", flush=True)
    one, two = walls(list(altered(chosen, 240)))
    print(
        f"two workers / one, elapsed: {two / one:.2f} (≤ 0.6), {os.cpu_count()} cores", flush=True)
    if number := int(os.environ.get("MEMORY", 0)):
        print(f"memory after {number} articles / after {number // 10}: "
              f"{memory(every, number):.2f} (≤ 1.2)", flush=True)
    if out := os.environ.get("ARCHIVE"):
        asked, took = Archive(out), []
        for view in VIEWS:
            begin = time.perf_counter()
            view(asked)
            took.append((time.perf_counter() - begin, view.__name__))
        print(f"views of {out}: the slowest {max(took)[1]} in {max(took)[0]:.2f} s (≤ 1)")

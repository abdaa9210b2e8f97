"""What the tables and the report cost, as ratios: python benchmarks/cost.py [ARTICLE]

The unit is the bare parse: spaCy over the same paragraphs with the same components, the model already loaded. Each
figure is CPU time; the tables are computed in the order of the pipeline on a fresh article, so each is charged with what
it adds. "first" is the first article of a process, which also loads the word lists, dictionaries and weights that a
table asks for; "again" the best of several articles after it. The report runs in a process of its own, from cold.
"""
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import analysis
from analysis.project import DEFAULT
from analysis.text.parse import parse

RUNS = 5
GROUPS = {"paragraphs": ["paragraphs"], "parse, with the reading copy": ["passages"], "sentences": ["sentences"],
          "quotes and attributions": ["quotes", "attributions"], "speakers and mentions": ["speakers", "mentions"],
          "numbers and checks": ["numbers", "checks"], "tone": ["tone"], "stances": ["stances"],
          "readability": ["readability"]}
LIMITS = {("sentences", "quotes and attributions", "speakers and mentions"): .40, ("numbers and checks",): .30,
          ("tone", "stances", "readability"): .40}


def cpu(work):
    """CPU seconds of a call, this process and its children's threads."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def bare_parse(article):
    """CPU seconds of parsing the article's paragraphs and nothing else."""
    texts = [paragraph.copy.text for paragraph in article.parsed]
    return min(cpu(lambda: parse(texts)) for _ in range(RUNS))


def tables(source):
    """{group: CPU seconds} of every group of tables, on an article read anew."""
    article = analysis.read(source)
    return {group: cpu(lambda: [getattr(article, name) for name in names]) for group, names in GROUPS.items()}


def best(source, runs=RUNS):
    """The least that `tables` gives for each group."""
    found = [tables(source) for _ in range(runs)]
    return {group: min(costs[group] for costs in found) for group in GROUPS}


def growth(source, times=4):
    """How many times the CPU of all tables it takes to read the article's text so many times over."""
    article = analysis.read(source)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("once.txt", "repeated.txt")]
        for path, number in zip(paths, (1, times)):
            path.write_text("\n\n".join([article.text] * number), encoding="utf8")
        once, repeated = (sum(best(path, 2).values()) for path in paths)
    return repeated / once


def report(source):
    """Elapsed and CPU seconds of the whole report from cold, and the peak memory in GB of its largest process."""
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "analysis", "report", source, "-o", Path(folder, "report.html")],
                       check=True, capture_output=True, cwd=Path(__file__).resolve().parents[1])
        elapsed = time.perf_counter() - begin
    unit = 1 if sys.platform == "darwin" else 1024
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return elapsed, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e9


if __name__ == "__main__":
    source = str(Path(sys.argv[1] if len(sys.argv) > 1 else DEFAULT).resolve())
    elapsed, spent, memory = report(source)
    article = analysis.read(source)
    unit = bare_parse(article)
    first, again = tables(source), best(source)
    words = len(article.text.split())
    print(f"{words:,} words; bare parse {unit:.2f} s of CPU, {words / unit:,.0f} words a second\n{'':32} first  again")
    for group in GROUPS:
        print(f"{group:32}{first[group] / unit:6.2f} {again[group] / unit:6.2f}")
    print(f"{'all tables / bare parse':32}{sum(first.values()) / unit:6.2f} {sum(again.values()) / unit:6.2f}")
    for groups, limit in LIMITS.items():
        print(f"{' + '.join(groups)}: {sum(again[group] for group in groups) / unit:.2f}, limit {limit:.2f}")
    print(f"the text four times over costs {growth(source):.1f} times as much")
    print(f"report from cold: {elapsed:.1f} s ({spent:.1f} s of CPU), peak memory {memory:.2f} GB in the largest process")

"""What the tables and the report cost, as ratios: python benchmarks/cost.py [ARTICLE]

The unit is the default pipe (`unit.py`): spaCy's own components over the same paragraphs, the model
loaded. Each figure is CPU time; the tables are computed in the order of the pipeline on a fresh
article, so each is charged with what it adds. "first" is the first article of a process, which also
loads the word lists, dictionaries and weights that a table asks for; "again" the best of several
articles after it. The report runs in a process of its own, from cold.
"""
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from unit import cpu, default_pipe

import analysis
from analysis.project import DEFAULT

RUNS = 5
GROUPS = {"paragraphs": ["paragraphs"], "parse, with the reading copy": ["parsed"],
          "sentences": ["sentences"], "quotes and attributions": ["quotes", "attributions"],
          "speakers and mentions": ["speakers", "mentions"],
          "numbers and checks": ["numbers", "checks"], "tone": ["tone"], "stances": ["stances"],
          "readability": ["readability"], "decisions and findings": ["decisions", "findings"]}
LIMITS = {("sentences", "quotes and attributions", "speakers and mentions"): .40,
          ("numbers and checks",): .30, ("tone", "stances", "readability"): .30}


def bare_parse(article):
    """CPU seconds of parsing the article's paragraphs with the default pipe and nothing else."""
    unit = default_pipe([article])
    return min(cpu(unit) for _ in range(RUNS))


def tables(source):
    """{group: CPU seconds} of every group of tables, on an article read anew."""
    article = analysis.read(source)
    return {group: cpu(lambda names=names: [getattr(article, name) for name in names])
            for group, names in GROUPS.items()}


def best(source, runs=RUNS):
    """The least that `tables` gives for each group."""
    found = [tables(source) for _ in range(runs)]
    return {group: min(costs[group] for costs in found) for group in GROUPS}


def growth(source, times=4):
    """How many times the CPU of all tables it takes to read the text so many times over."""
    article = analysis.read(source)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("once.txt", "repeated.txt")]
        for path, number in zip(paths, (1, times)):
            path.write_text("\n\n".join([article.text] * number), encoding="utf8")
        once, repeated = (sum(best(path, 2).values()) for path in paths)
    return repeated / once


def report(source):
    """Of the whole report from cold, then of a second one: elapsed and CPU seconds; and the peak
    memory in GB of the largest process."""
    with tempfile.TemporaryDirectory() as folder:
        spent, before = [], 0.0
        for _ in range(2):
            begin = time.perf_counter()
            subprocess.run([sys.executable, "-m", "analysis", "report", source, "-o",
                            Path(folder, "report.html")], check=True, capture_output=True,
                           cwd=Path(__file__).resolve().parents[1],
                           env=os.environ | {"XDG_CACHE_HOME": folder})
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent.append((time.perf_counter() - begin, used.ru_utime + used.ru_stime - before))
            before = used.ru_utime + used.ru_stime
    return *spent, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e9


def loaded():
    """CPU seconds of a process that does no more than load the model and the package."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c",
                    "import analysis; from analysis.text.parse import pipeline; pipeline()"],
                   check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    source = str(Path(sys.argv[1] if len(sys.argv) > 1 else DEFAULT).resolve())
    cold, second, memory = report(source)
    article = analysis.read(source)
    unit = bare_parse(article)
    first, again = tables(source), best(source)
    words = len(article.text.split())
    print(f"{words:,} words; bare parse {unit:.2f} s of CPU, {words / unit:,.0f} words a "
          f"second\n{'':32} first  again")
    for group in GROUPS:
        print(f"{group:32}{first[group] / unit:6.2f} {again[group] / unit:6.2f}")
    print(f"{'all tables / bare parse':32}{sum(first.values()) / unit:6.2f} "
          f"{sum(again.values()) / unit:6.2f}")
    for groups, limit in LIMITS.items():
        print(f"{' + '.join(groups)}: {sum(again[group] for group in groups) / unit:.2f}, limit "
              f"{limit:.2f}")
    print(f"the text four times over costs {growth(source):.1f} times as much")
    least = loaded() + sum(first.values())
    print(f"report from cold: {cold[0]:.1f} s, {cold[1]:.1f} s of CPU, {cold[1] / least:.1f} times "
          f"model, parse and tables (≤ 4); a second one {second[0]:.1f} s, {second[1]:.1f} s of "
          f"CPU (≤ 4 s); memory {memory:.2f} GB in the largest process")

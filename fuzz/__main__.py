"""Try to break it for a while: python -m fuzz [--seed N] [--minutes N] [--texts N --files N
--answers N]

Each input is read and all its tables are made, in a folder that is thrown away. What must hold:
either an article, with every row at its place, or an ArticleError in one harmless line; in seconds,
and in less than a gigabyte. An input that fails is kept in fuzz/corpus, which `make test` tries
again. Exit status 1 where any failed.
"""
import argparse
import gc
import os
import random
import resource
import sys
import tempfile
import time
import traceback
import warnings
from contextlib import suppress
from hashlib import sha256
from itertools import groupby
from pathlib import Path

import analysis
from analysis.errors import ArticleError
from analysis.project import COMPARED
from analysis.show.escape import printable
from analysis.text.parse import parse_together
from fuzz import answers, files, texts

CORPUS = Path(__file__).parent / "corpus"
TABLES = ("paragraphs", "sentences", "quotes", "attributions", "speakers", "mentions", "numbers",
          "checks", "tone", "stances",
          "readability", "decisions", "findings", "corrections")
SECONDS, GIGABYTES = 5, 1       # of CPU for the tables, and of memory
TOGETHER = 50       # texts that are parsed at once, which costs a third
PATIENCE = 20       # seconds on the clock for reading, which on a busy machine are not all its own


def problem(work) -> str | None:
    """What is wrong with what `work` does, or None: it gives an Article, or raises an ArticleError
    that can be printed."""
    began, before = time.process_time(), _memory()
    try:
        article = work()
        wrong = misplaced(article)
    except ArticleError as refused:
        said = str(refused)
        wrong = (None if "\n" not in said and len(printable(said)) < 1_000
                 else f"a message of {len(said)} characters")
        if "seconds to read" in said or "GB of memory" in said or "process that read it" in said:
            wrong = said
    except Exception:
        wrong = traceback.format_exc(limit=-3)
    spent = time.process_time() - began
    if wrong is None and spent > SECONDS:
        wrong = f"{spent:.1f} seconds"
    if wrong is None and before < _memory() > GIGABYTES:
        wrong = f"{_memory():.1f} GB"
    return wrong


def misplaced(article) -> str | None:
    """The first row of any table that is not where it says, or None."""
    for name in TABLES:
        table = getattr(article, name)
        columns = [table[column].tolist() for column in ("start", "end", "text")]
        for start, end, text in zip(*columns, strict=True):
            if isinstance(text, str) and article.text[start:end] != text:
                return f"{name}: {text[:60]!r} is not at {start}"
    return None


def read(suffix: str, data: bytes, folder: Path):
    """The Article in a file with these bytes; a workbook is the review beside a text."""
    path = folder / f"a.{suffix}"
    if suffix == "xlsx":
        path = folder / "a.txt"
        path.write_text(files.REVIEWED, "utf8")
        (folder / "a.review.xlsx").write_bytes(data)
    else:
        path.write_bytes(data)
        (folder / "a.review.xlsx").unlink(missing_ok=True)
    return analysis.read(path, seconds=PATIENCE, gigabytes=GIGABYTES)


def _inputs(seed, options):
    """(kind, number, the suffix and bytes of a file or the pieces of an answer), in a mixed
    order."""
    original = "\n\n".join(path.read_text("utf8") for path in COMPARED)
    for first in range(0, max(options.texts, options.files, options.answers), TOGETHER):
        chances = {number: random.Random(f"{seed} {number}")
                   for number in range(first, first + TOGETHER)}
        for number, chance in chances.items():
            if number < options.texts:
                text = texts.mutated(chance, original) if number % 3 == 0 else texts.text(chance)
                yield "text", number, ("txt", text.encode("utf8", "surrogatepass"))
        for number, chance in chances.items():
            if number < options.files:
                yield "file", number, chance.choice(files.KINDS)(chance, original)
            if number < options.answers:
                yield "answer", number, answers.answer(chance, files.page(chance, original)[1])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--minutes", type=float, default=10)
    for name, default in (("texts", 10**6), ("files", 10**6), ("answers", 500)):
        parser.add_argument(f"--{name}", type=int, default=default)
    options = parser.parse_args()
    ends, tried, failed = time.monotonic() + 60 * options.minutes, {}, 0
    warnings.simplefilter("ignore")
    misplaced(analysis.Article("The weir held."))
    gc.freeze()     # the model and the modules, which would be looked through with every text
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for (kind, _), inputs in groupby(_inputs(options.seed, options),
                                         lambda made: (made[0], made[1] // TOGETHER)):
            if time.monotonic() > ends:
                break
            for number, given, wrong in _tried(kind, list(inputs), Path(folder)):
                tried[kind] = tried.get(kind, 0) + 1
                if wrong:
                    failed += 1
                    print(f"seed {options.seed}, {kind} {number}: {printable(wrong)}", flush=True)
                    _keep(kind, given)
    print(f"seed {options.seed}: "
          f"{', '.join(f'{count:,} {kind}s' for kind, count in tried.items())}; {failed} failed; "
          f"{_memory():.2f} GB")
    return int(failed > 0)


def _tried(kind, inputs, folder):
    """(number, input, what is wrong with it or None) of inputs of one kind."""
    if kind == "text":
        made = _together([given[1].decode("utf8", "surrogatepass") for _, _, given in inputs])
    for place, (_, number, given) in enumerate(inputs):
        if kind == "text":
            yield number, given, problem(made[place])
        elif kind == "file":
            yield number, given, problem(lambda given=given: read(*given, folder))
        else:
            with answers.served(given) as address:
                yield number, given, problem(
                    lambda address=address: analysis.read(address, seconds=PATIENCE))


def _together(given):
    """For each text what makes its Article, parsed with the others'; by itself where that fails or
    takes long, so that it is known which text is at fault."""
    began = time.process_time()
    with suppress(Exception):
        articles = [analysis.Article(text) for text in given]
        parse_together(articles)
        if time.process_time() - began < SECONDS:
            return [lambda article=article: article for article in articles]
    return [lambda text=text: analysis.Article(text) for text in given]


def _memory():
    """The most memory that this process has had so far, in GB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most * (1 if sys.platform == "darwin" else 1024) / 1e9


def _keep(kind, given):
    CORPUS.mkdir(exist_ok=True)
    suffix, data = ("http", b"".join(given)) if kind == "answer" else given
    (CORPUS / f"{sha256(data).hexdigest()[:12]}.{suffix}").write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())

"""Analyse many articles: a folder, a zip, JSON lines, Parquet, CSV or XLSX, into a folder of
Parquet tables.

Every table of every article goes to OUT/<table>/part-….parquet, with the article's id. A second run
does what is missing or changed and nothing else; so a run that was stopped, by whatever, goes on
where it was. An article that cannot be analysed is a row in the table errors. Ask the result in
notebook 8, or in Python: analysis.archive.open("OUT").
"""

from argparse import ArgumentParser, Namespace
from typing import Any

from analysis.commands.source import progress
from analysis.errors import ArticleError

_COLUMNS = {"text": "the text", "title": "the title", "published": "the day of publication",
            "outlet": "the outlet", "id": "an id that no other article has"}


def arguments(command: ArgumentParser) -> None:
    add = command.add_argument
    add("sources", nargs="+", metavar="IN",
        help="a folder of articles (text, Markdown, HTML, DOCX, PDF), a zip of them, or .jsonl, "
             ".parquet, .csv, .tsv, .xlsx; JSON lines and CSV also .gz or .zst")
    add("-o", "--output", required=True, metavar="OUT", help="the folder of the archive")
    for fact, what in _COLUMNS.items():
        add(f"--{fact}", default=fact, metavar="COLUMN",
            help=f"the column with {what} (default: {fact})")
    add("--keep", nargs="+", default=[], metavar="COLUMN", help="further columns to group by")
    add("--texts", action="store_true", help="keep the texts too, in a table of their own")
    add("--workers", type=int, metavar="NUMBER", help="processes here (default: one a core)")
    add("--scheduler", metavar="ADDRESS",
        help="a dask.distributed scheduler to run on instead, such as tcp://10.0.0.1:8786; its "
             "workers must see OUT under the same name")
    add("--memory", type=float, metavar="GB",
        help="what one process may use (default: its share of 80 %% of the memory)")
    add("--seconds", type=float, default=60, help="how long one article may take (default: 60)")
    add("--limit", type=int, default=1_000_000, metavar="CHARACTERS",
        help="the longest text (default: 1,000,000)")
    add("--part", type=int, default=200, metavar="ARTICLES",
        help="articles in a part, about (default: 200)")
    add("--dry-run", action="store_true",
        help="say what it would take, from a sample; write nothing")


def run(options: Namespace) -> Any:
    from analysis.archive.analyse import Options
    from analysis.archive.records import COLUMNS, Records

    records = Records(
        options.sources, {fact: getattr(options, fact) for fact in COLUMNS}, options.keep)
    chosen = Options(options.texts, options.limit, options.seconds)
    if options.dry_run:
        return _estimate(records, options, chosen)
    from analysis.archive.run import run

    made = run(records, options.output, chosen, _workers(options), options.part, progress)
    progress(f"{made.line()}; {made.kept:,} parts were there already")
    if made.errors:
        progress(f"What went wrong: analysis.archive.open({options.output!r}).errors()")


def _workers(options):
    from analysis.archive.run import processes, remote

    if not options.scheduler:
        return processes(options.workers, options.memory and int(options.memory * 1e9))
    try:
        from distributed import Client
    except ImportError:
        raise ArticleError(
            '--scheduler needs dask: pip install "article-notebooks[archive]"') from None
    try:
        return remote(Client(options.scheduler, timeout=20))
    except (OSError, ValueError, TimeoutError) as problem:
        raise ArticleError(f"{options.scheduler} cannot be reached: {problem}") from None


def _estimate(records, options, chosen):
    import os

    from analysis.archive.estimate import estimate

    found = estimate(records, options.output, chosen, options.part)
    workers = options.workers or os.cpu_count()
    print(
        f"{found.articles:,} articles and {found.duplicates:,} exact duplicates; {found.missing:,} "
        f"to analyse.\nFrom a sample of {found.sample}: {found.errors:.0%} errors, about "
        f"{found.seconds / workers / 60:.1f} minutes on {workers} workers, "
        f"{found.bytes / 1e6:,.1f} MB in all."
    )

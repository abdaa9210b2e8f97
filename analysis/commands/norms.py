"""Write norms: what is usual among the articles of an archive of your own.

The quantiles of every measure (tone, wording, voices, quantities …) over its articles, by kind of
text and by length: figures only. With --norms FILE the other commands set an article beside these,
instead of the project's own (data/norms.csv).
"""
from argparse import ArgumentParser, Namespace

from analysis.commands.source import progress

_COLUMNS = ("text", "title", "published", "outlet", "id")


def arguments(command: ArgumentParser) -> None:
    command.add_argument("sources", nargs="+", metavar="IN",
                         help="articles, as the command archive takes them")
    command.add_argument("-o", "--output", default="norms.csv", metavar="FILE",
                         help="default: norms.csv")
    command.add_argument("--pool", default="articles of an archive",
                         help="what the articles are, for the head of the file")
    for name in _COLUMNS:
        command.add_argument(f"--{name}", default=name, metavar="COLUMN",
                             help=f"the column of that name (default: {name})")


def run(options: Namespace) -> None:
    import pandas

    from analysis.archive.analyse import PLAIN, article_of
    from analysis.archive.records import Records
    from analysis.errors import ArticleError
    from analysis.measures.norms import FEWEST, file, measured
    from analysis.publish.files import replace_text, replaceable
    target = replaceable(options.output, (".csv",))
    rows, failed = [], 0
    for record in Records(options.sources, {name: getattr(options, name) for name in _COLUMNS}):
        try:
            rows.append(measured(article_of(record, PLAIN)))
        except ArticleError as problem:
            failed += 1
            progress(f"{record.id}: {problem}")
        if (len(rows) + failed) % 100 == 0:
            progress(f"{len(rows) + failed:,} articles")
    if len(rows) < FEWEST:
        raise ArticleError(f"{len(rows)} articles make no norm; it takes {FEWEST}.")
    replace_text(target, file(pandas.DataFrame(rows), options.pool))
    progress(f"{len(rows):,} articles, {failed} left out: {target}")

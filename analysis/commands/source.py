"""What all commands share: which article, and what is known about it."""
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.errors import ArticleError

if TYPE_CHECKING:
    from analysis.article import Article


def arguments(command: ArgumentParser, optional: bool = False, facts: bool = True) -> None:
    """Add the article and its options to a parser; facts: also its title and date."""
    command.add_argument(
        "article", nargs="?" if optional else None, metavar="ARTICLE",
        help="a file (text, Markdown, HTML, DOCX, PDF), a URL, or - for standard input" +
        ("; without it, the project's own article" if optional else ""))
    if facts:
        command.add_argument("--title", help="the title, where it is not found or found wrongly")
        command.add_argument("--published", metavar="YYYY-MM-DD",
                             help="the day of publication, likewise")
    command.add_argument(
        "--corrections", metavar="FILE",
        help="a workbook of the command review, corrected by hand (default: "
        "the one beside the article, article.review.xlsx, if there is one); none: leave it out")
    command.add_argument("--norms", metavar="FILE",
                         help="set figures beside these norms, written by the command norms")
    limit(command)


def limit(command: ArgumentParser) -> None:
    """Add the options that say how long a text may be, and what reading it may take."""
    command.add_argument("--limit", type=_above_zero(int), metavar="CHARACTERS",
                         help="read texts of up to so many characters (default: 1,000,000)")
    command.add_argument(
        "--seconds", type=_above_zero(float), metavar="N",
        help="let reading a page, a document or a workbook take so long (default: 30)")
    command.add_argument("--gigabytes", type=_above_zero(float), metavar="N",
                         help="… and so much memory (default: 1)")


def limits(options: Namespace) -> dict[str, int]:
    """What `analysis.read` is to be told of them."""
    given = {name: getattr(options, name) for name in ("limit", "seconds", "gigabytes")}
    return {name: value for name, value in given.items() if value is not None}


def _above_zero(kind):
    def number(text):
        value = kind(text)
        if not 0 < value < 1e9:
            raise ValueError
        return value
    return number


def article(options: Namespace) -> "Article":
    """The Article that the options name. Raises ArticleError for input that cannot be used."""
    import analysis
    from analysis.project import DEFAULT
    published = _day(getattr(options, "published", None))
    _usual(options)
    corrections = False if options.corrections == "none" else options.corrections
    found = analysis.read(
        str(DEFAULT) if options.article is None else options.article, english=True,
        corrections=corrections, **limits(options))
    found.title = getattr(options, "title", None) or found.title
    found.published = published or found.published
    if found.review:
        progress(corrected(found))
    return found


def _usual(options):
    """Makes the norms that the options name those of this run and of its notebooks."""
    if getattr(options, "norms", None):
        from analysis.measures.norms import VARIABLE, load
        load(options.norms)
        os.environ[VARIABLE] = str(Path(options.norms).resolve())


def corrected(article: "Article") -> str:
    """What a review did, in one line; what was refused is said as a warning before it."""
    status = article.corrections["status"].value_counts()
    from analysis.text.phrases import count
    return (f"{article.review.name}: {count(int(status.get('applied', 0)), 'correction')} applied, "
            f"{status.get('refused', 0)} refused, {status.get('kept', 0)} notes kept")


def _day(text):
    try:
        return text and date.fromisoformat(text).isoformat()
    except ValueError:
        raise ArticleError(f"--published {text}: write the day as in 2025-03-14.") from None


@contextmanager
def soon(line: str) -> Iterator[None]:
    """Say on a terminal what is being done, where it takes more than a second."""
    from threading import Timer
    timer = Timer(1, progress, [line])
    timer.daemon = True
    if sys.stderr.isatty():
        timer.start()
    try:
        yield
    finally:
        timer.cancel()


def progress(line: str) -> None:
    """Say on stderr, in one harmless line, what is being done."""
    from analysis.show.escape import printable
    print(printable(line), file=sys.stderr, flush=True)

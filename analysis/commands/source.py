"""The part of the command line that all commands share: which article, and what is known about it."""
import sys
from datetime import date

from analysis.errors import ArticleError


def arguments(command, optional=False, corrections=True):
    """Add the article and its options to a command's parser; `corrections` are the title and the date by hand."""
    command.add_argument("article", nargs="?" if optional else None, metavar="ARTICLE",
                         help="a file (text, Markdown, HTML, DOCX, PDF), a URL, or - for standard input"
                         + ("; without it, the project's own article" if optional else ""))
    if corrections:
        command.add_argument("--title", help="the title, where it is not found or found wrongly")
        command.add_argument("--published", metavar="YYYY-MM-DD", help="the day of publication, likewise")
    command.add_argument("--limit", type=int, metavar="CHARACTERS",
                         help="read texts of up to so many characters (default: 1,000,000)")


def article(options):
    """The Article that the options name. Raises ArticleError for input that cannot be used."""
    import analysis
    from analysis.report.notebooks import DEFAULT
    published = _day(getattr(options, "published", None))
    given = {} if options.limit is None else {"limit": options.limit}
    found = analysis.read(options.article or str(DEFAULT), english=True, **given)
    found.title = getattr(options, "title", None) or found.title
    found.published = published or found.published
    return found


def _day(text):
    try:
        return text and date.fromisoformat(text).isoformat()
    except ValueError:
        raise ArticleError(f"--published {text}: write the day as in 2025-03-14.") from None


def progress(line):
    """Say on stderr what is being done."""
    print(line, file=sys.stderr, flush=True)

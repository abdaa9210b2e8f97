"""Write the article's quotes, speakers and numbers to an XLSX workbook to correct by hand.

Change cells, delete rows, add rows; its first sheet says how. Where it lies by default, beside the
article as article.review.xlsx beside article.txt, or named with --corrections, it is read on every
later run: its rows stand in every table, measure and notebook in place of the program's, and each
entry that cannot be applied is told with the reason. Corrections that are already in force are
carried over into the new workbook; a workbook that exists is never replaced.
"""
from argparse import ArgumentParser, Namespace

from analysis.commands import source


def arguments(command: ArgumentParser) -> None:
    source.arguments(command)
    command.add_argument(
        "-o", "--output", metavar="FILE",
        help="a file that ends in .xlsx; default: beside the article, "
        "article.review.xlsx for article.txt; for a URL or standard input it must be named")


def run(options: Namespace) -> None:
    from analysis.corrections.review import ENDING, file_of
    from analysis.errors import ArticleError
    from analysis.publish.export import review
    file = file_of(options.article)
    output = options.output
    if output is None:
        if file is None:
            raise ArticleError("an article that is no file has no place beside it: name a file "
                               "with -o, such as -o article.review.xlsx")
        output = file.with_suffix(ENDING)
    article = source.article(options)
    source.progress(f"Wrote {review(article, output)}")

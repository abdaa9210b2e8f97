"""Write the article's quotes, speakers and numbers to an XLSX workbook to correct by hand.

Change cells, delete rows, add rows; its first sheet says how. Kept beside the article, as article.review.xlsx beside
article.txt, or named with --corrections, it is read on every later run: its rows stand in every table, measure and
notebook in place of the program's, and each entry that cannot be applied is told with the reason. Corrections that are
already in force are carried over into the new workbook; a workbook that exists is never replaced.
"""
from analysis.commands import source


def arguments(command):
    source.arguments(command)
    command.add_argument("-o", "--output", required=True, metavar="FILE", help="a file that ends in .xlsx, such as article.review.xlsx")


def run(options):
    from analysis.export import review
    source.progress(f"Wrote {review(source.article(options), options.output)}")

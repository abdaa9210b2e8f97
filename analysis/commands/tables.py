"""Write all tables of an article to a folder (CSV or Parquet) or into one XLSX file.

A folder also gets article.txt, the text that all offsets count in, and article.json, what is known about it.
"""
from analysis.commands import source


def arguments(command):
    source.arguments(command)
    command.add_argument("-o", "--output", required=True, metavar="PLACE", help="a folder, or a file that ends in .xlsx")
    command.add_argument("--format", choices=["csv", "parquet"], default="csv", help="of the files in a folder")


def run(options):
    from analysis.export import export
    for path in export(source.article(options), options.output, options.format):
        source.progress(f"Wrote {path}")

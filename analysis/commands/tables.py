"""Write all tables of an article: CSV or Parquet in a folder, or one XLSX or JSON file, or Web
Annotations.

CSV and Parquet come with article.txt, the text that all offsets count in, and article.json, what is
known about the article. A workbook (.xlsx) has a codebook sheet; a JSON file (.json) keeps to
data/tables.schema.json; Web Annotations (.jsonld, W3C) are the quotes, attributions, numbers and
checks. Files of the same names are replaced where nobody changed them; one that somebody did is
left and named, and nothing is written.
"""
from argparse import ArgumentParser, Namespace

from analysis.commands import source

_FORMATS = ["csv", "parquet", "xlsx", "json", "annotations"]


def arguments(command: ArgumentParser) -> None:
    source.arguments(command)
    command.add_argument("-o", "--output", required=True, metavar="PLACE",
                         help="a folder, or a file that ends in .xlsx, .json or .jsonld")
    command.add_argument("--format", choices=_FORMATS,
                         help="default: that of the file's ending; in a folder csv")


def run(options: Namespace) -> None:
    from analysis.publish.export import export, place
    place(options.output, options.format)
    with source.soon("Reading and analysing the article …"):
        paths = export(source.article(options), options.output, options.format)
    for path in paths:
        source.progress(f"Wrote {path}")

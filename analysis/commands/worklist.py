"""Write the numbers worth checking first to one XLSX or CSV file, with blank columns for verdict
and source.

The columns and the points are explained in `analysis.measures.quantities.worklist`. A list that is
there already keeps its rows and columns as they are; numbers that it does not have yet are added
below.
"""
from argparse import ArgumentParser, Namespace

from analysis.commands import source


def arguments(command: ArgumentParser) -> None:
    source.arguments(command)
    command.add_argument("-o", "--output", required=True, metavar="FILE",
                         help="a file that ends in .xlsx or .csv")


def run(options: Namespace) -> None:
    from analysis.publish.export import worklist
    from analysis.publish.files import checked_target
    checked_target(options.output, (".xlsx", ".csv"))
    source.progress(f"Wrote {worklist(source.article(options), options.output)}")

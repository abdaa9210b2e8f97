"""Write a report on an article, or on an archive: one HTML file that needs nothing else.

The notebooks run on the article and become the report's chapters; on a folder that the command
archive made, the notebook on archives runs. An existing report is replaced only by a complete new
one, and not where somebody changed it.
"""
from argparse import ArgumentParser, Namespace
from pathlib import Path

from analysis.commands import source


def arguments(command: ArgumentParser) -> None:
    source.arguments(command, optional=True)
    command.add_argument("-o", "--output", default="report.html", metavar="FILE",
                         help="default: report.html")
    command.add_argument("--notebooks", metavar="FOLDER",
                         help="keep the executed notebooks too, in this folder")


def run(options: Namespace) -> None:
    from analysis.publish.files import HTML, PRINTED, replaceable
    from analysis.publish.report import write
    replaceable(options.output, HTML, PRINTED)
    if options.article and Path(options.article, "ledger").is_dir():
        from analysis.archive import Archive
        from analysis.publish.report.archive import write as write_archive
        source.progress(
            f"Wrote {write_archive(Archive(options.article), options.output, source.progress)}")
        return
    source.progress("Reading the article")
    article = source.article(options)
    source.progress(f"Read {article.title or 'an article without a title'}")
    source.progress(f"Wrote {write(article, options.output, options.notebooks, source.progress)}")

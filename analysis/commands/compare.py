"""Compare several articles on one event: one HTML file that needs nothing else.

Who is quoted where, which figures differ, which claims became facts, what was left out of a
quotation. Give 2 to 20 articles. An existing page is replaced only by a complete new one, and not
where somebody changed it.
"""
from argparse import ArgumentParser, Namespace

from analysis.commands import source


def arguments(command: ArgumentParser) -> None:
    command.add_argument("articles", nargs="+", metavar="ARTICLE",
                         help="a file (text, Markdown, HTML, DOCX, PDF) or a URL")
    command.add_argument("-o", "--output", default="compare.html", metavar="FILE",
                         help="default: compare.html")
    command.add_argument("--notebooks", metavar="FOLDER",
                         help="keep the executed notebook too, in this folder")
    source.limit(command)


def run(options: Namespace) -> None:
    import analysis
    from analysis.publish.files import HTML, PRINTED, replaceable
    from analysis.publish.report.compare import write
    replaceable(options.output, HTML, PRINTED)
    source.progress(f"Reading {len(options.articles)} articles")
    comparison = analysis.compare(options.articles, english=True, **source.limits(options))
    source.progress(f"Read {', '.join(comparison.outlets)}")
    source.progress(
        f"Wrote {write(comparison, options.output, options.notebooks, source.progress)}")

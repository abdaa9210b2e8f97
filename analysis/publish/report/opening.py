"""What the report opens with, before its chapters: the front page and the reader.

It is made in the kernel that runs the notebooks, as a notebook of its own that is no file, since
the parsed article is there: the tables are computed once.
"""
from typing import Any

NAME = "opening"


class Part:
    """Some HTML, to return from a notebook cell."""

    def __init__(self, html: str):
        self.html = html

    def _repr_html_(self):
        return self.html

    def __repr__(self):
        return "a part of the report"


def notebook() -> Any:
    """The notebook whose outputs `parts` takes."""
    from analysis.publish.report.jupyter import nbformat
    new_code_cell, new_notebook = nbformat.v4.new_code_cell, nbformat.v4.new_notebook
    make = ["front.headlines(article)", "front.picture(article)", "opening.Part(fragment(article))"]
    head = (
        "import analysis\nfrom analysis.show.reader import fragment\nfrom analysis.publish.report "
        "import opening\n"
        'from analysis.show.views import front\narticle = analysis.read("")')
    return new_notebook(cells=[new_code_cell(source) for source in [head, *make]])


def parts(executed: Any) -> tuple[str, Any, str]:
    """(findings, picture, reader) of the executed notebook: HTML, an output of a cell, HTML."""
    findings, picture, reader = map(_shown, executed.cells[1:])
    return findings.data["text/html"], picture, reader.data["text/html"]


def _shown(cell):
    """What the cell returned; a library may have put a warning before it."""
    return next(output for output in cell.outputs if output.output_type == "execute_result")

"""What a notebook cell returns: a `Table`, a `Figure`, a `Finding` or a `TextView`.

Each has an HTML form for the notebook and the report and a plain-text form for the terminal and for
the comparison of notebook outputs. All text that comes from an article is escaped here and nowhere
else.
"""
from analysis.show.display.figure import Figure
from analysis.show.display.finding import Finding, finding
from analysis.show.display.table import Table
from analysis.show.display.textview import TextView
from analysis.show.place import Place, places
from analysis.text.phrases import count, listing

__all__ = [
    "Figure", "Finding", "Place", "Table", "TextView", "count", "finding", "listing", "places"
]

"""A small table to look at: chosen columns, plain headings, each row with its place."""
import textwrap
from numbers import Number
from typing import Any

from pandas import DataFrame, isna
from pandas.api.types import is_bool_dtype, is_numeric_dtype, is_scalar

from analysis.article import Article
from analysis.corrections.marks import marked
from analysis.show.display.numbers import as_csv
from analysis.show.escape import isolated, markup, printable
from analysis.show.place import Place, places
from analysis.tables.schemas import Rows
from analysis.text.phrases import amount

_MISSING = "–"
_MANY = 8        # more columns than the measure of the text has room for
LEFT = ' style="text-align:left"'


class Table:
    """Rows of a pandas frame for a reader.

    frame: the data, kept whole as `.frame`. title: a caption that says what a row is and how many
    there are. columns: {column: heading}, in the order to show; default all. formats: {column:
    format spec}, as in "{:.0%}". article: with it every row gets a link to its sentence, by the
    frame's `start`, and rows corrected by hand are marked. empty: what to say when there are no
    rows. limit: how many rows to show; what is left out is said.
    """

    def __init__(self, frame: DataFrame | Rows, title: str, columns: dict[str, str] | None = None,
                 *, formats: dict[str, str] | None = None, article: Article | None = None,
                 empty: str = "There are none.", limit: int = 25):
        self.frame, self.title, self.empty, self.shown = frame, title, empty, list(columns or frame)
        columns = columns or {column: column for column in frame.columns}
        shown = frame.head(limit)
        self.headings = list(columns.values())
        self.numeric = [is_numeric_dtype(frame[column]) and not is_bool_dtype(frame[column])
                        for column in columns]
        cells = [[_cell(value, (formats or {}).get(column)) for value in shown[column]]
                 for column in columns]
        if article is not None:
            self.headings.append("Where")
            self.numeric.append(False)
            cells.append([place or _MISSING for place in places(article, shown["start"])])
            if any(by_hand := marked(article, shown)):
                self.headings.append("By hand")
                self.numeric.append(False)
                cells.append(["✎ corrected" if row else "" for row in by_hand])
        self.rows = list(zip(*cells))
        rest = len(frame) - len(shown)
        self.rest = f"… and {rest:,} more." if rest else ""

    def _repr_html_(self):
        side = ["" if number else LEFT for number in self.numeric]
        head = "".join(f'<th scope="col"{style}>{markup(text)}</th>'
                       for text, style in zip(self.headings, side))
        body = "".join("<tr>" + "".join(
            f"<td{style}>{cell.html() if isinstance(cell, Place) else isolated(cell)}</td>"
            for cell, style in zip(row, side)) + "</tr>\n" for row in self.rows)
        return framed(self, f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>" * bool(body),
                      " wide" * (len(self.headings) > _MANY))

    def _repr_mimebundle_(self, include=None, exclude=None):
        """Both forms, its numbers beside them (`analysis.publish.report.saving`)."""
        data = {"text/html": self._repr_html_(), "text/plain": self.text()}
        places = [column for column in ("start", "end") if column in self.frame]
        chosen = self.frame[list(dict.fromkeys([*self.shown, *places]))]
        return data, {"text/html": as_csv(chosen, self.title)} if self.rows else {}

    def text(self, width: int = 100) -> str:
        """The table in plain text, in lines of `width` where the headings allow it."""
        if not self.rows:
            return f"{self.title}: {self.empty}"
        cells = [[printable(str(cell)) for cell in row] for row in [self.headings, *self.rows]]
        widths = _widths([max(map(len, column)) for column in zip(*cells)],
                         list(map(len, cells[0])), width)
        lines = []
        for row in cells:
            wrapped = [textwrap.wrap(cell, size) or [""] for cell, size in zip(row, widths)]
            for number in range(max(map(len, wrapped))):
                parts = [part[number] if number < len(part) else "" for part in wrapped]
                lines.append("  ".join(
                    part.rjust(size) if right else part.ljust(size)
                    for part, size, right in zip(parts, widths, self.numeric)).rstrip())
        lines.insert(1, "  ".join("-" * size for size in widths))
        return "\n".join([self.title, *lines, *filter(None, [self.rest])])

    __repr__ = text


def framed(shown: Any, body: str, kind: str = "") -> str:
    """The HTML of a `Table` or `Versus` around its body, or what it says where that is empty."""
    title = markup(shown.title)
    if not body:
        return (f'<p class="finding tex2jax_ignore mathjax_ignore">{title}: '
                f'{markup(shown.empty)}</p>')
    return (f'<div class="table{kind} tex2jax_ignore mathjax_ignore" role="group" tabindex="0" '
            f'aria-label="{title}"><table>\n<caption{LEFT}>{title}</caption>\n{body}</table>'
            + f"<p>{shown.rest}</p>" * bool(shown.rest) + "</div>")


def _cell(value, spec):
    if isinstance(value, Place):
        return value
    if value is None or (is_scalar(value) and isna(value)):
        return _MISSING
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if spec is None:
        spec = ",.2f" if isinstance(value, float) else ",d" if isinstance(value, int) else ""
    return amount(value, spec) if isinstance(value, Number) else format(value, spec)


def _widths(wanted, least, width):
    """Column widths: what each wants, the widest narrowed until the line fits."""
    widths, least = list(wanted), [min(want, max(low, 8)) for want, low in zip(wanted, least)]
    while sum(widths) + 2 * (len(widths) - 1) > width:
        room = [size - low for size, low in zip(widths, least)]
        if max(room) <= 0:
            break
        widths[widths.index(max(size for size, free in zip(widths, room) if free > 0))] -= 1
    return widths

"""Passages of several articles on one matter: how each outlet has it, in its own words."""
import textwrap
from dataclasses import dataclass

import pandas

from analysis.show.display.numbers import as_csv
from analysis.show.display.table import LEFT, framed
from analysis.show.escape import markup, printable
from analysis.show.place import Place, PlaceAmong

_COLUMNS = ["matter", "outlet", "text", "before", "after", "remark", "paragraph", "start", "end"]
_AROUND = 90  # characters shown on either side of what matters


@dataclass(frozen=True)
class Excerpt:
    """A passage of one article. outlet: whose; before, marked, after: its text, what matters in the
    middle; remark: what there is to say of it, "" for nothing; place: its `Place`, or None; start,
    end: offsets of what matters in the article's text."""

    outlet: str
    before: str
    marked: str
    after: str
    remark: str = ""
    place: Place | None = None
    start: int | None = None
    end: int | None = None


def excerpt(text: str, sentence: tuple[int, int], span: tuple[int, int], outlet: str,
            remark: str = "", place: PlaceAmong | None = None) -> Excerpt:
    """The Excerpt of `text` around `span` within `sentence`, both (start, end), shortened."""
    start, end = span
    before, after = text[min(sentence[0], start):start], text[end:max(sentence[1], end)]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return Excerpt(outlet, before, text[start:end], after, remark, place, start, end)


class Versus:
    """Matters on which articles differ: items is a list of (label, [Excerpt, …]); the rest is as
    for `Table`. `.frame` has a row per passage, those that are not shown too."""

    def __init__(self, items: list[tuple[str, list]], title: str, *, empty: str = "There are none.",
                 limit: int = 25):
        self.items, self.title, self.empty = items[:limit], title, empty
        self.frame = pandas.DataFrame(
            [dict(matter=label, outlet=one.outlet, text=one.marked or None,
                  before=one.before or None, after=one.after or None, remark=one.remark or None,
                  paragraph=one.place and one.place.paragraph, start=one.start, end=one.end)
             for label, excerpts in items for one in excerpts], columns=_COLUMNS)
        rest = len(items) - len(self.items)
        self.rest = f"… and {rest:,} more." if rest else ""

    def _repr_html_(self):
        return framed(self, "\n".join(
            f'<tbody><tr><th colspan="3" scope="rowgroup"{LEFT}>{markup(label)}</th></tr>\n' +
            "\n".join(map(self._row, excerpts)) + "</tbody>" for label, excerpts in self.items),
            " versus")

    def _repr_mimebundle_(self, include=None, exclude=None):
        """Both forms, the passages beside them (`analysis.publish.report.saving`)."""
        data = {"text/html": self._repr_html_(), "text/plain": repr(self)}
        return data, {"text/html": as_csv(self.frame, self.title)} if self.items else {}

    @staticmethod
    def _row(one):
        words = (f"{_spaced(one.before)}<strong>{markup(one.marked)}</strong>{_spaced(one.after)}"
                 if one.marked else "")
        remark = f'<span class="remark">{markup(one.remark)}</span>' if one.remark else ""
        return (f'<tr><th scope="row"{LEFT}>{markup(one.outlet)}</th>'
                f'<td{LEFT}>{words}{" " * bool(words and remark)}{remark}</td>'
                f'<td{LEFT}>{one.place.html() if one.place else ""}</td></tr>')

    def __repr__(self):
        if not self.items:
            return f"{self.title}: {self.empty}"
        lines = [self.title]
        for label, excerpts in self.items:
            lines.append(f"* {printable(label)}")
            for one in excerpts:
                words = printable(f"{one.before}[{one.marked}]{one.after}") if one.marked else ""
                place = f"{one.place}: " if one.place else ""
                said = " ".join(filter(None, [words, one.remark and f"({printable(one.remark)})"]))
                lines += textwrap.wrap(
                    f"{printable(one.outlet)}, {place}{said}"
                    if place else f"{printable(one.outlet)}: {said}", 100, initial_indent="    ",
                    subsequent_indent="      ")
        return "\n".join(lines + [self.rest] * bool(self.rest))


def _spaced(text):
    """The text escaped, with a blank kept at an end that has one."""
    after = text[-1:].isspace() and bool(text.strip())
    return " " * text[:1].isspace() + markup(text) + " " * after

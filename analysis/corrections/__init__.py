"""Corrections by hand: a review workbook written, read back, and put into the tables.

The way of a correction: `workbook` writes what the program found; a person edits it; `review` reads
it back; `edits` tells what was changed, applied or refused (`names`: of the voices, `rows`: of
quotations and numbers); `decisions` puts it into quotations, attributions and `voices`, `numbers`
into the numbers; everything else follows from those. `article.corrections` lists every entry with
what became of it.
"""
import warnings
from typing import TYPE_CHECKING

from analysis.article import Article

if TYPE_CHECKING:
    from pandas import DataFrame

    from analysis.corrections.change import Edit
    from analysis.corrections.edits import Edits

_TYPES = {"start": "Int64", "end": "Int64"}
COLUMNS = {  # of `article.corrections`, with what they mean
    "start": "offset in article.text of the row that was corrected; missing: it has no place there",
    "end": "offset after its last character", "text": "the characters between them",
    "table": "the sheet: quotes, speakers, numbers",
    "row": "the row’s id on the sheet, or its line there",
    "action": "changed, added, removed, noted, unreadable",
    "column": "the column of a changed cell", "machine": "what the program had written there",
    "human": "what the person wrote",
    "status": "applied, refused, kept (a note, which changes nothing)",
    "reason": "why it was refused, or what follows from it"}
TYPES = {column: _TYPES.get(column, "str") for column in COLUMNS}


def entered(article: Article) -> "Edits":
    """The `Edits` of an Article with a review; warns, once for each, of what was refused."""
    from analysis.corrections.change import REFUSED
    from analysis.corrections.edits import Edits
    found = Edits(article)
    for edit in found.all:
        if edit.status == REFUSED:
            warnings.warn(f"{article.review.name}: {said(edit)}", stacklevel=2)
    return found


def said(edit: "Edit") -> str:
    """An entry that was not applied, in one line."""
    where = " ".join(filter(None, [edit.table, edit.row, edit.column]))
    what = f" ({edit.human[:60]})" if edit.human else ""
    return f"{where}{what} not applied: {edit.reason}"


def table(article: Article) -> "DataFrame":
    """The corrections table of an Article: a row per entry of its review workbook, in COLUMNS."""
    import pandas
    rows = []
    for edit in article.edits.all if article.review else ():
        placed = edit.start is not None
        rows.append(dict(vars(edit), text=article.text[edit.start:edit.end] if placed else None,
                         machine=_text(edit.machine), human=_text(edit.human)))
    return pandas.DataFrame.from_records(rows, columns=list(COLUMNS)).astype(TYPES)


def _text(value):
    from analysis.corrections.values import shown
    return shown(value)

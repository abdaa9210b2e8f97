"""The tables as one XLSX workbook: the article's facts, the codebook, a sheet per table.

Every cell is data: text is marked as text, and stays text when a reader edits it (Excel's quote
prefix), whatever it begins with. Rows that a person corrected are coloured, and the corrections
have a sheet. The same tables give the same bytes: a workbook's dates and those of the files in it
are the earliest that a ZIP archive can hold.
"""
from collections.abc import Iterable, Mapping

import pandas
from pandas import isna

from analysis.article import Article
from analysis.corrections import codebook
from analysis.corrections.marks import marked
from analysis.publish.export.facts import facts
from analysis.tables.cells import plain
from analysis.tables.schemas import SCHEMAS
from analysis.tables.workbook import cell, packed


def encoded(article: Article) -> bytes:
    """The bytes of the workbook of an Article: `article`, `codebook`, then a sheet per table."""
    return workbook(
        {
            "article": [["fact", "value"], *facts(article).items()], "codebook": [
                codebook.COLUMNS, *(list(entry.values()) for entry in codebook.of(article))
            ], **{name: sheet(getattr(article, name)) for name in SCHEMAS},
            **({"corrections": sheet(article.corrections)} if article.review else {})
        }, {name: marked(article, getattr(article, name))
            for name in SCHEMAS} if article.review else {})


def sheet(table: pandas.DataFrame) -> list:
    """The rows of a table's sheet, its header first."""
    table = plain(table)
    return [list(table.columns), *table.astype(object).to_numpy().tolist()]


def workbook(sheets: Mapping[str, Iterable], by_hand: dict[str, list[bool]] | None = None) -> bytes:
    """The bytes of a workbook of {name of a sheet: its rows}; by_hand: {name: whether each row was
    corrected by hand}, which gives it a colour."""
    from openpyxl.styles import PatternFill

    from analysis.tables.book import Book
    colour = PatternFill("solid", fgColor="FFF2CC")
    book = Book()
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        page.freeze_panes = "A2"
        marks = [False, *(by_hand or {}).get(name, ())]
        for number, row in enumerate(rows):
            cells = [None if isna(value) or value == "" else cell(page, value) for value in row]
            for one in filter(None, cells if marks[number:number + 1] == [True] else ()):
                one.fill = colour
            page.append(cells)
    return packed(book)

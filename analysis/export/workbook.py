"""The tables as one XLSX workbook: what is known about the article, the codebook, and a sheet for each table.

Every cell is data: text is marked as text, and stays text when a reader edits it (Excel's quote prefix), whatever it
begins with. Rows that a person corrected are coloured, and the corrections have a sheet. The same tables give the same bytes: a workbook's dates and those of the files in it are the earliest that
a ZIP archive can hold.
"""
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pandas import isna

from analysis.corrections.marks import marked
from analysis.export import codebook
from analysis.export.cells import plain, runs
from analysis.export.facts import facts
from analysis.schemas import SCHEMAS
from analysis.xml_text import storable

_CELL = 32_767  # the most characters that a cell of a workbook holds
_DATE = (1980, 1, 1, 0, 0, 0)


def encoded(article):
    """The bytes of the workbook of an Article: the sheets `article` and `codebook`, then one for each table."""
    return workbook({"article": [["fact", "value"], *facts(article).items()],
                     "codebook": [codebook.COLUMNS, *(list(entry.values()) for entry in codebook.of(article))],
                     **{name: sheet(getattr(article, name)) for name in SCHEMAS},
                     **({"corrections": sheet(article.corrections)} if article.review else {})},
                    {name: marked(article, getattr(article, name)) for name in SCHEMAS} if article.review else {})


def sheet(table):
    """The rows of a table's sheet, its header first."""
    table = plain(table)
    return [list(table.columns), *table.astype(object).to_numpy().tolist()]


def workbook(sheets, by_hand=None):
    """The bytes of a workbook of {name of a sheet: its rows}; by_hand: {name: whether each row was corrected by hand}, which
    gives it a colour."""
    from openpyxl import Workbook
    from openpyxl.styles import PatternFill
    colour = PatternFill("solid", fgColor="FFF2CC")
    book = Workbook(write_only=True)
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


def packed(book):
    """The bytes of a workbook, without the moment of writing, which openpyxl puts into it and into the archive."""
    from openpyxl.xml.constants import ARC_CORE
    from openpyxl.xml.functions import tostring
    dated, undated = BytesIO(), BytesIO()
    book.save(dated)
    book.properties.created = book.properties.modified = datetime(*_DATE)
    with ZipFile(dated) as old, ZipFile(undated, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = tostring(book.properties.to_tree()) if name == ARC_CORE else old.read(name)
            new.writestr(ZipInfo(name, _DATE), content, ZIP_DEFLATED)
    return undated.getvalue()


def cell(page, value):
    """A cell of a page that holds a value as data, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell
    if not isinstance(value, str):
        return WriteOnlyCell(page, value)
    found = WriteOnlyCell(page, storable(value)[:_CELL])
    found.data_type = "s"
    if runs(value):
        found.quotePrefix = True
    return found

"""How a workbook holds data: inert cells, and the same bytes for the same content."""
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from analysis.text.xml_text import runs, storable

_CELL = 32_767  # the most characters that a cell of a workbook holds
_DATE = (1980, 1, 1, 0, 0, 0)


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

"""How a workbook holds data: inert cells, the same bytes for the same content, a seal."""
import re
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from analysis.text.xml_text import runs, storable

_CELL = 32_767  # the most characters that a cell of a workbook holds
_DATE = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_SEAL = re.compile(rb"<dc:identifier[^>]*>([0-9a-f]{64})<")


def packed(book: Any) -> bytes:
    """The bytes of a workbook with its seal, and without the moment of writing."""
    from openpyxl.xml.functions import tostring
    dated, undated = BytesIO(), BytesIO()
    book.save(dated)
    book.properties.created = book.properties.modified = datetime(*_DATE)
    with ZipFile(dated) as old, ZipFile(undated, "w", ZIP_DEFLATED) as new:
        book.properties.identifier = _seal(old)
        for name in old.namelist():
            content = tostring(book.properties.to_tree()) if name == _CORE else old.read(name)
            new.writestr(ZipInfo(name, _DATE), content, ZIP_DEFLATED)
    return undated.getvalue()


def sealed(data: bytes) -> bool:
    """Whether the bytes of a workbook are as `packed` gave them, no cell changed."""
    try:
        with ZipFile(BytesIO(data)) as book:
            found = _SEAL.search(book.read(_CORE))
            return found is not None and found[1].decode() == _seal(book)
    except (BadZipFile, KeyError, OSError, ValueError):
        return False


def _seal(book):
    """The SHA-256 of the names and contents of an archive, but for the part that holds the seal."""
    digest = sha256()
    for name in sorted(book.namelist()):
        if name != _CORE:
            digest.update(name.encode() + b"\0" + book.read(name))
    return digest.hexdigest()


def cell(page: Any, value: str | float | None) -> Any:
    """A cell of a page that holds a value as data, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell
    if not isinstance(value, str):
        return WriteOnlyCell(page, value)
    found = WriteOnlyCell(page, storable(value)[:_CELL])
    found.data_type = "s"
    if runs(value):
        found.quotePrefix = True
    return found

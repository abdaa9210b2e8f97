"""A workbook to be written row by row of which nothing lies on the disk before it is whole:
openpyxl itself writes each sheet into the system's temporary folder, where a killed process leaves
it."""
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


class Book(Workbook):
    """openpyxl's workbook whose sheets are written in memory."""

    def __init__(self) -> None:
        super().__init__(write_only=True)

    def create_sheet(self, title: str) -> WriteOnlyWorksheet:
        """A new sheet, the last of the book."""
        page = _Sheet(self, title)
        self._add_sheet(page)
        return page

    def save(self, file: BytesIO) -> None:
        """Write the book into a file in memory; it takes no more rows then."""
        ExcelWriter(self, _Archive(file, "w", ZIP_DEFLATED)).save()


class _Sheet(WriteOnlyWorksheet):
    def _get_writer(self):
        if self._writer is None:
            self._writer = _Writer(self, BytesIO())
            self._writer.write_top()


class _Writer(WorksheetWriter):
    def cleanup(self):
        self.out.close()


class _Archive(ZipFile):
    def write(self, sheet, name):
        """Put a sheet in: where openpyxl names a file, it has one in memory."""
        self.writestr(name, sheet.getvalue())

"""All tables of an article as files: CSV or Parquet in a folder, or one XLSX workbook.

Every cell is data. Lists (an attribution's content, a sentence's drivers) are written as JSON; missing values are
empty cells. In CSV, text that a spreadsheet would run as a formula gets an apostrophe before it; in XLSX it is
marked as text and unchanged; Parquet holds the tables as they are.
"""
import json
import re
from io import BytesIO
from pathlib import Path

from pandas import StringDtype, isna

from analysis.errors import ArticleError
from analysis.report.files import checked_target, replace_bytes
from analysis.schemas import SCHEMAS

_FACTS = ["title", "byline", "outlet", "published", "language", "source", "sha256", "text_sha256"]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # no XML file can hold these
_CELL = 32_767  # the most characters that a cell of a workbook holds


def export(article, target, format="csv"):
    """Write the tables of an Article; returns the paths written.

    target: a file that ends in .xlsx, or a folder (made where it is missing; files of the same names are replaced,
    others left alone). format: "csv" or "parquet", of the files in a folder. A folder also gets article.txt, the
    text that the offsets count in, and article.json, what is known about it. Raises ArticleError where the target
    cannot be written to.
    """
    target = Path(target)
    if target.suffix.lower() == ".xlsx":
        replace_bytes(checked_target(target), _workbook(_sheets(article)))
        return [target]
    if target.exists() and not target.is_dir():
        raise ArticleError(f"{target} is a file; name a folder, or a file that ends in .xlsx")
    files = {f"{name}.{format}": {"csv": _csv, "parquet": _parquet}[format](_plain(getattr(article, name)))
             for name in SCHEMAS}
    files["article.txt"] = article.text.encode("utf8", "backslashreplace")
    files["article.json"] = json.dumps(facts(article), ensure_ascii=False, indent=1).encode("utf8", "backslashreplace")
    target.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        replace_bytes(target / name, data)
    return [target / name for name in files]


def worklist(article, target):
    """Write `analysis.measures.numbers.worklist` of an Article to a file that ends in .xlsx or .csv; returns its path.

    Raises ArticleError for another ending, or where the file cannot be written.
    """
    from analysis.measures.numbers import worklist as rows
    target = Path(target)
    if target.suffix.lower() not in (".xlsx", ".csv"):
        raise ArticleError(f"{target}: name a file that ends in .xlsx or .csv")
    table = rows(article)
    data = _csv(_plain(table)) if target.suffix.lower() == ".csv" else _workbook({"worklist": _sheet(table)})
    replace_bytes(checked_target(target), data)
    return target


def facts(article):
    """{name: value} of what is known about an Article besides its text; None where it is not known."""
    return {name: getattr(article, name) for name in _FACTS}


def _plain(table):
    lists = [column for column in table if table[column].dtype == object]
    return table.assign(**{column: table[column].map(lambda value: json.dumps(value, ensure_ascii=False), "ignore")
                           for column in lists})


def _csv(table):
    return _each_text(table, lambda text: "'" + text if text.startswith(_FORMULA) else text).to_csv(
        index=False, lineterminator="\n").encode("utf8", "backslashreplace")


def _parquet(table):
    buffer = BytesIO()
    table.to_parquet(buffer, index=False)
    return buffer.getvalue()


def _sheets(article):
    sheets = {"article": [["fact", "value"], *map(list, facts(article).items())]}
    return sheets | {name: _sheet(getattr(article, name)) for name in SCHEMAS}


def _sheet(table):
    table = _plain(table)
    return [list(table.columns), *table.astype(object).to_numpy().tolist()]


def _workbook(sheets):
    from openpyxl import Workbook
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([None if isna(value) else _cell(sheet, value) for value in row])
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _cell(sheet, value):
    """A workbook's cell; text stays text whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, _CONTROL.sub("\N{REPLACEMENT CHARACTER}", value)[:_CELL])
    cell.data_type = "s"
    return cell


def _each_text(table, change):
    return table.assign(**{column: table[column].map(change, "ignore") for column in table
                           if isinstance(table[column].dtype, StringDtype) or table[column].dtype == object})

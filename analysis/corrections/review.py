"""A review workbook as it came back: its rows, and what the program had written there.

The sheets may have been sorted, filtered, their columns moved, rows added and deleted, the file
saved by another program. The hidden sheet `machine` remembers every row as it was written, and
which text it was written for.
"""
import json
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO
from math import isfinite
from pathlib import Path
from typing import Any

from analysis.corrections.columns import ASIDE, ASIDE_COLUMNS, OWN, SHEETS, written
from analysis.errors import ArticleError
from analysis.system.limited import call
from analysis.system.packed import checked

ENDING = ".review.xlsx"
MACHINE, INSTRUCTIONS, APART = "machine", "instructions", "not applied"
_ROWS, _COLUMNS = 30_000, 200
# of a sheet; a row that says it stands beyond is none, and the rows between are not to be made
_LAST_ROW = 1_048_576
_OLD = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Refusal:
    """A cell that holds nothing that can be read; `reason` says why."""

    reason: str
    shown: str

    def __str__(self):
        return self.shown


@dataclass
class Row:
    """A row of a sheet. line: its number there; id: what stands under `id`, or None; cells:
    {column: value}, for all columns that the sheet has: text, a number, None or a `Refusal`."""

    line: int
    id: str | None
    cells: dict


@dataclass
class Review:
    """path: of the file. text_sha256: of the text that it was written for. base: {table: {id: the
    row as it was written, with start, end, before and after}}. rows: {table: [Row]}, without the
    tables whose sheet is missing or cannot be read. back: [(start, words)] of what was set aside as
    the page's and is the article's. problems: [(table, line or None, column or
    None, what stands there, reason)] found while reading."""

    path: Path
    text_sha256: str | None
    base: dict
    rows: dict
    problems: list = field(default_factory=list)
    back: list = field(default_factory=list)

    def own(self, text: str) -> list[tuple[int, int]]:
        """(start, end) in a text of what a person put back into the article."""
        return [place for place in (_found(text, *one) for one in self.back) if place]

    def lost(self, text: str) -> list[str]:
        """The words of what was to be put back, but cannot be found in a text."""
        return [words for start, words in self.back if not _found(text, start, words)]

    @property
    def name(self) -> str:
        """The file's name, without the folders of somebody's machine."""
        return self.path.name


def file_of(source: str | Path | None) -> Path | None:
    """The Path of an article's source; None for a URL, for standard input ("-") and without one."""
    return None if source is None or "://" in str(source) or str(source) == "-" else Path(source)


def beside(source: str | Path | None, ending: str = ENDING) -> Path | None:
    """What lies beside an article's file, `harbour.review.xlsx` or `harbour.txt.review.xlsx`."""
    file = file_of(source)
    return file and next((place for place in (file.with_suffix(ending), Path(f"{file}{ending}"))
                          if place.is_file()), None)


def read(path: Path | str, **limits: float) -> Review:
    """The `Review` in a file, read in the worker of `analysis.system.limited` with its limits.

    Raises ArticleError, in one line, for a file that is no review workbook.
    """
    path = Path(path)
    try:
        data = path.read_bytes() if path.is_file() else None
    except OSError as problem:
        raise ArticleError(f"{path}: {problem.strerror or problem}; give the workbook that the "
                           "command review wrote") from None
    if data is None:
        raise ArticleError(f"{path}: there is no such file; give the workbook that the command "
                           "review wrote")
    review = call(str(path), "analysis.corrections.review:parsed", path, data, **limits)
    review.path = path.absolute()       # the worker may stand in another folder
    return review


def parsed(path: Path, data: bytes) -> Review:
    """The `Review` in the bytes of a workbook, which stand in the file at `path`."""
    pages = _pages(path, data)
    if MACHINE not in pages:
        raise ArticleError(f"{path} has no sheet “{MACHINE}”, so what was corrected in it cannot "
                           "be told from what the program wrote: "
                           "correct a workbook that the command review wrote")
    try:
        (_, known), *lines = pages[MACHINE]
        about = json.loads(known[0])
        base = {table: {} for table in SHEETS}
        for _, (table, id, row, *_) in lines:
            base[table][str(id)] = _remembered(table, json.loads(row))
        review = Review(path, about["text_sha256"], base, {})
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        raise ArticleError(f"{path}: its sheet “{MACHINE}” was changed and cannot be read; take "
                           "the workbook as the command review wrote it, "
                           "and enter the corrections on its other sheets") from None
    for table in SHEETS:
        if table in pages:
            _table(review, table, pages[table])
        else:
            review.problems.append((table, None, None, None,
                                    "the sheet is missing, so nothing of this table was corrected"))
    _put_back(review, pages.get(ASIDE, []))
    for name, lines in pages.items():
        if name not in (*SHEETS, MACHINE, INSTRUCTIONS, ASIDE,
                        APART) and any(any(map(entered, cells)) for _, cells in lines):
            review.problems.append((name, None, None, None,
                                    "no table has this name, so the sheet was not read"))
    return review


def _remembered(table, row):
    """A row as it was written; ValueError where it cannot be one."""
    places = type(row["start"]) is type(row["end"]) is int and 0 <= row["start"] < row["end"]
    needed = all(isinstance(row.get(column.name, ""), str) for column in SHEETS[table]
                 if column.needed)
    words = all(isinstance(row[name], str | None) for name in ("text", "before", "after"))
    plain = all(value is None or isinstance(value, str) or isinstance(value, (int, float))
                and isfinite(value)
                for value in row.values())
    if not (places and needed and words and plain and row["text"]):
        raise ValueError
    return row


def entered(value: Any) -> bool:
    """Whether anything stands in a cell."""
    return value is not None and str(value).strip() != ""


def _pages(path, data):
    """{name of a sheet, lower case: [(line, cells)]} of a workbook, without blank lines."""
    if data.startswith(_OLD):
        raise ArticleError(f"{path} is protected by a password or an old .xls file: save it as "
                           ".xlsx without a password")
    try:
        names = checked(data, str(path))
        if "mimetype" in names:
            raise ArticleError(f"{path} is an OpenDocument file: save it as .xlsx")
        from openpyxl import load_workbook
        book = load_workbook(BytesIO(data), read_only=True)
        return {page.title.strip().casefold(): _lines(path, page) for page in book.worksheets}
    except (ArticleError, MemoryError):
        raise
    except Exception as problem:  # openpyxl raises whatever a broken file makes it stumble over
        raise ArticleError(f"{path} is no workbook that can be read (.xlsx): "
                           f"{' '.join(str(problem).split())[:80] or type(problem).__name__}"
                           ) from None


def _lines(path, page):
    if (page.max_column or 0) > _COLUMNS:
        raise ArticleError(f"{path}: its sheet “{page.title}” has something beyond column "
                           f"{_COLUMNS}; delete what does not belong there")
    found = []
    for line in page.iter_rows(max_row=_LAST_ROW):
        if all(cell.value is None for cell in line):
            continue
        if len(found) >= _ROWS:
            raise ArticleError(f"{path}: its sheet “{page.title}” has more than {_ROWS:,} rows; no "
                               "review of an article has so many")
        cells = [_value(cell) for cell in line]
        if any(map(entered, cells)):
            found.append((next(cell.row for cell in line if getattr(cell, "row", None)), cells))
    return found


def _value(cell):
    """What stands in a cell: text, a number, None, or a `Refusal` of a formula or an error."""
    value, kind = cell.value, getattr(cell, "data_type", "n")
    if kind == "f":
        return Refusal("the cell holds a formula; enter its value", str(value))
    if kind == "e":
        return Refusal("the cell holds an error", str(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("T%H:%M")
    if isinstance(value, bool):
        return str(value).upper()
    return value if value is None or isinstance(value, (int, float, str)) else str(value)


def _table(review, table, lines):
    """Enter the rows of a sheet into the review, or why it cannot be read."""
    names = [column.name for column in SHEETS[table]]
    head = next((number for number, (_, cells) in enumerate(lines[:10])
                 if {"id", "text"} <= {_heading(cell) for cell in cells}), None)
    if head is None:
        review.problems.append((table, None, None, None,
                                "the line with the names of the columns (id, text, …) is missing, "
                                "so the sheet was not read"))
        return
    headings = [_heading(cell) for cell in lines[head][1]]
    twice = sorted({name for name in names if headings.count(name) > 1})
    if twice:
        review.problems.append((table, None, twice[0], None,
                                "two columns have this name, so the sheet was not read"))
        return
    review.problems += [(table, None, name, None,
                         "the column is missing, so nothing in it was corrected") for name in names
                        if name not in headings]
    review.rows[table] = []
    for line, cells in lines[head + 1:]:
        row = {name: cell if isinstance(cell, Refusal) else written(cell)
               for name, cell in zip(headings, cells) if name in names}
        for name, cell in zip(headings, cells):
            if name not in names and entered(cell):
                review.problems.append((table, line, name or None, str(cell),
                                        "no column of this table has this name"))
        id = row.pop("id", None)
        if id is not None or any(value is not None for value in row.values()):
            review.rows[table].append(Row(line, None if id is None else _id(id), row))


def _found(text, start, words):
    """(start, end) of words in a text: where they stood, else where they stand once; else None."""
    if not text.startswith(words, start):
        start = text.find(words) if text.count(words) == 1 else -1
    return (start, start + len(words)) if start >= 0 else None


def _put_back(review, lines):
    """Enter what was set aside and is the article's by the reader's word."""
    if not lines:
        return
    headings = [_heading(cell) for cell in lines[0][1]]
    for line, cells in lines[1:]:
        row = dict(zip(headings, cells))
        start, _, words, own = (row.get(column.name) for column in ASIDE_COLUMNS)
        if not entered(own):
            continue
        if str(own).strip().casefold() != OWN:
            review.problems.append((ASIDE, line, ASIDE_COLUMNS[-1].name, str(own),
                                    f"only “{OWN}” can stand here"))
        elif not isinstance(start, (int, float)) or not isinstance(words, str):
            review.problems.append((ASIDE, line, None, str(words),
                                    "without its start and words it cannot be found"))
        else:
            review.back.append((int(start), words))


def _heading(cell):
    return cell.strip().casefold() if isinstance(cell, str) else None


def _id(value):
    return (f"{value:g}" if isinstance(value, float) else str(value)).strip().upper()

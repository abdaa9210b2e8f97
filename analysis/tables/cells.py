"""The tables as CSV and Parquet, and what all formats do to a table's cells.

Lists (an attribution's content, a sentence's drivers) become JSON; missing values stay empty cells.
In CSV, text that a spreadsheet would run as a formula gets an apostrophe before it, headers too
(the list of first characters is OWASP's, "CSV Injection"), and so does text after a separator of
another country's spreadsheet, which cuts a cell there (;, |, tabs, line ends); Parquet holds the
tables as they are.
"""
import json
import re
from io import BytesIO

from pandas import DataFrame, StringDtype

from analysis.tables.schemas import Rows
from analysis.text.xml_text import runs

_AFTER_SEPARATOR = re.compile("(?<=[;|\\t\\r\\n])(?=\"{0,9}[=+@＝＋－＠-])")


def plain(table: DataFrame | Rows) -> DataFrame | Rows:
    """The table with its lists written as JSON."""
    lists = [column for column in table if table[column].dtype == object]
    return table.assign(
        **{
            column: table[column].map(lambda value: json.dumps(value, ensure_ascii=False), "ignore")
            for column in lists})


def csv(table: DataFrame | Rows) -> bytes:
    """The bytes of a CSV file of the table (UTF-8, RFC 4180, or a lone CR stays unquoted)."""
    table = plain(table)
    texts = [column for column in table
             if isinstance(table[column].dtype, StringDtype) or table[column].dtype == object]
    table = table.assign(**{column: table[column].map(_inert, "ignore")
                            for column in texts}).rename(columns=_inert)
    return table.to_csv(index=False, lineterminator="\r\n").encode("utf8", "backslashreplace")


def parquet(table: DataFrame) -> bytes:
    """The bytes of a Parquet file of the table."""
    buffer = BytesIO()
    plain(table).to_parquet(buffer, index=False)
    return buffer.getvalue()


def records(table: DataFrame | Rows) -> list[dict[str, int | str | None]]:
    """The rows as dicts that JSON can hold: None for what is missing, lists as lists."""
    cells = table.astype(object)
    return cells.where(cells.notna(), None).to_dict("records")


def _inert(text):
    """The text with an apostrophe wherever a spreadsheet could see a formula begin.

    >>> _inert("=1+1"), _inert("a;=1+1"), _inert("a; b = c")
    ("'=1+1", "a;'=1+1", 'a; b = c')
    """
    return _AFTER_SEPARATOR.sub("'", "'" + text if runs(text) else text)

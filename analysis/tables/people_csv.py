"""A CSV file as people's spreadsheets save it, whatever its separator and encoding."""
import codecs
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandas import DataFrame

_SEPARATORS = ",;\t"


def frame(data: bytes) -> "DataFrame":
    """The cells of a CSV file as a DataFrame of text, missing where they are empty.

    The separator is that of the first line's which it has most of. ValueError for what is no CSV.

    >>> frame("speaker;camp\\nAna Brell;t\u00f6wn\\n".encode("cp1252")).to_dict("records")
    [{'speaker': 'Ana Brell', 'camp': 't\u00f6wn'}]
    """
    import pandas
    text = _decoded(data)
    table = pandas.read_csv(StringIO(text), dtype=str, sep=separator(text.partition("\n")[0]))
    return table.rename(columns=lambda column: str(column).strip())


def separator(head: str) -> str:
    """What parts the cells of a CSV file whose first line is `head`.

    >>> separator("text;outlet;a, b")
    ';'
    """
    return max(_SEPARATORS, key=head.count)


def _decoded(data):
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")

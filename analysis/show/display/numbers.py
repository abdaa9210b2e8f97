"""The numbers behind what is shown, for those who want to go on with them: as CSV."""
import re

from pandas import DataFrame

from analysis.tables.cells import csv

_LONG = 60


def as_csv(frame: DataFrame, title: str) -> dict:
    """{csv, name}: the frame as the text of a CSV file, and a name for the file.

    >>> import pandas
    >>> as_csv(pandas.DataFrame({"voice": ["=Ana"], "words": [3]}), "Voices (n = 1)")
    {'csv': "voice,words\\r\\n'=Ana,3\\r\\n", 'name': 'voices.csv'}
    """
    cells = {column: frame[column].map(_plain, "ignore")
             for column in frame if frame[column].dtype == object}
    name = re.sub(r"\W+", "-", re.split("[(:.]", title)[0].lower()).strip("-")[:_LONG]
    return {"csv": csv(frame.assign(**cells)).decode("utf8"), "name": f"{name or 'table'}.csv"}


def _plain(value):
    """A cell that JSON can hold; what is a set has an order, or two runs would differ."""
    if isinstance(value, (set, frozenset)):
        return sorted(map(str, value))
    return value if isinstance(value, (str, int, float, list)) else str(value)

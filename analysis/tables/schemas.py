"""The columns of every table and their types: a row is one thing found in the article.

Each table begins with `start`, `end` (character offsets of `article.text`, end exclusive) and
`text`, the characters between them. Missing values are NaN or None, never "" or 0. Each table has
an Arrow schema too (`arrow`), so that one without rows and a full one write the same Parquet.
"""
from collections import namedtuple
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

import numpy
import pandas
import pyarrow

_INT, _ID, _FLOAT, _TEXT, _BOOL, _LIST = "int64", "Int64", "float64", "str", "bool", "object"
_PLACE = {"start": _INT, "end": _INT, "text": _TEXT}

SCHEMAS = {
    "paragraphs": {"paragraph": _INT, "kind": _TEXT, "section": _INT},
    "sentences": {"sentence": _INT, "paragraph": _INT, "section": _INT, "voice": _TEXT,
                  "words": _INT},
    "quotes": {"quote": _INT, "kind": _TEXT, "attribution": _ID, "speaker": _TEXT, "source": _TEXT,
               "cue": _TEXT, "confidence": _FLOAT, "speaker_confidence": _FLOAT, "why": _TEXT,
               "words": _INT, "sentence": _INT, "paragraph": _INT, "section": _INT},
    "attributions": {"attribution": _INT, "kind": _TEXT, "scope": _TEXT, "content": _LIST,
                     "source": _TEXT, "source_start": _ID, "source_end": _ID, "cue": _TEXT,
                     "cue_start": _ID, "cue_end": _ID, "cue_class": _TEXT, "speaker": _TEXT,
                     "why": _TEXT, "confidence": _FLOAT, "speaker_confidence": _FLOAT,
                     "within": _ID},
    "speakers": {"speaker": _TEXT, "form": _TEXT, "role": _TEXT, "role_class": _TEXT,
                 "affiliation": _TEXT, "anonymity": _TEXT, "grounds": _TEXT, "grounds_start": _ID,
                 "grounds_end": _ID, "mentions": _INT, "quotes": _INT, "quoted_words": _INT,
                 "reported_words": _INT, "share": _FLOAT, "refusals": _INT, "last_start": _ID},
    "mentions": {"mention": _INT, "actor": _TEXT, "sentence": _INT, "role": _TEXT},
    "numbers": {"number": _INT, "kind": _TEXT, "value_low": _FLOAT, "value_high": _FLOAT,
                "low_open": _BOOL, "high_open": _BOOL, "modifier": _TEXT, "modifier_text": _TEXT,
                "unit": _TEXT, "counted": _TEXT, "per": _TEXT, "change": _TEXT, "iso": _TEXT,
                "linked": _ID, "negated": _BOOL, "conditional": _BOOL, "future": _BOOL,
                "speaker": _TEXT, "second_hand": _BOOL, "attribution": _ID, "sentence": _INT,
                "question": _TEXT, "tier": _INT},
    "checks": {"check": _INT, "kind": _TEXT, "number_a": _INT, "number_b": _ID,
               "explanation": _TEXT, "confidence": _FLOAT},
    "tone": {"sentence": _INT, "compound": _FLOAT, "score": _FLOAT, "se": _FLOAT, "topic": _FLOAT,
             "evaluative": _FLOAT, "evidence": _INT, "hedges": _INT, "boosters": _INT,
             "modals": _INT, "loaded": _INT, "subjective": _BOOL, "drivers": _LIST},
    "stances": {"mention": _INT, "actor": _TEXT, "sentence": _INT, "voice": _TEXT, "stance": _ID,
                "probability": _FLOAT, "abstained": _BOOL},
    "decisions": {"decision": _INT, "about": _TEXT, "row": _INT, "rule": _TEXT, "chosen": _TEXT,
                  "probability": _FLOAT, "runner_up": _TEXT, "runner_up_probability": _FLOAT},
    "findings": {"finding": _TEXT, "subject": _TEXT, "value": _FLOAT, "low": _FLOAT, "high": _FLOAT,
                 "unit": _TEXT, "statement": _TEXT, "probability": _FLOAT, "stated": _TEXT,
                 "evidence": _LIST},
    "readability": {"section": _ID, "voice": _TEXT, "sentences": _INT,
                    **{index + bound: _FLOAT
                       for index in ("flesch_reading_ease", "flesch_kincaid_grade", "gunning_fog",
                                     "smog_index", "coleman_liau_index",
                                     "automated_readability_index", "dale_chall")
                       for bound in ("", "_low", "_high")}}}
SCHEMAS = {name: {**_PLACE, **columns} for name, columns in SCHEMAS.items()}

# What the lists in a cell hold, by the column: the parts of each item and their types.
NESTED = {"content": {"start": _INT, "end": _INT}, "evidence": {"start": _INT, "end": _INT},
          "drivers": {"word": _TEXT, "adds": _FLOAT, "start": _INT, "end": _INT}}
_ARROW = {_INT: pyarrow.int64(), _ID: pyarrow.int64(), _FLOAT: pyarrow.float64(),
          _TEXT: pyarrow.large_string(), _BOOL: pyarrow.bool_()}
_FIRST, _LONGEST = ("text", "speaker",
                    "actor"), 400    # columns displayed first; characters of a displayed cell
_STRINGS = pandas.Series(dtype=_TEXT).array


@lru_cache(maxsize=1000)
def _row(name, fields):
    return namedtuple(name, fields, rename=True)


class Rows(pandas.DataFrame):
    """A table of an article, displayed with text and speaker first, offsets last, text wrapped."""

    @property
    def _constructor(self):
        return Rows

    def lists(self, *names: str) -> Iterator[list]:
        """The cells of each named column as a list, a missing one NaN or NA, by way of no Series.

        >>> list(frame("checks").lists("start", "kind"))
        [[], []]
        """
        for name in names:
            yield _cells(self._get_column_array(self.columns.get_loc(name)))

    def itertuples(self, index: bool = True, name: str | None = "Pandas") -> Any:
        """As pandas does, in a quarter of the time: the rules go through many small tables, and
        pandas makes a class for each and asks Arrow for each cell."""
        columns = [_cells(column) for column in self._iter_column_arrays()]
        fields = tuple(self.columns)
        if index:
            columns, fields = [self.index.tolist(), *columns], ("Index", *fields)
        return zip(*columns) if name is None else map(_row(name, fields)._make, zip(*columns))

    def in_order(self) -> pandas.DataFrame:
        """The same columns in the order in which they are displayed."""
        columns = list(dict.fromkeys(self.columns))
        last = [name for name in columns
                if str(name).removeprefix("last_").rpartition("_")[2] in ("start", "end")]
        first = [name for name in _FIRST if name in columns]
        return pandas.DataFrame(self)[[*first, *(name for name in columns
                                                 if name not in {*first, *last}), *last]]

    def __repr__(self):
        return repr(self.in_order())

    def _repr_html_(self):
        with pandas.option_context("display.max_colwidth", _LONGEST):
            html = self.in_order()._repr_html_() or ""
        html = html.replace("<div>", '<div class="tex2jax_ignore mathjax_ignore">', 1)
        return html.replace(
            "<td>", '<td style="text-align:left;white-space:normal;vertical-align:top">')


def _cells(column):
    """The cells of an array as a list, a missing one NaN or NA. Of strings Arrow makes it: pandas
    takes twenty times as long for a few."""
    if not isinstance(column, type(_STRINGS)):
        return numpy.asarray(column, object).tolist()
    strings = pyarrow.array(column)
    cells = strings.to_numpy(zero_copy_only=False).tolist()
    return [numpy.nan if cell is None else cell for cell in cells] if strings.null_count else cells


def frame(name: str, rows: Iterable | list[dict[str, str | float | None]] = ()) -> Rows:
    """A table of the schema `name`, from dicts with its columns; no rows give an empty typed frame.

    >>> frame("checks").dtypes["explanation"]
    <StringDtype(na_value=nan)>
    """
    rows = list(rows)
    arrays = [_typed([row[column] for row in rows], kind) for column, kind in SCHEMAS[name].items()]
    # The public constructor would type every column again, and take five times as long.
    return Rows._from_arrays(arrays, columns=_names(name).view(),
                             index=pandas.RangeIndex(len(rows)), verify_integrity=False)


@cache
def _names(name):
    return pandas.Index(list(SCHEMAS[name]))


@cache
def arrow_schema(name: str) -> pyarrow.Schema:
    """The Arrow schema of a table: one per name, whether rows are there or not.

    >>> arrow_schema("attributions").field("content").type
    ListType(list<item: struct<start: int64, end: int64>>)
    """
    return pyarrow.schema([(column, _arrow_type(column, kind))
                           for column, kind in SCHEMAS[name].items()])


def arrow(name: str, table: pandas.DataFrame,
          lists: Iterable[pyarrow.Array] | None = None) -> pyarrow.Table:
    """A table of an article in its Arrow schema, without columns that this does not name; lists:
    the `nested` ones, where they are made already."""
    lists = iter(nested(name, table) if lists is None else lists)
    columns = [next(lists) if kind == _LIST
               else pyarrow.array(table[column], _ARROW[kind], from_pandas=True)
               for column, kind in SCHEMAS[name].items()]
    return pyarrow.table(columns, schema=arrow_schema(name))


def nested(name: str, table: pandas.DataFrame) -> list[pyarrow.Array]:
    """The columns of a table that hold lists, as in `arrow`; raises pyarrow.ArrowInvalid (a
    ValueError) or a TypeError where an item is not what NESTED says."""
    return [_lists(column, table[column])
            for column, kind in SCHEMAS[name].items() if kind == _LIST]


def _arrow_type(column, kind):
    if kind != _LIST:
        return _ARROW[kind]
    return pyarrow.list_(pyarrow.struct([(part, _ARROW[one])
                                         for part, one in NESTED[column].items()]))


def _lists(column, cells):
    parts = list(NESTED[column])
    cells = [[dict(zip(parts, item)) for item in cell] for cell in cells]
    return pyarrow.array(cells, _arrow_type(column, _LIST), from_pandas=True)


def _typed(values, kind):
    """The values of a column as an array of its type, typed at once."""
    if kind == _TEXT:
        strings = [value if isinstance(value, str) else None for value in values]
        return type(_STRINGS)(pyarrow.array(strings, pyarrow.large_string()), dtype=_STRINGS.dtype)
    if kind == _ID:
        missing = numpy.array([value is None or value is pandas.NA or value != value
                               for value in values], bool)
        known = [0 if gone else value for value, gone in zip(values, missing)]
        return pandas.arrays.IntegerArray(numpy.array(known, _INT), missing)
    if kind == _LIST:
        column = numpy.empty(len(values), object)
        column[:] = values
        return column
    # no -0.0
    return numpy.array(values, kind) + 0.0 if kind == _FLOAT else numpy.array(values, kind)

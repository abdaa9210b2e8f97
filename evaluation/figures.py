"""What a figure on accuracy is, and the table of them (`data/accuracy.csv`)."""
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path

import pandas

from analysis import __version__
from analysis.models.intervals import wilson
from analysis.project import ACCURACY

PEERS = Path(__file__).parent / "peers.csv"
_KEY = ["extraction", "measure", "texts"]
_HEAD = """\
# How right each extraction is; written by `python -m evaluation`, never by hand. \
value, low, high, human and peer are
# percentages (correlations times 100, differences in points); \
low and high are a 95 % interval where cases are counted.
# seen: "development" for texts on which the rules were made, \
"unseen" for texts that nobody had looked at.
# human: a second annotator; peer: the best other program, \
measured on the same corpus (evaluation/peers.csv).
"""


@dataclass(frozen=True)
class Figure:
    """One figure: of which table (extraction), what is measured, its value with a 95 % interval or
    None, on how many cases (n) of which texts, and whether those were seen in development."""

    extraction: str
    measure: str
    value: float
    n: int
    texts: str
    seen: str = "development"
    low: float | None = None
    high: float | None = None
    version: str = __version__
    date: str = date.today().isoformat()


def share(extraction: str, measure: str, hits: int, n: int, texts: str,
          seen="development") -> Figure:
    """The figure of `hits` in `n` cases, in per cent, with Wilson's interval.

    >>> share("quotes", "right", 45, 50, "invented texts").value
    90.0
    """
    low, high = wilson(hits, n)
    return Figure(extraction, measure, 100 * hits / n if n else float("nan"), n, texts, seen,
                  100 * low, 100 * high)


def f1(extraction: str, measure: str, hits: int, found: int, gold: int, texts: str,
       seen="development") -> Figure:
    """The F1 of `hits` among what was `found` and what the `gold` has, in per cent.

    >>> f1("quotes", "found", 8, 10, 10, "invented texts").value
    80.0
    """
    return Figure(extraction, measure,
                  200 * hits / (found + gold) if found + gold else float("nan"), gold, texts, seen)


def merged(new: list[Figure], before: pandas.DataFrame | None = None) -> pandas.DataFrame:
    """The table of the new figures and of older ones not measured again, peers beside them."""
    columns = [field.name for field in fields(Figure)]
    table = pandas.DataFrame([asdict(figure) for figure in new], columns=columns)
    if before is not None:
        table = pandas.concat([table, before[columns]]).drop_duplicates(_KEY, ignore_index=True)
    peers = pandas.read_csv(PEERS, comment="#")
    return table.merge(peers, "left", _KEY)


def save(table: pandas.DataFrame, path: Path = ACCURACY) -> None:
    """Write the table with its explanation above it."""
    path.write_text(_HEAD + table.to_csv(index=False, float_format="%.1f", lineterminator="\n"),
                    "utf8")

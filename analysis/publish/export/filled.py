"""Files that a person fills in: numbers to check, voices, the review; nothing is lost."""
import warnings
from io import BytesIO
from pathlib import Path

import pandas

from analysis.article import Article
from analysis.errors import ArticleError
from analysis.publish.export import workbook
from analysis.publish.files import checked_target, replace_bytes
from analysis.tables import cells, people_csv
from analysis.text.phrases import count

_PLACE = ["start", "end"]
_MARK = b"\xef\xbb\xbf"    # by which Excel knows UTF-8


def worklist(article: Article, target: str | Path) -> Path:
    """Write the worklist of an Article to a file that ends in .xlsx or .csv; returns its path.

    A list that is there already keeps its rows and columns as they are; numbers that it does not
    have yet are added below, and a warning says so. Raises ArticleError for another ending, for a
    file that is no such list, and where it cannot be written.
    """
    from analysis.measures.quantities import worklist as rows
    target = checked_target(target, (".xlsx", ".csv"))
    table = rows(article)
    if (old := _filled(target)) is not None:
        table = _added(old, table, target)
    replace_bytes(target, _MARK + cells.csv(table) if target.suffix.lower() == ".csv" else
                  workbook.workbook({"worklist": workbook.sheet(table)}))
    return target


def _filled(target):
    """The list at `target`, or None where there is none."""
    data = target.read_bytes() if target.exists() else b""
    if not data.strip():
        return None
    try:
        old = people_csv.frame(data) if target.suffix.lower() == ".csv" else pandas.read_excel(
            BytesIO(data))
    except Exception as problem:
        # whatever the readers of CSV and of workbooks make of another file
        raise ArticleError(
            f"{target} is there already and cannot be read as a list of numbers, so it was left as "
            f"it is ({' '.join(str(problem).split())[:80]}); name another file") from problem
    if not {*_PLACE, "verdict", "source"} <= {*old.columns}:
        raise ArticleError(
            f"{target} is there already and is no list of numbers to check, so it was left as it "
            "is; name another file")
    return old


def _added(old, table, target):
    """The rows of the list that is there, and below them those of the table that it lacks."""
    new = cells.plain(table[[place not in _places(old) for place in _places(table)]])
    warnings.warn(
        f"{target.name} was there already: {count(len(old), 'row')} kept as they are, {len(new)} "
        "added below", stacklevel=3)
    both = pandas.concat([old, new.astype(object)], ignore_index=True)
    mixed = [column for column in both if both[column].dtype == object]
    return both.astype(dict.fromkeys(mixed, "str"))


def _places(table):
    return list(zip(*(pandas.to_numeric(table[column], "coerce") for column in _PLACE)))


def voices(article: Article, target: str | Path, force: bool = False) -> Path:
    """Write the `own_facts.template` of an Article to a CSV file; returns its path.

    force: write a file that exists already anew, with what was entered there. Raises ArticleError
    for a name without .csv at its end, without `force` for a file that exists already, where
    something in it could not be carried over, and where the file cannot be written.
    """
    from analysis.corrections.own_facts import lost, template
    target = checked_target(target, (".csv",))
    if target.exists() and not force:
        raise ArticleError(
            f"{target} exists already; --force writes it anew and keeps what was entered there")
    there = target if target.exists() and target.stat().st_size else None
    table = template(article, there)
    if there and (entry := lost(there, table)):
        raise ArticleError(
            f"{target} was left as it is, since {entry} could not be carried over; name another "
            "file"
        )
    replace_bytes(target, _MARK + cells.csv(table))
    return target


def review(article: Article, target: str | Path) -> Path:
    """Write the review workbook of an Article, to correct by hand
    (`analysis.corrections.workbook`); returns its path.

    Raises ArticleError for a name without .xlsx at its end, for a file that exists already (what
    somebody entered would be lost), and where the file cannot be written.
    """
    from analysis.corrections.workbook import encoded
    target = checked_target(target, (".xlsx",))
    if target.exists():
        raise ArticleError(
            f"{target} exists already and may hold corrections, so it was left as it is; name "
            "another file, into which the corrections in force are carried over")
    replace_bytes(target, encoded(article))
    return target

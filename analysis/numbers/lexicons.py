"""The word lists of this package, read from `analysis/lexicons/*.tsv`."""
import csv
from functools import cache
from importlib.resources import files


@cache
def rows(name):
    """The rows of a list as dicts; lines that begin with `#` explain the list, the first other line names its columns."""
    lines = (files("analysis") / "lexicons" / name).read_text(encoding="utf8").splitlines()
    return list(csv.DictReader((line for line in lines if line and line[0] != "#"), delimiter="\t",
                               quoting=csv.QUOTE_NONE))


def forms(cell):
    """The forms in a cell, which separates them with `|`."""
    return [form for form in (cell or "").split("|") if form]

"""The word lists, and the one loader of them.

Every list is a file beside this module that anybody can read and extend; what begins with `#`
explains it. `.txt` has a word or phrase a line, `.tsv` named columns, `.toml` named sets of words
that rules ask for by "file.set".
"""
import csv
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import groupby


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a list that are neither blank nor comments, in their order.

    >>> "account" in lines("documents.txt")
    True
    """
    text = files("analysis").joinpath("lexicons", name).read_text(encoding="utf8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list "file.txt", or of the set "file.set" in a file of sets.

    >>> "perhaps" in words("hedges.txt")
    True
    """
    if name.endswith(".txt"):
        return frozenset(lines(name))
    file, _, key = name.partition(".")
    found = _sets(file)[key]
    return frozenset(found.split() if isinstance(found, str) else found)


@cache
def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table "file.tsv" as {column: cell}, in their order; an empty cell is "".

    >>> rows("modifiers.tsv")[0]["phrase"]
    'about'
    """
    return list(csv.DictReader(lines(name), delimiter="\t", quoting=csv.QUOTE_NONE))


def expression(phrases: Iterable[str]) -> str:
    """The regular expression of any of some phrases, the longest where one begins another. What
    they begin with alike stands in it once, so that few are tried where none fits.

    >>> expression(["not", "note", "no one"])
    'no(?:\\\\ one|t(?:e)?)'
    """
    rest = {first: [phrase[1:] for phrase in own]
            for first, own in groupby(sorted(phrases), lambda phrase: phrase[:1])}
    either = "|".join(re.escape(first) + expression(then) for first, then in rest.items() if first)
    if "" in rest:
        return f"(?:{either})?" if either else ""
    return f"(?:{either})" if len(rest) > 1 else either


@cache
def _sets(name):
    text = files("analysis").joinpath("lexicons", f"{name}.toml").read_text(encoding="utf8")
    return tomllib.loads(text)

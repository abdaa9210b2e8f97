"""The word lists of the voices (`analysis/lexicons/`), each read once."""
from dataclasses import dataclass
from functools import cache

from analysis import lexicons


@dataclass(frozen=True)
class Role:
    """What a role noun says: class of voice, gender ("m", "f" or None), whether other words must
    decide the class (weak), whether it names somebody only before "of" (bound); noun: what a title
    stands for, "doctor" for Dr."""

    role_class: str
    gender: str | None
    weak: bool = False
    bound: bool = False
    noun: str | None = None


def _rows(name):
    return [[None if cell == "-" else cell for cell in row.values()] for row in lexicons.rows(name)]


@cache
def roles() -> dict[str, Role]:
    """{singular noun or phrase, lower case: Role}; a few people are somebody, too: "the trio"."""
    few = dict.fromkeys(lexicons.words("entities.few"), Role("witness", None))
    return few | {noun.lower(): Role(role_class, gender, weak is not None, weak == "of") for noun,
                  role_class, gender, weak in _rows("roles.tsv")}


@cache
def titles() -> dict[str, Role]:
    """{title without its full stop, lower case: Role}; the class of a courtesy title is None."""
    return {title.lower().rstrip("."): Role(role_class, gender, noun=noun) for title, role_class,
            gender, noun in _rows("titles.tsv")}


@cache
def bodies() -> dict[str, str]:
    """{word or phrase in the name of a body, lower case: class of voice}."""
    return dict(_rows("organisations.tsv"))


@cache
def parties() -> dict[str, str]:
    """{name of a party, lower case: the name that all its names stand for}."""
    return {name.lower(): row["party"] for row in lexicons.rows("parties.tsv")
            for name in (row["party"], *row["names"].split(","))}


@cache
def countries() -> dict[str, tuple[str, str]]:
    """{country, adjective, people or seat of power, lower case: (country, "country", "adjective" or
    "seat")}."""
    found = {}
    for country, adjectives, seats in _rows("countries.tsv"):
        for kind, words in (("seat", seats), ("adjective", adjectives), ("country", country)):
            for word in (words or "").split(","):
                if word:
                    found.setdefault(word.lower(), (country, kind))
        found[country.lower()] = (country, "country")
    return found


@cache
def given_names() -> frozenset[str]:
    """First names of people, and their short forms, lower case."""
    short = {*nicknames(), *(name for full in nicknames().values() for name in full)}
    return frozenset(lexicons.words("given_names.txt") | short)


@cache
def nicknames() -> dict[str, list[str]]:
    """{short form of a first name: the names it is short for}, lower case."""
    return {row["short"]: row["full"].split(",") for row in lexicons.rows("nicknames.tsv")}

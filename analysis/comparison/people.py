"""The same voice in several articles: who is who.

Two names are one if they are the same, if one is the other without its beginning or end and has at
least two words ("Brandt-Hollis", "Brandt-Hollis Marine"), or if first and last word are the same
("John Smith", "John F. Smith"). A surname alone is matched only if nobody else in either article
bears it and role or affiliation agree. Somebody without a name is matched by role and affiliation
together, or with somebody of the same role or named in the other article by the same words in
quotation marks, and never by "a man", "residents". A document speaks for the body that is named in
it. Somebody unnamed here is taken for somebody named there if the articles describe the two in the
same words.
"""
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from analysis.comparison.groups import Groups
from analysis.comparison.words import spelling
from analysis.entities.lexicon import titles
from analysis.lexicons import words

WORD = re.compile(r"\w+")
SMALL = words("comparison.small")
_AFTER = re.compile(r"\s(?:of|at|in|on|for|by|to|from|with|close|who|that|near)\s+")
OWNED = re.compile(r"['’]s\b")
_UNNAMED = ("role", "anonymous", "group", "document")
_DESCRIBED = 2   # words of a description that must be the same


@dataclass(frozen=True)
class Person:
    """A row of the speakers table of article number `article`: a person, a body or a document."""

    article: int
    name: str
    form: str
    role: str | None
    role_class: str | None
    affiliation: str | None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name that tell it from others."""
        words = tuple(spelling(word) for word in WORD.findall(self.name.casefold())
                      if word not in SMALL)
        return words[1:] if len(words) > 2 and words[0] in titles() else words

    @property
    def head(self) -> str:
        """The noun of somebody unnamed: engineer of "one of the ministry's own engineers"."""
        words = WORD.findall(_AFTER.split(re.sub(r"^one of (?:the )?", "",
                                                 self.name.casefold()))[0])
        return spelling(words[-1].removesuffix("s")) if words else ""

    @property
    def named(self) -> bool:
        return self.form not in _UNNAMED


def people(articles: list) -> Iterator:
    """The Persons of the articles, in order."""
    for number, article in enumerate(articles):
        for row in article.speakers.drop_duplicates("speaker").itertuples():
            yield Person(number, row.speaker, row.form,
                         *(value if isinstance(value, str) else None for value in
                                                          (row.role, row.role_class,
                                                           row.affiliation)))


def match(persons: list[Person], echoes: list[set[Person]],
          described: dict[Person, set[str]]) -> Groups:
    """`Groups` of Persons who are the same.

    echoes: sets of Persons who are given the same words. described: {Person: the words that
    describe them, for those who are heard}.
    """
    found = Groups(persons)
    bearers = {}
    for person in persons:
        for word in set(person.words):
            bearers.setdefault((person.article, word), []).append(person)
    _join_names(found, persons, bearers)
    pairs = [pair for group in echoes for pair in permutations(group, 2)]
    for person, other in pairs:
        if person.article < other.article and person.head == other.head and not (
                _proper(person) and _proper(other)):
            _join(found, person, other)
    for person, other in pairs:
        if _nameless(person) and _proper(other) and _new(person, other,
                                                         found) and _role(person, other):
            found.join(other, person)
    for person, other in introduced(persons, described, found):
        found.join(other, person)
    return found


def _join_names(found, persons, bearers):
    """Join those whose names are one, and a document with the body that is named in it."""
    articles = {person.article for person in persons}
    for person in persons:
        for other in _candidates(person, bearers, articles):
            if _equal(person, other) or _shortened(person, other) or _surname(
                    person, other, bearers) or _unnamed(person, other):
                _join(found, person, other)
        if person.form == "document":
            for body in bearers.get((person.article, person.words[-1] if person.words else ""), ()):
                if (body.named and len(body.words) > 1
                        and person.words[-len(body.words):] == body.words):
                    found.join(body, person)


def _candidates(person, bearers, articles):
    seen = dict.fromkeys(other for article in sorted(articles) if article > person.article
                         for word in person.words
                         for other in bearers.get((article, word), ()))
    return seen


def _proper(person):
    """Whether the name is one: two words and more, of somebody named."""
    return person.named and len(person.words) > 1 and person.form == "named"


def _equal(person, other):
    if person.words != other.words or not person.words:
        return False
    if person.named and other.named:
        return True
    same = person.form == other.form or {person.form, other.form} == {"group", "organisation"}
    lasting = person.form == "group" and "witness" not in (person.role_class, other.role_class)
    return same and (lasting or person.form == "document" and len(person.words) > 2
                     or "organisation" in (person.form, other.form))


def _shortened(person, other):
    short, long = sorted((person.words, other.words), key=len)
    return (person.named and other.named and len(short) > 1
            and not OWNED.search(person.name + other.name)
            and (short in (long[:len(short)], long[-len(short):])
                 or (long[0], long[-1]) == (short[0], short[-1])))


def _surname(person, other, bearers):
    short, long = sorted((person, other), key=lambda one: len(one.words))
    if (len(short.words) != 1 or len(long.words) < 2 or long.words[-1] != short.words[0]
            or not (short.named and long.named)):
        return False
    alone = all(len([one for one in bearers[(side.article, short.words[0])] if one.named]) == 1
                for side in (short, long))
    return alone and (_fits(short.affiliation, long.affiliation) or bool(short.role)
                      and _fits(short.role, long.role))


def _unnamed(person, other):
    return (person.form in ("role", "anonymous") and other.form in ("role", "anonymous")
            and person.head == other.head
            and _fits(person.affiliation, other.affiliation))


def _fits(one, other):
    """Whether all words of one are among those of the other."""
    if not one or not other:
        return False
    mine, theirs = ({spelling(word) for word in WORD.findall(text.casefold())} - SMALL
                    for text in (one, other))
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _join(found, person, other):
    """Join, unless that would make one of two people of one article whose names do not fit."""
    members = found.members(person) + found.members(other)
    proper = [one for one in members if _proper(one)]
    for one in proper:
        for two in proper:
            if (one.article == two.article and one != two
                    and not (set(one.words) <= set(two.words) or set(two.words) <= set(one.words))):
                return
    found.join(person, other)


def _nameless(person):
    return person.form in ("role", "anonymous")


def _new(person, other, found):
    """Whether neither is matched with anybody of the other's article."""
    return (person.article not in {one.article for one in found.members(other)}
            and other.article not in {one.article for one in found.members(person)})


def _role(person, other):
    """Whether two roles do not contradict each other; that of a body's member never does."""
    classes = {person.role_class, other.role_class} - {None, "organisation"}
    return len(classes) < 2


def introduced(persons: list[Person], described: dict[Person, set[str]],
               found: Groups) -> Iterator[tuple[Person, Person]]:
    """(unnamed, named) Persons, not yet matched, whose descriptions share at least two words."""
    nameless = [person for person in described if _nameless(person)]
    proper = [person for person in described if person.named and len(person.words) > 1]
    for person in nameless:
        fitting = [other for other in proper if _new(person, other, found)
                   and len(described[person] & described[other]) >= _DESCRIBED]
        if len({found.find(other) for other in fitting}) == 1:
            yield person, fitting[0]


def _callings(person):
    """The nouns that say what a Person is: the words of the role, of an unnamed one its head."""
    return {spelling(word)
            for word in WORD.findall((person.role
                                      or "").casefold())} if person.named else {person.head}


def loose(person: Person, other: Person) -> bool:
    """Whether two might be one after all: all words of one name are among those of the other, or
    one who is unnamed has the other's role."""
    if not (person.named and other.named):
        return bool(_callings(person) & _callings(other))
    mine, theirs = set(person.words), set(other.words)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)

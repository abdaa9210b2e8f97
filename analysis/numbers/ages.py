"""Ages: "82-year-old", "aged 5 to 14", "Ana Brell, 45,", "she was 16", "at just 20", "in her
thirties"."""
import re
from collections.abc import Iterator
from functools import cache
from math import nan
from typing import TYPE_CHECKING

from analysis.lexicons import rows, words
from analysis.numbers.quantity import Quantity
from analysis.numbers.words import TENS, UNITS
from analysis.syntax import VERBS, active_subject, after_preposition, clause, role, subject

if TYPE_CHECKING:
    from analysis.text.tokens import Doc

_OLD = re.compile(r"(?:[ -]?(?:years?|months?|weeks?|days?))?[ -]olds?\b|[ -]years? of age\b")
_AGED = re.compile(r"\b(?:(?:at |under |over )?(?:the )?ages? of|aged between|"
                   r"at (?:just|only)|(\w+))"
                   r"(?: about| around| just| between| over| under| at least)? $")
_THEN = re.compile(r", (?:then|now|only) $")       # "Ana Brell, then 45,"
_BETWEEN = re.compile(r"\bbetween (?:the )?ages (?:of )?$|\bages between $")
_EXPECTANCY = re.compile(r"\blife expectancy(?: \w+){1,9} $")
_WAS = re.compile(r"\b(?:he|she|i|who|they|you|we)"
                  r"(?: (?:was|is|am|are|were|will be|would be|had been)|[’'](?:s|m|re|ll be|d be))"
                  r"(?: only| just| now| barely| already| about| still)? $")
_OF = re.compile(r"\b(\w+)(?: (?:is|was|being|just|only|aged|of))? $")
_GROUP = re.compile(r"\b(\w+) (?:aged |who (?:is|are) )?(?:under|over|below|above|between) $")
_OR_OLDER = re.compile(r" (?:and|or) (?:older|younger|over|under|up|above|below)\b")
_COMPARED = re.compile(r"\b(?:younger|older) than $")
_END = re.compile(r" ?[,);]|$|[.]$|[.] | [-–—] ")
_JOINS = (",", "and", "or")
_NEXT = re.compile(r" (\w+)|([–-])")
# A minute of play: "Reid for Murphy (47)".
_SUBSTITUTE = re.compile(r"(?:^|[,:;(] ?|[A-Z]\w+ )[A-Z][\w’'-]+ for "
                         r"(?:[a-z]{2,3} )*[A-Z][\w’'-]+ \($")
_YOUNGEST = 5    # behind a name, a smaller number is seldom an age
_COHORT = re.compile(rf"\b(?P<side>under|over)-(?P<age>[1-9]\d|{'|'.join(UNITS)})s\b"
                     r"|\b(?P<class>under)-(?P<limit>[12]\d)\b(?!-)")          # "at under-21 level"
_STEMS = "|".join(word[:-1] for word in TENS)
_TENS = re.compile(rf"\b(?:his|her|their|my|your|whose) (?P<part>early |mid-?|late )?"
                   rf"(?P<decade>[2-9]0|{_STEMS})(?:[’']?s|ies)\b")
_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "": (0, 9)}


def attach(quantity: Quantity, text: str, lower: str, doc: "Doc",
           earlier: Quantity | None) -> None:
    """Make a Quantity an age where it is one, widened by "-year-old"; `earlier` is the one before
    it."""
    old = _OLD.match(lower, quantity.end)
    if (quantity.form not in ("digits", "words") or quantity.kind not in (None, "duration")
            or quantity.scale > 1 and not old):
        return
    if old:
        _old(quantity, old)
    elif quantity.unit == "year" and lower.startswith(" of age", quantity.end):
        quantity.kind, quantity.end = "age", quantity.end + len(" of age")
    elif quantity.unit and _of_a_person(lower[max(0, quantity.start - 20):quantity.start]):
        quantity.kind = "age"                                           # "a baby of 18 months"
    elif not quantity.unit and 0 < quantity.low <= 120 and not quantity.places:
        before = lower[max(0, quantity.start - 80):quantity.start]
        if (_goes_on(quantity, earlier, text, doc) or _said(quantity, before, text, lower, doc)
                or _apposed(quantity, before, text, doc)):
            quantity.kind, quantity.unit = "age", "year"


def _of_a_person(before):
    noun = _OF.search(before)
    return bool(noun) and noun[0].endswith(" of ") and (
        noun[1] in words("numbers.person_nouns") | words("numbers.age_groups"))


def _goes_on(quantity, earlier, text, doc):
    """Whether a number stands beside an age in a row of ages: "aged 12 and 14"."""
    first, last = quantity.first, quantity.last
    while first > 1 and doc[first - 1].lower_ in _JOINS and doc[first - 2].text.isdigit():
        first -= 2
    while last + 1 < len(doc) and doc[last].lower_ in _JOINS and doc[last + 1].text.isdigit():
        last += 2
    of_three = last - first > 4 and last < len(doc) and (             # "kids of 15, 16 and 17 ran"
        doc[last].is_punct or doc[last].pos_ in VERBS)
    return (earlier is not None and earlier.kind == "age" and "old" not in earlier.notes
            and (text[earlier.end:quantity.start] in (" and ", ", ", " or ", ", and ", ", or ")
                 and (of_three or bool(_END.match(text, quantity.end)))
                 or bool(_BETWEEN.search(text, max(0, earlier.start - 24), earlier.start))
                 and text[earlier.end:quantity.start] == " and "))


def _old(quantity, old):
    named = re.search("year|month|week|day", old[0])
    if quantity.unit or named or old[0].endswith("s"):
        quantity.unit = quantity.unit or (named[0] if named else "year")
        quantity.kind, quantity.end = "age", old.end()
        quantity.notes.add("old")


def _said(quantity, before, text, lower, doc):
    """Whether the words before say that it is an age."""
    ends, after = _END.match(text, quantity.end), _NEXT.match(lower, quantity.end)
    word = after and (after[1] or "to")
    if aged := _AGED.search(before):
        said = aged[1] or "age"
        if said.startswith("age") and (aged[1] is None and "age" in aged[0] or ends
                                       or word in words("numbers.age_goes_on")
                                       or aged[1] in ("age", "aged", "ages")):
            return said in words("numbers.age_before")
        turned = said in words("numbers.age_before_at_end") and word in words(
            "numbers.age_time_after")
        if turned or (aged[1] is None or said in words("numbers.age_before")) and ends:
            return True
    if _EXPECTANCY.search(before):
        return True
    if (_WAS.search(before) or _is_somebodys(quantity, doc)) and (
            ends or word in words("numbers.age_time_after")):
        return True
    if quantity.last < len(doc) and doc[quantity.last].tag_ in ("NN", "NNS", "JJ", "NNP"):
        return False                                                    # it counts what follows
    if _of_an_age(doc[quantity.first]):
        return True
    group, noun = _GROUP.search(before), _OF.search(before)
    if noun and noun[0] == noun[1] + " " and noun[1] in words("numbers.age_groups") and (
            _OR_OLDER.match(lower, quantity.end)):                        # "voters 45 and older"
        return True
    if group and group[1] in words("numbers.age_groups") or _COMPARED.search(before):
        return True
    return bool(noun) and quantity.low < 111 and (
        _of_a_person(before)
        or noun[1] in words("numbers.oldest"))


def _is_somebodys(quantity, doc):
    """Whether a person is said to be so old: "Ana Brell will be 78"."""
    token = doc[quantity.first]
    if role(token) != "predicate" or token.head.lemma_ != "be" or quantity.low < _YOUNGEST:
        return False
    person = active_subject(token.head)
    return person is not None and person.ent_type_ == "PERSON"


def _of_an_age(token):
    """Whether an age is said to be so high, or to come to it: "the voting age is 18"."""
    about = subject(clause(token))
    level = role(token) == "predicate" or after_preposition(token) and (
        token.head.lower_ in words("numbers.equals"))
    return level and about is not None and about.lemma_ == "age"


def _apposed(quantity, before, text, doc):
    """Whether a number stands behind a person's name: "Ana Brell, 45,"; a minute of play is an
    ordinal."""
    if not (_END.match(text, quantity.end) and quantity.form == "digits"
            and quantity.modifier != "range"
            and quantity.first > 1):
        return False
    then = quantity.first > 2 and bool(_THEN.search(before))
    if not then and not before.endswith((", ", " (")):
        return False
    name, after = doc[quantity.first - 2 - then], text[quantity.end:quantity.end + 1]
    if after == ")" and _SUBSTITUTE.search(text[max(0, quantity.start - 60):quantity.start]):
        quantity.kind, quantity.tier, quantity.counted = "ordinal", 2, "minute"
        return False
    if name.lower_ in words("numbers.person_nouns") or (
            name.lower_ in _roles() and before.endswith(", ") and after == ","
            and 14 < quantity.low):
        return quantity.low < 110
    alone = name.is_sent_start and name.tag_ in ("NN", "VBG") and after == ","   # "Pell, 49, swam"
    if name.pos_ != "PROPN" and not alone or not name.text[0].isupper() or (
            name.ent_type_ == "DATE"):
        return False
    if quantity.low < _YOUNGEST:
        return False
    spoken = quantity.first > 2 and doc[quantity.first - 3].pos_ == "VERB"
    return then or name.ent_type_ == "PERSON" or 10 <= quantity.low < 110 and (after in (",", ")")
                                                                       or spoken)


@cache
def _roles():
    """Nouns of what people are: "the striker, 24,", "the prince, 20,"."""
    people = ("witness", "expert", "official", "military")
    return {row["noun"] for row in rows("roles.tsv") if row["class"] in people} - words(
        "entities.collective") | words("numbers.players")


def cohorts(lower: str) -> Iterator[Quantity]:
    """Ages of everybody above or below one: "the under-fives", "over-60s"."""
    for match in _COHORT.finditer(lower):
        age = match["age"] or match["limit"]
        limit = float(age if age.isdigit() else UNITS[age])
        under = match["side"] != "over"
        yield Quantity(*match.span(), nan if under else limit, limit if under else nan, "words",
                       "age", "year", modifier="<" if under else ">",
                       modifier_text="under" if under else "over", low_open=True, high_open=True)


def decades(lower: str) -> Iterator[Quantity]:
    """Ages given by their decade: "in her late thirties"."""
    for match in _TENS.finditer(lower):
        decade = match["decade"]
        low = 10 * int(decade[0]) if decade[0].isdigit() else TENS[decade + "y"]
        part = (match["part"] or "").strip(" -")
        first, last = _PARTS[part]
        yield Quantity(match.start("part") if part else match.start("decade"), match.end(),
                       float(low + first),
                       float(low + last), "words", "age", "year", modifier="range")


def person(quantity: Quantity, doc: "Doc") -> str | None:
    """The name before an age in apposition (", 45,"), or None."""
    if ("old" in quantity.notes or quantity.first < 2 or doc[quantity.first - 1].text not in (",",
                                                                                              "(")
            or doc[quantity.first - 2].pos_ not in ("PROPN", "NOUN")):
        return None
    end = quantity.first - 1
    start = end - 1
    while start > 0 and (doc[start - 1].pos_ == "PROPN" or doc[start - 1].text == "-"):
        start -= 1
    return doc[start:end].text

"""What the sheets of a review workbook hold: the columns of each table, and what may stand in them.

`use` of a column: `id`, by which a row is known; `place` and `start`, the words in the article and
where they begin; `name` of a voice; `voice`, one of those names; `choice` of a closed list;
`number`; `words`, free text; `reading`, not to be changed; `note`, the reader's own. A column that
must not be blank is `needed`.
"""
from dataclasses import dataclass
from typing import Any

from analysis.text.xml_text import storable

BY_HAND = "corrected by hand"  # in a row’s `why`
LONGEST = 8_000  # characters of a cell; a longer passage is cut there, its offsets are not
TABLES = {"quotes": "Q", "speakers": "S", "numbers": "N"}

_FORMS = ("named", "role", "group", "organisation", "document", "anonymous")
_CLASSES = ("official", "military", "expert", "organisation", "witness", "media", "business",
            "document")
_KINDS = ("count", "money", "percent", "fraction", "ratio", "distance", "area", "weight", "speed",
          "temperature", "duration", "frequency", "rate", "age", "date", "time", "ordinal",
          "identifier")
UNUTTERED = ("scare", "title")
MODIFIERS = ("=", "~", ">", ">=", "<", "<=", "range")


@dataclass(frozen=True)
class Column:
    """One column of a sheet; width: in characters; help: what the reader is told of it."""

    name: str
    use: str
    width: int
    help: str
    choices: tuple = ()
    needed: bool = False


_ID = Column("id", "id", 6,
             "the row’s name; leave it as it is, and leave it blank in a row that you add")
_NOTE = Column("note", "note", 24, "anything you want to say; it is kept")
_START = Column("start", "start", 8,
                "where the words begin in the text; needed only in a row that you add whose words "
                "stand in the article more than once")

SHEETS = {
    "quotes": (
        _ID, Column("text", "place", 60,
                    "the words between the marks, exactly as the article has them", needed=True),
        Column("kind", "choice", 9,
               "direct: a clause or more; mixed: a fragment in the reporter’s clause; scare: words "
               "held at arm’s length; title: of a work", ("direct", "mixed", *UNUTTERED), True),
        Column("speaker", "voice", 28,
               "who says it, a name of the sheet speakers or a new one; blank: nobody is named"),
        Column("confidence", "reading", 11, "how sure the program is, 0 to 1; for reading only"),
        Column("context", "reading", 60,
               "what stands before and after it; ¶ is the end of a paragraph; for reading only"),
        _NOTE, _START),
    "speakers": (
        _ID, Column("speaker", "name", 30,
                    "the voice’s name everywhere; two rows with one name become one voice",
                    needed=True),
        Column("form", "choice", 13, "how the article presents the voice", _FORMS, True),
        Column("role", "words", 26, "what the article says the voice is"),
        Column("role_class", "choice", 13, "the kind of voice", _CLASSES),
        Column("affiliation", "words", 24, "the body or country it belongs to"),
        Column("anonymity", "words", 30, "why the article does not name it, in its words"),
        Column("words", "reading", 8, "words it is given, quoted and reported; for reading only"),
        Column("text", "place", 30,
               "in a row that you add: words by which the article calls it, if not its name"),
        _NOTE, _START),
    "numbers": (
        _ID, Column("text", "place", 22,
                    "the figure or number word with its unit, exactly as the article has it",
                    needed=True),
        Column("kind", "choice", 12, "what sort of number it is", _KINDS, True),
        Column("value_low", "number", 12,
               "the value, or the lower end of an interval; blank: open or none"),
        Column("value_high", "number", 12,
               "the same value again, or the upper end; blank: open or none"),
        Column("modifier", "choice", 9,
               "= exactly, ~ about, > more than, >= at least, < less than, <= at most, range",
               MODIFIERS, True),
        Column("unit", "words", 12, "EUR, USD, … for money, otherwise a singular English noun"),
        Column("counted", "words", 24, "what is counted or measured"),
        Column("per", "words", 12, "the base of a rate: day, 1,000 people"),
        Column("change", "choice", 8, "up or down, where it is a change", ("up", "down")),
        Column("iso", "words", 13,
               "a date as 2025-03-14, a month as 2025-03, a clock time as T03:05"),
        Column("speaker", "voice", 24,
               "who vouches for it: reporter, a name of the sheet speakers or a new one; blank: "
               "unclear"), Column("context", "reading", 60, "the sentence; for reading only"),
        _NOTE, _START)}


# The sheet of what was taken for the page's and not for the article's: not a table of rows that are
# corrected, but paragraphs that are put back.
ASIDE, OWN = "set aside", "yes"
ASIDE_COLUMNS = (
    Column("start", "start", 8, "where the words begin in the text; leave it as it is"),
    Column("kind", "reading", 10, "what the program took it for; for reading only"),
    Column("text", "place", 90, "the words; leave them as they are"),
    Column("the article’s", "choice", 14, "yes: it is the article’s, and is read with it", (OWN,)))


def column(table: str, name: str) -> Column:
    return next(column for column in SHEETS[table] if column.name == name)


def written(value: Any) -> Any:
    """A value as a cell holds it: blanks in a row made one, long text cut, missing values None.

    >>> written("two\\nlines "), written(3), written(float("nan")), written("")
    ('two lines', 3.0, None, None)
    """
    if isinstance(value, str):
        return storable(" ".join(value.split())[:LONGEST].strip()) or None
    if value is None or value != value:
        return None
    return float(value)

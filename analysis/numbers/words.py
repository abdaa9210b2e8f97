"""Numbers written in words: "two hundred and five thousand", "three point one four",
"twenty-first", "nineteen ninety-nine"."""
import re

from analysis.lexicons import rows, words


def of(*types: str) -> dict[str, float]:
    """{word: value} of the words of `numerals.tsv` that have one of these types."""
    return {row["word"]: float(row["value"]) if "." in row["value"] else int(row["value"])
            for row in rows("numerals.tsv") if row["type"] in types}


def meant(kind: str) -> dict[str, str]:
    """{form: what it means} of one kind of `number_forms.tsv`.

    >>> meant("adverb")["nightly"]
    'night'
    """
    return {row["form"]: row["meaning"] for row in rows("number_forms.tsv") if row["kind"] == kind}


def either(*names: str) -> str:
    """The words of sets of `numbers.toml` as alternatives of a pattern, the longest first.

    >>> either("now")
    'currently|nowadays|since|today|now'
    """
    found = {word for name in names for word in words(f"numbers.{name}")}
    return "|".join(sorted(found, key=lambda word: (-len(word), word)))


UNITS, TENS, SCALES = of("unit"), of("ten"), of("scale")
DENOMINATORS = of("denominator")
_IRREGULAR = {"first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight",
              "ninth": "nine", "twelfth": "twelve", "zeroth": "zero"}
ORDINALS = {word + "th": word for word in [*UNITS, "hundred", *SCALES]
            if word not in _IRREGULAR.values()} | {
    word[:-1] + "ieth": word for word in TENS} | _IRREGULAR
NUMERALS = {*UNITS, *TENS, *SCALES, "hundred", *ORDINALS}

_STEP = re.compile(r"(, and |, | and |-and-|[ \-‐‑])?([a-z]+)")
_DIGIT = "|".join(word for word, value in UNITS.items() if value < 10)
_TEEN = "|".join(word for word, value in UNITS.items() if value > 9)
_TEN = "|".join(TENS)
_POINT = re.compile(rf" point((?:[ -](?:oh|o|{_DIGIT})\b)+)")
_YEAR = re.compile(rf"({_TEEN}|twenty)[ -]"
                   rf"(?:(?:oh|o)[ -]?({_DIGIT})|({_TEEN})|({_TEN})(?:[ -]({_DIGIT}))?)\b")


class _Reading:
    """A number in words as far as it is read: finished groups, the open group, and the longest
    whole number so far."""

    def __init__(self):
        self.total, self.group, self.room, self.ceiling = 0, None, None, None
        self.best, self.before_group, self.after_comma = None, None, False

    def fits(self, join: str | None) -> bool:
        """Whether a number may go on after a joining "and" or comma."""
        opens = self.group is None and self.best
        if join and "and" in join:
            return self.room == 100 or opens
        return opens if join and "," in join else True

    def take(self, word: str, join: str | None) -> bool:
        """Take in a word; False where the number ends before it."""
        plain_join = not (join and "and" in join)
        if word in UNITS or word in TENS:
            listed = join is not None and "," in join and plain_join
            return self._small({**UNITS, **TENS}[word], word in TENS, listed)
        if word == "hundred" and self.group and self.group < 100 > self.room and plain_join:
            self.group, self.room, self.after_comma = self.group * 100, 100, False
            return True
        if word in SCALES and self.group and plain_join:
            size = self.group * SCALES[word]
            if self.ceiling is not None and size >= self.ceiling:
                self.best = self.before_group
                return False
            self.total, self.ceiling, self.group, self.room = (self.total + size, SCALES[word],
                                                               None, None)
            self.after_comma = False
            return True
        return False

    def _small(self, value, is_ten, after_comma):
        if self.group is None:
            self.before_group, self.group, self.after_comma = self.best, value, after_comma
        elif not 0 < value < self.room:
            return False
        else:
            self.group += value
        self.room = 10 if is_ten else 1
        return not (is_ten and self.ceiling is not None and self.ceiling <= self.group)


def read(text: str, start: int) -> tuple[float, int, bool] | None:
    """(value, end, is ordinal) of the longest number in words that begins at `start` of lower-case
    `text`, or None.

    >>> read("one hundred and five people", 0)
    (105, 20, False)
    >>> read("two three", 0)
    (2, 3, False)
    """
    reading, position = _Reading(), start
    while match := _STEP.match(text, position):
        join, word = match.groups()
        ordinal = word in ORDINALS
        if ((join is None) != (position == start) or not reading.fits(join)
                or not reading.take(ORDINALS.get(word, word), join)):
            break
        position = match.end()
        if not reading.after_comma:
            reading.best = reading.total + (reading.group or 0), position, ordinal
        if ordinal:
            break
    best = reading.best
    if best and not best[2] and (match := _POINT.match(text, best[1])):
        digits = "".join(str(UNITS.get(digit, 0)) for digit in re.findall(r"[a-z]+", match[1]))
        return float(f"{best[0]}.{digits}"), match.end(), False
    return best


def read_year(text: str, start: int) -> tuple[float, int] | None:
    """(year, end) of a year spoken as two pairs at `start` of lower-case `text` ("nineteen
    ninety-nine"), or None."""
    if match := _YEAR.match(text, start):
        century, digit, teen, tens, unit = match.groups()
        rest = UNITS[digit or teen] if digit or teen else TENS[tens] + UNITS.get(unit, 0)
        return 100 * {**UNITS, **TENS}[century] + rest, match.end()
    return None

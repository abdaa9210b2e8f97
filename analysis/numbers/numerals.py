"""Numerals: the productions that make a number of typed lexemes, wherever it stands in a text.

| production | example                                    |
|------------|--------------------------------------------|
| digits     | 1,240; 2.5 million; $4.2b; 4e14; 5×10³     |
| ordinal    | 21st; twenty-first                         |
| words      | two hundred and five thousand; a hundred   |
| magnitude  | tens of thousands; several hundred; dozens |
| fold       | sixfold; 10-fold                           |
| fraction   | two-thirds; half a million; ¾              |
| mixed      | 2½; three and a half; 10 1/2               |
| few        | a boat or two; a year and a half           |
| figures    | a six-figure sum                           |
| scaled     | each of these times a scale                |

Plural magnitudes name an interval: dozens 24 to 99, scores 40 to 199, hundreds 200 to 999, tens of
thousands 20,000 to 99,999, hundreds of millions 200,000,000 to 999,999,999. A plural says at least
two; the interval ends where English has the next magnitude. Bare thousands and millions stay open
above, for writers use them of any larger number too, and so do "many thousands" and "several
hundred".

>>> [(number.low, number.form)
...  for number in find(Scan("Half a million of 2.5 million, or two-fifths"))]
[(500000.0, 'words'), (2500000.0, 'digits'), (0.4, 'fraction')]
"""
import re
from functools import cache
from math import nan

from analysis.lexicons import rows
from analysis.lexicons import words as lexicon
from analysis.numbers import units
from analysis.numbers.lexemes import Scan
from analysis.numbers.quantity import Quantity
from analysis.numbers.words import DENOMINATORS, NUMERALS, SCALES, UNITS, either, of, read

_SUFFIX = {1: "st", 2: "nd", 3: "rd"}
_SHORT, _LETTERS, _VULGAR, _FIGURES = of("short"), of("letter"), of("vulgar"), of("figures")
_JOINING = rf"(?!(?:{'|'.join(sorted(lexicon('numbers.joining')))})\b)"
_PLURAL = "[a-z]*[a-hj-rtv-z]s"          # but "success", "basis"
_PLURAL_NOUN = re.compile(rf" (?!metres|meters|hurdles){_JOINING}(?:people|{_PLURAL})\b"
                          rf"| {_JOINING}[a-z]{{3,}}(?:ed|ing)? {_JOINING}{_PLURAL}\b"
                          rf"|(?: [A-Z][\w’'-]*){{1,3}} (?!metres|meters|hurdles){_PLURAL}\b")
_SIZE = r"(?:hundred|dozen|thousand|million|billion|trillion)"
_NAMES = "|".join(sorted({*DENOMINATORS} | {name + "s" for name in DENOMINATORS}, key=len,
                         reverse=True))
_COUNTS = "|".join(word for word, value in UNITS.items() if 0 < value < 10)
_FRACTION = re.compile(rf"(?:(an?|{_COUNTS}|\d\d?)([ -]| - ))?({_NAMES})\b")
_FRACTION_OF = re.compile(rf"(?: of)?(?: an?|-)? ?({_SIZE})\b")
_PART = re.compile(rf"(?: and |-and-)(?:(a|one|three)[ -])(half|quarter|third|quarters)\b|"
                   rf"([{''.join(_VULGAR)}])| ([1-9])/([2-9]|1[026])\b(?!/)")
_PERIODS = re.compile(rf"\b(?:{either('which_periods')}) $")
_MODEL, _LOWER = re.compile(r"[A-Z][a-z]+ $"), re.compile(r" [a-z]")
_SLASHED = re.compile(r"([1-9]\d?)[/⁄]([1-6]|8|10|12|16|20|32|40|64|100|128|1000"
                      r"|\d\d?(?=(?: and \d\d?/\d\d?)? (?:odds|favou?rites?)\b))(?![\d/])")
_POWER = re.compile(r" ?[×x] ?10(?:\^?([-−–]?\d{1,2})|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))(?!\d)")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
_OR_TWO = re.compile(r"(?!hundred|thousand|million|dozen|score)([a-z]+) or two\b"
                     r"(?!-| [a-z]+(?:s|ed)\b)")
_AND_A_HALF = re.compile(r"(year|month|week|day|hour|mile|decade|century) and a half\b")
_MANY = re.compile(rf"(?:many|several|a few|few|(?:a )?couple(?: of)?) ({_SIZE}|lakh|crore)s?\b"
                   r"(?:(?<=hundred) (thousand|million|billion)\b)?")
_FEW_OF = re.compile(rf"(tens|dozens|hundreds)(?: or hundreds)? of ({_SIZE})s\b")
_FIGURE = re.compile(rf"({'|'.join(_FIGURES)})[- ]figures?\b(?! of)")
_COUNTING = re.compile(rf"\b([a-z]+) (?:of )?(?:(?:{either('between_by_and_number')}) ){{0,2}}$")
_FOLD = re.compile(r"[ -]?fold\b")


def find(scan: Scan) -> list[Quantity]:
    """The numerals of a text in order."""
    found, reached = [], 0
    for lexeme in scan.lexemes:
        if lexeme.start < reached or lexeme.type == "mark" or not (
                number := _PRODUCTIONS.get(lexeme.type, _named)(scan, lexeme)):
            continue
        if fold := _FOLD.match(scan.lower, number.end):
            number.end, number.form, number.kind, number.counted = (fold.end(), "fold", "ratio",
                                                                    "fold")
        found.append(number)
        reached = number.end
    return found


def _digits(scan, lexeme):
    number = Quantity(lexeme.start, lexeme.end, lexeme.value, lexeme.value, "digits")
    if figures := lexeme.value == int(lexeme.value) and "." not in lexeme.text:
        suffix = "th" if lexeme.value % 100 in (11, 12, 13) else _SUFFIX.get(lexeme.value % 10,
                                                                             "th")
        if (after := scan.at(lexeme.end)) and after.text == suffix:
            number.end, number.form = after.end, "ordinal"
            return number
    number.places = 0 if figures else len(lexeme.text.partition("e")[0].partition(".")[2])
    before = scan.text[max(lexeme.start - 2, 0):lexeme.start]
    if before and (before[-1].isalnum() or before[-1] == "." and before[:-1].isalnum()):
        number.notes.add("glued")
    if power := _POWER.match(scan.text, number.end):
        raised = (power[1] or power[2]).translate(_RAISED)
        number.set(float(f"{lexeme.value:g}e{raised}"))
        number.end = power.end()
        return number
    slashed = _SLASHED.match(scan.text, number.start)
    if slashed and lexeme.text == slashed[1]:
        number.low, number.end = int(slashed[1]) / int(slashed[2]), slashed.end()
        number.form = "fraction" if number.low < 1 else "ratio"
        number.notes.add("slashed")
    else:
        _and_part(scan, number)
    return _scaled(scan, number)


def _vulgar(scan, lexeme):
    return _scaled(scan, Quantity(lexeme.start, lexeme.end, lexeme.value, lexeme.value, "fraction"))


def _and_part(scan, number):
    """Take in "and a half", "½" or " 1/2" after a whole number."""
    part = _PART.match(scan.lower, number.end)
    if part:
        number.low += (3 if part[1] == "three"
                       else 1) / DENOMINATORS[part[2].rstrip("s")] if part[2] else (
            _VULGAR[part[3]] if part[3] else int(part[4]) / int(part[5]))
        number.end = part.end()
    return bool(part and part[1])


def _scaled(scan, number):
    """Take in what a number is scaled by: "2.5 million", "$4.2b", "35m people", "40 hundred
    thousand"."""
    for _ in range(3):
        join, lexeme = scan.step(number.end)
        if lexeme is None:
            break
        size = SCALES.get(lexeme.text) or (100 if lexeme.text == "hundred" else None)
        if size is None and join != "-" and lexeme.text in _SHORT and number.form == "digits":
            size = _SHORT[lexeme.text]
        letter = size is None and join == "" and lexeme.text in _LETTERS and _scales(scan, number,
                                                                                     lexeme)
        if not size and not letter:
            break
        number.scale *= size or _LETTERS[lexeme.text]
        number.end = lexeme.end
        if letter:
            break
    if number.scale > 1:
        number.low = round(number.low * number.scale, 6)
    elif number.form != "fraction":
        _and_part(scan, number)
    number.high = number.low
    return number


def _scales(scan, number, lexeme):
    """Whether a single letter after digits is a scale and no unit: with money, in capitals, before
    a plural noun."""
    if number.form != "digits" or len(scan.text[number.start:number.end]) > 6:
        return False
    written, after = scan.text[lexeme.start], scan.text[lexeme.end:lexeme.end + 1]
    if after.isalnum() or after in ("²", "³") or after in ("’",
                                                           "'") and scan.lower[lexeme.end
                                                                               + 1:lexeme.end
                                                                               + 2] != "s":
        return False
    if units.sign(scan.text, number.start) or units.names_money(scan.text, lexeme.end):
        return True
    counting = _COUNTING.search(scan.lower, max(number.start - 40, 0), number.start)
    if written == "m" and counting and counting[1] in lexicon("numbers.counted_in_millions"):
        return True
    if written == "K" and number.places or _MODEL.search(
            scan.text, max(number.start - 20, 0), number.start) and (
            not _LOWER.match(scan.text, lexeme.end)):
        return False                                              # kelvin; "a Sea Lark 208B"
    return written in "kKMB" or bool(_PLURAL_NOUN.match(scan.text, lexeme.end)) and written in "mb"


def _words(scan, lexeme):
    before = scan.lower[max(lexeme.start - 1, 0):lexeme.start]
    if before and (before.isalnum() or before in "’'"):
        return None
    if figure := _FIGURE.match(scan.lower, lexeme.start):
        return _magnitude(lexeme.start, figure.end(), 10.0 ** (_FIGURES[figure[1]] - 1),
                          10.0 ** _FIGURES[figure[1]] - 1)
    if fraction := _fraction(scan, lexeme.start):
        return fraction
    reading = read(scan.lower, lexeme.start)
    if not reading:
        value = SCALES.get(lexeme.text)
        return value and Quantity(lexeme.start, lexeme.end, value, value, "scale")
    value, end, ordinal = reading
    number = Quantity(lexeme.start, end, float(value), float(value), "ordinal" if ordinal
                      else "words")
    if ordinal:
        return number
    _and_part(scan, number)
    last = scan.lower[lexeme.start:end].split(" ")[-1]
    if _scaled(scan, number).scale == 1 and value > SCALES.get(last, value):
        number.scale = SCALES[last]                               # "four to five thousand"
    return number


def _article(scan, lexeme):
    """What an article makes a number: "a hundred", "half", "a boat or two", "a year and a half",
    "a few thousand"."""
    following = lexeme.end + 1
    if (scan.text[lexeme.end:following] not in (" ", "-")
            or lexeme.start and scan.lower[lexeme.start - 1].isalnum()):
        return None
    if two := _OR_TWO.match(scan.lower, following):
        return Quantity(lexeme.start, two.end(), 1.0, 2.0, "words", modifier="range",
                        counted=two[1],
                        notes={"or two", "article"})
    if lexeme.text == "another":
        return None
    if many := _MANY.match(scan.lower, lexeme.start):
        return _many(lexeme.start, many)
    if half := _AND_A_HALF.match(scan.lower, following):
        unit = units.named(half[1])
        return Quantity(lexeme.start, half.end(), 1.5, 1.5, "words", unit.kind, unit.name)
    if re.compile(rf"{_SIZE}\b").match(scan.lower, following):
        value, end, ordinal = read("one " + scan.lower[following:following + 120], 0)
        return Quantity(lexeme.start, following + end - 4, float(value), float(value),
                        "ordinal" if ordinal else "words", notes={"article"})
    return _fraction(scan, lexeme.start)


def _fraction(scan, start):
    match = _FRACTION.match(scan.lower, start)
    if not match:
        return None
    count, join, name = match.groups()
    if count is None and name != "half":
        return None
    top = 1 if count in (None, "a", "an") else int(count) if count.isdigit() else UNITS[count]
    plural = name.endswith("s") and name != "halves"
    if count and (top > 1 and not plural or not top):
        return None
    if name == "quarters" and not scan.lower.startswith(" of ", match.end()) and (
            top != 3 or _PERIODS.search(scan.lower, max(start - 12, 0), start)):
        return None                                # "two quarters", "the last three quarters"
    value = top / DENOMINATORS[name.rstrip("s") if plural else name]
    number = Quantity(start, match.end(), value, value, "fraction")
    number.notes |= ({"bare"} if count is None else {"hyphen"} if "-" in join
                     else {"plural"} if plural else set())
    if size := _FRACTION_OF.match(scan.lower, number.end):
        number.scale = SCALES.get(size[1], 100)
        number.set(round(value * number.scale, 6))
        number.end, number.form = size.end(), "words"
    return number


def _magnitude(start, end, low, high):
    return Quantity(start, end, float(low), float(high), "magnitude", modifier="~")


def _many(start, match):
    return _magnitude(start, match.end(), 2 * SCALES.get(match[1], 100) * SCALES.get(match[2], 1),
                      nan)


def _plural(scan, lexeme):
    if lexeme.start and (scan.lower[lexeme.start - 1].isalnum()
                         or scan.lower[lexeme.start - 1] in "’'-"):
        return None
    if few := _FEW_OF.match(scan.lower, lexeme.start):
        low, high = _interval("few of", few[1])
        size = SCALES.get(few[2], 100)
        return _magnitude(lexeme.start, few.end(), low * size, high * size - 1)
    if lexeme.text == "scores" and not scan.lower.startswith(" of", lexeme.end):
        return None
    return _magnitude(lexeme.start, lexeme.end, *_interval("plural", lexeme.text))


@cache
def _interval(kind, word):
    cell = next(row["value"] for row in rows("numerals.tsv")
                if (row["type"], row["word"]) == (kind, word))
    low, _, high = cell.partition("-")
    return float(low), float(high) if high else nan


def _named(scan, lexeme):
    """Numbers that begin with another word: "several hundred", "tens of thousands", "sixfold"."""
    if lexeme.text in lexicon("numbers.few_before_scale") and (many := _MANY.match(scan.lower,
                                                                                   lexeme.start)):
        return _many(lexeme.start, many)
    if lexeme.text == "tens":
        return _plural(scan, lexeme) if _FEW_OF.match(scan.lower, lexeme.start) else None
    stem = lexeme.text.removesuffix("fold")
    if stem != lexeme.text and stem in NUMERALS and (reading := read(stem, 0)):
        return Quantity(lexeme.start, lexeme.end, float(reading[0]), float(reading[0]), "fold",
                        "ratio")
    return None


_PRODUCTIONS = {"number": _digits, "vulgar": _vulgar, "article": _article, "plural": _plural,
                **dict.fromkeys(("unit", "ten", "hundred", "scale", "ordinal", "denominator"),
                                _words)}

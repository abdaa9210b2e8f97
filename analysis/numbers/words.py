"""Numbers written in words: "two hundred and five thousand", "three point one four", "twenty-first", "nineteen ninety-nine"."""
import re

UNITS = {word: value for value, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split())} | {"nil": 0, "nought": 0}
TENS = {word: 10 * value for value, word in enumerate(
    "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {word: 1000 ** power for power, word in enumerate(
    "thousand million billion trillion quadrillion quintillion sextillion septillion octillion nonillion "
    "decillion".split(), 1)} | {"lakh": 10 ** 5, "lakhs": 10 ** 5, "crore": 10 ** 7, "crores": 10 ** 7, "dozen": 12}
_ORDINAL_UNITS = {"zeroth": "zero", "first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight",
                  "ninth": "nine", "twelfth": "twelve"}
ORDINALS = {**{word + "th": word for word in [*list(UNITS)[4:20], "hundred", *list(SCALES)[:11]]}, **{word[:-1] + "ieth": word
            for word in TENS}, **_ORDINAL_UNITS}
for _wrong in ("fiveth", "eightth", "nineth", "twelveth"):
    del ORDINALS[_wrong]
NUMERALS = {*UNITS, *TENS, *SCALES, "hundred", *ORDINALS}

_STEP = re.compile(r"(, and |, | and |-and-|[ \-‐‑])?([a-z]+)")
_POINT = re.compile(r" point((?:[ -](?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine)\b)+)")
_YEAR = re.compile(r"(eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)[ -]"
                   r"(?:(?:oh|o)[ -]?(one|two|three|four|five|six|seven|eight|nine)|(ten|eleven|twelve|thirteen|"
                   r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|(twenty|thirty|forty|fifty|sixty|seventy|"
                   r"eighty|ninety)(?:[ -](one|two|three|four|five|six|seven|eight|nine))?)\b")


def read(text, start):
    """(value, end, is ordinal) of the longest number in words that begins at `start` of lower-case `text`, or None.

    >>> read("one hundred and five people", 0)
    (105, 20, False)
    >>> read("two three", 0)
    (2, 3, False)
    """
    total, group, room, ceiling = 0, None, None, None
    best = before_group = None
    after_comma = False
    position = start
    while match := _STEP.match(text, position):
        join, word = match.groups()
        ordinal = word in ORDINALS
        word = ORDINALS.get(word, word)
        if (join is None) != (position == start):
            break
        joined_by_and = bool(join) and "and" in join
        if joined_by_and and not (room == 100 or group is None and best):
            break
        if join and "," in join and not (group is None and best):
            break
        if word in UNITS or word in TENS:
            value = UNITS.get(word, TENS.get(word))
            if group is None:
                before_group, group, after_comma = best, value, bool(join) and "," in join and not joined_by_and
            elif not 0 < value < room:
                break
            else:
                group += value
            room = 10 if word in TENS else 1
            if word in TENS and ceiling is not None and ceiling <= group:
                break
        elif word == "hundred" and group is not None and 0 < group < 100 and room < 100 and not joined_by_and:
            group, room, after_comma = group * 100, 100, False
        elif word in SCALES and group and not joined_by_and:
            if ceiling is not None and group * SCALES[word] >= ceiling:
                best = before_group
                break
            total, ceiling, group, room = total + group * SCALES[word], SCALES[word], None, None
            after_comma = False
        else:
            break
        position = match.end()
        if not after_comma:
            best = total + (group or 0), position, ordinal
        if ordinal:
            break
    if best and not best[2] and (match := _POINT.match(text, best[1])):
        digits = "".join(str(UNITS.get(digit, 0)) for digit in re.findall(r"[a-z]+", match[1]))
        return float(f"{best[0]}.{digits}"), match.end(), False
    return best


def read_year(text, start):
    """(year, end) of a year spoken as two pairs at `start` of lower-case `text` ("nineteen ninety-nine"), or None."""
    if match := _YEAR.match(text, start):
        century, digit, teen, tens, unit = match.groups()
        rest = UNITS.get(digit or teen) if digit or teen else TENS[tens] + UNITS.get(unit, 0)
        return 100 * {**UNITS, **TENS}[century] + rest, match.end()
    return None

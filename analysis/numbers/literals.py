"""Numerals: digits, words, and mixtures of the two, wherever they stand in a text.

>>> text = "Half a million of 2.5 million, or two-fifths"
>>> [(claim.low, claim.form) for claim in find(text, text.lower())]
[(500000.0, 'words'), (2500000.0, 'digits'), (0.4, 'fraction')]
"""
import re

from analysis.numbers.quantity import Claim
from analysis.numbers.words import NUMERALS, SCALES, read

_DIGITS = re.compile(r"\d{1,3}(?:,\d{2,3}(?=,\d))*+,\d{3}(?:\.\d+)?(?![\d,]*\d)|\d+(?:\.\d+)?|\.\d+")
_VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 /
           6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}
_SHORT = {"bn": 1e9, "bln": 1e9, "mn": 1e6, "mln": 1e6, "tn": 1e12, "trn": 1e12, "hundred": 100, "m": 1e6, "k": 1e3, "b": 1e9}
_SCALE = re.compile(r"[ -]?(thousand|million|billion|trillion|hundred|dozen|lakhs?|crores?)\b(?!s)|"
                    r" ?(bn|bln|mln|mn|tn|trn)\b|([mkMKB])(?![\w’'²³])")
_DENOMINATORS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
                 "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000}
_DENOMINATORS |= {name + "s": value for name, value in _DENOMINATORS.items() if name not in ("half", "halves")}
_NAMES = "|".join(sorted(_DENOMINATORS, key=len, reverse=True))
_FRACTION = re.compile(rf"(?:(an?|one|two|three|four|five|six|seven|eight|nine|1|2|3|4|5|7|9|11)([ -]))?({_NAMES})\b")
_AND_PART = re.compile(r"(?: and |-and-)(?:(a|one|three)[ -])(half|quarter|third|quarters)\b|([½⅓⅔¼¾⅛⅜⅝⅞])| ([1-9])/([2-9]|"
                       r"1[026])\b(?!/)")
_FRACTION_OF = re.compile(r"(?: of)?(?: an?|-) ?(million|billion|trillion|thousand|dozen|hundred|century|decade)\b|"
                          r" (million|billion|trillion|thousand|dozen|hundred)\b")
_SLASHED = re.compile(r"([1-9]\d?)[/⁄]([1-6]|8|10|12|16|20|32|64|100|128|1000)(?![\d/])")
_ORDINAL = re.compile(r"(?:(?<=1)(?<!11)st|(?<=2)(?<!12)nd|(?<=3)(?<!13)rd|th)\b")
_WORD = re.compile(r"[a-z]+|[0-9.½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞]")
_SIZES = {"hundred": 100, "dozen": 12, **{name: SCALES[name] for name in ("thousand", "million", "billion", "trillion")}}
_OR_TWO = re.compile(r"(?!hundred|thousand|million|dozen|score)([a-z]+) or two(?= ?[.,;:!?)”’]|$| (?:of|in|to|for|and|but|"
                     r"about|with|from|"
                     r"on|at|before|after|ago|later|earlier|more|that|who|as|when|if|is|was|because)\b)")
_POWER = re.compile(r" ?[×x] ?10(?:\^([-−–]?\d{1,2})|(−\d{1,2})|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))(?!\d)")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
_STARTS = NUMERALS | set(_DENOMINATORS) | {"a", "an", "another"}


def find(text, lower):
    """The numerals of `text` as Claims in order; `lower` is `text` in lower case, of the same length."""
    found, position = [], 0
    while match := _WORD.search(lower, position):
        word, start = match[0], match.start()
        position = match.end()
        if word.isalpha():
            if word not in _STARTS or start and (lower[start - 1].isalnum() or lower[start - 1] in "’'"):
                continue
            claim = _in_words(lower, start, word)
        elif word in _VULGAR:
            claim = Claim(start, match.end(), _VULGAR[word], _VULGAR[word], "fraction")
        else:
            claim = _in_digits(text, lower, start)
        if claim:
            found.append(claim)
            position = claim.end
    return found


def _in_digits(text, lower, start):
    match = _DIGITS.match(text, start)
    if not match:
        return None
    end = match.end()
    claim = Claim(start, end, float(match[0].replace(",", "")), form="digits")
    claim.places = len(match[0].partition(".")[2])
    if start and (text[start - 1].isalnum() or text[start - 1] == "." and text[start - 2:start - 1].isalnum()):
        claim.notes.add("glued")
    if suffix := _ORDINAL.match(lower, end):
        claim.high, claim.end, claim.form = claim.low, suffix.end(), "ordinal"
        return claim
    if power := _POWER.match(text, end):
        claim.low = claim.high = float(f"{match[0].replace(',', '')}e{(power[1] or power[2] or power[3]).translate(_RAISED)}")
        claim.end = power.end()
        return claim
    if (slashed := _SLASHED.match(text, start)) and match[0] == slashed[1]:
        claim.low, claim.end = int(slashed[1]) / int(slashed[2]), slashed.end()
        claim.form = "fraction" if claim.low < 1 else "ratio"
        claim.notes.add("slashed")
    elif part := _AND_PART.match(lower, end):
        claim.low += _part(part)
        claim.end = part.end()
    return _scaled(claim, text, lower)


def _scaled(claim, text, lower):
    while scale := _SCALE.match(lower, claim.end):
        if scale[3] and (claim.form != "digits" or claim.end - claim.start > 6):
            break
        name = scale[1] or scale[2] or scale[3]
        if scale[3]:
            claim.notes.add("letter " + text[scale.start(3)])
            if claim.scale > 1:
                break
            claim.scale, claim.end = _SHORT[name], scale.end()
            break
        claim.scale *= _SHORT.get(name) or SCALES[name]
        claim.end = scale.end()
    if claim.scale > 1:
        claim.low = round(claim.low * claim.scale, 6)
    if "letter" not in " ".join(claim.notes) and claim.scale == 1 and (part := _AND_PART.match(lower, claim.end)) and part[1]:
        claim.low += _part(part)
        claim.end = part.end()
    claim.high = claim.low
    return claim


def _in_words(lower, start, word):
    if word in ("a", "an", "another"):
        return _with_article(lower, start, word)
    if fraction := _fraction(lower, start):
        return fraction
    reading = read(lower, start)
    if not reading:
        return Claim(start, start + len(word), SCALES[word], SCALES[word], "scale") if word in SCALES else None
    value, end, ordinal = reading
    claim = Claim(start, end, float(value), float(value), "ordinal" if ordinal else "words")
    if ordinal:
        return claim
    if part := _AND_PART.match(lower, end):
        claim.low += _part(part)
        claim.end = part.end()
    return _scaled(claim, lower, lower)


def _with_article(lower, start, word):
    following = start + len(word) + 1
    if lower[following - 1:following] not in (" ", "-"):
        return None
    if match := _OR_TWO.match(lower, following):
        return Claim(start, match.end(), 1.0, 2.0, "words", modifier="range", counted=match[1], notes={"or two", "article"})
    if word == "another":
        return None
    if match := re.compile(r"(hundred|thousand|million|billion|trillion|dozen)\b").match(lower, following):
        value, end, ordinal = read("one " + lower[following:following + 120], 0)
        claim = Claim(start, following + end - 4, float(value), float(value), "ordinal" if ordinal else "words")
        claim.notes.add("article")
        return claim
    if match := re.compile(r"(year|month|week|day|hour|mile|decade|century) and a half\b").match(lower, following):
        claim = Claim(start, match.end(), 1.5, 1.5, "words", "distance" if match[1] == "mile" else "duration", match[1])
        return claim
    return _fraction(lower, start)


def _fraction(lower, start):
    match = _FRACTION.match(lower, start)
    if not match:
        return None
    count, join, name = match.groups()
    if count is None and name != "half" or count in ("a", "an") and name == "second":
        return None
    top = {None: 1, "a": 1, "an": 1}.get(count) or (int(count) if count.isdigit() else read(count, 0)[0])
    plural = name.endswith("s") and name != "halves"
    if count and top > 1 and not plural:
        return None
    claim = Claim(start, match.end(), top / _DENOMINATORS[name], top / _DENOMINATORS[name], "fraction")
    claim.notes |= {"bare"} if count is None else {"hyphen"} if join == "-" else {"plural"} if plural else set()
    if size := _FRACTION_OF.match(lower, claim.end):
        named = size[1] or size[2]
        if named in _SIZES:
            claim.low = claim.high = round(claim.low * _SIZES[named], 6)
            claim.end, claim.form, claim.scale = size.end(), "words", _SIZES[named]
    return claim


def _part(match):
    if match[2]:
        return (3 if match[1] == "three" else 1) / _DENOMINATORS[match[2]]
    return _VULGAR[match[3]] if match[3] else int(match[4]) / int(match[5])

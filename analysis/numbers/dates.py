"""Dates: where they stand, and what ISO date they mean given the day of publication.

`find` gives Quantities of kind date or time whose `iso` is a date (2016-02-07), month (2016-02),
year (2016), decade (199X) or week (2016-W06); `analysis.numbers.resolve` has the arithmetic. Each
form of a date is a pattern and what resolves it.
"""
import re
from calendar import day_name, month_name
from collections import namedtuple
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from analysis.lexicons import words
from analysis.numbers import clock, resolve, years
from analysis.numbers.quantity import Quantity
from analysis.numbers.words import ORDINALS, read

if TYPE_CHECKING:
    from analysis.text.tokens import Token

MONTHS = {name[:3].lower(): number for number, name in enumerate(month_name) if name}
DAYS = {name.lower(): number for number, name in enumerate(day_name)}
_NEXT_CENTURY = 50        # 49 is 2049, 50 is 1950
# a date as its pattern found it
_Found = namedtuple("_Found", "part match text published ahead")

_FULL_MONTHS = "|".join(name.lower() for name in month_name if name)
_MONTH = rf"(?:{_FULL_MONTHS}|(?:sept|{'|'.join(MONTHS)})\.?)(?![a-z])"
_A_MONTH = re.compile(_MONTH)
_WEEKDAY = "(?:" + "|".join(DAYS) + ")"
_SHORT_DAY = rf"(?:{_WEEKDAY}|(?:mon|tues?|wed|thur?s?|fri|sat|sun)\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%])(?![.:]\d)"
_YEAR = r"(?:1\d{3}|20\d\d|21[0-4]\d)(?![\d,]*\d)"
_EDGE = (r"(?:(?:the )?(?:very )?(?P<edge>beginning|start|end|middle|close|turn) of (?:the )?"
         r"|(?P<near>early|mid|late)(?: |-| in | to mid-? ?))?")
_SEASON = "(?:" + "|".join(resolve.SEASONS) + ")"
_UNIT = rf"(?:day|week|weekend|fortnight|month|quarter|year|decade|century|night|season|{_SEASON})"
_REL = r"(?P<rel>last|next|this|the following|the previous|the next|this coming|this past)"
_DAY_WORD = "(?:" + "|".join(sorted((word for word in ORDINALS if len(word) > 4), key=len,
                                    reverse=True)) + r")"
_ORDINAL_DAY = rf"(?:(?:twenty|thirty)-{_DAY_WORD}|{_DAY_WORD})"
_PAPERS = "|".join(words("numbers.weekday_papers"))
_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "last night": -1, "tomorrow": 1,
          "the day before yesterday": -2, "the day after tomorrow": 2}


def _attack(found):
    return "2001-09-11"


def _iso(found):
    part = found.part
    return resolve.full(int(part["y"]), int(part["mm"]), int(part["dd"]))


def _slashed(found):
    """3/4/2024 may be of March or of April: only the year is sure; dots are written day first."""
    part = found.part
    first, second, year = int(part["d1"]), int(part["d2"]), int(part["y"])
    if year < 100:
        if not (0 < min(first, second) and max(first, second) < 32 and min(first, second) < 13):
            return False
        year += 2000 if year < _NEXT_CENTURY else 1900
    dotted = "." in found.match[0]
    if first <= 12 and second <= 12 and first != second and not dotted:
        return str(year)
    day_first = first > 12 or second <= 12 and dotted
    return resolve.full(year, *((second, first) if day_first else (first, second)))


def _month_day(found):
    part, published = found.part, found.published
    if (found.match["month"] in words("numbers.months_also_verbs")
            and not found.text[:found.match.start()].endswith("on ")):
        return False
    month, day, rel = MONTHS[part["month"][:3]], part.get("day"), part.get("rel", "")
    day = day and (int(re.match(r"\d+", day)[0]) if day[0].isdigit() else read(day, 0)[0])
    before = found.text[max(0, found.match.start() - 22):found.match.start()].lower()
    said = set(re.findall(r"[a-z]+", before)[-2:])
    ahead = "last" not in rel and (found.ahead or "next" in rel or bool(
        said & words("numbers.ahead_of_date")
        and re.search(r"(?:next|starting|due|for)(?: on)?(?: the)? $", before)))
    year = int(part["y"]) if "y" in part else resolve.year_of(
        month, day, published, ahead, past="last" in rel or "past" in rel)
    if year is None:
        return None
    return resolve.full(year, month, day) if day else f"{year}-{month:02}"


def _lone_month(found):
    """A month without a day or year: "may" and "march" are verbs, May and June are names."""
    part, match = found.part, found.match
    name, sure = match["month"], part.get("edge") or part.get("near")
    if not name[0].isupper() or len(name.rstrip(".")) < 4 and name != "May" and not sure:
        return False
    if not sure and name in words("numbers.months_also_names"):
        before = re.findall(r"[a-z-]+ $", found.text[max(0,
                                                         match.start() - 16):match.start()].lower())
        prepared = bool(before) and before[0].strip() in words("numbers.month_before")
        alone = not re.match(r" [A-Z][a-z]|[’']s\b", found.text[match.end():])
        if not prepared or not alone and name not in words("numbers.months_never_people"):
            return False
    return _month_day(found)


def _weekday(found):
    part = found.part
    if found.match["weekday"][0].islower():
        return False
    shift, rel = part.get("shift", ""), part.get("rel", "")
    shift = next((name for name in ("ago", "from") if name in shift), None) or next(
        (name for name in ("last", "next") if name in rel), None)
    return resolve.weekday(DAYS[part["weekday"]], found.published, found.ahead or "coming" in rel,
                           shift)


def _relative(found):
    """"last week", "this summer"; "the previous year" hangs on another date and has none of its
    own."""
    unit, rel = found.part["unit"], found.part.get("rel", "this")
    if rel.startswith("the "):
        return None if unit == "year" and rel != "the next" else False
    if (rel == "this" and unit in ("day", "decade", "century", "season", "night")
            or rel == "last" and unit in ("season", "quarter")):
        return False
    steps = -1 if rel in ("last", "this past") else rel == "next"
    return resolve.relative({"fall": "autumn", "season": "year"}.get(unit, unit), int(steps),
                            found.published, found.ahead)


def _weekend(found):
    return resolve.relative("weekend", 0, found.published, found.ahead)


def _edge(found):
    """"the close of this year", "the start of next month", "year-end"."""
    unit, said = found.part.get("unit", "year"), f" {found.match[0].lower()} "
    steps = 1 if " next " in said else -1 if " last " in said else 0
    if "end" in said and not steps and unit in ("week", "month", "year"):
        return resolve.last_day(unit, found.published)
    return resolve.relative(unit, steps, found.published)


def _word(found):
    match = found.match
    if match[0].isupper() and re.search(r"\b[A-Z]{2,} $", found.text[:match.start()][-12:]) or (
            match[0] == "Today" and re.match(r"(?:[’']s)? (?:show|programme)",
                                             found.text[match.end():])):
        return False                                                                 # USA TODAY
    return resolve.relative("day", _WORDS[found.part["word"]], found.published)


def _season(found):
    return f"{found.part['y']}-{resolve.SEASONS[found.part['season']]:02}-01"


def _ago(found):
    part = found.part
    if "weekday" in part:
        return resolve.weekday(DAYS[part["weekday"]], found.published, False, "ago")
    return resolve.ago(1, part["ago"], found.published)


def _decade(found):
    part, match = found.part, found.match
    if "short" in part and not re.search(r"[’'‘]\d0s$|the (?:early |mid-?|late )?\d0s$",
                                         found.text[max(0, match.start() - 14):match.end()]):
        return False
    decade = int(part.get("decade") or "19" + part["short"])
    return f"{(decade + 100 if 'short' in part and decade < 1930 else decade) // 10}X"


def _century(found):
    said = found.part["century"]
    number = re.match(r"\d+", said) or read(said, 0)
    century = int(number[0]) if number else 0
    return f"{century - 1:02}XX" if 1 < century < 30 else False


_APART = r"(?<![\w’'.$£€])(?<!\D-)"        # "March 30-April 4" is two dates
_PATTERNS = [(re.compile(_APART + pattern, re.I), resolver) for pattern, resolver in (
    (r"(?:(?:post|pre)-)?(?P<attack>9/11)(?![\d/])", _attack),
    (r"(?P<y>\d{4})-(?P<mm>[01]\d)-(?P<dd>[0-3]\d)(?!\d)", _iso),
    (r"(?P<d1>\d{1,2})[/.](?P<d2>\d{1,2})[/.](?P<y>(?:19|20)\d\d)(?!\d)", _slashed),
    (r"(?P<d1>\d{1,2})/(?P<d2>\d{1,2})/(?P<y>\d\d)(?![\d/]|,\d)", _slashed),
    (rf"(?:(?P<weekday>{_SHORT_DAY}),? (?:the )?)?{_EDGE}(?P<month>{_MONTH})(?: |(?<=\.))"
     rf"(?:the )?(?P<day>{_DAY})"
     rf"(?:(?: ?[-–] ?| (?:and|or) (?=\d+(?:,? \d{{4}}|[.,;:)](?!\d)|$)))(?P<to>{_DAY}))?"
     rf"(?:,? (?P<y>{_YEAR}))?", _month_day),
    (rf"(?:(?P<weekday>{_SHORT_DAY}),? )?(?:the )?(?P<day>{_DAY}|{_ORDINAL_DAY})"
     rf"(?:(?: ?[-–] ?| to | and | or )(?P<to>{_DAY}))? "
     rf"(?:of )?(?P<month>{_MONTH})(?:,? (?P<y>{_YEAR}))?", _month_day),
    (rf"{_EDGE}(?P<month>{_MONTH})(?:,? (?:of )?(?P<y>{_YEAR}))", _month_day),
    (rf"{_EDGE}{_REL} (?P<month>{_MONTH})", _month_day),
    (rf"{_EDGE}(?P<month>{_MONTH})", _lone_month),
    (r"(?:(?P<shift>a week ago|a week from|the) )?"
     r"(?P<rel>(?:this )?(?:past|coming)|last|next|this|the following|the next|the previous) "
     rf"(?P<weekday>{_WEEKDAY})", _weekday),
    (rf"(?:(?P<shift>a week ago|a week from) )?(?P<weekday>{_WEEKDAY})(?! (?:{_PAPERS}))",
     _weekday),
    (rf"{_EDGE}{_REL} (?P<unit>{_UNIT})(?![a-rt-z])", _relative),
    (r"(?P<rel>the) (?P<unit>year) (?:before|earlier)(?! [a-z])", _relative),
    (r"(?<=the )(?P<unit>weekend)(?! of| after| before)", _weekend),
    (r"(?:the )?(?P<edge>end|beginning|start|middle) of (?:the|this|next|last) "
     r"(?P<unit>year|month|week|decade|century)", _edge),
    (r"(?P<yearend>year[ -]end)", _edge),
    (rf"(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?!\w)", _word),
    (rf"(?:the )?{_EDGE}(?P<season>{_SEASON}) (?:of )?(?P<y>{_YEAR})", _season),
    (r"(?:an? )(?P<ago>day|week|fortnight|month|year|decade|century) ago"
     rf"(?: (?P<weekday>{_WEEKDAY}))?", _ago),
    (rf"{_EDGE}(?:(?P<decade>(?:1[0-9]|20)\d0)[’']?|[’'‘]?(?P<short>[2-9]0))s(?!\w)", _decade),
    (rf"{_EDGE}(?:the )?"
     r"(?P<century>\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:th|st|nd|rd)(?:-first)?|twenty-first)"
     r"[ -]century(?! [bB]\.?[cC])", _century),
)]

# What stands in every date of a resolver: most passages are spared most patterns.
_NEEDS = {_attack: ("9/11",), _iso: ("-0", "-1"), _slashed: ("/", ".19", ".20"),
          _edge: ("end of", "beginning of", "start of", "middle of", "year end", "year-end"),
          _month_day: tuple(MONTHS), _lone_month: tuple(MONTHS),
          _weekday: ("day",),
          _weekend: ("weekend",), _season: tuple(resolve.SEASONS), _ago: (" ago",),
          _decade: ("0s", "0’", "0'"), _century: ("century",),
          _word: ("today", "tonight", "yesterday", "last night", "tomorrow"),
          _relative: ("last", "next", "this", "the following", "the previous", "the year")}


def find(text: str, lower: str, token_at: Callable[[int], "Token"], published: date | None,
         future: Callable[[int], bool]) -> list[Quantity]:
    """Quantities for the dates and times of `text`, in order.

    token_at(offset) gives the token at a character; published is the day of publication or
    None; future(offset) tells whether the clause around a character speaks of the future.
    """
    found, taken = [], bytearray(len(text) + 1)

    def keep(quantity):
        if not any(taken[quantity.start:quantity.end]):
            found.append(quantity)
            taken[quantity.start:quantity.end] = b"\1" * (quantity.end - quantity.start)

    for quantity in clock.find(text):
        keep(quantity)
    possible = {resolver for resolver, needed in _NEEDS.items()
                if any(map(lower.__contains__, needed))}
    if _month_day in possible and not _A_MONTH.search(lower):       # "market", "decided"
        possible -= {_month_day, _lone_month}
    for pattern, resolver in _PATTERNS:
        for match in pattern.finditer(text) if resolver in possible else ():
            if not any(taken[match.start():match.end()]):
                for quantity in _dates(match, resolver, text, published, future):
                    keep(quantity)
    for quantity in years.find(text, lower, token_at):
        keep(quantity)
    return sorted(found, key=lambda quantity: quantity.start)


def _dates(match, resolver, text, published, future):
    """The dates of a match: "3 and 10 March" has two, days in a row ("3 and 4 March") are one."""
    part = {name: value.lower() for name, value in match.groupdict().items() if value}
    found = _Found(part, match, text, published, future(match.start()))
    quantity = _date(found, resolver)
    if quantity is None:
        return []
    days = [int(re.match(r"\d+", part[name])[0]) for name in ("day", "to")
            if part.get(name, "")[:1].isdigit()]
    if len(days) == 2 and days[1] > days[0] + 1 and re.search(
            r"\d(?:st|nd|rd|th)? (?:and|or) $", text[match.start():match.start("to")]):
        other = _date(found._replace(part=part | {"day": part["to"]}), resolver)
        quantity.end, other.start = match.end("day"), match.start("to")
        return [quantity, other]
    return [quantity]


def _date(found, resolver):
    part, match = found.part, found.match
    iso = resolver(found)
    if iso is False:
        return None
    quantity = Quantity(match.start("attack") if "attack" in part else match.start(), match.end(),
                        form="date",
                        kind="date", tier=2, iso=iso)
    if resolver is _slashed and iso is not None and len(iso) == 4:
        quantity.notes.add("ambiguous")
    if resolver is _decade:
        quantity.set(float(iso[:-1] + "0"), float(iso[:-1] + "9"))
    elif resolver is _century:
        quantity.set(100.0 * int(iso[:2]) + 1, 100.0 * int(iso[:2]) + 100)
    return quantity

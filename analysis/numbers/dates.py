"""Dates: where they stand, and what ISO date they mean given the day of publication.

`find` gives Claims of kind date or time whose `iso` is a date (2016-02-07), month (2016-02), year (2016), decade (199X) or
week (2016-W06); `analysis.numbers.resolve` has the arithmetic.
"""
import re

from analysis.numbers import clock, resolve, years
from analysis.numbers.quantity import Quantity
from analysis.numbers.words import read

MONTHS = {name[:3]: number for number, name in enumerate(
    "january february march april may june july august september october november december".split(), 1)}
DAYS = {name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_MONTH = (r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|"
          r"sept(?:ember|\.)?|sep\.?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![a-z])")
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SHORT_DAY = rf"(?:{_WEEKDAY}|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%])(?![.:]\d)"
_YEAR = r"(?:1\d{3}|20\d\d|21[0-4]\d)(?![\d,]*\d)"
_EDGE = (r"(?:(?:the )?(?:very )?(?P<edge>beginning|start|end|middle|close|turn) of (?:the )?|"
         r"(?P<near>early|mid|late)(?: |-| in | to mid-? ?))?")
_UNIT = r"(?:day|week|weekend|fortnight|month|quarter|year|decade|century|night|summer|spring|autumn|winter|fall|season)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_ORDINAL_DAY = (r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
                r"(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|twenty-\w+|thirtieth|thirty-first)")

_PATTERNS = [re.compile(rf"(?<![\w’'.$£€-]){pattern}", re.I) for pattern in (
    r"(?:(?:post|pre)-)?(?P<attack>9/11)(?![\d/])",
    r"(?P<y>\d{4})-(?P<mm>[01]\d)-(?P<dd>[0-3]\d)(?!\d)",
    r"(?P<d1>\d{1,2})[/.](?P<d2>\d{1,2})[/.](?P<y>(?:19|20)\d\d)(?!\d)",
    rf"(?:(?P<weekday>{_SHORT_DAY}),? (?:the )?)?{_EDGE}(?P<month>{_MONTH}) (?:the )?(?P<day>{_DAY})(?: ?[-–] ?(?P<to>{_DAY}))?"
    rf"(?:,? (?P<y>{_YEAR}))?",
    rf"(?:(?P<weekday>{_SHORT_DAY}),? )?(?:the )?(?P<day>{_DAY}|"
    rf"{_ORDINAL_DAY}) (?:of )?(?P<month>{_MONTH})(?:,? (?P<y>{_YEAR}))?",
    rf"{_EDGE}(?P<month>{_MONTH})(?:,? (?:of )?(?P<y>{_YEAR}))",
    rf"{_EDGE}(?P<rel>last|next|this|the following|the previous|this coming|this past) (?P<month>{_MONTH})",
    rf"{_EDGE}(?P<lonemonth>{_MONTH})",
    rf"(?:(?P<shift>a week ago|a week from|the) )?(?P<rel>(?:this )?(?:past|coming)|last|next|this|the following|the next|"
    rf"the previous) "
    rf"(?P<weekday>{_WEEKDAY})",
    rf"(?:(?P<shift>a week ago|a week from) )?(?P<weekday>{_WEEKDAY})(?! (?:club|times|post|mirror|mail|herald|express|"
    rf"telegraph))",
    rf"{_EDGE}(?P<rel>last|next|this|the following|the previous|the next|this coming|this past) (?P<unit>{_UNIT})(?![a-rt-z])",
    r"(?<=the )(?P<unit>weekend)(?! of| after| before)",
    r"(?:the )?(?P<edge>end|beginning|start|middle) of (?:the|this|next|last) (?P<unit>year|month|week|decade|century)|"
    r"(?P<yearend>year[ -]end)",
    r"(?P<word>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|tonight|last night)(?![\w])",
    rf"(?:the )?{_EDGE}(?P<season>{_SEASON}) (?:of )?(?P<y>{_YEAR})",
    rf"(?:an? )(?P<ago>day|week|fortnight|month|year|decade|century) ago(?: (?P<weekday>{_WEEKDAY}))?",
    rf"{_EDGE}(?:(?P<decade>(?:1[0-9]|20)\d0)[’']?|[’'‘]?(?P<short>[2-9]0))s(?!\w)",
    rf"{_EDGE}(?:the )?(?P<century>\d{{1,2}}(?:st|nd|rd|th)|[a-z]+(?:th|st|nd|rd)(?:-first)?|"
    rf"twenty-first)[ -]century(?! [bB]\.?[cC])",
)]


def find(text, lower, doc_at, published, future):
    """Claims for the dates and times of `text`, in order.

    doc_at(offset) gives the spaCy token at a character; published is a datetime.date or None; future(offset) tells
    whether the clause around a character speaks of the future.
    """
    found, taken = [], bytearray(len(text))
    for claim in clock.find(text):
        _keep(found, taken, claim)
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(taken[match.start():match.end()]):
                continue
            claim = _claim(match, text, lower, published, future)
            if claim:
                _keep(found, taken, claim)
    for claim in years.find(text, lower, doc_at):
        if not any(taken[claim.start:claim.end]):
            _keep(found, taken, claim)
    return sorted(found, key=lambda claim: claim.start)


def _keep(found, taken, claim):
    found.append(claim)
    taken[claim.start:claim.end] = b"\1" * (claim.end - claim.start)


def _claim(match, text, lower, published, future):
    part = {name: value and value.lower() for name, value in match.groupdict().items() if value}
    ahead = future(match.start())
    iso = None
    if "lonemonth" in part and not _is_month(match, text):
        return None
    if "attack" in part:
        iso = "2001-09-11"
    elif "ago" in part:
        iso = (resolve.weekday(DAYS[part["weekday"]], published, False, "ago") if "weekday" in part
               else resolve.ago(1, part["ago"], published))
    elif "word" in part:
        steps = {"today": 0, "tonight": 0, "yesterday": -1, "last night": -1, "tomorrow": 1,
                 "the day before yesterday": -2, "the day after tomorrow": 2}[part["word"]]
        if match[0].isupper() and re.search(r"\b[A-Z]{2,} $", text[:match.start()][-12:]):
            return None
        if part["word"] == "today" and match[0] == "Today" and re.match(r"(?:[’']s)? (?:show|programme)", text[match.end():]):
            return None
        iso = resolve.relative("day", steps, published)
    elif "mm" in part:
        iso = resolve.full(int(part["y"]), int(part["mm"]), int(part["dd"]))
    elif "d1" in part:
        first, second = int(part["d1"]), int(part["d2"])
        iso = resolve.full(int(part["y"]), *((second, first) if first > 12 or second <= 12
            and "." in match[0] else (first, second)))
        if first <= 12 and second <= 12 and first != second and "." not in match[0]:
            iso = part["y"]
    elif month := part.get("month") or part.get("lonemonth"):
        iso = _month_date(part, MONTHS[month[:3]], match, lower, published, ahead)
    elif "weekday" in part:
        if match["weekday"][0].islower() or part["weekday"] not in DAYS:
            return None
        shift = "ago" if "ago" in part.get("shift", "") else "from" if "from" in part.get("shift", "") else next(
            (name for name in ("last", "next") if name in part.get("rel", "")), None)
        ahead = ahead or "coming" in part.get("rel", "")
        iso = resolve.weekday(DAYS[part["weekday"]], published, ahead, shift)
    elif "decade" in part or "short" in part:
        decade = int(part.get("decade") or "19" + part["short"])
        if "short" in part and not re.search(r"[’'‘]\d0s$|the (?:early |mid-?|late )?\d0s$",
                text[max(0, match.start() - 14):match.end()]):
            return None
        if "short" in part and decade < 1930:
            decade += 100
        claim = Quantity(match.start(), match.end(), float(decade), float(decade + 9), "date", "date", tier=2)
        claim.iso = f"{decade // 10}X"
        return claim
    elif "century" in part:
        number = re.match(r"\d+", part["century"]) or read(part["century"], 0)
        if not number or not 1 < (century := int(number[0])) < 30:
            return None
        claim = Quantity(match.start(), match.end(), 100.0 * century - 99, 100.0 * century, "date", "date", tier=2)
        claim.iso = f"{century - 1:02}XX"
        return claim
    elif "season" in part:
        iso = f"{part['y']}-{resolve._SEASONS[part['season']]:02}-01"
    elif "yearend" in part or part.get("edge") and "rel" not in part:
        unit = part.get("unit", "year")
        steps = 1 if " next " in f" {match[0]} " else -1 if " last " in f" {match[0]} " else 0
        iso = (resolve.last_day(unit, published) if "end" in match[0] and not steps and unit in ("week", "month", "year")
               else resolve.relative(unit, steps, published))
    elif "unit" in part:
        rel = part.get("rel", "this")
        if rel.startswith("the following") or rel.startswith("the previous") or rel.startswith("the next"):
            return None
        steps = -1 if rel in ("last", "this past") else 1 if rel == "next" else 0
        if rel == "this" and part["unit"] in ("day", "decade", "century", "season", "night"):
            return None
        if part["unit"] in ("season", "quarter") and rel == "last":
            return None
        iso = resolve.relative(part["unit"].replace("fall", "autumn") if part["unit"] != "season" else "year", steps,
            published, ahead)
    claim = Quantity(match.start("attack") if "attack" in part else match.start(), match.end(), form="date", kind="date", tier=2,
        iso=iso)
    claim.notes.add("named " + part["weekday"][:3]) if "weekday" in part else None
    return claim


def _month_date(part, month, match, lower, published, ahead):
    day = part.get("day")
    day = day and (int(re.match(r"\d+", day)[0]) if day[0].isdigit() else read(day, 0)[0])
    rel = part.get("rel", "")
    before = lower[max(0, match.start() - 14):match.start()]
    ahead = (ahead or bool(re.search(r"\b(?:next|starting|due|scheduled for) (?:on )?(?:the )?$", before))
        or "next" in rel) and "last" not in rel
    if "y" in part:
        year = int(part["y"])
    else:
        year = resolve.year_of(month, day, published, ahead, past="last" in rel or "past" in rel)
    if year is None:
        return None
    return resolve.full(year, month, day) if day else f"{year}-{month:02}"


def _is_month(match, text):
    """Whether a month's name without a day or year is the month: "may" and "march" are verbs, May and June are names."""
    name = match["lonemonth"]
    if not name[0].isupper() or len(name.rstrip(".")) < 4 and name not in ("May",) and not match["edge"] and not match["near"]:
        return False
    if match["edge"] or match["near"]:
        return True
    before = text[max(0, match.start() - 16):match.start()].lower()
    prepared = re.search(r"\b(?:in|since|until|till|by|from|of|for|after|before|during|through|to|and|between|between|every|"
                         r"mid-|late|early|last|next|this|on|or) $", before)
    if name in ("May", "March", "April", "June", "August", "Jan", "Mar", "July"):
        return bool(prepared) and not re.match(r" [A-Z][a-z]", text[match.end():]) and not re.match(r"[’']s\b",
            text[match.end():]) or bool(
            name in ("July", "March", "April", "August", "June") and prepared)
    return True

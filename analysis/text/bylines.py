"""Who wrote an article, for whom and when, where its text prints it: byline lines, a byline at the
end of the standfirst, lines such as "Published: 3 May 2024", and the agency in a dateline ("LONDON
(Reuters) -")."""
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.text.paragraphs import Part

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
          r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?")
_DATES = [re.compile(pattern, re.I) for pattern in (
    r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH},?[ -](?P<year>(?:19|20)\d\d)\b",
    rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b",
    r"\b(?P<day>1[3-9]|2\d|3[01])[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)\d\d)\b",
    r"\b(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)\b",
    r"\b(?P<day>0?(?P<month>[1-9]|1[0-2]))[/.](?=0?(?P=month)[/.])0?\d+[/.](?P<year>(?:19|20)\d\d)\b")]
# What may stand around the date in a line that holds nothing else.
_AROUND_DATE = re.compile(r"(?:\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)"
                          r"(?:day)?|at|on|the|[ECMPG][SDM]?T|BST|IST|CET|UTC|hrs)\b|"
                          r"\d{1,2}[:.h]\d\d(?::\d\d)?|[ap]\.?m\b\.?|[\s,.|·•()–—-])+", re.I)
_STAMP = re.compile(r"(?:(?:first|last|originally|date)\s+)?"
                    r"(?P<what>published|updated|posted|modified|created|filed|date)\b"
                    r"(?: by (?P<names>[^\d]{3,60}?)(?=\s+(?:on|at)\b|\s*[:,|–-]|\s+\d))?"
                    r"\s*(?:on|at|:)?\s*(?=\S)", re.I)
_PARTICLES = "and|of|the|for|in|with|de|van|von|der|den|da|di|du|la|le|bin|al|el|ter|&"
_NAMES = rf"[A-Z][\w.'’-]*(?:,? (?:[A-Z][\w.'’-]*|{_PARTICLES})(?![\w]))*"
_BYLINE = re.compile(rf"(?:(?:Words|Story|Report|Reporting|Text|Written|Reported|Analysis|Opinion) "
                     rf")?(?:By|BY|by):? (?P<names>{_NAMES})"
                     rf"(?P<rest>(?:\s*[,|·•–—]\s*|\s+-\s+|\s+(?=\d))[^.!?]*(?:\.m\.[^.!?]*)?)?")
_TAIL = re.compile(r"(?<=[.!?”\"’])\s+(?=(?:By|BY) [A-Z])")
_CAPITALS = re.compile(r"(?P<names>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){1,3}),? (?P<rest>(?:The "
                       r")?[A-Z][a-z]\w*(?: [A-Z]\w*){0,4})")
_NO_NAME = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
                      + _MONTH.replace("?P<month>", "?:")
                      + r"\b|(?:Christmas|Easter|The|This|That|Now|Then)\b", re.I)
_STAFF = re.compile(r"\s+(?:Staff|Reporters?|Correspondents?|Writers?|Editors?|Online|News "
                    r"Service|Bureau)\b.*", re.I)
_DATELINE = re.compile(r"(?:[A-Z][\w.'’/-]++,?+ ?+){1,6}+(?:\d{1,2} )?\((?P<agency>[A-Z][\w& "
                       r"]{1,30})\)\s*[-–—]")
_BARE_NAME = re.compile(r"[A-Z][\w’'-]*[a-z](?: (?:[A-Z]\.?|[A-Z][\w’'-]*[a-z])){1,2}")
_PRESS = re.compile(r"(?:The (?:[A-Z][\w’'-]* ?){1,4}|(?:[A-Z][\w’'-]* "
                    r"){1,3}(?:News|Times|Post|Herald|Tribune|Gazette|Chronicle|Journal|"
                    r"Courier|Mail|Telegraph|Press|Express|Standard|Globe|Magazine|Review|Weekly))")
_MOST_WORDS = 20


@dataclass(frozen=True)
class Byline:
    """What a line says: names, outlet, published (ISO date); `updated`: a change's date."""

    names: str | None = None
    outlet: str | None = None
    published: str | None = None
    updated: bool = False


@dataclass(frozen=True)
class Stated:
    """What an article prints about itself."""

    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None


def find_date(text: str) -> str | None:
    """The first full date in a text, as an ISO string; None where day and month could be swapped.

    >>> find_date("19 Feb 2016"), find_date("May 3rd, 2024"), find_date("03/05/2024")
    ('2016-02-19', '2024-05-03', None)
    """
    matches = sorted(filter(None, (pattern.search(text) for pattern in _DATES)),
                     key=lambda match: match.start())
    for match in matches:
        month = match["month"].lower()
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
        try:
            return date(int(match["year"]), number, int(match["day"])).isoformat()
        except ValueError:
            pass
    return None


def read_byline(line: str) -> "Byline | None":
    """The `Byline` in a line of its own, or None where the line is none.

    >>> read_byline("By Ilse Marr – The Tarnholm Post – 3 May 2024")
    Byline(names='Ilse Marr', outlet='The Tarnholm Post', published='2024-05-03', updated=False)
    """
    if len(line) > 250 or len(line.split()) > _MOST_WORDS:
        return None
    line = " ".join(line.split())
    published = find_date(line)
    if published and not _without_date(line):
        return Byline(published=published)
    if published and (stamp := _STAMP.match(line)) and len(line) < 120:
        return Byline(stamp["names"], None, published,
                      stamp["what"].lower() in ("updated", "modified"))
    if published and (paper := _PRESS.fullmatch(_dateless(line).strip(" ,.|·•()–—-"))):
        return Byline(outlet=paper[0], published=published)
    match = _BYLINE.fullmatch(line)
    if match and not _NO_NAME.match(match["names"]) and (match["rest"]
                                                         or len(match["names"].split()) > 1):
        return _facts(match["names"], match["rest"] or "", published)
    match = _CAPITALS.fullmatch(line)
    return _facts(match["names"], match["rest"], None) if match else None


def is_name(line: str) -> bool:
    """Whether a line looks like a person's name alone: "Ilse Marr" over "The Post, 3 May"."""
    return bool(_BARE_NAME.fullmatch(line))


def byline_tail(text: str) -> int | None:
    """Where a byline begins at the end of a paragraph's text, or None."""
    for match in _TAIL.finditer(text):
        if (len(text) - match.end() < 150 and text[-1] not in ".!?"
                and (found := read_byline(text[match.end():]))):
            if found.published or found.outlet:
                return match.end()
    return None


def dateline_agency(text: str) -> str | None:
    """The agency that a paragraph's dateline names, or None.

    >>> dateline_agency("TARNHOLM (Reuters) - The weir held.")
    'Reuters'
    """
    match = _DATELINE.match(text)
    return match and match["agency"]


def stated(text: str, parts: "list[Part]") -> Stated:
    """What a text's title, byline and first paragraphs (`Part`s) say, as `Stated`."""
    title = next((text[part.start:part.end] for part in parts if part.kind == "title"), None)
    printed = [text[part.start:part.end] for part in parts if part.kind == "byline"]
    read = [read_byline(line) or (Byline(line) if is_name(line) else None) for line in printed]
    lines = sorted(filter(None, read), key=lambda line: line.updated)
    body = _first_line(text, parts)
    first = {name: next(filter(None, (getattr(line, name) for line in lines)), None)
             for name in ("names", "outlet", "published")}
    outlet = first["outlet"]
    if outlet and body.casefold().startswith(outlet.casefold()):
        # the town of the dateline: "By Ilse Marr | Tarnholm" over "TARNHOLM: …"
        outlet = None
    return Stated(title and " ".join(title.split()), first["names"],
                  outlet or dateline_agency(body), first["published"])


def _first_line(text, parts):
    """The first paragraph of the body with the dateline before it, which is no part of it."""
    number = next((number for number, part in enumerate(parts) if part.kind == "body"), None)
    if number is None:
        return ""
    before, part = parts[max(number - 1, 0)], parts[number]
    same = before.kind == "furniture" and "\n" not in text[before.end:part.start]
    return text[before.start if same else part.start:part.end]


def _dateless(line):
    for pattern in _DATES:
        line = pattern.sub(" ", line)
    return line


def _without_date(line):
    return _AROUND_DATE.sub(" ", _dateless(line)).strip()


def _facts(names, rest, published):
    parts = [names, *re.split(r"\s*[,|·•–—]\s*|\s+-\s+", rest)]
    names, *more = [part for part in re.split(r",\s*", ",".join(parts)) if part]
    outlet = _STAFF.sub("", names) if _STAFF.search(names) else None
    outlet = None if outlet == "Staff" else outlet
    for part in more:
        plain = bool(_without_date(part)) and not re.search(r"\d", part) and part[0].isupper()
        role = re.search(r"\b(correspondent|reporter|editor|writer|columnist)\b", part, re.I)
        if plain and not role and not (part.isupper() and len(part) > 4 and outlet) and not outlet:
            outlet = part
    return Byline(names, outlet, published)

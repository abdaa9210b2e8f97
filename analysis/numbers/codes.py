"""Digits that are codes, known by how they are written: telephone numbers, versions, events, labels
of items and pictures."""
import re
from collections import defaultdict

from analysis.numbers.quantity import Quantity
from analysis.numbers.words import either

# The number of an item at the head of a paragraph: "3. Who pays?", and of markup: width="640".
_ITEM = re.compile(r"\s*\(?$")
_PLACE = re.compile(r"\(\d{1,3}\.\)")                  # "Ana Brell (4.)"
_ITEM_ENDS = re.compile(r"[.):] (?=\W*[A-Z])")
_MARKUP = re.compile(r"\w=[\"“”']?$|\w[Cc]ode: ?$|(?:\d|^):$")
_LONGEST = 9      # digits without a comma or a blank
_OF_DIGITS = re.compile(r" of \d")
_GLUED_RANGE = re.compile(r"\b[A-Z]{1,3}$")   # "the galaxy J1131-1231"
# Groups of digits as telephones are written: an international or trunk prefix, or the North
# American 3-3-4.
_TELEPHONE = re.compile(
    r"(?<![\w.,-])(?:\+\d{1,3}[ -]?(?:\(0\) ?)?\d{1,5}(?:[ -]\d{2,5}){1,4}"
    r"|\(?0\d{2,4}\)?[ -]\d{3,4}(?:[ -]?\d{3,4})?"
    r"|(?:1[ -.])?(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-. ]\d{4}"
    r"|(?:1-)?8\d\d-[A-Z]{3,}[A-Z-]*"
    r"|0[58]00 ?\d{3} ?\d{3,4})(?![\w%]|,\d)")
# "the 4x100m relay", "the women's 60m", "a 60m indoor title"; not "the £60m final"
_RACE = (r"(?<![\w.,£$€¥])(?:[568]0|1[01]0|[1-8]00|1,?[05]00|3,?000|5,?000|10,?000)m\b"
         r"|(?<![\w.,£$€¥])(?:5|10|15|20)km\b")
_EVENT = re.compile(r"(?<![\w.,])\d{1,3}x\d{2,4}(?:m|km|in|cm|mm)?\b(?![\^.,]?\d)"
                    rf"|(?:(?<=\bmen[’']s )|(?<=\bwomen[’']s ))(?:{_RACE})"
                    rf"|(?:{_RACE})(?=(?: [a-z]+)? (?:{either('events')})\b"
                    rf"(?! (?:{either('money_context')}|payments?|offer)\b))")
# The place of a picture in a row of them, and a clause of a code: "3 of 25 Photos", "1/34 A boat",
# "a 401(k)".
_PICTURE = re.compile(r"(?:(?<=Caption )|^)\d{1,3} of \d{1,3}\b|\b\d{1,3} of \d{1,3}(?= Photos\b)"
                      r"|^\s*\d{1,3}/\d{1,3}(?= (?:[A-Z]|\d{1,2} [A-Z]))")
_SLIDE = re.compile(r"(?<![\w/.,-])(\d{1,3})/(\d{1,3})(?= [A-Z])")
_SLIDES = 3       # as many make a row of them
_CLAUSE = re.compile(r"\b\d{2,4}\([a-z]\)(?:\(\d\))?")
# Digits around capitals, and models of aircraft: "the 7E7", "a 737-800ER".
_MODEL = re.compile(r"(?<![\w.,-])(?:\d{1,3}[A-Z]\d{1,3}|7[0-8]7-\d{3}(?:[A-Z]{2})?)(?!\w|[.,]\d)")
_VERSION = re.compile(r"\b\d+(?:\.\d+){2,}\b(?! ?(?:per|%))"
                      r"|(?<![\w.,-])[1-9](?:-[1-9]){2}(?![\w-]| record)")      # "a 9-1-1 call"


def find(text: str) -> list[tuple[int, int]]:
    """The (start, end) of every telephone number, version and event of a text: one identifier each,
    not a row of quantities; and of the places of pictures in one row: "1/19 A boat … 2/19 …"."""
    rows = defaultdict(list)
    for slide in _SLIDE.finditer(text):
        rows[slide[2]].append(slide)
    return [match.span() for pattern in (_TELEPHONE, _VERSION, _EVENT, _PICTURE, _CLAUSE, _MODEL)
            for match in pattern.finditer(text)] + [
                slide.span() for row in rows.values() if len(row) >= _SLIDES
                and [int(slide[1]) for slide in row] == list(range(1, len(row) + 1))
                for slide in row]


def is_label(quantity: Quantity, before: str, text: str) -> bool:
    """Whether digits number an item, stand in markup or in a code, or are too long for a
    figure; before: the text before them."""
    if quantity.modifier == "range" and _GLUED_RANGE.search(before):
        return True
    written = text[quantity.start:quantity.end]
    if text.strip(" .()") == written and written.isdigit():             # a page number, "23."
        return True
    listed = (quantity.start < 4 and len(written) < 4 and _ITEM.fullmatch(text, 0, quantity.start)
              and _ITEM_ENDS.match(text, quantity.end))
    long = written.isdigit() and (len(written) >= _LONGEST or len(written) > 1
                                  and written[0] == "0")              # "06/05", "agent 007"
    return bool(listed or long and not quantity.unit or _MARKUP.search(before)
                or _PLACE.match(text, quantity.start - 1))


def is_counter(quantity: Quantity, text: str) -> bool:
    """Whether digits count pictures: "1 of 31", which prose writes as "one of"."""
    return (quantity.low == 1 and bool(_OF_DIGITS.match(text, quantity.end))
            or text.endswith(" 1 of ", 0, quantity.start))

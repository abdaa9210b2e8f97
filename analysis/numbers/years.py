"""Years that stand alone ("in 2012", "2000 – 2050", "512 BC"), told from quantities of four digits
("1709 children")."""
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from analysis.lexicons import words
from analysis.numbers import units
from analysis.numbers.quantity import Quantity
from analysis.numbers.words import read_year
from analysis.syntax import in_front, is_numeral

if TYPE_CHECKING:
    from analysis.text.tokens import Token

_BC = re.compile(r",? ?(?:b\.?c\.?(?:e\.?)?|a\.d\.|ad|ce)(?!\w)", re.I)
_BEFORE_CHRIST = re.compile(r"(?<![\w.,$£€/#-])(\d{1,4}|\d{1,2},\d{3}) ?(?:BCE?\b|B\.C\.(?:E\.)?)")
_BARE_YEAR = re.compile(r"(?<![\w.,$£€/#-])(?P<edge>(?:early|mid|late|pre|post)[- ])?"
                        r"(?P<y>1[1-9]\d\d|20\d\d|21[0-4]\d)"
                        r"(?:[’']s)?(?![\d%½]|,\d\d\d|\.\d|[a-z$£€°])", re.I)
_THIS_CENTURY = 49      # '49 is 2049, '50 is 1950
# "in '16", but not "of '12, not more'".
_SHORT = re.compile(r"\b(?:in|since|by|until|of|from) [’'](?P<y>\d\d)(?![\w’'%]|[.,]\d| or \d)"
                    r"(?![^.!?]*[.!?]?(?:(?<!s)[’'](?!\w)|s[’'](?:[.,;:!?)]|$)))")
_SPOKEN = re.compile(r"\b(?:(?:in|since|by|until|before|after|around|circa|year)"
                     r"|(?:spring|summer|autumn|fall|winter|class|year|end) of) "
                     r"(?=(?:seventeen|eighteen|nineteen|twenty)[ -])")
_SPAN = re.compile(r" ?[-–—/] ?(?P<to>\d{1,2}|\d{4})(?![\d/])")
_LAST = re.compile(r"([a-z’'.$£€°]+) $")
_FIRST = re.compile(r"[- ]([a-z]+)")


def find(text: str, lower: str, token_at: Callable[[int], "Token"]) -> Iterator[Quantity]:
    """Quantities of kind date for the bare years of a text; those before Christ are negative,
    without an ISO form."""
    for match in _BEFORE_CHRIST.finditer(text):
        year = float(match[1].replace(",", ""))
        yield Quantity(*match.span(), -year, -year, "date", "date", tier=2)
    for match in _SHORT.finditer(lower):                                     # "in '16"
        year = int(match["y"]) + (1900 if int(match["y"]) > _THIS_CENTURY else 2000)
        following = token_at(match.end() + 1) if match.end() + 1 < len(text) else None
        if following is None or following.tag_ not in ("JJ", "NNS"):
            yield _year(match.start("y") - 1, match.end(), year)
    for match in _SPOKEN.finditer(lower):
        spoken = read_year(lower, match.end())
        if spoken and lower[spoken[1]:spoken[1] + 1] != "-":
            yield _year(match.end(), spoken[1], spoken[0])
    for match in _BARE_YEAR.finditer(text):
        if _is_year(match, text, lower, token_at(match.start("y"))):
            yield from _years(match, text)


def _year(start, end, year):
    return Quantity(start, end, float(year), float(year), "date", "date", tier=2, iso=f"{year:04}")


def _is_year(match, text, lower, token):
    """Whether four digits are a year and not a quantity: "in 1709", "the 1858 treaty", but "1709
    schoolchildren"."""
    before, after = lower[max(0,
                              match.start() - 24):match.start()], lower[match.end():match.end()
                                                                        + 30]
    last, first = _LAST.search(before), _FIRST.match(after)
    said, follows = last[1] if last else "", first[1] if first else ""
    if match["edge"] or _BC.match(after) or re.match(r" ?[-–] ?\d{4}\b", after):
        return True
    if (said and said[-1] in "$£€°"
            or said.strip(".") in words("numbers.not_year_before") and said != "than"):
        return _circa(int(match["y"]), said, before, after)
    if said == "than" or units.follows(text, match.end()) or after.startswith(" or more") or (
            follows in words("numbers.not_year_after")):
        return False
    if said in ("between", "from") and re.match(r" (?:and|to) \d{4}\b",
                                                after) or re.search(r"\d{4} (?:and|to) $", before):
        return True
    return _stands_as_year(int(match["y"]), said, before, token)


def _circa(year, said, before, after):
    """"around 1850," may be a year; "to 1850" and "since about 1850" are."""
    if re.search(r"\b(?:since|in|until) (?:about|around) $", before) or said == "to":
        return not re.search(r"\bup to $", before) or 1900 < year < 2100 and bool(
            re.match(r"[,.;)]|$", after))
    return said in ("around", "about") and 1500 < year < 2035 and bool(
        re.match(r" ?(?:[,.;)]|and|to|when|[-–] ?\d{4})", after))


def _stands_as_year(year, said, before, token):
    """Whether the noun that follows may be counted by a number or dated by a year."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    noun = token.head if in_front(token) and token.head.i > token.i else None
    dated = said.endswith(("’s", "'s", "s’", "s'")) or said in words("numbers.year_determiners")
    plural_after = following.tag_ == "NNS" and following.text.islower()
    if year < 1900 and plural_after and said in words("numbers.not_year_with_plural"):
        return False
    if (year < 1900 and is_numeral(token) and noun is not None and noun.i == token.i + 1
            and noun.text.islower() and (not dated and said not in ("by", "until"))):
        return False
    if (noun is not None and noun.tag_ == "NNS" and is_numeral(token)
            and noun.i - token.i < 4
            and not any(word.is_punct for word in token.doc[token.i:noun.i])):
        return 1900 <= year <= 2100 and (dated or noun.lemma_.lower() in words("numbers.yearly"))
    return 1500 <= year <= 2100 or said in words("numbers.year_before") or before == ""


def _years(match, text):
    year = int(match["y"])
    quantity = _year(match.start("y"), match.end("y"), year)
    if match["edge"] and match["edge"].lower().startswith("pre"):
        quantity.modifier, quantity.modifier_text = "<", "pre-"
    if bc := _BC.match(text, quantity.end):
        quantity.end = bc.end()
        if bc[0].lower().lstrip(", ").startswith("b"):
            quantity.set(-float(year))
            quantity.iso = None
    yield quantity
    span = _SPAN.match(text, quantity.end)
    if span and not re.match(r"[-/]\d", text[span.end():]):
        written = span["to"]
        last = int(f"{year}"[:4 - len(written)] + written)
        if year < last <= year + 400 and last < 2200:
            yield _year(span.start("to"), span.end("to"), last)

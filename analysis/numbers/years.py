"""Years that stand alone ("in 2012", "2000 – 2050", "512 BC"), told from quantities of four digits ("1709 children")."""
import re

from analysis.numbers import units
from analysis.numbers.quantity import Quantity
from analysis.numbers.words import read_year

_BC = re.compile(r",? ?(?:b\.?c\.?(?:e\.?)?|a\.d\.|ad|ce)(?!\w)", re.I)
_BEFORE_CHRIST = re.compile(r"(?<![\w.,$£€/#-])(\d{1,4}|\d{1,2},\d{3}) ?(?:BCE?\b|B\.C\.(?:E\.)?)")
_BARE_YEAR = re.compile(r"(?<![\w.,$£€/#-])(?P<edge>(?:early|mid|late|pre|post)[- ])?(?P<y>1[1-9]\d\d|20\d\d|21[0-4]\d)"
                        r"(?:[’']s)?(?![\d%½]|,\d\d\d|\.\d|[a-z$£€°])", re.I)
_YEARLY = {"earnings", "result", "election", "game", "sale", "figure", "profit", "level", "film", "model", "championship",
           "final", "olympics", "olympic", "award", "talk", "protest", "attack", "flood", "riot", "revenue", "estimate",
           "forecast", "accord", "reform", "cut", "fire", "bombing", "fall", "primary", "midterm", "guideline", "number",
           "campaign", "race", "budget", "convention", "candidate", "season", "contender", "hopeful"}
_SPOKEN = re.compile(r"\b(?:in|since|by|until|before|after|around|circa|year|(?:spring|summer|autumn|fall|winter|class|year|end) of) "
                     r"(?=(?:seventeen|eighteen|nineteen|twenty)[ -])")
_YEAR_SPAN = re.compile(r" ?[-–—/] ?(?P<to>\d{2}|\d{4})(?!\d)")


def find(text, lower, token_at):
    """Claims of kind date for the bare years of a text; those before Christ are negative, without an ISO form."""
    for match in _BEFORE_CHRIST.finditer(text):
        year = float(match[1].replace(",", ""))
        yield Quantity(*match.span(), -year, -year, "date", "date", tier=2)
    for match in _SPOKEN.finditer(lower):
        year, end = read_year(lower, match.end()) or (None, None)
        if year and lower[end:end + 1] != "-":
            yield Quantity(match.end(), end, float(year), float(year), "date", "date", tier=2, iso=f"{year:04}")
    for match in _BARE_YEAR.finditer(text):
        if _is_year(match, text, lower, token_at):
            yield from _years(match, text)


def _is_year(match, text, lower, token_at):
    """Whether four digits are a year and not a quantity: "in 1709", "the 1858 treaty", but "1709 schoolchildren"."""
    year = int(match["y"])
    before, after = lower[max(0, match.start() - 24):match.start()], lower[match.end():match.end() + 30]
    if match["edge"] or _BC.match(after) or re.match(r" ?[-–] ?\d{4}\b", after):
        return True
    if re.search(r"(?:\b(?:about|around|some|over|than|least|nearly|almost|roughly|approximately|another|no\.|number|article|"
                 r"section|"
                 r"route|flight|iso|up to|room|model|(?:at|of) just)|[$£€]|°) $",
                 before) and not re.search(r"\b(?:since|in|until) (?:about|around) $", before):
        return bool(re.match(r" ?(?:[,.;)]|and|to|when|[-–] ?\d{4})", after) and re.search(r"\b(?:around|about) $", before)
            and 1500 < year < 2035)
    if units.follows(text, match.end()) or re.match(r"[- ](?:people|men|women|more|times|points|or more|square|cubic)\b", after):
        return False
    if re.search(r"\b(?:between|from) $", before) and re.match(r" (?:and|to) \d{4}\b",
            after) or re.search(r"\d{4} (?:and|to) $", before):
        return True
    token = token_at(match.start("y"))
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if year < 1900 and following.tag_ == "NNS" and following.text.islower() and re.search(
            r"\b(?:of|for|with|from|and|all|these|those) $", before):
        return False
    noun = token.head if token.dep_ in ("nummod", "quantmod", "compound", "nmod") and token.head.i > token.i else None
    if (year < 1900 and token.dep_ == "nummod" and noun is not None and noun.i == token.i + 1 and noun.text.islower()
            and not re.search(r"(?:\b(?:the|in|since|by|until|a|an|his|her)|s) $", before)):
        return False
    if noun is not None and noun.tag_ == "NNS" and token.dep_ == "nummod" and noun.i - token.i < 4 and not any(
            word.is_punct for word in token.doc[token.i:noun.i]):
        determined = re.search(r"(?:\b(?:the|his|her|its|their|our|in|since|a|an)|[’']s?) $", before)
        return 1900 <= year <= 2100 and (bool(determined) or noun.lemma_.lower() in _YEARLY)
    return 1500 <= year <= 2100 or bool(re.search(r"\b(?:in|since|by|until|from|of|before|after|during|and|to|circa|c\.|around|"
                                                  r"year) $", before)) or before == ""


def _years(match, text):
    year = int(match["y"])
    claim = Quantity(match.start(), match.end(), float(year), float(year), "date", "date", tier=2, iso=f"{year:04}")
    claim.start = match.start("y")
    claim.end = match.end("y")
    if match["edge"] and match["edge"].lower().startswith("pre"):
        claim.modifier, claim.modifier_text = "<", "pre-"
    if bc := _BC.match(text, claim.end):
        claim.end = bc.end()
        if bc[0].lower().lstrip(", ").startswith("b"):
            claim.low, claim.high, claim.iso = -float(year), -float(year), None
    yield claim
    if (span := _YEAR_SPAN.match(text, claim.end)) and not re.match(r"[-/]\d", text[span.end():]):
        last = int(span["to"]) if len(span["to"]) == 4 else year // 100 * 100 + int(span["to"])
        if year < last <= year + 400 and last < 2200:
            yield Quantity(span.start("to"), span.end("to"), float(last), float(last), "date", "date", tier=2, iso=f"{last:04}")

"""Units and currencies beside a numeral, from the lists `units.tsv` and `currencies.tsv`.

Money has its ISO 4217 code as unit; every other unit is the singular English name in the list.
"""
import re
from functools import cache

from analysis.lexicons import rows

_METRES = re.compile(r" (?:people|[a-z]+s)\b")
_HEIGHT = re.compile(r" ?(?:ft|feet|foot|′|') ?(\d{1,2}) ?(?:in\b|inches|inch|″|\"|”)?")
_SPELL = re.compile(r" (?:working|business|calendar|consecutive|straight|successive|full|whole|long|short|more|additional|"
                    r"further|extra|"
                    r"other|solid|trading) (minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centuries)\b")
_WEIGHED = re.compile(r"\d ?(?:st|stone)\b,?(?: and)? $|\b(?:weigh\w*|heavy|cargo|payload|lift\w*|thrust)\b[^.;]*$")
_BEARING = re.compile(r"[ -](?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[NSEW]\b|latitude|longitude|of (?:latitude|longitude|"
                      r"separation)|turn|angle|view)")
_MONEY_WORDS = re.compile(r"\b(?:cost|pay|paid|pays|price|spen[dt]|worth|earn|fee|fine|bill|budget|salary|wage|tax|fund|"
                          r"invest|debt|sold|sale|buy|bought|loan|profit|revenue|cash|money|a (?:week|month|year))", re.I)


def forms(cell):
    """The forms in a cell, which separates them with `|`."""
    return [form for form in (cell or "").split("|") if form]


@cache
def _after():
    """(pattern of the words and symbols after a number, {form: (unit, kind)}): words in lower case, symbols as written."""
    words, symbols = {}, {}
    for row in rows("units.tsv"):
        words.update({form.lower(): (row["unit"], row["kind"]) for form in forms(row["words"])})
        symbols.update({form: (row["unit"], row["kind"]) for form in forms(row["symbols"])})
    for row in rows("currencies.tsv"):
        target = symbols if row["iso"] == "penny" else words
        words.update({form.lower(): (row["iso"], "money") for form in forms(row["names"]) if len(form) > 1
            and not form.isupper()})
        # TRY, but a try.
        symbols.update({form: (row["iso"], "money") for form in forms(row["names"]) if form.isupper() and len(form) > 1})
        target.update({form: (row["iso"], "money") for form in forms(row["names"]) if len(form) == 1})
    for row in rows("currencies.tsv"):
        symbols.update({form: (row["iso"], "money") for form in forms(row["symbols"]) if not form.isalpha()})
    del symbols["$"]
    symbols["$"] = ("USD", "money")
    either = "|".join(re.escape(form) for form in sorted(words, key=len, reverse=True))
    exact = "|".join(re.escape(form) for form in sorted(symbols, key=len, reverse=True))
    return re.compile(rf"(?:[ \-‑]?(?i:({either}))|([ ]?)({exact}))(?![\w²³])"), words, symbols


@cache
def _before():
    """(pattern of a currency sign or code that ends where a number begins, {form: iso})."""
    codes = {form: row["iso"] for row in rows("currencies.tsv") for form in forms(row["symbols"])}
    for form, iso in [(form, iso) for form, iso in codes.items() if form.endswith("$") and form != "$"]:
        codes |= {"$" + form[:-1].strip(): iso, form[:-1].strip() + " $": iso}
    either = "|".join(re.escape(form) for form in sorted(codes, key=len, reverse=True))
    return re.compile(rf"(?<![\w$])({either}) ?([-−–]?)$"), codes


def attach(claim, text):
    """Give a Claim the unit beside it, if there is one, and widen it by the unit's characters."""
    pattern, codes = _before()
    if claim.start and claim.form in ("digits", "words") and (
            found := pattern.search(text[max(0, claim.start - 8):claim.start])) and not (found[1] == "PS" and claim.low < 10):
        claim.start -= len(found[0])
        claim.unit, claim.kind = codes[found[1]], "money"
        claim.notes.add("sign")
        if found[2]:
            claim.low, claim.high = -claim.high, -claim.low
        if country := re.compile(r" (US|USD|AUD|CAD|NZD|Canadian|Australian)\b(?! [A-Z])").match(text, claim.end):
            claim.unit = {"US": "USD", "Canadian": "CAD", "Australian": "AUD"}.get(country[1], country[1])
        return
    if claim.form == "ordinal" or claim.unit:
        return
    if "or two" in claim.notes:
        if claim.counted in _after()[1]:
            (claim.unit, claim.kind), claim.counted = _after()[1][claim.counted], None
        return
    _letter_scale(claim, text)
    if claim.form == "digits" and claim.scale == 1 and (height := _HEIGHT.match(text, claim.end)) and int(height[1]) < 12:
        claim.low = claim.high = round(claim.low + int(height[1]) / 12, 4)
        claim.end, claim.unit, claim.kind = height.end(), "foot", "distance"
        return
    pattern, words, symbols = _after()
    if spell := _SPELL.match(text, claim.end):
        unit = words[spell[1].lower()]
        claim.unit, claim.kind, claim.end = *unit, spell.end()
        return
    found = pattern.match(text, claim.end)
    if not found:
        found = None if claim.form != "fraction" else re.compile(r" (?:of )?an? (hour|year|mile|day|century|decade|"
                                                                 r"minute|second|percent|per cent|acre|pound|inch)\b").match(
                                                                     text, claim.end)
        if found:
            unit = words[found[1].lower()]
            claim.unit, claim.kind, claim.end, claim.form = *unit, found.end(), "digits"
        return
    name = found[1] and found[1].lower()
    unit, kind = words[name] if name else symbols[found[3]]
    if not name and not _symbol_fits(claim, found, text):
        return
    if name and name.startswith("euro") and text.startswith((" zone", " area"), found.end()):
        return
    if name in ("second", "quarters", "stone", "won", "real", "rand") and not _word_fits(claim, name, text, found):
        return
    if unit == "degree" and _BEARING.match(text, found.end()):
        kind = "count"
    before = text[max(0, claim.start - 40):claim.start]
    if unit == "pound" and not _WEIGHED.search(before) and (claim.low >= 1e5
            or _MONEY_WORDS.search(before + text[claim.start:found.end() + 12])):
        unit, kind = "GBP", "money"
    claim.unit, claim.kind, claim.end = unit, kind, found.end()


def follows(text, end):
    """Whether a unit stands at `end` of the text."""
    return _after()[0].match(text, end) is not None


def _letter_scale(claim, text):
    """A single letter after digits is a scale with money and before plural nouns, else a unit: "5m people", "100m"."""
    letters = [note[-1] for note in claim.notes if note.startswith("letter")]
    if not letters or letters[0] != "m":
        return
    plural_follows = _METRES.match(text, claim.end) and not re.compile(r" (?:metres|meters|hurdles)").match(text, claim.end)
    currency_follows = re.compile(r" (?:euros|dollars|pounds|yen|rupees)").match(text, claim.end)
    if plural_follows or currency_follows:
        return
    claim.end -= 1
    claim.low = claim.high = round(claim.low / claim.scale, 9)
    claim.scale = 1


def _symbol_fits(claim, found, text):
    """A symbol of one or two letters is a unit only after digits; most only when glued or in a measuring context."""
    symbol = found[3]
    if claim.form not in ("digits",):
        return not symbol.isalpha()
    if found[2] and symbol in ("A", "C", "F", "V", "W", "J", "L", "h", "s", "g", "l", "m", "p", "st", "in.", "MP", "bar",
                               "min", "mb", "Pa", "pp", "bp", "sec", "P", "K"):
        return symbol in ("m", "g", "C", "F", "W", "V", "pp", "min", "sec") and not re.compile(r"[ .]?[A-Z](?![A-Z])").match(
            text, found.end())
    return symbol != "A" and (symbol != "s" or claim.places > 0)


def _word_fits(claim, name, text, found):
    following = text[found.end():found.end() + 12]
    if name == "second":
        return claim.form == "digits" or claim.low == 1 or not found[0].startswith(" ")
    if name == "won":
        return claim.scale >= 1000 or claim.low >= 1000
    if name == "stone":
        return claim.low < 40 and not re.match(r" [a-z]+s?\b(?<!and)", following)
    return name != "quarters" or claim.form != "fraction"

"""Units and currencies beside a numeral.

Names, symbols and factors come from registries that are kept by others, pint and CLDR, by way of
the files `registry_units.tsv` and `registry_currencies.tsv` (`training/registries.py` makes them);
`units.tsv` and `currencies.tsv` add what news writes besides. Money has its ISO 4217 code as unit;
every other unit is its singular English name.

>>> named("gigatonnes"), named("mph").factor
(Unit(name='gigatonne', kind='weight', factor=1000000000000.0), 0.44704)
"""
import re
from collections import namedtuple
from functools import cache

from analysis.lexicons import rows, words
from analysis.numbers.quantity import Quantity
from analysis.numbers.words import meant

Unit = namedtuple("Unit", "name kind factor")

_RUN = re.compile(r"([ \-‑\u00a0]?|\()[<{(\[]?"
                  r"([^\s,;:!?()\[\]<>{}“”]+(?:[ -][^\s,;:!?()\[\]“”]+){0,3})")
_BREAK = re.compile(r"(?=[ \-/.’'\"–—])|(?<=[^\W\d_])(?=[\d+–—=])|$")
_HEIGHT = re.compile(r"[ -]?(?:ft|feet|foot|′|')[ -]?(\d{1,2})"
                     r"[ -]?(?:in\b|inches|inch|″|\"|”)?(?!\d)")
_PER = re.compile(r" ?/ ?([A-Za-zµμ°²³\d^]+)")
_ARTICLE_UNIT = re.compile(r" (?:of )?an? ([a-z]+(?: cent)?)\b")
_ABROAD = meant("dollar")
_DOLLARS_OF = re.compile(rf" ({'|'.join(map(re.escape, _ABROAD))})(?! [A-Z])(?=\W|$)")
_WORD = re.compile(r"[a-z]+")
_TITLED = re.compile(r" [A-Z][a-z]+")
_TURNS = (180, 270, 360)         # "a 360-degree view"


def _cells(row, *columns):
    return [form for column in columns for form in (row[column] or "").split("|") if form]


@cache
def _registry():
    """({word in lower case: Unit}, {symbol: Unit}) of what may stand after a number."""
    names, symbols, units = {}, {}, {}
    for row in [*rows("registry_units.tsv"), *rows("units.tsv")]:
        known = units.get(row["unit"])
        factor = float(row["factor"]) if row["factor"] else known.factor if known else None
        units[row["unit"]] = unit = Unit(row["unit"], row["kind"], factor)
        names |= {form.lower(): unit for form in _cells(row, "words")}
        symbols |= {form: unit for form in _cells(row, "symbols")}
    for row in [*rows("registry_currencies.tsv"), *rows("currencies.tsv")]:
        unit = Unit(row["iso"], "money", None)
        for form in _cells(row, "names", "symbols"):
            if form.isupper() and form.isalpha() or len(form) == 1 or not form[-1].isalpha():
                symbols[form] = unit                                       # TRY, but a try
            elif form in _cells(row, "names"):
                names[form.lower()] = unit
    for unit in list(symbols.values()):
        if unit.kind == "money" and unit.name.isupper():
            symbols["M" + unit.name] = unit
    # the pound sign in ASCII; tesla
    for name in words("numbers.metals"):
        del names[name]                                       # "four gold medals"
    for code in [*words("numbers.iso_words"), "PS", "T"]:
        symbols.pop(code, None)
    symbols["PS"] = names["horsepower"]
    names |= {code: symbols[code.upper()] for code in words("numbers.iso_lower")}
    symbols["$"] = Unit("USD", "money", None)
    return names, symbols


@cache
def _signs():
    """(pattern of a currency sign or code that ends where a number begins, {form: (iso,
    scale)})."""
    codes = {}
    for row in [*rows("registry_currencies.tsv"), *rows("currencies.tsv")]:
        for form in _cells(row, "symbols"):
            codes[form] = row["iso"], 1
        if row["iso"].isupper() and row["iso"] not in words("numbers.iso_words"):
            codes |= {form: (row["iso"], 1) for form in (row["iso"], row["iso"] + "$",
                                                         row["iso"].lower() + "$")}
            codes["M" + row["iso"]] = row["iso"], 1e6
    for form in [form for form in codes if form.endswith("$") and form != "$"]:
        stem = form[:-1].strip()
        codes |= {"$" + stem: codes[form], stem + " $": codes[form]}
        if stem.isupper() and stem != "A":
            codes |= {stem.lower() + "$": codes[form], stem.lower() + " $": codes[form]}
    codes |= {code: codes[code.upper()] for code in words("numbers.iso_lower")}
    codes = {form: code for form, code in codes.items()
             if form not in words("numbers.iso_words") | words("numbers.not_signs")}
    either = "|".join(re.escape(form) for form in sorted(codes, key=len, reverse=True))
    return re.compile(rf"(?<![\w$])(?<![’'](?=[a-z]))({either})[ \u00a0]?([-−–+]?)$"), codes


def sign(text: str, start: int) -> re.Match | None:
    """The currency sign or code right before a character, and a minus behind it."""
    before = text[max(0, start - 8):start]
    if not before or not (before[-1] in " \u00a0-−–+" or not before[-1].isalnum()
                          or before[-3:].isupper()
                          or before[-1].isalpha()):
        return None
    return _signs()[0].search(before)


def named(form: str) -> Unit | None:
    """The unit that a word (in any case) or symbol names, or None."""
    names, symbols = _registry()
    return symbols.get(form) or names.get(form.lower())


def find(text: str, end: int) -> tuple[Unit, int, str, str] | None:
    """(unit, end, join, form) of the longest unit right after a character, or None."""
    run = _RUN.match(text, end)
    if not run or run[1] == "(":
        return None
    names, symbols = _registry()
    rest = run[2].rstrip(".,")
    for stop in sorted({found.start() for found in _BREAK.finditer(rest)} | {len(rest)},
                       reverse=True):
        form = rest[:stop]
        unit = symbols.get(form) or names.get(form.lower()) or (
            symbols.get(form + ".") if text.startswith(form + ".", run.start(2)) else None)
        if run[1] and form in words("numbers.symbols_never_apart"):
            continue
        if unit and not text[run.start(2) + stop:run.start(2) + stop + 1].isalnum():
            return unit, run.start(2) + stop, run[1], form
    return None


def follows(text: str, end: int) -> bool:
    """Whether a unit stands after a character of the text."""
    return find(text, end) is not None


def names_money(text: str, end: int) -> bool:
    """Whether a currency is named right after a character."""
    found = find(text, end)
    return found is not None and found[0].kind == "money"


def attach(quantity: Quantity, text: str) -> None:
    """Give a Quantity the unit beside it, if there is one, and widen it by the unit's
    characters."""
    if quantity.form in ("ordinal", "fold") or quantity.unit:
        return
    if quantity.form in ("digits", "words") and (before := sign(text, quantity.start)) and _money(
            quantity, before, text):
        return
    if "or two" in quantity.notes:
        if unit := _registry()[0].get(quantity.counted):
            quantity.unit, quantity.kind, quantity.counted = unit.name, unit.kind, None
        return
    if quantity.form == "digits" and quantity.scale == 1 and _height(quantity, text):
        return
    found = _spell(text, quantity.end) or find(text, quantity.end)
    if not found and quantity.form in ("fraction", "words"):
        found = _fraction_of(quantity, text)
    if not found:
        return
    unit, end, join, form = found
    if not _fits(quantity, unit, end, join, form, text):
        return
    if "degree" == unit.name and (
            quantity.low in _TURNS and text[quantity.end] == "-"
            or set(_WORD.findall(text[end:end + 14].lower())[:1]) & words("numbers.bearings")
            or set(_WORD.findall(text[:quantity.start].lower())[-3:]) & words("numbers.turning")):
        unit = unit._replace(kind="count")
    if unit.name == "pound" and _is_money(quantity, text, end):
        unit = Unit("GBP", "money", None)
    quantity.unit, quantity.kind, quantity.end = unit.name, unit.kind, end
    _millions(quantity, text, form)
    if form in _registry()[1] and (per := _PER.match(text, end)) and (base := named(per[1])):
        quantity.per, quantity.end = base.name, per.end()


def _money(quantity, found, text):
    """The amount behind a currency sign."""
    (iso, scale), before = _signs()[1][found[1]], found[0]
    if found[1] == "PS" and quantity.low < 10:
        return False
    quantity.start -= len(before)
    quantity.unit, quantity.kind = iso, "money"
    quantity.scale *= scale
    quantity.set(quantity.low * scale)
    quantity.notes.add("sign")
    if found[2] and found[2] != "+":
        quantity.set(-quantity.high, -quantity.low)
    if country := _DOLLARS_OF.match(text, quantity.end):
        quantity.unit = _ABROAD[country[1]]
    return True


def _millions(quantity, text, form):
    """30 MUSD."""
    if form[:1] == "M" and quantity.kind == "money" and form[1:] == quantity.unit:
        quantity.scale *= 1e6
        quantity.set(quantity.low * 1e6)


def _height(quantity, text):
    height = _HEIGHT.match(text, quantity.end)
    if (height and int(height[1]) < 12 and quantity.places == 0
            and not text[height.end(1):].startswith((" m", " y"))):
        quantity.set(round(quantity.low + int(height[1]) / 12, 4))
        quantity.end, quantity.unit, quantity.kind = height.end(), "foot", "distance"
        return True
    return False


def _spell(text, end):
    """"three consecutive days": a unit of time behind an adjective of duration."""
    run = re.compile(r" ([a-z]+) ([a-z]+)").match(text, end)
    if not run or run[1] not in words("numbers.spell_adjectives"):
        return None
    unit = named(run[2])
    return (unit, run.end(), " ", run[2]) if unit and unit.kind == "duration" else None


def _fraction_of(quantity, text):
    """"half an hour", "a quarter of a mile", which counts in that unit."""
    found = _ARTICLE_UNIT.match(text, quantity.end)
    if found and quantity.form == "fraction" and found[1] in words("numbers.fraction_units"):
        quantity.form = "digits"
        return named(found[1]), found.end(), " ", found[1]
    return None


def _fits(quantity, unit, end, join, form, text):
    """Whether a unit's name or symbol is one here, and not the beginning of something else."""
    if form in _registry()[1]:
        return _symbol_fits(quantity, end, join, form, text)
    name, following = form.lower(), text[end:end + 12]
    if (quantity.form == "words" and text[quantity.start].isupper() and form[0].isupper()
            and _TITLED.match(following) and text[:quantity.start].rstrip()[-1:].islower()):
        return False                                          # "we saw Six Feet Apart again"
    if unit.kind == "money" and name == unit.name and form[0].isupper() and quantity.low > 1:
        return False                                          # "50 Cent sang"
    if name.startswith("euro") and following.startswith((" zone", " area")):
        return False
    if name in ("ton", "tons") and quantity.form == "magnitude":
        return False
    if name == "second":
        return quantity.form == "digits" or quantity.low == 1 or join != " "
    if name in ("won", "rand", "real"):
        return quantity.scale >= 1000 or quantity.low >= 1000
    if name == "stone":
        return quantity.low < 40 and not re.match(r" [a-z]+s?\b(?<!and)", following)
    return name != "quarters" or quantity.form != "fraction"


def _symbol_fits(quantity, end, join, form, text):
    """A symbol of letters is a unit only after digits; some only when glued or where no name
    follows."""
    if quantity.form != "digits" and form.isalpha():
        return (quantity.form == "words" and form.isupper() and len(form) > 2
                or quantity.scale > 1 and len(form) > 2)
    if join and form in words("numbers.symbols_glued"):
        return bool(_PER.match(text,
                               end)) or form in words("numbers.symbols_apart") and not re.match(
            r" [a-zA-Z]|-" if form == "s" else r"[ .]?[A-Z](?![A-Z])|-|\.?m\b", text[end:end + 3])
    if form == "st" and join == "":
        return quantity.low < 40
    return form != "A" and (form != "s" or quantity.places > 0) and (form != "T"
                                                                     or quantity.places > 0)


def _is_money(quantity, text, end):
    """Whether pounds are money: beside words of paying, or too many to be weighed."""
    before = _WORD.findall(text[max(0, quantity.start - 40):quantity.start].lower())
    if words("numbers.weight_context") & set(before) or re.search(
            r"\d ?(?:st|stone),?(?: and)? $", text[max(0, quantity.start - 14):quantity.start]):
        return False
    around = {*before, *_WORD.findall(text[end:end + 20].lower())}
    return quantity.low >= 1e5 or bool(words("numbers.money_context") & around) or bool(
        re.match(r" a (?:week|month|year)\b", text[end:]))

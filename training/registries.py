"""Write the unit and currency registries that `analysis.numbers.units` reads.

    python -m training.registries

Units come from pint (BSD licence; names, symbols, prefixes, factors), names of currencies from CLDR
by way of babel (Unicode licence). Importing pint and building its registry takes a second, longer
than reading an article, so the part of it that news can mean is written once to
`analysis/lexicons/registry_units.tsv` and `registry_currencies.tsv`; a test holds the files to what
this script would write. Pint knows a thousand names, among them "hand", "chain", "point" and
"count": UNITS says which are a unit after a number in running text, the kind of number that they
make, and the prefixes that are in use with them.
"""
from pathlib import Path

LEXICONS = Path(__file__).parent.parent / "analysis" / "lexicons"
PREFIXES = {"T": "tera", "G": "giga", "M": "mega", "k": "kilo", "h": "hecto", "d": "deci",
            "c": "centi", "m": "milli", "µ": "micro", "n": "nano", "p": "pico", "P": "peta",
            "E": "exa", "Ki": "kibi", "Mi": "mebi", "Gi": "gibi"}
# pint name: (kind, prefixes in use)
UNITS = {
    "meter": ("distance", "kcmµn"), "inch": ("distance", ""), "foot": ("distance", ""),
    "yard": ("distance", ""), "mile": ("distance", ""), "nautical_mile": ("distance", ""),
    "furlong": ("distance", ""), "fathom": ("distance", ""), "micron": ("distance", ""),
    "light_year": ("distance", ""), "parsec": ("distance", "kM"), "angstrom": ("distance", ""),
    "astronomical_unit": ("distance", ""), "acre": ("area", ""), "hectare": ("area", ""),
    "gram": ("weight", "kmµn"), "metric_ton": ("weight", "kMGT"), "ton": ("weight", "kM"),
    "pound": ("weight", ""), "ounce": ("weight", ""), "stone": ("weight", ""),
    "carat": ("weight", ""), "kilometer_per_hour": ("speed", ""), "mile_per_hour": ("speed", ""),
    "meter_per_second": ("speed", ""), "foot_per_second": ("speed", ""), "knot": ("speed", ""),
    "degree_Celsius": ("temperature", ""), "degree_Fahrenheit": ("temperature", ""),
    "kelvin": ("temperature", "m"), "second": ("duration", "mµn"), "minute": ("duration", ""),
    "hour": ("duration", ""), "day": ("duration", ""), "week": ("duration", ""),
    "fortnight": ("duration", ""), "month": ("duration", ""), "year": ("duration", ""),
    "century": ("duration", ""), "millennium": ("duration", ""), "liter": ("count", "hcdmµ"),
    "gallon": ("count", ""), "pint": ("count", ""), "quart": ("count", ""),
    "fluid_ounce": ("count", ""), "tablespoon": ("count", ""), "teaspoon": ("count", ""),
    "barrel": ("count", ""), "bushel": ("count", ""), "acre_foot": ("count", ""),
    "watt": ("count", "TGMkm"), "watt_hour": ("count", "TGMk"), "volt_ampere": ("count", "Mk"),
    "horsepower": ("count", ""), "newton": ("count", "kM"), "joule": ("count", "TGMkm"),
    "calorie": ("count", "k"), "british_thermal_unit": ("count", ""),
    "electron_volt": ("count", "TGMk"), "volt": ("count", "Mkmµ"), "ampere": ("count", "kmµ"),
    "ampere_hour": ("count", "m"), "farad": ("count", "mµnp"), "ohm": ("count", "Mk"),
    "coulomb": ("count", ""), "tesla": ("count", "m"), "gauss": ("count", ""),
    "hertz": ("count", "TGMk"), "decibel": ("count", ""), "bit": ("count", "TGMk"),
    "byte": ("count", "EPTGMkKiMiGi"), "baud": ("count", "k"), "pixel": ("count", "GM"),
    "pascal": ("count", "GMkh"), "bar": ("count", "m"),
    "pound_force_per_square_inch": ("count", ""), "kip_per_square_inch": ("count", ""),
    "standard_atmosphere": ("count", ""), "revolutions_per_minute": ("count", ""),
    "becquerel": ("count", "TGMk"), "curie": ("count", "mµ"), "sievert": ("count", "mµ"),
    "gray": ("count", "mµ"), "rem": ("count", "m"), "lumen": ("count", ""), "lux": ("count", ""),
    "candela": ("count", ""), "mole": ("count", "mµ"), "katal": ("count", ""),
    "radian": ("count", "m"), "foot_pound": ("count", ""), "therm": ("count", ""),
    "henry": ("count", "mµ")}
# Where the project says it otherwise than pint.
NAMES = {"metric_ton": "tonne", "pound_force_per_square_inch": "psi",
         "foot_pound": "foot pound-force", "revolutions_per_minute": "revolutions per minute",
         "light_year": "light-year", "acre_foot": "acre-foot", "degree_Celsius": "degree Celsius",
         "degree_Fahrenheit": "degree Fahrenheit", "ampere_hour": "ampere-hour",
         "kip_per_square_inch": "kip per square inch", "standard_atmosphere": "atmosphere"}
PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "millennium": "millennia",
           "hertz": "hertz", "lux": "luxes", "henry": "henries", "stone": "stone"}
# Names and symbols that are more often something else after a number.
AMBIGUOUS = {"a", "b", "d", "t", "T", "H", "S", "C", "kat", "rad", "th", "in", "at", "pt", "qt",
             "cal", "bar", "bars", "second", "liters", "point", "bp", "pp", "mass", "ton_TNT", "M",
             "N", "B", "G", "px", "dot", "R", "kt", "mk", "gray", "grays", "mole", "moles", "tesla",
             "teslas", "henry", "henries", "candle", "stone", "pel", "octet", "atmosphere",
             "atmospheres", "rem", "rems", "coulomb", "gauss", "nH", "Gal", "bps", "Ci", "K", "mK",
             "day", "degree Celsiuss", "celsiuss", "pc", "mC", "lx", "lm", "cd", "µ", "μ", "au",
             "AU", "bu", "ha", "kn", "ct", "oz", "lb", "yr", "nd"}
POWERS = {"square": ("meter", "kilometer", "centimeter", "inch", "foot", "yard", "mile",
                     "millimeter"),
          "cubic": ("meter", "kilometer", "centimeter", "inch", "foot", "yard", "mile",
                    "millimeter")}


def british(name: str) -> str:
    """The project's spelling of a pint name: "kilometer_per_hour" is "kilometre per hour"."""
    return name.replace("_", " ").replace("meter", "metre").replace("liter", "litre")


def spelled(name: str) -> set[str]:
    """A name in words with its plural, in both spellings of metre and litre."""
    words = name.replace("_", " ")
    first, _, rest = words.partition(" per ")
    stem, _, last = first.rpartition(" ")
    plural = next((first[:-len(one)] + many for one, many in PLURALS.items()
                   if first.endswith(one)), first + "s")
    found = {words, plural + (f" per {rest}" if rest else "")}
    found |= {word.replace(" ", "-") for word in found}
    return found | {british(word) for word in found}


def units() -> list[list[str]]:
    """The rows of the registry: unit, kind, factor to the SI unit, words, symbols."""
    import pint
    registry = pint.UnitRegistry(cache_folder=None)
    rows = []

    def add(name, unit, kind, words, symbols):
        base = registry.Quantity(1, name).to_base_units().magnitude
        factor = "" if kind == "temperature" else f"{base:.12g}"      # scales with other zeros
        words, symbols = sorted(words - AMBIGUOUS), sorted(symbols - AMBIGUOUS - {""})
        rows.append([unit, kind, factor, "|".join(words), "|".join(symbols)])

    for name, (kind, prefixes) in UNITS.items():
        definition = registry._units[name]
        aliases = [alias for alias in definition.aliases
                   if "_" not in alias and "deg" not in alias and alias not in PLURALS.values()]
        symbols = {definition.defined_symbol or ""} | {alias for alias in aliases if len(alias) < 4}
        words = spelled(name) | {form for alias in aliases if len(alias) > 3
                                 for form in spelled(alias)}
        add(name, NAMES.get(name, british(name)), kind, words, symbols)
        for letter in (prefix for prefix in PREFIXES if prefix in prefixes):
            if (len(letter) == 1 and letter in "KMG" and letter + "i" in prefixes
                    and letter not in prefixes.replace(letter + "i", "")):
                continue
            prefixed = PREFIXES[letter] + name
            first = PREFIXES[letter] + NAMES.get(name, british(name))
            forms = {letter + symbol for symbol in symbols if symbol}
            forms |= {"μ" + form[1:] for form in forms if form[0] == "µ"}
            add(prefixed, first, kind,
                {PREFIXES[letter] + form for form in words if " " not in form[:3]}, forms)
    for power, names in POWERS.items():
        digit, raised = (("2", "²"), ("3", "³"))[power == "cubic"]
        for name in names:
            words = {f"{power}{join}{form}" for form in spelled(name) for join in " -"}
            symbol = {"kilometer": "km", "centimeter": "cm", "millimeter": "mm"}.get(name) \
                or registry._units[name].defined_symbol
            forms = {symbol + end for end in (digit, raised, "^" + digit)}
            words |= {f"{form} {power}d".replace("cubicd", "cubed")
                      for form in (symbol, *spelled(name))}
            add(f"{name}**{digit}", f"{power} {british(name)}",
                "area" if power == "square" else "count", words, forms)
    return rows


def currencies() -> list[list[str]]:
    """The rows of the registry: ISO 4217 code, symbol, names."""
    from babel import Locale
    data = Locale("en")._data
    rows = []
    for iso, names in sorted(data["currency_names_plural"].items()):
        forms = {str(name).lower() for name in names.values()}
        forms |= {data["currency_names"][iso].lower()}
        symbol = data["currency_symbols"].get(iso, iso)
        if not any("(" in form for form in forms) and iso != "XXX":
            rows.append([iso, iso if symbol == iso or len(symbol) > 3 else f"{iso}|{symbol}",
                         "|".join(sorted(forms))])
    return rows


def written(head: str, columns: list[str], rows: list[list[str]]) -> str:
    """A lexicon's text."""
    return "\n".join([head, "\t".join(columns), *("\t".join(row) for row in rows)]) + "\n"


def main() -> None:
    """Write both registries."""
    made = "made by training/registries.py; do not edit."
    (LEXICONS / "registry_units.tsv").write_text(written(
        f"# Units of measurement, names, symbols and SI factors of pint 0.25; {made}",
        ["unit", "kind", "factor", "words", "symbols"], units()), encoding="utf8")
    (LEXICONS / "registry_currencies.tsv").write_text(written(
        f"# Currencies, names and symbols of CLDR by way of babel 2.18; {made}",
        ["iso", "symbols", "names"], currencies()), encoding="utf8")


if __name__ == "__main__":
    main()

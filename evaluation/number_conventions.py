"""How far two annotations of numbers can be matched by a table that keeps our definitions.

    python -m evaluation.number_conventions GOLD.jsonl …

GOLD: one sentence per line with its text and `quantities` (start, end, lo, hi, counted, kind; rows
of kind "num" are read), as converted from UD English-PUD and GUM. Those take every cardinal token
for a number of its own; `article.numbers` reads whole expressions. Each miss is sorted by a rule
into a difference of definition, or stays a miss of ours, errors in the gold included:

| measure   | difference of definition                                                             |
|-----------|--------------------------------------------------------------------------------------|
| detection | a day or year of a date; a number in a name ("No. 1"); the second number of a range  |
|           | or ratio; plural magnitudes and half ("dozens"), which they leave out                |
| value     | a bound, which they give as one value ("more than 20" is 20 to 20; ours has no upper |
|           | end); an end of a range or ratio; a part of the numeral (221 of "$221bn")            |
| counted   | a currency as the noun; the spelling of a unit (meter, metre); a plural in -es,      |
|           | which their scorer reduces to another form                                           |

Gold without places (NewsQuant, the sentences of other programs) is matched by its values:

| difference of definition  | theirs                                   | ours                     |
|---------------------------|------------------------------------------|--------------------------|
| ends of a change          | from 40 to 30: one range of 40 to 30     | two values, linked       |
| plural magnitude          | dozens: 12, or 12 to 120                 | 24 to 99                 |
| result, frequency         | 2-1: 2 and 1; every 3 days: 3 days       | no value; a frequency    |
| noun in another form      | best boats: good boat; boxes: box        | as it is written         |
| name of a currency        | 40 shekels: shekel; 20p of a share: point | its ISO code; penny     |

Prints for each file and measure: as scored; the differences by kind; without them; and the most
that any program can reach that keeps the definitions, if it gets everything else right.
"""
import argparse
import re
from collections import Counter
from pathlib import Path

from analysis.article import Article
from analysis.numbers import units
from evaluation.corpora import read

_OTHER_KINDS = {"date", "ordinal", "frequency", "identifier", "time"}
_MAGNITUDE = re.compile(r"(?:dozen|score|hundred|thousand|million|billion)s\b|half", re.I)
_ALSO = {"percentage": "percent", "percentage point": "percent", "pound-mass": "pound",
         "metric ton": "tonne", "ton": "tonne"}
_IRREGULAR = {"people": "person", "children": "child", "women": "woman", "men": "man"}


def compare(text: str, gold: list[dict]) -> tuple[Counter, Counter]:
    """(Counter of right and asked, Counter of (measure, difference)) of a sentence."""
    rows, found = _quantities(text)
    pairs = overlapping(gold, found)
    n, differences = Counter(), Counter()
    for place, row in enumerate(found):
        if place not in pairs.values() and not any(_meet(one, row) for one in gold):
            n["spurious"] += 1
            differences["spurious", "plural magnitude or half"] += bool(_MAGNITUDE.search(row.text))
    for place, one in enumerate(gold):
        if one["kind"] != "num":
            continue
        n["gold"] += 1
        if place not in pairs:
            if why := _missed(one, rows):
                differences["missed", why] += 1
            continue
        n["hit"] += 1
        row = found[pairs[place]]
        if one["lo"] is not None:
            n["value asked"] += 1
            right = _equal(row.value_low, one["lo"]) and _equal(row.value_high, one["hi"])
            n["value right"] += right
            if not right and (why := _value(one, row)):
                differences["value", why] += 1
        if one["counted"]:
            n["counted asked"] += 1
            heads = {_head(row.counted), _head(row.unit)}
            n["counted right"] += _head(one["counted"]) in heads
            if _head(one["counted"]) not in heads and (why := _noun(one, row)):
                differences["counted", why] += 1
    return n, +differences


def _quantities(text):
    """The rows of a text's numbers, and those among them that other projects call quantities."""
    rows = list(Article(text).numbers.itertuples())
    return rows, [row for row in rows if row.tier == 1 and row.kind not in _OTHER_KINDS]


def unplaced(text: str, gold: list[dict]) -> tuple[Counter, Counter]:
    """The same of a sentence whose gold rows have no places."""
    rows, found = _quantities(text)
    pairs, taken = {}, set()
    for unit, i, j in sorted(((same_unit(one, row), i, j) for i, one in enumerate(gold)
                              for j, row in enumerate(found)
                              if same_value(one, row)), reverse=True):
        if i not in pairs and j not in taken:
            pairs[i] = unit, found[j]
            taken.add(j)
    n = Counter(gold=len(gold), found=len(found), value=len(pairs),
                unit=sum(unit for unit, _ in pairs.values()))
    differences = Counter()
    for place, one in enumerate(gold):
        if place not in pairs and (why := _unread(one, rows)):
            differences["value", why] += 1
        elif place in pairs and not pairs[place][0] and (why := _renamed(one, pairs[place][1])):
            differences["unit", why] += 1
    return n, differences


def _unread(one, rows):
    """Why no row has the value of a gold quantity without a place, or None."""
    ends = {one["lo"], one["hi"]}
    sizes = {size for row in rows for size in (row.value_low, row.value_high)}
    if len(ends) == 2 and ends <= sizes:
        return "ends of a change"
    if any(row.modifier == "~" and row.value_low != row.value_high
           and _MAGNITUDE.search(row.text) for row in rows) and all(
               f"{end:g}".strip("0") in ("1", "12", "2", "1e+06", "1e+07") for end in ends):
        return "plural magnitude"
    if any(row.kind == "frequency" and one["lo"] in (row.value_low, row.value_high)
           or row.kind == "ratio" and row.value_low != row.value_low for row in rows):
        return "result, frequency"
    return None


def _renamed(one, row):
    """Why a row has the value of a gold quantity and not its unit, or None."""
    wanted = (one["unit"] or "").lower()
    if isinstance(row.unit, str):
        return "name of a currency" if row.kind == "money" else None
    counted = row.counted.lower() if isinstance(row.counted, str) else ""
    stems = {word[:4] for word in counted.split()} & {word[:4] for word in wanted.split()}
    return "noun in another form" if stems else None


def same_value(gold: dict, row: object) -> bool:
    """Whether a row has the value of a gold quantity; an open end counts as the known one."""
    low = row.value_high if row.value_low != row.value_low else row.value_low
    high = row.value_low if row.value_high != row.value_high else row.value_high
    return all(found == found and abs(found - wanted) <= 1e-5 * max(1, abs(wanted))
               for found, wanted in ((low, gold["lo"]), (high, gold["hi"])))


def same_unit(gold: dict, row: object) -> bool:
    """Whether a row has the unit of a gold quantity, per what it is, or counts its noun."""
    wanted = (gold["unit"] or "").lower().strip("-")
    first, _, per = wanted.partition(" per ")
    if isinstance(row.unit, str):
        rate = f"{_name(row.unit)} per {row.per}" if isinstance(row.per, str) else _name(row.unit)
        return _name(wanted) in (_name(row.unit), rate) or f"{_name(first)} per {per}" == rate
    counted = row.counted.lower() if isinstance(row.counted, str) else ""
    head = re.split(r" (?:of|in|from|with|by|for|at|to|on) ", counted)[0].split(" ")[-1]
    return _singular(wanted) in (_singular(head),
                                 " ".join(map(_singular,
                                              counted.split()))) or not wanted and not counted


def _name(form):
    form = _ALSO.get(form.removesuffix(" of age"), form.removesuffix(" of age"))
    unit = units.named(form)
    return unit.name if unit else form


def _singular(word):
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def overlapping(gold: list[dict], found: list) -> dict[int, int]:
    """{place in gold: place in found} of the expressions that overlap most."""
    overlaps = sorted(((min(one["end"], row.end) - max(one["start"], row.start),
                        -abs(one["end"] - one["start"] - row.end + row.start), i, j)
                       for i, one in enumerate(gold)
                       for j, row in enumerate(found) if _meet(one, row)), reverse=True)
    pairs = {}
    for *_, i, j in overlaps:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _meet(one, row):
    return one["start"] < row.end and row.start < one["end"]


def _equal(value, wanted):
    return value == value and abs(value - wanted) <= 1e-5 * max(1, abs(wanted))


def _head(phrase):
    """The last word before the first preposition, in the singular as the gold's scorer has it."""
    if not isinstance(phrase, str):
        return ""
    words = re.findall(r"[\w'’-]+",
                       re.split(r" (?:of|in|from|with|by|for|at|to|on|who|that|which|a|per) ",
                                phrase.lower() + " ")[0])
    word = _IRREGULAR.get(words[-1], words[-1]) if words else ""
    if word.endswith("ies") and word not in ("sorties", "series", "movies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _missed(one, rows):
    for row in rows:
        if _meet(one, row):
            return ("day or year of a date" if row.kind in ("date", "time") else "number in a name"
                    if row.kind in ("identifier", "ordinal")
                    else "second number of a range or ratio" if row.tier == 1 else None)
    return None


def _value(one, row):
    if row.kind == "ratio" or row.modifier == "range":
        return "range or ratio"
    if row.value_low != row.value_high and one["lo"] in (row.value_low, row.value_high):
        return "bound with an open end"
    return ("part of the numeral"
            if one["end"] < row.end and row.value_low == row.value_high != one["lo"] else None)


def _noun(one, row):
    if row.kind == "money":
        return "currency"
    if _head(one["counted"]) == re.sub("(met|lit)re", r"\1er", _head(row.unit)):
        return "spelling of a unit"
    return "plural in -es" if _head(row.counted) in (one["counted"] + "e",
                                                     one["counted"] + "re") else None


def f1(hit: int, predicted: int, gold: int) -> float:
    return 200 * hit / max(predicted + gold, 1)


def main() -> None:
    """Print what is right, the differences of definition, and what is right without them."""
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    for path in parser.parse_args().gold:
        documents = read(path)
        placed = all(one["start"] is not None for row in documents for one in row["quantities"])
        n, differences = Counter(), Counter()
        for row in documents:
            compared = compare if placed else unplaced
            for total, part in zip((n, differences), compared(row["text"], row["quantities"])):
                total.update(part)
        of = Counter()
        for (measure, _), number in differences.items():
            of[measure] += number
        print(f"\n{path.name}")
        (_print_placed if placed else _print_unplaced)(n, of)
        for (measure, why), number in differences.most_common():
            print(f"  {measure:9} {number:3}  {why}")


def _print_unplaced(n, of):
    for measure, lost in (("value", of["value"]), ("unit", of["value"] + of["unit"])):
        print(f"{measure} F1: {f1(n[measure], n['found'], n['gold']):.1f} as scored; "
              f"{f1(n[measure] + lost, n['found'], n['gold']):.1f} without differences "
              f"({n['gold']} gold, {n['found']} found)")


def _print_placed(n, of):
    kept = n["gold"] - of["missed"]
    print(f"detection F1: {f1(n['hit'], n['hit'] + n['spurious'], n['gold']):.1f} as scored; "
          f"{f1(n['hit'], n['hit'] + n['spurious'] - of['spurious'], kept):.1f} without "
          f"differences; {f1(kept, kept + of['spurious'], n['gold']):.1f} at most ({n['gold']} "
          f"gold, {n['hit']} found, {n['spurious']} found besides)")
    for measure in ("value", "counted"):
        asked, right = n[f"{measure} asked"], n[f"{measure} right"]
        print(f"{measure}: {100 * right / asked:.1f} % of {asked} as scored; "
              f"{100 * right / (asked - of[measure]):.1f} % without differences; "
              f"{100 * (asked - of[measure]) / asked:.1f} % at most")


if __name__ == "__main__":
    main()

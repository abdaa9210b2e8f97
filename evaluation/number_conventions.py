"""How far two annotations of numbers can be matched by a table that keeps our definitions.

    python evaluation/number_conventions.py GOLD.jsonl …

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

Prints for each file and measure: as scored; the differences by kind; without them; and the most
that any program can reach that keeps the definitions, if it gets everything else right.
"""
import argparse
import json
import re
from collections import Counter
from pathlib import Path

from analysis.article import Article

_OTHER_KINDS = {"date", "ordinal", "frequency", "identifier", "time"}
_MAGNITUDE = re.compile(r"(?:dozen|score|hundred|thousand|million|billion)s\b|half", re.I)
_IRREGULAR = {"people": "person", "children": "child", "women": "woman", "men": "man"}


def compare(text, gold):
    """(Counter of right and asked per measure, Counter of (measure, difference)) of one sentence
    against its gold rows."""
    rows = [row for row in Article(text).numbers.itertuples()]
    found = [row for row in rows if row.tier == 1 and row.kind not in _OTHER_KINDS]
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


def overlapping(gold, found):
    """{place in gold: place in found} of the expressions that overlap most."""
    overlaps = sorted(((min(one["end"], row.end) - max(one["start"], row.start),
                        -abs(one["end"] - one["start"] - row.end + row.start), i, j)
                       for i, one in enumerate(gold) for j,
                       row in enumerate(found) if _meet(one, row)), reverse=True)
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
    """The last word before the first preposition, in the singular as the scorer of these sets forms
    it."""
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
    if _head(one["counted"]) in (_head(row.unit).replace("metre", "meter").replace("litre",
                                                                                   "liter"),):
        return "spelling of a unit"
    return "plural in -es" if _head(row.counted) in (one["counted"] + "e",
                                                     one["counted"] + "re") else None


def f1(hit, predicted, gold):
    return 200 * hit / max(predicted + gold, 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    for path in parser.parse_args().gold:
        n, differences = Counter(), Counter()
        for line in path.read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            for total, part in zip((n, differences), compare(row["text"], row["quantities"])):
                total.update(part)
        of = Counter()
        for (measure, _), number in differences.items():
            of[measure] += number
        print(f"\n{path.name}")
        kept = n["gold"] - of["missed"]
        print(f"detection F1: {f1(n['hit'], n['hit'] + n['spurious'], n['gold']):.1f} as scored; "
              f"{f1(n['hit'], n['hit'] + n['spurious'] - of['spurious'], kept):.1f} "
              f"without differences; "
              f"{f1(kept, kept + of['spurious'], n['gold']):.1f} at most "
              f"({n['gold']} gold, {n['hit']} found, {n['spurious']} found besides)")
        for measure in ("value", "counted"):
            asked, right = n[f"{measure} asked"], n[f"{measure} right"]
            print(f"{measure}: {100 * right / asked:.1f} % of {asked} as scored; "
                  f"{100 * right / (asked - of[measure]):.1f} % without differences; "
                  f"{100 * (asked - of[measure]) / asked:.1f} % at most")
        for (measure, why), number in differences.most_common():
            print(f"  {measure:9} {number:3}  {why}")


if __name__ == "__main__":
    main()

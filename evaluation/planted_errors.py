"""How many errors planted in articles the checks find.

    python -m evaluation.planted_errors [--seeds N]          in our own articles
    python -m evaluation.planted_errors --data FOLDER        in real ones (`evaluation/corpora.py`),
60 cases

The 60 cases of `data/alarms/planted.csv` were drawn from 1,347 real articles before any was looked
at with the checks: by patterns of their own and by arithmetic that holds, 12 weekdays with dates,
12 sizes in two units, 8 parts of wholes, 7 shares, 7 differences, 10 changes with a direction, 4
figures of a title. Each gets one error (another weekday, a factor of two to ten, a part above its
whole, ends swapped). The file has offsets and what is written there instead, no text. An error is
found if a check that the article does not have without it names a number at its place, or in its
sentence.

In our own articles:

An error can be found only where the article says a thing twice. `ties.json` lists by hand, for the
three articles of data/articles, the numbers and dates that a reader can hold against others of the
same article without knowledge of the world: weekday and date, parts and sum, share and base,
duration and dates, a quantity given twice, a part and its whole, a direction ("shrank") and its two
values, a length in two units. Its `corrections` first make the planted contradictions of the long
feature agree. Left out: the order of the ends of a range, rates of exchange, how plausible a figure
is. Ties that no rule reads (the weeks since the flood, a share of the inhabitants) are in the list,
and count as missed.

Only 46 of the articles' 190 explicit numbers and full dates (24 %; the script prints the share)
have such a tie; an error in any other number is beyond these checks, and beyond any reader of the
article alone.

Each copy of an article gets one error per tie, drawn with a seed: another weekday, day or year, a
digit changed, two digits swapped, a zero more or less, another number word. Where a tie is rough (a
rounded share), the error is of a factor of 1.5 and more; where it is one of direction, the error
reverses it. An error is found if a check that the clean copy does not have names a number of its
tie. Prints found/planted by kind of tie, the checks of the clean copies, and the checks of the
copies with errors that touch no tie.
"""
import argparse
import csv
import hashlib
import json
import random
from calendar import day_name
from collections import Counter
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from analysis.article import Article
from analysis.project import GOLD, ROOT
from evaluation.alarms import REAL
from evaluation.corpora import load
from evaluation.figures import Figure, share

PLANTED = ROOT / "data" / "alarms" / "planted.csv"
WORDS = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
         "fifteen sixteen seventeen eighteen nineteen twenty").split()


def mutated(place: dict, text: str, rng: random.Random) -> str:
    """Another text for the piece of a number, as the tie's `form` asks for it."""
    form, rough, whole = place["form"], place.get("rough"), place.get("whole")
    if form == "weekday":
        return rng.choice([day for day in day_name if day != text])
    if form == "day":
        return rng.choice([str(day) for day in range(1, 29) if (day - int(text)) % 7])
    if form == "year":
        return str(int(text) + rng.choice([-1, 1]) * rng.randint(2, 9))
    in_words = text.lower() in WORDS
    value = float(WORDS.index(text.lower()) if in_words else text.replace(",", ""))
    while True:
        new = rng.randint(2, 20) if in_words else _digits(text, rng)
        if form == "larger" and new <= whole:
            new = (round(whole * rng.choice([1.5, 2, 3]) + 1) if in_words
                   else value * rng.choice([10, 2, 3]))
        elif form == "smaller":
            new = value / rng.choice([5, 10, 20])
        if (new != value and (not rough or max(new, value) >= 1.5 * min(new, value))
            and (form != "larger" or new > whole)
                and (form != "smaller" or new < whole) and not (in_words and new >= len(WORDS))):
            break
    if in_words:
        return WORDS[new].capitalize() if text[0].isupper() else WORDS[new]
    return f"{new:,.0f}" if new == round(new) else f"{new:.2g}"


def _digits(text, rng):
    """A number with one slip of the pen: a zero, another digit, two neighbours swapped."""
    if "." in text:
        return float(text) * rng.choice([10, .1])
    digits = list(text.replace(",", ""))
    slip = rng.choice(["zero", "digit", "swap"])
    if slip == "zero":
        return (int("".join(digits)) // 10 if digits[-1] == "0" and rng.random() < .5
                else int("".join(digits) + "0"))
    at = rng.randrange(len(digits))
    if slip == "digit":
        digits[at] = rng.choice([one for one in "123456789" if one != digits[at]])
    elif len(digits) > 1:
        at = rng.randrange(len(digits) - 1)
        digits[at], digits[at + 1] = digits[at + 1], digits[at]
    return int("".join(digits).lstrip("0") or "0")


def changed(text: str, changes: dict[tuple[int, int], str]) -> tuple[str, Callable[[int], int]]:
    """(text with each (start, end) replaced, function from old offsets to new ones)."""
    pieces, done, shifts = [], 0, []
    for (start, end), new in sorted(changes.items()):
        pieces += [text[done:start], new]
        shifts.append((end, len(new) - (end - start)))
        done = end
    return "".join([*pieces, text[done:]]), lambda offset: offset + sum(
        shift for end, shift in shifts if end <= offset)


def cases(folder: Path) -> list[tuple[str, dict, dict]]:
    """(kind, article, {place: what is written there}) of the planted cases in a folder."""
    articles = {hashlib.sha256(row["text"].encode("utf8")).hexdigest(): row
                for name in REAL for row in load(folder, name) or ()}
    with open(PLANTED, encoding="utf8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["text_sha256"] in articles]
    return [(edits[0]["kind"], articles[edits[0]["text_sha256"]],
             {(int(edit["start"]), int(edit["end"])): edit["instead"] for edit in edits})
            for edits in (list(group) for _, group in groupby(rows, lambda row: row["case"]))]


def is_found(row: dict, changes: dict) -> bool:
    """Whether the checks notice the changes in an article."""
    title, published = row.get("title"), row.get("published")
    copy, _ = changed(row["text"], changes)
    clean = {words for _, words in found(Article(row["text"], title=title, published=published))}
    article = Article(copy, title=title, published=published)
    sentences = article.sentences
    at = min(start for start, _ in changes)
    inside = sentences[(sentences["start"] <= at) & (sentences["end"] > at)]
    first, last = (inside["start"].iloc[0], inside["end"].iloc[0]) if len(inside) else (at, at + 1)
    return any(words not in clean and any(first <= place <= last for place in places)
               for (_, words), places in found(article).items())


def figures(folder: Path) -> list[Figure]:
    """The share of the errors planted in real articles that the checks find."""
    results = [is_found(row, changes) for _, row, changes in cases(folder)]
    return [share("checks", "planted errors found", sum(results), len(results),
                  "60 errors planted in 50 real articles")] if results else []


def found(article: Article) -> dict[tuple[str, str], list[int]]:
    """{(kind, places of its two numbers): all places between} of an article's checks."""
    starts = article.numbers.set_index("number")["start"]
    return {(row.kind,
             row.explanation): [int(starts[number]) for number in (row.number_a, row.number_b)
                                if number == number] + [row.start]
            for row in article.checks.astype({"number_b": float}).itertuples()}


def tied_share(name: str, entry: dict) -> tuple[int, int]:
    """(numbers with a tie, all explicit numbers and full dates) by the gold of an article."""
    gold = [json.loads(line) for line in
            (GOLD / name / "numbers.jsonl").read_text(encoding="utf8").splitlines()]
    open_to_check = [row for row in gold if row["tier"] == 1 or row["kind"] == "date"
                     and row["iso"]]
    places = [place["place"] for tie in entry["ties"] for place in tie["places"]]
    return sum(any(row["start"] <= start < row["end"] for start, _ in places)
               for row in open_to_check), len(open_to_check)


class _Tally:
    """What copies of our own articles with planted errors give, kind by kind."""

    def __init__(self):
        self.planted, self.hit, self.clean, self.stray = (Counter() for _ in range(4))
        self.missed, self.tied, self.total = [], 0, 0

    def read(self, name, entry, seeds):
        """Plant one error a tie in so many copies of an article."""
        meta = json.loads((GOLD / name / "meta.json").read_text(encoding="utf8"))
        text = (ROOT / meta["article"]).read_bytes().decode("utf8")
        tied, total = tied_share(name, entry)
        self.tied, self.total = self.tied + tied, self.total + total
        corrections = {tuple(row["place"]): row["instead"] for row in entry["corrections"]}
        base, move = changed(text, corrections)
        clean = found(Article(base, published=meta["published"]))
        self.clean.update(kind for kind, _ in clean)
        for seed in range(seeds):
            errors = dict(_errors(name, entry, seed, corrections, move))
            copy, shift = changed(base, {place: new for _, place, new in errors.values()})
            new = {check: places for check, places in
                   found(Article(copy, published=meta["published"])).items() if check not in clean}
            self._count(name, entry, errors, new, lambda place, shift=shift: shift(move(place)))

    def _count(self, name, entry, errors, new, moved):
        touched = set()
        for number, (place, _, instead) in errors.items():
            tie = entry["ties"][number]
            spots = {moved(other["place"][0]) for other in tie["places"]}
            hits = {check for check, places in new.items()
                    if any(-30 <= spot - at <= 30 for spot in spots for at in places)}
            touched |= hits
            self.planted[tie["kind"]] += 1
            self.hit[tie["kind"]] += bool(hits)
            if not hits:
                self.missed.append((name, tie["kind"], place["text"], instead))
        self.stray.update(check[0] for check in new if check not in touched)


def _errors(name, entry, seed, corrections, move):
    """(number of a tie, (its place, where it is corrected, what is written there)) of a copy."""
    rng = random.Random(f"{name} {seed}")
    for number, tie in enumerate(entry["ties"]):
        place = tie["places"][seed % len(tie["places"])]
        start, end = place["place"]
        current = corrections.get((start, end), place["text"])
        yield number, (place, (move(start), move(start) + len(current)),
                       mutated(place, current, rng))


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=4, help="copies of each article (default 4)")
    parser.add_argument("--show", action="store_true", help="print each error that is missed")
    parser.add_argument("--data", type=Path,
                        help="folder of the real articles: measure on these instead")
    options = parser.parse_args()
    if options.data:
        _real(options)
        return
    tally = _Tally()
    for name, entry in json.loads(
            (ROOT / "evaluation/ties.json").read_text(encoding="utf8")).items():
        tally.read(name, entry, options.seeds)
    print(f"{tally.tied} of {tally.total} explicit numbers and full dates have a tie "
          f"({tally.tied / tally.total:.0%})")
    for kind in tally.planted:
        print(f"{kind:15} {tally.hit[kind]:3} of {tally.planted[kind]:3}")
    hit, planted = tally.hit.total(), tally.planted.total()
    print(f"{'all':15} {hit:3} of {planted:3} planted errors found ({hit / planted:.0%})")
    print("checks of the clean copies:", dict(tally.clean) or "none")
    print("checks of the other copies that touch no planted error:", dict(tally.stray) or "none")
    if options.show:
        print(*tally.missed, sep="\n")


def _real(options):
    """Print the errors found in real articles by kind, and those that are missed."""
    planted, hit = Counter(), Counter()
    for number, (kind, row, changes) in enumerate(cases(options.data), 1):
        planted[kind] += 1
        seen = is_found(row, changes)
        hit[kind] += seen
        if options.show and not seen:
            print("missed:", number, kind,
                  {row["text"][slice(*place)]: new for place, new in changes.items()}, flush=True)
    for kind in planted:
        print(f"{kind:15} {hit[kind]:3} of {planted[kind]:3}")
    print(f"{'all':15} {hit.total():3} of {planted.total():3}")


if __name__ == "__main__":
    main()

"""How right the tables of one article are, beside annotations made by hand (`data/gold`, codebook
in `data/README.md`).

A found row is right when it can be paired, one to one, with a row of the gold; the pairs that
overlap best go first. n: rows of the gold. found: rows of the program. right: pairs. precision =
right / found, recall = right / n, F1 their harmonic mean (van Rijsbergen 1979). Overlap of two rows
is the share of characters that both have of those that either has.
"""
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pandas

from analysis.project import GOLD

if TYPE_CHECKING:
    from analysis.article import Article

COLUMNS = ["extraction", "measure", "n", "found", "right", "precision", "recall", "f1"]
SAME = .8  # overlap from which two spans count as the same
_SPOKEN = ("direct", "mixed")
_WORD = re.compile(r"\w+")
_FORM = set("the a an of in for and at on by to from mr mrs ms dr his her its their".split())


def folder(article: "Article", among: str | Path = GOLD) -> Path | None:
    """The folder of the gold that was made on this very text, or None."""
    return next((meta.parent for meta in sorted(Path(among).glob("*/meta.json"))
                 if json.loads(meta.read_text("utf8"))["text_sha256"] == article.text_sha256), None)


def scores(article: "Article", among: str | Path = GOLD) -> pandas.DataFrame:
    """Quotations, speakers, attributions, numbers and checks of an Article against its gold.

    Returns a DataFrame with `COLUMNS`, one row per measure, no rows where nobody annotated the
    text. NaN: nothing to divide. It is the program that is measured: what a person corrected
    (`analysis.corrections`) does not count.
    """
    article = article.machine
    place = folder(article, among)
    rows = []
    if place is None:
        return pandas.DataFrame(columns=COLUMNS)
    for extraction, measure, rights in _MEASURES:
        file = place / f"{extraction if extraction != 'speakers' else 'quotes'}.jsonl"
        if file.exists():
            rows.append(dict(extraction=extraction, measure=measure,
                             **rights(article, _read(file))))
    return pandas.DataFrame(rows, columns=COLUMNS)


def wrong_speakers(article: "Article", among: str | Path = GOLD) -> pandas.DataFrame:
    """The gold's quotations that the program misses or gives to another voice: start, end, text,
    gold, speaker."""
    article = article.machine
    place = folder(article, among)
    gold = _read(place / "quotes.jsonl") if place else []
    gold = [row for row in gold if row["kind"] in _SPOKEN]
    found = article.quotes.to_dict("records")
    true, ours = ([letters([(row["start"], row["end"])]) for row in rows] for rows in (gold, found))
    matched = dict(pairs(true, ours))
    rows = []
    for number, row in enumerate(gold):
        heard = found[matched[number]]["speaker"] if number in matched else None
        if not same_voice(row["speaker"], heard):
            rows.append(dict(start=row["start"], end=row["end"],
                             text=article.text[row["start"]:row["end"]],
                             gold=row["speaker"], speaker=heard))
    return pandas.DataFrame(rows, columns=["start", "end", "text", "gold", "speaker"])


def pairs(gold: list, found: list, least: float = SAME) -> list[tuple]:
    """One-to-one pairs of positions (in gold, in found) of sets of characters that overlap by
    `least` or more.

    >>> pairs([{1, 2, 3}, {7}], [{7}, {1, 2, 3, 4}], .7)
    [(1, 0), (0, 1)]
    """
    at = {}
    for number, letters in enumerate(found):
        for letter in letters:
            at.setdefault(letter, set()).add(number)
    scored = sorted((-len(letters & found[other]) / len(letters | found[other]), number, other)
                    for number, letters in enumerate(gold)
                    for other in set().union(*(at.get(letter, ()) for letter in letters)))
    taken, chosen = (set(), set()), []
    for overlap, number, other in scored:
        if -overlap >= least and number not in taken[0] and other not in taken[1]:
            taken[0].add(number)
            taken[1].add(other)
            chosen.append((number, other))
    return chosen


def same_voice(one: str, other: str | None) -> bool:
    """Whether two names for a voice share a word that is no article, title or preposition; two
    missing names do.

    >>> same_voice("Dr Ana Brell", "Brell"), same_voice("the union", "the police")
    (True, False)
    >>> same_voice(None, None)
    True
    """
    if not (isinstance(one, str) and isinstance(other, str)):
        return isinstance(one, str) == isinstance(other, str)
    mine, theirs = (set(_WORD.findall(name.lower())) - _FORM for name in (one, other))
    return not mine.isdisjoint(theirs)


def _read(file):
    return [json.loads(line) for line in file.read_text("utf8").splitlines()]


def letters(spans: list[tuple]) -> set[int]:
    """The offsets of all characters of (start, end) spans."""
    return {letter for start, end in spans for letter in range(start, end)}


def rates(n: int, found: int, right: int) -> dict:
    """{n, found, right, precision, recall, f1}; NaN: nothing to divide."""
    precision, recall = right / found if found else float("nan"), right / n if n else float("nan")
    return dict(n=n, found=found, right=right, precision=precision, recall=recall,
                f1=2 * right / (n + found) if n + found else float("nan"))


def _quotes(agree):
    def rights(article, gold):
        gold = [row for row in gold if row["kind"] in _SPOKEN]
        found = [row for row in article.quotes.to_dict("records") if row["kind"] in _SPOKEN]
        matched = pairs(*([letters([(row["start"], row["end"])]) for row in rows]
                          for rows in (gold, found)))
        return rates(len(gold), len(found),
                     sum(agree(gold[one], found[other]) for one, other in matched))
    return rights


def _attributions(least):
    def rights(article, gold):
        found = article.attributions.to_dict("records")
        matched = pairs(*([letters(row["content"]) for row in rows] for rows in (gold, found)),
                        least)
        return rates(len(gold), len(found), len(matched))
    return rights


def _numbers(agree):
    def rights(article, gold):
        found = article.numbers.to_dict("records")
        matched = pairs(*([letters([(row["start"], row["end"])]) for row in rows]
                          for rows in (gold, found)), .5)
        return rates(len(gold), len(found),
                     sum(agree(gold[one], found[other]) for one, other in matched))
    return rights


def same_value(one: dict, other: dict) -> bool:
    """Whether two rows of the numbers table have the same interval, unit and date."""
    return all(_equal(one[name], other[name])
               for name in ("value_low", "value_high", "unit", "iso"))


def _equal(one, other):
    if pandas.isna(one) or pandas.isna(other):
        return pandas.isna(one) and pandas.isna(other)
    return one == other if isinstance(one, str) else abs(one - other) <= 1e-3 * max(abs(one),
                                                                                    abs(other))


def _checks(article, gold):
    starts = article.numbers.set_index("number")["start"]
    found = [(row.kind,
              {starts[number] for number in (row.number_a, row.number_b) if pandas.notna(number)})
             for row in article.checks.itertuples()]
    left, right = list(found), 0
    for row in gold:
        wanted = {place[0] for place in (row["a"], row["b"]) if place}
        hit = next((one for one in left if one[0] == row["kind"] and one[1] & wanted), None)
        if hit:
            left.remove(hit)
            right += 1
    return rates(len(gold), len(found), right)


_MEASURES = [
    ("quotes", f"a stretch in quotation marks that is speech (overlap of {SAME} or more)",
     _quotes(lambda one, other: True)),
    ("speakers", "such a stretch, given to the right voice",
     _quotes(lambda one, other: same_voice(one["speaker"], other["speaker"]))),
    ("attributions", f"what is attributed, word for word (overlap of {SAME} or more)",
     _attributions(SAME)),
    ("attributions", "what is attributed, any part of it", _attributions(1e-9)),
    ("numbers", "a numeric expression (overlap of half or more)",
     _numbers(lambda one, other: True)),
    ("numbers", "such an expression with the right value, unit and date", _numbers(same_value)),
    ("numbers", "such an expression, vouched for by the right voice",
     _numbers(lambda one, other: same_voice(one["speaker"], other["speaker"]))),
    ("checks", "a thing that does not add up, of the right kind", _checks)]

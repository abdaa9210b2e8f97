"""The numbers table with a person's corrections: rows changed, removed and added."""
from collections.abc import Callable
from math import nan

from analysis.article import Article
from analysis.corrections.places import passage_of, tokens
from analysis.numbers.quantity import Quantity
from analysis.tables.schemas import Rows, frame


def numbers(article: Article, rules: Callable) -> Rows:
    """The numbers table that the rules make of an Article, with what a person entered in it."""
    if not article.review:
        return rules(article)
    return frame("numbers", _corrected(article, rules(article, _added(article)).to_dict("records")))


def _added(article):
    """{passage: [Quantity]} of the numbers that a person added, as the program has its own."""
    found = {}
    for change in article.edits.numbers:
        if change.found is None:
            number = passage_of(article, *change.place)
            paragraph = article.parsed[number]
            first, last = tokens(paragraph, *change.place)
            low, high = paragraph.copy.place(*(offset - paragraph.start for offset in change.place))
            found.setdefault(number, []).append(Quantity(low, high, kind="count", first=first,
                                                         last=last))
    return found


def _corrected(article, rows):
    """The rows of the numbers table with what a person entered, in the order of the text."""
    changes = {change.found or change.place: change for change in article.edits.numbers}
    done = []
    for row in rows:
        change = changes.get((row["start"], row["end"]))
        if change is None:
            done.append(row)
        elif not change.removed:
            start, end = change.place
            done.append(row | dict(start=start, end=end, text=article.text[start:end])
                        | _values(row, change.values))
    done.sort(key=lambda row: (row["start"], row["end"]))
    place = {row["number"]: new for new, row in enumerate(done)}
    return [row | dict(number=new, linked=place.get(row["linked"])) for new, row in enumerate(done)]


def _values(row, values):
    """What was entered, and the ends that a modifier or an end left blank opens."""
    found = {name: nan if value is None and name.startswith("value_") else value
             for name, value in values.items()}
    if {"modifier", "value_low", "value_high"} & set(values):
        now = row | found
        low, high = now["value_low"] != now["value_low"], now["value_high"] != now["value_high"]
        found["low_open"] = now["modifier"] == ">" or low and not high
        found["high_open"] = now["modifier"] == "<" or high and not low
    if "speaker" in values:
        found["second_hand"] = False
    return found

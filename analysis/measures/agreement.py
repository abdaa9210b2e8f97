"""How far two readings of one article agree: the program's and a person's, or two people's (review
workbooks).

Rows are paired one to one by overlap (`analysis.measures.accuracy.pairs`). precision: pairs that
agree, of the rows of the first; recall: of the second; F1 their harmonic mean. alpha:
Krippendorff's (Krippendorff 2004, Content Analysis, ch. 11, section 4, for nominal data of two
observers without gaps: 1 - observed / expected disagreement): 1 is agreement, 0 what chance gives,
NaN where there is nothing that could have differed. Whether something is marked at all is compared
word by word over the whole article, what a mark says over the paired rows.
"""
import re
from collections import Counter
from operator import ne

import pandas

from analysis.article import Article
from analysis.measures.accuracy import SAME, letters, pairs, rates, same_value, same_voice

COLUMNS = [
    "table", "measure", "first", "second", "agree", "precision", "recall", "f1", "units", "alpha"
]
_WORD = re.compile(r"\w+")
_SPOKEN = ("direct", "mixed")


def agreement(first: Article, second: Article) -> pandas.DataFrame:
    """The agreement of two Articles of one text: a DataFrame with COLUMNS, a row per thing that can
    agree.

    first, second: rows that each has; agree: pairs of rows that say the same; units: what alpha
    counts, words or paired rows. Raises ValueError where the texts differ.
    """
    if first.text != second.text:
        raise ValueError("agreement compares two readings of one text, and these texts differ")
    names = _alike(first, second)
    quotes, numbers = (_records(first, second, table) for table in ("quotes", "numbers"))
    speech = [[row for row in rows if row["kind"] in _SPOKEN] for rows in quotes]
    voices = [first.speakers.to_dict("records"), second.speakers.to_dict("records")]
    by_name = {row["speaker"]: number for number, row in enumerate(voices[0])}
    met = [(by_name[names[row["speaker"]]], number) for number, row in enumerate(voices[1])
           if names.get(row["speaker"]) in by_name]
    met = list({one: (one, other) for one,
                other in reversed(met)}.values())[::-1]  # each voice once

    def voice(row, side):
        name = row["speaker"] if isinstance(row["speaker"], str) else "nobody"
        return name if side == 0 else names.get(name, name)

    found = [
        _marked("quotes", "what is speech in quotation marks", first.text, speech, SAME),
        _labelled("quotes", "who says it", speech, SAME, voice),
        _labelled("quotes", "speech, scare quotes or title", quotes, SAME,
                  lambda row, _: row["kind"]),
        _row("speakers", "who is a voice or is discussed", voices, len(met)),
        _labels("speakers", "what kind of voice it is", voices, met,
                lambda row, _: str(row["role_class"])),
        _marked("numbers", "what is a number", first.text, numbers, .5),
        _labelled(
            "numbers", "its value, unit and date", numbers, .5, lambda row, _: tuple(
                map(str, (row["value_low"], row["value_high"], row["unit"], row["iso"]))),
            same_value),
        _labelled("numbers", "what kind of number it is", numbers, .5, lambda row, _: row["kind"]),
        _labelled("numbers", "who vouches for it", numbers, .5, voice)
    ]
    return pandas.DataFrame(found, columns=COLUMNS)


def alpha(first: list | tuple, second: list | tuple) -> float:
    """Krippendorff's alpha of two lists of labels of the same units, nominal; NaN where all labels
    are one.

    >>> round(alpha([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]), 3)
    0.095
    """
    counts, n = Counter([*first, *second]), 2 * len(first)
    if len(counts) < 2:
        return float("nan")
    expected = 1 - sum(count * (count - 1) for count in counts.values()) / (n * (n - 1))
    return 1 - sum(map(ne, first, second)) / len(first) / expected


def _records(first, second, table):
    return [getattr(article, table).to_dict("records") for article in (first, second)]


def _alike(first, second):
    """{name of the second: name of the first for the same voice}: the same name, else the only one
    that shares a word of it."""
    known, names = set(first.speakers["speaker"]), {}
    for name in second.speakers["speaker"]:
        like = [other for other in known if same_voice(name, other)]
        names[name] = name if name in known or len(like) != 1 else like[0]
    return names


def _row(table, measure, rows, agree, labels=None):
    score = rates(len(rows[1]), len(rows[0]), agree)
    return dict(table=table, measure=measure, first=len(rows[0]), second=len(rows[1]), agree=agree,
                precision=score["precision"], recall=score["recall"], f1=score["f1"],
                units=len(labels[0]) if labels else None,
                alpha=alpha(*labels) if labels else float("nan"))


def _marked(table, measure, text, rows, least):
    matched = _paired(rows, least)
    words = [match.start() for match in _WORD.finditer(text)]
    inside = [{place for row in side for place in range(row["start"], row["end"])} for side in rows]
    return _row(table, measure, rows, len(matched),
                [[place in side for place in words] for side in inside])


def _labelled(table, measure, rows, least, label, same=None):
    return _labels(table, measure, rows, _paired(rows, least), label, same)


def _labels(table, measure, rows, matched, label, same=None):
    labels = [[label(rows[side][pair[side]], side) for pair in matched] for side in (0, 1)]
    agree = sum(
        same(rows[0][one], rows[1][other])
        for one, other in matched) if same else sum(map(lambda one, other: one == other, *labels))
    return _row(table, measure, rows, agree, labels)


def _paired(rows, least):
    second, first = ([letters([(row["start"], row["end"])]) for row in side]
                     for side in (rows[1], rows[0]))
    return [(other, one) for one, other in pairs(second, first, least)]

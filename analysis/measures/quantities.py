"""Which numbers to check first, what is open about them, and how the article gives its numbers.
Pure functions of an article's tables."""
import re
from bisect import bisect_right
from functools import cache
from math import isnan
from typing import Any

import numpy
import pandas

from analysis.article import Article
from analysis.checks.claims import EVENTS, claims
from analysis.lexicons import rows, words
from analysis.numbers import ones

_ONE = re.compile(r"one(?: [a-z]+)?$", re.I)               # "one", "one day"
_COMPOUND = re.compile(r"[-‐‑][^\W\d]")
_APART = ("caption", "furniture")
_NO_QUANTITY = ("date", "time", "ordinal", "identifier", "age")
_KIND = {"money": 2, "percent": 2, "rate": 2, "ratio": 2, "fraction": 1, "count": 1}
_LARGE = (1_000, 1_000_000)
_UNNAMED = ("anonymous",)
_IN_OFFICE = ("official", "military")
_PERSONS = ("official", "military", "expert", "witness")     # classes of roles that people have
HEDGES = {"=": "flat", "~": "hedged", ">": "a bound", ">=": "a bound", "<": "a bound",
          "<=": "a bound",
          "range": "a range"}
SOURCES = ["the reporter", "a named voice", "a document", "a group, role or body",
           "a voice without a name",
           "unclear"]
PARTS = ["kind_points", "size_points", "precision_points", "voice_points", "predicate_points",
         "disputed_points"]
SUMS = ("sum", "part", "difference", "points", "percentage", "rate", "magnitude", "duration",
        "weekday", "age")
_COLUMNS = ["start", "end", "text", "number", "kind", "value_low", "value_high", "unit", "counted",
            "speaker",
            "second_hand", "tag", "question", "claim", "what_to_look_at", "score", *PARTS,
            "verdict", "source"]


def worklist(article: Article) -> pandas.DataFrame:
    """The article's explicit quantities, those worth checking first on top, with blank `verdict`
    and `source` columns.

    One row per number of tier 1 that is no date, time, ordinal, identifier or age, and per number
    that a check names. Columns: start, end, text, number, kind, value_low, value_high, unit,
    counted, speaker, second_hand, tag (date, superlative, change, share, comparison or quantity),
    question, claim (its sentence), what_to_look_at (explanations of its checks), score, its parts,
    verdict, source. The score is the sum of:

    | part             | points                                                                    |
    |------------------|---------------------------------------------------------------------------|
    | kind_points      | 2 for money, per cent, rates and ratios, 1 for counts and fractions       |
    | size_points      | 1 from a thousand, 2 from a million                                       |
    | precision_points | 2 for two digits or more, unhedged, of the reporter or a named official   |
    | voice_points     | 2 where the voice is unknown, without a name, or in office; 1 second hand |
    | predicate_points | 2 for people dead, hurt, missing, arrested or displaced                   |
    | disputed_points  | 4 where a check names the number                                          |

    The points are a convention, not a probability: change the order by sorting on a part.
    """
    numbers, flagged = quantities(article), _flagged(article)
    extra = article.numbers[article.numbers["number"].isin(flagged)
                            & ~article.numbers["number"].isin(numbers["number"])]
    table = pandas.concat([numbers, extra]).sort_values("start", kind="stable")
    sentences = article.sentences["text"].tolist()
    said = [" ".join(sentences[number].split()) for number in table["sentence"]]
    forms, office = _voices(article)
    grave, figures = _grave(article), list(table.itertuples())
    text = {"index": table.index, "dtype": "str"}
    table = table.assign(
        claim=pandas.Series(said, **text),
        tag=pandas.Series(list(map(_tag, figures, said)), **text),
        what_to_look_at=pandas.Series([flagged.get(row.number) for row in figures], **text),
        kind_points=table["kind"].map(_KIND).fillna(0).astype(int),
        size_points=[_size(row) for row in figures],
        precision_points=[2 * ((row.speaker == "reporter" or row.speaker in office)
                               and precise(row)) for row in figures],
        voice_points=[_voice_points(row, forms, office) for row in figures],
        predicate_points=[2 * (row.number in grave) for row in figures],
        disputed_points=[4 * (row.number in flagged) for row in figures])
    blank = pandas.Series(None, table.index, dtype="str")
    table = table.assign(score=table[PARTS].sum(axis=1).astype(int), verdict=blank, source=blank)
    return table.sort_values(["score", "start"], ascending=[False, True],
                             kind="stable")[_COLUMNS].reset_index(drop=True)


def questions(article: Article) -> pandas.DataFrame:
    """The numbers that leave a question open, in the order of the text: number, start, end, text,
    question, sentence."""
    table = article.numbers[article.numbers["question"].notna()]
    sentences = article.sentences["text"].tolist()
    said = [" ".join(sentences[number].split()) for number in table["sentence"]]
    return table[["number", "start", "end", "text",
                  "question"]].assign(claim=said).reset_index(drop=True)


def sums(article: Article) -> pandas.DataFrame:
    """How many calculations the article lets its reader make, and how many hold; one row per kind:
    kind, tested, holds."""
    found = article.tested if len(article.numbers) else []
    kinds = [kind for kind in SUMS if any(check.kind == kind for check in found)]
    return pandas.DataFrame([{"kind": kind, "tested": sum(check.kind == kind for check in found),
                              "holds": sum(check.kind == kind and check.holds for check in found)}
                             for kind in kinds],
                            columns=["kind", "tested", "holds"])


def quantities(article: Article) -> pandas.DataFrame:
    """The rows of `article.numbers` that are explicit quantities; "one" that singles out and counts
    nothing ("one of the best", "one witness said") is none, nor is a rank ("the top 10"), a result
    ("3-1"), a number in a name or what a rate is per."""
    return article.numbers[numpy.array(_explicit(article), bool)]


def _explicit(article):
    """For each row of `article.numbers`, whether it is an explicit quantity."""
    *columns, pers = article.numbers.lists("tier", "kind", "text", "start", "value_low",
                                           "value_high", "per")
    return [tier == 1 and kind not in _NO_QUANTITY
            and not (kind == "ratio" and isnan(low) and isnan(high))          # a result, "3-1"
            and not (isinstance(base, str) and base.startswith(f"{text} "))     # "per 1,000 people"
            and not (kind in ("count", "duration") and _ONE.match(text)
                     and ones.singles_out(_token(article, start)))
            and not (article.text.endswith("top ", 0, start) and ones.ranks(_token(article, start)))
            and not (text.istitle() and ones.in_name(_token(article, start)))
            for tier, kind, text, start, low, high, base in zip(*columns, [None, *pers])]


def _token(article, start):
    """The token at a character of the text."""
    paragraph = article.parsed[bisect_right(article.parsed, start, key=lambda one: one.start) - 1]
    return next(token for token in paragraph.doc
                if paragraph.offsets(token.i, token.i + 1)[1] > start)


def checkable(article: Article) -> list[int]:
    """Which rows of `article.numbers` are `quantities` that somebody who checks an article would
    look up, each once: no repetition of an amount of the same thing, no caption, no "one of them",
    no number inside a compound ("a two-day trip")."""
    apart, seen, chosen = _apart(article), set(), []
    columns = article.numbers.lists("end", "text", "sentence", "kind", "value_low", "value_high",
                                    "unit")
    for row, (explicit, end, text, sentence, kind, *value) in enumerate(zip(_explicit(article),
                                                                            *columns)):
        amount = kind, *(None if part != part else part for part in value)
        compound = (_COMPOUND.match(article.text, end)      # "12-year" is cut with its unit
                    or kind == "duration" and _COMPOUND.search(text))
        if (explicit and amount not in seen and sentence not in apart
                and text.lower() != "one" and not compound):
            chosen.append(row)
            seen.add(amount)
    return chosen


def _apart(article):
    """The sentences of paragraphs that stand apart from the running text."""
    kinds, = article.paragraphs.lists("kind")
    return {sentence for sentence, paragraph in enumerate(*article.sentences.lists("paragraph"))
            if kinds[paragraph] in _APART}


def precise(row: Any) -> bool:
    """Whether a number is given flatly and to two significant digits or more; "a third" and "one in
    ten" are not.

    >>> from types import SimpleNamespace as row
    >>> [precise(row(kind="count", value_low=value, value_high=value, modifier="="))
    ...  for value in (5200, 5000, 7, 2.5)]
    [True, False, False, True]
    """
    if (row.kind in ("fraction", "ratio") or row.modifier != "="
            or row.value_low != row.value_high or not row.value_low):
        return False
    return len(f"{abs(row.value_low):.10g}".replace(".", "").strip("0")) > 1


def sources(article: Article) -> pandas.DataFrame:
    """How many quantities each sort of voice vouches for; one row per sort in SOURCES: source, n,
    share, second_hand."""
    table = quantities(article)
    forms = article.speakers.drop_duplicates("speaker").set_index("speaker")["form"]
    sorts = pandas.Series([_source(row.speaker, forms) for row in table.itertuples()],
                          index=table.index, dtype=object)
    counts = sorts.value_counts().reindex(SOURCES, fill_value=0)
    return pandas.DataFrame({"source": SOURCES, "n": counts.to_numpy(),
                             "share": counts.to_numpy() / max(len(table), 1),
                             "second_hand": [int(table["second_hand"][sorts == sort].sum())
                                             for sort in SOURCES]})


def hedging(article: Article) -> pandas.DataFrame:
    """How quantities are stated, by who vouches: columns voice ("the reporter", "others"), flat,
    hedged, bound, range, n."""
    return _by_voice(article, lambda row: HEDGES[row.modifier],
                     ["flat", "hedged", "a bound", "a range"])


def rounding(article: Article) -> pandas.DataFrame:
    """How many quantities are precise (two significant digits and more, no hedge) or round, by who
    vouches."""
    return _by_voice(article, lambda row: "precise" if precise(row) else "round",
                     ["precise", "round"])


def _by_voice(article, sort, columns):
    table = quantities(article)
    voices = table["speaker"].eq("reporter").map({True: "the reporter", False: "others"})
    sorts = pandas.Series([sort(row) for row in table.itertuples()], index=table.index,
                          dtype=object)
    found = []
    for voice in ("the reporter", "others"):
        counts = sorts[voices == voice].value_counts()
        found.append({"voice": voice, **{column: int(counts.get(column, 0)) for column in columns},
                     "n": int(counts.sum())})
    return pandas.DataFrame(found)


def _voices(article):
    """({speaker: form}, the speakers who are named and in office)."""
    table = article.speakers.drop_duplicates("speaker")
    office = table[(table["form"] == "named") & table["role_class"].isin(_IN_OFFICE)]
    return dict(zip(table["speaker"], table["form"])), set(office["speaker"])


def _tag(row, said):
    """What sort of claim a number makes."""
    if row.kind in ("date", "duration"):
        return "date"
    if row.question == "superlative":
        return "superlative"
    if isinstance(row.change, str):
        return "change"
    if row.kind in ("percent", "fraction", "ratio"):
        return "share"
    compared = set(re.findall(r"[a-z]+", said.lower())) & words("questions.comparison")
    return "comparison" if compared else "quantity"


def _flagged(article):
    """{number: explanations} of the numbers that a check names."""
    found = {}
    for row in article.checks.astype({"number_b": float}).itertuples():
        for number in (row.number_a, row.number_b) if row.kind != "error" else ():
            if number == number:
                found.setdefault(int(number), []).append(f"{row.kind}: {row.explanation}")
    return {number: "; ".join(said) for number, said in found.items()}


def _grave(article):
    """The numbers of people dead, hurt, missing, arrested or displaced."""
    found = claims(article) if len(article.numbers) else ()
    return {claim.row.number for claim in found if claim.row.kind in ("count", "rate")
            and not isinstance(claim.row.unit, str)
            and (claim.head is None or claim.head in _people())
            and (claim.predicates & EVENTS or claim.head in EVENTS)}


@cache
def _people():
    """Nouns of people, of whom it can be said that they died or were hurt."""
    roles = {row["noun"] for row in rows("roles.tsv") if row["class"] in _PERSONS}
    return EVENTS | {"people", "man", "woman"} | words("numbers.person_nouns") | roles


def _size(row):
    value = row.value_low if isnan(row.value_high) else row.value_high
    return 0 if isnan(value) or row.kind == "duration" else sum(value >= step for step in _LARGE)


def _voice_points(row, forms, office):
    if not isinstance(row.speaker,
                      str) or forms.get(row.speaker) in _UNNAMED or row.speaker in office:
        return 2
    return int(row.second_hand)


def _source(speaker, forms):
    if speaker == "reporter":
        return "the reporter"
    if not isinstance(speaker, str):
        return "unclear"
    return {"named": "a named voice", "document": "a document",
            "anonymous": "a voice without a name"}.get(
        forms.get(speaker), "a group, role or body")

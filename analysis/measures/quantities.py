"""Which numbers to check first, and how the article gives its numbers. Pure functions of an article's tables."""
from math import isnan

import pandas

_NO_QUANTITY = ("date", "time", "ordinal", "identifier", "age")
_KIND = {"money": 2, "percent": 2, "rate": 2, "ratio": 2, "fraction": 1, "count": 1}
_LARGE = (1_000, 1_000_000)
_UNNAMED = ("anonymous",)
HEDGES = {"=": "flat", "~": "hedged", ">": "a bound", ">=": "a bound", "<": "a bound", "<=": "a bound", "range": "a range"}
SOURCES = ["the reporter", "a named voice", "a document", "a group, role or body", "a voice without a name", "unclear"]
PARTS = ["kind_points", "size_points", "precision_points", "voice_points", "predicate_points", "disputed_points"]


def worklist(article):
    """The article's explicit quantities, those worth checking first on top, with blank `verdict` and `source` columns.

    One row per number of tier 1 that is no date, time, ordinal, identifier or age, and per number that a check names.
    Columns: start, end, text, number, kind, value_low, value_high, unit, counted, speaker, second_hand, claim (its
    sentence), what_to_look_at (explanations of its checks), score, its parts, verdict, source. The score is the sum of:

    | part             | points                                                                                  |
    |------------------|-----------------------------------------------------------------------------------------|
    | kind_points      | 2 for money, per cent, rates and ratios, 1 for counts and fractions                     |
    | size_points      | 1 from a thousand, 2 from a million                                                     |
    | precision_points | 2 where the reporter vouches for two significant digits and more without a hedge         |
    | voice_points     | 2 where nobody is known to vouch or the voice has no name, 1 at second hand              |
    | predicate_points | 2 where the sentence's predicate is a grave one (people dead, hurt, arrested, displaced) |
    | disputed_points  | 4 where a check names the number                                                         |

    The points are a convention, not a probability: change the order by sorting on a part.
    """
    numbers = quantities(article)
    flagged = _flagged(article)
    extra = article.numbers[article.numbers["number"].isin(flagged) & ~article.numbers["number"].isin(numbers["number"])]
    table = pandas.concat([numbers, extra]).sort_values("start", kind="stable")
    sentences = article.sentences["text"].tolist()
    forms = article.speakers.drop_duplicates("speaker").set_index("speaker")["form"]
    grave = _grave(article)
    table = table.assign(
        claim=pandas.Series([" ".join(sentences[number].split()) for number in table["sentence"]], table.index, dtype="str"),
        what_to_look_at=pandas.Series([flagged.get(number) for number in table["number"]], table.index, dtype="str"),
        kind_points=table["kind"].map(_KIND).fillna(0).astype(int),
        size_points=[_size(row) for row in table.itertuples()],
        precision_points=[2 * (row.speaker == "reporter" and precise(row)) for row in table.itertuples()],
        voice_points=[_voice_points(row, forms) for row in table.itertuples()],
        predicate_points=[2 * (row.number in grave) for row in table.itertuples()],
        disputed_points=[4 * (row.number in flagged) for row in table.itertuples()])
    blank = pandas.Series(None, table.index, dtype="str")
    table = table.assign(score=table[PARTS].sum(axis=1).astype(int), verdict=blank, source=blank)
    return table.sort_values(["score", "start"], ascending=[False, True], kind="stable")[[
        "start", "end", "text", "number", "kind", "value_low", "value_high", "unit", "counted", "speaker", "second_hand",
        "claim", "what_to_look_at", "score", *PARTS, "verdict", "source"]].reset_index(drop=True)


def quantities(article):
    """The rows of `article.numbers` that are explicit quantities."""
    numbers = article.numbers
    return numbers[(numbers["tier"] == 1) & ~numbers["kind"].isin(_NO_QUANTITY)]


def precise(row):
    """Whether a number is given flatly and to two significant digits or more; "a third" and "one in ten" are not.

    >>> from types import SimpleNamespace as row
    >>> [precise(row(kind="count", value_low=value, value_high=value, modifier="=")) for value in (5200, 5000, 7, 2.5)]
    [True, False, False, True]
    """
    if row.kind in ("fraction", "ratio") or row.modifier != "=" or row.value_low != row.value_high or not row.value_low:
        return False
    return len(f"{abs(row.value_low):.10g}".replace(".", "").strip("0")) > 1


def sources(article):
    """How many quantities each sort of voice vouches for; one row per sort in SOURCES: source, n, share, second_hand."""
    table = quantities(article)
    forms = article.speakers.drop_duplicates("speaker").set_index("speaker")["form"]
    sorts = pandas.Series([_source(row.speaker, forms) for row in table.itertuples()], index=table.index, dtype=object)
    counts = sorts.value_counts().reindex(SOURCES, fill_value=0)
    return pandas.DataFrame({"source": SOURCES, "n": counts.to_numpy(), "share": counts.to_numpy() / max(len(table), 1),
                             "second_hand": [int(table["second_hand"][sorts == sort].sum()) for sort in SOURCES]})


def hedging(article):
    """How quantities are stated, by who vouches: columns voice ("the reporter", "others"), flat, hedged, bound, range, n."""
    return _by_voice(article, lambda row: HEDGES[row.modifier], ["flat", "hedged", "a bound", "a range"])


def rounding(article):
    """How many quantities are precise (two significant digits and more, no hedge) or round, by who vouches."""
    return _by_voice(article, lambda row: "precise" if precise(row) else "round", ["precise", "round"])


def _by_voice(article, sort, columns):
    table = quantities(article)
    voices = table["speaker"].eq("reporter").map({True: "the reporter", False: "others"})
    sorts = pandas.Series([sort(row) for row in table.itertuples()], index=table.index, dtype=object)
    rows = []
    for voice in ("the reporter", "others"):
        counts = sorts[voices == voice].value_counts()
        rows.append({"voice": voice, **{column: int(counts.get(column, 0)) for column in columns}, "n": int(counts.sum())})
    return pandas.DataFrame(rows)


def _flagged(article):
    """{number: explanations} of the numbers that a check names."""
    found = {}
    for row in article.checks.astype({"number_b": float}).itertuples():
        for number in (row.number_a, row.number_b):
            if number == number:
                found.setdefault(int(number), []).append(f"{row.kind}: {row.explanation}")
    return {number: "; ".join(said) for number, said in found.items()}


def _grave(article):
    """The numbers of people dead, hurt, missing, arrested or displaced."""
    if article.numbers.empty:
        return set()
    from analysis.checks.claims import EVENTS, claims
    return {claim.row.number for claim in claims(article) if claim.predicates & EVENTS or claim.head in EVENTS}


def _size(row):
    value = row.value_low if isnan(row.value_high) else row.value_high
    return 0 if isnan(value) or row.kind == "duration" else sum(value >= step for step in _LARGE)


def _voice_points(row, forms):
    if not isinstance(row.speaker, str) or forms.get(row.speaker) in _UNNAMED:
        return 2
    return int(row.second_hand)


def _source(speaker, forms):
    if speaker == "reporter":
        return "the reporter"
    if not isinstance(speaker, str):
        return "unclear"
    return {"named": "a named voice", "document": "a document", "anonymous": "a voice without a name"}.get(
        forms.get(speaker), "a group, role or body")

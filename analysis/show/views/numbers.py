"""Which numbers to check first, what does not add up, how numbers are given (notebook 5)."""
from typing import Any

import pandas

from analysis.article import Article
from analysis.measures import quantities as measures
from analysis.show.charts import rows
from analysis.show.charts.numbers import magnitudes as magnitudes_chart
from analysis.show.charts.numbers import shares
from analysis.show.display import Figure, Finding, Table, count, finding, listing, places

_SUMS = {"sum": "sum", "part": "part of a whole", "difference": "difference",
         "points": "difference in points", "percentage": "percentage", "rate": "rate",
         "magnitude": "conversion or change", "duration": "duration", "weekday": "weekday",
         "age": "age"}
_SUMS_PLURAL = {"part": "parts of wholes", "points": "differences in points",
                "magnitude": "conversions or changes"}
MOST = 24  # lines in a chart; the tables have them all
_NONE = "The article has no explicit quantity."
_ERRORS = ["weekday", "duration", "percentage", "sum", "rate", "magnitude", "part", "difference",
           "points", "age"]


def worklist(article: Article, limit: int = 20) -> Table:
    """The numbers worth checking first, by their points."""
    table = measures.worklist(article)
    return Table(table, f"What to check first (n = {len(table)} numbers)",
                 {"score": "Points", "text": "Number", "counted": "Of what", "tag": "Sort",
                  "speaker": "Who says so", "claim": "Claim", "verdict": "Verdict",
                  "source": "Source"}, article=article, limit=limit, empty=_NONE)


def worklist_points(article: Article, limit: int = 20) -> Table:
    """Where the points of the worklist come from."""
    table = measures.worklist(article)
    return Table(table, f"Where the points come from (n = {len(table)} numbers)",
                 {"text": "Number", "score": "Points", "kind_points": "Kind", "size_points": "Size",
                  "precision_points": "Precise, no source", "voice_points": "Voice",
                  "predicate_points": "Grave",
                  "disputed_points": "Does not add up"}, article=article, limit=limit, empty=_NONE)


def worklist_finding(article: Article) -> Finding:
    """How long the list is, and what leads it."""
    table = measures.worklist(article)
    if table.empty:
        return finding(_NONE + " There is nothing on the list.")
    top = table.iloc[0]
    flagged = int((table["disputed_points"] > 0).sum())
    return finding("**{n}** can be checked; {flagged} of them {take} part in something that does "
                   "not add up. First on the list is “{text}” in {place}, with {points}.",
                   n=count(len(table), "number").capitalize(), flagged=flagged or "none",
                   take="takes" if flagged == 1 else "take", text=top["text"],
                   place=places(article, [top["start"]])[0],
                   points=count(int(top["score"]), "point"))


def checks(article: Article) -> Table:
    """Everything that does not add up, with the arithmetic."""
    return Table(article.checks, f"What does not add up (n = {len(article.checks)})",
                 {"kind": "Kind", "explanation": "Arithmetic"}, article=article,
                 empty="no rule found anything. That is no proof that all is right.")


def sums_finding(article: Article) -> Finding:
    """How many of the sums, shares, dates and conversions that a reader can make add up."""
    table = measures.sums(article)
    if table.empty:
        return finding("The article ties no two numbers so that a reader could calculate.")
    kinds = [f"{row.holds} of "
             f"{count(row.tested, _SUMS.get(row.kind, row.kind), _SUMS_PLURAL.get(row.kind))}"
             for row in table.itertuples()]
    return finding("**{holds} of {n}** hold: {kinds}.", holds=int(table["holds"].sum()),
                   n=count(int(table["tested"].sum()), "calculation"), kinds=listing(kinds))


def questions(article: Article) -> Table:
    """What a fact-checker would ask about a number, with its sentence."""
    table = measures.questions(article)
    return Table(table, f"What the numbers leave open (n = {len(table)})",
                 {"text": "Number", "question": "Open", "claim": "Sentence"}, article=article,
                 limit=40, empty="no number raises one of these questions.")


def questions_finding(article: Article) -> Finding:
    """How many numbers leave which question open."""
    table = measures.questions(article)
    if table.empty:
        return finding("No number raises one of these questions.")
    kinds = table["question"].value_counts()
    return finding("**{n}** {leave} a question open: {kinds}. First: “{text}” in {place}.",
                   n=count(len(table), "number").capitalize(),
                   leave="leaves" if len(table) == 1 else "leave",
                   kinds=listing([f"{number} {kind}" for kind, number in kinds.items()]),
                   text=table["text"].iloc[0], place=places(article, table["start"].iloc[:1])[0])


def check_sentences(article: Article) -> Table:
    """Both sentences of each check, in the article's words."""
    numbers = article.numbers.set_index("number")
    sentences = article.sentences.set_index("sentence")["text"]
    rows = []
    for check in article.checks.astype({"number_b": float}).itertuples():
        for number in sorted({int(one) for one in (check.number_a, check.number_b) if one == one}):
            rows.append({"check": check.check, "kind": check.kind,
                         "number": numbers["text"][number], "start": numbers["start"][number],
                         "sentence": " ".join(sentences[numbers["sentence"][number]].split())})
    table = pandas.DataFrame(rows, columns=["check", "kind", "number", "start", "sentence"])
    return Table(table, f"The numbers of these checks in their sentences (n = {len(table)})",
                 {"check": "Check", "kind": "Kind", "number": "Number", "sentence": "Sentence"},
                 article=article, limit=60, empty="there are none to show.")


def checks_finding(article: Article) -> Finding:
    """How many checks of which kind, and what each kind means for a reader."""
    kinds = article.checks.loc[article.checks["kind"] != "error", "kind"].value_counts()
    if kinds.empty:
        return finding("Nothing was found that does not add up. Only numbers that the article "
                       "gives twice, or ties to others, "
                       "can be held against each other; most stand alone.")
    errors = kinds[kinds.index.isin(_ERRORS)]
    pairs = kinds[~kinds.index.isin(_ERRORS)]
    return finding("**{errors} of arithmetic or calendar** ({error_kinds}): wrong, whoever is "
                   "right. **{pairs}** ({pair_kinds}): the article may have good reasons for them.",
                   errors=count(int(errors.sum()), "matter").capitalize(),
                   error_kinds=_tally(errors),
                   pairs=count(int(pairs.sum()), "pair of figures that differ",
                               "pairs of figures that differ").capitalize(),
                   pair_kinds=_tally(pairs))


def _tally(kinds):
    return listing([f"{number} {kind}" for kind, number in kinds.items()]) or "none of any kind"


def magnitudes(article: Article, kind: str) -> Any:
    """Counts or sums of money, largest first, with the intervals they leave."""
    table = _sizes(article, kind)
    what = {"count": "counts", "money": "sums of money"}[kind]
    if table.empty:
        return finding("The article has no {what} of two and more.", what=what)
    shown = table.head(MOST)
    claims = [(_name(row), row.value_low, row.value_high, *_vouching(row.speaker))
              for row in shown.itertuples()]
    figure = magnitudes_chart(claims, f"How large, how exact, who says so (n = {len(shown)} of "
                                      f"{len(table)} {what})",
                              "Value" if kind == "count" else "Value, each in its own currency")
    return Figure(figure, _sizes_sentence(table, what),
                  zip(rows(figure), places(article, shown["start"])), frame=table)


def _sizes_sentence(table, what):
    open_ended = int((table["value_low"].isna() | table["value_high"].isna()).sum())
    ranges = int((table["value_low"] < table["value_high"]).sum())
    largest = table.iloc[0]
    return (f"A logarithmic axis with {len(table)} {what}. The largest is {_name(largest)}, said "
            f"by {_vouching(largest['speaker'])[0]}. "
            f"Intervals: {ranges}, with an open end: {open_ended}.")


def sources(article: Article) -> Table:
    """How many numbers each sort of voice vouches for."""
    table = measures.sources(article)
    total = int(table["n"].sum())
    return Table(table if total else table.head(0), f"Who vouches for the numbers (n = {total})",
                 {"source": "Vouched for by", "n": "Numbers", "share": "Share",
                  "second_hand": "Of them at second hand"}, formats={"share": ".0%"}, empty=_NONE)


def sources_finding(article: Article) -> Finding:
    """How many numbers have a source in the text."""
    table = measures.sources(article).set_index("source")["n"]
    total = int(table.sum())
    if not total:
        return finding(_NONE)
    own, unclear = int(table["the reporter"]), int(table["unclear"])
    return finding("**{sourced} of {total}** have a voice of their own in the text; {own} stand on "
                   "the reporter's word alone, and for "
                   "{unclear} the program cannot tell whose they are.",
                   sourced=total - own - unclear, total=count(total, "number"), own=own or "none",
                   unclear=unclear or "none")


def hedging(article: Article) -> Figure | Finding:
    """Flat, hedged, bounds and ranges, the reporter's numbers against those of others."""
    table = measures.hedging(article)
    if not table["n"].sum():
        return finding(_NONE)
    columns = ["flat", "hedged", "a bound", "a range"]
    return Figure(shares([(f"{row['voice']} ({row['n']})", row)
                          for row in table.to_dict("records")], columns,
                         f"How the numbers are stated (n = {table['n'].sum()})"),
                  _parts_sentence(table, columns, "How the numbers are stated"), frame=table)


def rounding(article: Article) -> Figure | Finding:
    """Precise and round numbers, the reporter's against those of others."""
    table = measures.rounding(article)
    if not table["n"].sum():
        return finding(_NONE)
    columns = ["precise", "round"]
    return Figure(shares([(f"{row['voice']} ({row['n']})", row)
                          for row in table.to_dict("records")], columns,
                         f"Precise and round numbers (n = {table['n'].sum()})"),
                  _parts_sentence(table, columns, "Precise and round numbers"), frame=table)


def _parts_sentence(table, columns, title):
    rows = [f"{row['voice']} {listing([f'{row[column]} {column}' for column in columns])}"
            for row in table.to_dict("records")]
    return f"{title}: {'; '.join(rows)}."


def rounding_finding(article: Article) -> Finding:
    """Precise numbers without a source: the ones to ask about."""
    table = measures.worklist(article)
    bare = table[table["precision_points"] > 0]
    if bare.empty:
        return finding("No precise number stands on the reporter's word alone." if len(table)
                       else _NONE)
    return finding("**{n}** on the reporter's word alone, for instance {examples}. A precise "
                   "number was counted by somebody: who?",
                   n=count(len(bare), "precise number stands",
                           "precise numbers stand").capitalize(),
                   examples=listing([f"“{text}”"
                                     for text in bare.sort_values("start")["text"].head(3)]))


def _sizes(article, kind):
    """The quantities of a kind of two and more, largest first, each once per value and voice."""
    table = measures.quantities(article)
    top = table["value_high"].fillna(table["value_low"])
    table = table.assign(top=top)[(table["kind"] == kind) & (top >= 2) & ~(table["value_low"] <= 0)]
    table = table.drop_duplicates(["value_low", "value_high", "counted", "speaker"])
    return table.sort_values(["top", "start"], ascending=[False, True], kind="stable")


def _name(row):
    counted = row.counted if isinstance(row.counted,
                                        str) and row.counted.lower() not in row.text.lower() else ""
    # "dozens of families"
    of = "of " if counted and row.text.endswith("s") and row.text[0].isalpha() else ""
    return f"{row.text} {of}{counted}".strip()


def _vouching(speaker):
    """(who vouches, the form of the dot)."""
    if not isinstance(speaker, str):
        return "unclear", "unclear"
    return ("the reporter", "reporter") if speaker == "reporter" else (speaker, "voice")

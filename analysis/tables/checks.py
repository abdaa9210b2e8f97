"""The checks table: what does not add up, from the rules of `analysis.checks`."""

from analysis.article import Article
from analysis.tables.schemas import Rows, frame


def table(article: Article) -> Rows:
    """One row per thing that does not add up, in order of its first number;
    `analysis.tables.schemas` has the columns.

    `number_a` is the number that the check is about, `number_b` the one that it is held against
    (NaN where one is enough); `start`, `end` are the hull of all numbers in the arithmetic. A rule
    that failed leaves a row of kind error, which says nothing about the article. `confidence` is an
    estimate, by rule; `evaluation/alarms.py` has the share of alarms that are right.
    """
    if article.numbers.empty:
        return frame("checks")
    rows = []
    for check in article.tested:
        if check.holds:
            continue
        start = min(claim.row.start for claim in check.claims)
        end = max(claim.row.end for claim in check.claims)
        rows.append(dict(start=start, end=end, text=article.text[start:end], kind=check.kind,
                         number_a=check.a.row.number,
                         number_b=None if check.b is None else check.b.row.number,
                         explanation=check.explanation, confidence=check.confidence))
    rows.sort(key=lambda row: (row["start"], row["end"]))
    return frame("checks", [dict(row, check=number) for number, row in enumerate(rows)])

"""The rules that decided, in words for a reader (`lexicons/rules.tsv`)."""
from functools import cache

from pandas import DataFrame, notna

from analysis.article import Article
from analysis.lexicons import rows


@cache
def rules() -> dict[str, str]:
    """{rule: its words}; “{}” in them stands for the source as written."""
    return {row["rule"]: row["words"] for row in rows("rules.tsv")}


def in_words(why: str) -> str:
    """The first rule of a `why`, that of what is said, in words; one without words by its name.

    >>> in_words("direct.after; name.known")
    'a cue after the quotation: “…,” she said'
    """
    rule = why.partition("; ")[0]
    return rules().get(rule, rule)


def speakers(article: Article) -> dict[int, str]:
    """{attribution: who is heard, by what, and who it might be else}, in words."""
    table: DataFrame = article.decisions[article.decisions["about"] == "speaker"]
    return {row.row: _who(row) for row in table.itertuples()}


def _who(row):
    if not notna(row.chosen):
        said = in_words(row.rule).removeprefix("nothing: ")
        return f"{said}; perhaps {row.runner_up}" if notna(row.runner_up) else said
    by = in_words(row.rule).format(" ".join(row.text.split()))
    other = f"; else {row.runner_up}" if notna(row.runner_up) else ""
    return f"{row.chosen}, by {by}{other}"

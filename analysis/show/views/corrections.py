"""What a person corrected, and how far the program and that person agree (notebooks 1, 7)."""

from pandas import DataFrame

from analysis.article import Article
from analysis.measures.agreement import agreement
from analysis.show.display import Finding, Table, count, finding

_NOBODY = "Nobody has corrected this article."
_HOW = ("`python -m analysis review ARTICLE -o article.review.xlsx` writes what the program found, "
        "to correct and to keep beside the article.")


def corrections(article: Article, limit: int = 60) -> Table:
    """Every entry of the review workbook, with what became of it; what was refused first."""
    table = article.corrections
    order = table["status"].map({"refused": 0, "kept": 1, "applied": 2})
    table = table.assign(order=order).sort_values("order", kind="stable")
    return Table(table, f"Corrections by hand (n = {len(table)})",
                 {"table": "Table", "row": "Row", "action": "What", "column": "Column",
                  "machine": "Program", "human": "Person", "status": "Became",
                  "reason": "Why"}, article=article, limit=limit, empty=_NOBODY)


def corrections_finding(article: Article) -> Finding:
    """How many corrections are in force, which were refused, and where they came from."""
    if not article.review:
        return finding(_NOBODY + " {how}", how=_HOW.replace("`", ""))
    table = article.corrections
    status, actions = (table["status"].value_counts(),
                       table[table["status"] == "applied"]["action"].value_counts())
    kinds = ", ".join(f"{actions[action]} {action}" for action in ("changed", "added", "removed")
                      if action in actions)
    said = finding("**Corrected by hand** ({file}): {applied} in force: {kinds}.",
                   file=article.review.name,
                   applied=count(int(status.get("applied", 0)), "correction"),
                   kinds=kinds or "none")
    refused = int(status.get("refused", 0))
    return said + finding("**{n} could not be applied**; notebook 1 gives the reasons.",
                          n=refused) if refused else said


def machine_and_person(article: Article) -> Table:
    """The program's own reading of this article against the corrected one."""
    return _table(agreement(article.machine, article),
                  "The program and the person who corrected it", "Program", "Person") \
        if article.review else Table(article.corrections, "The program and a person", empty=_NOBODY)


def two_people(first: Article, second: Article) -> Table:
    """The agreement of two people's corrections, of two Articles of one text."""
    return _table(agreement(first, second), f"{first.review.name} and {second.review.name}",
                  "First", "Second")


def machine_and_person_finding(article: Article) -> Finding:
    """Where the program and the person agree least."""
    if not article.review:
        return finding("Nobody has corrected this article, so there is nothing to compare. {how}",
                       how=_HOW.replace("`", ""))
    return agreement_finding(agreement(article.machine, article)) + finding(
        "Rows that the person left as they were count as agreement: they were seen, at least.")


def agreement_finding(table: DataFrame) -> Finding:
    """The lowest alpha of a table of agreement, read as Krippendorff reads it."""
    known = table.dropna(subset=["alpha"])
    if known.empty:
        return finding("There was nothing that could have differed.")
    worst = known.loc[known["alpha"].idxmin()]
    return finding("They agree least on **{what}** ({table}): alpha {alpha:.2f} over {units}. "
                   "Krippendorff asks for .80, and for .67 "
                   "where a conclusion is only tentative.", what=worst["measure"],
                   table=worst["table"], alpha=worst["alpha"],
                   units=count(int(worst["units"]), "unit"))


def _table(frame, title, first, second):
    return Table(frame, title, {"table": "Table", "measure": "What", "first": first,
                                "second": second, "agree": "Agree",
                                "precision": f"Of {first.lower()}’s",
                                "recall": f"Of {second.lower()}’s", "f1": "F1", "units": "Units",
                                "alpha": "Alpha"},
                 formats={"precision": ".0%", "recall": ".0%", "f1": ".0%", "alpha": ".2f",
                          "units": ",.0f"})

"""How many quantities the article gives, on whose word, and what does not add up."""

from analysis.findings.statement import Statement
from analysis.findings.weights import rate
from analysis.measures.quantities import quantities
from analysis.text.phrases import count

# figures the article sets side by side; rules that failed
_HONEST = ["scope", "alternative", "error"]


def statements(article) -> list[Statement]:
    """quantities and adds_up_not."""
    return [_quantities(article), _adds_up_not(article)]


def _quantities(article):
    table = quantities(article)
    if table.empty:
        return Statement(
            "quantities",
            rate("quantities"),
            "The article gives no quantity.",
            "The article seems to give no quantity.",
            "",
            value=0,
            unit="quantities",
        )
    own = int((table["speaker"] == "reporter").sum())
    vouched = (
        "all on the reporter’s own word"
        if own == len(table)
        else "none on the reporter’s own word"
        if not own
        else f"{own} on the reporter’s own word"
    )
    said = (f"{count(len(table), 'quantity', 'quantities')} (amounts, counts and shares; no "
            f"dates), {vouched}")
    return Statement(
        "quantities",
        rate("quantities"),
        f"The article gives {said}.",
        f"The article gives about {said}.",
        f"The article gives perhaps {said}.",
        None,
        own / len(table),
        unit="share",
        evidence=list(zip(table["start"].astype(int), table["end"].astype(int)))[:5],
    )


def _adds_up_not(article):
    table = article.checks[~article.checks["kind"].isin(_HONEST)].sort_values(
        "confidence", ascending=False, kind="stable"
    )
    if table.empty:
        none = (
            "Nothing was found that does not add up"
            if len(article.numbers)
            else "There are no numbers to add up"
        )
        return Statement(
            "adds_up_not",
            rate("adds up"),
            f"{none}.",
            f"{none}.",
            f"{none}.",
            value=0,
            unit="alarms",
        )
    first, more = table.iloc[0], len(table) - 1
    others = f"; there {'is' if more == 1 else 'are'} {count(more, 'more alarm')}" if more else ""
    said = f"{first['explanation'].rstrip('.')}{others}."
    return Statement(
        "adds_up_not",
        float(first["confidence"]),
        f"Something does not add up: {said}",
        f"Something may not add up: {said}",
        f"Look at this, it may well be right: {said}",
        None,
        len(table),
        unit="alarms",
        evidence=list(zip(table["start"].astype(int), table["end"].astype(int))),
    )

"""How the article sounds, where that can be told."""

from statistics import NormalDist

from analysis.findings.statement import Statement
from analysis.measures import tone


def statements(article) -> list[Statement]:
    """tone."""
    whole = tone.groups(tone.scored(article), None)
    if whole.empty:
        none = "There is no sentence whose tone could be read"
        return [Statement("tone", 1, f"{none}.", f"{none}.", f"{none}.")]
    row = whole.iloc[0]
    side = "negative" if row["mean"] < 0 else "positive"
    likely = NormalDist().cdf(abs(row["mean"]) / row["se"])
    span = f"between {signed(row['low'])} and {signed(row['high'])} on a scale from −4 to +4"
    return [
        Statement(
            "tone",
            likely,
            f"It is worded rather {side}ly: readers would put it {span}.",
            f"It is probably worded rather {side}ly: readers would put it {span}.",
            f"It sounds neither clearly negative nor clearly positive: readers would put it {span}.",
            None,
            row["mean"],
            row["low"],
            row["high"],
            "points",
        )
    ]


def signed(value: float) -> str:
    """A score with its sign.

    >>> signed(-.04), signed(1.26)
    ('+0.0', '+1.3')
    """
    return f"{round(value, 1) + 0.0:+.1f}".replace("-", "−")

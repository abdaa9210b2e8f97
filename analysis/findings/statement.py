"""What a finding says, and how firmly: flatly, hedged, or withheld in words that still help."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.article import Article

FLAT, HEDGED = .9, .7   # from which a finding is stated without "probably", and at all
_MOST = .99             # no finding is surer than what a person who reads it can be


@dataclass(frozen=True)
class Statement:
    """One finding before it is known how firmly it may be made.

    finding: its kind. probability: that it is true. flat, hedged, withheld: its words, for each of
    the ways in which it may be stated. subject: a canonical name or None; value with low and high,
    in unit; evidence: (start, end) pairs, the first the most telling. """

    finding: str
    probability: float
    flat: str
    hedged: str
    withheld: str
    subject: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    evidence: list = field(default_factory=list)

    def row(self, article: "Article") -> dict:
        """The row of the findings table of an Article."""
        probability = round(min(self.probability, _MOST), 3)
        stated = level(probability)
        start, end = self.evidence[0] if self.evidence else (0, len(article.text))
        return dict(
            start=start,
            end=end,
            text=article.text[start:end],
            finding=self.finding,
            subject=self.subject,
            value=self.value,
            low=self.low,
            high=self.high,
            unit=self.unit,
            statement=getattr(self, stated),
            probability=probability,
            stated=stated,
            evidence=[list(span) for span in self.evidence],
        )


def level(probability: float) -> str:
    """How firmly something of this probability is stated.

    >>> level(.95), level(.8), level(.5)
    ('flat', 'hedged', 'withheld')
    """
    return "flat" if probability >= FLAT else "hedged" if probability >= HEDGED else "withheld"

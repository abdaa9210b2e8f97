"""What is known of one numeric expression while the rules fill it in."""
from dataclasses import dataclass, field
from math import isnan, nan


@dataclass(eq=False)
class Quantity:
    """One numeric expression of a passage.

    start, end: characters of the passage's reading copy. low, high: the interval, NaN where it is
    open or unknown. form: how it is written (digits, words, ordinal, fraction, magnitude, date,
    …), which the rules for kinds read. The other fields are columns of `article.numbers`; `linked`
    is the other Quantity.
    """

    start: int
    end: int
    low: float = nan
    high: float = nan
    form: str = "digits"
    kind: str | None = None
    unit: str | None = None
    tier: int = 1
    modifier: str = "="
    modifier_text: str | None = None
    low_open: bool = False
    high_open: bool = False
    counted: str | None = None
    per: str | None = None
    change: str | None = None
    iso: str | None = None
    linked: "Quantity | None" = None
    question: str | None = None
    first: int = -1            # tokens doc[first:last] of the expression
    last: int = -1
    places: int = 0            # digits after the point, and what the number is scaled by
    scale: float = 1
    notes: set = field(default_factory=set)

    @property
    def size(self) -> float:
        """The known end of the interval, the lower one where both are."""
        return self.high if isnan(self.low) else self.low

    def set(self, low: float, high: float | None = None) -> None:
        """Give it a value, or an interval."""
        self.low, self.high = low, low if high is None else high

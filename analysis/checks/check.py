"""What a rule returns when something does not add up, and how its explanation names figures."""
from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite

from analysis.checks.claims import Claim
from analysis.checks.precision import known, meet
from analysis.numbers.words import meant

# What the people of an event's class are called where the article leaves the noun out.
EVENT = meant("victims")


@dataclass(frozen=True, eq=False)
class Check:
    """One thing that does not add up.

    kind: as in `analysis.checks`. a: the `Claim` that the check is about; b: the one that it is
    held against, or None. others: further claims of the arithmetic. explanation: one sentence with
    both figures and the arithmetic. confidence: an estimate by rule; `evaluation/alarms.py`
    measures how many alarms are right. holds: whether it adds up after all, which is no alarm, but
    counted.
    """

    kind: str
    a: Claim
    b: Claim | None
    explanation: str
    confidence: float
    others: tuple[Claim, ...] = ()
    holds: bool = False

    @property
    def claims(self) -> list[Claim]:
        return [claim for claim in (self.a, self.b, *self.others) if claim is not None]


def arithmetic(kind: str, told: Claim, beside: Claim, bounds: tuple[float, float], made: str,
               confidence: float = .85, others: Iterable[Claim] = ()) -> Check:
    """The Check of a figure that others make: it holds where the figure `told` may stand for a
    value within the bounds (low, high); `made` is the arithmetic in words ("40 + 30 = 70")."""
    said = f"{made}, the article says {told.row.text.strip()}"
    return Check(kind, told, beside, said, confidence, tuple(others), meet(told, *bounds))


def alike(*claims: Claim) -> bool:
    """Whether figures measure the same: kind and unit."""
    return len({(claim.row.kind, claim.row.unit if known(claim.row.unit) else None)
                for claim in claims}) == 1


def plain(value: float) -> str:
    """A number as an editor writes it.

    >>> plain(1240.0), plain(0.25), plain(212e6), plain(2.5e9), plain(19.0), plain(33.333)
    ('1,240', '0.25', '212 million', '2.5 billion', '19', '33.3')
    """
    if not isfinite(value):
        return "an unknown number"
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.4g} {name}"
    if value == round(value):
        return f"{value:,.0f}"
    return f"{value:,.1f}" if abs(value) >= 10 else f"{value:,.3g}"


def figure(claim: Claim) -> str:
    """A figure as the article has it, with its modifier, its base and what it counts: "about 40
    people a day"."""
    row = claim.row
    said = row.text.strip()
    if isinstance(row.modifier_text,
                  str) and row.modifier_text not in said.lower() and row.modifier not in ("=",
                                                                                          "range"):
        said = f"{row.modifier_text} {said}"
    if said.isalpha() and said.endswith("s") and isinstance(row.counted, str):
        said += " of"                                                   # "dozens of people"
    if isinstance(row.counted, str) and row.counted.lower() not in said.lower() and (
            row.kind in ("count", "rate", "percent", "fraction")):
        said += f" of {row.counted}" if row.kind in ("percent", "fraction") else f" {row.counted}"
    if not isinstance(row.counted, str) and row.kind == "count":
        said += next((f" {EVENT[event]}" for event in sorted(claim.predicates) if event in EVENT),
                     "")
    return said + (f" a {row.per}" if isinstance(row.per, str) and row.per not in said else "")


def voice(claim: Claim) -> str:
    """Who vouches for a figure: a name, "the reporter", or "a voice that is not named"."""
    speaker = claim.row.speaker
    if not isinstance(speaker, str):
        return "an unidentified voice"
    return "the reporter" if speaker == "reporter" else speaker

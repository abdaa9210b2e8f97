"""How sure each decision of the program on an article's words is: whether somebody is given them,
and who."""

from dataclasses import dataclass

from analysis.findings.weights import rate
from analysis.voices.spoken_words import spoken


@dataclass(frozen=True)
class Act:
    """What one attribution gives somebody. words: how many; quoted: in quotation marks; counted:
    whether the tables count it; exists: how likely it is one; options: (canonical speaker,
    probability), the chosen one first; what is left to 1 is somebody else's."""

    words: int
    quoted: bool
    counted: bool
    exists: float
    options: tuple


def acts(article) -> list[Act]:
    """The acts of an Article that give anybody words, those too of which the program is less than
    half sure."""
    pieces = spoken(article, least=0, unknown=True)
    sure = set(spoken(article)["attribution"].dropna())
    rows = article.attributions.set_index("attribution")
    found = []
    for number, group in pieces.groupby(
        pieces["attribution"].fillna(-1 - pieces.index.to_series()), sort=False
    ):
        row = rows.loc[number] if number >= 0 else None
        quoted, words = bool(group["quoted"].any()), int(group["words"].sum())
        if words:
            exists = rate("quoted") if quoted or row is None else float(row["confidence"])
            found.append(
                Act(words, quoted, number in sure, exists, _options(group["speaker"].iloc[0], row))
            )
    return found


def _options(speaker, row):
    if row is None or not isinstance(speaker, str):
        return ()
    return ((speaker, rate("speaker")),)

"""How sure each decision of the program on an article's words is: whether somebody is given them, and who."""
from dataclasses import dataclass

from analysis.findings.weights import rate
from analysis.voices.spoken_words import spoken


@dataclass(frozen=True)
class Act:
    """What one attribution gives somebody.

    speaker: whom the tables give the words, or None; words: how many; quoted: in quotation marks; counted: whether the
    tables count it; exists: how likely it is one; options: (canonical speaker, probability), the chosen one first;
    what is left to 1 is somebody else's.
    """

    speaker: str | None
    words: int
    quoted: bool
    counted: bool
    exists: float
    options: tuple


def acts(article) -> list[Act]:
    """The acts of an Article that give anybody words, those too of which the program is less than half sure."""
    pieces = spoken(article, least=0, unknown=True)
    sure = set(spoken(article)["attribution"].dropna())
    confidence = article.attributions.set_index("attribution")["confidence"]
    choices = article.decisions[article.decisions["about"] == "speaker"].set_index("row")
    found = []
    # a quotation that no attribution utters is an act by itself
    by_act = pieces["attribution"].fillna(-1 - pieces.index.to_series())
    for number, group in pieces.groupby(by_act, sort=False):
        quoted, speaker = bool(group["quoted"].any()), group["speaker"].iloc[0]
        speaker = speaker if isinstance(speaker, str) else None
        options = _options(choices.loc[number]) if number in choices.index else ()
        if speaker and (not options or options[0][0] != speaker):
            options = ((speaker, 1.0),)         # by a person's hand
        exists = rate("quoted") if quoted or number < 0 else float(confidence[number])
        found.append(Act(speaker, int(group["words"].sum()), quoted, number in sure, exists, options))
    return [act for act in found if act.words]


def _options(choice):
    """The chosen speaker and the runner-up; where nobody was likely enough, the runner-up alone."""
    chances = [(choice["chosen"], choice["probability"]), (choice["runner_up"], choice["runner_up_probability"])]
    return tuple((name, float(chance)) for name, chance in chances if isinstance(name, str) and chance == chance)

"""How sure each decision of the program on an article's words is: whether somebody is given them,
and who."""
from typing import NamedTuple

from analysis.article import Article
from analysis.findings.weights import rate


class Act(NamedTuple):
    """What one attribution gives somebody.

    speaker: whom the tables give the words, or None; words: how many; quoted: in quotation marks;
    counted: whether the tables count it; exists: how likely it is one; options: (canonical speaker,
    probability), the chosen one first; what is left to 1 is somebody else's; led: whether its words
    name nobody, so that it is right or wrong with the act before it that is led to the same. """

    speaker: str | None
    words: int
    quoted: bool
    counted: bool
    exists: float
    options: tuple
    led: bool


def acts(article: Article) -> list[Act]:
    """The acts of an Article that give anybody words, those too of which the program is less than
    half sure."""
    sure, reasons = article.attributions.lists("confidence", "why")
    confidence = dict(enumerate(sure))
    led = {number for number, why in enumerate(reasons)
           if not any(rule.startswith("name.") for rule in why.split("; "))}
    options, by_act = _options(article.decisions), {}
    for piece in article.pieces:
        # a quotation that no attribution utters is an act by itself
        key = piece.attribution if piece.attribution is not None else ("quotation", piece.start)
        by_act.setdefault(key, []).append(piece)
    found = []
    for number, group in by_act.items():
        size, speaker = sum(piece.words for piece in group), group[0].speaker
        if not size:
            continue
        chosen, quoted = options.get(number, ()), any(piece.quoted for piece in group)
        if speaker and (not chosen or chosen[0][0] != speaker):
            chosen = ((speaker, 1.0),)         # by a person's hand
        exists = confidence[number] if number in confidence else 0
        counted = any(piece.counted for piece in group)
        if quoted:      # the words are somebody's; whether the source is right, the confidence says
            sure = 1 - (1 - exists) * rate("source")
            chosen, exists = tuple((name, chance * sure) for name, chance in chosen), rate("quoted")
        elif not counted:       # of what the tables leave out, little is anybody's words
            exists *= rate("left out")
        found.append(Act(speaker, size, quoted, counted, exists, chosen, number in led))
    return found


def _options(decisions):
    """{attribution: its speaker and the runner-up, each with its probability}; where nobody was
    likely enough, the runner-up alone."""
    columns = ("about", "row", "chosen", "probability", "runner_up", "runner_up_probability")
    found = {}
    for about, row, *chances in zip(*decisions.lists(*columns)):
        if about == "speaker":
            pairs = (chances[:2], chances[2:])
            found[row] = tuple((name, chance) for name,
                               chance in pairs if isinstance(name, str) and chance == chance)
    return found

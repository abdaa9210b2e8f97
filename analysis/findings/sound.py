"""How the article sounds among others of its kind, where that can be told."""
from analysis.article import Article
from analysis.findings.statement import Statement
from analysis.findings.weights import rate
from analysis.measures.sound import BROAD, Sound, sound
from analysis.text.phrases import amount


def statements(article: Article) -> list[Statement]:
    """tone."""
    found = sound(article)
    if found is None:
        none = "There is no sentence whose tone could be read"
        return [Statement("tone", 1, f"{none}.", f"{none}.", f"{none}.")]
    span = (f"readers would put it between {signed(found.low)} and {signed(found.high)} on a scale "
            f"from −4 to +4")
    # Whatever the scores say, readers agreed with so many of these statements.
    likely = min(found.probability, rate("tone"))
    return [Statement("tone", likely, f"It sounds {_side(found)}: {span}.",
                      f"It probably sounds {_side(found)}: {span}.",
                      f"Whether it sounds more negative or more positive than most {found.pool} "
                      f"cannot be told: {span}.",
                      None, found.mean, found.low, found.high, "points", found.evidence)]


def _side(found: Sound) -> str:
    """Where it stands and, where that is clear, what brings it there, where it turns and whose
    words carry it."""
    if found.side in BROAD:
        return f"about like most {found.pool}, or more positive"
    said = f"{found.side} than most {found.pool}"
    if found.because is None:
        return said
    said += f" (than about {min(round(100 * found.share), 99)} of 100), through {found.because}"
    if found.turn:
        said += f", {found.turn} than elsewhere"
    return f"{said}; {found.carried}" if found.carried else said


def signed(value: float) -> str:
    """A score with its sign.

    >>> signed(-.04), signed(1.26)
    ('+0.0', '+1.3')
    """
    return amount(value, "+.1f")

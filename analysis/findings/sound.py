"""How the article sounds among others of its kind, where that can be told."""
from analysis.article import Article
from analysis.findings.statement import Statement
from analysis.findings.weights import rate
from analysis.measures.sound import BROAD, Sound, sound


def statements(article: Article) -> list[Statement]:
    """tone."""
    found = sound(article)
    if found is None:
        none = "There is no sentence whose tone could be read"
        return [Statement("tone", 1, f"{none}.", f"{none}.", f"{none}.")]
    # Whatever the scores say, readers agreed with so many of these statements.
    likely = min(found.probability, rate("tone"))
    return [Statement("tone", likely, f"It sounds {_side(found)}.",
                      f"It probably sounds {_side(found)}.",
                      f"Whether it sounds more negative or more positive than most {found.pool} "
                      f"cannot be told.",
                      None, found.mean, found.low, found.high, "points", found.evidence)]


def _side(found: Sound) -> str:
    """Where it stands and, where that is clear, whose sentences carry it. What readers agreed with
    less is told in notebook 2: the range of the score, the words on which it rests, whether its
    topic or its wording brings it there, and where it turns."""
    if found.side in BROAD:
        return f"about like most {found.pool}, or more positive"
    said = (f"{found.side} than most {found.pool} (than about "
            f"{min(round(100 * found.share), 99)} of 100)")
    return f"{said}; {found.carried}" if found.carried else said

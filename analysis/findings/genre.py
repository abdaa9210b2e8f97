"""What sort of text it is, said first: what can be claimed of a report cannot of an opinion
piece."""
from analysis.article import Article
from analysis.findings.statement import Statement
from analysis.findings.weights import rate


def statements(article: Article) -> list[Statement]:
    """genre: as sure as the weights are, times how often readers found it true."""
    found, likely = article.genre
    name = f"{'an' if found[0] in 'aeiou' else 'a'} {found}"
    hedged = ("It reads more like a report than like an opinion piece." if found == "news report"
              else f"It is probably {name}.")
    return [Statement("genre", likely * rate("genre"), f"It is {name}.", hedged,
                      "It is something between a news report and an opinion piece.", found)]

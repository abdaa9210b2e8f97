"""How the article sounds, where that can be told."""
from statistics import NormalDist, fmean

from analysis.findings.statement import Statement
from analysis.tables.sentences import body_sentences
from analysis.tone.calibration import Z95, standard_error


def statements(article) -> list[Statement]:
    """tone."""
    sentences = body_sentences(article)["sentence"].tolist()
    if not sentences:
        none = "There is no sentence whose tone could be read."
        return [Statement("tone", 1, none, none, none)]
    scores, evidence = article.tone["score"].tolist(), article.tone["evidence"].tolist()
    mean = fmean(scores[number] for number in sentences)
    error = standard_error([evidence[number] for number in sentences])
    low, high = mean - Z95 * error, mean + Z95 * error
    side = "negative" if mean < 0 else "positive"
    span = f"between {signed(low)} and {signed(high)} on a scale from −4 to +4"
    return [Statement("tone", NormalDist().cdf(abs(mean) / error), f"It is worded rather {side}ly: readers would put it {span}.",
                      f"It is probably worded rather {side}ly: readers would put it {span}.",
                      f"It sounds neither clearly negative nor clearly positive: readers would put it {span}.",
                      None, mean, low, high, "points")]


def signed(value: float) -> str:
    """A score with its sign.

    >>> signed(-.04), signed(1.26)
    ('+0.0', '+1.3')
    """
    return f"{round(value, 1) + 0.0:+.1f}".replace("-", "−")

"""How many quantities the article gives, on whose word, and what does not add up."""
import numpy
from pandas import NA

from analysis.article import Article
from analysis.findings.draws import DRAWS, SEED, around
from analysis.findings.statement import Statement
from analysis.findings.weights import rate
from analysis.measures.quantities import checkable
from analysis.text.phrases import count

# figures the article sets side by side; rules that failed
_HONEST = ["scope", "alternative", "error"]
_WHICH = "to check (amounts, counts and shares; no dates)"
_FEWEST = .7        # of the quantities found, readers counted no fewer in 14 articles
_HALF = .5
_UNKNOWN = .5       # whose word a quantity is on that the tables lead to nobody


def statements(article: Article) -> list[Statement]:
    """quantities and adds_up_not."""
    return [_quantities(article), _adds_up_not(article)]


def _quantities(article):
    rows = checkable(article)
    if not rows:
        return Statement("quantities", rate("no quantity"), "The article gives no quantity.",
                         "The article seems to give no quantity.",
                         "Whether the article gives a quantity is not clear.", value=0,
                         unit="quantities")
    speakers, acts, starts, ends = (
        [column[row] for row in rows]
        for column in article.numbers.lists("speaker", "attribution", "start", "end"))
    own = speakers.count("reporter") / len(rows)
    low, high = around(own, _own_shares(article, speakers, acts))
    if len(rows) == 1:      # which may well be none worth a check
        likely, said = rate("no quantity"), f"hardly any quantity {_WHICH}; one was found"
    else:
        fewest = count(int(_FEWEST * len(rows)), "quantity", "quantities")
        likely, said = rate("counted"), (f"at least {fewest} {_WHICH}; {len(rows)} were found"
                                         f"{_split(speakers, low, high)}")
    return Statement("quantities", likely, f"The article gives {said}.",
                     f"The article gives {said}.",
                     f"How many quantities the article gives is not clear ({len(rows)} found).",
                     None, own, low, high, "share",
                     evidence=list(zip(starts, ends))[:5])


def _own_shares(article, speakers, acts):
    """The share of quantities with these speakers and attributions that stand on the reporter's own
    word, in each draw: one that is led to somebody else is so by the confidence of the attribution,
    and the reporter's are at times a source's."""
    confidence = dict(enumerate(*article.attributions.lists("confidence")))
    own = [1 - confidence.get(act, 1) if speaker != "reporter" and act is not NA
           else _UNKNOWN if speaker != "reporter" else rate("own word")
           for speaker, act in zip(speakers, acts)]
    generator = numpy.random.default_rng(SEED)
    return (generator.random((DRAWS, len(own))) < numpy.array(own)).mean(1)


def _split(speakers, low, high):
    """Whether most of the quantities with these speakers have a source, or stand in sentences that
    name none, by two bounds of the share of these. It is not said that they are on the reporter's
    own word: a source named before may be meant for them, too."""
    if low > _HALF:
        return ", most of them in sentences that name no source"
    if high < _HALF:
        return ", most of them with a source"
    both = "reporter" in speakers and any(isinstance(speaker, str) and speaker != "reporter"
                                          for speaker in speakers)
    return ", some with a source, some in sentences that name none" if both else ""


def _adds_up_not(article):
    columns = article.checks.lists("kind", "confidence", "explanation", "start", "end")
    alarms = sorted((row for row in zip(*columns) if row[0] not in _HONEST),
                    key=lambda row: -row[1])
    if not alarms:
        return _no_alarm(article)
    (_, confidence, explanation, *_), more = alarms[0], len(alarms) - 1
    others = f"; there {'is' if more == 1 else 'are'} {count(more, 'more alarm')}" if more else ""
    said = f"{explanation.rstrip('.')}{others}."
    return Statement(
        "adds_up_not",
        confidence,
        f"Something does not add up: {said}",
        f"Something may not add up: {said}",
        f"Look at this, it may well be right: {said}",
        None,
        len(alarms),
        unit="alarms",
        evidence=[row[3:] for row in alarms],
    )


def _no_alarm(article):
    if len(article.numbers) and (held := len(article.tested)):
        flat = hedged = (f"Of its numbers, dates and ages, "
                         f"{count(held, 'pair or sum', 'pairs and sums')} could be tested, and "
                         f"none was found not to add up.")
    else:
        flat = "No figures in it were found that contradict each other."
        hedged = ("No two of its figures contradict each other, as far as the program can tell."
                  if len(article.numbers) else
                  "It gives no figures that could contradict each other.")
    return Statement("adds_up_not", rate("adds up"), flat, hedged, flat, value=0, unit="alarms")

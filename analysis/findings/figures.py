"""How many quantities the article gives, on whose word, and what does not add up."""

import numpy
from pandas import NA

from analysis.article import Article
from analysis.findings.draws import DRAWS, SEED, bounds
from analysis.findings.statement import HEDGED, Statement
from analysis.findings.weights import rate
from analysis.measures.quantities import checkable
from analysis.text.phrases import count

# figures the article sets side by side; rules that failed
_HONEST = ["scope", "alternative", "error"]
_HALF, _ABOUT = .5, .11
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
    drawn = _own_shares(article, speakers, acts)
    vouched, likely = _on_own_word(drawn, speakers)
    low, high = (bound(one, own) for bound, one in zip((min, max), bounds(drawn)))
    number = count(len(rows), "quantity", "quantities")
    said = f"{number} to check (amounts, counts and shares; no dates)"
    likely *= rate("quantities")
    open_ = f"on whose word {'it stands' if len(rows) == 1 else 'they stand'} is not clear"
    if likely >= HEDGED:
        said = f"{said}, {vouched}"
    elif len(rows) > 1:     # one may well be none worth a check
        split = _split(speakers, low, high)
        said, likely = f"{said}{split or f'; {open_}'}", rate("counted")
    return Statement("quantities", likely,
                     f"The article gives {said}.", f"The article gives about {said}.",
                     f"The article gives about {number} to check; {open_}.",
                     None, own, low, high, "share",
                     evidence=list(zip(starts, ends))[:5])


def _own_shares(article, speakers, acts):
    """The share of quantities with these speakers and attributions that stand on the reporter's own
    word, in each draw: one that is led to somebody else is so by the confidence of the attribution,
    and the reporter's are at times a source's."""
    confidence = dict(enumerate(article.attributions["confidence"].tolist()))
    own = [1 - confidence.get(act, 1) if speaker != "reporter" and act is not NA
           else _UNKNOWN if speaker != "reporter" else rate("own word")
           for speaker, act in zip(speakers, acts)]
    generator = numpy.random.default_rng(SEED)
    return (generator.random((DRAWS, len(own))) < numpy.array(own)).mean(1)


def _on_own_word(shares, speakers):
    """On whose word the quantities of these speakers stand, in the words that are likeliest true,
    and how likely they are; shares: the reporter's, drawn."""
    number, own, others = len(speakers), speakers.count("reporter"), _of_others(speakers)
    own_word, others_word = (shares > _HALF).mean(), (shares < _HALF).mean()
    if number == 1:
        ways = {"on the reporter’s own word": own_word, "on the word of others": others_word}
    else:
        ways = {f"about half of them ({own}) on the reporter’s own word":
                (abs(shares - _HALF) < _ABOUT).mean()}
        if 2 * own > number:
            ways[f"most of them ({own}) on the reporter’s own word"] = own_word
        if 2 * others > number:
            ways[f"most of them ({others}) on the word of others"] = others_word
    return max(ways.items(), key=lambda way: way[1])


def _of_others(speakers):
    """How many quantities are led to a speaker other than the reporter."""
    return sum(isinstance(speaker, str) for speaker in speakers) - speakers.count("reporter")


def _split(speakers, low, high):
    """How many of the quantities with these speakers are the reporter's, between two bounds of its
    share, and how many others'; None where half of them are led to nobody."""
    number, own, others = len(speakers), speakers.count("reporter"), _of_others(speakers)
    open_ = number - own - others
    if 2 * open_ >= number:
        return None
    said = (f", {own or 'none'} of them on the reporter’s own word (with the unsure rows, between "
            f"{round(low * number)} and {round(high * number)})")
    return said + f", {others} on the word of others" * bool(others) + (
        f", {open_} on nobody’s that is clear" * bool(open_))


def _adds_up_not(article):
    columns = article.checks.lists("kind", "confidence", "explanation", "start", "end")
    alarms = sorted((row for row in zip(*columns) if row[0] not in _HONEST),
                    key=lambda row: -row[1])
    if not alarms:
        held = len(article.tested) if len(article.numbers) else 0
        none = (f"Of its numbers, dates and ages, {count(held, 'pair or sum', 'pairs and sums')} "
                f"could be tested, and none was found not to add up." if held else
                "Nothing in it was found that could be added up or set against another figure.")
        return Statement("adds_up_not", rate("adds up"), none, none, none, value=0, unit="alarms")
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

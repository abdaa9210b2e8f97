"""How an article sounds among others: where its tone stands, how surely, what brings it there,
where it turns, whose words carry it.

The score is a prediction of what readers would say, which differs from it by its standard error; so
what they would say of the pool's articles spreads wider than their scores, by the same error. The
place of an article among them follows: a normal distribution around its score, held against the
wider one of the pool.
"""
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from math import hypot
from statistics import NormalDist, fmean
from typing import TYPE_CHECKING

import numpy

from analysis.measures import arc, norms
from analysis.tables.sentences import body_numbers
from analysis.text.base_forms import base_forms
from analysis.text.phrases import listing
from analysis.tone.calibration import Z95, contrast_error, standard_error
from analysis.tone.context import known
from analysis.voices import told_of

if TYPE_CHECKING:
    from analysis.article import Article

# The statements, each with the part of the pool in which an article stands of which it is true; the
# broader one is for want of a clear one. That a tone is usual is none of them: it is taken for
# neutral, which most news is not. Nor is "no more positive": readers of 12 such articles found that
# it said nothing of 7, which were abusive, admiring or plain.
CLEAR = {"more negative": (0, .4), "more positive": (.6, 1)}
BROAD = {"no more negative": (.4, 1)}
_LIKELY = .7        # from which a clear statement is made
_POOL = "news report"   # opinion is told from news too seldom for another pool, which is much alike
_MOSTLY = 3 / 4     # the share of a departure from which topic or wording alone is its cause
_KINDS = {"topic": "topic", "wording": "evaluative"}
_SOURCES = {"topic": "mostly its topic, with words",
            "evaluative": "mostly its wording, with words", None: "words"}
# Which words are named where both are: topics darken a tone ("gun"), they seldom brighten it.
_PRAISE = {-1: None, 1: "evaluative"}
_NAMED = 3          # words named as its cause
_RATED = 1.9        # the least valence of one, of about 4: that of "good"; "capable" has less
_FEW = 5            # sentences of a voice, for fewer are not compared
_NORMAL = NormalDist()
_VOICES = {"reporter": "the reporter’s own sentences", "quoted": "the quoted ones",
           "mixed": "those with a quotation in them"}
_COLUMNS = ("score", "evidence", "topic", "evaluative", "drivers")


@dataclass(frozen=True)
class Sound:
    """The likeliest of CLEAR, or BROAD where none is likely (`side`), with its probability; the
    place among news articles (`pool`, `n` of them), the share that sounds more negative, with its
    95 % range; mean, low, high on the raters' scale; `because`, `turn`, `carried` in words or None;
    evidence, the (start, end) of the words that bring it there."""

    side: str
    probability: float
    place: float
    place_low: float
    place_high: float
    pool: str
    n: int
    mean: float
    low: float
    high: float
    because: str | None
    turn: str | None
    carried: str | None
    evidence: list

    @property
    def told(self) -> bool:
        """Whether the side is likely."""
        return self.probability >= _LIKELY

    @property
    def pole(self) -> str:
        """The pole to which the side looks, or, where none is likely, the place: negative or
        positive."""
        negative = self.side == "more negative" if self.told else self.place < .5
        return "negative" if negative else "positive"

    @property
    def share(self) -> float:
        """The share of the pool that is farther from that pole."""
        return 1 - self.place if self.pole == "negative" else self.place


def sound(article: "Article", usual: dict | None = None) -> Sound | None:
    """How an Article sounds among the articles of `usual` (default: `norms.load()`); None where it
    has no sentence to score or the norms have no such articles."""
    chosen = body_numbers(article)
    if not chosen:
        return None
    scores, evidence, topic, wording, drivers = ([column[number] for number in chosen] for column in
                                                 article.tone.lists(*_COLUMNS))
    mean, error = fmean(scores), standard_error(evidence)
    parts = {"tone": mean, "topic": fmean(topic), "wording": fmean(wording)}
    among = {part: found for part, value in parts.items()
             if (found := norms.place(part, value, kind=_POOL, table=usual)) is not None}
    if len(among) < len(parts):
        return None
    middle, spread = _spread(among["tone"], error)
    at, unsure = (mean - middle) / spread, error / spread
    side, probability = _side(at, unsure)
    place, low, high = (_NORMAL.cdf(at + step * unsure) for step in (0, -Z95, Z95))
    because, places = _because(side, {part: parts[part] - among[part].quantile(.5)
                                      for part in ("topic", "wording")},
                               _outside_names(article, drivers))
    voices, = article.sentences.lists("voice")
    return Sound(side, probability, place, low, high, among["tone"].pool, among["tone"].n, mean,
                 mean - Z95 * error,
                 mean + Z95 * error, because, _turn(scores),
                 _carried(scores, evidence, [voices[i] for i in chosen]), places)


def _spread(usual, error):
    """The middle of what readers would say of the pool's articles, and its standard deviation."""
    low, middle, high = (usual.quantile(share) for share in (.15, .5, .85))
    return middle, hypot((high - low) / 2 / _NORMAL.inv_cdf(.85), error)


def _side(at, unsure):
    """The clear statement that is likely, or the broad one, and its probability."""
    for ranges in (CLEAR, BROAD):
        likely = {side: _within(at, unsure, *bounds) for side, bounds in ranges.items()}
        side = max(likely, key=likely.get)
        if likely[side] >= _LIKELY:
            break
    return side, likely[side]


def _within(at, unsure, first, last):
    """The probability that a place lies between two shares of the pool."""
    low, high = (_NORMAL.inv_cdf(share) if 0 < share < 1 else (share - .5) * 99
                 for share in (first, last))
    return _NORMAL.cdf((high - at) / unsure) - _NORMAL.cdf((low - at) / unsure)


def _outside_names(article, drivers):
    """The (word, what it adds, start, end) of all sentences, without those that may be part of a
    name: capitalised in a mention of an actor, or within a sentence ("the Best Film award")."""
    named = {place for start, end in told_of(article, "start", "end")
             for place in range(start, end)}
    text = article.text
    return [driver for sentence in drivers for driver in sentence
            if not (driver[0][0].isupper()
                    and (driver[2] in named or text[:driver[2]].rstrip("\t ")[-1:].isalpha()))]


def _because(side, departures, drivers):
    """What brings the tone to its side, in words, and where the first of these words stand."""
    if side not in CLEAR:
        return None, []
    sign = -1 if side == "more negative" else 1
    found = {part: max(sign * departure, 0) for part, departure in departures.items()}
    total = sum(found.values())
    kind = next((kind for part, kind in _KINDS.items() if found[part] > _MOSTLY * total), None)
    adds, places = Counter(), {}
    for word, add, start, end in drivers:
        word = word.lower()
        if _shows(word, sign, kind or _PRAISE[sign]):
            adds[word] += sign * add
            places.setdefault(word, (start, end))
    words = []
    for word, add in adds.most_common():
        if add > 0 and len(words) < _NAMED and not any(_one(word, other) for other in words):
            words.append(word)
    if not total or not words:
        return None, []
    return (f"{_SOURCES[kind]} such as {listing([f'“{word}”' for word in words])}",
            [places[word] for word in words])


def _one(word, other):
    """Whether two words are forms of one: "problem" and "problems"."""
    return word in base_forms(other) or other in base_forms(word)


def _shows(word, sign, kind):
    """Whether a word, as it stands, looks to that side for whoever reads it, and is of the kind:
    one that a negator turned to it would seem to say the opposite, and one that no list rates,
    or hardly ("respective"), says nothing."""
    valence, _, own = known(word.removesuffix("’s").removesuffix("'s")) or (0, 0, kind)
    return sign * valence >= _RATED and kind in (own, None)


def _turn(scores):
    """Where the course of tone leaves what chance order makes most, in words."""
    mean, low, high = arc.course(numpy.array(scores))
    beyond = {side: numpy.nan_to_num(far, nan=-1)
              for side, far in {"negative": low - mean, "positive": mean - high}.items()}
    side = max(beyond, key=lambda one: beyond[one].max())
    away = (beyond[side] > 0).nonzero()[0]
    if not len(away):
        return None
    third = ["first", "middle", "last"][int(3 * numpy.median(away) / len(scores))]
    return f"more {side} in its {third} third"


def _carried(scores, evidence, voices):
    """The two voices whose sentences differ most surely, in words; None where none do (Bonferroni
    for the pairs)."""
    own = {voice: [i for i, one in enumerate(voices) if one == voice] for voice in _VOICES}
    pairs = list(combinations([voice for voice, at in own.items() if len(at) >= _FEW], 2))
    surest, said = _NORMAL.inv_cdf(1 - .025 / max(len(pairs), 1)), None
    for pair in pairs:
        means = [fmean(scores[i] for i in own[voice]) for voice in pair]
        sure = abs(means[0] - means[1]) / contrast_error(*([evidence[i] for i in own[voice]]
                                                           for voice in pair))
        if sure > surest:
            lower, upper = sorted(pair, key=dict(zip(pair, means)).get)
            surest, said = sure, f"{_VOICES[lower]} are more negative than {_VOICES[upper]}"
    return said

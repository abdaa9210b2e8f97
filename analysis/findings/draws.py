"""Who may have said how much: the words of each voice, were the article's unsure decisions drawn
again and again.

An attribution is there or not by its confidence; its speaker is the one chosen, the runner-up, or
somebody else; a voice without a name may be a named one; one with fewer words may be none; and some
paraphrases were missed. Every draw decides all of this anew, so that the spread of a share over the
draws is what the unsure rows leave open. """

import re
from collections import Counter
from dataclasses import dataclass

import numpy

from analysis.article import Article
from analysis.entities.lexicon import roles
from analysis.findings.decisions import acts
from analysis.findings.weights import rate
from analysis.lexicons import words
from analysis.models.intervals import quantiles

DRAWS, SEED = 600, 20160219
_LOW, _HIGH = .05, .95
_NUMBERED = re.compile(r" \(\d+\)$")
_FROM = re.compile(r" (?:for|of|at|in|from|with|to|on|near) ")


@dataclass(frozen=True)
class Draws:
    """voices: their names, the one with most words first; counted: the words each is given by the
    tables; words: array (draws, voices + 1), the last column somebody else's; other: the most words
    that one act gives somebody else, in each draw."""

    voices: list
    counted: list
    words: numpy.ndarray
    other: numpy.ndarray

    def most(self) -> numpy.ndarray:
        """The share of draws in which each voice has the most words, more than anybody else; those
        that tie share the draw."""
        rivals = numpy.column_stack([self.words[:, :-1], self.other])
        first = rivals == rivals.max(1, keepdims=True)
        return (first / first.sum(1, keepdims=True)).mean(0)[:-1]

    def share(self, chosen: list[str]) -> numpy.ndarray:
        """The share of all words that the `chosen` voices (a list of names) have in each draw."""
        columns = [self.voices.index(name) for name in chosen]
        return self.words[:, columns].sum(1) / numpy.maximum(self.words.sum(1), 1)


def bounds(shares: numpy.ndarray) -> tuple[float, float]:
    """Between which two values nine of ten draws lie.

    >>> bounds(numpy.arange(101))
    (5.0, 95.0)
    """
    low, high = quantiles(shares, _LOW, _HIGH).tolist()
    return low, high


def around(value: float, shares: numpy.ndarray) -> tuple[float, float]:
    """The bounds of the drawn shares, widened to the value that the tables give."""
    low, high = bounds(shares)
    return min(low, value), max(high, value)


def draws(article: Article, unnamed: dict[str, float]) -> Draws:
    """The `Draws` of an Article, whose `nameless` voices are given: the same text gives the same
    draws."""
    found = acts(article)
    counted = {}
    for act in found:
        for name, _ in act.options:
            counted.setdefault(name, 0)
        if act.counted and act.speaker:
            counted[act.speaker] += act.words
    voices = sorted(counted, key=counted.__getitem__, reverse=True)
    column = {name: number for number, name in enumerate(voices)}
    generator = numpy.random.default_rng(SEED)
    times = Counter(act.speaker for act in found)
    often = numpy.array([times[name] for name in voices], float)
    given = _missed(generator, [act.words for act in found if not act.quoted], often)
    there = generator.random((len(found), DRAWS)) < numpy.array([[act.exists] for act in found]
                                                                or [[0]])
    chance = generator.random((len(found), DRAWS))
    other, latest = numpy.zeros(DRAWS), {}
    for act, exists, drawn in zip(found, there, chance):
        run = 0
        if act.led:
            drawn, run = latest.get(act.speaker, (drawn, run))
        passed = 0.0
        for name, likely in act.options:
            given[:, column[name]] += act.words * (exists & (drawn >= passed)
                                                   & (drawn < passed + likely))
            passed += likely
        else_ = act.words * (exists & (drawn >= passed))
        given[:, -1] += else_
        latest[act.speaker] = drawn, run + else_
        other = numpy.maximum(other, run + else_)
    named, classes, forms = article.speakers.lists("speaker", "role_class", "form")
    media = {name for name, sort in zip(named, classes) if sort == "media"}
    documents = {name: rate("issued") for name, form in zip(named, forms) if form == "document"}
    _led_back(generator, documents | unnamed, media, voices, often, given)
    _joined(generator, voices, given)
    _no_voices(generator, given)
    return Draws(voices, [counted[name] for name in voices], given, other)


def nameless(article: Article) -> dict[str, float]:
    """{voice that the article does not name: how likely it is that it is a named one, described}: a
    role with "the" before it often is ("the minister"), one without an article at times, a group or
    "a neighbour" seldom."""
    found = {}
    for name, form, text in zip(*article.speakers.lists("speaker", "form", "text")):
        first = text.lower().split()[0]
        indefinite = first in words("reporting.indefinite")
        if form == "organisation" and indefinite and _FROM.split(name)[0].islower():
            found[name] = rate("led back")      # "a firm"; "the government" needs no name
        elif form in ("anonymous", "role", "group") and not _named(name):
            found[name] = rate("led back" if form != "role" or indefinite
                               else "described" if first in words("voices.definite")
                               else "role described")
    return found


def _named(phrase):
    """Whether the head of a phrase is a name, whatever form it has: "ambassador Ana Brell", but no
    "spokesman for Ana Brell" nor "Press Secretary"."""
    head = _FROM.split(phrase)[0].split()[-2:]
    return all(word[0].isupper() for word in head) and head[-1].lower() not in roles()


def _missed(generator, sizes, often):
    """Words of paraphrases that were not found, array (DRAWS, voices + 1): as many as their known
    rate makes likely, as long as the article's own, by its voices as often as these speak, else by
    somebody new."""
    given, every = numpy.zeros((DRAWS, len(often) + 1)), numpy.arange(DRAWS)
    if not sizes:
        return given
    chances = numpy.append(often, max(rate("new voice") * often.sum(), 1))
    number = generator.poisson(rate("missed") * len(sizes), DRAWS)
    for turn in range(number.max()):
        who = generator.choice(len(chances), DRAWS, p=chances / chances.sum())
        given[every, who] += numpy.where(number > turn, generator.choice(sizes, DRAWS), 0)
    return given


def _led_back(generator, led, media, voices, often, given):
    """Gives, in some draws, the words of each voice that is `led` back with a chance (without a
    name, or a document) to a named one, whom it describes or who issued it, and those of a news
    agency or paper to somebody else, whom it cites."""
    named = numpy.array([name not in led for name in voices], bool)
    chances = often * named
    for column, name in enumerate(voices):
        if name in media:
            moved, to = numpy.flatnonzero(generator.random(DRAWS) < rate("cites")), len(voices)
        elif name in led and chances.sum():
            moved = numpy.flatnonzero(generator.random(DRAWS) < led[name])
            to = generator.choice(len(voices), len(moved), p=chances / chances.sum())
        else:
            continue
        given[moved, to] += given[moved, column]
        given[moved, column] = 0


def _joined(generator, voices, given):
    """Gives, in some draws, the words of a voice to one before it that may be the same under a
    longer or shorter name: "Brell" and "Oxley’s Ana Brell", "Brell (2)"."""
    for column, name in enumerate(voices):
        for before, other in enumerate(voices[:column]):
            if may_be_same(name, other):
                moved = numpy.flatnonzero(generator.random(DRAWS) < rate("same name"))
                given[moved, before] += given[moved, column]
                given[moved, column] = 0
                break


def _no_voices(generator, given):
    """Takes, in some draws, all words from a voice that has less than the first: rows of one source
    err together, where it is a law or a patient who says nothing, or is somebody else's words."""
    others = given[:, 1:-1]
    others[generator.random(others.shape) < rate("no voice")] = 0


def may_be_same(one: str, other: str) -> bool:
    """Whether two voices may be one under a longer and a shorter name.

    >>> may_be_same("Brell", "Oxley’s Ana Brell"), may_be_same("Ana Brell", "Ivo Brell")
    (True, False)
    """
    short, long = sorted((_NUMBERED.sub("", name).lower().split() for name in (one, other)),
                         key=len)
    return long[-len(short):] == short

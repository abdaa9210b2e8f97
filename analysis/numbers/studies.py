"""Figures of polls, surveys, statistics and forecasts, which are not the reporter's own: those that
a sentence takes from one, and those of the sentences that go on with it."""
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import groupby
from math import isnan
from typing import TYPE_CHECKING

from pandas import notna

from analysis import syntax
from analysis.attribution import cues
from analysis.lexicons import words
from analysis.numbers.vouching import aside, presupposed
from analysis.system.registry import ArticleLike

if TYPE_CHECKING:
    from analysis.numbers.quantity import Quantity
    from analysis.text.tokens import Token

_SHARES = ("percent", "fraction", "ratio")
_POINTS = ("point", "points")
_CLIMB = 4      # clauses, from a figure's own upwards, in which its source may be named
_LEAD = 4       # sentences in which an article says what it is about
_GAP = 3        # sentences behind a study in which shares are its own
_NEXT = 2       # and those in which large counts and amounts are
_NEVER = -10    # no sentence
_LARGE = 100
_BEFORE = re.compile(r"(?:[^\W\d_]+\s){0,3}")     # before a share of people: "Almost a quarter"
_MARKS = ".,;:()[]’'\"“”"


def takes(quantity: "Quantity", token: "Token") -> "Token | None":
    """The study that the clause which a figure's first token stands in, or one above it, takes what
    it says from ("in a poll, 40 per cent …", "the report puts it at 40"), or the verb that leaves
    it to those who expect or hold it ("is expected to cost 40"), or None; not how long something
    lasts, nor what the reporter adds."""
    if quantity.kind == "duration" or aside(quantity, token) or presupposed(quantity, token):
        return None
    verb: Token | None = syntax.clause(token)
    for _ in range(_CLIMB):
        if verb is None:
            return None
        if found := _of_study(verb, token) or (verb if _held(verb, token) else None):
            return found
        verb = syntax.verb_above(verb)
    return None


def _of_study(verb, token):
    # "figures showing that 40"
    if syntax.is_reduced(verb) and verb.tag_ == "VBG" and verb.i < token.i:
        shows = (verb.head.lower_ in words("numbers.studies") and verb.head.pos_ in syntax.NOUNS
                 and cues.entry(verb) is not None)
        return verb.head if shows else None
    doer = syntax.subject(verb)
    if doer is not None and not syntax.passive(verb) and _study(doer, token):
        return doer
    return next((noun for noun in syntax.obliques(verb, words("numbers.taken_from"))
                 if _study(noun, token)), None)


def _study(noun, token):
    """Whether a noun is a study that a token tells no more about, as in "a survey of 900"."""
    first, last = syntax.subtree(noun)
    return (noun.lower_ in words("numbers.studies") and noun.pos_ in syntax.NOUNS
            and not first <= token.i < last)


def _held(verb, token):
    """Whether a verb such as "is expected to" or "projected to" stands over a figure that follows
    it."""
    return (verb.lower_ in words("numbers.held") and syntax.agent(verb) is None and verb.i < token.i
            and (syntax.passive_auxiliary(verb) is not None
                 or syntax.is_reduced(verb) and syntax.open_complement(verb) is not None))


def again(study: "Token") -> bool:
    """Whether what `takes` found is a study without a name of its own ("the survey")."""
    return study.pos_ in syntax.NOUNS and study.i > 0 and (
        study.nbor(-1).lower_ in ("the", "this", "that"))


def vouch(article: ArticleLike, rows: list[dict],
          taken: dict[int, tuple[str | None, bool]]) -> None:
    """Take from the reporter those rows of `article.numbers` that a study vouches for, and give
    them to it where it speaks in the article, else to nobody.

    taken: {number of a row that its own sentence takes from one: (whose study it is, whether that
    is the one named last)}. Others are
    the shares of a sentence that names a poll, and those that the next sentences go on with:
    "He has 32 per cent of them", as they do with large counts and amounts of the same things,
    and nobody with others; a share of people who say something is that of the study named last.
    In an article that begins with a survey, later shares are nobody's for sure.
    """
    places, texts = article.sentences.lists("start", "text")
    shares = sorted(row["start"] for row in rows if _share(row))
    named, others, people = _named(article, places, shares)
    figures = {sentence: [row for row in found if row["tier"] == 1] for sentence, found
               in groupby(rows, lambda row: row["sentence"])}
    about = next((sentence for sentence in sorted(named)[:1] if sentence < _LEAD
                  and _words(texts[sentence]) & words("numbers.asked")), len(texts))
    study = _OpenStudy()
    for sentence, text in enumerate(texts):
        study.read(sentence, named, others, people, sentence in figures)
        asks = _polled(text)
        study.reached = sentence if asks and study.reached is None else study.reached
        for row in figures.get(sentence, ()):
            if row["speaker"] != "reporter" or row["attribution"] is not None:
                continue
            if row["number"] in taken:
                owner, again = taken[row["number"]]
                row["speaker"] = named.get(sentence) or owner or (study.latest if again else None)
                if asks and _share(row):
                    study.speaker, study.reached = row["speaker"], sentence
            elif _share(row) and (asks or study.reached is not None
                                  or sentence > about and not row["change"]):
                row["speaker"], study.reached = study.speaker, sentence
            elif study.goes_on(sentence) and _large(row) and not (
                    _words(text) & words("numbers.polls")):
                row["speaker"] = study.speaker if _same(row, text, texts[study.given]) else None


@dataclass
class _OpenStudy:
    """The study whose figures a sentence may go on with. speaker: whose it is; latest: whose the
    one named last is; reached: the last sentence with its shares; given: the sentence in which it
    gave figures."""

    speaker: str | None = None
    latest: str | None = None
    reached: int | None = None
    given: int = _NEVER

    def read(self, sentence, named, others, people, figures):
        """Open it where it speaks, again where a share of people does, and close it where others
        speak or it has been silent for long."""
        if sentence in named:
            self.speaker = self.latest = named[sentence]
            self.reached, self.given = sentence, sentence if figures else _NEVER
        elif sentence in people and self.latest is not None:
            self.speaker, self.reached = self.latest, sentence
        elif sentence in others or self.reached is not None and sentence > self.reached + _GAP:
            self.speaker, self.reached = None, None
        if sentence in others:
            self.given = _NEVER

    def goes_on(self, sentence):
        """Whether a sentence is near enough behind its figures to go on with large ones."""
        return self.given < sentence <= self.given + _NEXT


def _same(row, text, before):
    """Whether a figure goes on with a study's sentence: it counts what that speaks of, or its own
    sentence points back ("They cost £900")."""
    counted = (row["counted"] or "").lower().split()[-1:]
    return bool({*counted} & _words(before) or _words(text) & words("numbers.points_back"))


def _named(article, places, shares):
    """({sentence in which a study speaks: who that is in `article.speakers`, or None}, the
    sentences in which others speak, those in which a share of people does); shares: the places of
    shares."""
    named, others, people = {}, set(), set()
    for row in article.attributions.itertuples():
        sentence = bisect_right(places, row.start) - 1
        first = bisect_left(shares, row.source_start) if notna(row.source) else len(shares)
        if first < len(shares) and shares[first] < row.source_end and _BEFORE.fullmatch(
                article.text[row.source_start:shares[first]]):
            people.add(sentence)
        elif notna(row.source) and _of_studies(row.source):
            known = notna(row.speaker) and _of_studies(row.speaker)
            named[sentence] = row.speaker if known else None
        elif row.scope in ("speech", "document"):
            others.add(sentence)
    return named, others, people


def _of_studies(name):
    return bool(_words(name) & (words("numbers.studies") | words("numbers.polls")))


def _polled(text):
    """Whether a sentence names a poll that is no election."""
    said = " ".join(text.lower().split())
    return bool(_words(text) & words("numbers.polls")) and not any(
        election in said for election in words("numbers.elections"))


def _share(row):
    """Whether a figure is a share, as polls and surveys give them."""
    points = (row["counted"] or "").endswith(_POINTS) and row["text"] != "one"    # "at one point"
    return row["kind"] in _SHARES or points


def _large(row):
    """Whether a figure is a large count or an amount of money, as nobody knows without asking."""
    size = row["value_high"] if isnan(row["value_low"]) else row["value_low"]
    return row["kind"] == "money" or row["kind"] in ("count", "rate") and size >= _LARGE and any(
        map(str.isdigit, row["text"]))


def _words(text):
    return {word.strip(_MARKS).lower() for word in text.split()}

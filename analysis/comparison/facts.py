"""Claims that one article attributes and another states as a fact in the reporter's own words.

An attribution and a passage without one are taken to say the same if they share most of the words
that count, or give the same figure for the same thing. Left aside is what the article that
attributes also states by itself, and what the other article attributes elsewhere.
"""
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas

from analysis.article import Article
from analysis.attribution.cues import entry, lexicon
from analysis.checks.clauses import FIGURES
from analysis.comparison.sizes import equal
from analysis.comparison.words import Rarity, Words
from analysis.lexicons import words
from analysis.syntax import finite, is_conjunct, is_subject, states, subject
from analysis.voices.spoken_words import voiced

_SAID = ("speech", "document")
# shares of the shorter and of the longer passage, by weight, that both must have
_SHARE, _LONGER = .5, .35
# words up to which a passage is told by nearly all of them, whatever the length of the other
_BRIEF, _NEARLY_ALL = 3, .9
_WEIGHT = 8.0                # the least weight shared
# shares of its uses in which a verb attributes, from which it is a verb of saying; nothing else
_SAYING, _ALWAYS = .4, .7
COLUMNS = {"claim": "int64", "article": "int64", "start": "int64", "end": "int64", "text": "str",
           "sentence": "int64", "attributed": "bool", "speaker": "str", "cue": "str"}


@dataclass(frozen=True, eq=False)
class Statement:
    """What an attribution of an article reports, or a sentence without what is attributed."""

    article: int
    start: int
    end: int
    sentence: int
    forms: frozenset
    speaker: str | None = None
    cue: str | None = None


def reported(number: int, article: Article, words: Words) -> Iterator[Statement]:
    """The Statements that an Article attributes, speaker and cue with them."""
    for row in voiced(article).itertuples():
        if not _answerable(row.speaker, row.cue):
            continue
        start, end = row.content[0][0], row.content[-1][1]
        sentence = max(int(article.sentences["start"].searchsorted(start, side="right")) - 1, 0)
        forms = _forms(words.within(row.content))
        yield Statement(number, start, end, sentence, forms,
                        *(value if isinstance(value, str) else None
                          for value in (row.speaker, row.cue)))


def _answerable(speaker, cue):
    """Whether somebody answers for a claim, or an adverb says that: allegedly, reportedly."""
    return isinstance(speaker, str) or isinstance(cue, str) and (cue.casefold(), "ADV") in lexicon()


def stated(number: int, article: Article, words: Words) -> Iterator[Statement]:
    """The Statements of an Article in the reporter's own words, what is attributed left out."""
    covered = _covered(article)
    kinds = dict(zip(article.paragraphs["paragraph"], article.paragraphs["kind"]))
    for row in article.sentences.itertuples():
        here = [(start, end) for start, end in covered if start < row.end and row.start < end]
        free = [word for word in words.sentence(row.sentence)
                if not any(start < word.end and word.start < end for start, end in here)]
        if (kinds[row.paragraph] in ("body", "standfirst") and free
                and not _answered(free[0].token.sent)):
            free = [word for word in free if not _vouched(word.token)]
            yield Statement(number, row.start, row.end, row.sentence, _forms(free))


def _covered(article):
    """The (start, end) of what an Article attributes or quotes."""
    return [(row.start, row.end) for table in (article.attributions, article.quotes)
            for row in table.itertuples()]


def _forms(words):
    """The forms of the words but names: the same people named do not make one claim of two."""
    return frozenset(word.form for word in words if word.token.pos_ != "PROPN")


def _answered(sentence):
    """Whether a tally, a report or another document is the subject of a clause of the sentence, or
    a verb that nearly always attributes, such as say, has one outside relative clauses."""
    for token in sentence:
        if is_subject(token) and token.lemma_.lower() in FIGURES | words("documents.txt"):
            return True
        cue = entry(token) if states(token) else None
        if cue and cue.scope in _SAID and (cue.clause or 0) >= _ALWAYS and finite(token):
            return True
    return False


def _vouched(token):
    """Whether a verb of saying governs a token's clause; one with its own subject is another."""
    for _ in range(12):
        cue = entry(token) if token.pos_ == "VERB" else None
        own = subject(token) is not None
        if cue and cue.scope in _SAID and own and max(cue.alone or 0, cue.clause or 0,
                                                      cue.quote or 0) >= _SAYING:
            return True
        if token.head.i == token.i or is_conjunct(token) and own:
            return False
        token = token.head
    return False


def table(articles: list[Article], attributed: list[list[Statement]], facts: list[list[Statement]],
          figures: list[tuple[Any, Any, str]], rarity: Rarity) -> pandas.DataFrame:
    """One row per article of each claim that became a fact: attributed first, stated last.

    attributed, facts: the Statements of each article, from `reported` and `stated`. figures: the
    matches of `analysis.comparison.matching`. `COLUMNS` has the columns.
    """
    pairs = list(_told(attributed, facts, rarity)) + list(_counted(articles, figures, facts))
    pairs.sort(key=lambda pair: (pair[1].article, pair[1].start, pair[0].article, pair[0].start))
    found = {}
    for claim, fact in pairs:
        sides = found.setdefault((fact.article, fact.sentence), {None: fact})
        sides.setdefault((claim.article, claim.sentence), claim)
    rows = []
    for number, (fact, *claims) in enumerate(list(sides.values()) for sides in found.values()):
        rows += [dict(claim=number, article=side.article, start=side.start, end=side.end,
                      sentence=side.sentence, text=articles[side.article].text[side.start:side.end],
                      attributed=side is not fact, speaker=side.speaker,
                      cue=side.cue) for side in (*claims, fact)]
    return pandas.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _told(attributed, facts, rarity):
    for i, mine in enumerate(attributed):
        for claim in mine:
            if _best(claim, [fact for fact in facts[i] if fact.sentence != claim.sentence], rarity):
                continue
            for j, theirs in enumerate(facts):
                if i == j:
                    continue
                fact, score = _best(claim, theirs, rarity) or (None, 0)
                said = fact and max((_score(claim, other, rarity) for other in attributed[j]),
                                    default=0)
                if fact and said < score:
                    yield claim, fact


def _best(claim, facts, rarity):
    scored = [(score, -fact.start, fact) for fact in facts
              if (score := _score(claim, fact, rarity))]
    if not scored:
        return None
    score, _, fact = max(scored, key=lambda row: row[:2])
    return fact, score


def _score(one, other, rarity):
    """The weight of the words that two passages share, 0 where too few to be about one thing."""
    common = one.forms & other.forms
    short, long = sorted((one.forms, other.forms), key=len)
    if len(common) < 2 or len(common) == 2 < len(short) or (weight := rarity.of(common)) < _WEIGHT:
        return 0
    if len(short) <= _BRIEF:
        return weight if weight >= _NEARLY_ALL * rarity.of(short) else 0
    return (weight if weight >= _SHARE * rarity.of(short)
            and weight >= _LONGER * rarity.of(long) else 0)


def _counted(articles, matches, facts):
    """The same figure, attributed in one article and the reporter's own in another."""
    covered = [_covered(article) for article in articles]
    cues = [dict(zip(article.attributions["attribution"], article.attributions["cue"]))
            for article in articles]
    for a, b, _ in matches:
        for claim, fact in ((a, b), (b, a)):
            said, own = claim.claim.row, fact.claim.row
            if claim.event and fact.event:
                # tolls are matched without regard to the words around them
                continue
            attribution = cues[claim.article].get(said.attribution)
            if (equal(claim.claim, fact.claim) and said.speaker != "reporter"
                and _answerable(said.speaker, attribution)
                    and own.speaker == "reporter"
                and any(one.sentence == own.sentence for one in facts[fact.article])
                    and not any(start <= own.start < end for start, end in covered[fact.article])
                    and not _vouched(fact.claim.doc[fact.claim.first]) and not _given(fact.claim)):
                yield (Statement(claim.article, said.start, said.end, said.sentence, frozenset(),
                               said.speaker if isinstance(said.speaker, str) else None,
                                 attribution if isinstance(attribution, str) else None),
                       Statement(fact.article, own.start, own.end, own.sentence, frozenset()))


def _given(claim):
    """Whether the verb above a figure gives it as somebody's: "the town hall spoke of four"."""
    return (claim.verb is not None and claim.verb.lemma_.lower() in words("comparison.giving")
            and claim.subject is not None)

"""Several articles on one event, side by side: voices, figures, quotations, facts, tone.

>>> import analysis
>>> comparison = analysis.compare(["data/articles/harbour.txt",
...                                "data/articles/harbour-wire.txt"])  # doctest: +SKIP
>>> comparison.voices, comparison.figures, comparison.quotations, comparison.facts  # doctest: +SKIP
"""
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING

from analysis.article import Article
from analysis.errors import ArticleError
from analysis.system.registry import COMPARISON, loaded
from analysis.text.phrases import listing

if TYPE_CHECKING:
    from pandas import DataFrame

    from analysis.comparison.echoes import Quotation
    from analysis.comparison.groups import Groups
    from analysis.comparison.people import Person
    from analysis.comparison.words import Rarity, Words

FEWEST, MOST = 2, 20


class Comparison:
    """2 to 20 `analysis.Article`s on one event. Its tables have a row per article that has a thing;
    `article` is the number of the article, from 0, and
    `articles[row.article].text[row.start:row.end] == row.text` where a row has a text.

    Raises ArticleError for too few or too many articles, and for the same text twice.
    """

    def __init__(self, articles: list[Article]):
        self.articles = list(articles)
        require(len(self.articles))
        seen = {}
        for article in self.articles:
            if (first := seen.setdefault(article.text_sha256, article)) is not article:
                raise ArticleError(f"{article.source or 'An article'} has the same text as "
                                   f"{first.source or 'another'}: give each article once.")
        self.outlets = labels(self.articles)

    def __repr__(self):
        return f"<Comparison of {listing(self.outlets)}>"

    def _repr_html_(self):
        return loaded(COMPARISON)(self)._repr_html_()

    @cached_property
    def words(self) -> "list[Words]":
        """The `analysis.comparison.words.Words` of each article."""
        from analysis.comparison.words import Words
        return [Words(article) for article in self.articles]

    @cached_property
    def rarity(self) -> "Rarity":
        """How much each word says: `analysis.comparison.words.Rarity`."""
        from analysis.comparison.words import Rarity
        return Rarity(self.words)

    @cached_property
    def echoes(self) -> "list[list[Quotation]]":
        """The groups of quoted quoted spans that are one (`analysis.comparison.echoes`)."""
        from analysis.comparison.echoes import groups
        spans = [dict(zip(article.quotes["quote"],
                          zip(article.quotes["start"], article.quotes["end"])))
                 for article in self.articles]
        return groups(self.articles, lambda number,
                      quote: {word.form
                              for word in self.words[number].within([spans[number][quote]])},
                      self.rarity)

    @cached_property
    def people(self) -> "Groups":
        """Who is who: the `Groups` of `analysis.comparison.people`."""
        from analysis.comparison.left_out import descriptions, heard
        from analysis.comparison.people import match, people
        persons = list(people(self.articles))
        known = {(person.article, person.name): person for person in persons}
        echoes = [{known[quoted_span.article, name] for quoted_span in group
                   if (quoted_span.article, name := self.articles[
                       quoted_span.article].quotes["speaker"][quoted_span.quote]) in known}
                  for group in self.echoes]
        described = {known[number, name]: forms for number, article in enumerate(self.articles)
                     for name, forms in descriptions(article, heard(article)).items()
                     if (number, name) in known}
        return match(persons, echoes, described)

    @cached_property
    def voices(self) -> "DataFrame":
        """Who is heard where (`analysis.comparison.left_out`)."""
        from analysis.comparison.left_out import table
        return table(self.articles, self.people)

    @cached_property
    def quotations(self) -> "DataFrame":
        """Words that several articles quote (`analysis.comparison.quotations`)."""
        from analysis.comparison.quotations import table
        return table(self.articles, self.echoes, self.words, self.rarity, self.voice)

    @cached_property
    def _matches(self):
        from analysis.comparison.figures import figures
        from analysis.comparison.matching import matches
        quoted = [{} for _ in self.articles]
        for row in self.quotations[self.quotations["quoted"]].itertuples():
            quotes = self.articles[row.article].quotes
            for sentence in {row.sentence,
                             *quotes.loc[(quotes["attribution"] == row.attribution).fillna(False),
                                         "sentence"]}:
                quoted[row.article].setdefault(sentence, set()).add(row.quotation)
        return matches([figures(number, article, self.words[number], quoted[number])
                        for number, article in enumerate(self.articles)], self.rarity,
                       [words.names for words in self.words])

    @cached_property
    def figures(self) -> "DataFrame":
        """Figures for the same thing (`analysis.comparison.things`)."""
        from analysis.comparison.things import table
        return table(self._matches)

    @cached_property
    def facts(self) -> "DataFrame":
        """Claims of one article that another states as facts (`analysis.comparison.facts`)."""
        from analysis.comparison.facts import reported, stated, table
        numbered = list(zip(range(len(self.articles)), self.articles, self.words))
        return table(self.articles, [list(reported(*one)) for one in numbered],
                     [list(stated(*one)) for one in numbered], self._matches, self.rarity)

    @cached_property
    def cues(self) -> "DataFrame":
        """By what verbs the same voice speaks in several articles (`analysis.comparison.cues`)."""
        from analysis.comparison.cues import table
        return table(self.articles, self.voices, self.voice)

    @cached_property
    def tones(self) -> "DataFrame":
        """The attitude toward actors of several articles (`analysis.comparison.tones`)."""
        from analysis.comparison.tones import table
        return table(self.articles, self.voice)

    @cached_property
    def findings(self) -> "DataFrame":
        """What differs most, as statements with probability (`analysis.comparison.findings`)."""
        from analysis.comparison.findings import table
        return table(self)

    def voice(self, article: int, speaker: str) -> "Person":
        """What stands for a speaker of an article, equal for those who are the same elsewhere."""
        return self.people.find(self._persons.get((article, speaker), (article, speaker)))

    @cached_property
    def _persons(self):
        return {(person.article, person.name): person for group in self.people.all()
                for person in group}


def labels(articles: list) -> list[str]:
    """A short name for each article, no two alike: outlet or file, numbered where needed."""
    names = [article.outlet or (PurePath(article.source).stem if article.source else None)
             or "Article" for article in articles]
    return [name if names.count(name) == 1 else f"{name} ({names[:number + 1].count(name)})"
            for number, name in enumerate(names)]


def require(number: int) -> None:
    """Raise ArticleError for a number of articles that no comparison takes."""
    if not FEWEST <= number <= MOST:
        raise ArticleError(f"A comparison takes {FEWEST} to {MOST} articles, not {number}.")

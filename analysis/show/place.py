"""Where in the article a finding stands: a paragraph's number, a link to its sentence."""
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from numbers import Real
from typing import Any

from analysis.article import Article
from analysis.show.escape import markup

# The notebook that prints the text; the report turns links to notebooks into links to its own
# chapters.
TEXT_NOTEBOOK = "1-article.ipynb"
# The one that prints the texts of several articles.
TEXTS_NOTEBOOK = "6-compare.ipynb"


@dataclass(frozen=True)
class Place:
    """A sentence of the article: `paragraph` and `sentence` are the numbers that the tables use."""

    paragraph: int
    sentence: int

    def __str__(self):
        return f"¶ {self.paragraph}"

    @property
    def href(self) -> str:
        """The address of the sentence, as seen from a notebook."""
        return f"{TEXT_NOTEBOOK}#s{self.sentence}"

    @property
    def label(self) -> str:
        """Where it leads, for those who do not see it."""
        return f"paragraph {self.paragraph}, in the text"

    def html(self) -> str:
        return (f'<a class="place" href="{self.href}" aria-label="{markup(self.label)}">'
                f'¶&nbsp;{self.paragraph}</a>')


@dataclass(frozen=True)
class PlaceAmong(Place):
    """A sentence of one of several articles: the article's number, and its outlet's name."""

    article: int
    outlet: str

    @property
    def href(self) -> str:
        """The address of the sentence, as seen from a notebook."""
        return f"{TEXTS_NOTEBOOK}#a{self.article}-s{self.sentence}"

    @property
    def label(self) -> str:
        """Where it leads, for those who do not see it."""
        return f"paragraph {self.paragraph} of {self.outlet}"


def places(article: Article, starts: Iterable[Any]) -> list:
    """The `Place` of each offset in `starts`; None where it is missing or before all sentences."""
    sentences = article.sentences
    begins, paragraphs = sentences["start"].tolist(), sentences["paragraph"].tolist()
    found = [bisect_right(begins, start) - 1 if isinstance(start, Real) and start == start else -1
             for start in starts]
    return [Place(paragraphs[number], number) if number >= 0 else None for number in found]

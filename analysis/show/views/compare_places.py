"""Places and passages of several articles, as the views of a comparison show them."""

from analysis.comparison import Comparison
from analysis.show.display import places
from analysis.show.display.versus import Excerpt, excerpt
from analysis.show.place import PlaceAmong


def place(comparison: Comparison, article: int, start: int) -> PlaceAmong:
    """The `PlaceAmong` of an offset of article number `article`."""
    found = places(comparison.articles[article], [start])[0]
    return found and PlaceAmong(found.paragraph, found.sentence, article,
                                comparison.outlets[article])


def shown(comparison: Comparison, article: int, start: int, end: int,
          remark: str = "") -> Excerpt:
    """The `Excerpt` of text[start:end] of article number `article` in its sentence."""
    where = place(comparison, article, start)
    sentence = (comparison.articles[article].sentences.loc[where.sentence] if where
                else {"start": start, "end": end})
    return excerpt(comparison.articles[article].text,
                   (int(sentence["start"]), int(sentence["end"])), (start, end),
                   comparison.outlets[article], remark, where)


def are(number: int) -> str:
    """A number with its verb: "none is", "3 are"."""
    return f"{number or 'none'} {'is' if number in (0, 1) else 'are'}"

"""Where the article mentions its actors, by name, role noun or pronoun, and in which part."""
from bisect import bisect_right

from analysis.article import Article
from analysis.tables.schemas import Rows, frame
from analysis.voices import listed, returning


def table(article: Article) -> Rows:
    """The mentions table: one row per mention of an actor that has a row in `article.speakers`, or
    that is somebody without a name to whom the article comes back ("my brother ... he"), whom it
    may not list; `analysis.voices.told_of` gives those of the former alone.

    role, in the clause: subject, passive subject, agent (by ...), object, indirect object,
    possessive, oblique (after another preposition), apposition, predicate, modifier, root (a
    fragment's head) or other.
    """
    actors = {*listed(article), *returning(article)}
    starts, numbers = article.sentences.lists("start", "sentence")
    rows = []
    for mention in article.entities.mentions:
        if mention.actor in actors:
            start, end = article.parsed[mention.paragraph].offsets(*mention.span)
            place = article.parsed[mention.paragraph].offsets(mention.head, mention.head + 1)[0]
            rows.append(dict(start=start, end=end, text=article.text[start:end], mention=len(rows),
                             actor=mention.actor.name,
                             sentence=numbers[max(bisect_right(starts, place) - 1, 0)],
                             role=mention.clause))
    return frame("mentions", rows)

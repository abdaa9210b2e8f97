"""The decisions table: every choice of the program, how likely it is, and what else it weighed."""

import pandas

from analysis.article import Article
from analysis.attribution import hull
from analysis.tables.schemas import frame
from analysis.voices import sources, told_of


def table(article: Article) -> pandas.DataFrame:
    """One row per choice, in the order of the text.

    about: attribution (what is said by which source), speaker (who that source is) or entity (who a
    pronoun, a description or a name is, of actors that have a row in `speakers`); row: its number
    in `attributions`, for an entity in `mentions`. chosen is the source as written or a canonical
    name; where it is missing, nobody was likely enough, and the runner-up is who it might be.
    """
    rows = [*_attributions(article), *_speakers(article), *_entities(article)]
    rows.sort(key=lambda row: (row["start"], row["end"]))
    return frame("decisions", [row | {"decision": number} for number, row in enumerate(rows)])


def _attributions(article):
    for number, attribution in enumerate(article.decoded):
        other = attribution.runner_up
        yield _row(article, "attribution", number, *hull(attribution), rule=attribution.why,
                   chosen=_written(article, attribution.source), probability=attribution.confidence,
                   runner_up=_written(article, other.source) if other else None,
                   runner_up_probability=other.probability if other else None)


def _written(article, span):
    return article.text[slice(*span)] if span else None


def _speakers(article):
    for number, (attribution, choice) in enumerate(zip(article.decoded, sources(article))):
        place = attribution.source or hull(attribution)
        yield _row(article, "speaker", number, *place, **_who(choice))


def _entities(article):
    placed = {(start, end): row for start, end, row in told_of(article, "start", "end", "mention")}
    for mention in article.entities.mentions:
        place = article.parsed[mention.paragraph].offsets(*mention.span)
        if place in placed and mention.choice is not None:
            yield _row(article, "entity", placed[place], *place, **_who(mention.choice))


def _who(choice):
    return dict(rule=choice.why, chosen=choice.actor and choice.actor.name,
                probability=choice.probability,
                runner_up=choice.runner_up and choice.runner_up.name,
                runner_up_probability=choice.runner_up_probability)


def _row(article, about, row, start, end, **decided):
    return dict(start=start, end=end, text=article.text[start:end], about=about, row=row,
                runner_up=None, runner_up_probability=None) | decided

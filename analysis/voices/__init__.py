"""Who speaks: the canonical speaker of every attribution, and the table of voices and of those
talked about."""
from typing import TYPE_CHECKING

from analysis.attribution.candidate import Attribution
from analysis.entities.acting import acts, belonging
from analysis.entities.choice import Choice
from analysis.entities.lexicon import bodies, countries
from analysis.entities.roles import BODY_NOUNS
from analysis.system.registry import ArticleLike
from analysis.voices.spoken_words import lets_speak

if TYPE_CHECKING:
    from analysis.entities.mention import Actor


def resolve(article: ArticleLike) -> list[str | None]:
    """The canonical speaker of each of `article.decoded`, or None, in their order."""
    return [choice.actor.name if choice.actor else None for choice in sources(article)]


def sources(article: ArticleLike) -> list[Choice]:
    """Who is heard in each of `article.decoded`, in their order. A document, and who is nobody in
    particular, is heard in the words it is given only, not in what it does or thinks: "the
    directive prohibits it", "some fear it"."""
    return [Choice(None, "nobody in particular, who is given no words")
            if choice.actor and _nobody(choice.actor) and not lets_speak(attribution)
            else choice for attribution, choice in zip(
                article.decoded, map(article.entities.source, range(len(article.decoded))))]


def _nobody(actor):
    """Whether an actor is a document, or has neither a name nor a role: "those who"."""
    return actor.kind == "document" or not actor.named and not actor.known


def reasons(attribution: Attribution, choice: Choice) -> str:
    """The rules that decided what is said and who says it, "direct.after; pronoun.salience", or why
    nobody does."""
    rules = (attribution.why, choice.why) if choice.actor else (choice.why,)
    return "; ".join(dict.fromkeys(rules))


def listed(article: ArticleLike) -> "list[Actor]":
    """The actors that have a row: every speaker, every named person and body that acts, those
    unnamed who come up again, and places only where one acts (a country or seat of power as a
    subject); not who is named but once, among several who are heard as one."""
    found = article.entities
    known = {choice.actor for choice in sources(article) if choice.actor}
    known |= found.listed
    said = belonging(found)
    together = {member for actor in known for member in actor.members
                if len(member.mentions) == 1 and member not in known}
    return [actor for actor in found.actors if actor.mentions and actor not in together
            and (actor in known or acts(actor, article.parsed, said))]


def returning(article: ArticleLike) -> "list[Actor]":
    """The people without a name, one or a group, to whom the article comes back: "her brother",
    then "he"; "the pilots", then "they". Not all of them have a row. Who is only "a pilot who flew"
    does not come back; schools and firms are no people."""
    return [actor for actor in article.entities.actors
            if actor.kind in ("role", "group")
            and sum(mention.label != "who" for mention in actor.mentions) > 1
            and not any(role.noun in BODY_NOUNS or role.noun in bodies() for role in actor.roles)]


def told_of(article: ArticleLike, *columns: str) -> list[tuple]:
    """These columns of `article.mentions`, for actors that have a row in `article.speakers`."""
    known = set(*article.speakers.lists("speaker"))
    return [tuple(row) for actor, *row in zip(*article.mentions.lists("actor", *columns))
            if actor in known]


def places(article: ArticleLike) -> list[str | None]:
    """The names of the listed actors that are mere places: no country, people or seat of power by
    any of their names."""
    return [actor.name for actor in listed(article) if actor.kind == "place"
            and not any(" ".join(name) in countries() for name in actor.names)]

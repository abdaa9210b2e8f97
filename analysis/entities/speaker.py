"""How likely the name of a speaker is right: that the source is, and that the source is who we take
it for.

Two logistic regressions (`models/entities.tsv`): "source" says how likely the source is right, and
is one of the features by which "speaker" says how likely the name is.
"""
from collections.abc import Iterable, Iterator
from dataclasses import replace

from analysis.attribution.candidate import Attribution
from analysis.entities.choice import Choice
from analysis.entities.mention import Mention
from analysis.models.scorer import Scorer, scorers


def source_features(attribution: Attribution) -> Iterator[tuple[str, str]]:
    """What tells whether the source of an attribution is the right one."""
    yield "kind", attribution.kind
    yield "confidence", tenths(attribution.exact)
    yield "source", "own" if attribution.source_tokens else "none"


def speaker_features(mention: Mention | None, choice: Choice) -> Iterator[tuple[str, str]]:
    """What tells whether a source is who we take it for; mention: the one that heads the source,
    None without one."""
    yield "rule", choice.why
    if mention is not None and choice.actor is not None:
        yield "mention", mention.label or "" if mention.kind == "pronoun" else mention.kind
        yield "words", str(min(mention.last - mention.first, 3))
        yield "actor", choice.actor.kind
        yield "seen", str(min(len(choice.actor.mentions), 3))
    yield "chosen", "only" if choice.probability is None else tenths(choice.probability)


def tenths(share: float) -> str:
    """0 to 9, the tenth that a share lies in."""
    return str(min(int(share * 10), 9))


def probability(attribution: Attribution, features: tuple) -> float:
    """How likely it is that the source of an attribution is right and is who it is taken for, 0 to
    1.

    features: the `speaker_features` of that choice.
    """
    known = scorers("entities")
    source = with_source(known["source"], source_features(attribution))
    return round(known["speaker"].probability([*features, source]), 3)


def speaker_choice(attribution: Attribution, mention: Mention | None, choice: Choice) -> Choice:
    """A choice of who a mention is as one of who speaks; mention: the one that heads the source, or
    None."""
    if choice.actor is None:
        return replace(choice, probability=None)
    features = tuple(speaker_features(mention, choice))
    likely, second = probability(attribution, features), choice.runner_up_probability
    if second is not None and choice.probability is not None:
        second = round((1 - likely) * second / max(1 - choice.probability, second), 3)
    return replace(choice, probability=likely, runner_up_probability=second, features=features)


def with_source(scorer: Scorer, features: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """The feature of a speaker that says how likely its source is right, given
    `source_features`."""
    return "source", tenths(scorer.probability(features))

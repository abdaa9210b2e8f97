"""Who is spoken of and not heard: somebody who could have spoken, and is neither quoted,
paraphrased nor asked."""

from analysis.findings.statement import Statement
from analysis.findings.weights import rate
from analysis.lexicons import words
from analysis.text.phrases import listing

_LEAST = 3  # mentions from which somebody is spoken of
_LISTED = 3


def statements(article) -> list[Statement]:
    """silent."""
    found = sorted(
        (
            (actor, likely)
            for actor in _persons(article)
            if (likely := _unheard(article, actor)) > 0.5
        ),
        key=lambda pair: -len(pair[0].mentions),
    )
    if not found:
        none = "Nobody who could have spoken is named again and again without being heard"
        return [
            Statement(
                "silent",
                rate("nobody silent"),
                f"{none}.",
                f"{none}, as far as the program can tell.",
                "Whether somebody is spoken of and not heard is not clear.",
                value=0,
                unit="people",
            )
        ]
    top = max(found, key=lambda pair: (pair[1] >= 0.85, len(pair[0].mentions)))
    sure = [top, *(pair for pair in found if pair is not top and pair[1] >= 0.9)][:_LISTED]
    who = listing([f"{actor.name} ({len(actor.mentions)} mentions)" for actor, _ in sure])
    return [
        Statement(
            "silent",
            min(likely for _, likely in sure),
            f"Spoken of, but not heard: {who}.",
            f"Spoken of, but probably not heard: {who}.",
            f"Spoken of, and perhaps not heard: {who}.",
            top[0].name,
            len(top[0].mentions),
            unit="mentions",
            evidence=[_place(article, actor.mentions[0]) for actor, _ in sure],
        )
    ]


def _persons(article):
    """The named people who are mentioned often enough and are not said to be dead."""
    for actor in article.entities.actors:
        if actor.kind == "person" and actor.names and len(actor.mentions) >= _LEAST:
            if not any(
                _dead(article.parsed[mention.paragraph].doc, mention) for mention in actor.mentions
            ):
                yield actor


def _unheard(article, actor):
    """How likely it is that an actor is given no words at all: by the attributions that name it,
    unsure ones too."""
    table = article.attributions
    likely = rate("unheard")
    for row in table[table["speaker"] == actor.name].itertuples():
        likely *= 1 - row.confidence
    surname = actor.name.split()[-1]
    for row in table[(table["speaker"] != actor.name) & table["source"].notna()].itertuples():
        if surname in row.source:  # whose lawyer or spokesman speaks
            likely *= 1 - row.confidence
    return likely


def _dead(doc, mention):
    """Whether the sentence has the person die, or speaks of a death, funeral or legacy of
    theirs."""
    token = doc[mention.head]
    head = token.head
    if token.dep_ in (
        "nsubj",
        "nsubjpass",
        "dobj",
        "conj",
        "appos",
    ) and head.lemma_.lower() in words("unheard.dying"):
        return token.dep_ != "nsubj" or head.lemma_.lower() not in words("unheard.killing")
    if token.dep_ == "poss" and head.lemma_.lower() in words("unheard.after_death"):
        return True
    if token.dep_ == "pobj" and head.head.lemma_.lower() in words("unheard.after_death"):
        return True
    return any(
        child.lower_ in words("unheard.late")
        for child in token.children
        if child.dep_ in ("amod", "acomp")
    )


def _place(article, mention):
    return article.parsed[mention.paragraph].offsets(mention.first, mention.last)

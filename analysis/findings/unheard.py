"""Who is spoken of and not heard: somebody who could have spoken, and is neither quoted,
paraphrased nor asked."""
from math import prod

from analysis.findings.statement import Statement
from analysis.findings.weights import rate
from analysis.lexicons import words
from analysis.text.phrases import listing

_LEAST = 3          # mentions from which somebody is spoken of
_LISTED = 3
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "conj", "appos")


def statements(article) -> list[Statement]:
    """silent: of a report or an interview; an opinion piece owes nobody a hearing."""
    if article.genre[0] == "opinion piece":
        none = ("Whom it speaks of and does not hear says little: an opinion piece owes nobody a "
                "hearing.")
        return [Statement("silent", 0, none, none, none)]
    found = [(actor, _unheard(article, actor)) for actor in _persons(article)]
    nobody = rate("nobody silent") * prod(1 - likely for _, likely in found)
    found = sorted((pair for pair in found if pair[1] > .5),
                   key=lambda pair: -len(pair[0].mentions))
    if not found:
        none = "Nobody who could have spoken is named again and again without being heard"
        return [Statement("silent", nobody, f"{none}.", f"{none}, as far as the program can tell.",
                          "Whether somebody is spoken of and not heard is not clear.", value=0,
                          unit="people")]
    likeliest = max(likely for _, likely in found)
    shown = [pair for pair in found if pair[1] == likeliest][:_LISTED]
    who = listing([f"{actor.name} ({len(actor.mentions)} mentions)" for actor, _ in shown])
    return [Statement("silent", likeliest, f"Spoken of, but not heard: {who}.",
                      f"Spoken of, but probably not heard: {who}.",
                      f"Spoken of, and perhaps not heard: {who}.", shown[0][0].name,
                      len(shown[0][0].mentions),
                      unit="mentions",
                      evidence=[_place(article, actor.mentions[0]) for actor, _ in shown])]


def _persons(article):
    """The people, known by their full names, who are mentioned often enough and are not said to be
    dead."""
    for actor in article.entities.actors:
        full = any(len(name) > 1 and all(word.isalpha() for word in name) for name in actor.names)
        # else a town or a title may have been read as a name
        human = actor.gender or actor.roles
        if actor.kind == "person" and full and human and len(actor.mentions) >= _LEAST:
            if not any(_dead(article.parsed[mention.paragraph].doc[mention.head])
                       for mention in actor.mentions):
                yield actor


def _unheard(article, actor):
    """How likely it is that an actor has no say at all: by the attributions to it, unsure ones too,
    and to who speaks for it (its lawyer) or with it ("Republicans and even Clinton")."""
    likely, surname, together = rate("unheard"), actor.name.split()[-1], words("unheard.together")
    for act, speaker in zip(article.decoded, article.attributions["speaker"].tolist()):
        around = [span for span in (act.source, act.cue) if span]
        said = article.text[min(around)[0]:max(around)[1]] if around else ""
        with_it = surname in said and not together.isdisjoint(said.lower().split())
        if speaker == actor.name or with_it:
            likely *= 1 - act.confidence
    return likely


def _dead(token):
    """Whether the sentence has somebody die, or speaks of their death, funeral or legacy; token:
    heads the mention."""
    above = token.head.lemma_.lower()
    if token.dep_ in _ARGUMENTS and above in words("unheard.dying"):
        return token.dep_ != "nsubj" or above not in words("unheard.killing")
    if token.dep_ == "poss" and above in words("unheard.after_death"):
        return True
    if token.dep_ == "pobj" and token.head.head.lemma_.lower() in words("unheard.after_death"):
        return True
    return any(child.lower_ in words("unheard.late") for child in token.children
               if child.dep_ in ("amod", "acomp"))


def _place(article, mention):
    return article.parsed[mention.paragraph].offsets(mention.first, mention.last)

"""Who is spoken of and not heard: somebody who could have spoken, and is neither quoted,
paraphrased nor asked."""
import re

from analysis import syntax
from analysis.article import Article
from analysis.findings.statement import HEDGED, Statement
from analysis.findings.weights import rate
from analysis.lexicons import words
from analysis.text.phrases import listing

_LEAST = 3          # sentences from which somebody is spoken of
_LISTED = 3
_PRONOUNS = 3       # mentions as he or she by which somebody is known for a person
_WORDED = ("speech", "document", "refusal")
_WORD = re.compile(r"\w+")
_ARGUMENTS = (syntax.is_subject, syntax.is_direct_object, syntax.is_conjunct, syntax.is_apposition)
_WHOLE = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")     # a word of a name: "Anne-Marie", "O’Dea"


def statements(article: Article) -> list[Statement]:
    """silent: of a report or an interview; an opinion piece owes nobody a hearing."""
    if article.genre[0] == "opinion piece":
        none = ("Whom it speaks of and does not hear says little if it is an opinion piece, which "
                "owes nobody a hearing.")
        return [Statement("silent", 0, none, none, none)]
    found = [(actor, *_unheard(article, actor)) for actor in _persons(article)]
    if not found:
        none = "No named person who could speak is spoken of again and again"
        return [Statement("silent", rate("nobody silent"), f"{none}.",
                          f"{none}, as far as the program can tell.", f"{none}, perhaps.", value=0,
                          unit="people")]
    shown, likely = _shown([(actor, silent) for actor, silent, _ in found
                            if silent > rate("unheard") / 2])
    if not shown:
        # Readers found it true of 14 in 23 articles that nobody goes unheard.
        cannot = f"Whether somebody is spoken of and not heard is not clear{_heard(found)}."
        return [Statement("silent", 0, cannot, cannot, cannot, value=0, unit="people")]
    who = listing([f"{actor.name} ({len(actor.mentions)} mentions)" for actor in shown])
    return [Statement("silent", likely, f"Spoken of, but not heard: {who}.",
                      f"Spoken of, but probably not heard: {who}.",
                      f"Spoken of, and perhaps not heard: {who}.", shown[0].name,
                      len(shown[0].mentions), unit="mentions",
                      evidence=[_place(article, actor.mentions[0]) for actor in shown])]


def _heard(found):
    """Those of whom the article speaks most and who seem to have words."""
    heard = sorted((actor for actor, _, wordless in found if wordless < rate("unheard") / 2),
                   key=lambda actor: -len(actor.mentions))[:_LISTED]
    return f"; it seems to hear {listing([actor.name for actor in heard])}" if heard else ""


def _shown(found):
    """Of the (actor, how likely it is unheard) pairs those the article speaks of most, as many as
    are likely unheard together, and how likely that is."""
    found = sorted(found, key=lambda pair: -len(pair[0].mentions))
    shown, together = [], 1.0
    for actor, likely in found[:_LISTED]:
        central = len(actor.mentions) * _LISTED >= len(found[0][0].mentions)
        if not shown or central and together * likely >= HEDGED:
            shown.append(actor)
            together *= likely
    return shown, together


def _persons(article):
    """The people, known by their full names, who are spoken of in enough sentences and are not said
    to be dead."""
    for actor in article.entities.actors:
        full = any(len(name) > 1 and all(map(_WHOLE.fullmatch, name)) for name in actor.names)
        heads = [article.parsed[mention.paragraph].doc[mention.head] for mention in actor.mentions]
        if actor.kind == "person" and full and _human(article, actor):
            sentences = {(mention.paragraph, syntax.sentence(head)[0])
                         for mention, head in zip(actor.mentions, heads)
                         if mention.clause != "modifier"}       # "the Brell administration"
            if len(sentences) >= _LEAST and not any(map(_dead, heads)):
                yield actor


def _human(article, actor):
    """Whether somebody is known for a person: by a pronoun, a role, or by being called by the
    surname alone, as no place, title or product is."""
    surname = actor.name.split()[-1]
    if all(mention.clause == "modifier" for mention in actor.mentions):
        return False        # "Magellanic penguins"
    if sum(mention.gender is not None for mention in actor.mentions) >= _PRONOUNS:
        return True
    return actor.gender or any(role.individual for role in actor.roles) or any(
        article.text[slice(*_place(article, mention))] == surname for mention in actor.mentions)


def _unheard(article, actor):
    """How likely it is that an actor has no say at all, and that it has no words: by the
    attributions, unsure ones too, whose speaker or source bears the name: it may be the actor or
    who speaks for it or with it ("her lawyer", "councillors and even Brell"). Who is said to act
    ("rejected the plan") or to think has a say, perhaps, but no words."""
    say = wordless = rate("unheard")
    surname = actor.name.split()[-1]
    for act, speaker in zip(article.decoded, *article.attributions.lists("speaker")):
        source = article.text[slice(*act.source)] if act.source else ""
        if speaker == actor.name or surname in _WORD.findall(f"{source} {speaker}"):
            say *= 1 - act.confidence
            if act.scope in _WORDED and act.why not in words("voices.acts_told"):
                wordless *= 1 - act.confidence
    return say, wordless


def _dead(token):
    """Whether the sentence has somebody die (not: may die), or speaks of their death, funeral or
    legacy; token: heads the mention."""
    above = token.head.lemma_.lower()
    argument = any(is_so(token) for is_so in _ARGUMENTS)
    if argument and above in words("unheard.dying") and not syntax.modal(token.head):
        return not syntax.is_active_subject(token) or above not in words("unheard.killing")
    if syntax.is_owner(token) and above in words("unheard.after_death"):
        return True
    if syntax.after_preposition(token) and (
            token.head.head.lemma_.lower() in words("unheard.after_death")):
        return True
    return any(part.lower_ in words("unheard.late") for part in syntax.qualities(token))


def _place(article, mention):
    return article.parsed[mention.paragraph].offsets(mention.first, mention.last)

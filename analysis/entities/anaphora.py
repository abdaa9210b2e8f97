"""Who "she" is, and "the doctor": the rules that give pronouns and role nouns to the actors before them.

Salience after Lappin & Leass 1994 (An Algorithm for Pronominal Anaphora Resolution): recency by sentence, the role in
the clause, repetition; with agreement in gender and number, binding (an object is not its own subject), and what is
particular to news: the last speaker goes on speaking, and nobody says "he" of himself inside his own quotation.
"""
import math

from analysis.syntax import governor
from analysis.entities.roles import COLLECTIVE, MEMBERS

_ROLE = {"subject": 2.0, "passive subject": 1.6, "agent": 1.2, "possessive": 1.0, "object": 1.0, "indirect object": 1.0,
         "oblique": 0.6, "apposition": 0.8, "root": 1.2, "predicate": 0.4, "modifier": 0.2, "other": 0.5}
_GENERIC = {"man", "woman", "boy", "girl", "person", "lady", "gentleman"}
_BODY_NOUNS = {"group", "company", "firm", "organisation", "organization", "agency", "body", "party", "union", "charity",
               "newspaper", "bank", "ministry", "department", "corporation", "club", "team", "council", "government",
               "committee", "commission", "university", "school", "hospital", "association", "foundation", "institute"}
_ANOTHER = {"first", "second", "third", "last", "only", "other", "next"}
REACH = 6


def agrees(pronoun, actor):
    """Whether gender and number allow a pronoun (m, f, they, it) to stand for an actor."""
    if pronoun in "mf":
        return actor.individual and actor.gender in (None, pronoun)
    if pronoun == "they":
        return actor.kind in ("group", "people", "joint", "body") or actor.kind == "role" and actor.gender is None
    return actor.kind in ("body", "place", "document") and not actor.plural


def antecedent(pronoun, recent, context):
    """(actor, margin) for a third-person pronoun among the mentions before it; (None, 0) where nobody fits.

    recent: mentions in order of the text, the last ones last. context: `Context`. margin: how far the second best is.
    """
    scores = {}
    doc = context.docs[pronoun.paragraph]
    token = doc[pronoun.head]
    verb = governor(token)
    newcomer = _newcomer(pronoun, recent, context)
    barred = set(context.barred(pronoun))
    agents = _agents(token)
    barred |= {mention.actor for mention in recent[-40:] if mention.paragraph == pronoun.paragraph and mention.head in agents}
    if verb is not None and token.dep_ in ("dobj", "pobj", "dative") and "sel" not in token.lower_:
        barred |= {mention.actor for mention in recent[-40:] if mention.paragraph == pronoun.paragraph
                   and mention.clause in ("subject", "passive subject") and governor(doc[mention.head]) == verb}
    for mention in reversed(recent):
        distance = pronoun.sentence - mention.sentence
        if distance > REACH:
            break
        actor = mention.actor
        if actor is None or not agrees(pronoun.label, actor) or actor in barred:
            continue
        score = _ROLE.get(mention.clause, 0.5) - 1.1 * distance
        score += 1.4 * (pronoun.label in "mf" and actor.gender == pronoun.label)
        score += 0.35 * math.log1p(len(actor.mentions))
        score -= 0.6 * (actor.kind in ("role",) or pronoun.label == "they" and actor.kind == "body")
        score -= 1.0 * (pronoun.label == "it" and actor.kind == "place")
        score -= 2.0 * ((mention.quoted is None) != (pronoun.quoted is None)) * (mention.attribution is None)
        told = pronoun.quoted is not None and mention.quoted == pronoun.quoted      # in one quotation: its own story
        score += 2.0 * told
        score -= 2.0 * (not told and actor.kind in ("role", "group") and not any(role.known for role in actor.roles))
        score += 0.5 * (mention.clause == pronoun.clause)
        score += 1.0 * (mention.kind == "pronoun" and mention.label == pronoun.label)
        score += 2.0 * (actor is newcomer)
        if pronoun.label in "mf" and actor.gender is None:
            votes = context.votes[actor]
            score -= 0.5 * min(max(votes["f" if pronoun.label == "m" else "m"] - votes[pronoun.label], 0), 3)
        if distance == 0 and mention.attribution is not None and context.contains(mention.attribution, pronoun):
            score += 2.5
        if pronoun.attribution is not None and actor is context.speaker and newcomer is None and (pronoun.quoted is None or told):
            score += 2.0
        if actor not in scores or score > scores[actor]:
            scores[actor] = score
    if not scores:
        return None, 0.0, None
    ranked = sorted(scores, key=lambda actor: -scores[actor])
    margin = scores[ranked[0]] - scores[ranked[1]] if len(ranked) > 1 else 3.0
    return ranked[0], margin, ranked[1] if len(ranked) > 1 else None


def _agents(token):
    """Who asks in "Asked by the judge whether she understood, she replied", as tokens: neither "she" is the judge."""
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return set()
    clauses = [clause for clause in (*token.head.ancestors, *token.head.children) if clause.tag_ == "VBN" and clause.dep_ == "advcl"]
    return {part.i for clause in clauses for by in clause.children if by.dep_ == "agent" for part in by.children}


def _newcomer(pronoun, recent, context):
    """Who else than the last speaker begins the paragraph of a pronoun as its subject, or None: it is about them now."""
    here = [mention for mention in recent[-40:] if mention.paragraph == pronoun.paragraph and mention.quoted is None]
    first = here[0] if here else None
    if first is not None and first.kind == "name" and first.clause in ("subject", "passive subject") and \
            first.actor is not context.speaker and first.actor is not None and agrees(pronoun.label, first.actor):
        return first.actor
    return None


def described(mention, candidates, recent):
    """The actor that a definite role noun ("the doctor") speaks of again, or None.

    candidates: {actor: place of its last mention} of those with a role or name that holds the noun."""
    phrase, noun = mention.roles[0], mention.words[0]
    best, rank = None, None
    if noun in _GENERIC and phrase.words & _ANOTHER:
        return None         # "the first man to name a date" is none that has been spoken of
    for actor, place in candidates.items():
        if mention.plural != (actor.kind in ("group", "people", "joint")) or actor.kind == "place" or place is None:
            continue
        if mention.gender and actor.gender and mention.gender != actor.gender:
            continue
        fit = _fit(phrase, noun, actor)
        if fit and (rank is None or (fit, place) > rank):
            best, rank = actor, (fit, place)
    if best is not None or phrase.words and not phrase.parent or mention.plural:
        return best
    for other in reversed(recent):
        if mention.sentence - other.sentence > 2:
            break
        actor = other.actor
        if other.quoted != mention.quoted or phrase.parent and other.kind == "pronoun":
            continue
        if (noun in _GENERIC or phrase.parent) and actor.individual and actor.gender in (None, mention.gender) and \
                other.clause in ("subject", "passive subject", "object"):
            return actor
        if noun in _BODY_NOUNS and actor.kind == "body" and actor.names and other.clause in ("subject", "passive subject") and \
                not any(COLLECTIVE & set(name) for name in actor.names):
            return actor
    return None


def _fit(phrase, noun, actor):
    """How well a role phrase fits what was said of an actor: 0 not, more is better."""
    best = 0
    for role in actor.roles:
        if role.noun == noun or noun in role.noun.split() or role.noun in noun.split():
            if phrase.affiliation and role.affiliation and phrase.affiliation != role.affiliation:
                continue
            if phrase.proper and role.proper and not phrase.proper & role.proper:
                continue
            shared = len(phrase.words & role.words)
            if phrase.words and not shared and role.words and not phrase.words & {"same"}:
                continue
            best = max(best, 2 + shared)
        elif role.noun == "member" and MEMBERS.get(noun) in role.words:
            best = max(best, 2)
    if not best and actor.kind == "body":
        best = 2 * any(noun in name for name in actor.names)
    return best

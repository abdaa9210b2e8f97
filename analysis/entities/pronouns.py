"""Who "she" is: the actors that a pronoun may be, and what tells which of them it is.

The features follow Lappin & Leass 1994 (An Algorithm for Pronominal Anaphora Resolution): recency
by sentence, the role in the clause, repetition, agreement, binding (an object is not its own
subject); and what is particular to news: the last speaker goes on speaking, a paragraph is about
whom it begins with, and nobody says "he" of himself inside his own quotation. Their weights are in
`models/entities.tsv`.
"""
from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis import syntax
from analysis.entities.mention import Actor, Mention, amount

if TYPE_CHECKING:
    from analysis.entities.resolver import EntityResolver

REACH = 6       # sentences that a pronoun looks back
_SUBJECTS = ("subject", "passive subject")
_KINDS = {"he": ("person", "role"), "they": ("group", "people", "joint", "body", "role"),
          "it": ("body", "place", "document")}
CHOICES = {"m": "he", "f": "he", "they": "they", "it": "it"}


def agrees(label: str, actor: Actor) -> bool:
    """Whether type, number and what is certain of gender allow a pronoun to stand for an actor."""
    if actor.kind not in _KINDS[CHOICES[label]]:
        return False
    if label in "mf":
        return actor.gender in (None, label)
    return not (label == "it" and actor.plural) and not (label == "they" and actor.kind == "role"
                                                         and actor.gender)


def options(pronoun: Mention, walk: "EntityResolver") -> Iterator[tuple[Actor, list]]:
    """(actor, features) for everybody mentioned before a pronoun that it may stand for.

    walk: the `EntityResolver`, as far as it has come.
    """
    barred = {*walk.barred(pronoun), *_bound(pronoun, walk), *_told_of(pronoun, walk),
              *_other_gender(pronoun, walk)}
    about, found = _newcomer(pronoun, walk), {}
    assert pronoun.label is not None        # every pronoun has one
    for mention in reversed(walk.recent):
        if pronoun.sentence - mention.sentence > REACH:
            break
        actor = mention.actor
        if actor in found:
            found[actor].append(mention)
        elif actor not in barred:
            if agrees(pronoun.label, actor) and not (
                    pronoun.label in "mf" and walk.excluded(pronoun, actor)):
                found[actor] = [mention]
            else:
                barred.add(actor)
    for rank, (actor, before) in enumerate(found.items()):
        yield actor, [*_of_mention(pronoun, before[0], walk), *_of_prominence(pronoun, before),
                      *_of_actor(pronoun, actor, walk, about), ("rank", str(min(rank, 3)))]


def _other_gender(pronoun, walk):
    """Whom the same sentence calls "she", of a "he"."""
    if pronoun.label not in "mf":
        return set()
    return {mention.actor for mention in walk.recent[-8:]
            if mention.sentence == pronoun.sentence and mention.quoted == pronoun.quoted
            and mention.label in ("m", "f") and mention.label != pronoun.label
            and mention.kind == "pronoun"}


def nobody(pronoun: Mention) -> list[tuple[str, str]]:
    """The features of a pronoun that stands for none of them."""
    return [("nobody", "quoted" if pronoun.quoted is not None else "narrated"),
            ("nobody", "source" if pronoun.attribution is not None else "other")]


def ahead(pronoun: Mention, walk: "EntityResolver") -> Mention | None:
    """The person's name further on that a pronoun at the front of its sentence stands for, or None:
    "On her website, Ilves says so"."""
    subject = syntax.subject_behind(walk.docs[pronoun.paragraph][pronoun.head])
    if subject is None:
        return None
    name = walk.names.get((pronoun.paragraph, subject.i))
    before = any(other.paragraph == pronoun.paragraph and other.sentence == pronoun.sentence
                 and other.kind == "name" and other.actor.individual for other in walk.recent[-8:])
    return name if name is not None and not before and name.quoted == pronoun.quoted else None


def _of_mention(pronoun, mention, walk):
    told = pronoun.quoted is not None and mention.quoted == pronoun.quoted
    distance = pronoun.sentence - mention.sentence
    yield "distance", str(distance)
    yield "clause", mention.clause
    yield "form", "same pronoun" if mention.label == pronoun.label else mention.kind
    if mention.clause == pronoun.clause:
        yield "clauses", "parallel"
    if told:
        yield "quotation", "one"
    elif pronoun.attribution is not None and walk.contains(pronoun.attribution, mention):
        yield "quotation", "what is said"
    elif (mention.quoted is None) != (pronoun.quoted is None) and mention.attribution is None:
        yield "quotation", "in and out"
    if mention.paragraph != pronoun.paragraph:
        yield "paragraph", "another"
    if not distance and mention.attribution is not None and walk.contains(mention.attribution,
                                                                          pronoun):
        yield "content", "his own"
    if not told and mention.actor.kind in ("role", "group") and not mention.actor.known:
        yield "role", "unknown"


def _of_prominence(pronoun, before):
    """Whether it was a subject, outside quotations, in this sentence or the one before, and how
    often it was named."""
    near = [mention for mention in before if pronoun.sentence - mention.sentence < 2
            and mention.quoted is None and mention.clause in _SUBJECTS]
    yield "subject", "none" if not near else str(pronoun.sentence - near[0].sentence)
    yield "named", amount(sum(mention.kind == "name" for mention in before))
    if any(mention.attribution is not None for mention in near):
        yield "subject", "source"


def _of_actor(pronoun, actor, walk, about):
    yield "actor", actor.kind
    yield "seen", amount(len(actor.mentions))
    if actor is about:
        yield "paragraph", "begins with"
    if pronoun.label in "mf":
        yield "gender", "certain" if actor.gender else walk.vote(pronoun, actor)
    if actor.members and actor is walk.speaker:
        yield "several", "spoke last"
    if pronoun.attribution is not None and pronoun.quoted is None:
        speaks_on = "goes on" if actor is walk.speaker else "another"
        yield "speaker", speaks_on if about is None else f"{speaks_on}, new paragraph"


def _newcomer(pronoun, walk):
    """Who else than the last speaker begins the paragraph of a pronoun as its subject, or None."""
    first = next((mention for mention in walk.recent[-40:]
                  if mention.paragraph == pronoun.paragraph and mention.quoted is None), None)
    if first is None or first.kind != "name" or first.clause not in _SUBJECTS or \
            first.actor is walk.speaker or not agrees(pronoun.label, first.actor):
        return None
    return first.actor


def _told_of(pronoun, walk):
    """Who is called by name in what a pronoun says, quoted or not, or brought in by it: “Mr Karm
    lies,” he said; Karm's men, he says, are tired; “Why wait for the other man?” he asked."""
    number = pronoun.attribution
    if number is None:
        return
    for mention in walk.recent[-40:]:
        told = mention.quoted == number
        within = (mention.clause not in _SUBJECTS and mention.paragraph == pronoun.paragraph
                  and walk.contains(number, mention))
        if mention.kind == "name" and (told or within):
            yield mention.actor
        elif told and mention.kind == "noun" and mention.of is None and all(
                other.quoted == number for other in mention.actor.mentions):
            yield mention.actor


def _bound(pronoun, walk):
    """The actors that grammar excludes: the subject of the verb whose object the pronoun is, and
    who asks in "Asked by the judge whether she understood, she replied"."""
    token = walk.docs[pronoun.paragraph][pronoun.head]
    verb, asking = syntax.governor(token), _asking(token)
    object_ = (verb is not None and (syntax.is_object(token) or syntax.after_preposition(token))
               and "sel" not in token.lower_)
    for mention in walk.recent[-40:] if asking or object_ else ():
        if mention.paragraph == pronoun.paragraph and (mention.head in asking or object_ and
                mention.clause in _SUBJECTS and syntax.governor(token.doc[mention.head]) == verb):
            yield mention.actor


def _asking(token):
    if not syntax.is_subject(token):
        return set()
    clauses = [clause for clause in (*token.head.ancestors, *token.head.children)
               if clause.tag_ == "VBN" and syntax.is_adverbial_clause(clause)]
    return {asker.i for asker in map(syntax.agent, clauses) if asker is not None}

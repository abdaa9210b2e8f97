"""Who "the doctor" is, and "the company": the actors that a definite description may be of, and
what tells.

A description is of somebody new, or speaks again of one of whom its noun was said, or of one whom
it fits by type alone ("the 40-year-old", "the firm"). The weights of the features are in
`models/entities.tsv`.
"""
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.entities.lexicon import bodies, countries
from analysis.entities.mention import Actor, Mention, amount
from analysis.entities.roles import COLLECTIVE, MEMBERS
from analysis.lexicons import words

if TYPE_CHECKING:
    from analysis.entities.resolver import EntityResolver

GENITIVE = re.compile(r"[’']s?\s")
REACH = 12      # sentences that a description looks back for whom it fits by type alone
_PLURAL = ("group", "people", "joint")
_KINDS: dict[str | None, tuple[str, ...]] = {
    "person": ("person", "role"), "body": ("body",), "group": _PLURAL, "document": ("document",),
    "place": ("place",), "thing": ()}


def options(mention: Mention, walk: "EntityResolver") -> Iterator[tuple[Actor, list]]:
    """(actor, features) for every actor that a definite description may be of.

    walk: the `EntityResolver`, as far as it has come.
    """
    noun = mention.words[0]
    said = [actor for word in {noun, "member"} if word == noun or noun in MEMBERS
            for actor in walk.by_noun.get(word, ()) if actor in walk.last]
    near = dict.fromkeys(other.actor for other in reversed(walk.recent)
                         if mention.sentence - other.sentence <= REACH
                         and other.actor.kind in _KINDS[mention.type])
    barred = walk.barred(mention)
    fitting = [actor for actor in dict.fromkeys([*said, *near])
               if actor not in barred and _possible(mention, actor)]
    rivals = sum(actor in near for actor in fitting)
    most = max((len(actor.mentions) for actor in fitting), default=0)
    for rank, actor in enumerate(sorted(fitting, key=walk.last.__getitem__, reverse=True)):
        yield actor, [*_fit(mention, actor), *_place(mention, actor, walk),
                      ("rank", str(min(rank, 3))),
                      ("most seen", str(len(actor.mentions) == most)),
                      ("rivals", str(min(rivals - (actor in near), 3)))]


def new(mention: Mention, walk: "EntityResolver") -> list[tuple[str, str | None]]:
    """The features of a description of somebody who was not spoken of before."""
    phrase = mention.roles[0]
    return [("new", mention.type),
            ("new", "known noun" if walk.by_noun.get(mention.words[0]) else "new noun"),
            ("new", f"{amount(len(phrase.words))} more words"),
            ("new", "source" if mention.attribution is not None else "other"),
            ("new", "quoted" if mention.quoted is not None else "narrated")]


def _possible(mention, actor):
    """Whether number, gender and, of places, rank allow a description to be of an actor."""
    if (mention.plural != (actor.kind in _PLURAL)
            or mention.gender and actor.gender not in (None, mention.gender)):
        return False
    if actor.kind == "place":
        country = any(" ".join(name) in countries() for name in actor.names)
        return (mention.type == "place"
                and country == (mention.words[0] in words("entities.countries")))
    if mention.type == "body" and not _same_body(mention.roles[0], mention.words[0], actor):
        return False
    if mention.type == "person" and _lesser(mention.roles[0], mention.words[0], actor):
        return False
    return not (mention.type == "person" and actor.kind in ("body", "document"))


def _lesser(phrase, noun, actor):
    """Whether an actor only stands in for what a phrase names, or below: "the mayor" is not the
    deputy mayor."""
    said = [{*role.words, *role.noun.split()} for role in actor.roles
            if _nouns(noun, role.noun, role.words)]
    own = {*phrase.words, *noun.split()}
    return bool(said) and all(terms & words("entities.lesser") - own for terms in said)


def _same_body(phrase, noun, actor):
    """Whether a phrase may speak again of a body: "the agency" of any, "the ministry" of no weather
    service, "the government" of no Harbour Watch, "the Karm campaign" of no Lorn campaign."""
    if phrase.proper and any(role.noun == noun and role.proper
                             and not phrase.proper & role.proper for role in actor.roles):
        return False
    if GENITIVE.search(phrase.text):        # "the president-elect’s team"
        return any(role.text.lower() == phrase.text.lower() for role in actor.roles)
    if actor.names:
        return (noun not in words("entities.only_by_word")
                or any(noun in name for name in actor.names)
                or any(_nouns(noun, role.noun, role.words) for role in actor.roles))
    return noun in words("entities.generic") or not actor.roles or any(
        _nouns(noun, role.noun, role.words) for role in actor.roles)


def _fit(mention, actor):
    phrase, noun = mention.roles[0], mention.words[0]
    fits = [(_nouns(noun, role.noun, role.words), role) for role in actor.roles]
    how, role = max(fits, key=lambda fit: (fit[0], len(phrase.words & fit[1].words)),
                    default=(0, None))
    if not how and actor.kind == "body" and any({noun, f"{noun}s"} & set(name)
                                                for name in actor.names):
        yield "noun", "in name"
    elif not how:
        kind = "generic" if noun in words("entities.generic") else "parent" if phrase.parent else \
            "body noun" if noun in words("entities.body_nouns") else mention.type
        clash = actor.names and any(COLLECTIVE & set(name) for name in actor.names) or actor.roles
        yield "noun", f"{kind} by type, {'said otherwise' if clash else 'nothing said'}"
        yield "type alone", (f"{'modified' if phrase.words else 'bare'}"
                             f"{', source' * (mention.attribution is not None)}")
    else:
        yield "noun", ("", "part", "same")[how]
        yield "words", _shared(phrase.words, role.words)
        if phrase.affiliation and role.affiliation and phrase.affiliation != role.affiliation:
            yield "affiliation", "another"
        if phrase.proper and role.proper:
            yield "proper", "shared" if phrase.proper & role.proper else "another"
    if noun in words("entities.generic") and phrase.words & words("entities.another"):
        yield "another", "yes"
    yield "class", _class(phrase, actor)
    yield "gender", "same" if mention.gender and actor.gender else "unknown"
    yield "actor", f"{actor.kind} {'named' if actor.names else 'unnamed'}"


def _class(phrase, actor):
    """Whether what a phrase calls somebody and what is known of an actor are of one class of voice:
    "the paper" of a Herald, not of a Bank."""
    known = {role.role_class for role in actor.roles} | {
        bodies().get(word) for name in actor.names if actor.kind == "body" for word in name}
    known = known - {None}
    if phrase.role_class is None or not known:
        return "unknown"
    return "same" if phrase.role_class in known else "another"


def _nouns(noun, other, more):
    """How a noun and one said of somebody go together: 2 the same, 1 one in the other ("member of
    the jury" and "juror" too), 0 not."""
    if noun == other:
        return 2
    part = noun in other.split() or other in noun.split()
    return int(part or other == "member" and MEMBERS.get(noun) in more)


def _shared(these, those):
    if not these:
        return "none to share"
    if these & those:
        return "shared"
    return "clash" if those and "same" not in these else "more"


def _place(mention, actor, walk):
    last = walk.latest[actor]
    distance = mention.sentence - last.sentence
    yield "distance", str(distance) if distance < 3 else amount(distance)
    yield "clause", last.clause
    yield "seen", amount(len(actor.mentions))
    if last.kind == "pronoun":
        yield "form", "pronoun"
    if last.quoted != mention.quoted:
        yield "quotation", "another"
    if mention.attribution is not None:
        yield "speaker", "goes on" if actor is walk.speaker else "another"

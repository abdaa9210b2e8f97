"""What a name is of, before anybody is led to it: a person, a body, a place, a people or something
else.

All the places where an article has a name vote: what the entity recogniser takes it for, the titles
and roles beside it, whether it speaks. The weights are in `models/entities.tsv`, a choice "type
KIND" for each kind (a multinomial logistic regression).
"""
from collections import Counter
from collections.abc import Container, Iterator

from analysis.entities.lexicon import bodies, countries, given_names, parties
from analysis.entities.mention import Mention, amount
from analysis.entities.roles import COLLECTIVE
from analysis.lexicons import words
from analysis.models.scorer import scorers

KINDS = ("person", "body", "place", "people", "other")
_PERSONAL = {("beside it", "courtesy"), ("beside it", "personal"), ("surname", "yes")}
_NO_PERSON = {("list", "body"), ("list", "country"), ("list", "no person"),
              ("beside it", "body noun")}


def kind(name: tuple[str, ...], mentions: list[Mention], surnames: Container[str]) -> str:
    """What a name (`names.key`) is of; surnames: last words of the people who are named in full."""
    found = list(features(name, mentions, surnames))
    if _PERSONAL & {*found} and not _NO_PERSON & {*found}:
        return "person"     # who is Mr, or she, or of whom the article has the full name
    if name[-1] in words("entities.peoples") or name[-1][-1:] == "s" and (
            name[-1] not in surnames and name[-1][:-1] in surnames and ("the", "mostly") in found):
        return "people"     # "British Muslims", "the Lorns"
    if ("beside it", "work") in found and not any(mention.source for mention in mentions):
        return "other"
    if _called_a_body(mentions):
        return "body"
    known = scorers("entities")
    barred = {"other"} if any(mention.source for mention in mentions) else set()
    if any(word.isdigit() for word in name):
        barred.add("person")
    return max((one for one in KINDS if one not in barred),
               key=lambda one: known[f"type {one}"].score(found))


def _called_a_body(mentions):
    """Whether what stands before a name says each time that it is a body's, "the newspaper Tolne
    Blad", and nothing that it is a person's."""
    said = [role.noun in COLLECTIVE and role.text.split()[-1].islower()
            for mention in mentions for role in mention.roles]
    personal = any(mention.gender or mention.courtesy or {"age", "who"} & {*mention.signs}
                   or mention.said is not None for mention in mentions)
    return bool(said) and all(said) and not personal


def features(name: tuple[str, ...], mentions: list[Mention],
             surnames: Container[str]) -> Iterator[tuple[str, str]]:
    """What tells what a name is of; mentions: where the article has it in this form; surnames: see
    `kind`."""
    labels = Counter(mention.label for mention in mentions if mention.label) or Counter(["none"])
    (most, times), *others = labels.most_common()
    yield "recogniser", most
    yield "recogniser", (f"{most}, "
                         f"{'in doubt' if others else 'twice or more' if times > 1 else 'once'}")
    yield from (("also", label) for label, _ in others)
    yield "words", str(min(len(name), 4))
    heard = any(mention.source for mention in mentions)
    if heard:
        yield "speaks", f"{'one word' if len(name) == 1 else 'words'}, {most}"
    given = name[0] in given_names()
    if len(name) == 1:
        yield "surname", "yes" if name[0] in surnames else "no"
        yield "given name", "alone" if given else "no, one word"
    else:
        yield "given name", "first" if given else "initial" if len(name[0]) == 1 else "no"
        yield from (("given name", f"first, {one}") for one in (most, *["speaks"] * heard) if given)
    if not given and any(mention.several for mention in mentions):
        yield "plural", "yes"
    yield from _lexicon(name, most)
    yield from {("beside it", one) for mention in mentions for one in _beside(mention)}
    share = Counter(one for mention in mentions for one in _standing(mention))
    yield from ((one, "mostly") for one, count in share.items() if 2 * count > len(mentions))
    yield "seen", amount(len(mentions))
    if most == "people" and not name[-1].endswith("s"):
        yield "recogniser", "people, singular"
    if all(mention.words[0].isupper() and len(mention.words[0]) > 1 for mention in mentions):
        yield "capitals", "all"


def _lexicon(name, most):
    phrase = " ".join(name)
    if phrase in countries():
        country = countries()[phrase][1]
        yield "list", "short country" if phrase in words("entities.short_countries") else country
    elif name[-1][-1:] == "s" and countries().get(name[-1], ("", ""))[1] == "adjective":
        yield "list", "adjective"       # "African Americans"
    if name[-1] in bodies() or name[0] in bodies() and len(name) > 1 or (
            phrase in bodies() or phrase in parties()):
        yield "list", "body"
    if name[0] in words("entities.no_person") or any(character.isdigit() for character in phrase):
        yield "list", "no person"
    if name[-1] in words("family_names.txt"):
        place = "alone" if len(name) == 1 else "last"
        yield from (("family name", place), ("family name", f"{place}, {most}"))
    if phrase in words("regions.txt"):
        yield "list", "region"
    if name[-1] in words("entities.things"):
        yield "list", "thing"


def _beside(mention):
    """What the words beside a mention say: a title, an age, a relative clause, roles."""
    yield from mention.signs
    yield from mention.company
    if mention.courtesy:
        yield "courtesy"
    for role in mention.roles:
        if role.noun in COLLECTIVE:
            yield "body noun"
        elif role.individual:
            yield ("either noun" if words("entities.either") & set(role.noun.split())
                   else "person noun")


def _standing(mention):
    """Where a mention stands: after a preposition of place, as a source, before a noun."""
    if mention.inside:
        yield "inside"
    if mention.source:
        yield "source"
    if mention.definite:
        yield "the"
    if mention.needed:
        yield "then she"
    yield mention.clause if mention.clause in ("subject", "possessive", "modifier") else "elsewhere"

"""What the article says an actor is: its form, role, class of voice, affiliation, and why it is not
named."""
import re
from typing import TYPE_CHECKING

from analysis.entities.lexicon import bodies, countries, parties, roles
from analysis.entities.names import key
from analysis.entities.roles import BODY_NOUNS, COLLECTIVE, COUNTING
from analysis.lexicons import words
from analysis.system.registry import ArticleLike

if TYPE_CHECKING:
    from analysis.entities.entities import Entities
    from analysis.entities.mention import Actor
    from analysis.text.parse import ParsedParagraph

_COUNTRIES = {country for country, _ in countries().values()}
_UNNAMED = {"source", "insider", "informant", "whistleblower", "whistle-blower", "leaker",
            "someone", "somebody"}
_THEIR = "(?:his|her|their|its)"
_ANONYMITY = re.compile(
    rf"\bcondition (?:of anonymity|that "
    rf"(?:{_THEIR}|he|she|they)\b[^.;”]{0,200}?\bnot\b[^.,;”]*)|\banonym(?:ous|ously|ity)\b"
    rf"|\b(?:not|never|n[o’']t) (?:to )?(?:be|being) (?:named|identified|quoted by name)|\bwithout "
    rf"being (?:named|identified)"
    rf"|\bdeclined to (?:be named|be identified|give {_THEIR} (?:full |last |sur)?names?)"
    rf"|\b{_THEIR} (?:full |last |real |sur)?names? (?:\w+ "
    rf"){{0,2}}(?:withheld|changed|not\b[^.,;”]{{0,20}}\b(?:used|published|printed))"
    rf"|\bnot authori[sz]ed to (?:speak|talk|comment|discuss)[^.,;”]*", re.I)
_ON = re.compile(r"\s*+,?\s*+(?:because|as |since|for fear|fearing|citing|due "
                 r"to|given|owing)[^,.;”]*", re.I)


def form(actor: "Actor", unnamed: str | None) -> str:
    """named, role, group, organisation, document or anonymous; unnamed: the reason given for
    withholding the name."""
    if actor.kind in ("person", "joint"):
        return "named" if all(member.kind == "person"
                              for member in actor.members) else "organisation"
    if actor.kind in ("body", "place"):
        return "organisation"
    if actor.kind == "people":
        return "group"
    nouns = {role.noun for role in actor.roles}
    singulars = {noun.removesuffix("s") for noun in nouns}
    if actor.kind != "document" and (unnamed or singulars & _UNNAMED or nouns & COUNTING):
        return "anonymous"
    return actor.kind if actor.kind in ("group", "document", "role") else "role"


def role(actor: "Actor") -> str | None:
    """The first role phrase that the article gives a named actor, fuller where it is only a title
    ("Prof", then "professor of law"); the fullest of somebody unnamed, if its noun is one; of
    several who speak as one, each one's; None where there is none, and of a group."""
    if actor.members:
        return "; ".join(dict.fromkeys(found for member in actor.members
                                       if (found := role(member)))) or None
    if actor.kind in ("person", "body"):
        told = {found for mention in actor.mentions for found in mention.roles
                if mention.quoted is None or "title" in mention.signs and found is mention.roles[0]}
        roles_told = [found for found in actor.roles
                      if found in told and key(tuple(found.text.split())) not in actor.names]
        known = [found for found in roles_told
                 if found.known and _fits(found, actor)] if actor.names else []
        if not known and actor.kind == "person":
            known = [found for found in roles_told if found.stated]
        if not known:
            return None
        fuller = next((found for found in known if found.noun == known[0].noun
                       and " " in found.text), known[0])
        short = " " not in fuller.text and len(fuller.text) < 5 and not fuller.text.isupper()
        return fuller.noun if short else fuller.text
    return max((found.text for found in actor.roles if found.known), key=len,
               default=None) if actor.kind == "role" else None


def _fits(found, actor):
    """Whether a role may be an actor's: a person is no team, and a body no director."""
    body = found.noun in BODY_NOUNS or found.noun in bodies()
    return body == (actor.kind == "body") or bool(words("entities.either") & {*found.noun.split()})


def role_class(actor: "Actor", affiliation: str | None) -> str | None:
    """official, military, expert, organisation, witness, media, business, document, or None where
    nothing tells.

    The first of the actor's roles that has a class, a president's or a spokesman's by the body he
    or she speaks for; a body's by the words of its name, then by
    what it is called ("the airline"); a country, its government and its seat are
    official; last, a person's by the body he or she speaks for.
    """
    if actor.members:
        classes = {role_class(member, affiliation) for member in actor.members}
        return classes.pop() if len(classes) == 1 else None
    if actor.kind == "document":
        return "document"
    if actor.kind == "place":
        return "official"
    if actor.kind == "people":
        return None
    if actor.kind == "body" and actor.names:
        names = sorted(actor.names, key=len, reverse=True)
        # "a British group", "an aid agency" are no officials
        said = (found.role_class for found in actor.roles
                if found.known and found.role_class != "official" and _fits(found, actor))
        return next(filter(None, (*map(body_class, names), *said)), "organisation")
    tied = affiliation if actor.kind == "person" and affiliation not in _COUNTRIES else None
    body = body_class(tied.lower().split()) if tied else None
    for found in actor.roles:
        if found.role_class and found.known:
            noun = roles().get(found.noun)
            weak = noun is not None and noun.weak
            if weak and tied and not body and found.role_class == "official":
                return "organisation"       # "president of Tolne Studios"
            return body if body and weak else found.role_class
    return "organisation" if actor.kind == "body" else body


def body_class(words: tuple[str, ...] | list[str]) -> str | None:
    """The class of voice of a body by its name, the last words first; None where none tells."""
    words = list(words)
    if " ".join(words) in countries() or " ".join(words) in parties():
        return "official"
    for size in (3, 2, 1):
        for i in range(len(words) - size, -1, -1):
            found = bodies().get(" ".join(words[i:i + size]))
            if found:
                return found
    noun = roles().get(words[-1]) if words else None
    return noun.role_class if noun and words[-1] in COLLECTIVE else None


def affiliation(actor: "Actor", entities: "Entities",
                parsed: "list[ParsedParagraph]") -> str | None:
    """The body or country that the article ties an actor to, or None.

    "German Chancellor": Germany; "director of the harbour authority", "X, of the Harbour Union":
    that body, by its canonical name.
    """
    if actor.kind not in ("person", "role", "group"):
        return None
    for mention in actor.mentions:
        spans = mention.spans if mention.kind == "name" else [(mention.first, mention.last)]
        people = set()      # "Ada Lorn's spokeswoman"
        for span in (*spans, mention.affiliation):
            for other in entities.inside(mention.paragraph, span) if span else ():
                if (other.actor is not None and other.actor.kind == "body"
                        and other.actor is not actor and other.head != mention.head):
                    return other.actor.name
                if other.actor is not None and other.actor.kind == "person":
                    people.add(" ".join(other.words))
        people -= _COUNTRIES
        for found in mention.roles:
            if found.affiliation in people:
                continue
            if found.affiliation and found in actor.roles and (found.role_class != "witness"
                                                               or found.affiliation in _COUNTRIES):
                return found.affiliation
        if mention.affiliation and mention.kind == "name":
            text = parsed[mention.paragraph].doc[slice(*mention.affiliation)].text
            text = " ".join(text.split()).removesuffix("’s").removesuffix("'s")
            if text in people:
                continue
            return countries().get(text.lower(), (text,))[0]
    return next((found.employer for found in actor.roles if found.employer), None)


def _main_verb(token, start, end):
    """The first offset from start on where the clause of a token gives way to the verb of its
    sentence, at most `end`."""
    doc = token.doc
    above = {other.i for other in token.ancestors} | {token.sent.root.i}
    return next((word.idx for word in doc[token.i + 1:token.sent.end] if word.i in above
                 and word.pos_ in ("VERB", "AUX")
                 and word.idx >= start), end)


def anonymity(entities: "Entities", article: ArticleLike) -> dict:
    """{actor: the words in which the article says why it is not (fully) named}.

    The clause goes to the nearest source before it in its sentence, else to the nearest mention of
    a person or group.
    """
    reasons = {}
    by_sentence = {}
    for mention in entities.mentions:
        if mention.actor is not None and mention.actor.kind in ("person", "role", "group", "joint"):
            by_sentence.setdefault((mention.paragraph, mention.sentence), []).append(mention)
    for index, paragraph in enumerate(article.parsed):
        doc, text = paragraph.doc, paragraph.copy.text
        for match in _ANONYMITY.finditer(text):
            token = next(token for token in doc if token.idx + len(token) > match.start())
            near = next((row for (p, _), row in by_sentence.items() if p == index
                         and row[0].head >= token.sent.start
                         and row[0].head < token.sent.end), [])
            before = [mention for mention in near if mention.head < token.i]
            fitting = ([m for m in before if m.attribution is not None]
                       or [m for m in near if m.attribution is not None] or before or near)
            if not fitting:
                continue
            chosen = fitting[-1] if fitting[-1].head < token.i else fitting[0]
            start = max(text.rfind(mark, token.sent.start_char, match.start()) for mark in ",—–;“(")
            start = max(start + 1, token.sent.start_char,
                        doc[chosen.last - 1].idx + len(doc[chosen.last - 1])
                        if chosen.head < token.i else 0)
            on = _ON.match(text, match.end())
            end = min(on.end(), _main_verb(token, match.end(), on.end())) if on else match.end()
            reason = text[start:end].strip(" ,;—–")
            reasons.setdefault(chosen.actor, reason)
    return reasons

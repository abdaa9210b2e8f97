"""Role phrases: "German Chancellor" before a name, "a young nurse at Tolne infirmary" after it,
and what they say."""
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.entities.lexicon import bodies, countries, parties, roles, titles
from analysis.lexicons import words
from analysis.syntax import is_apposition, joins, object_of

if TYPE_CHECKING:
    from analysis.entities.lexicon import Role
    from analysis.text.parse import ParsedParagraph
    from analysis.text.tokens import Doc

COLLECTIVE = words("entities.collective")
BODY_NOUNS = COLLECTIVE | words("entities.body_nouns")
COUNTING = words("entities.counting")
MEMBERS = dict(pair.split(":") for pair in words("entities.members"))
_PROPER = ("NORP", "GPE", "ORG", "PERSON")
_PARENT = re.compile(r"\b(mum|mom|mother|dad|father|parent|grandmother|grandfather)[ -]of[ "
                     r"-](?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b")


@dataclass(frozen=True)
class RolePhrase:
    """text: as the article has it, without its article; noun: its head in the singular, lower case;
    words: the rest, lower case; role_class, gender: by the lexicons; affiliation: the country or
    body it names, or None; start, end: its place in the article; known: its noun is in the lexicon;
    individual: it says what one person is; employer: the body without a name that it has, "police";
    stated: its noun may say what a person is, whether the lexicon has it or not."""

    text: str
    noun: str
    words: frozenset
    role_class: str | None
    gender: str | None
    affiliation: str | None
    start: int
    end: int
    known: bool
    individual: bool
    proper: frozenset = frozenset()
    employer: str | None = None
    stated: bool = True

    @property
    def parent(self) -> bool:
        """Whether it counts somebody's children, "mother of two": what news calls whom it has just
        named."""
        return _PARENT.search(self.text.lower()) is not None


def noun_role(doc: "Doc", i: int) -> "tuple[str, Role | None]":
    """(noun as in the lexicon, Role) of the role noun at token i, phrases before single words;
    (lemma, None) if none."""
    token = doc[i]
    text, lemma = token.text.lower(), token.lemma_.lower()
    table = roles()
    before = doc[i - 1].lower_ if i else ""
    compound = f"{doc[i - 2].lower_}-{text}" if i > 1 and before == "-" else None
    for noun in (compound, f"{before} {text}", f"{before} {lemma}", text, lemma,
                 text.removesuffix("s")):
        if noun and noun in table:
            return noun, table[noun]
    if i + 2 < len(doc) and doc[i + 1].lower_ == "of" and f"{text} of {doc[i + 2].lower_}" in table:
        noun = f"{text} of {doc[i + 2].lower_}"
        return noun, table[noun]
    title = titles().get(text.rstrip("."))
    return (title.noun or lemma, title) if title and title.role_class else (lemma, None)


def _mark(token):
    return token.is_quote and token.tag_ != "POS" and token.text not in ("’", "'")


def extent(doc: "Doc", head: int, limit: int = 14) -> tuple[int, int]:
    """(first, last) of the phrase of a head noun: its left part and its prepositional phrases, no
    clauses, no appositions."""
    token = doc[head]
    first = token.left_edge.i
    while first > 1 and doc[first - 1].text == "-" and not doc[first - 2].whitespace_:
        first -= 2      # "co-founder", which a parse may divide
    titled = sum(_mark(doc[i]) for i in range(first, head)) % 2 == 0
    for i in range(head - 1, first - 1, -1):
        if (_mark(doc[i]) and not titled or doc[i].text in ",;:—–(" and doc[i].text
                or _relative(doc[i]) or dash(doc, i)):
            first = i + 1
            break
    last, edge = head + 1, min(token.right_edge.i + 1, head + limit)
    while last < edge:
        word = doc[last]
        if (word.text in ",;:—–()." or word.is_quote
                or _relative(word)
                or word.pos_ in ("VERB", "AUX", "SCONJ") and doc[last - 1].text != "-"):
            break
        body = doc[last - 1].lemma_.lower() in BODY_NOUNS       # "head of trade body Harbour Watch"
        if word.head.i == head and (joins(word) or is_apposition(word) and not body):
            break
        last += 1
    while last > head + 1 and doc[last - 1].pos_ in ("ADP", "DET", "CCONJ", "PUNCT", "ADV", "PART",
                                                     "PRON", "ADJ", "SYM"):
        last -= 1
    return first, last


def dash(doc: "Doc", i: int) -> bool:
    """Whether a token is a hyphen that stands for a dash: "Osric Pell - a pilot"."""
    return doc[i].text == "-" and i > 0 and bool(doc[i - 1].whitespace_)


def _relative(token):
    """Whether a word is a relative pronoun, and not the name of a body: "the WHO's website"."""
    return token.lower_ in words("entities.relatives") and token.pos_ != "PROPN"


def role_class(spoken: list[str], noun: str, role: "Role | None") -> str | None:
    """The class of voice of a role phrase: its noun's, or where the noun is weak, that of another
    of its words."""
    if role is None or role.weak:
        text = " ".join(spoken)
        if any(word in countries() and word != noun
               for word in spoken) and role is not None and noun not in ("member", "captain"):
            return "official" if noun not in ("coach", "head coach", "manager",
                                              "activist") else role.role_class
        others = [word.rstrip("s") for word in spoken] + list(spoken)
        for phrase, found in bodies().items():
            if phrase in others or " " in phrase and phrase in text:
                return found
        for word in spoken:
            other = roles().get(word)
            if (other and not other.weak and word != noun
                    and other.role_class in ("official", "military", "business", "media")):
                return other.role_class
    return role.role_class if role else None


def affiliation(doc: "Doc", first: int, last: int, head: int | None = None) -> str | None:
    """The country or body that a phrase names: "German Chancellor" Germany, "president of the
    Harbour Union" that union."""
    names, i = [], first
    while i < last:
        for length in (2, 1):
            named = " ".join(doc[j].lower_ for j in range(i, min(i + length, last)))
            if named in countries() and doc[i].text[0].isupper():
                names.append(countries()[named][0])
                break
        if doc[i].lower_ == "state" and i and doc[i - 1].lower_ == "of":
            i += 1
            continue
        if doc[i].ent_type_ in ("ORG", "GPE", "NORP") and doc[i].ent_iob_ == "B" and i != head:
            stop = i + 1
            while (stop < last and doc[stop].ent_iob_ == "I"
                   and not (stop == head and noun_role(doc, stop)[0] not in COLLECTIVE)):
                stop += 1
            text = " ".join(
                doc[i:stop].text.removeprefix("the ").removesuffix("’s").removesuffix("'s").split())
            if (doc[i].ent_type_ == "ORG" and text[:1].isupper() and text.lower() not in titles()
                    and not _portfolio(doc, i, stop)):
                names.insert(0, text)
                break
        i += 1
    return names[0] if names else None


def _portfolio(doc, first, last):
    """Whether an entity is what a minister is for, and no body: the defence of "Defence
    Secretary"."""
    return (last < len(doc) and doc[last].lower_ in words("entities.portfolios")
            and not any(token.lower_ in bodies() for token in doc[first:last]))


def employer(doc: "Doc", first: int, last: int, head: int) -> str | None:
    """The body without a name of its own in a phrase: the police of "Tolne police chief", the union
    of "head of the pilots' union"; or None."""
    for i in range(first, last):
        if (i == head or doc[i].lower_ not in words("entities.employers")
                or i and doc[i - 1].text == "-"):
            continue
        start = i
        while start > first and (doc[start - 1].pos_ in ("PROPN", "NOUN", "PART")
                                 and doc[start - 1].lower_ not in words("entities.not_roles")
                                 or doc[start - 1].text == "-") and start - 1 != head:
            start -= 1
        text = " ".join(doc[start:i + 1].text.split())
        return text.lower() if start == i else text
    return None


def phrase(paragraph: "ParsedParagraph", first: int, last: int, head: int) -> RolePhrase:
    """The `RolePhrase` of the tokens doc[first:last] with that head."""
    doc = paragraph.doc
    while first < head and (doc[first].pos_ in ("DET", "ADV", "CCONJ")
                            and doc[first + 1].text != "-" or doc[first].is_punct
                            or doc[first].lower_ in ("a", "an", "the", "one")
                            or doc[first].tag_ == "PRP$"):
        first += 1
    noun, role = noun_role(doc, head)
    if noun in COUNTING and head + 2 < last and doc[head + 1].lower_ == "of":
        # "one of the engineers": the class is the engineers'
        counted = object_of(doc[head + 1])
        role = noun_role(doc, head if counted is None else counted.i)[1]
    text = doc[first:last].text
    parent = _PARENT.search(text.lower())
    if parent:
        # the parser takes "two" for the head of "mum-of-two"
        noun, role = parent[1], roles().get(parent[1])
    spoken = [doc[i].lower_ for i in range(first, last) if not doc[i].is_punct]
    # "historian and journalist": the article puts first what counts
    main = next((found for i in range(first + 1, head) if doc[i].lower_ == "and"
                 for found in [noun_role(doc, i - 1)] if found[1] is not None), (noun, role))
    text = " ".join(text.split())
    if (doc[first].is_sent_start and doc[first].pos_ != "PROPN" and text[1:2].islower()
            and doc[first].lower_ not in countries() and doc[first].ent_type_ not in _PROPER
            and not any(doc[first].lower_ in name.split() for name in parties())):
        text = text[0].lower() + text[1:]
    start, end = paragraph.offsets(first, last)
    return RolePhrase(text=text, noun=noun,
                      words=frozenset(spoken) - {noun} - words("entities.not_roles"),
                      role_class=role_class(spoken, *main),
                      gender=role.gender if role else None,
                      affiliation=affiliation(doc, first, last, head),
                      start=start, end=end, known=role is not None,
                      individual=role is not None and doc[head].tag_ not in ("NNS", "NNPS")
                      and role.role_class != "document"
                      and noun not in COLLECTIVE,
                      proper=frozenset(doc[i].lower_ for i in range(first, head)
                                       if doc[i].text[0].isupper()
                                       and doc[i].lower_ not in roles()
                                       and doc[i].lower_ not in titles()),
                      employer=employer(doc, first, last, head),
                      stated=role is not None or _common(doc[head]))


def _common(token):
    """Whether a noun of no list is a plain one, singular, neither a time nor a thing that speaks
    for nobody, and says what somebody is by its ending or its place: "a pigeon fancier", not "the
    need"."""
    personal = (token.lower_.endswith(tuple(words("entities.person_endings")))
                or token.i + 1 < len(token.doc) and token.nbor().pos_ == "PROPN")
    return (personal and token.tag_ == "NN" and token.text.isalpha() and not token.ent_type_
            and token.lemma_.lower() not in words("not_voices.txt"))

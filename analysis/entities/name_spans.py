"""The names in a passage: entities and runs of proper nouns, cut where one name ends and the next
begins."""
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.entities.lexicon import (
    bodies,
    countries,
    given_names,
    parties,
    roles,
    titles,
)
from analysis.entities.roles import COLLECTIVE, dash
from analysis.lexicons import words
from analysis.syntax import is_attribute, is_compound, is_subject

if TYPE_CHECKING:
    from analysis.text.tokens import Doc, Token

LABELS = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place",
          "NORP": "people"}
_OTHER = {"EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE"}
_TIME = {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"}
_DATELINE = 12      # tokens
_TITLED = {"official", "military", "business", "media", "expert", "organisation"}
# the share's sign after the firm's name: "Harbour Foods HRBF.N"
_TICKER = re.compile(r"[A-Z]{2,5}\.[A-Z]{1,2}")


@dataclass(eq=False)
class Piece:
    """doc[first:last] is one name; label: what the entity recogniser takes it for, or None; title:
    (first, last) of the title or role words just before it."""

    first: int
    last: int
    label: str | None
    titles: list = field(default_factory=list)


def is_title(doc: "Doc", i: int) -> bool:
    text = doc[i].lower_.rstrip(".")
    joined = f"{doc[i - 2].lower_}-{text}" if i > 1 and doc[i - 1].text == "-" else text
    text = joined if joined in roles() else text        # "President-elect"
    role = roles().get(text)
    if i + 1 < len(doc) and doc[i + 1].lower_ in words("entities.no_bearers"):
        return False
    return (text in titles() or doc[i].text[0].isupper() and role is not None
            and role.role_class in _TITLED and text not in words("entities.first_names"))


def _trim(doc, first, last):
    while first < last and _before_names(doc[first]):
        first += 1
    while last > first and _after_names(doc[last - 1]):
        last -= 1
    return first, last


def _before_names(token):
    """Whether no name begins with a token."""
    lower = token.lower_
    return (lower in ("the", "a", "an") and token.text != "THE" or token.is_punct
            or lower in words("entities.tails") or token.is_space or token.is_quote
            or token.like_num and token.pos_ != "PROPN"
            or token.pos_ in ("DET", "PRON") and not token.text.isupper())


def _after_names(token):
    """Whether no name ends with a token."""
    lower = token.lower_
    return (lower in words("entities.tails") or lower in ("says", "said", "tells", "told")
            or token.is_space or token.is_quote
            or token.is_punct and not token.text.endswith("."))


def _whole(doc, first, last):
    """Cuts an entity at the first token that no name holds (a quotation mark, a comma, a lower-case
    word)."""
    for i in range(first, last):
        token = doc[i]
        score = token.text.isdigit() and i + 1 < len(doc) and doc[i + 1].text in "-–"  # "Tolne 3-0"
        if token.is_quote or token.is_space or score or token.text in ",;:()—–“”" or (
                i > first and dash(doc, i)) or (
                token.text[0].islower() and token.lower_ not in words("entities.particles")
                and doc[max(i - 1, first)].text != "-"):
            return first, i
    return first, last


def pieces(doc: "Doc", sources: Sequence[tuple[int, int]] = (),
           surnames: Set[str] = frozenset()) -> list[Piece]:
    """The `Piece`s of a parsed paragraph, in order. sources: (first, last) of acts: a capitalised
    word there is a name. surnames: last words of people's names, lower case: "Lorn and Holm" is
    then no firm."""
    found, taken = [], bytearray(len(doc))
    for entity in doc.ents:
        if entity.label_ not in _TIME:
            _entity(doc, entity, surnames, found, taken)
        elif entity.label_ in ("DATE", "TIME", "CARDINAL", "ORDINAL"):
            for i in range(entity.start, entity.end):
                taken[i] = (entity.label_ == "DATE" or doc[i].pos_ != "PROPN"
                            or doc[i].text.isdigit())
    label = _speech_label(doc)
    if label:
        found = [piece for piece in found if piece.first >= label]
        found.append(Piece(0, label, "person"))
        taken[:label] = b"\1" * label
    line = dateline(doc)
    taken[:line] = b"\1" * line
    found = [piece for piece in found if piece.first >= line]
    found.extend(_runs(doc, sources, taken, surnames))
    found.sort(key=lambda piece: piece.first)
    peeled = [one for piece in _join(doc, found) if not _compounded(doc, piece)
              and (one := _peel(doc, piece, surnames))]
    for piece in peeled:
        while piece.last - piece.first > 1 and _behind(doc, piece):
            piece.last -= 1
        if _titled(doc, piece):
            piece.label = "other"
    return [piece for piece in peeled if not _plural_role(doc, piece, surnames)
            and not _portfolio(doc, piece)]


def _behind(doc, piece):
    """Whether the last word of a piece is no part of its name: letters ("Ada Lorn MP"), or the role
    of who is named next ("Harbour Watch Spokesman" Ada Lorn)."""
    last = doc[piece.last - 1].lower_
    return last in words("entities.postnominals") or (
        piece.label == "body" and last in roles() and last not in bodies()
        and last not in COLLECTIVE and piece.last < len(doc)
        and doc[piece.last].ent_type_ == "PERSON")


def _portfolio(doc, piece):
    """Whether a piece is what a minister is for, and no body: "Rural Development Secretary"."""
    return (piece.label != "place" and piece.last < len(doc)
            and doc[piece.last].lower_ in words("entities.portfolios")
            and not any(doc[i].lower_ in bodies() or doc[i].lower_ in countries()
                        or doc[i].lower_ in roles() for i in range(piece.first, piece.last)))


def _titled(doc, piece):
    """Whether a name stands by itself in quotation marks, as titles of works and programmes do,
    and is no person's: the “Harbour News Daily”."""
    first, last = piece.first, piece.last
    return (last - first > 1 and piece.label != "person" and 0 < first and last < len(doc)
            and doc[first - 1].is_quote and doc[first - 1].tag_ != "POS"
            and doc[last + (doc[last].text in ",." and last + 1 < len(doc))].is_quote)


def _plural_role(doc, piece, surnames):
    """Whether a piece is a role in the plural, "MPs", also where the recogniser takes it for
    somebody: "Jurors saw the film"."""
    token = doc[piece.first]
    return piece.last - piece.first == 1 and (several_letters(token) or (
        piece.label in ("person", None) and token.lower_ not in surnames and plural_role(token)))


def plural_role(token: "Token") -> bool:
    """Whether a word is a role noun in the plural: "Jurors", "People"."""
    text = token.lower_
    if text in roles():
        return text in words("entities.several")
    return text[-1:] == "s" and text.removesuffix("s") in roles()


def several_letters(token: "Token") -> bool:
    """Whether a word is a role's letters in the plural: "MPs"."""
    return token.text[-1:] == "s" and token.text[:-1].isupper() and plural_role(token)


def _entity(doc, entity, surnames, found, taken):
    """Adds to found the `Piece`s of an entity, and marks their tokens as taken."""
    first, last = _trim(doc, entity.start, entity.end)
    first, last = _trim(doc, *_whole(doc, first, last))
    first = _parted(doc, entity, first, last, surnames, found, taken)
    if first >= last or not doc[first].text[0].isupper() and entity.label_ != "PERSON":
        return
    if (doc[first].lower_ == "state" and first and doc[first - 1].lower_ == "of"
            and last == first + 1):
        taken[first] = 1
        return
    label = LABELS.get(entity.label_, "other" if entity.label_ in _OTHER else None)
    if entity.label_ == "NORP":
        if is_attribute(doc[last - 1]):
            return
        if last - first == 1 and doc[first].lower_ in surnames:
            label = "person"        # "Ada French", then "French said"
        elif doc[last - 1].pos_ == "ADJ":
            return
    found.append(Piece(first, last, label))
    for i in range(first, last):
        taken[i] = 1


def _parted(doc, entity, first, last, surnames, found, taken):
    """Adds to found the people at the front of an entity that holds more than one name; the token
    at which its last name begins."""
    split = next((i for i in range(first + 2, last - 1)
                  if doc[i].lower_ in ("for", "at", "from")), None)
    if entity.label_ == "ORG" and split and not any(doc[i].lower_ in bodies()
                                                    or not doc[i].text[0].isupper()
                                                    for i in range(first, split)):
        # "Jane Doe for Harbour Watch" taken for one body
        found.append(Piece(first, split, "person"))
        for i in range(first, split):
            taken[i] = 1
        first = split + 1
    split = next((i for i in range(first + 1, last - 1) if doc[i].lower_ == "and"), None)
    if split and doc[split - 1].lower_ in surnames and (doc[last - 1].lower_ in surnames
                                                        or split - first > 1):
        # "Lorn and Holm", "Ada Lorn and Harbour Watch" taken for one body
        found.append(Piece(first, split, "person"))
        for i in range(first, split + 1):
            taken[i] = 1
        first = split + 1
    return first


def _runs(doc, sources, taken, surnames):
    """Yields the `Piece`s of the runs of proper nouns that no entity has taken, and of surnames
    that are common words too ("Wells told us")."""
    named = {i for first, last in sources for i in range(first, last)}
    tokens, run = list(doc), None
    for i, token in enumerate(tokens):
        text = token.text
        inside = not taken[i] and text[0].isalpha() and (
            token.pos_ == "PROPN" or text in ("US", "WHO") or text.istitle() and text.lower() in
            parties() or text[0].isupper()
            and (token.lower_ in surnames and _surname(token) or i in named
                 and not token.is_sent_start
                 and token.pos_ not in ("PRON", "DET", "ADJ", "ADP", "ADV", "VERB")))
        if inside and (text[0].islower() and token.lower_ not in words("entities.particles")
                       or text == "The"):
            inside = False
        if inside and run is None:
            run = i
        elif not inside and run is not None:
            glue = (i < len(tokens) - 1 and text == "-" and tokens[i + 1].pos_ == "PROPN"
                    and not taken[i] and not tokens[i - 1].whitespace_)
            if not glue:
                yield Piece(run, i, None)
                run = None
    if run is not None:
        yield Piece(run, len(tokens), None)


def _surname(token):
    """Whether a capitalised word that is somebody's surname stands as a name here."""
    return token.text.istitle() and token.pos_ not in ("PRON", "DET") and (
        token.pos_ == "NOUN" or is_subject(token))


def _compounded(doc, piece):
    """Whether the name only describes, with a hyphen: "Denver-based", "Tolne-born"."""
    i = piece.last
    return (i + 1 < len(doc) and doc[i].text == "-" and not doc[i].whitespace_
            and doc[i + 1].tag_ in ("VBN", "VBD", "JJ"))


def _speech_label(doc):
    """How many tokens at the front label a turn of a transcript, "MAYOR HOLM: ...": capitals only,
    then a colon; else 0."""
    for i in range(min(5, len(doc))):
        if doc[i].text == ":":
            return i if i and any(len(doc[k]) > 2 for k in range(i)) else 0
        if not doc[i].text.isupper():
            return 0
    return 0


def dateline(doc: "Doc") -> int:
    """How many tokens at the front are a dateline, "PORT TOLNE, Brellshire (Reuters) —"; else 0."""
    front = doc[0].text if len(doc) else ""
    if len(front) < 2 or not front.isupper():
        return 0
    town = True         # in capitals, up to what says where it is or who reports from there
    for token in doc[1:_DATELINE]:
        if token.text in ("—", "–", "--") or dash(doc, token.i):
            return token.i if doc[token.i - 1].whitespace_ else 0
        town = town and token.text not in (",", "(")
        if town and not token.text.isupper() or not (
                token.pos_ in ("PROPN", "PUNCT", "NUM") or token.text[0].isupper()):
            return 0
    return 0


def _join(doc, found):
    """Joins what the recogniser tore apart: "Recep Tayyip" + "Erdogan", "Abd" + "Alsalm Hmedi",
    "al" + "-" + "Najar", "Seo Jae" + "-in"."""
    joined = []
    for piece in found:
        before = joined[-1] if joined else None
        if before and piece.first < before.last:
            continue
        piece.last = _hyphenated(doc, piece)
        if (before and before.last == piece.first
                and {before.label, piece.label} & {"person"} and _one_name(doc, before, piece)):
            before.last, before.label = piece.last, "person"
        elif (before and before.last + 1 == piece.first and doc[before.last].text in "-'’"
                and not doc[before.last].whitespace_ and not doc[before.last - 1].whitespace_):
            before.last, before.label = piece.last, before.label or piece.label
        elif (before and before.label is None and piece.label is None
                and before.last + 1 == piece.first
                and doc[before.last].lower_ in words("entities.joining")
                and doc[before.last].whitespace_):
            before.last = piece.last
        else:
            joined.append(piece)
    return joined


def _hyphenated(doc, piece):
    """Where a person's name of two words ends that goes on in small letters behind a hyphen ("Seo
    Jae-in"), and is no word before a noun ("the Ada Lorn-style campaign")."""
    end = piece.last + 2
    goes_on = (piece.label == "person" and piece.last - piece.first > 1 and end <= len(doc)
               and doc[piece.last].text == "-" and not doc[piece.last].whitespace_
               and not doc[piece.last - 1].whitespace_ and doc[end - 1].is_alpha
               and doc[end - 1].text.islower() and len(doc[end - 1]) < 6
               and doc[end - 1].tag_ not in ("VBN", "VBD", "JJ"))
    attributive = end < len(doc) and doc[end].pos_ in ("NOUN", "ADJ", "PROPN")
    return end if goes_on and not attributive else piece.last


def _one_name(doc, left, right):
    if left.label == "person" and doc[right.first].lower_ in words("entities.name_particles"):
        return True
    left_words = [doc[i].lower_ for i in range(left.first, left.last)]
    if left.label in ("body", "place", "people") or any(
            word in countries() or word in bodies() for word in left_words):
        return False
    if any(is_title(doc, i) for i in range(left.first, left.last)):
        return left.label == "person" and not is_title(doc, left.last - 1) and right.label is None
    if right.label in ("body", "place", "people"):
        return False
    return (doc[left.last - 1].head.i in range(left.first, right.last)
            or doc[right.first].head.i in range(left.first, right.last))


def _unswell(doc, piece, surnames):
    """Takes off a name what only describes it: "Old Ada Lorn", and before the surname of somebody
    named in full the demonym of "German Lorn" and the compound of "the hard-line Lorn regime"."""
    if piece.last - piece.first > 1 and _TICKER.fullmatch(doc[piece.last - 1].text):
        piece.last, piece.label = piece.last - 1, "body"
    first, last = piece.first, piece.last
    size = next((size for size in (2, 1)
                 if roles().get(" ".join(doc[i].lower_
                                         for i in range(first, min(first + size, last))))), 0)
    role = roles().get(doc[first].lower_)
    office = first > 1 and doc[first - 1].lower_ in ("of", "for") and is_title(doc, first - 2)
    if office and last - first > 2 and not any(doc[i].lower_ in bodies()
                                               or not doc[i].text[0].isupper()
                                               for i in range(first, last)):
        # "the MP for Oldbury Ada Lorn", "the mayor of Tolne Osric Pell"
        piece.titles, piece.first, piece.label = [first - 2, last - 2], last - 2, "person"
        return
    if 1 < last - first - size < 4 and size and (size == 2 or doc[first].is_sent_start
                                                 and role.role_class == "witness") and \
            not any(doc[i].lower_ in bodies() or doc[i].lower_ in roles()
                    or doc[i].text[0].islower() for i in range(first + size, last)):
        # "Pensioner Osric Pell", "District Collector Ada Lorn"
        piece.titles, piece.first, piece.label = [first, first + size], first + size, "person"
    elif (last - first > 2 and doc[first].lower_ in words("entities.epithets")
            and piece.label in ("person", None)):
        piece.first += 1
    elif last - first > 2 and doc[first + 1].whitespace_ and (
            _adjective(doc[first].lower_) and doc[first + 1].lower_ in given_names()
            or doc[first].lower_.endswith("man") and _adjective(doc[first].lower_[:-3])):
        # "German Ada Pell", "Frenchman Luc Pell"
        piece.first, piece.label = first + 1, "person"
    elif last - first > 1 and doc[last - 1].lower_ in surnames:
        attributive = (last < len(doc) and doc[last].pos_ == "NOUN"
                       and is_compound(doc[last - 1]))
        hyphen = next((i for i in range(last - 3, first, -1) if doc[i].text == "-"), None)
        if hyphen is not None and attributive:
            piece.first, piece.label = hyphen + 2, "person"
        elif _adjective(doc[first].lower_) and piece.label != "place":
            piece.first, piece.label = first + 1, "person"


def _adjective(word):
    """Whether a word says what country somebody is from."""
    return countries().get(word, ("", ""))[1] == "adjective"


def _listed(doc, piece):
    """Whether a piece is a country or a party: "Sri Lanka" is no Mr Lanka, and "Liberal Democrats"
    are one, also where the recogniser leaves out what they are."""
    text = doc[piece.first:piece.last].text.lower()
    longer = doc[piece.first - 1].text_with_ws.lower() + text if piece.first else ""
    if longer in parties():
        piece.first, text = piece.first - 1, longer
    piece.label = "body" if text in parties() else piece.label
    return text in countries() or text in parties()


def _officer(doc, piece):
    """Leaves of a name with an office within, "Tolne Police Chief Ada Lorn", the person's name."""
    if piece.label in ("other", "place"):
        return
    holds = (i for i in range(piece.last - 2, piece.first, -1)
             if is_title(doc, i) and doc[i].text.istitle() and doc[i].tag_ not in ("NNS", "NNPS")
             and doc[i].lower_ not in bodies() and doc[i].lower_ not in COLLECTIVE)
    office = next(holds, None)
    if office is None:
        return
    name = range(office + 1, piece.last)
    if len(name) < 4 and doc[office + 1].text.istitle() and not any(
            doc[i].lower_ in bodies() or doc[i].lower_ in roles() or not doc[i].text[0].isupper()
            or doc[i].tag_ == "POS" or doc[i].like_num for i in name):
        piece.titles, piece.first, piece.label = [piece.first, office + 1], office + 1, "person"


def _peel(doc, piece, surnames):
    """Takes titles and role words off the front of a name; a piece of nothing else is no name
    (None)."""
    if _listed(doc, piece):
        return piece
    _officer(doc, piece)
    if piece.titles:
        return piece
    _unswell(doc, piece, surnames)
    tokens = range(piece.first, piece.last)
    if (len(tokens) == 1 and doc[piece.first].lower_ in surnames
            and doc[piece.first].text[0].isupper()):
        return piece
    if (doc[piece.first].lower_ in words("entities.no_person")
            or any(character.isdigit() for character in doc[piece.first].text)):
        piece.label = "place" if piece.label in ("person", "place") else piece.label
    titled = (doc[piece.first].lower_.rstrip(".") in titles() and len(tokens) > 1
              and not any(doc[i].lower_ in bodies() for i in tokens))
    if piece.label in ("body", "place", "other") and not titled:
        lone = all(is_title(doc, i) or doc[i].lower_ in words("entities.offices") for i in tokens)
        return None if lone and any(is_title(doc, i) for i in tokens) else piece
    first = piece.first
    for i in tokens:
        if not is_title(doc, i):
            continue
        # "Judge Rinder", but "Mark Judge": a title in the last place of several words is a surname.
        if i == piece.last - 1 and first < i and piece.label == "person" and first == piece.first \
                and not is_title(doc, i - 1):
            continue
        if (i + 1 < piece.last and doc[i + 1].lower_ in ("of", "for")
                and doc[i + 2].lower_ != "state"):
            return None
        first = i + 1
    while first < piece.last and (doc[first].lower_ in ("of", "for", "-", "and", ".")
                                  or doc[first].lower_ in words("entities.tails")
                                   or doc[first].is_punct):
        first += 1
        if doc[first - 1].lower_ == "of" and first < piece.last and doc[first].lower_ == "state":
            first += 1
    if first >= piece.last:
        return None
    if first > piece.first:
        piece.titles = ([piece.first, first]
                        if doc[first - 1].lower_ not in words("entities.tails")
                        else [])       # "Labour’s Ada Lorn"
        piece.first = first
        if doc[piece.last - 1].tag_ != "NNPS":
            piece.label = "person"      # "Conservative Christians" are none
    return piece

"""What a number counts: the noun phrase it modifies, the one after "of", or, where the noun is
left out, the one that the nearest earlier count has."""
import re
from functools import cache
from typing import TYPE_CHECKING

from analysis.lexicons import rows, words
from analysis.numbers.quantity import Quantity
from analysis.numbers.statements import directions
from analysis.syntax import child

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_INNER = {"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNS", "NNP", "NNPS", "HYPH", "CD", "POS", "RB",
          "RBS", "RBR", ",", "AFX",
          "FW", "``", "''"}
_DETERMINERS = ("DT", "PRP$", "WP$", "PDT", "WDT")
_PARENT = re.compile(r"(?:mum|mom|mother|dad|father|parent)-of-$", re.I)
_SERIES = re.compile(r"-?,? ?((?:[a-z]+[ ,]{1,2})*)$")
_OBJECTS = ("nsubj", "nsubjpass", "attr", "dobj", "pobj", "conj", "acomp", "npadvmod", "ROOT",
            "appos")
_NOT_COUNTS = ("date", "time", "ordinal", "identifier", "age")
_BLANKS = re.compile(r"\s+")


def phrase(quantity: Quantity, doc: "Doc") -> tuple[str | None, int]:
    """(text of the counted noun phrase or None, index of the token after it)."""
    after = quantity.last
    if after >= len(doc):
        return None, after
    if quantity.unit and quantity.form != "magnitude":
        return _measured(quantity, doc)
    if _PARENT.search(doc.text, max(0, quantity.start - 12), quantity.start):
        return "children", after
    following = [token.lower_ for token in doc[after:after + 2]]
    if following[0] == "of" or following[0] in words("numbers.before_of") and (
            following[1:] == ["of"]):
        return _after_preposition(doc, after + 1 + (following[0] != "of"))
    head = None if following[0] in words("numbers.not_counted") else _head(quantity, doc)
    return (None, after) if head is None else (_text(doc, after, head), head + 1)


def _measured(quantity, doc):
    """What a measured amount is of: "10 percent of the population", "€3 billion in aid"."""
    after = quantity.last
    word = doc[after].lower_
    if word != "of" and not (word == "in" and quantity.kind == "money") or (
            quantity.kind not in ("percent", "fraction", "money", "weight", "count", "area")):
        return None, after
    noun, end = _after_preposition(doc, after + 1)
    if word == "in" and (noun is None or not noun[0].islower()
                         or noun.split()[-1] in words("numbers.spans_of_time")):
        return None, after
    return noun, end if noun else after


def _head(quantity, doc):
    """The index of the head noun that follows the number, by the parse, or by the run of words
    before a noun's end."""
    after = quantity.last
    if doc[after].lower_ == "times":
        return after
    if (doc[after].text == "-" and after + 1 < len(doc) and doc[after + 1].is_alpha
            and not doc[after - 1].whitespace_):
        return after + 1
    for token in doc[quantity.first:quantity.last]:
        if token.dep_ not in ("nummod", "compound", "amod", "nmod", "quantmod", "det", "npadvmod",
                              "advmod"):
            continue
        head = token.head
        while head.dep_ in ("quantmod", "nummod") and head.i < after:
            head = head.head
        if 0 <= head.i - after < 7 and (head.tag_ in _NOUNS or _mistaken(token, head)) and all(
                (word.tag_ in _INNER or word.lower_ == "and") and not _dash(word)
                for word in doc[after:head.i]):
            return _extend(doc, head.i)
    return _run(doc, after)


def _run(doc, after):
    """The last noun of the words that may stand in a noun phrase after a number, or None."""
    noun = None
    for token in doc[after:after + 7]:
        if _joins_modifiers(token):
            continue
        if (token.tag_ not in _INNER or token.tag_ == "," or _dash(token)
                or token.is_sent_start and token.i > after):
            break
        if token.tag_ in _NOUNS:
            noun = token.i
        elif noun is not None and token.tag_ not in ("HYPH", "POS") and not _relates(token):
            break
    return noun


def _relates(token):
    """Whether a participle joins two nouns: "12 flood related deaths"."""
    doc, after = token.doc, token.i + 1
    return token.tag_ == "VBN" and after < len(doc) and doc[after].tag_ == "NNS"


def _joins_modifiers(token):
    """Whether a conjunction stands between two adjectives, or two names that narrow one plural
    noun: "printed and digital books", "Orvane and Tell boats"."""
    doc, position = token.doc, token.i + 1
    if token.tag_ != "CC" or not token.i or position >= len(doc):
        return False
    if {doc[token.i - 1].tag_, doc[position].tag_} <= {"JJ", "VBN"}:
        return True
    if doc[token.i - 1].tag_ != "NNP":
        return False
    while position < len(doc) and doc[position].tag_ == "NNP":
        position += 1
    return token.i + 1 < position < len(doc) and doc[position].tag_ == "NNS"


@cache
def _is_magnitude(word):
    return any(row["word"] == word and row["type"] == "plural" for row in rows("numerals.tsv"))


def _mistaken(token, head):
    """Whether a plural noun was tagged as a verb: "seven miniature statuettes"."""
    return token.dep_ == "nummod" and head.tag_ == "VBZ" and head.lower_.endswith("s") and (
        head.dep_ not in ("ROOT", "relcl", "ccomp"))


def _dash(token):
    return token.text in "-–—" and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _extend(doc, head):
    """A singular head noun gives way to the noun right after it: the parse may stop inside a
    compound ("11 tent camps")."""
    while head + 1 < len(doc) and doc[head].tag_ in ("NN", "NNP",
                                                     "NNPS") and doc[head + 1].tag_ in ("NN",
                                                                                        "NNS"):
        head += 1
    return head


def _after_preposition(doc, start):
    """(the noun phrase after a preposition, without its determiner, or None; the index of the
    token after it)."""
    noun, position, number = None, start, start
    for position, token in enumerate(doc[start:start + 9], start):
        inner = token.tag_ in _DETERMINERS or token.tag_ in _INNER and token.tag_ != ","
        if token.text[0].isdigit() or number == position > start and (
                not doc[position - 1].whitespace_ and token.is_alpha):         # "4.3M"
            number = position + 1
        elif token.tag_ in _NOUNS:
            noun = position
        elif token.tag_ == "POS":
            noun = None
        elif token.tag_ != "HYPH" and (noun is not None or not inner) and not (
                _joins_modifiers(token)):
            break
    else:
        position += 1
    if noun is None and start < min(position,
                                    len(doc)) and doc[position - 1].tag_ in ("JJ", "VBN") and (
            doc[start].lower_ in ("the", "its", "their")):
        noun = position - 1
    if noun is None:
        return None, start
    if doc[noun + 1:noun + 2].text == "of" and _is_magnitude(doc[noun].lower_):
        return _after_preposition(doc, noun + 2)                        # "one of dozens of boats"
    first = number if number <= noun else start
    while first < noun and (doc[first].tag_ in _DETERMINERS or doc[first].tag_ == "CD"):
        first += 1
    return _text(doc, first, noun), noun + 1


def _text(doc, first, head):
    while first < head and (doc[first].lower_ in words("numbers.skipped_before_noun")
                            or doc[first].tag_ in ("HYPH", "``", "''", ",")):
        first += 1
    text = "".join(token.text_with_ws for token in doc[first:head + 1])
    return _BLANKS.sub(" ", text).strip(" -–“”\"'’,") or None


def recover(quantity: Quantity, earlier: list[Quantity], doc: "Doc") -> None:
    """Give a bare count the noun (and the base of the rate) of the nearest earlier count, or
    people where the verb says so."""
    token = doc[quantity.last - 1]
    earlier = [one for one in earlier[-6:] if one.kind not in _NOT_COUNTS]
    previous = quantity.linked if quantity.linked in earlier else earlier[-1] if earlier else None
    if previous and (previous is quantity.linked or previous.unit
                     and _carries_on(quantity, previous, doc)):
        quantity.unit, quantity.kind, quantity.per, quantity.counted = (
            previous.unit, previous.kind, quantity.per or previous.per, previous.counted)
        return
    if own := _sized(token) or _changing(token):
        quantity.counted = own
        return
    if token.dep_ not in _OBJECTS:
        return
    for previous in reversed(earlier[-4:]):
        if (previous.kind in ("count", "rate") and previous.counted and not previous.unit
                and "score" not in previous.notes):
            if sum(token.is_sent_start for token in doc[previous.last:quantity.first + 1]) > 1:
                break
            quantity.counted, quantity.per = previous.counted, quantity.per or previous.per
            return
    if token.dep_ in ("nsubj", "nsubjpass",
                      "dobj") and token.head.lemma_.lower() in words("numbers.happens_to_people"):
        quantity.counted = "people"


def _sized(token):
    """The noun that "of" and a bare number give the size of ("a workforce of 12,800"), or None."""
    of = token.head
    if (token.dep_ == "pobj" and of.lower_ == "of"
            and of.head.lemma_.lower() in words("numbers.sized_by_of")):
        return of.head.lower_
    return None


def _changing(token):
    """What rises or falls to or from a bare number: "Derailments fell 9 %, to 1,021 from 1,122";
    or None."""
    link = token.head
    if token.dep_ != "pobj" or link.lower_ not in ("to", "from"):
        return None
    verb = link.head.head if link.head.dep_ == "prep" else link.head
    if directions().get(verb.lemma_.lower()) is None:
        return None
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or subject.tag_ != "NNS" or subject.n_rights:
        return None
    return _text(token.doc, subject.left_edge.i, subject.i).lower()


def ahead(quantities: list[Quantity], doc: "Doc") -> None:
    """Give bare counts the noun of the count that ends their series: "four- and six-cylinder", "3
    or at most 5 boats"."""
    for quantity, following in reversed(list(zip(quantities, quantities[1:]))):
        if (quantity.kind != "count" or quantity.unit or "score" in quantity.notes
            or not following.counted
                or following.kind != "count" or following.unit):
            continue
        series = _SERIES.match(doc.text[quantity.end:following.start])
        if series and set(re.findall("[a-z]+", series[1])) <= words("numbers.series") and (
                quantity.counted is None or doc.text[quantity.end] == "-"):
            quantity.counted = following.counted


def _carries_on(quantity, previous, doc):
    """Whether a bare number goes on from a measured one: "from 90 tonnes … to 55", "30 million
    crowns, of which 12 million"."""
    if any(token.is_sent_start
           for token in doc[previous.last:quantity.first
                            + 1]) or quantity.linked or not quantity.first:
        return False
    before = doc[quantity.first - 1]
    if (previous.kind == "percent" and before.lower_ == "to"
            and doc[previous.first - 1].lower_ != "from"):
        return False
    if previous.kind == "money" and quantity.form == "digits" and "which" in [
            token.lower_
            for token in doc[previous.last:quantity.first]] and quantity.last < len(doc) and (
            doc[quantity.last].pos_ != "NOUN"):
        return True                                                   # "£4.2m, of which 2.5 went …"
    if quantity.scale > 1:
        return previous.kind == "money" and previous.scale > 1 and before.lower_ in (
            words("numbers.carries_on"))
    return (previous.kind != "duration" and before.lower_ in ("to", "from", "by")
            and directions().get(before.head.lemma_.lower()) is not None)

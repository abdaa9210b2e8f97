"""Words that look like numbers and are none, and numbers that are names: idioms ("in the first
place"), names ("Ground Zero", "Long March 4C"), identifiers ("Article 5",
"G7", "the S&P 500", "a 737 Max")."""
import re
from functools import cache
from typing import TYPE_CHECKING

from analysis.lexicons import rows, words
from analysis.numbers import codes
from analysis.numbers.quantity import Quantity
from analysis.numbers.words import UNITS
from analysis.syntax import in_front, top

if TYPE_CHECKING:
    from analysis.text.tokens import Doc

_GLUED = re.compile(r"[A-Za-z][A-Za-z.&]*-?$")
_AFTER_HYPHEN = re.compile(r"\b([A-Z]{3,}) -$")            # "COVID -19"
_ROW = re.compile(r"\b([a-z]+) \d+ (?:of|/) $")                # "Image 2 of 8"
_LISTED = re.compile(rf"\b([a-z]+)s ((?:(?:\d+|{'|'.join(UNITS)})(?:,| and|, and| or) )*)$")
_IN_LIST = re.compile(r"(?:,| and|, and| or) \d")
_STREET = re.compile(r" (?:(?:[A-Z][\w’'.]*|\d+(?:st|nd|rd|th)) ){1,3}"
                     r"([A-Z][a-z]+)\b(?! [a-z]+s\b)")
_MODEL = re.compile(r"\b[A-Z]{2,5} $")       # "an ATR 72-500"
_RANK = re.compile(r"(?:#|№|\bnos?\. ?|\bnumber |(?<=[a-z,;:] )(?-i:No) )$", re.I)
_ARTICLE = re.compile(r"\ban? $")
_PLACED = re.compile(r"\b(\w+)(?: \w+){0,4} at (?:a new )?$")           # "entered the chart at 15"
_LABEL = re.compile(r"\b(?:last|final|top|bottom)-$")
_RANKED = re.compile(r"\bthe (\w+) $")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"([a-z]+) $"), re.compile(r" ([a-z]+)\b")


@cache
def _idioms():
    found = {}
    for row in rows("not_numbers.tsv"):
        before, _, rest = row["phrase"].partition("_")
        word, _, after = rest.partition("_")
        found.setdefault(word, []).append((before, after))
    return found


def is_idiom(quantity: Quantity, lower: str) -> bool:
    """Whether the number stands in one of the fixed phrases of `not_numbers.tsv`."""
    return any(lower.endswith(before, 0, quantity.start) and lower.startswith(after, quantity.end)
               and not (before and lower[quantity.start - len(before) - 1:
                                         quantity.start - len(before)].isalnum())
               for before, after in _idioms().get(lower[quantity.start:quantity.end], ()))


def enumerates(quantity: Quantity, doc: "Doc") -> bool:
    """Whether a word counts off points: "Two, mend the wall."."""
    return (quantity.form == "words" and 1 <= quantity.low <= 12 and not quantity.unit
            and doc[quantity.first].is_sent_start is True
            and doc[quantity.last:quantity.last + 1].text in (",", ":"))


def is_name(quantity: Quantity, text: str, doc: "Doc") -> bool:
    """Whether a numeral belongs to a name: "Ground Zero", "BBC One", "Thirty Years' War"."""
    if (quantity.form not in ("words", "ordinal") or quantity.kind or "article" in quantity.notes
            or not text[quantity.start].isupper()):
        return False
    before = doc[quantity.first - 1] if quantity.first else None
    after = doc[quantity.last] if quantity.last < len(doc) else None
    led = doc[max(quantity.first - 2, 0):quantity.first]
    if len(led) == 2 and led[1].lower_ == "of" and led[0].pos_ == "PROPN" and (
            led[0].text[0].isupper()):
        return True                                                   # "the Gang of Eight"
    starts = before is None or doc[quantity.first].is_sent_start or not (
        before.text[0].isalnum() or before.text in ("-", ",")
        or before.tag_ in ("POS", "''") and after is not None
        and after.tag_ in ("NNPS", "NNS") and in_front(after))        # "Tern's Six Nations loss"
    if (before is not None and before.text[0].isupper() and before.is_alpha and not starts
            and (not before.is_sent_start or before.text.isupper() and len(before) > 1)):
        return True
    return not starts and after is not None and after.text[:1].isupper() and after.is_alpha


def is_fraction(quantity: Quantity, text: str, lower: str, doc: "Doc") -> bool:
    """Whether a fraction word is one: "a third of", "half the", but not "a third man", "half
    past"."""
    after = lower[quantity.end:quantity.end + 14]
    if quantity.notes & {"hyphen", "slashed"} or not text[quantity.start].isalpha():
        return not re.match(r"-\w+ed\b", after)
    if "plural" in quantity.notes:
        return not after.startswith("-")
    word, before = lower[quantity.start:quantity.end], _WORD_BEFORE.search(lower[max(0,
            quantity.start - 9):quantity.start])
    said, following = before[1] if before else "", _WORD_AFTER.match(after)
    follows = following[1] if following else ""
    ends = bool(re.match(r"[.,;:)]| \(\d", after))
    if word == "half":
        top = said in ("top", "bottom") and follows != "of"
        fits = ends or follows in words("numbers.half_of") | {"in", "all"}
        return fits and not top and said not in words("numbers.half_not_after")
    if "quarter" in word:
        return not word.startswith("one ") and (ends or follows in words("numbers.quarter_of"))
    if after.startswith(("-", " in as many ")) or quantity.last < len(doc) and (
            doc[quantity.last].tag_ in ("NN", "NNS", "NNP")):
        return False
    since = re.match(r" to (?:an? |one|two|three|half|\d)", after)
    return (ends or bool(since) or not after or said in words("numbers.measured_before")
            or follows in words("numbers.fraction_of"))


def identifies(quantity: Quantity, text: str, lower: str, doc: "Doc", reached: int) -> bool:
    """Whether a number is an identifier, which then takes in its noun: "Article 5", "No. 10",
    "G7", "iPhone 11".

    reached: the end of the quantity before it, whose noun it leaves alone ("3 day 3").
    """
    before = text[max(reached, quantity.start - 24):quantity.start]
    digits = quantity.form == "digits"
    if quantity.form in ("digits",
                         "score") and not quantity.unit and (street := _STREET.match(text,
                                 quantity.end)) and (
            street[1].lower() in words("numbers.streets")):
        return True
    if quantity.modifier == "range" and not quantity.kind and _MODEL.search(before) and "-" in text[
            quantity.start:quantity.end]:
        return True
    owned = quantity.first > 1 and doc[quantity.first - 1].tag_ == "POS"     # "Poor's 500"
    index = doc[quantity.first - 1 - owned] if quantity.first else None
    if (digits and not quantity.kind and index and index.text[0].isupper()
            and index.lower_ in words("numbers.indexes")):
        quantity.start = index.idx
        return True
    if _lettered(quantity, text, doc) or _classed(quantity, doc) or digits and (
            codes.is_label(quantity, before, text)):
        return True
    rank = digits and _RANK.search(before)
    if rank and quantity.modifier == "range" and not quantity.kind:        # "No. 14-915"
        quantity.start -= len(before) - rank.start()
        return True
    if (quantity.kind or quantity.scale > 1 or quantity.modifier == "range"
            or quantity.form not in ("digits", "words")):
        return False
    after = doc[quantity.last:quantity.last + 1]
    if before.endswith("No ") and doc[quantity.first - 1].is_sent_start and (
            after and after[0].tag_ in ("POS", "MD", "VBD", "VBZ")):
        return True                                                   # "No 10 declined"
    if _ranked(quantity, before.lower(), doc) or _stands_alone(quantity, before, doc):
        return True
    if digits and _is_model(quantity, doc):
        return True
    if digits and (glued := _glued(quantity, before, text)):
        quantity.start -= len(glued)
        return True
    if rank := _RANK.search(before) or _LABEL.search(before):
        quantity.start -= len(before) - rank.start()
        return True
    series = _LISTED.search(lower, max(0, quantity.start - 40), quantity.start)
    if series and series[1] in words("identifier_nouns.txt") and not _counts_on(
            quantity, doc) and (series[2] or digits and _IN_LIST.match(lower, quantity.end)):
        return True                                                   # "stages 1, 3 and 4"
    row = _ROW.search(lower, max(0, quantity.start - 24), quantity.start)
    if row and row[1] in words("numbers.rows_of_things"):
        return True
    plain = digits and not quantity.places and "," not in text[quantity.start:quantity.end]
    listed = not quantity.start and doc[quantity.last:quantity.last + 1].text and (
        doc[quantity.last].ent_type_ == "PERSON")                     # "1 Ana Brell"
    if plain and (quantity.low > 3 or listed) and (_names(quantity, doc)
                                                   or _nested(quantity, doc)):
        return True
    return (_follows_name(quantity, text, lower, doc, reached, plain)
            or plain and codes.is_counter(quantity, text))


def _classed(quantity, doc):
    """Whether a number names a class: "an 18-rated film", "the two-seeded player"."""
    joined = doc[quantity.last:quantity.last + 2]
    return (len(joined) == 2 and joined[0].text == "-"
            and joined[1].lower_ in words("numbers.classed"))


def _lettered(quantity, text, doc):
    """Whether digits with a letter of degree belong to a name: "Sea Lark 4C"."""
    written = text[quantity.start:quantity.end]
    if quantity.kind != "temperature" or not written.isalnum() or quantity.first < 2:
        return False
    previous = doc[quantity.first - 1]
    if previous.pos_ != "PROPN" or not previous.text[0].isupper() or previous.is_sent_start:
        return False
    quantity.start, quantity.unit = previous.idx, None
    return True


def _ranked(quantity, before, doc):
    """Whether a number without a noun is a place in an order: "the bottom three", "the last
    16"."""
    said = _RANKED.search(before)
    return bool(said) and said[1] in words("numbers.ranked_before") and (
        quantity.last >= len(doc) or doc[quantity.last].pos_ in (
            "ADP", "PUNCT", "AUX", "CCONJ", "SCONJ")
        and doc[quantity.last].text not in ("-", "%") and doc[quantity.last].lower_ != "of")


def _stands_alone(quantity, before, doc):
    """Whether a number that nothing follows is a model or part of a name: "flew on a 737", "the
    Group of 20"."""
    if _counts_on(quantity, doc) or quantity.last < len(doc) and (
            doc[quantity.last].pos_ in ("NOUN", "PROPN", "ADJ")):
        return False
    if quantity.form == "digits" and quantity.low >= 100 and _ARTICLE.search(before):
        return True
    placed = _PLACED.search(before.lower())
    if placed and words("numbers.charted") & set(placed[0].split()) or quantity.first and (
            doc[quantity.first - 1].lower_ in words("numbers.classed")):       # "ranked 134"
        return True
    of = doc[max(quantity.first - 2, 0):quantity.first]
    return (len(of) == 2 and of[1].lower_ == "of" and of[0].pos_ == "PROPN"
            and of[0].text[0].isupper() and not of[0].is_sent_start)


def _glued(quantity, before, text):
    """The name that a number is glued to ("G7", "Zephyr-2", "Covid-19", "COVID -19"), or None."""
    if hyphen := _AFTER_HYPHEN.search(before):
        return hyphen[0]
    glued = _GLUED.search(before)
    if not glued:
        return None
    name = glued[0]
    if name[-1] != "-":
        return name
    small = (quantity.low < 100 and name[1:-1].isalnum()
             and name.lower()[:-1] not in words("numbers.calendar")
             and not text.startswith(("-", "–", " to "), quantity.end))
    return name if name[0].isupper() and (len(name) < 7 or small) else None


def _follows_name(quantity, text, lower, doc, reached, plain):
    """Whether a number belongs to the noun or name before it: "page 9", "Apollo 11", "the Big
    12"."""
    previous = doc[quantity.first - 1] if quantity.first else None
    if (previous is None or previous.idx < reached or lower[quantity.start - 1] not in " -"
            or "," in text[quantity.start:quantity.end]):
        return False
    following = doc[quantity.last] if quantity.last < len(doc) else None
    counts = following is not None and not _within_name(quantity, previous, doc) and (
        following.tag_ in ("NNS", "JJ", "JJR", "CD", "NN") and following.text[0].islower()
        or _counts_on(quantity, doc))
    if (previous.lower_.rstrip(".") in words("identifier_nouns.txt")
        and previous.tag_ in ("NN", "NNP", "JJ", "VB", "VBP")
            and not (counts and following.tag_ == "NNS")):
        quantity.start = previous.idx
        return True
    name = re.sub("[&’']", "", previous.text)
    first = previous.is_sent_start and not previous.text.isupper() and not (
        following is not None and (                     # "Radio 2 said", "Tern 2 and …"
            previous.tag_ in ("NN", "NNP") and (following.tag_ == "POS"
                                                    or following.pos_ in ("VERB", "AUX"))
            or previous.pos_ == "PROPN" and following.pos_ == "CCONJ"))
    product = (plain and name.isalpha() and previous.text != previous.lower_ and not first
               and previous.lower_ not in words("numbers.calendar")
               and previous.pos_ not in ("VERB", "ADP", "DET"))
    if product and not (counts and following.tag_ != "NN"):
        quantity.start = previous.idx
        return True
    return False


def _is_model(quantity, doc):
    """Whether a number without a comma names a model: one of a thing that is singular ("her 7610
    phone"), or one that owns something ("the 7610's screen")."""
    after = doc[quantity.last:quantity.last + 2]
    if quantity.low < 100 or not quantity.first or not len(after) or not (
            doc[quantity.first].text.isdigit() and doc[quantity.first - 1].tag_ in ("DT", "PRP$")):
        return False
    singular = after[0].tag_ == "NN" and after[0].lower_ not in (
        words("numbers.singular_of_many") | words("numbers.measured_singly"))
    return after[0].tag_ == "POS" or singular and (len(after) < 2 or not (
        after[1].tag_.startswith("NN") or after[1].text in "-&"))


def _within_name(quantity, previous, doc):
    """Whether a name stands before the number in the noun phrase of what it would count: "the Tern
    2 phones", "Harbour News 24 political reporter"."""
    noun = top(doc, quantity.first, quantity.last).head
    if not previous.text[0].isupper() or noun.i < quantity.last:
        return False
    led = previous
    while led.i and (led.pos_ == "PROPN" or led.text[0].isupper() or led.tag_ == "JJ"):
        led = led.nbor(-1)
        if led.tag_ in ("DT", "PRP$"):
            break
    return (led.tag_ in ("DT", "PRP$") and led.head.i == noun.i
            or noun.tag_ == "NN" and quantity.low > 1 and previous.pos_ == "PROPN"
            and doc[quantity.last].tag_ == "JJ")


def _counts_on(quantity, doc):
    """Whether a plural noun follows in the same noun phrase: "12 New Delhi schools"."""
    for token in doc[quantity.last:quantity.last + 3]:
        if token.tag_ in ("NNS", "NNPS") and token.is_alpha:
            return True
        if token.pos_ in ("ADP", "VERB", "AUX", "PUNCT", "CCONJ", "DET", "PRON"):
            return False
    return False


def _names(quantity, doc):
    """Whether the capitalised words after a number end in a singular name: "12 Weir Road", "787
    Dreamliner"."""
    position = quantity.last
    while position < len(doc) and doc[position].text[0].isupper() and doc[position].tag_ in ("NNP",
            "NN", "JJ"):
        position += 1
    if (position == quantity.last or position - quantity.last > 4
            or doc[position - 1].tag_ != "NNP" or doc[position - 1].text[-1] == "s"):
        return False
    return position == len(doc) or doc[position].tag_ not in ("NNS", "NN", "NNPS", "POS", "HYPH",
                                                              "JJ", "CC", "CD", "NNP")


def _nested(quantity, doc):
    """Whether a number stands inside what another one counts: "two new 737 Max jets", "a 747
    jet"."""
    if quantity.low < 100 or quantity.last >= len(doc) or doc[quantity.last].pos_ not in ("NOUN",
                                                                                          "PROPN"):
        return False
    position = quantity.first - 1
    while position >= 0 and doc[position].pos_ == "ADJ":
        position -= 1
    return position >= 0 and doc[position].tag_ == "CD" and doc[position].text.isalpha()

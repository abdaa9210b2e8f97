"""When "one" counts: the numeral ("one of the two engines failed"), the pronoun ("the one they
wanted"), which is no number, and the word that singles out and counts nothing ("one of the best",
"one day", "one witness said", "one reason"), which is a numeral to grammar and no figure to a
reader who checks figures; as is the end of a rank ("the top 10") and a number in a name."""
import re
from typing import TYPE_CHECKING

from analysis import syntax
from analysis.attribution import cues
from analysis.lexicons import words
from analysis.numbers.quantity import Quantity
from analysis.numbers.words import UNITS

if TYPE_CHECKING:
    from analysis.text.tokens import Doc, Token

_SET = re.compile(r" of (?:(?:them|us|you|it|which|whom|the above)\b"
                  r"|(?:these|those)\b(?! [a-z]+s\b))")
_ONE_SHARE = re.compile(r" (?:or (?:more|two)|more|fewer|less|out of|too many|"
                        rf"in (?:\d|(?:{'|'.join(UNITS)})\b))\b")
_ONE_ENDS = re.compile(r"[’']s?\b|-to-one|self|[.,;:!?)”]|$")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"([a-z]+) $"), re.compile(r" ([a-z]+)\b")


def is_pronoun(quantity: Quantity, lower: str, doc: "Doc") -> bool:
    """Whether "one" is a pronoun: it is a numeral only before what it counts, before "of" a set,
    or in an expression."""
    if (lower[quantity.start:quantity.end] != "one" or quantity.unit or quantity.linked
            or quantity.modifier == "range"):
        return False
    after = lower[quantity.end:quantity.end + 40]
    if after.startswith(" of "):
        before = _WORD_BEFORE.search(lower[max(0, quantity.start - 12):quantity.start])
        said = before[1] if before else ""
        return (bool(_SET.match(after))
                or said in words("numbers.one_before") and said not in ("first", "only"))
    if _ONE_SHARE.match(after):
        return False
    following = _WORD_AFTER.match(after)
    if _ONE_ENDS.match(after) or following and following[1] in words("numbers.one_after"):
        return True
    token = doc[quantity.first]
    if token.i > 1 and token.nbor(-1).tag_ == "JJ" and token.nbor(-2).tag_ == "DT" and (
            doc[quantity.last:quantity.last + 1].text.istitle()):
        return True                                              # "a separate one Brell filed"
    return not _counts(token) and (quantity.last >= len(doc) or doc[quantity.last].pos_ not in (
        "NOUN", "ADJ", "PROPN", "NUM"))


def _counts(number):
    """Whether a number stands before the noun that it counts."""
    return syntax.in_front(number) and number.head.i > number.i


def ranks(number: "Token") -> bool:
    """Whether a number says how far a rank goes and counts nothing: "in the top 10", "a top 10
    hit", "two top 10 albums"."""
    if number.i < 2 or number.nbor(-1).lower_ != "top":
        return False
    led = number.doc[max(number.i - 3, 0):number.i - 1]            # "two US top 10 albums"
    return led[-1].tag_ not in ("DT", "PRP$", "POS", "JJ") or led[-1].lower_ in ("a", "an") or any(
        token.tag_ == "CD" for token in led) or not _counts(number)


def in_name(number: "Token") -> bool:
    """Whether a number in words begins a name behind its owner: "Tarn's Nine News"."""
    doc, after = number.doc, number.i + 1
    return (number.text.istitle() and after < len(doc) and doc[after].text[0].isupper()
            and number.i > 0 and number.nbor(-1).tag_ == "POS")


def singles_out(one: "Token") -> bool:
    """Whether the numeral "one" picks somebody or something out and counts nothing."""
    of = syntax.preposition(one)
    if of is not None and of.lower_ == "of" and of.i == one.i + 1:
        return _member(one, of)
    noun = one.head if _counts(one) else None
    if noun is None:
        return False
    if noun.lemma_ in words("numbers.singled_out"):
        return True
    before = one.nbor(-1).lower_ if one.i else ""
    after = noun.nbor(1).lower_ if noun.i + 1 < len(noun.doc) else ""
    if before in words("numbers.sole") | words("numbers.counts_one"):
        return False
    if noun.lemma_ in words("numbers.moments"):
        placed = (one.i > 0 and one.nbor(-1).tag_ == "MD"
                  or syntax.is_adverbial(noun) and noun.head.lemma_ not in words("numbers.lasts")
                  or syntax.after_preposition(noun) and noun.head.lower_ in ("at", "on"))
        return placed and after not in words("numbers.not_rate_after")
    return (one.nbor(1).lower_ in ("such", "other") or before in words("numbers.one_pointed_at")
            or _tells(noun) or syntax.is_complement(noun) and syntax.expletive(noun.head) is None)


def _member(one, of):
    """Whether "one of" a set says what somebody or something is, and not how many: the set is
    ranked or open, and no number says how large it is."""
    whole = syntax.object_of(of)
    if whole is None or whole.like_num or any(part.like_num for part in syntax.numerals(whole)):
        return False
    if whole.tag_ == "NNP":                                       # "books, one of Tarn"
        return True
    between = one.doc[of.i + 1:whole.i + 1]
    ranked = any(token.tag_ in ("JJS", "RBS") or token.lower_ in words("numbers.ranks_a_set")
                 for token in between)
    return (ranked or syntax.is_complement(one) or syntax.is_apposition(one)
            or whole.lemma_ in words("numbers.singled_out") or _tells(one)
            or syntax.after_preposition(one) and one.head.lower_ == "as")


def _tells(token):
    """Whether a token is who speaks: "one witness said"."""
    says = syntax.role(token) == "subject" and token.head.tag_.startswith("VB")
    known = cues.entry(token.head) if says else None
    return known is not None and known.scope == "speech"

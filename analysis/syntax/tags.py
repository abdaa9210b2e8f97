"""What a token really is where its tag is mistaken, as often behind a number."""
from typing import TYPE_CHECKING

from analysis.lexicons import words
from analysis.syntax.parts import numerals
from analysis.syntax.relations import heads_clause, in_front

if TYPE_CHECKING:
    from analysis.text.tokens import Token

_NOUNS = ("NN", "NNS", "NNP", "NNPS")


def tag_behind_number(token: "Token", after: int, many: bool) -> str:
    """The tag that a token near a number deserves; after: the index of the first token behind the
    number; many: whether no singular noun can be what it counts.

    | tagged | is really                                                           |
    |--------|---------------------------------------------------------------------|
    | NN     | VBD where an object follows: "the 25-year-old set a record"          |
    | VBN    | VBD before a noun that is not counted: "more than 20 followed suit"  |
    | VBD    | VBN within a noun phrase: "the 12 worst hit towns", "hard-earned"    |
    | IN     | AFX of a noun that it is joined to: "three early by-elections"       |
    | VBZ    | NNS where a number counts it: "seven miniature statuettes"           |
    """
    doc, tag = token.doc, token.tag_
    following = doc[token.i + 1:token.i + 3]
    tags = [one.tag_ for one in following] + ["", ""]
    if many and token.i == after and (
            tag == "NN" and tags[0] in ("DT", "PRP$")
            or tag in ("VBD", "VBN") and tags[0] == "NN" and tags[1] not in _NOUNS
            and following[0].lower_ not in words("numbers.singular_of_many")
            | words("numbers.measured_singly")):
        return "VBD"
    if tag == "VBD" and (in_front(token) or token.i > after and (
            hyphened(token) or tags[0] == "NNS" and token.nbor(-1).tag_ in ("JJS", "RBS"))):
        return "VBN"
    if tag == "IN" and tags[0] == "HYPH" and tags[1] in _NOUNS and not token.whitespace_:
        return "AFX"
    plural = tag == "VBZ" and token.lower_.endswith("s") and not heads_clause(token)
    return "NNS" if plural and numerals(token) else tag


def hyphened(token: "Token") -> bool:
    """Whether a word is joined to the one before it: "up" in "dial-up users"."""
    return token.i > 0 and token.nbor(-1).tag_ == "HYPH" and not token.nbor(-1).whitespace_

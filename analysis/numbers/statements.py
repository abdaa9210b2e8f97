"""How the clause around a number states it: negated, conditional, in the future; and which way a
change goes."""
from functools import cache
from typing import TYPE_CHECKING

from analysis.lexicons import rows, words
from analysis.numbers.quantity import Quantity
from analysis.syntax import child, children, clause, negated, top

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CHANGED = {"dobj", "npadvmod", "prep", "advmod", "nummod", "compound", "pobj", "amod", "quantmod",
            "attr", "nmod"}

_ATTRIBUTES = {"compound", "nmod", "amod", "nummod"}


@cache
def directions() -> dict[str, str]:
    """{lemma: "up" or "down"} of the words of change in `change_words.tsv`."""
    return {row["lemma"]: row["direction"] for row in rows("change_words.tsv")}


def modes(verb: "Token") -> tuple[bool, bool, bool]:
    """(negated, conditional, future) of the clause that a verb heads, its governing verbs of
    planning included."""
    conditional = future = False
    for part in verb.children:
        word, helper = part.lower_, part.dep_ == "aux"
        if helper and word in ("would", "’d", "'d") and _reported(verb):
            future = True
        else:
            conditional |= word in words("numbers.conditional") and part.dep_ in ("aux", "mark")
        future |= helper and word in words("numbers.future")
    governor = verb.head
    if verb.dep_ in ("conj", "xcomp") and governor.i != verb.i:
        auxiliaries = {child.lower_ for child in children(governor, "aux", "mark")}
        future |= bool(auxiliaries & words("numbers.future"))
        conditional |= bool(auxiliaries & words("numbers.conditional"))
    to = any(part.lower_ == "to" for part in verb.children)
    # "expects to", "is to be held"
    future |= to and governor.i != verb.i and (
        verb.dep_ == "xcomp" and (governor.lemma_ in words("numbers.plans")
                                  or governor.lemma_ == "be"))
    future |= verb.tag_ == "VBN" and verb.lemma_ in words("numbers.planned")
    conditional |= any(grand.lower_ == "if" for child in children(verb, "advcl")
                       for grand in child.children)
    return negated(verb), conditional, future


def _reported(verb):
    """Whether "would" is the "will" of reported speech: "she said the gate would close"."""
    while verb.dep_ in ("conj", "xcomp") and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN")


def direction(quantity: Quantity, doc: "Doc") -> str | None:
    """"up", "down" or None: "rose by a third", "a 5 per cent fall", "1,500 more", "one fewer"."""
    following = [token.lower_ for token in doc[quantity.last:quantity.last + 2]]
    if following and (word := following[0]) in words("numbers.more_or_less"):
        degree = word == "less" and doc[quantity.last + 1:quantity.last + 2].text and (
            doc[quantity.last + 1].tag_ in ("JJ", "RB", "VBN"))      # "seven less costly boats"
        if not degree and (following[1:] not in (["of"], ["than"]) or word in ("higher", "lower")):
            return "down" if word in ("fewer", "less", "lower") else "up"
    token = top(doc, quantity.first, quantity.last)
    label = token.dep_
    for _ in range(4):
        head = token.head
        if head.i == token.i:
            break
        lemma = head.lemma_.lower()
        changes = head.pos_ == "VERB" or head.pos_ == "NOUN" and (
            lemma not in words("numbers.changes_as_verb_only"))
        way = directions().get(lemma) if changes else None
        if (quantity.kind == "money" and lemma in words("numbers.collects")
                and (label == "dobj" or child(head, "dobj") is None)):
            return None
        if not way and quantity.unit and label in _ATTRIBUTES and head.i >= quantity.last:
            break                                                     # "added a 36-yard goal"
        if way and label in _CHANGED:
            other = label == "prep" and (head.lemma_ == "add" or head.lemma_ == "lose" and not any(
                one.like_num for one in doc[head.i:quantity.first]))
            # "add your name to millions", "lost to them by 3 points"
            if not other and (label != "prep" or token.lower_ in words("numbers.change_by")):
                return None if token.lower_ == "from" else way
        if head.pos_ in ("VERB", "AUX"):
            break
        token, label = head, head.dep_
    last = doc[max(quantity.first - 1, 0)]
    if last.dep_ == "prt" and last.head.lemma_ in words("numbers.up_or_down_without_change"):
        return None                                                   # "made up 46 percent"
    last = doc[max(last.i - (last.lower_ == "by"), 0)]                # "was up by 1.2%"
    before = last.lower_ if quantity.first else ""
    points = (quantity.counted or "").endswith(("point", "points"))
    return before if before in ("up", "down") and (quantity.kind in ("percent", "money")
                                                   or points) else None


def of_clause(token: "Token") -> tuple[bool, bool, bool]:
    """(negated, conditional, future) of the clause that a token stands in."""
    return modes(clause(token))

"""How the clause around a number states it: negated, conditional, in the future; and which way a
change goes."""
from functools import cache
from typing import TYPE_CHECKING

from analysis import syntax
from analysis.lexicons import rows, words
from analysis.numbers.quantity import Quantity

if TYPE_CHECKING:
    from analysis.text.tokens import Doc, Token


_FEW = 100        # "four more goals" are no change, "100,000 more jobs" are
_THAN = 6        # tokens behind "more" in which "than" may follow


@cache
def directions() -> dict[str, str]:
    """{lemma: "up" or "down"} of the words of change in `change_words.tsv`."""
    return {row["lemma"]: row["direction"] for row in rows("change_words.tsv")}


def modes(verb: "Token") -> tuple[bool, bool, bool]:
    """(negated, conditional, future) of the clause that a verb heads, its governing verbs of
    planning included."""
    conditional = future = False
    for part in verb.children:
        word, helper = part.lower_, syntax.is_auxiliary(part)
        if helper and word in ("would", "’d", "'d") and _reported(verb):
            future = True
        else:
            conditional |= (helper or syntax.opens_clause(part)) and (
                word in words("numbers.conditional"))
        future |= helper and word in words("numbers.future")
    governor = verb.head
    if syntax.goes_on(verb):
        auxiliaries = {part.lower_ for part in governor.children
                       if syntax.is_auxiliary(part) or syntax.opens_clause(part)}
        future |= bool(auxiliaries & words("numbers.future"))
        conditional |= bool(auxiliaries & words("numbers.conditional"))
    to = any(part.lower_ == "to" for part in verb.children)
    # "expects to", "is to be held"
    future |= to and governor.i != verb.i and (
        syntax.is_open_complement(verb) and (governor.lemma_ in words("numbers.plans")
                                 or governor.lemma_ == "be"))
    future |= verb.tag_ == "VBN" and verb.lemma_ in words("numbers.planned")
    conditional |= any(grand.lower_ == "if" for child in syntax.adverbial_clauses(verb)
                       for grand in child.children)
    return syntax.negated(verb), conditional, future


def _reported(verb):
    """Whether "would" is the "will" of reported speech: "she said the gate would close"."""
    while syntax.goes_on(verb):
        verb = verb.head
    return syntax.is_content(verb) and verb.head.tag_ in ("VBD", "VBN")


def direction(quantity: Quantity, doc: "Doc") -> str | None:
    """"up", "down" or None: "rose by a third", "a 5 per cent fall", "1,500 more", "one fewer"."""
    if way := _compared(quantity, doc):
        return way
    token = syntax.top(doc, quantity.first, quantity.last)
    compound = doc[quantity.last:quantity.last + 1].text == "-" and (
        not doc[quantity.last - 1].whitespace_)                       # "advance a two-state plan"
    for _ in range(4):
        head = token.head
        if head.i == token.i:
            break
        lemma = head.lemma_.lower()
        times = not quantity.unit and syntax.in_front(token) and head.tag_ == "NNS"    # "six jumps"
        changes = head.pos_ == "VERB" and not compound or head.pos_ == "NOUN" and not times and (
            lemma not in words("numbers.changes_as_verb_only"))
        way = directions().get(lemma) if changes else None
        if way and (quantity.counted or "").endswith("times") or lemma == "lose" and (
                (quantity.counted or "").split(" ")[-1] in words("numbers.contests")):
            return None                                               # "lost their three matches"
        if quantity.kind == "money" and (
                lemma in words("numbers.collects")
                and (syntax.is_direct_object(token) or syntax.direct_object(head) is None)
                or lemma in words("numbers.puts_money_in")
                and any(part.lower_ == "into" for part in syntax.prepositions(head))):
            return None
        if not way and quantity.unit and head.i >= quantity.last and (
                syntax.in_front(token) and not syntax.qualifies(token)):
            break                                                     # "added a 36-yard goal"
        if way and syntax.is_amount(token):
            by = syntax.is_preposition(token)
            other = by and (head.lemma_ == "add" or head.lemma_ == "lose" and not any(
                one.like_num for one in doc[head.i:quantity.first]))
            # "add your name to millions", "lost to them by 3 points"
            if not other and (not by or token.lower_ in words("numbers.change_by")):
                return None if token.lower_ == "from" else way
        if head.pos_ in ("VERB", "AUX"):
            break
        token = head
    last = doc[max(quantity.first - 1, 0)]
    if syntax.is_particle(last) and last.head.lemma_ in words("numbers.up_or_down_without_change"):
        return None                                                   # "made up 46 percent"
    last = doc[max(last.i - (last.lower_ == "by"), 0)]                # "was up by 1.2%"
    before = last.lower_ if quantity.first else ""
    points = (quantity.counted or "").endswith(("point", "points"))
    return before if before in ("up", "down") and (quantity.kind in ("percent", "money")
                                                   or points) else None


def _compared(quantity, doc):
    """"up" or "down" where "more" or "fewer" behind a number says so: "1,500 more", "one fewer";
    not "seven less costly boats", nor "two more boats", which are only further ones."""
    word, after = ([token.lower_ for token in doc[quantity.last:quantity.last + 2]] + [""] * 2)[:2]
    if word not in words("numbers.more_or_less"):
        return None
    noun = doc[quantity.last + 1].tag_ if after else ""
    costly = word == "less" and noun in ("JJ", "RB", "VBN")
    further = (word in ("more", "extra", "additional") and quantity.kind != "percent"
               and quantity.size < _FEW and noun in ("JJ", "NN", "NNS") and "than" not in [
                   token.lower_ for token in doc[quantity.last:quantity.last + _THAN]])
    if costly or further or after in ("of", "than") and word not in ("higher", "lower"):
        return None
    return "down" if word in ("fewer", "less", "lower") else "up"


def of_clause(token: "Token") -> tuple[bool, bool, bool]:
    """(negated, conditional, future) of the clause that a token stands in."""
    return modes(syntax.clause(token))

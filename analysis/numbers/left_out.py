"""What a bare number counts: the noun that its clause names elsewhere, or that an earlier count
has."""
import re
from typing import TYPE_CHECKING

from analysis import syntax
from analysis.lexicons import words
from analysis.numbers.counted import noun_after, text_of
from analysis.numbers.quantity import Quantity
from analysis.numbers.statements import directions

if TYPE_CHECKING:
    from analysis.text.tokens import Doc

_SERIES = re.compile(r"-?,? ?((?:[a-z]+[ ,]{1,2})*)$")
_NOT_COUNTS = ("date", "time", "ordinal", "identifier", "age")


def recover(quantity: Quantity, earlier: list[Quantity], doc: "Doc") -> None:
    """Give a bare count the noun (and the base of the rate) of the nearest earlier count, or
    people where the verb says so."""
    if bracketed := _in_brackets_behind(quantity, doc):
        quantity.counted = bracketed
        return
    token, text = doc[quantity.last - 1], doc.text
    earlier = [one for one in earlier[-6:] if one.kind not in _NOT_COUNTS
               and not _in_brackets(one, quantity, text)]
    previous = quantity.linked if quantity.linked in earlier else earlier[-1] if earlier else None
    if previous and (previous is quantity.linked or previous.unit
                     and _carries_on(quantity, previous, doc)):
        quantity.unit, quantity.kind, quantity.per, quantity.counted = (
            previous.unit, previous.kind, quantity.per or previous.per, previous.counted)
        return
    if own := _sized(token) or _changing(token) or _figure(token) or _befallen(quantity, doc):
        quantity.counted = own
        return
    if not syntax.heads_phrase(token):
        return
    alone = quantity.form == "magnitude" and (                           # "it cost them thousands"
        syntax.is_direct_object(token)
        or syntax.after_preposition(token) and token.head.lower_ == "into")
    all_of = quantity.first > 0 and doc[quantity.first - 1].lower_ == "all"
    for previous in _parallel(token, earlier[-6:], doc) or reversed(earlier[-4:] * (not alone)):
        if all_of and previous.low != quantity.low:                # "two men and a boy; all three"
            continue
        if (previous.kind in ("count", "rate") and previous.counted and not previous.unit
                and "score" not in previous.notes):
            if sum(token.is_sent_start is True
                   for token in doc[previous.last:quantity.first + 1]) > (
                       quantity.form != "magnitude") + all_of:
                break
            quantity.counted, quantity.per = previous.counted, quantity.per or previous.per
            return
    verb = token.head.lemma_.lower()
    acts = quantity.form == "magnitude" and syntax.is_subject(token)
    if verb in words("numbers.happens_to_people") and (
            syntax.is_subject(token) or syntax.is_direct_object(token)) or (
                acts and verb in words("numbers.people_do")):
        quantity.counted = "people"                                       # "thousands cheered"


def _befallen(quantity, doc):
    """People, where what a bare number is said to be befalls people: "the quake left 40 dead"."""
    state = doc[quantity.last:quantity.last + 1].text.lower()
    return "people" if state in words("numbers.states_of_people") else None


def _in_brackets_behind(quantity, doc):
    """The plural noun before the brackets or commas that a bare number fills ("registered boats
    (125,508)"), or None."""
    around = doc[max(quantity.first - 2, 0):quantity.first], doc[quantity.last:quantity.last + 1]
    if (not around[0] or around[0].text[-1:] + around[1].text not in ("()", ",,", "––", "——")
            or around[0][0].tag_ != "NNS"):
        return None
    noun = around[0][0]
    return text_of(doc, noun.left_edge.i, noun.i)


def _in_brackets(earlier, quantity, text):
    """Whether an amount stands in brackets that are closed before another one."""
    gap = text[earlier.end:quantity.start]
    return ")" in gap and "(" not in gap[:gap.index(")")] and (
        "(" in text[max(0, earlier.start - 60):earlier.start])


def _parallel(token, earlier, doc):
    """The earlier counts that stand in their clause where a bare number stands in its own, the
    nearest first: of "Orva had 12 thefts; Tarn, with 900 people, had 20" the thefts."""
    found = []
    for previous in reversed(earlier):
        other = syntax.top(doc, previous.first, previous.last)
        other = other.head if syntax.is_numeral(other) else other
        if syntax.parallel(other, token) and other.head.i != token.head.i:
            found.append(previous)
    return found


def _figure(token):
    """What a figure is of that a verb sets equal to a bare number ("the number of boats exceeded
    300", "it gives the population as 2,000"), or None."""
    link = token.head
    equal = syntax.after_preposition(token) and link.lower_ in words("numbers.equals")
    verb = link.head if equal else link
    if equal and syntax.is_reduced(verb):            # "took the number of people employed to 300"
        verb = syntax.verb_above(verb) or verb
    if verb.pos_ not in syntax.VERBS or not syntax.is_value(token):
        return None
    for noun in syntax.arguments(verb):
        of = syntax.preposition(noun)
        if noun.lemma_ in words("numbers.figures_of") and of is not None and of.lower_ == "of":
            return noun_after(token.doc, of.i + 1)[0]
        if noun.lemma_ in words("numbers.sized_by_of"):
            return noun.lower_
    return None


def _sized(token):
    """The noun that "of" and a bare number give the size of ("a workforce of 12,800"), or that
    stands alone before it ("(population 5,000)"); or None."""
    of = token.head
    if (token.i > 1 and token.nbor(-1).lower_ in words("numbers.sized_by_of")
            and token.nbor(-2).is_punct):
        return token.nbor(-1).lower_
    if (syntax.after_preposition(token) and of.lower_ == "of"
            and of.head.lemma_.lower() in words("numbers.sized_by_of")):
        return of.head.lower_
    return None


def _changing(token):
    """What rises or falls to or from a bare number: "Derailments fell 9 %, to 1,021 from 1,122";
    or None."""
    link = token.head
    if not syntax.after_preposition(token) or link.lower_ not in ("to", "from"):
        return None
    verb = link.head.head if syntax.is_preposition(link.head) else link.head
    if directions().get(verb.lemma_.lower()) is None:
        return None
    subject = syntax.first_subject(verb)
    if subject is None or subject.tag_ != "NNS":
        return None
    return text_of(token.doc, subject.left_edge.i, subject.i).lower()


def ahead(quantities: list[Quantity], doc: "Doc") -> None:
    """Give bare counts what ends their series: "four- and six-cylinder", "3 or at most 5 boats",
    "16 and 17-year-olds"."""
    for quantity, following in reversed(list(zip(quantities, quantities[1:]))):
        old = following.kind == "age" and "old" in following.notes
        if (quantity.kind != "count" or quantity.unit or "score" in quantity.notes
                or not old and (following.kind != "count" or following.unit
                                or not following.counted)):
            continue
        series = _SERIES.match(doc.text[quantity.end:following.start])
        joins = set(re.findall("[a-z]+", series[1])) if series else set()
        if not series or not joins <= words("numbers.series"):
            continue
        if old and (joins or "joined" in following.notes):
            quantity.kind, quantity.unit = "age", following.unit
            quantity.notes |= {"old", "joined"}
            quantity.counted = following.counted
        elif not old and (quantity.counted is None or doc.text[quantity.end] == "-"):
            quantity.counted = following.counted


def _is_share(quantity, previous, doc):
    """Whether a bare number that ends its clause is a percentage as the one before it is: "Brell
    at 25 percent and Pell at 14", "by 48 percent to 45"."""
    last = doc[quantity.last:quantity.last + 1]
    before, led = doc[quantity.first - 1], doc[max(previous.first - 1, 0)]
    verb = syntax.verb_above(doc[previous.first])
    joined = (before.lower_ == "to" and before.i == previous.last and quantity.low < previous.low
              and led.lower_ in ("by", "a", ",") and verb is not None
              and verb.lemma_.lower() in words("numbers.by_shares"))
    alike = before.lower_ in ("at", "with", "on") and before.lower_ == led.lower_ and not any(
        token.tag_ in ("VBD", "VBP", "VBZ", "MD") for token in doc[previous.last:quantity.first])
    return (joined or alike) and quantity.form == "digits" and 0 <= quantity.low <= 100 and (
        not last or last[0].pos_ in ("PUNCT", "CCONJ"))


def _carries_on(quantity, previous, doc):
    """Whether a bare number goes on from a measured one: "from 90 tonnes … to 55", "30 million
    crowns, of which 12 million"."""
    if any(token.is_sent_start
           for token in doc[previous.last:quantity.first
                            + 1]) or quantity.linked or not quantity.first:
        return False
    before = doc[quantity.first - 1]
    if previous.kind == "percent" and _is_share(quantity, previous, doc):
        return True
    if (previous.kind == "percent" and before.lower_ == "to"
            and doc[previous.first - 1].lower_ != "from"):
        return False
    if previous.kind == "money" and quantity.form == "digits" and "which" in [
            token.lower_
            for token in doc[previous.last:quantity.first]] and quantity.last < len(doc) and (
            doc[quantity.last].pos_ != "NOUN"):
        return True                                                   # "£4.2m, of which 2.5 went …"
    if quantity.scale > 1:
        end = doc[quantity.last - 1]
        # "from last year's 1,070 trillion"
        link = end.head if syntax.after_preposition(end) else before
        return previous.kind == "money" and previous.scale > 1 and link.lower_ in (
            words("numbers.carries_on"))
    return (previous.kind != "duration" and before.lower_ in ("to", "from", "by")
            and directions().get(before.head.lemma_.lower()) is not None)

"""What a fact-checker would ask about a figure, for the column `question` of `article.numbers`.

| question       | asked of                                            | answered by               |
|----------------|-----------------------------------------------------|---------------------------|
| ambiguous date | 3/4/2024                                            | a month in words          |
| relative risk  | a risk that is so many per cent or times higher     | base rate, or both rates  |
| poll           | a share of a poll                                   | sample or margin of error |
| average        | an average                                          | median, mean              |
| superlative    | the figure of a record, a highest or lowest         | since when, among whom    |
| up to          | "up to", "as many as", which nothing falls short of | the usual figure          |
| no period      | a change in per cent: no date, duration, comparison | from when to when         |
| no base        | a change in per cent without a level                | what of                   |

The first that fits is given. A superlative's scope is its sentence's business: it is asked even
where one is given.
"""
from bisect import bisect_right
from typing import TYPE_CHECKING

from analysis.lexicons import words
from analysis.numbers.quantity import Quantity
from analysis.syntax import clause

if TYPE_CHECKING:
    from analysis.text.tokens import Doc

_SHARES = ("percent", "fraction", "ratio")
_LEVELS = ("count", "money", "weight", "distance", "area", "rate", "percent", "temperature",
           "speed")
_NEAR = 4        # tokens before a number in which its average or superlative stands


def ask(quantities: list[Quantity], doc: "Doc") -> None:
    """Set the question that each placed Quantity of a passage leaves open."""
    if not quantities:
        return
    sents = list(doc.sents)
    ends = [sent.end for sent in sents]
    sentences = {quantity: sents[bisect_right(ends, quantity.first)] for quantity in quantities}
    words_of = {sent.start: {token.lower_ for token in sent} for sent in sentences.values()}
    for quantity in quantities:
        sentence = sentences[quantity]
        beside = [one for one in quantities if one is not quantity and sentences[one] == sentence]
        if quantity.kind == "date":
            quantity.question = "ambiguous date" if "ambiguous" in quantity.notes else None
        elif quantity.tier == 1:
            quantity.question = _question(quantity, words_of[sentence.start], beside, doc)


def _question(quantity, sentence, beside, doc):
    if _risk(quantity, sentence, beside):
        return "relative risk"
    if quantity.kind in _SHARES and sentence & words("questions.poll") and not _sampled(doc):
        return "poll"
    near = [token.lower_ for token in doc[max(quantity.first - _NEAR, 0):quantity.first]]
    if set(near) & words("questions.average") and not sentence & words("questions.kind_of_average"):
        return "average"
    if _superlative(quantity, doc):
        return "superlative"
    if quantity.modifier_text in words("questions.bounds"):
        return "up to"
    if quantity.kind != "percent" or quantity.change is None:
        return None
    if not sentence & words("questions.period") and not any(one.kind in ("date", "duration")
                                                            for one in beside):
        return "no period"
    levels = [one for one in beside if one.kind in _LEVELS and one.tier == 1
              and (one.kind != "percent" or one.linked)]
    return None if levels or quantity.linked else "no base"


def _risk(quantity, sentence, beside):
    """A risk that is told by how much it differs, without a rate of its own in the sentence."""
    multiple = quantity.kind in ("percent", "ratio") or quantity.counted == "times"
    return (multiple and bool(sentence & words("questions.risk"))
            and bool(sentence & words("questions.risk_moves"))
            and quantity.form != "score" and not quantity.linked
            and not any(one.kind == "ratio" or one.per for one in beside))


def _sampled(doc):
    """Whether a number stands before those who were asked, or the margin of error is told."""
    return any(token.lower_ == "margin" or token.lower_ in words("questions.sampled")
               and any(child.like_num for child in token.children)
               for token in doc)


def _superlative(quantity, doc):
    """Whether the figure is said to be a record, or the most or least of something, in its own
    clause."""
    if quantity.kind in ("age", "duration", "time", "identifier", "ordinal"):
        return False
    verb = clause(doc[quantity.first])
    for token in doc[max(quantity.first - 2 * _NEAR, 0):quantity.last + 2 * _NEAR]:
        degree = (token.tag_ in ("JJS", "RBS")
                  and token.lower_ not in words("questions.not_superlative"))
        if ((degree or token.lower_ in words("questions.superlative")) and clause(token) == verb
                and not any(one.is_punct for one in doc[min(token.i, quantity.last):
                                                        max(token.i, quantity.first)])):
            # "one of the best", "two of the largest", "the 10 best" are no record
            after = doc[quantity.last:quantity.last + 1]
            return after.text != "of" and token.i != quantity.last and (
                quantity.low != 1 or quantity.form != "words")
    return False

"""How far to trust an attribution: how likely its content and its source are right, judged by the rule and a few signs.

Each rule and each of the `signs` of how hard its sentence was to read has a weight in models/attribution.tsv; the
confidence is 1 / (1 + exp(-their sum)), a logistic regression. The weights were fitted on the development part of
PolNeAR 1.0 (84 US news articles), right being content with an overlap (intersection over union) of .8 or more with the
annotators', and their source. Quotations within quotations, which PolNeAR does not annotate, were left out and take
the weights of their rule. `evaluation/rule_accuracy.py` fits the weights anew and says how well confidence and truth
agree on articles that they were not fitted on.
"""
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

_PAUSES = {",", ";", ":", "—", "–", "--", "-"}
_STOPS = {".", "!", "?", "…", "..."}
_BODIES = {"ORG", "GPE", "NORP"}
_OFTEN, _LENGTHS = (.5, .7, .85, .93), (4, 8, 25)


class Features(NamedTuple):
    """What is weighed, each as a word; "" where it does not apply, as for most on a quotation that stands by itself.

    rule; cue: how often such a cue attributes, from 0 (less than half) to 4 (nearly always), "none" where no source was
    found; source: whether it is a named person, a named body, or other; depth: on how many other words the cue hangs (0, 1, 2 or more); mood: "might" for a cue with a modal verb or a
    negation; opening: whether the content opens with "that"; words: its length, 0 (up to 3 words) to 3 (25 and more);
    pauses: whether a comma, dash or colon is within it; joins: how many "and", "or", "but" (0, 1, 2 or more); end:
    whether it ends where a sentence does (stop) or before.
    """

    rule: str
    cue: str
    source: str = ""
    depth: str = ""
    mood: str = ""
    opening: str = ""
    words: str = ""
    pauses: str = ""
    joins: str = ""
    end: str = ""


def features(candidate):
    """The `Features` of a candidate."""
    page, doc = candidate.page, candidate.page.doc
    strength = _step(candidate.strength, _OFTEN) if candidate.source else "none"
    tokens = [i for low, high in candidate.spans for i in range(low, high)]
    if not tokens:
        return Features(candidate.why, strength)
    cue = doc[slice(*candidate.cue)].root if candidate.cue else doc[tokens[0]]
    governors = sum(1 for _ in cue.ancestors)
    might = any(child.tag_ == "MD" or child.dep_ == "neg" for child in cue.children)
    return Features(candidate.why, strength, source=_source(candidate), depth=str(min(governors, 2)), mood="might" if might else "plain",
                 opening="that" if doc[tokens[0]].lower_ == "that" else "other", words=_step(len(tokens), _LENGTHS),
                 pauses="paused" if any(doc[i].text in _PAUSES for i in tokens[1:-1]) else "plain",
                 joins=str(min(sum(doc[i].dep_ == "cc" for i in tokens), 2)), end="stop" if _ended(page, tokens[-1]) else "open")


def _source(candidate):
    home = candidate.source_page or candidate.page
    kind = home.doc[slice(*candidate.source)].root.ent_type_ if candidate.source else ""
    return "person" if kind == "PERSON" else "body" if kind in _BODIES else "other"


def _step(value, limits):
    return str(sum(value >= limit for limit in limits))


def _ended(page, last):
    """Whether a sentence ends with the token `last`, or with the marks and stops that follow it."""
    doc = page.doc
    following = next((i for i in range(last + 1, len(doc)) if not (page.is_mark(i) or doc[i].is_space)), len(doc))
    return following == len(doc) or any(doc[i].text in _STOPS for i in range(last, following + 1))


@cache
def weights():
    """{(sign, value): weight} of models/attribution.tsv; ("all", "") is the weight of every attribution."""
    lines = files("analysis").joinpath("models/attribution.tsv").read_text(encoding="utf8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return {(row[0], row[1]): float(row[4]) for row in rows}


def confidence(features):
    """How likely an attribution with such `Features` is right: 0 to 1."""
    known = weights()
    total = known["all", ""] + sum(known.get(pair, 0) for pair in zip(Features._fields, features) if pair[1])
    return round(1 / (1 + exp(-total)), 2)

"""How far to trust a rule: the share of its attributions that were right on annotated news.

lexicons/rule_accuracy.tsv holds, for each rule and the `signs` of how hard its sentence was to read, how many of its
attributions there were on the development part of PolNeAR 1.0 (84 US news articles) and how many were right: content
with an overlap (intersection over union) of .8 or more with the annotators', and their source. Where a line has few
cases its share is drawn toward that of the rule with such a cue, and this one toward the rule's. Quotations within
quotations, which PolNeAR does not annotate, are left out and take the figures of their rule.
`evaluation/rule_accuracy.py` makes the figures anew and measures them on articles that they were not counted on.
"""
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_WEIGHT = 3
_MAIN = {"ROOT", "parataxis", "advcl"}
_PAUSES = {",", ";", ":", "—", "–", "--", "-"}
_STOPS = {".", "!", "?", "…", "..."}


class Signs(NamedTuple):
    """A line of the table: the rule; how often such a cue attributes (low < .5, middle < .85, high; "none" where no
    source was found); whether the content ends where a sentence does (stop) or before (open); whether the cue governs its
    sentence (main) or hangs on other words (side); whether an indirect content has a pause within (paused) or not (plain)."""

    rule: str
    strength: str
    end: str
    cue: str
    content: str


def signs(draft):
    """The `Signs` of a draft."""
    page, doc = draft.page, draft.page.doc
    strength = "none" if not draft.source else "low" if draft.strength < .5 else "middle" if draft.strength < .85 else "high"
    governor = doc[slice(*draft.cue)].root.dep_ if draft.cue and not draft.source_page else "ROOT"
    own = [] if draft.stretches or draft.verbatim or not draft.spans else [i for low, high in draft.spans for i in range(low, high)]
    last = own[-1] if own else None
    while last is not None and last + 1 < len(doc) and (page.is_mark(last + 1) or doc[last + 1].is_space):
        last += 1
    ended = last is None or doc[last].text in _STOPS or last + 1 >= len(doc) or doc[last + 1].text in _STOPS
    paused = any(doc[i].text in _PAUSES for i in own[1:-1])
    return Signs(draft.why, strength, "stop" if ended else "open", "main" if governor in _MAIN else "side", "paused" if paused else "plain")


@cache
def _accuracy():
    lines = files("analysis").joinpath("lexicons/rule_accuracy.tsv").read_text(encoding="utf8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return totals((Signs(*row[:5]), int(row[5]), int(row[6])) for row in rows)


def totals(counts):
    """{(), (rule,), (rule, strength), signs: (cases, right)} from (signs, cases, right)."""
    found = {}
    for key, cases, right in counts:
        for part in ((), key[:1], key[:2], tuple(key)):
            before = found.get(part, (0, 0))
            found[part] = before[0] + cases, before[1] + right
    return found


def confidence(key, accuracy=None):
    """The share right of attributions with such `Signs`, drawn toward the less special ones where the cases are few: 0 to 1."""
    accuracy, share = accuracy or _accuracy(), .5
    for part in ((), key[:1], key[:2], tuple(key)):
        cases, right = accuracy.get(part, (0, 0))
        share = (right + _WEIGHT * share) / (cases + _WEIGHT)
    return round(share, 2)

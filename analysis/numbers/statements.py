"""How the clause around a number states it: negated, conditional, in the future; and which way a change goes."""
from functools import cache

from analysis.lexicons import rows

_CONDITIONAL = {"would", "could", "might", "should", "may", "if", "unless", "whether"}
_FUTURE = {"will", "shall", "'ll", "’ll", "wo"}
_MORE_OR_LESS = {"more", "extra", "additional", "fewer", "less", "higher", "lower"}
_CHANGED = {"dobj", "npadvmod", "prep", "advmod", "nummod", "compound", "pobj", "amod", "quantmod", "attr", "nmod"}
_PLANS = {"expect", "schedule", "plan", "project", "forecast", "predict", "due", "set", "aim", "intend", "hope", "go", "slate"}


@cache
def directions():
    """{lemma: "up" or "down"} of the words of change in `change_words.tsv`."""
    return {row["lemma"]: row["direction"] for row in rows("change_words.tsv")}


def clause(token):
    """The nearest verb at or above a token, or the token itself where there is none."""
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound") or token.head.i == token.i:
            return token
        token = token.head
    return token


def modes(verb):
    """(negated, conditional, future) of the clause that a verb heads, its governing verbs of planning included."""
    negated = conditional = future = False
    for child in verb.children:
        word = child.lower_
        negated |= child.dep_ == "neg"
        if word in ("would", "’d", "'d") and child.dep_ == "aux" and _reported(verb):
            future = True
        else:
            conditional |= word in _CONDITIONAL and child.dep_ in ("aux", "mark")
        future |= word in _FUTURE and child.dep_ == "aux"
    governor = verb.head
    if verb.dep_ in ("xcomp", "ccomp", "conj", "pcomp") and governor.i != verb.i:
        if verb.dep_ == "xcomp" and governor.lemma_ in _PLANS:
            future = future or any(child.lower_ == "to" for child in verb.children)
        if verb.dep_ in ("conj", "xcomp"):
            words = {child.lower_ for child in governor.children if child.dep_ in ("aux", "mark")}
            future |= bool(words & _FUTURE)
            conditional |= bool(words & _CONDITIONAL)
    if verb.tag_ == "VBN" and verb.lemma_ in ("schedule", "plan", "expect", "slate"):
        future = True
    if any(child.dep_ == "advcl" and any(grand.lower_ == "if" for grand in child.children) for child in verb.children):
        conditional = True
    return negated, conditional, future


def _reported(verb):
    """Whether "would" is the "will" of reported speech: "she said the gate would close"."""
    while verb.dep_ in ("conj", "xcomp") and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN")


def direction(claim, doc):
    """"up", "down" or None: "rose by a third", "a 5 per cent fall", "1,500 more", "one fewer"."""
    if claim.last < len(doc) and (word := doc[claim.last].lower_) in _MORE_OR_LESS:
        if not (claim.last + 1 < len(doc) and doc[claim.last + 1].lower_ in ("of", "than")) or word in ("higher", "lower"):
            return "down" if word in ("fewer", "less", "lower") else "up"
    token = doc[claim.first]
    while token.head.i != token.i and claim.first <= token.head.i < claim.last:
        token = token.head
    path = [token.dep_]
    for _ in range(4):
        head = token.head
        if head.i == token.i:
            break
        way = directions().get(head.lemma_.lower()) if head.pos_ in ("VERB", "NOUN") else None
        if way and path[-1] in _CHANGED:
            if not (path[-1] == "prep" and token.lower_ not in ("by", "to", "from", "at", "of")):
                return None if token.lower_ == "from" else way
        if head.pos_ in ("VERB", "AUX"):
            break
        token = head
        path.append(token.dep_)
    before = doc[claim.first - 1] if claim.first else None
    measured = claim.kind in ("percent", "money") or claim.counted and claim.counted.endswith(("point", "points"))
    return before.lower_ if measured and before is not None and before.lower_ in ("up", "down") else None

"""Where the content of a reporting verb ends: over what belongs to it, before what is the reporter's own."""
from analysis.attribution.cues import entry
from analysis.attribution.spans import subtree

PAUSES = {",", "—", "–", "-", "--", "(", ")", ".", ";"}
_HANGING = {"conj", "advcl", "cc", "prep", "npadvmod", "xcomp"}
_CLOSING = {"advcl", "acl", "xcomp", "ccomp", "pcomp", "conj"}
_REASONS = {"because", "if", "unless", "until", "when", "whenever", "once"}
_DASHES, _ADDING = {"—", "–", "--", "―"}, {"and", "but", "though", "although"}


def reach(verb, low, high):
    """Where a clause ends that begins at `low` and that the parser ends at `high`.

    Over the comma or dash where the parser broke off, up to what hangs on the cue itself; before the next report of
    the same voice ("… and added that") and before a closing participle, which is the reporter's ("…, making it clear").
    """
    doc = verb.page.doc
    hanging = [subtree(child)[0] for child in verb.token.children if child.i >= high and child.dep_ in _HANGING]
    high = _joined(doc, max(high, min([_limit(verb.token), *hanging])), _limit(verb.token))
    for word in doc[low + 1:high]:
        edge = word.left_edge.i
        if edge > low + 1 and (word.dep_ == "conj" or word.dep_ == "advcl" and doc[edge - 1].text == ",") and reports(word):
            while edge > low and (doc[edge - 1].dep_ == "cc" or doc[edge - 1].text in PAUSES):
                edge -= 1
            return edge
        if (edge == word.i or edge == word.i - 1 and doc[edge].pos_ == "ADV") and edge > low + 3 and word.tag_ == "VBG" and doc[edge - 1].text == "," \
                and word.dep_ in _CLOSING and subtree(word)[1] >= high - 1:
            return edge - 1
        if word.text in _DASHES and word.i > low + 3 and doc[min(word.i + 1, high - 1)].lower_ in _ADDING and not verb.page.quoted(word.i):
            return word.i
    return high


def _joined(doc, high, limit):
    """The end of content that goes on with another clause of its own: "… and that it was late", "… because it was late"."""
    start = next((i for i in range(high, min(high + 2, limit)) if doc[i].text not in PAUSES), limit)
    that = start + 1 < limit and doc[start].dep_ == "cc" and doc[start + 1].lower_ == "that" and doc[start + 1].dep_ == "mark"
    return limit if that or start < limit and doc[start].lower_ in _REASONS and doc[start].pos_ in ("SCONJ", "ADV") else high


def _limit(token):
    """The end of the sentence, or of a clause that stands before the verb it belongs to ("who asked …, says …")."""
    return subtree(token)[1] if any(other.i > token.i for other in token.ancestors) else token.sent.end


def reports(token):
    known = entry(token)
    if known is None or known.pos != "VERB":
        return False
    kinds = {child.dep_ for child in token.children}
    return "ccomp" in kinds and known.share("clause") >= .6 or "nsubj" in kinds and known.scope == "speech" and known.share("alone") >= .6


def cut(page, low, high, head):
    """The end without a trailing relative clause or apposition after a comma, which are the reporter's own words."""
    for token in page.doc[low:high]:
        if token.dep_ == "relcl" and token.left_edge.i > low + 1 and page.doc[token.left_edge.i - 1].text == "," \
                and subtree(token)[1] >= high - 1:
            return token.left_edge.i - 1
    return high

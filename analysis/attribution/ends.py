"""Where reported content may end: the pauses and joints after its beginning, and what follows each.

What a place is worth as an end is weighed (`analysis.attribution.scorer`): a place that a content
passes over is a feature, and the one where it is cut is another.
"""

from typing import TYPE_CHECKING, NamedTuple

from analysis import syntax
from analysis.attribution.cues import entry
from analysis.lexicons import words

if TYPE_CHECKING:
    from analysis.attribution.quoted_paragraph import QuotedParagraph
    from analysis.text.tokens import Token

MOST = 8
_PAUSES = {
    ",": ",",
    "—": "-",
    "–": "-",
    "--": "-",
    "-": "-",
    ";": ";",
    ":": ":",
    "(": "(",
    "...": "-",
    "…": "-",
}


class End(NamedTuple):
    """A place before the token `at` where content may end, and what kind of place it is."""

    at: int
    kind: str


def limit(cue: "Token") -> int:
    """The end of the sentence, or of a clause that stands before the verb it belongs to ("who asked
    …, says …")."""
    if any(other.i > cue.i for other in cue.ancestors):
        return syntax.subtree(cue)[1]
    return syntax.sentence(cue)[1]


def ends(paragraph: "QuotedParagraph", cue: "Token", low: int, high: int) -> list[End]:
    """The places where content may end that begins at the token `low` and that the parser ends at
    `high`, in order; the last is the farthest."""
    doc, last = paragraph.doc, max(limit(cue), high)
    while (
        last > low + 1
        and not paragraph.quoted(last - 1)
        and (doc[last - 1].is_punct and doc[last - 1].text != "%" or doc[last - 1].is_space)
    ):
        last -= 1
    high = min(high, last)
    found = []
    for i in range(low + 1, last):
        if paragraph.quoted(i) or paragraph.quoted(i - 1) and i > low + 1 and paragraph.is_mark(i):
            continue
        kind = _joint(doc, cue, i, high)
        if kind and not (found and found[-1].at >= i - 1 and doc[i - 1].text in _PAUSES):
            found.append(End(i, kind))
    kept = found[:MOST]
    if low < high < last and all(one.at != high for one in kept):
        kept = sorted([*kept, End(high, "parsed")])
    return [*kept, End(last, "last")]


def _joint(doc, cue, i, high):
    """What kind of joint there is before a token: its pause and what follows; None for none."""
    token = doc[i]
    if syntax.joins(doc[i - 1]):
        return None  # "safe and | warned that"
    pause = _PAUSES.get(token.text)
    if pause and i + 1 < len(doc):
        return pause + _follower(doc, cue, i + 1)
    if syntax.joins(token) and token.head.pos_ in syntax.VERBS and i + 1 < len(doc):
        return _follower(doc, cue, i)
    if syntax.is_adverbial(token) and token.left_edge.i < i:
        return None  # within a phrase: "every | year"
    if syntax.opens_adjunct(token) or token.tag_ in ("VBG", "WDT", "WP"):
        above = _topmost(token)
        if syntax.is_adjunct(above) and above.right_edge.i >= high - 2:
            return _follower(doc, cue, i)
    return None


def _topmost(token):
    """The highest token whose phrase begins with `token`."""
    first = token.i
    while token.head.i != token.i and token.head.left_edge.i == first:
        token = token.head
    return token


def _follower(doc, cue, i):
    """What the phrase is that begins at a token, after "and" or "but"."""
    joined = ""
    if syntax.joins(doc[i]) or doc[i].lower_ in ("and", "but", "or"):
        joined, i = "&", min(i + 1, len(doc) - 1)
    above = _topmost(doc[i])
    own = "^" if above.head.i == cue.i and above.i > cue.i else ""
    return joined + own + _kind(doc, i, above)


def _kind(doc, i, above):
    opener = doc[i].lower_
    if syntax.is_relative(above) or doc[i].tag_ in ("WDT", "WP", "WP$"):
        return "relative"
    if above.pos_ in syntax.VERBS and syntax.stands_beside(above):
        if _reports(above):
            return "report"
        if opener == "that":
            return "that"
        if above.tag_ == "VBG" and not syntax.finite(above):
            return "participle"
        if syntax.is_adverbial_clause(above) or syntax.subordinator(above) is not None:
            return "reason" if opener in words("cues.reasons") else "adverbial"
        return "clause" if syntax.first_subject(above) or syntax.expletive(above) else "verb"
    if syntax.is_reduced(above):
        return "participle"
    timed = syntax.timed(above) or syntax.serves_as_adverb(above)
    return "time" if timed else syntax.relation_of_phrase(above)


def _reports(verb):
    """Whether a verb is a report of its own: "… and added that"."""
    known = entry(verb)
    if known is None or known.pos != "VERB":
        return False
    if syntax.content_clause(verb) is not None:
        return known.share("clause") >= 0.5
    return known.scope == "speech" and syntax.finite(verb) and known.share("alone") >= 0.5

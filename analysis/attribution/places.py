"""The tokens of a cue and of a source, and content as offsets of the text."""

from typing import TYPE_CHECKING

from analysis import syntax
from analysis.attribution.cues import entry

if TYPE_CHECKING:
    from analysis.attribution.quoted_paragraph import QuotedParagraph
    from analysis.text.tokens import Token


def source_phrase(paragraph: "QuotedParagraph", head: "Token",
                  cue: tuple[int, ...] = ()) -> tuple[int, int]:
    """The token span of the noun phrase around the head of a source, without quoted words and those
    of the cue, a span or ()."""
    taken = range(*cue) if cue else ()
    first, last = syntax.noun_phrase(
        head,
        lambda i: (
            not (
                i in taken
                or paragraph.quoted(i)
                or paragraph.is_mark(i)
                or paragraph.doc[i].is_space
            )
        ),
    )
    opened = [token.text for token in paragraph.doc[first:last] if token.text in ("(", ")")]
    closes = opened[-1:] == ["("] and paragraph.doc[last : last + 1].text == ")"
    return first, last + closes


def cue_span(verb: "Token") -> tuple[int, int]:
    """(first, last) of a cue verb with its auxiliaries, negation and particle."""
    first, last = syntax.verb_group(verb)
    known = entry(verb)
    return first, max(last, verb.i + 2) if known and " " in known.lemma else last


def neighbour(paragraph: "QuotedParagraph", cue: tuple[int, int]) -> "Token | None":
    """The head of the noun phrase right before an active, finite cue, for want of a subject in the
    parse; or None."""
    (first, last), doc = cue, paragraph.doc
    before = _before_brackets(doc, first)
    if doc[first].tag_ not in ("VBD", "VBZ", "VBP", "MD", "RB") or doc[last - 1].tag_ == "VBN":
        return None
    if (
        not first
        or paragraph.quoted(first - 1)
        or any(syntax.makes_passive(doc[i]) for i in range(first, last))
    ):
        return None
    chunk = paragraph.chunks.get(before)
    head = doc[slice(*chunk)].root if chunk else None
    if head is None or head.ent_type_ == "PERSON":
        return head
    return None if syntax.after_preposition(head) or syntax.is_direct_object(head) else head


def _before_brackets(doc, first):
    """The token before doc[first], and before what stands in brackets there: "Lorn (D-MA) said"."""
    last = first - 1
    if last > 0 and doc[last].text == ")":
        return next((i - 1 for i in range(last, max(last - 6, 0), -1) if doc[i].text == "("), last)
    return last


def pieces(paragraph: "QuotedParagraph", spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Content as offsets, of token spans; quotation marks at an edge stay with their quoted
    span."""
    trims = [syntax.trimmed(paragraph.doc, *span) for span in spans]
    return [widened(paragraph, first, last) for first, last in trims if first < last]


def widened(paragraph: "QuotedParagraph", first: int, last: int) -> tuple[int, int]:
    """Offsets of doc[first:last], widened to the whole of every quoted span it cuts."""
    start, end = paragraph.offsets(first, last)
    for place in {paragraph.inside[i] for i in range(first, last)}:
        if place is None:
            continue
        outer = paragraph.quoted_spans[place][1].outer
        start, end = min(start, outer[0]), max(end, outer[1])
    return start, end


def owner_phrase(paragraph: "QuotedParagraph", noun: "Token") -> tuple[int, int] | None:
    """The token span of whose a noun of saying is, before it or after "by", "from" or "of"; or
    None."""
    own = syntax.bearer(noun)
    if own is not None:
        return source_phrase(paragraph, own, (noun.i, noun.i + 1))
    link = syntax.linked(noun, ("by", "from", "among"))
    head = syntax.object_of(link) if link is not None else None
    return source_phrase(paragraph, head) if head is not None else None

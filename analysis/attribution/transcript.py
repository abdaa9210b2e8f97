"""Labels with a colon: the turns of a transcript ("ILVES: …", "Q: …") and headlines ("Minister:
wall was safe").

A transcript has at least two labels and three turns, at least half of them of labels that come
back: the rubrics of a newsletter do not; and more of them words than figures, unlike a table. A
turn goes on over paragraphs without a label until the next one, and after the last only where the
marks open again. Questions and answers ("Q:", "A:") are `interview`'s.
"""

import re
from typing import TYPE_CHECKING

from analysis.attribution.candidate import Candidate
from analysis.attribution.features import weigh
from analysis.attribution.scorer import counted
from analysis.lexicons import words
from analysis.syntax import NOUNS

if TYPE_CHECKING:
    from analysis.attribution.quoted_paragraph import QuotedParagraph

_LABEL = re.compile(
    r"[“\"‘']?([A-Z][\w.’'-]+(?: (?:[A-Z(][\w.,’'()-]*|of|de|van|von|bin|al|the)){0,6})"
    r"(?:, [a-z][\w '’&-]{2,50})?(:)\s+(?=\S)"
)
_ASIDE = re.compile(r"[“\"]?[(\[][^)\]]*+(?:[)\]][)\].]*+|(?<=\.))$")
_DIRECTION = re.compile(
    r"\s{0,3}+(?:\([A-Z][\w’'-]*(?: [\w’'-]+){0,2}\.?\)|\[[^\]]{3,40}\])\s*+"
)  # (Laughs.) [CROSSTALK]
_TURNS, _LABELS, _HEADLINE_WORDS, _NAME_WORDS = 3, 2, 25, 4


def turns(paragraphs: "list[QuotedParagraph]") -> dict[int, Candidate | None]:
    """{paragraph index: Candidate or None} of the paragraphs that belong to turns of a transcript;
    None for stage directions."""
    labels = {paragraph.index: match for paragraph in paragraphs if (match := _label(paragraph))}
    capitals = {index: match for index, match in labels.items() if match[1].upper() == match[1]}
    often = {
        match[1]
        for match in labels.values()
        if sum(match[1] == other[1] for other in labels.values()) > 1
    }
    labels = {**{index: match for index, match in labels.items() if match[1] in often}, **capitals}
    turning = sum(match[1] in often for match in labels.values())
    if (
        len(labels) < _TURNS
        or len({match[1] for match in labels.values()}) < _LABELS
        or 2 * turning < len(labels)
        or 2 * sum(_figure(match) for match in labels.values()) > len(labels)
    ):
        return {}
    candidates, current = {}, None
    for paragraph in paragraphs[min(labels) :]:
        if paragraph.index in labels:
            current = _turn(paragraph, labels[paragraph.index])
            current.probability = counted(current.why)
            candidates[paragraph.index] = current
        elif paragraph.index > max(labels) and not (
            paragraph.opens_with_quote and current and current.quoted_spans
        ):
            break
        elif _ASIDE.match(paragraph.parsed.copy.text.strip()):
            candidates[paragraph.index] = None
        elif paragraph.parsed.kind == "body" and current:
            extend(current, paragraph)
            candidates[paragraph.index] = None
    return candidates


def headline(paragraph: "QuotedParagraph", below: "list[QuotedParagraph]") -> Candidate | None:
    """The candidate of a headline with its speaker before a colon, or None; below: the paragraphs
    of the text, in which the speaker is named again."""
    match = _label(paragraph)
    doc = paragraph.doc
    if (
        match is None
        or paragraph.parsed.kind != "title"
        and paragraph.index
        or len(doc) > _HEADLINE_WORDS
        or doc[-1].text == "?"
    ):
        return None
    first = next(token.i for token in doc if token.idx >= match.end())
    speaker = match[1].split()[-1].lower()
    if not any(
        token.lower_ == speaker and token.pos_ in NOUNS for one in below for token in one.doc
    ):
        return None  # "GUILTY: …", "Live: …"
    if len(match[1].split()) > _NAME_WORDS or not any(
        token.tag_ in ("VBD", "VBZ", "VBP", "MD") or token.is_quote for token in doc[first:]
    ):
        return None
    found = _turn(paragraph, match, "transcript.headline")
    found.quoted_spans = [number for number, _ in paragraph.quoted_spans]
    return found


def _label(paragraph):
    match = _LABEL.match(paragraph.parsed.copy.text)
    return match if match and match[1].lower() not in words("labels.txt") else None


def _figure(match):
    """Whether a label is a figure's: "Ilves: 30", "Karm: +2.5 points"."""
    return not match.string[match.end() :].lstrip("+-–−$£€(")[:1].isalpha()


def _turn(paragraph, match, why="transcript.turns"):
    tokens = [token.i for token in paragraph.doc if match.start(1) <= token.idx < match.end(1)]
    colon = next(token.i for token in paragraph.doc if token.idx + len(token) > match.start(2))
    last = next(
        (i for i in tokens[1:] if paragraph.doc[i].text == ","), min(tokens[-1] + 1, colon)
    )  # ILVES, BYLINE:
    candidate = weigh(
        Candidate(paragraph, why, [], (colon, colon + 1), (tokens[0], last), verbatim=True), []
    )
    if not _ASIDE.match(paragraph.parsed.copy.text[match.end() :].strip()):
        extend(candidate, paragraph, match.end())
    return candidate


def extend(candidate: Candidate, paragraph: "QuotedParagraph", start: int = 0) -> None:
    """Add the paragraph's text from the character `start` on to a turn, without stage directions,
    and its quoted spans where they hold all of it."""
    candidate.quoted_spans += paragraph.whole(start)
    text = paragraph.parsed.copy.text
    end = len(text.rstrip().rstrip('”"'))
    for direction in [*_DIRECTION.finditer(text, start, end), None]:
        stop = direction.start() if direction else end
        if start < stop:
            candidate.pieces.append(paragraph.parsed.char_offsets(start, stop))
        start = direction.end() if direction else end

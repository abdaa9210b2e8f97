"""Paragraphs, their kinds (title, byline, heading, body, …) and their sections.

A paragraph is a line; in hard-wrapped text, where lines break because the next word did not fit, it
is the lines that so belong together. Where copied text has lost a break, a paragraph begins again
at a quotation that is reopened, and what the page printed in its middle stands apart; one far
longer than any of a newspaper is read in pieces. Its kind is what the document's markup says, else
what its place, length and wording say. """
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from analysis.text.bylines import byline_tail, is_name, read_byline
from analysis.text.furniture import APART, cuts, is_bio, is_caption, is_furniture

_LINE = re.compile(r"[^\S\r\n\v\f\u2028\u2029]*([^\r\n\v\f\u2028\u2029]*)"
                   r"(\r\n|[\r\n\v\f\u2028\u2029]|$)")
_WIDEST = 100           # hard-wrapped text has narrower lines
_WRAPPED = .6           # the share of breaks inside blocks at which the next word did not fit
_HEADING_WORDS = 12
_TITLE_WORDS = 25
# the paragraph that a heading stands over has more words, or ends as a sentence
_BODY_WORDS = 13
_BOTTOM = 3             # what is said of the writer stands among the last
_TOP = 5                # bylines stand among the first paragraphs
# characters; rules look to and fro within a paragraph, so their work grows faster than it does
_LONGEST = 4_000
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]{0,3}\s++(?=[A-Z“‘\"])")
_BLANKS = re.compile(r"\s*+")
_ENDED = re.compile(r"[.!?…:;,–—-][”’\"')\]]*$")
_MARK = re.compile("[“”„\"]")
_BEGINS = tuple("…$£€‘'’[(")       # besides letters and figures, what a quotation begins with
_SENTENCE_ENDS = tuple(".!?…")
_NO_HEADING = re.compile(r"[-–—•*·(\[{#@<]|[^\W\d_][\w "
                         r".'’-]{0,40}:\s|[a-z]|.*(?:https?://|www\.|pic\.twitter|[{}|©]|@\w)")


@dataclass(frozen=True)
class Part:
    """One paragraph: offsets, kind, and section, 0 before the first heading."""

    start: int
    end: int
    kind: str
    section: int


def parts(text: str, structure: dict, title: str | None = None, whole: bool = False,
          own: Sequence = ()) -> list[Part]:
    """The `Part`s of a text in order. structure: {(start, end): kind} known from markup; title:
    where it is known; whole: whether every line is the article's, whatever it looks like; own:
    (start, end) of what a person says is the article's."""
    pieces = [(span, piece) for span in _with_tails(text, _spans(text), structure)
              for piece in _pieces(text, *span)]
    structure = structure | {piece: structure[span] for span, piece in pieces if span in structure}
    spans = _broken(text, [piece for _, piece in pieces], structure)
    apart = {} if whole else _apart(text, spans, structure, own)
    if apart:
        spans = sorted({*apart, *_around(text, spans, apart)})
    kept = [span for span in spans if span not in apart]
    kinds = dict(zip(kept, _kinds([text[start:end] for start, end in kept],
                                  [structure.get(span) for span in kept], title)))
    kinds |= apart
    sections = accumulate(kinds[span] == "heading" for span in spans)
    return [Part(start, end, kinds[start, end], section)
            for (start, end), section in zip(spans, sections)]


def _pieces(text, start, end):
    """(start, end) of what a paragraph is read in: pieces of bounded length, whole sentences."""
    while end - start > _LONGEST:
        last = start + _LONGEST
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start + _LONGEST // 2, last)]
        cut = (next((place for place in reversed(ends)
                     if len(_MARK.findall(text, start, place)) % 2 == 0), None)
               or max(ends, default=0) or text.rfind(" ", start, last) + 1 or last)
        yield start, start + len(text[start:cut].rstrip())
        start = _BLANKS.match(text, cut).end()
    yield start, end


def _apart(text, spans, structure, own):
    """{span: caption or furniture} of what stands around the article and is not its own."""
    found = {}
    for number, (start, end) in enumerate(spans):
        line, known = text[start:end], structure.get((start, end))
        if known not in (None, "body", *APART):
            continue
        kind = known if known in APART else _sort(line)
        if kind is None and 0 < number >= len(spans) - _BOTTOM:
            before = [text[low:high] for low, high in spans[:number]]
            others = "\n".join(one for one in before if not read_byline(one))
            kind = "furniture" if is_bio(line, others) else None
        pieces = [(start, end)] if kind else [(start + low, start + high)
                                              for low, high in cuts(line)]
        for low, high in pieces:
            high = low + len(text[low:high].rstrip())
            if not any(low < last and first < high for first, last in own):
                found[low, high] = kind or ("caption" if is_caption(text[low:high])
                                            else "furniture")
    return found


def _sort(line):
    return "furniture" if is_furniture(line) else "caption" if is_caption(line) else None


def _around(text, spans, apart):
    """What is left of each span without what stands apart in it, blanks at its ends cut off."""
    for start, end in spans:
        inside = sorted(span for span in apart if start <= span[0] < end)
        for low, high in zip([start, *(span[1] for span in inside)],
                             [*(span[0] for span in inside), end]):
            piece = text[low:high]
            if piece.strip():
                yield low + len(piece) - len(piece.lstrip()), low + len(piece.rstrip())


def _broken(text, spans, structure):
    """The spans, cut where a quotation is reopened without having been closed: there a break
    between paragraphs was lost (of a quotation that runs over several, each opens it again, and
    only the last closes it)."""
    cut = []
    for start, end in spans:
        places = [] if (start, end) in structure else [start + place
                                                       for place in reopened(text[start:end])]
        for low, high in zip([start, *places], [*places, end]):
            cut.append((low, low + len(text[low:high].rstrip())))
    return cut


def reopened(text: str) -> list[int]:
    """The places of double marks that open a quotation although one is open.

    >>> reopened('"It rose. "It fell," she said.')
    [10]
    """
    found, inside = [], False
    for mark in _MARK.finditer(text):
        before, after = text[:mark.start()], text[mark.end():mark.end() + 1]
        opens = (not before or before[-1].isspace()
                 or before[-1] in "([—–") and (after.isalnum() or after in _BEGINS)
        if opens and inside and before[:-1].rstrip()[-1:] in _SENTENCE_ENDS:
            found.append(mark.start())
        else:
            inside = opens or not inside and not _closes(before, after)
    return found


def _closes(before, after):
    """Whether a mark can only close by what stands around it."""
    return before[-1:].strip() != "" and not after.isalnum()


def _kinds(lines, kinds, title):
    """The kinds of the article's own lines, of which `kinds` holds those that are known."""
    for number, line in enumerate(lines[:_TOP]):
        if kinds[number] in (None, "body",
                             "heading") and (number or len(lines) > 1) and read_byline(line):
            kinds[number] = "byline"
    if kinds and kinds[0] is None and len(lines) > 1 and _is_title(lines[0], title):
        kinds[0] = "title"
    if kinds[:2] == [None, "byline"] and len(lines[0].split()) <= _TITLE_WORDS:
        kinds[0] = "title"
    if kinds[:1] == ["title"] and kinds[1:3] == [None, "byline"] and is_name(lines[1]):
        kinds[1] = "byline"
    _mark_standfirst(lines, kinds)
    recurring = {line for line, count in Counter(lines).items() if count > 1}
    for number, kind in enumerate(kinds):
        if kind is None:
            following = lines[number + 1] if number + 1 < len(lines) else ""
            heading = (number and lines[number] not in recurring and following
                       and kinds[number + 1] in (None, "body")
                       and _is_heading(lines[number], following))
            kinds[number] = "heading" if heading else "body"
    return kinds


def _spans(text):
    """(start, end) of the paragraphs: lines, or wrapped lines that belong together; no blanks."""
    # (start, end, whether it follows the line before without a blank line)
    lines = []
    adjacent, place = False, 0
    while place < len(text):
        match = _LINE.match(text, place)
        start, end = match.span(1)
        end = start + len(text[start:end].rstrip())
        if start < end:
            lines.append((start, end, adjacent))
        adjacent, place = start < end, match.end()
    breaks = [(len(text[one[0]:one[1]]), len(text[two[0]:two[1]].split(maxsplit=1)[0]))
              for one, two in zip(lines, lines[1:]) if two[2]]
    width = sorted(end - start
                   for start, end, _ in lines)[int(.95 * (len(lines) - 1))] if lines else 0
    fits = sum(length + 1 + word > width for length, word in breaks)
    if not breaks or width > _WIDEST or fits < _WRAPPED * len(breaks) or fits < 2:
        return [(start, end) for start, end, _ in lines]
    spans, last = [], 0
    for start, end, follows in lines:
        word = len(text[start:end].split(maxsplit=1)[0])
        if spans and follows and last + 1 + word > width:
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
        last = end - start
    return spans


def _with_tails(text, spans, structure):
    """The spans, those among the first whose end is a byline cut in two."""
    cut = []
    for number, (start, end) in enumerate(spans):
        may_have = number < _TOP and structure.get((start, end)) in (None, "body")
        place = byline_tail(text[start:end]) if may_have else None
        if place is None:
            cut.append((start, end))
        else:
            cut += [(start, start + len(text[start:start + place].rstrip())), (start + place, end)]
    return cut


def _mark_standfirst(lines, kinds):
    """Between the title and the byline stands the standfirst."""
    if "byline" not in kinds[:_TOP] or kinds[0] != "title":
        return
    byline = kinds.index("byline")
    if byline in (2, 3) and byline + 1 < len(lines):
        for number in range(1, byline):
            if kinds[number] in (None, "body") and len(lines[number].split()) < 90:
                kinds[number] = "standfirst"


def _is_title(line, title):
    words, known = _words(line), _words(title or "")
    if known and words == known:
        return True
    if known and len(set(words) & set(known)) < len(set(words)) / 3:
        return False
    return (len(line.split()) <= _TITLE_WORDS and line[-1] not in ".:;,"
            and any(map(str.isalpha, line))
            and not re.match(r"[A-Z][A-Z .'’-]+:\s", line))


def _is_heading(line, following):
    """Whether an unmarked line is a heading: short, no sentence, over running text."""
    words = line.split()
    if len(words) > _HEADING_WORDS or _NO_HEADING.match(line) or not any(map(str.isalpha, line)):
        return False
    question = line[-1] in "?!" and _title_case(words)
    if _ENDED.search(line) and not question:
        return False
    running = bool(_ENDED.search(following)) and not _title_case(following.split())
    return len(following.split()) >= _BODY_WORDS or running


def _title_case(words):
    long = [word.lstrip("“‘\"'(") for word in words if len(word) > 3]
    return bool(long) and sum(word[:1].isupper()
                              for word in long) >= .75 * len(long) and len(words) > 1


def _words(text):
    return re.findall(r"\w+", text.lower())

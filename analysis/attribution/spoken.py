"""Direct quotations: a quoted span that stands by itself, and the cue beside it.

A quoted span stands by itself where a sentence, a colon, a comma or the cue itself leads to it. Its
cue is looked for in the narration after it ("…," she said) and before it (She said: "…"); any
finite verb with a subject may be it, whatever its lemma: what speaks for each is weighed. Spans
that share a cue are one attribution in several pieces.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis import syntax
from analysis.attribution import continued
from analysis.attribution.candidate import Candidate
from analysis.attribution.cues import entry, lexicon
from analysis.attribution.features import DISTANCES, kind_of_head, of_cue, step, weigh
from analysis.attribution.places import cue_span, source_phrase
from analysis.attribution.scorer import least
from analysis.lexicons import words

if TYPE_CHECKING:
    from analysis.attribution.quoted_paragraph import QuotedParagraph

_LEADS = {":", ",", "--", "—", "–", "-", "that"}
_ENDS = {",", ".", "?", "!", "-", "—", "–", "--", "...", "…"}
_WITHIN = {"ADP", "DET", "NOUN"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_LONG = 8
_OBLIQUE = {"it", "him", "her", "them", "us", "me"}


def find(paragraph: "QuotedParagraph") -> tuple[list[Candidate], list[Candidate]]:
    """(candidates, uncued): those of the direct quotations in a paragraph; those without a cue."""
    candidates: list[Candidate] = []
    uncued, last = [], None
    for place, (number, _) in enumerate(paragraph.quoted_spans):
        if not alone(paragraph, place) and not (last is not None and paragraph.joined(place)):
            last = last if paragraph.aside(place) else None
            continue
        joined = last is not None and paragraph.joined(place)
        cued = None if joined else _cued(paragraph, place, last is not None)
        signed = None if cued else continued.signature(paragraph, place)
        known = _same_cue(candidates, cued) or signed or cued
        if known:
            candidate = known
        elif last is not None and not _other_heard(paragraph, place):
            candidate = last
        elif (
            paragraph.narrated(place) and paragraph.doc[paragraph.before(place)[1] - 1].text != ":"
        ):
            continue
        else:
            candidate = Candidate(paragraph, "continued.nobody")
            uncued.append(candidate)
        if candidate not in candidates:
            candidates.append(candidate)
        candidate.pieces.append(_content(paragraph, place, candidate))
        candidate.quoted_spans.append(number)
        last = candidate
    return candidates, uncued


def _other_heard(paragraph, place):
    """Whether a sentence before a quoted span, and after the one before it, reports somebody."""
    spans = [span for _, span in paragraph.quoted_spans]
    first, last = spans[place - 1].last, spans[place].first
    return any(
        _strong(token)
        and syntax.finite(token)
        and first <= syntax.sentence(token)[0]
        and syntax.sentence(token)[1] <= last
        and not paragraph.quoted(token.i)
        for token in paragraph.doc[first:last]
    )


def _same_cue(candidates, cued):
    """The candidate that the cue of another has uttered already, or None."""
    return cued and next(
        (one for one in candidates if one.cue and one.cue[0] <= cued.cue[0] < one.cue[1]), None
    )


def _content(paragraph, place, candidate):
    """Offsets of what a quoted span contributes: with the reporter's words that open its sentence,
    where the cue comes after."""
    doc, (start, end) = paragraph.doc, paragraph.quoted_spans[place][1].outer
    end = _goes_on(paragraph, place) if candidate.cue else end
    first, last = paragraph.before(place)
    if candidate.cue is None or first == last or candidate.pieces and paragraph.resumes(place):
        return start, end
    if last <= candidate.cue[0]:
        first = next((i for i in range(first, last) if doc[i].text not in _ENDS), first)
        return paragraph.offsets(first, last)[0], end
    clause = syntax.content_clause(doc[candidate.cue[1] - 1])
    that = next(
        (
            i
            for i in range(candidate.cue[1], last - 2)
            if doc[i].lower_ == "that" and syntax.opens_clause(doc[i])
        ),
        None,
    )
    begin = clause.left_edge.i if clause is not None else that
    if begin is not None and candidate.cue[1] <= begin < last - 2:
        return paragraph.offsets(begin, last)[0], end
    return start, end


def _goes_on(paragraph, place):
    """The offset where the words of a quoted span end: with those that finish its clause ("… a
    threat” to the harbour, she said")."""
    doc, span = paragraph.doc, paragraph.quoted_spans[place][1]
    first, last = paragraph.after(place)
    if first >= last or doc[span.last - 1].text in _ENDS or doc[first].pos_ not in _WITHIN:
        return span.outer[1]
    last = next(
        (
            i
            for i in range(first, last)
            if doc[i].text in _ENDS | {";", ":"} or doc[i].tag_ in _FINITE
        ),
        last,
    )
    left = doc[last - 1]
    closes = first < last and not (
        syntax.is_subject(left) or syntax.joins(left) or syntax.opens_clause(left))
    return paragraph.offsets(first, last)[1] if closes else span.outer[1]


def alone(paragraph: "QuotedParagraph", place: int) -> bool:
    """Whether a quoted span stands by itself: nothing before it in its sentence, or a colon, a
    comma, a cue."""
    doc, span = paragraph.doc, paragraph.quoted_spans[place][1]
    first, last = paragraph.before(place)
    if first == last:
        after = paragraph.after(place)
        ended = doc[span.last - 1].text in _ENDS or not span.closed or span.words >= _LONG
        return (
            ended
            or after[0] == after[1]
            and span.words > 2
            or after[0] < after[1]
            and doc[after[0]].text in (",", "—", "–", "--")
        )
    lead, head = doc[last - 1], doc[span.first].text
    if lead.text == ":":
        return True
    if _like(paragraph, place):
        return True
    upright = head[:1].isupper() and span.words > 1 or not head[:1].isalpha()
    if lead.text == ",":
        return upright or paragraph.resumes(place) or _strong(doc[last - 2]) and span.words > 1
    return upright and (lead.text in _LEADS or _strong(lead)) or _strong(lead) and span.words > 3


def _strong(token):
    known = entry(token)
    return (
        known is not None
        and known.pos == "VERB"
        and not syntax.modifies(token)
        and known.share("quote") >= 0.5
    )


def _one_of(noun):
    """The number that a noun's "of" hangs on, "one of the pilots", else the noun itself."""
    whole = syntax.after_preposition(noun) and noun.head.lower_ == "of" and noun.head.head
    return whole if whole and whole.tag_ == "CD" else noun


def _stated(paragraph, first, last):
    """Whether a statement of its own stands in the narration doc[first:last] between a quoted span
    and a cue behind it: "“…,” The ferry costs less, said Ilves"."""
    return any(syntax.independent(token)
               and (one := syntax.first_subject(token)) is not None and first <= one.i
               for token in paragraph.doc[first:last])


_FARTHEST = 80      # tokens from a quotation to its cue; beyond it nothing is beside


def _cued(paragraph, place, follows):
    """The likeliest candidate with a cue beside a quoted span, or None where none is likely. Where
    it follows a quotation, the other reading is that the voice before goes on: a verb of speech
    with a subject behind it need only be likelier than a quotation without a cue."""
    found = list(options(paragraph, place))
    best = max(found, key=lambda one: one.probability, default=None)
    if best is None or follows and best.why == "direct.after" and _stated(
            paragraph, paragraph.after(place)[0], best.cue[0]):
        return None
    own = follows and best.why == "direct.after" and best.source
    own = own and _strong(paragraph.doc[best.cue[1] - 1])
    if best.probability < least("uncued" if own else "spoken"):
        return None
    best.rival = max(
        (one for one in found if one.source != best.source),
        key=lambda one: one.probability,
        default=None,
    )
    return best


def options(paragraph: "QuotedParagraph", place: int) -> Iterator[Candidate]:
    """Every candidate with a cue beside a quoted span, with its features and its probability."""
    after, before = paragraph.after(place), paragraph.before(place)
    yield from _beside(paragraph, place, *before, "before")
    yield from _quotative(paragraph, place)
    if after[0] < after[1] and _runs_on(paragraph, place, after[0]):
        yield from _beside(paragraph, place, *after, "after")


def _runs_on(paragraph, place, first):
    """Whether the narration after a quoted span belongs to its sentence."""
    doc = paragraph.doc
    end = doc[paragraph.quoted_spans[place][1].last - 1].text
    return (
        end[-1] not in ".…" or doc[first].text == "," or doc[first].text.islower() and len(end) > 1
    )


def _beside(paragraph, place, first, last, side):
    """The candidates whose cue is a verb in the narration doc[first:last] beside a quoted span."""
    doc, span = paragraph.doc, paragraph.quoted_spans[place][1]
    first, last = (max(first, last - _FARTHEST), last) if side == "before" else (
        first, min(last, first + _FARTHEST))
    touching = doc[last - 1 if side == "before" else first].text if first < last else ""
    cues = [
        token.i for token in doc[first:last] if _strong(token) and not paragraph.quoted(token.i)
    ]
    for token in doc[first:last]:
        phrase = _according_to(paragraph, token)
        if (
            not token.tag_.startswith("VB") and phrase is None
            or syntax.helps(token)
            or syntax.modifies(token)
            or token.lemma_ == "be"
            or paragraph.quoted(token.i)
        ):
            continue
        known = entry(token) if phrase is None else lexicon()["accord to", "VERB"]
        source, how = phrase or _source(paragraph, first, last, token, side)
        if known is None and source is None:
            continue
        away = token.i - first if side == "after" else last - token.i
        found = Candidate(
            paragraph,
            f"direct.{side}",
            cue=cue_span(token) if phrase is None else (token.i, token.i + 2),
            source=source,
            entry=known,
            spans=[(span.first, span.last)],
        )
        added = (
            side == "after"
            and token.tag_ == "VBG"
            and first <= token.head.i < token.i
            and entry(token.head) is not None
        )
        cue = of_cue(token, known, "quote", "quote") if known else ["share.quote=unknown"]
        yield weigh(
            found,
            [f"{side}.{feature}" for feature in cue]
            + [
                f"away.{side}={step(away, DISTANCES)}",
                f"touching.{side}={touching if touching in _LEADS else 'word'}",
                f"found.{side}={how}",
                f"added={added}",
                f"between.{side}={_between(cues, token.i, side)}",
                f"quoted={step(span.words, (2, 4, 8))}",
            ],
        )


def _according_to(paragraph, token):
    """(source span, how it was found) of "according to" Ada Lorn, or None."""
    to = token.nbor() if token.lower_ == "according" and token.i + 1 < len(token.doc) else None
    head = syntax.object_of(to) if to is not None and to.lower_ == "to" else None
    return head and (source_phrase(paragraph, head), "subject")


def _like(paragraph, place):
    """(cue tokens, head of the source) of "people are like “…”", "she went, like, “…”", or None."""
    doc, (first, last) = paragraph.doc, paragraph.before(place)
    while first < last and doc[last - 1].text in (",", ":"):
        last -= 1
    if first == last or doc[last - 1].lower_ != "like":
        return None
    verb = next((token for token in reversed(doc[first:last - 1])
                 if token.pos_ not in ("ADV", "INTJ", "PUNCT")), None)
    head = syntax.doer(verb) if verb is not None and verb.lemma_ in words("cues.like") else None
    anybody = (head is not None and head.lower_ not in words("cues.things")
               and kind_of_head(head) not in ("thing", "document", "time"))
    return ((verb.i, last), head) if anybody else None


def _quotative(paragraph, place):
    """The candidates of "people are like “…”", weighed as if they said it."""
    found = _like(paragraph, place)
    if found is None:
        return
    (first, last), head = found
    span = paragraph.quoted_spans[place][1]
    candidate = Candidate(
        paragraph,
        "direct.before",
        cue=(first, last),
        source=source_phrase(paragraph, head, (first, last)),
        entry=lexicon()["say", "VERB"],
        spans=[(span.first, span.last)],
    )
    cue = of_cue(paragraph.doc[first], candidate.entry, "quote", "quote")
    yield weigh(candidate, [*(f"before.{feature}" for feature in cue), "away.before=1",
                            "touching.before=word", "found.before=subject", "between.before=0",
                            f"quoted={step(span.words, (2, 4, 8))}"])


def _between(cues, i, side):
    """How many other cues stand between the cue `i` and the quotation: 0, 1, or 2 and more."""
    return min(sum(other < i if side == "after" else other > i for other in cues), 2)


def _source(paragraph, first, last, verb, side):
    """(source span or None, how it was found) of a verb beside a quoted span: its subject, else the
    noun phrase next to it, else the first of its narration."""
    head = syntax.doer(verb, lambda part: not paragraph.quoted(part.i))
    climbed = (
        verb.tag_ == "VBG"
        and not syntax.is_reduced(verb)
        and not syntax.finite(verb)
        and verb.head.lemma_ not in words("syntax.quoted")
    )
    if head is None and verb.lemma_ in words("cues.overheard"):
        head = syntax.passive_subject(verb)
    span = (
        source_phrase(paragraph, head, (verb.i, verb.i + 1))
        if head is not None and not paragraph.quoted(head.i)
        else None
    )
    if span and not climbed:
        return span, "subject"
    beside = (verb.i + 1, verb.i - 1) if side == "after" or verb.i <= first + 1 else (verb.i - 1,)
    if verb.lemma_ in words("cues.told") and (side == "before" or verb.i > first):
        beside = (verb.i - 1,)  # behind it stands who is told: "But told the paper: …"
    for j in beside:
        low, high = paragraph.chunks.get(j, (0, 0))
        if first <= j < last and first <= low < high <= last:
            return source_phrase(
                paragraph, paragraph.doc[low:high].root, (verb.i, verb.i + 1)
            ), "beside"
    if span is None and syntax.passive_auxiliary(verb) is None:
        for j in range(first, verb.i):
            root = paragraph.doc[j]
            if (
                j in paragraph.chunks
                and root.tag_ in ("NNP", "PRP", "WP")
                and root.lower_ not in _OBLIQUE
            ):
                low, high = paragraph.chunks[j]
                head = _one_of(syntax.antecedent(paragraph.doc[low:high].root))
                return source_phrase(paragraph, head, (verb.i, verb.i + 1)), "near"
    return span, "governor" if span else "none"

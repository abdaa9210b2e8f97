"""One attribution: somebody (source) is said (cue) to have said, written or thought (content)."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.attribution.cues import Cue
    from analysis.attribution.quoted_paragraph import QuotedParagraph


@dataclass(frozen=True)
class RunnerUp:
    """The likeliest other reading of an attribution's words that lost: its source (start, end) or
    None, its content, the rule that proposed it, its probability."""

    source: tuple | None
    content: tuple
    why: str
    probability: float


@dataclass(frozen=True)
class Attribution:
    """One attribution; all offsets are of `article.text`.

    paragraph: index in `article.parsed` of the cue, or of the content where there is none. kind:
    direct, mixed, indirect. scope: speech, thought, document, evaluation, evidence, refusal.
    content: tuple of (start, end), in order. source: (start, end) or None; source_tokens:
    (paragraph, first, last) of it, doc[first:last], or None. cue, cue_tokens: the same for the cue.
    lemma, cue_class: of the cue, see lexicons/cues.tsv. why: the rule that proposed it, see
    lexicons/rules.tsv.
    features: what was weighed, "name=value", see models/attribution.tsv. exact: how likely source
    and content are right, cut as a person cuts them; confidence: the source, and most of the
    content. enclosing: index of the attribution that it stands in, or None.
    quoted_spans: indices in `article.quoted_spans` of those that it utters. distant: whether it is
    a quotation without a cue whose voice was quoted in a paragraph before; unnamed: one with
    nobody near. negated: whether its cue is, "did not say that …"; hearsay: whether nobody who is
    named says it, "is thought to have fled". runner_up: the likeliest other reading, or None.
    """

    paragraph: int
    kind: str
    scope: str
    content: tuple
    source: tuple | None
    source_tokens: tuple | None
    cue: tuple | None
    cue_tokens: tuple | None
    lemma: str | None
    cue_class: str
    why: str
    features: tuple
    exact: float
    confidence: float
    enclosing: int | None
    quoted_spans: tuple
    distant: bool = False
    unnamed: bool = False
    negated: bool = False
    hearsay: bool = False
    runner_up: RunnerUp | None = None


@dataclass(eq=False)
class Candidate:
    """A possible attribution: what a pattern proposes.

    paragraph: the `QuotedParagraph` it stands in; why: the rule; pieces: content as offsets (start,
    end); cue, source: tokens (first, last) or None; home: the paragraph of the source where it is
    another; entry: the cue's line in the lexicon or None; spans: the content as tokens, where it
    was found so; features: what is weighed; probability: how likely it is right; rival: the
    likeliest candidate that overlaps and lost; verbatim: a turn of a transcript.
    """

    paragraph: "QuotedParagraph"
    why: str
    pieces: list = field(default_factory=list)
    cue: tuple | None = None
    source: tuple | None = None
    home: "QuotedParagraph | None" = None
    entry: "Cue | None" = None
    spans: list = field(default_factory=list)
    features: tuple = ()
    probability: float = 0.0
    quoted_spans: list = field(default_factory=list)
    enclosing: "Candidate | None" = None
    rival: "Candidate | None" = None
    verbatim: bool = False
    distant: bool = False
    unnamed: bool = False

    def hull(self) -> tuple[int, int]:
        """The tokens (first, last) from the first to the last of cue and content."""
        spans = [*self.spans, self.cue] if self.cue else self.spans
        return min(first for first, _ in spans), max(last for _, last in spans)

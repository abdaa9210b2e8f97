"""What one attribution is: somebody (source) is said (cue) to have said, written or thought something (content)."""
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Attribution:
    """One attribution; all offsets are of `article.text`.

    passage: index in `article.parsed` of the cue, or of the content where there is none. kind: direct, mixed,
    indirect. scope: speech, thought, document, evaluation. content: list of (start, end), in order. source:
    (start, end) or None; source_tokens: (passage, first, last) of it, doc[first:last], or None. cue, cue_tokens: the
    same for the cue. lemma, cue_class: of the cue, see lexicons/cues.tsv. why: the rule that decided, named
    "module.function". signs: what in the sentence makes it easy or hard, see `confidence.Features`. confidence: how likely
    content and source are right, see `confidence`. within: index of the enclosing attribution, or None. quoted spans: indices in `article.quoted spans` of those that it utters.
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
    confidence: float
    within: int | None
    quoted_spans: tuple


@dataclass
class Candidate:
    """An attribution while the rules work on it.

    page: the paragraph; cue, source: (first, last) tokens or None; pieces: content as (start, end) offsets;
    source_page: the paragraph of the source where it is another; entry: the cue's line in the lexicon or None;
    strength: how often such a cue is one, 0 to 1; spans: the content as tokens, where the rules found it so; verbatim: a transcript's turn.
    """

    page: object
    why: str
    pieces: list
    cue: tuple | None = None
    source: tuple | None = None
    source_page: object = None
    entry: object = None
    strength: float = 0.5
    quoted_spans: list = field(default_factory=list)
    spans: list = field(default_factory=list)
    within: object = None
    verbatim: bool = False

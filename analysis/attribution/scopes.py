"""What kind of thing an attribution reports: speech, thought, a document, an evaluation, a
refusal, or evidence, which nobody utters."""

from typing import TYPE_CHECKING

from analysis.attribution.features import kind_of, may_refuse
from analysis.lexicons import words
from analysis.syntax import counted, refuses

if TYPE_CHECKING:
    from analysis.attribution.candidate import Candidate
    from analysis.attribution.quoted_paragraph import QuotedParagraph


def scope(candidate: "Candidate", home: "QuotedParagraph") -> str:
    """The scope of a candidate whose source is on the paragraph `home`: that of its cue, but a
    quotation that goes on, or that judges ("chiding him, “…”"), is speech, what a report or a poll
    says is a document, what figures and other things show is evidence, what a person shows is
    speech, and who declined to comment or could not be reached gave no word: a refusal."""
    if (
        candidate.cue
        and not candidate.quoted_spans
        and candidate.source
        and refuses(verb := candidate.paragraph.doc[slice(*candidate.cue)].root)
        and may_refuse(home.doc[slice(*candidate.source)].root, verb)
    ):
        return "refusal"
    known = candidate.entry if candidate.cue else None
    own = known.scope if known else "speech"
    if own == "evaluation" and candidate.why.startswith("direct"):
        own = "speech"
    if candidate.source is None and own == "document":
        return "evidence"  # "there are signs that"
    if own not in ("speech", "document") or candidate.source is None:
        return own
    root = counted(home.doc[slice(*candidate.source)].root)
    lemma = root.lemma_.lower()
    kind = kind_of(home, candidate.source)
    if lemma in words("not_voices.txt") or known and _shown(known.lemma, kind):
        return "evidence"
    if lemma in words("documents.txt") and root.ent_type_ != "PERSON":
        return "document"
    tells = kind == "people" and not (known and known.lemma in words("cues.displays"))
    return "speech" if tells or root.pos_ in ("PRON", "PROPN") else own


def _shown(cue, source):
    """Whether a thing, not a person, is the source of what a cue reports."""
    return cue in words("cues.evidential") and source in ("thing", "which", "that")

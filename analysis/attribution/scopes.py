"""What kind of thing an attribution reports: speech, thought, a document, an evaluation, a
refusal."""

from analysis.lexicons import words
from analysis.syntax import refuses


def scope(candidate, home):
    """The scope of a candidate whose source is on the paragraph `home`: that of its cue, but a
    quotation that goes on is speech, what a report or a poll says is a document, what a person
    shows is speech, and who declined to comment or could not be reached gave no word: a refusal."""
    if (
        candidate.cue
        and not candidate.quoted_spans
        and candidate.source
        and refuses(candidate.paragraph.doc[slice(*candidate.cue)].root)
    ):
        return "refusal"
    known = candidate.entry if candidate.cue else None
    own = known.scope if known else "speech"
    if own not in ("speech", "document") or candidate.source is None:
        return own
    root = home.doc[slice(*candidate.source)].root
    if root.lemma_.lower() in words("documents.txt"):
        return "document"
    return "speech" if root.pos_ in ("PRON", "PROPN") else own

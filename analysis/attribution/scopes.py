"""What kind of thing an attribution reports: speech, thought, a document, an evaluation."""
from analysis.lexicons import words


def scope(candidate, home):
    """The scope of a candidate whose source is on the paragraph `home`: that of its cue, but a quotation that goes on is speech,
    what a report or a poll says is a document, and what a person shows is speech."""
    known = candidate.entry if candidate.cue else None
    own = known.scope if known else "speech"
    if own not in ("speech", "document") or candidate.source is None:
        return own
    root = home.doc[slice(*candidate.source)].root
    if root.lemma_.lower() in words("documents.txt"):
        return "document"
    return "speech" if root.pos_ in ("PRON", "PROPN") else own

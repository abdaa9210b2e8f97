"""What kind of thing an attribution reports: speech, thought, a document, an evaluation."""
from functools import cache
from importlib.resources import files


@cache
def documents():
    """The lemmata of lexicons/documents.txt."""
    lines = files("analysis").joinpath("lexicons/documents.txt").read_text(encoding="utf8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def scope(draft, home):
    """The scope of a draft whose source is on the page `home`: that of its cue, but a quotation that goes on is speech,
    what a report or a poll says is a document, and what a person shows is speech."""
    known = draft.entry if draft.cue else None
    own = known.scope if known else "speech"
    if own not in ("speech", "document") or draft.source is None:
        return own
    root = home.doc[slice(*draft.source)].root
    if root.lemma_.lower() in documents():
        return "document"
    return "speech" if root.pos_ in ("PRON", "PROPN") else own

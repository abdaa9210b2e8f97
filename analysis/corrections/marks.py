"""Which rows of a table or of a view of one were corrected by hand."""

from pandas import notna

from analysis.article import Article
from analysis.corrections.columns import BY_HAND
from analysis.tables.schemas import Rows


def marked(article: Article, frame: Rows) -> list[bool]:
    """For each row of a frame of places or of speakers, whether a person corrected it.

    A quotation or number that was changed or added, an attribution whose voice was decided by hand,
    a voice that was renamed, joined, added or described.
    """
    if not article.review or frame.empty or "action" in frame:
        return [False] * len(frame)
    if "speaker" in frame and ("form" in frame or "mentions" in frame):
        names = article.edits.names
        touched = {name for before, name in names.final.items() if name
                   and name != before} | {*names.added, *names.attributes}
        return [name in touched for name in frame["speaker"]]
    if "end" not in frame:
        return [False] * len(frame)
    edits, decoded = article.edits, article.attributions
    places = {change.place for change in (*edits.quotes, *edits.numbers) if not change.removed}
    places |= set(zip(*(decoded.loc[decoded["why"] == BY_HAND, side] for side in ("start", "end"))))
    return [notna(end) and (start, end) in places
            for start, end in zip(frame["start"], frame["end"])]

"""By what verbs each article lets the same voice speak: said here, claimed there."""
from collections.abc import Callable

import pandas

from analysis.comparison.left_out import refusals
from analysis.voices.spoken_words import voiced

COLUMNS = {"voice": "int64", "name": "str", "article": "int64", "start": "int64", "end": "int64",
           "text": "str", "cue_class": "str", "differs": "bool", "shown": "bool"}
# The classes with which a reporter takes sides; the others (denying, demanding, promising) say what
# kind of words it were.
SIDED = frozenset({"doubting", "endorsing", "conceding"})


def table(articles: list, voices: pandas.DataFrame, identity: Callable) -> pandas.DataFrame:
    """One row per cue of a voice that has cues in two articles and more; `text` is the cue.

    voices: the table of `analysis.comparison.left_out`. identity: as in
    `analysis.comparison.tones`. differs: whether articles take sides differently by the cues of
    this voice (`SIDED`); shown: those cues, and the first of an article without.
    """
    heard = voices[voices["state"] == "heard"]
    numbers = {identity(row.article, row.here): (row.voice, row.name) for row in heard.itertuples()}
    rows = []
    for number, article in enumerate(articles):
        table = voiced(article).dropna(subset=["speaker", "cue"])
        table = table[~table["attribution"].isin(refusals(article))]
        for row in table.itertuples():
            if (known := numbers.get(identity(number, row.speaker))) is not None:
                rows.append(dict(voice=known[0], name=known[1], article=number,
                                 start=int(row.cue_start), end=int(row.cue_end),
                                 text=article.text[row.cue_start:row.cue_end],
                                 cue_class=row.cue_class, differs=False, shown=False))
    frame = pandas.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)
    shared = frame.groupby("voice")["article"].transform("nunique") > 1
    frame = frame[shared].sort_values(["voice", "article", "start"], ignore_index=True)
    apart = [voice for voice, rows in frame.groupby("voice") if _differ(rows)]
    sided = frame["cue_class"].isin(SIDED)
    none = ~sided.groupby([frame["voice"], frame["article"]]).transform("any")
    first = ~frame.duplicated(["voice", "article"])
    return frame.assign(differs=frame["voice"].isin(apart), shown=sided | none & first)


def _differ(rows):
    classes = [frozenset(chosen) & SIDED for _, chosen in rows.groupby("article")["cue_class"]]
    return len(set(classes)) > 1

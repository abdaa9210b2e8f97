"""The statements that a reader meets, each with its probability: what an article's front page
says."""

import pandas

from analysis.article import Article
from analysis.findings import figures, genre, reporting, sound, unheard, voices
from analysis.tables.schemas import frame

KINDS = ["genre",
    "most_words",
    "unnamed_share",
    "refusals",
    "doubted",
    "quantities",
    "adds_up_not",
    "tone",
    "silent",
]


def table(article: Article) -> pandas.DataFrame:
    """The findings table of an Article: one row per kind of KINDS, in their order, those withheld
    included."""
    found = [
        statement
        for room in (genre, voices, reporting, figures, sound, unheard)
        for statement in room.statements(article)
    ]
    return frame("findings", [statement.row(article) for statement in found])

"""An article as it shows itself in Jupyter: what it is, its tables, where to go on."""

from pandas import DataFrame

from analysis.article import Article
from analysis.corrections import codebook as book
from analysis.show.display import Table, count
from analysis.show.escape import isolated
from analysis.show.page import origin
from analysis.tables.schemas import SCHEMAS
from analysis.tables.sentences import words

_ON = (
    "article.view() shows the text with what was found in it; article.codebook explains the "
    "columns, article.codebook[\"quotes\"] those of one table; article.findings has what the "
    "report says first."
)


def html(article: Article) -> str:
    """The card of an Article: title, outlet, byline, date, words, source, and its tables."""
    facts = [article.outlet, article.byline, article.published, count(words(article), "word"),
             origin(article)]
    rows = [(f"article.{name}", len(getattr(article, name)), ", ".join(columns))
            for name, columns in tables(article).items()]
    shown = Table(DataFrame(rows, columns=["table", "rows",
                                           "columns"]), f"Its tables (n = {len(rows)})",
                  {"table": "Table", "rows": "Rows", "columns": "Columns besides start, end, text"})
    return (
        f"<h3>{isolated(article.title or 'An article without a title')}</h3>"
        f"<p>{isolated(' · '.join(fact for fact in facts if fact))}</p>"
        f"{shown._repr_html_()}<p>{isolated(_ON)}</p>"
    )


def tables(article: Article) -> dict[str, list[str]]:
    """{name: columns, without those that all tables share} of the tables that an Article has."""
    names = [*SCHEMAS, "corrections"] if article.review else list(SCHEMAS)
    return {
        name:
            [column for column in getattr(article, name) if column not in ("start", "end", "text")]
        for name in names}


class Codebook(Table):
    """What every column of an Article's tables means; `codebook["quotes"]`: of one table."""

    def __init__(self, article: Article, table: str | None = None):
        self.article = article
        frame = DataFrame(book.of(article), columns=book.COLUMNS)
        if table is not None:
            frame = frame[frame["table"].isin(["(every table)", table])].reset_index(drop=True)
        super().__init__(frame, f"What the columns mean (n = {len(frame)})", {
            "table": "Table", "column": "Column", "definition": "Meaning"}, limit=len(frame))

    def __getitem__(self, table):
        if table not in set(self.frame["table"]):
            raise KeyError(
                f"{table}: there is no such table; there are {', '.join(tables(self.article))}")
        return Codebook(self.article, table)

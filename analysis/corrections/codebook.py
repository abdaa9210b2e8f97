"""The codebook, `analysis/tables/codebook.csv`: what columns and an article's facts mean."""
import csv
from importlib.resources import files
from io import StringIO

from analysis.article import Article
from analysis.corrections import COLUMNS as CORRECTIONS
from analysis.tables.schemas import SCHEMAS

COLUMNS = ["table", "column", "definition", "source"]
OWN = "the reader's own, from the CSV file beside the article"


def entries() -> list[dict[str, str]]:
    """The codebook's rows in its order, dicts of COLUMNS; the table is "article" for the facts
    about the article, and "(every table)" for the columns that all tables share."""
    text = files("analysis").joinpath("tables/codebook.csv").read_bytes().decode("utf8")
    return list(csv.DictReader(StringIO(text, newline="")))


def definitions(table: str) -> dict[str, str]:
    """{column: definition} of a table, those that all tables share first; not of "article"."""
    tables = {table} if table == "article" else {"(every table)", table}
    return {entry["column"]: entry["definition"] for entry in entries() if entry["table"] in tables}


def of(article: Article) -> list[dict[str, str]]:
    """The codebook of an Article's own tables: `entries`, then a row for each column that its
    reader brought and, where it was corrected by hand, the table of corrections."""
    brought = [("corrections", column, meaning, "")
               for column, meaning in CORRECTIONS.items()] if article.review else []
    brought += [("speakers", column, OWN, "") for column in article.speakers
                if column not in SCHEMAS["speakers"]]
    return entries() + [dict(zip(COLUMNS, entry, strict=True)) for entry in brought]

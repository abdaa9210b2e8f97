"""The user's own facts about voices: a CSV beside the article, stronger than the table.

`harbour.voices.csv` (or `harbour.txt.voices.csv`) beside `harbour.txt` has a column `speaker` and
any others. A column of the speakers table (role, role_class, affiliation, form, ...) overrides the
machine where a cell is filled; every other column (camp, region, ...) is a dimension of the user's
own. `python -m analysis voices` writes such a file to fill in.
"""
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.article import Article
from analysis.corrections.places import having_words
from analysis.corrections.review import beside
from analysis.errors import ArticleError
from analysis.tables import people_csv
from analysis.tables.schemas import SCHEMAS, Rows

if TYPE_CHECKING:
    from pandas import DataFrame

_GIVEN = ["speaker", "form", "role", "role_class", "affiliation"]
_FIXED = {
    "start", "end", "text", "speaker", "mentions", "quotes", "quoted_words", "reported_words",
    "share", "refusals", "last_start"
}


def path(article: Article) -> Path | None:
    """The file of the user's own facts on an Article, or None where it has none."""
    return beside(article.source or None, ".voices.csv")


def join(speakers: Rows, article: Article, file: Any = None) -> Rows:
    """The speakers table with the user's columns; `attrs["unmatched"]`: rows that fit nobody.

    file: another than the one beside the article. A row fits the speaker of that name, else the
    only one whose name has all its words ("Merkel", "Angela Merkel"). Raises
    analysis.errors.ArticleError for a file that is no CSV with a column `speaker`; warns of rows
    that fit nobody.
    """
    import pandas
    file, result = file or path(article), speakers.copy()
    result.attrs["unmatched"] = []
    if file is None:
        return result
    facts = _facts(file)
    for column in facts.columns.difference([*speakers.columns, "speaker"], sort=False):
        result[column] = pandas.Series([None] * len(result), index=result.index, dtype="str")
    for fact in facts.dropna(subset="speaker").to_dict("records"):
        row = _match(fact["speaker"], result["speaker"])
        if row is None:
            result.attrs["unmatched"].append(fact["speaker"])
            continue
        for column, value in fact.items():
            if column not in _FIXED and isinstance(value, str) and value.strip():
                result.loc[row, column] = value.strip()
    if result.attrs["unmatched"]:
        warnings.warn(f"{file.name}: no speaker of this article is called "
                      f"{', '.join(result.attrs['unmatched'])}", stacklevel=2)
    return result


def template(article: Article, file: Any = None) -> Rows:
    """A table to fill in and keep beside the article: its speakers, those who say most first.

    Columns: speaker, form, role, role_class, affiliation as the speakers table has them, then the
    user's own; an empty `camp` where there is none yet. file: one filled in before, other than that
    beside the article. What was entered is kept, at the end the rows that fit no speaker.
    """
    import pandas
    table = article.speakers if file is None else join(article.speakers, article, file)
    table = table.sort_values("share", ascending=False, kind="stable", ignore_index=True)
    own = [column for column in table if column not in SCHEMAS["speakers"]]
    filled = table[_GIVEN + own].assign(**{} if "camp" in own else {"camp": None})
    file = file or path(article)
    if file is None:
        return filled
    facts = _facts(file).dropna(how="all")
    others = facts[[not isinstance(name, str) or _match(name, table["speaker"]) is None
                    for name in facts["speaker"]]]
    return pandas.concat([filled, others.reindex(columns=filled.columns)], ignore_index=True)


def _facts(file):
    try:
        facts = people_csv.frame(Path(file).read_bytes())
    except ValueError as error:
        raise ArticleError(
            f"{file} cannot be read as CSV ({' '.join(str(error).split())}); save it as CSV in "
            "UTF-8"
        ) from error
    if "speaker" not in facts:
        raise ArticleError(
            f"{file.name} has no column 'speaker'; its first line must name the columns, separated "
            "by commas or semicolons, one of them speaker")
    return facts


def lost(file: str | Path, table: "DataFrame") -> str | None:
    """The first entry of a file of facts that a `template` made from it lacks, or None."""
    for fact in _facts(file).dropna(how="all").to_dict("records"):
        row = _match(fact["speaker"], table["speaker"].dropna()) if isinstance(
            fact["speaker"], str) else None
        for column, value in fact.items():
            if column == "speaker" or not isinstance(value, str) or not value.strip():
                continue
            kept = table[column] if column in table else table["speaker"].iloc[:0]
            if value.strip() not in (kept if row is None else
                                     kept[kept.index == row]).dropna().str.strip().tolist():
                return f"{column} “{value.strip()}” of {fact['speaker']}"
    return None


def _match(name, speakers):
    wanted = " ".join(name.split()).casefold()
    exact = speakers.index[speakers.str.casefold() == wanted]
    if len(exact):
        return exact[0]
    partly = having_words(name, speakers)
    return speakers.index[speakers == partly[0]][0] if len(partly) == 1 else None

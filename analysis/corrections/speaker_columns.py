"""The speakers table with what a person says of the voices, in a CSV or a review workbook."""
from collections.abc import Callable
from typing import TYPE_CHECKING

from analysis.article import Article
from analysis.corrections import own_facts

if TYPE_CHECKING:
    from analysis.tables.schemas import Rows


def speakers(article: Article, rules: Callable) -> "Rows":
    """The speakers table that the rules make of an Article, with the user's own columns, and the
    form, role, class, affiliation and anonymity that a review gives its voices."""
    table = own_facts.join(rules(article), article)
    for name, values in article.edits.names.attributes.items() if article.review else ():
        row = table["speaker"] == name
        for column, value in values.items():
            table.loc[row, column] = value
    return table

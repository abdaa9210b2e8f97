"""The speakers table with what a person says of the voices, in a CSV beside the article or in a
review workbook."""
from analysis.corrections import own_facts


def speakers(article, rules):
    """The speakers table that the rules make of an Article, with the user's own columns, and the
    form, role, class, affiliation and anonymity that a review gives its voices."""
    table = own_facts.join(rules(article), article)
    for name, values in article.edits.names.attributes.items() if article.review else ():
        row = table["speaker"] == name
        for column, value in values.items():
            table.loc[row, column] = value
    return table

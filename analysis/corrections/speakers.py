"""The speakers table with what a person says of the voices."""


def corrected(article, speakers):
    """The speakers table of an Article with the form, role, class, affiliation and anonymity that a review gives its voices."""
    for name, values in article.edits.names.attributes.items() if article.review else ():
        row = speakers["speaker"] == name
        for column, value in values.items():
            speakers.loc[row, column] = value
    return speakers

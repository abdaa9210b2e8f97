"""The one exception for input that cannot be used."""


class ArticleError(ValueError):
    """Input that cannot be read or used; its message is one line that says what is wrong and what to do."""

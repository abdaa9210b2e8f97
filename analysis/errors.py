"""What can go wrong: input that cannot be used, and a notebook that fails on input that can."""


class ArticleError(ValueError):
    """Input that cannot be read or used; its message is one line that says what is wrong and what
    to do."""


class NotebookError(RuntimeError):
    """A notebook that fails; its message is one line that names the notebook, the line of code and
    the error."""

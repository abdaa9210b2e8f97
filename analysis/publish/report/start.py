"""The page that JupyterLab opens on: which notebook answers which question."""
import json
import re
from pathlib import Path
from typing import Any

from analysis.article import Article
from analysis.publish.report.notebooks import paths, save
from analysis.publish.seal import broken
from analysis.show.escape import as_markdown
from analysis.show.page import origin

NAME = "start.ipynb"
_HEADING = re.compile(r"^(#{1,2}) (.+\?)$", re.M)

_HOW = """Begin with a question: a click opens its notebook. \
There choose **Run ▸ Run All Cells** in the menu. Each notebook stands alone.

| Question | It asks further |
| :-- | :-- |
{questions}

## In the notebooks

- The one setting is `ARTICLE`, in the first cell of code: \
a path, as seen from the notebook's folder, or a URL.
- A ¶ in a table leads to the passage in [the text](1-article.ipynb), \
once that notebook has been run.
- `article.view()` in a new cell shows the whole article with what was found in it laid over it.
- This is a working copy, in a folder that git ignores. \
What you change in it stays when you open the article again.

## As a report

`article-notebooks report path-or-URL`, in a terminal, makes one HTML page of all this. \
Its first page is the findings, its second
the annotated article, the notebooks are its chapters.
"""


def write(article: Article, folder: Path) -> Path:
    """Write the start page for the notebooks in `folder`, which read this Article, unless somebody
    changed the one that is there; returns its path."""
    from analysis.publish.report.jupyter import nbformat
    new_markdown_cell, new_notebook = nbformat.v4.new_markdown_cell, nbformat.v4.new_notebook
    cells = [new_markdown_cell(text) for text in (_head(article), _how(folder))]
    page = folder / NAME
    if not page.exists() or not broken(page, page.read_bytes()):
        save(new_notebook(cells=cells), page, seal=True)
    return page


def questions(notebook: Any) -> tuple[str | None, list[str]]:
    """(the question of a notebook's title, those of its headings) from its file's content.

    >>> questions({"cells": [{"cell_type": "markdown", "source": ["# Who speaks?\\n", "Words."]}]})
    ('Who speaks?', [])
    """
    prose = "\n".join("".join(cell["source"]) for cell in notebook["cells"]
                      if cell["cell_type"] == "markdown")
    found = _HEADING.findall(prose)
    return next((text for level, text in found if level == "#"),
                None), [text for level, text in found if level == "##"]


def _head(article):
    facts = [article.outlet, article.byline, article.published, origin(article)]
    return (f"# A close reading of {_quoted(article.title or 'an article without a title')}\n\n"
            + _quoted(" · ".join(fact for fact in facts if fact)))


def _how(folder):
    rows = []
    for path in paths(folder):
        question, further = questions(json.loads(path.read_text("utf8")))
        cells = (f"[{question or path.stem}]({path.name})", " ".join(further))
        rows.append("| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |")
    return _HOW.format(questions="\n".join(rows))


def _quoted(text):
    """Words of the article in Markdown; the classes keep MathJax away from its dollar signs."""
    return f'<span class="tex2jax_ignore mathjax_ignore">{as_markdown(text)}</span>'

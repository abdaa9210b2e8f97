"""Run the committed notebooks again and save them with their outputs, and the example report.

They run on the project's own articles; do this after a change that changes a result, and read what
changed.
"""
from argparse import ArgumentParser, Namespace

from analysis.commands import source


def arguments(command: ArgumentParser) -> None:
    pass


def run(options: Namespace) -> None:
    import analysis
    from analysis.errors import ArticleError
    from analysis.project import ARCHIVED, COMPARED, DEFAULT, EXAMPLE, INSTALLED, NOTEBOOKS
    from analysis.publish.report import write
    from analysis.publish.report.execute import execute
    from analysis.publish.report.notebooks import ARCHIVE, COMPARISON, copied, load, save
    if INSTALLED:
        raise ArticleError(
            "outputs renews the committed notebooks: run it in a checkout of the project")
    notebooks = load(copied(), str(DEFAULT), NOTEBOOKS) | load(
        [NOTEBOOKS / f"{COMPARISON}.ipynb"], list(map(str, COMPARED)), NOTEBOOKS) | load(
        [NOTEBOOKS / f"{ARCHIVE}.ipynb"], str(ARCHIVED), NOTEBOOKS)
    article = analysis.read(DEFAULT)
    execute(notebooks, article, NOTEBOOKS, source.progress)
    for name, notebook in notebooks.items():
        save(notebook, NOTEBOOKS / f"{name}.ipynb")
    source.progress(f"Wrote {write(article, EXAMPLE)}")

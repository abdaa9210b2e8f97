"""Run the committed notebooks again and save them with their outputs.

They run on the project's own articles; do this after a change that changes a result, and read what changed.
"""
from analysis.commands import source


def arguments(command):
    pass


def run(options):
    import analysis
    from analysis.publish.report.execute import execute
    from analysis.publish.report.notebooks import (
        COMPARED,
        COMPARISON,
        DEFAULT,
        FOLDER,
        chapters,
        load,
        save,
    )
    notebooks = load(chapters(), str(DEFAULT), FOLDER) | load([FOLDER / f"{COMPARISON}.ipynb"], list(map(str, COMPARED)), FOLDER)
    execute(notebooks, analysis.read(DEFAULT), FOLDER, source.progress)
    for name, notebook in notebooks.items():
        save(notebook, FOLDER / f"{name}.ipynb")

"""Run the committed notebooks again and save them with their outputs.

They run on the project's own article; do this after a change that changes a result, and read what changed.
"""
from analysis.commands import source


def arguments(command):
    pass


def run(options):
    import analysis
    from analysis.report.execute import execute
    from analysis.report.notebooks import DEFAULT, FOLDER, load, paths, save
    notebooks = load(paths(), str(DEFAULT), FOLDER)
    execute(notebooks, analysis.read(DEFAULT), FOLDER, source.progress)
    for name, notebook in notebooks.items():
        save(notebook, FOLDER / f"{name}.ipynb")

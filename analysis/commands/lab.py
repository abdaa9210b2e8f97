"""Open JupyterLab on the notebooks.

With an article, on a working copy in runs/, so that a saved notebook never carries somebody's article into the
project; without one, on the project's own notebooks.
"""
import os
import subprocess
import sys

from analysis.commands import source


def arguments(command):
    source.arguments(command, optional=True, facts=False)


def run(options):
    from analysis.report.notebooks import FOLDER
    folder = FOLDER
    if options.article:
        from analysis.report.copies import working_copy
        folder = working_copy(source.article(options))
    source.progress(f"Opening JupyterLab on {os.path.relpath(folder)}")
    sys.exit(subprocess.call([sys.executable, "-m", "jupyterlab", str(folder)]))

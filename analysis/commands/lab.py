"""Open JupyterLab on a start page that says which notebook answers which question.

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
    from analysis.publish.report import start
    from analysis.publish.report.notebooks import FOLDER
    article, folder = source.article(options), FOLDER
    if options.article:
        from analysis.publish.report.copies import working_copy
        folder = working_copy(article)
    page = start.write(article, folder)
    source.progress(f"Opening JupyterLab on {os.path.relpath(page)}")
    sys.exit(subprocess.call(jupyterlab(page)))


def jupyterlab(page):
    """The command that opens JupyterLab on a notebook, its folder as the root, without asking any server for news."""
    return [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={page.parent.resolve()}",
            f"--LabApp.default_url=/lab/tree/{page.name}", "--LabApp.news_url=None",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]

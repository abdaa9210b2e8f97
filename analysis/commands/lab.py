"""Open JupyterLab on a start page that says which notebook answers which question.

Always on a working copy in runs/, in the folder where one works: what is run, changed and saved
there never changes the notebooks that it was made from, and stays when the same article is opened
again.
"""
import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from analysis.commands import source

# No file in the folder where one works, such as an analysis.py, is taken for the package of that
# name.
SAFE = {"PYTHONSAFEPATH": "1"}


def arguments(command: ArgumentParser) -> None:
    source.arguments(command, optional=True, facts=False)


def run(options: Namespace) -> None:
    import subprocess

    from analysis.publish.report import start
    from analysis.publish.report.copies import working_copy
    article = source.article(options)
    page = start.write(article, working_copy(article))
    source.progress(f"Opening JupyterLab on {os.path.relpath(page)}")
    sys.exit(subprocess.call(jupyterlab(page), env=os.environ | SAFE))


def jupyterlab(page: Path) -> list[str]:
    """The command that opens JupyterLab on a notebook; no server is asked for news."""
    return [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={page.parent.resolve()}",
            f"--LabApp.default_url=/lab/tree/{page.name}", "--LabApp.news_url=None",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]

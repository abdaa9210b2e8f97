"""Show a summary of an article in the terminal: card, voices, numbers, tone, checks."""
import shutil
from argparse import ArgumentParser, Namespace

from analysis.commands import source


def arguments(command: ArgumentParser) -> None:
    source.arguments(command)


def run(options: Namespace) -> None:
    from analysis.show.views.summary import summary
    width = max(shutil.get_terminal_size().columns, 40)
    with source.soon("Reading and analysing the article …"):
        parts = [part.text(width) for part in summary(source.article(options))]
    print("\n\n".join(parts))

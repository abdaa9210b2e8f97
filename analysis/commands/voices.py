"""Write a CSV of the article's voices to fill in with facts of your own.

Fill the empty column (camp), add others (party, beat), correct role, role_class, affiliation or
form; rows and columns that you do not need can go. Kept beside the article, as article.voices.csv
beside article.txt, the file is read on every later run and overrides the program; rows that fit no
speaker are reported.
"""
from argparse import ArgumentParser, Namespace

from analysis.commands import source


def arguments(command: ArgumentParser) -> None:
    source.arguments(command)
    command.add_argument("-o", "--output", required=True, metavar="FILE",
                         help="a file that ends in .csv, such as article.voices.csv")
    command.add_argument(
        "--force", action="store_true",
        help="write a file that is there already anew; what was entered in it is kept")


def run(options: Namespace) -> None:
    from analysis.publish.export import voices
    from analysis.publish.files import checked_target
    checked_target(options.output, (".csv",))
    source.progress(f"Wrote {voices(source.article(options), options.output, options.force)}")

"""Show how far two readings of an article agree: two people's corrections, or the program and a
person.

With one workbook of the command review, or none but one beside the article, the program against the
person; with two, the two people. Precision, recall and F1 of the rows, and Krippendorff's alpha, as
`analysis.measures.agreement` defines them.
"""
import argparse
import shutil
from argparse import ArgumentParser, Namespace

from analysis.commands import source


def arguments(command: ArgumentParser) -> None:
    source.arguments(command)
    command.add_argument("reviews", nargs="*", metavar="REVIEW",
                         help="one or two corrected workbooks, such as a.review.xlsx b.review.xlsx")


def run(options: Namespace) -> None:
    from analysis.errors import ArticleError
    from analysis.measures.agreement import agreement
    from analysis.show.views import corrections
    if len(options.reviews) > 2:
        raise ArticleError("agreement compares two workbooks at a time; name two")
    read = [source.article(argparse.Namespace(**{**vars(options), "corrections": review}))
            for review in options.reviews or [options.corrections]]
    if not read[0].review:
        raise ArticleError(
            "there are no corrections to compare with: name a workbook that the command review "
            "wrote and a person corrected"
        )
    shown = corrections.two_people(
        *read) if len(read) == 2 else corrections.machine_and_person(read[0])
    said = agreement(*read) if len(read) == 2 else agreement(read[0].machine, read[0])
    width = max(shutil.get_terminal_size().columns, 40)
    print("\n\n".join([shown.text(width), str(corrections.agreement_finding(said))]))

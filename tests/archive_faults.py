"""What workers do with articles that mean harm, told by a word in them; imported by processes of
their own."""

import os
import signal
import time
from pathlib import Path

from analysis.archive import analyse
from analysis.archive.run import work


def disturbed(part, own, options, out):
    """`work`, in which the table of numbers of an article dies, hangs or takes all memory."""
    plain = analyse._table

    def table(article, name):
        if name == "numbers":
            if "Doom" in article.text or "Once" in article.text and _first(Path(out, "once")):
                os.kill(os.getpid(), signal.SIGKILL)
            if "Endless" in article.text:
                time.sleep(600)
            if "Bloated" in article.text:
                bytearray(100_000_000_000)
        return plain(article, name)

    analyse._table = table
    try:
        return work(part, own, options, out)
    finally:
        analyse._table = plain


def _first(flag):
    there = flag.exists()
    flag.touch()
    return not there

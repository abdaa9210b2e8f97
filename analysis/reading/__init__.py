"""From a file to an Article."""
import hashlib
from pathlib import Path

from analysis.article import Article


def read(source):
    """The Article in a plain-text file in UTF-8."""
    data = Path(source).read_bytes()
    return Article(data.decode("utf-8-sig"), source=str(source), sha256=hashlib.sha256(data).hexdigest())

"""Inside the report's kernel: every notebook's `analysis.read` gives the one article that was read
beforehand, and `analysis.compare` the comparison.

So the article is fetched and parsed once, all chapters speak of the same text, and options of the
command line (title, date, size limit) hold in every notebook.
"""
import pickle
from base64 import b64decode

import analysis


def use(pickled: str) -> None:
    """Make `analysis.read(…)` return the Article that was pickled (in base 64), or
    `analysis.compare(…)` the Comparison."""
    handed_over = pickle.loads(b64decode(pickled))
    setattr(analysis, "read" if isinstance(handed_over, analysis.Article) else "compare",
            lambda source, **options: handed_over)

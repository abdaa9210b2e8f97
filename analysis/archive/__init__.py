"""Many articles: the same tables over all of them, on one machine or a cluster, and what they say.

>>> archive = analysis.archive.open("OUT")             # doctest: +SKIP
>>> archive.voices(by="outlet")                        # doctest: +SKIP
"""
from analysis.archive.ask import Archive, open

__all__ = ["Archive", "open"]

"""The article itself with what was found in it laid over it.

>>> article.view()      # in JupyterLab                                         # doctest: +SKIP
>>> from analysis.show.reader import page
>>> open("annotated.html", "w", encoding="utf8").write(page(article))           # doctest: +SKIP
"""
from analysis.show.reader.view import View, fragment, page

__all__ = ["View", "fragment", "page"]

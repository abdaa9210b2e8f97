"""Sentences computed from the data, so that they are true for the next article too."""
import re
from numbers import Number
from string import Formatter
from typing import Any

from analysis.show.escape import isolated, printable
from analysis.text.phrases import amount


class _Html(Formatter):
    def format_field(self, value, spec):
        return value.html() if hasattr(value, "html") else isolated(_formatted(value, spec))


class _Plain(Formatter):
    def format_field(self, value, spec):
        return printable(_formatted(value, spec)) if not hasattr(value, "html") else str(value)


def _formatted(value, spec):
    return amount(value, spec) if isinstance(value, Number) else format(value, spec)


class Finding:
    """Paragraphs of prose, each in an HTML and a plain form; `a + b` puts b below a."""

    def __init__(self, paragraphs: list[tuple[str, str]]):
        self.paragraphs = list(paragraphs)

    def __add__(self, other):
        return Finding(self.paragraphs + other.paragraphs)

    def _repr_html_(self):
        inner = "".join(f"<p>{html}</p>" for html, _ in self.paragraphs)
        return f'<div class="finding tex2jax_ignore mathjax_ignore">{inner}</div>'

    def __repr__(self):
        return "\n".join(plain for _, plain in self.paragraphs)


def finding(template: str, **values: Any) -> Finding:
    """A `Finding` of one paragraph from a template as of `str.format`; `**…**` is strong.

    The values may hold anything an article holds: they are escaped. A `Place` becomes a link.

    >>> finding("**{n} voices**, first {name}.", n=3, name="<Ana>").paragraphs[0][0]
    '<strong>3 voices</strong>, first &lt;Ana&gt;.'
    >>> finding("**{n} voices**.", n=3)
    3 voices.
    """
    trusted = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>",
                     template.replace("&", "&amp;").replace("<", "&lt;"))
    return Finding([(_Html().vformat(trusted, (), values),
                     _Plain().vformat(template.replace("**", ""), (), values))])

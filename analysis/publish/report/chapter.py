"""The notebooks' Markdown as HTML: headings one level down and with unique anchors, raw HTML shown
as text."""
import html
import re
from typing import Any

import mistune


class Chapter(mistune.HTMLRenderer):
    """Renders the Markdown cells of one notebook; `headings` collects (level, anchor, HTML) for the
    contents."""

    def __init__(self, name: str):
        super().__init__(escape=True)
        self.name, self.headings = name, []
        self.markdown = mistune.create_markdown(renderer=self, plugins=["table"])

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        slug = re.sub(r"\W+", "-", html.unescape(re.sub(r"<[^>]+>", "", text)).lower()).strip("-")
        anchor = self.name if level == 1 else f"{self.name}--{slug}"
        taken = [known for _, known, _ in self.headings]
        anchor += f"-{len(taken)}" * (anchor in taken)
        self.headings.append((level, anchor, text))
        return f'<h{level + 1} id="{html.escape(anchor)}">{text}</h{level + 1}>\n'


def link_chapters(text: Any, names: set[str]) -> str:
    """Links to notebooks become links within the report; one to a notebook that is not in it is no
    link.

    >>> link_chapters('<a href="1-article.ipynb#s3">', ["1-article"])
    '<a href="#s3">'
    >>> link_chapters('<a href="9-x.ipynb">', [])
    '<a>'
    """
    def replaced(match):
        return f' href="#{match[2] or match[1]}"' if match[1] in names else ""
    return re.sub(r'\shref="([\w.%-]+)\.ipynb(?:#([^"]*))?"', replaced, text)

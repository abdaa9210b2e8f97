"""Paragraphs and their kinds: title, standfirst, byline, heading, body; sections begin at headings."""
import re

from analysis.schemas import frame

_PARAGRAPH = re.compile(r"\S(?:.*\S)?")
_HEADING_WORDS = 12


def table(article):
    """The paragraphs of an Article: one row per non-blank line; `section` counts headings, 0 before the first."""
    spans = [match.span() for match in _PARAGRAPH.finditer(article.text)]
    rows, section = [], 0
    for number, (start, end) in enumerate(spans):
        text = article.text[start:end]
        kind = article.structure.get((start, end)) or _kind(text, number, len(spans), article)
        section += kind == "heading"
        rows.append(dict(start=start, end=end, text=text, paragraph=number, kind=kind, section=section))
    return frame("paragraphs", rows)


def _kind(text, number, count, article):
    short = len(text.split()) <= _HEADING_WORDS and text[-1] not in ".!?:;,…”\""
    if number == 0 and count > 1 and short:
        return "title"
    return "heading" if short and 0 < number < count - 1 else "body"

"""The reader as HTML: a fragment for the report, a page for JupyterLab and for a file."""
import base64
import hashlib
import html
import json
from importlib.resources import files
from typing import TYPE_CHECKING

from analysis.show.display.escape import markup, printable
from analysis.show.reader import details, layers
from analysis.show.reader.markup import text

if TYPE_CHECKING:
    from analysis.article import Article

_LAYERS = [("quotes", "Quotations", "quote"), ("reports", "Paraphrases", "report"),
           ("sources", "Sources", "source"), ("cues", "Cues", "cue"),
           ("numbers", "Numbers", "number"), ("tone", "Tone", "tone")]


def resource(name: str) -> str:
    """The text of reader.css or reader.js, which stand beside this module."""
    return (files("analysis.show.reader") / name).read_text(encoding="utf8")


def policy(script: str) -> str:
    """A content-security policy that runs this one script and asks nothing of any server."""
    digest = base64.b64encode(hashlib.sha256(script.encode("utf8")).digest()).decode()
    return ("default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src "
            f"'sha256-{digest}'; base-uri 'none'; form-action 'none'")


def data(name: str, value: dict) -> str:
    """A JSON value in a script element that is not run, what could end the element escaped."""
    code = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    for letter in "<>&":
        code = code.replace(letter, f"\\u{ord(letter):04x}")
    return f'<script type="application/json" id="{name}">{code}</script>'


def fragment(article: "Article", level: int = 3) -> str:
    """The reader of an Article: its text, the switches, the voices and the panel."""
    numbered = layers.voices(article)
    body = text(article, numbered, level) if article.text.strip() else ""
    empty = "" if body else '<p class="none">The article has no text.</p>'
    return (f'<div class="reader tex2jax_ignore mathjax_ignore">\n<aside aria-label="What is '
            f'shown">\n{_switches()}\n'
            f'{_voices(numbered)}\n{_PANEL}\n</aside>\n<div class="text" role="group" tabindex="0" '
            f'aria-label="The article. Arrow keys go from mark to mark, Escape leaves '
            f'them.">{body}</div>{empty}\n'
            f"{data('reader-details', details.details(article, numbered))}\n</div>")


def page(article: "Article") -> str:
    """The reader as one self-contained HTML page that asks nothing of any server."""
    script = resource("reader.js")
    title = markup(article.title or "An article without a title")
    return (f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta '
            f'http-equiv="Content-Security-Policy" '
            f'content="{policy(script)}">\n<meta name="viewport" content="width=device-width, '
            f'initial-scale=1">\n'
            f'<meta name="color-scheme" content="light '
            f'dark">\n<title>{title}</title>\n<style>\n{resource("reader.css")}\n'
            f'</style>\n</head>\n<body class="alone">\n<main>\n<h1 '
            f'class="hidden">{title}</h1>\n{fragment(article, 2)}\n</main>\n'
            f"<script>{script}</script>\n</body>\n</html>\n")


class View:
    """What `article.view()` returns: the reader in a frame, one line of text elsewhere."""

    def __init__(self, article: "Article"):
        self.article = article

    def _repr_html_(self):
        return ('<iframe sandbox="allow-scripts" title="The article, annotated" '
                'style="width:100%;height:80vh;border:0" '
                f'srcdoc="{html.escape(page(self.article))}"></iframe>')

    def __repr__(self):
        title = printable(self.article.title or "An article without a title")
        return (f"{title}: {len(self.article.quotes)} quotations, "
                f"{len(layers.voices(self.article))} voices and "
                f"{len(self.article.numbers)} numbers marked in the text")


def _switches():
    boxes = "".join(f'<label><input type="checkbox" data-layer="{name}" checked> <span class="key '
                    f'{kind}">{label}</span></label>'
                    for name, label, kind in _LAYERS)
    return f'<fieldset class="layers"><legend>Show</legend>{boxes}</fieldset>'


def _voices(numbered):
    if not numbered:
        return '<p class="none">Nobody is given a word in this article.</p>'
    rows = "".join(f'<label class="v{(voice.number - 1) % layers.COLOURS} '
                   f'u{(voice.number - 1) // layers.COLOURS % 4}"><input type="radio" name="voice" '
                   f'value="{voice.number}"><b class="chip">{voice.number}</b><span '
                   f'dir="auto">{markup(voice.name)}</span><small>{_given(voice)}</small></label>'
                   for voice in numbered.values())
    return ('<fieldset class="voices"><legend>Voices</legend><div class="list"><label><input '
            'type="radio" name="voice" value="" '
            f'checked><span>Everybody</span></label>{rows}</div></fieldset>')


def _given(voice):
    return f"{voice.words:,} word{'s' * (voice.words != 1)}" if voice.words else "no words"


_PANEL = """<section class="panel" aria-label="Details" tabindex="0">
<div class="bar"><button type="button" class="back" aria-label="Previous mark">←</button>\
<button type="button" class="on"
 aria-label="Next mark">→</button>\
<button type="button" class="close" aria-label="Close the details">×</button></div>
<div class="what" aria-live="polite"><p class="hint">Point at a mark, tap it, \
or go through the text with the arrow keys: here stands
 who says it, how sure the program is, and which rule decided.</p></div>
</section>"""

"""The reader as HTML: a fragment for the report, a page for JupyterLab and for a file."""
import base64
import hashlib
import html
import json
from importlib.resources import files

from analysis.article import Article
from analysis.show.display.escape import markup, printable
from analysis.show.reader import details, layers
from analysis.show.reader.markup import text
from analysis.text.phrases import count

_LAYERS = [("quotes", "Quotations", "quote"), ("reports", "Paraphrases", "report"),
           ("sources", "Sources", "source"), ("cues", "Cues", "cue"),
           ("numbers", "Numbers", "number"), ("tone", "Tone", "tone")]


def resource(name: str) -> str:
    """The text of a file that stands beside this module, such as reader.css."""
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


def fragment(article: Article, level: int = 3) -> str:
    """The reader of an Article: its text, the switches, the voices and the panel."""
    numbered = layers.voices(article)
    voices = [(voice.number, markup(voice.name),
               count(voice.words, "word") if voice.words else "no words",
               (voice.number - 1) % layers.COLOURS, (voice.number - 1) // layers.COLOURS % 4)
              for voice in numbered.values()]
    return _rendered("reader.html.j2", layers=_LAYERS, voices=voices,
                     body=text(article, numbered, level) if article.text.strip() else "",
                     details=data("reader-details", details.details(article, numbered)))


def page(article: Article) -> str:
    """The reader as one self-contained HTML page that asks nothing of any server."""
    script = resource("reader.js")
    title = markup(article.title or "An article without a title")
    return _rendered("page.html.j2", policy=policy(script), title=title, script=script,
                     style=resource("reader.css"), reader=fragment(article, 2)) + "\n"


def _rendered(name, **values):
    """A template beside this module with its values, which are HTML."""
    from jinja2 import Template
    return Template(resource(name), trim_blocks=True).render(values)


class View:
    """What `article.view()` returns: the reader in a frame, one line of text elsewhere."""

    def __init__(self, article: Article):
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

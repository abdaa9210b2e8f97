"""The reader as HTML: a fragment for the report, a page for JupyterLab and for a file."""
import html

from analysis.article import Article
from analysis.show.escape import markup, printable
from analysis.show.page import data, policy, resource
from analysis.show.reader import details, layers
from analysis.show.reader.markup import text
from analysis.text.phrases import count

_LAYERS = [("quotes", "Quotations", "quote"), ("reports", "Paraphrases", "report"),
           ("sources", "Sources", "source"), ("cues", "Cues", "cue"),
           ("numbers", "Numbers", "number"), ("tone", "Tone", "tone")]


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

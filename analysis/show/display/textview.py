"""The article's own text, with the places that every other finding links to."""

from analysis.article import Article
from analysis.show.escape import markup, printable

_WEIGHT = {"title": "font-weight:bold;font-size:1.3em", "heading": "font-weight:bold",
           "standfirst": "font-style:italic", "byline": "font-style:italic"}


class TextView:
    """The text of an Article: numbered paragraphs, each sentence with an anchor `s<number>`.

    prefix: stands before the anchors, where several articles are on one page. label: of the text,
    for those who do not see it.
    """

    def __init__(self, article: Article, prefix: str = "", label: str = "The text of the article"):
        self.prefix, self.label = prefix, label
        self.paragraphs = list(article.paragraphs.itertuples())
        self.sentences = {}
        for row in article.sentences.itertuples():
            self.sentences.setdefault(row.paragraph, []).append(row)

    def _repr_html_(self):
        return ('<div class="article tex2jax_ignore mathjax_ignore" role="group" tabindex="0" '
                f'aria-label="{markup(self.label)}">\n'
                + "\n".join(map(self._paragraph, self.paragraphs)) + "\n</div>")

    def _paragraph(self, row):
        pieces = [f'<span id="{self.prefix}s{sentence.sentence}">{markup(sentence.text)}</span>'
                  for sentence in self.sentences.get(row.paragraph, [])] or [markup(row.text)]
        style = f' style="{_WEIGHT[row.kind]}"' if row.kind in _WEIGHT else ""
        return (f'<p class="{markup(row.kind)}"><span class="label"><small>¶&nbsp;{row.paragraph} '
                f'{markup(row.kind)}</small></span> <span '
                f'class="words"{style}>{" ".join(pieces)}</span></p>')

    def __repr__(self):
        return "\n".join(f"[{row.paragraph} {row.kind}] {printable(row.text)}"
                         for row in self.paragraphs)

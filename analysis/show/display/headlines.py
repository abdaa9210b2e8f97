"""Findings for the front page: each a question, its answer, how sure, and the evidence."""
import re
from dataclasses import dataclass

from analysis.show.display.finding import Finding
from analysis.show.escape import markup


@dataclass(frozen=True)
class Headline:
    """question: the heading; answer: a `Finding`; caveat: one or two sentences, or none; notebook:
    the one with the evidence; section: its heading there, where that is known."""

    question: str
    answer: Finding
    caveat: str = ""
    notebook: str = ""
    section: str = ""

    @property
    def href(self) -> str:
        """The address of the evidence, as a notebook and the report's chapters have it."""
        slug = re.sub(r"\W+", "-", self.section.lower()).strip("-")
        return f"{self.notebook}.ipynb" + (f"#{self.notebook}--{slug}" if slug else "")


class Headlines:
    """Some `Headline`s, in order, under a `Finding` that says what they are about."""

    def __init__(self, lead: Finding, headlines: list[Headline]):
        self.lead, self.headlines = lead, list(headlines)

    def _repr_html_(self):
        return (
            f'<div class="headlines tex2jax_ignore mathjax_ignore">{self.lead._repr_html_()}<ol>' +
            "".join(map(self._item, self.headlines)) + "</ol></div>")

    @staticmethod
    def _item(headline):
        caveat = (f'<p class="caveat"><b>How sure?</b> {markup(headline.caveat)}</p>'
                  if headline.caveat else "")
        return (f"<li><h3>{markup(headline.question)}</h3>{headline.answer._repr_html_()}{caveat}"
                f'<p class="evidence"><a href="{headline.href}">The evidence'
                f'<span class="hidden"> for: {markup(headline.question)}</span></a></p></li>\n')

    def __repr__(self):
        return "\n\n".join([
            str(self.lead), *(f"{headline.question}\n{headline.answer}" +
                              (f"\nHow sure? {headline.caveat}" if headline.caveat else "")
                              for headline in self.headlines)])

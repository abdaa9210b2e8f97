"""Read one news article closely: its tone, its attribution, its quoted voices and its numeric
claims.

>>> import analysis
>>> article = analysis.read("data/articles/harbour.txt")      # or analysis.Article(text)
>>> len(article.quotes), len(article.speakers), len(article.numbers) # doctest: +SKIP
"""
import os
from importlib import import_module

from analysis.errors import ArticleError
from analysis.system.registry import register, register_method

__version__ = "0.2.0"

# A paragraph's matrices are too small to be shared out: further threads of OpenBLAS would only wait
# for work, in loops that cost a third of the CPU. It reads this when numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Loaded when asked for, so that `article-notebooks --help` answers at once.
_LATER = {"Article": "analysis.article", "read": "analysis.reading",
          "compare": "analysis.reading.several", "Comparison": "analysis.comparison"}
__all__ = ["Article", "ArticleError", "Comparison", "compare", "read"]

# What an article is asked for, and where it is computed: the rooms that the central object does not
# know.
register(
    "parsed", "analysis.text.parse:parsed", about="""
    The parsed paragraphs (`analysis.text.parse.ParsedParagraph`), in order: """
    "the one parse that every table reads."
)
register(
    "quoted_spans", "analysis.quotations.spans:quoted_spans",
    "analysis.corrections.overlay:quoted_spans", """
    The quoted spans (`analysis.quotations.spans.QuotedSpan`), nested ones too, """
    "in order of their opening marks."
)
register(
    "decoded", "analysis.attribution:decoded", "analysis.corrections.overlay:decoded", """
    The attributions (`analysis.attribution.candidate.Attribution`), in order of """
    "their first character."
)
register(
    "entities", "analysis.entities:entities", "analysis.corrections.overlay:entities", """
    Everybody in the article (`analysis.entities.Entities`): its actors, """
    "their mentions, the attributions' sources."
)
for _name in ("paragraphs", "sentences", "attributions", "mentions", "decisions", "checks", "tone",
              "stances", "readability"):
    register(_name, f"analysis.tables.{_name}:table")
register("quotes", "analysis.tables.quotes:table", "analysis.corrections.overlay:quotes")
register("speakers", "analysis.tables.speakers:table",
         "analysis.corrections.speaker_columns:speakers")
register("numbers", "analysis.tables.numbers:table", "analysis.corrections.quantities:numbers")
register(
    "pieces", "analysis.voices.spoken_words:pieces", about="""
    Whose words the text gives (`analysis.voices.spoken_words.Piece`), piece by """
    "piece, what is unsure included."
)
register(
    "tested", "analysis.checks.find:tested", about="""
    Every calculation and comparison that its numbers allow (`analysis.checks.check.Check`), """
    "those that hold included."
)
register("genre", "analysis.measures.genre:kind", about="""
    What sort of text it is and how likely it is that, as `analysis.measures.genre.kind` says.""")
register("findings", "analysis.findings:table")
register(
    "edits", "analysis.corrections:entered", about="""
    What a person corrected, each applied or refused (`analysis.corrections.edits.Edits`); """
    "None without a review."
)
register("corrections", "analysis.corrections:table")
register_method("view", "analysis.show.reader:View", """
    The article itself, with what was found laid over it; in JupyterLab in a frame of its own.""")
register_method("_repr_html_", "analysis.show.card:html")
register(
    "codebook", "analysis.show.card:Codebook", about="""
    What every column of every table means; `article.codebook["quotes"]` is the part on """
    "one table."
)


def __getattr__(name):
    if name not in _LATER:
        raise AttributeError(f"module 'analysis' has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)


def __dir__():
    return [*__all__, "__version__"]

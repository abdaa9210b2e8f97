"""Binds executed notebooks into one self-contained HTML page, with nbconvert."""
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

import analysis
from analysis.publish.report import jupyter  # noqa: F401  before nbconvert, which imports nbformat
from analysis.publish.report.backlinks import anchored
from analysis.publish.report.chapter import Chapter, link_chapters
from analysis.publish.report.chart import chart
from analysis.publish.report.fold import fold
from analysis.publish.report.notebooks import assignment, parameters
from analysis.publish.report.opening import parts
from analysis.publish.report.saving import saving
from analysis.show.escape import printable
from analysis.show.page import data, origin, policy, resource
from analysis.text.phrases import listing

from nbconvert.exporters.templateexporter import TemplateExporter  # isort: skip

if TYPE_CHECKING:
    from analysis.archive.ask import Archive
    from analysis.article import Article
    from analysis.comparison import Comparison

FRONT = "What it says, in short"
_HERE = Path(__file__).parent
# What is shown of an output that comes in several forms.
_FORMS = ["text/html", "image/png", "image/jpeg", "text/markdown", "text/plain"]


def page(article: "Article", notebooks: dict[str, Any], opening: Any) -> str:
    """The report as HTML text: the opening's parts, then the executed notebooks as chapters.

    opening: the executed notebook of `analysis.publish.report.opening`.
    """
    exporter = _exporter()
    chapters = [_chapter(exporter, name, notebook, origin(article), set(notebooks))
                for name, notebook in notebooks.items()]
    findings, picture, reader = parts(opening)
    front = [link_chapters(part, set(notebooks)) for part in (findings, _picture(picture))]
    (findings, picture, *bodies), links = anchored(
        [*front, *(chapter["body"] for chapter in chapters)], FRONT)
    for chapter, body in zip(chapters, bodies):
        chapter["body"] = Markup(body)
    facts, script = [article.outlet, article.byline, article.published], resource("reader.js")
    return _template("page.html.j2").render(
        _common(article.title or "An article without a title", facts, chapters,
                script), source=printable(origin(article)), digest=article.text_sha256, front=FRONT,
        findings=Markup(findings), picture=Markup(picture), reader=Markup(reader),
        links=Markup(data("reader-links", links)), script=Markup(script))


def comparison_page(comparison: "Comparison", name: str, notebook: Any) -> str:
    """The comparison as HTML text: its executed notebook as the one chapter."""
    sources = [origin(article) for article in comparison.articles]
    chapter = _chapter(_exporter(), name, notebook, sources, {name}, outline=False)
    return _template("compare.html.j2").render(
        _common(f"{len(sources)} reports of one event", comparison.outlets,
                [chapter | {"body": Markup(chapter["body"])}], ""),
        source=printable(listing(sources)),
        digests=[(printable(outlet), article.text_sha256)
                 for outlet, article in zip(comparison.outlets, comparison.articles)])


def archive_page(archive: "Archive", name: str, notebook: Any) -> str:
    """An `analysis.archive.Archive` as HTML text: its executed notebook as the one chapter."""
    row = archive.overview().iloc[0]
    chapter = _chapter(_exporter(), name, notebook, archive.out.name, {name})
    return _template("archive.html.j2").render(
        _common(f"An archive of {row['articles']:,} articles", [row["first"], row["last"]],
                [chapter | {"body": Markup(chapter["body"])}], ""),
        source=printable(archive.out.name))


def _template(name):
    return Environment(loader=FileSystemLoader(_HERE / "template"), autoescape=True,
                       trim_blocks=True, lstrip_blocks=True).get_template(name)


def _common(title, facts, chapters, script):
    """What every page has. Its template escapes all that is no Markup."""
    return dict(title=printable(title), facts=[printable(fact) for fact in facts if fact],
                chapters=chapters, policy=Markup(policy(script)), version=analysis.__version__,
                style=Markup((_HERE / "template" / "report.css").read_text("utf8") +
                             resource("reader.css")))


def _picture(output):
    return chart(output) if "image/png" in output.data else output.data["text/html"]


def _exporter():
    """What makes chapters; the templates are compiled once for all that it makes."""
    exporter = TemplateExporter(template_name="template", extra_template_basedirs=[str(_HERE)],
                                template_file="chapter.html.j2")
    exporter.config.NbConvertBase.display_data_priority = _FORMS
    exporter.register_filter("chart", chart)
    exporter.register_filter("saving", saving)
    return exporter


def _chapter(exporter, name, notebook, source, names, outline=True):
    """One notebook, as an outline or open; where it read the article from is shown without the
    folders of somebody's machine."""
    chapter, notebook = Chapter(name), deepcopy(notebook)
    parameters(name, notebook).source = assignment(source, name)
    if outline:
        fold(notebook)
    exporter.register_filter("markdown", chapter.markdown)
    body, _ = exporter.from_notebook_node(notebook)
    return {"name": name,
            "headings": [(level, anchor, Markup(text)) for level, anchor, text in chapter.headings],
            "body": link_chapters(body, names)}

"""The report: one whole file, everything of the notebooks in it, everything of the article
harmless."""
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256

import nbformat
import pandas
import pytest

import analysis
from analysis.errors import ArticleError, NotebookError
from analysis.project import EXAMPLE, ROOT
from analysis.publish import files
from analysis.publish.report import write
from analysis.publish.report.chapter import Chapter, link_chapters
from analysis.publish.report.chart import chart as chart_html
from analysis.publish.report.copies import working_copy
from analysis.publish.report.notebooks import chapters, reference


def test_every_notebook_is_a_chapter(report):
    html = report[0].read_text("utf8")
    for path in chapters():
        assert f'<h2 id="{path.stem}">' in html and f'<a href="#{path.stem}">' in html
    assert len(re.findall(r' id="([^"]+)"', html)) == len(set(re.findall(r' id="([^"]+)"', html)))


def test_it_names_no_server_and_runs_no_script_but_its_own(report):
    html = report[0].read_text("utf8")
    assert "default-src 'none'" in html
    assert not re.search(r"<link|<iframe|@import|src=\"(?!data:)|url\(", html)
    run = [body for kind,
           body in re.findall(r"<script( type=\"application/json\" id=\"[\w-]+\")?>(.*?)</script>",
                              html, re.S)
           if not kind]
    assert len(run) == 1 and html.count("<script") == 3
    assert f"script-src 'sha256-{b64encode(sha256(run[0].encode()).digest()).decode()}'" in html


def test_what_runs_and_binds_it_needs_no_pandas():
    """The kernel has the tables; to import pandas beside it costs as much as a chapter."""
    code = ("import sys, analysis.publish.report.bind, analysis.publish.report.execute\n"
            "sys.exit('pandas' in sys.modules)")
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0


def test_it_does_not_tell_where_the_article_lies_on_the_machine(report):
    assert str(ROOT) not in report[0].read_text("utf8")


def test_the_kept_notebooks_read_the_article_from_where_they_are(report, harbour):
    for path in chapters():
        notebook = nbformat.read(report[1] / path.name, as_version=4)
        line = next(cell.source for cell in notebook.cells if cell.cell_type == "code")
        named = report[1] / re.fullmatch(r'ARTICLE = "(.+)"', line)[1]
        assert analysis.read(named).text_sha256 == harbour.text_sha256


def test_the_example_report_says_what_this_version_says(report):
    """Its words; charts may be drawn otherwise by another version of a library beneath."""
    shown = [re.sub(r'"data:[^"]*"|<script.*?</script>|<style.*?</style>|<[^>]+>', " ",
                    path.read_text("utf8"), flags=re.S) for path in (EXAMPLE, report[0])]
    assert shown[0].split() == shown[1].split(), "make outputs"


def test_an_existing_report_survives_a_failure(harbour, tmp_path, monkeypatch):
    target = tmp_path / "report.html"
    files.replace_text(target, "the old one")
    before = target.read_bytes()
    monkeypatch.setattr("analysis.show.views.overview.origin", lambda article: 1 / 0)
    monkeypatch.setattr("analysis.publish.report.bind.origin", lambda article: 1 / 0)
    monkeypatch.setattr("analysis.publish.report.execute", lambda *arguments, **options: [])
    with pytest.raises(ZeroDivisionError):
        write(harbour, target)
    assert target.read_bytes() == before and list(tmp_path.iterdir()) == [target]


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path, monkeypatch):
    target = tmp_path / "file"
    target.write_text("old")
    monkeypatch.setattr(files.os, "replace",
                        lambda *names: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError):
        files.replace_text(target, "new")
    assert target.read_text() == "old" and list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("target, problem",
                         [("", "is a folder"), ("none/report.html", "there is no folder")])
def test_a_place_that_cannot_be_written_to_is_refused_before_any_work(harbour, tmp_path, target,
                                                                      problem):
    with pytest.raises(ArticleError, match=problem):
        write(harbour, tmp_path / target, progress=pytest.fail)


@pytest.mark.notebook
def test_a_cell_that_fails_is_named(harbour, tmp_path):
    from analysis.publish.report.execute import execute
    cells = [nbformat.v4.new_code_cell("x = 1"), nbformat.v4.new_code_cell("x / 0")]
    with pytest.raises(NotebookError,
                       match=r"notebook 9-mine failed at `x / 0`: ZeroDivisionError"):
        execute({"9-mine": nbformat.v4.new_notebook(cells=cells)}, harbour, tmp_path,
                lambda line: None)


def test_a_working_copy_reads_the_article_and_keeps_what_was_changed_in_it(harbour, tmp_path):
    folder = working_copy(harbour, tmp_path)
    first = folder / chapters()[0].name
    assert reference(harbour.source, folder) in first.read_text("utf8")
    first.write_text("mine")
    assert working_copy(harbour, tmp_path) == folder and first.read_text() == "mine"


def test_markdown_is_rendered_without_its_html():
    chapter = Chapter("1-a")
    assert chapter.markdown("# A & <b>\n\n<script>x</script>") == (
        '<h2 id="1-a">A &amp; &lt;b&gt;</h2>\n<p>&lt;script&gt;x&lt;/script&gt;</p>\n')
    chapter.markdown("## What?\n\n## What?")
    assert [anchor for _, anchor, _ in chapter.headings] == ["1-a", "1-a--what", "1-a--what-2"]


def test_words_of_another_direction_turn_no_others_around():
    from analysis.show.display import Table, finding
    table = Table(pandas.DataFrame({"a": ["דני", "Ana"]}), "Names")
    assert ("<td style=\"text-align:left\"><bdi>דני</bdi></td>" in table._repr_html_()
            and "<bdi>Ana" not in table._repr_html_())
    assert "<bdi>דני</bdi>, 3 words" in finding("{name}, 3 words", name="דני")._repr_html_()


def test_the_labels_of_a_figure_are_links_at_their_places():
    from analysis.show.charts import rows
    from analysis.show.charts.speakers import bars
    from analysis.show.display import Figure, Place
    chart = bars([("Ana <Brell>", 3), ("nobody", 1)], "Words", "Words")
    data, metadata = Figure(chart, "Bars.",
                            zip(rows(chart), [Place(4, 7), None]))._repr_mimebundle_()
    (link,) = metadata["image/png"]["links"]
    assert (link["label"], link["paragraph"], link["sentence"]) == ("Ana <Brell>", 4, 7)
    assert (0 <= link["left"] < link["left"] + link["width"] < 50
            and 0 < link["top"] < link["top"] + link["height"] < 60)
    html = chart_html(nbformat.v4.new_output("display_data", data, metadata=metadata))
    assert ('aria-label="Ana &lt;Brell&gt;, paragraph 4, in the text"' in html
            and 'href="1-article.ipynb#s7"' in html)


def test_a_figure_with_a_narrow_form_has_an_image_and_places_for_a_narrow_screen():
    from analysis.show.charts import rows
    from analysis.show.charts.speakers import bars
    from analysis.show.display import Figure, Place

    def drawn(**more):
        chart = bars([("Ana Brell", 3)], "Words", "Words")
        return Figure(chart, "Bars.", zip(rows(chart), [Place(4, 7)]), **more)
    for figure, narrow in ((drawn(), False), (drawn(narrow=drawn()), True)):
        data, metadata = figure._repr_mimebundle_()
        html = chart_html(nbformat.v4.new_output("display_data", data, metadata=metadata))
        assert ("<source media=" in html) == ("--narrow-left:" in html) == narrow
        assert html.count("alt=") == 1 and "--left:" in html


def test_links_between_notebooks_become_links_within_the_report():
    assert link_chapters('<a href="2-b.ipynb">x</a>', {"2-b"}) == '<a href="#2-b">x</a>'
    assert link_chapters('<a href="2-b.ipynb#s3">x</a>', {"2-b"}) == '<a href="#s3">x</a>'
    assert link_chapters('<a href="3-c.ipynb">x</a>', {"2-b"}) == "<a>x</a>"
    assert link_chapters('<a href="https://a.example/2-b.ipynb">',
                         {"2-b"}) == '<a href="https://a.example/2-b.ipynb">'


def test_a_cell_that_fails_says_so_and_costs_nothing_else(harbour, tmp_path):
    from analysis.publish.report.execute import execute
    cells = [nbformat.v4.new_code_cell(code)
             for code in ("x = 1", "raise ValueError('<b>\\x1b[2J')", "x + 1")]
    notebook = nbformat.v4.new_notebook(cells=cells)
    failed = execute({"9-mine": notebook}, harbour, tmp_path, lambda line: None, whole=False)
    assert (len(failed) == 1 and failed[0].startswith("notebook 9-mine failed at")
            and "\x1b" not in failed[0])
    shown = notebook.cells[1].outputs[0].data
    assert ("This could not be computed (ValueError: &lt;b&gt;" in shown["text/html"]
            and "\x1b" not in shown["text/html"])
    assert notebook.cells[2].outputs[0].data["text/plain"] == "2"


def test_no_text_of_the_article_is_in_a_file_while_the_notebooks_run(harbour, tmp_path,
                                                                     monkeypatch):
    from analysis.publish.report.execute import execute
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    looks = ("from pathlib import Path; import analysis; article = analysis.read('')\n"
             f"sorted(path.name for path in Path({str(tmp_path / 'temporary')!r}).rglob('*') if "
             "path.is_file() and not path.is_socket())")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(looks)])
    execute({"9-mine": notebook}, harbour, tmp_path, lambda line: None)
    assert ("history" not in (seen := notebook.cells[0].outputs[0].data["text/plain"])
            and "pickle" not in seen)
    assert list((tmp_path / "temporary").iterdir()) == []

"""The committed notebooks keep to one style, read the project's own article only, and work on
awkward articles."""
import ast
import json
import re

import pytest
from conftest import bound

import analysis
from analysis.project import ARCHIVED, COMPARED, DEFAULT, NOTEBOOKS
from analysis.publish.report.notebooks import ARCHIVE, COMPARISON, assignment, paths, reference

every_notebook = pytest.mark.parametrize("notebook", [
    pytest.param(json.loads(path.read_text("utf8")), id=path.stem) for path in paths()])


def code(notebook):
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def prose(notebook):
    return [
        "".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown"
    ]


def tree(cell):
    return ast.parse("".join(cell["source"]))


@every_notebook
def test_the_first_code_cell_names_the_projects_own_article_and_nothing_else(notebook, request):
    name = request.node.callspec.id
    read = {COMPARISON: list(COMPARED), ARCHIVE: ARCHIVED}.get(name, DEFAULT)
    tagged = [
        cell for cell in notebook["cells"] if "parameters" in cell["metadata"].get("tags", [])]
    assert tagged == code(notebook)[:1]
    assert "".join(tagged[0]["source"]) == assignment(reference(read, NOTEBOOKS), name)


@every_notebook
def test_imports_come_once_right_after_it(notebook):
    has_import = [
        any(isinstance(node, (ast.Import, ast.ImportFrom)) for node in ast.walk(tree(cell)))
        for cell in code(notebook)]
    assert has_import == [False, True] + [False] * (len(has_import) - 2)


@every_notebook
def test_a_cell_is_one_to_three_lines_without_machinery(notebook):
    machinery = (ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.While, ast.ListComp,
                 ast.DictComp, ast.SetComp, ast.GeneratorExp, ast.With, ast.Try)
    for cell in code(notebook):
        source = "".join(cell["source"])
        assert 1 <= len(source.splitlines()) <= 3, source
        assert not any(isinstance(node, machinery) for node in ast.walk(tree(cell))), source
        assert not re.search(r"^[%!]|;\s*$|\bre\.|warnings|sys\.path|chdir", source, re.M), source


@every_notebook
def test_every_cell_was_run_in_order_and_shows_something(notebook):
    assert [cell["execution_count"] for cell in code(notebook)] == list(range(1,
                                                      len(code(notebook)) + 1))
    for cell in code(notebook)[2:]:
        assert [output["output_type"]
                for output in cell["outputs"]] == ["execute_result"], cell["source"]


@every_notebook
def test_it_asks_a_question_warns_and_says_what_it_cannot_tell(notebook):
    first, *_, last = prose(notebook)
    assert re.match(r"# .+\?\n", first) and "trust" in first
    assert last.startswith("## What this cannot tell you")


@every_notebook
def test_every_figure_has_a_description(notebook):
    for cell in code(notebook):
        for output in cell["outputs"]:
            if "image/png" in output["data"]:
                assert output["metadata"]["image/png"]["alt"] == "".join(
                    output["data"]["text/plain"])


PARAGRAPH = (
    "The council of Brayford met for {n} hours on Tuesday. “We will mend the bridge,” said Ana "
    "Brell, the mayor. Some {n} people watched, and Dr. Ivo Lund doubted that it would be enough.")
AWKWARD = {
    "no quotes": "A Bridge\n\nThe bridge fell. Nobody was hurt. It was 40 years old.",
    "one sentence": "The bridge fell.", "one word": "Bridge",
    "no numbers": "A Bridge\n\n“It fell,” said the mayor. She was calm.",
    "only headings": "A Bridge\n\nThe Mayor\n\nThe River\n\nThe End",
    "single quotation marks": "A Bridge\n\n‘It fell,’ said Ana Brell. ‘We don’t know why the "
                              "engineers’ report was late.’",
    "markup":
        "<script>alert('x')</script> {{ 7*7 }} {% raw %}\n\n<b>Ana</b> said: “<img src=x "
        "onerror=alert(1)> **bold** [a](javascript:alert(1)) $x^2$ `code` &amp;.”\n\n# Not a "
        "heading\n\n=1+1 cost $40 million, $50 million or </pre></style><!-- 5% -->.",
    "control characters": "A Bridge\x07\n\n“It\x1b[31m fell\u202e,” said\u200b Ana\x00 Brell. It "
                          "fell 3\u00a0times.",
    "straight, wrong-way and unbalanced marks":
        "A Bridge\n\n“It fell, said Ana Brell. \"We saw it,\" she said.\n\nIt fell,” said ‘Ivo "
        "Lund. ”Who knows“, he asked. «We went», \"\" said 'the mayor. “” ‘’ \" '",
    "no paragraphs": PARAGRAPH.format(n=20) * 40,
    "right to left": "The Word שלום\n\n“مرحبا, we met 40 people,” said דני Brell, the mayor. "
                     "\u2067Ivo\u2069 claimed 3\u200f things.",
    "pictures": "🌉 A Bridge\n\n“It fell 😭,” said Ana 👩‍🔧 Brell. 🇬🇧 4️⃣ boats and 5 🚢 sank. "
                "“👍🏽,” said 🚢."}


@pytest.mark.notebook
@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.filterwarnings("error:Glyph", "error:Attempting to set")
def test_they_work_on_an_awkward_article(name):
    sound(bound(analysis.Article(AWKWARD[name]))[0])


@pytest.mark.parametrize("name", ["hostile", "20,000 words"])
def test_they_work_on_a_hostile_article_and_on_a_long_one(name, reports):
    sound(reports(name)[0].read_text("utf8"))


@pytest.mark.notebook
def test_where_there_is_nothing_to_draw_words_say_so():
    """A text without voices and numbers has pictures of its sentences only."""
    _, notebooks = bound(analysis.Article("A Bridge\n\nThe bridge fell. Nobody was hurt."))
    shown = {name: [output.data for cell in notebook.cells if cell.cell_type == "code"
                    for output in cell.outputs]
             for name, notebook in notebooks.items()}
    assert not [
        name for name in ("4-voices", "5-numbers") for data in shown[name] if "image/png" in data]
    assert "Nobody is given a word" in str(
        shown["4-voices"]) and "no counts of two and more" in str(shown["5-numbers"])


def sound(html):
    """Whether a report is whole: no script but its own, nothing of the article alive, no missing
    value shown as such."""
    own = re.findall(
        r"<script(?: type=\"application/json\" id=\"[\w-]+\")?>[^<]*</script>|<script>\n?// The "
        r"reader.*?</script>", html, re.S)
    assert len(own) == html.count("<script") == 3
    assert not re.search(r"<img src=x|<b>Ana|href=\"javascript", html)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", html)
    assert not re.search(r"\b(nan|NaN|None|NaT)\b", re.sub(r"base64,[^\"]+", "", html))

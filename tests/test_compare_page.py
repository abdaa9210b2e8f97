"""The page of a comparison: harmless whatever the articles hold, refused in one line where there is
nothing to compare."""
import re
import subprocess
import sys

import pytest
from conftest import bound_comparison

import analysis
from analysis.project import COMPARED, ROOT
from analysis.publish.files import replace_text
from analysis.publish.report.notebooks import COMPARISON
from analysis.show.views import compare

HOSTILE = '<img src=x onerror=alert(1)> **b** [a](javascript:alert(1)) $x$ `c` </script><b>'


def hostile(number):
    text = (
        f"The Bridge {HOSTILE}\n\n“It fell {HOSTILE} all at once,” said Ana Brell {HOSTILE}, the "
        f"mayor of Brayford. The bridge killed {11 + number} people.\n\n“It fell all at once,” "
        f"said Ivo Lund. \x1b[31m\u202e Some {40 + number} boats were lost."
    )
    return analysis.Article(text, title=f"{HOSTILE} {number}", outlet=f"{HOSTILE} {number}",
                            source=f"/tmp/{HOSTILE}.txt")


@pytest.mark.notebook
def test_no_text_of_an_article_becomes_markup():
    html = bound_comparison(analysis.Comparison([hostile(0), hostile(1)]))
    assert "<script" not in html and "default-src 'none'" in html
    assert not re.search(r"<img src=x|<b>(?!How sure)|href=\"javascript|<strong>b</strong>", html)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", html)
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


@pytest.mark.notebook
@pytest.mark.parametrize("texts", [("Bridge", "River"),
                                   ("The bridge fell.", "A Cup\n\nNobody won. It rained."),
                                   ("A\n\nB\n\nC", "“…”")],
                         ids=["one word", "no voices", "headings and marks"])
def test_it_says_in_words_that_there_is_nothing(texts):
    html = bound_comparison(analysis.Comparison([analysis.Article(text) for text in texts]))
    assert "no two articles quote the same words" in html
    assert not re.search(r"\b(nan|NaN|None|NaT)\b", re.sub(r"base64,[^\"]+", "", html))


def run(*arguments):
    return subprocess.run([sys.executable, "-m", "analysis", "compare", *map(str, arguments)],
                          capture_output=True, text=True, cwd=ROOT)


@pytest.mark.parametrize("articles, said", [
    ([COMPARED[0]], "2 to 20 articles"), ([COMPARED[0]] * 21, "2 to 20 articles"),
    ([COMPARED[0], COMPARED[0]], "same text"),
    ([COMPARED[0], "nowhere.txt"], "nowhere.txt")], ids=["one", "21", "the same", "missing"])
def test_what_cannot_be_compared_is_refused_in_one_line(articles, said, tmp_path):
    target = tmp_path / "page.html"
    replace_text(target, "old")
    old = target.read_bytes()
    done = run(*articles, "-o", target)
    assert done.returncode == 2 and target.read_bytes() == old
    assert said in done.stderr.splitlines()[-1]


def test_the_page_replaces_an_old_one_and_is_kept_as_a_notebook(compared):
    assert "3 reports of one event" in compared.read_text("utf8")
    assert (compared.parent / "kept" / f"{COMPARISON}.ipynb").exists()
    assert str(ROOT) not in compared.read_text("utf8")


def test_the_passages_side_by_side_can_be_saved_and_lead_to_their_places():
    comparison = analysis.compare(COMPARED)
    for shown in (compare.figures(comparison), compare.facts(comparison),
                  compare.quotations(comparison), compare.cues(comparison)):
        outlets = dict(zip(comparison.outlets, comparison.articles))
        for row in shown.frame.dropna(subset=["text"]).itertuples():
            assert outlets[row.outlet].text[row.start:row.end] == row.text
        shown_as = shown._repr_mimebundle_()[1]["text/html"]
        assert shown_as["csv"].startswith("matter,outlet,text,") and shown_as["name"][-4:] == ".csv"
        assert len(shown.frame) >= sum(len(excerpts) for _, excerpts in shown.items) > 0

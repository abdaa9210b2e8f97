"""A second report of the same article is the first one; of anything else it is not."""

import os
import subprocess
import sys
from datetime import date

import pytest

import analysis
from analysis.publish.report import cache, write

TEXT = "The weir held.\n\n“It held,” said Ana Brell, the mayor of Tarn, on Monday."


def test_a_report_made_before_is_taken_as_it_is(tmp_path):
    article = analysis.Article(TEXT)
    cache.put(cache.place(article), "<p>made before</p>")
    said = []
    page = write(analysis.Article(TEXT), tmp_path / "report.html", progress=said.append)
    assert page.read_text("utf8").startswith("<p>made before</p>") and "made before" in said[0]


def test_another_text_title_day_or_correction_is_another_report():
    places = [cache.place(article)
              for article in (analysis.Article(TEXT), analysis.Article(TEXT + " Again."),
                              analysis.Article(TEXT, title="Weir"),
                              analysis.Article(TEXT, published=date(2024, 5, 3)))]
    assert len(set(places)) == 4 and cache.place(analysis.Article(TEXT)) == places[0]


def test_another_process_finds_it():
    code = (
        "import analysis; from analysis.publish.report import cache\n"
        f"print(cache.place(analysis.Article({TEXT!r})))"
    )
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True,
                           env=os.environ | {"PYTHONHASHSEED": "1"})
    assert found.stdout.strip() == str(cache.place(analysis.Article(TEXT)))


def test_what_was_computed_does_not_make_it_another():
    article = analysis.Article(TEXT)
    before = cache.place(article)
    assert len(article.quotes) == 1 and cache.place(article) == before


def test_a_damaged_page_and_a_folder_that_cannot_be_written_to_cost_nothing(tmp_path, monkeypatch):
    place = cache.place(analysis.Article(TEXT))
    cache.put(place, "<p>")
    place.write_bytes(b"no gzip")
    assert cache.get(place) is None
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    cache.put(cache.place(analysis.Article(TEXT)), "<p>")


def test_only_the_newest_are_kept(monkeypatch):
    monkeypatch.setattr(cache, "_MOST", 2)
    places = [cache.place(analysis.Article(f"{TEXT} {number}.")) for number in range(3)]
    for age, place in enumerate(places):
        cache.put(place, "<p>")
        if place.exists():
            os.utime(place, (age, age))
    assert [place.exists() for place in places] == [False, True, True]


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_the_folder_is_the_users_alone():
    place = cache.place(analysis.Article(TEXT))
    cache.put(place, "<p>")
    assert place.parent.stat().st_mode & 0o077 == 0

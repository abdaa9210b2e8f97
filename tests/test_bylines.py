"""Author, outlet and date are read where a text prints them, and not where it only seems to."""
import pytest

from analysis import Article
from analysis.text.bylines import Byline, byline_tail, dateline_agency, find_date, read_byline


@pytest.mark.parametrize("line, expected", [
    ("By Ilse Marr", Byline("Ilse Marr")),
    ("By ILSE MARR, Associated Press", Byline("ILSE MARR", "Associated Press")),
    ("ILSE MARR, Associated Press", Byline("ILSE MARR", "Associated Press")),
    ("By Ilse Marr and Jo van der Brell", Byline("Ilse Marr and Jo van der Brell")),
    ("By Ilse Marr, political correspondent", Byline("Ilse Marr")),
    ("By POST Staff – NORWAY – 19 Feb 2016", Byline("POST Staff", "POST", "2016-02-19")),
    ("By Ilse Marr | Tarnholm Post | May 3, 2024",
     Byline("Ilse Marr", "Tarnholm Post", "2024-05-03")),
    ("Published: 3 May 2024", Byline(published="2024-05-03")),
    ("Updated 9:05 AM ET, Fri May 3, 2024", Byline(published="2024-05-03", updated=True)),
    ("Posted by Ilse Marr on 3 May 2024", Byline("Ilse Marr", None, "2024-05-03")),
    ("Friday, 3 May 2024", Byline(published="2024-05-03")),
    ("The Westmarch Courier, 3 May 2024", Byline(None, "The Westmarch Courier", "2024-05-03")),
    ("By Staff Reporter", Byline("Staff Reporter"))])
def test_byline_lines(line, expected):
    assert read_byline(line) == expected


@pytest.mark.parametrize("line", [
    "By Friday the water had gone.", "By the time she came, the gate was shut", "By Monday Night",
    "The weir holds", "By far the largest of them was built in May 2024, engineers say.",
    "On 3 May 2024 the council met in Tarnholm."])
def test_lines_that_are_no_byline(line):
    assert read_byline(line) is None


def test_a_sentence_that_begins_with_by_is_no_tail():
    assert byline_tail("Nobody slept. By Friday the water had gone") is None


@pytest.mark.parametrize("text, iso", [
    ("2024-05-03T08:00", "2024-05-03"), ("3rd of May 2024", "2024-05-03"),
    ("Sept. 9, 2024", "2024-09-09"), ("23/05/2024", "2024-05-23"), ("05/23/2024", "2024-05-23"),
    ("05/05/2024", "2024-05-05"), ("03/05/2024", None), ("31 February 2024", None),
    ("May 2024", None)])
def test_dates(text, iso):
    assert find_date(text) == iso


@pytest.mark.parametrize("text, agency", [
    ("TARNHOLM (Reuters) - The weir held.", "Reuters"),
    ("TARNHOLM, Vell Valley (AP) — The weir held.", "AP"), ("The weir (Tarnholm) - held.", None),
    ("Ana Brell (47) - a keeper", None)])
def test_datelines(text, agency):
    assert dateline_agency(text) == agency


def test_a_name_over_the_paper_and_its_date_is_a_byline():
    body = ("The weir held all night, and in the morning the town came out to look at what the "
            "river had left on its banks.")
    article = Article("Why our trains are late\n\nIlse Marr\n\nThe Tarnholm Post, 3 May "
                      f"2024\n\n{body}")
    assert (article.byline, article.outlet, article.published) == ("Ilse Marr", "The Tarnholm Post",
                                                                   "2024-05-03")
    assert list(article.paragraphs["kind"]) == ["title", "byline", "byline", "body"]


def test_the_town_of_the_dateline_is_no_outlet():
    article = Article("Weir holds\n\nBy Ilse Marr | Tarnholm | Updated: 3 May 2024, 9:42 "
                      "pm\n\nTARNHOLM: The weir held all night long.")
    assert (article.byline, article.outlet, article.published) == ("Ilse Marr", None, "2024-05-03")

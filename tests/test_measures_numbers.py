"""The fact-checker's worklist: what is on it, in which order, and that its file runs no formula."""
import csv

import pytest

from analysis.article import Article
from analysis.errors import ArticleError
from analysis.measures import quantities as measures
from analysis.publish.export import worklist as write

TEXT = ("The mill burned on Tuesday. “We lost 4,310 sacks,” said Ana Brell, the miller. At least "
        "20 people watched.\n\n"
        "The damage came to €2.3 million. The siren sounded at five. Three roads were closed.\n\n"
        "The storm wrecked 40 houses, 30 shops and 20 barns, 80 buildings in all.")


@pytest.fixture(scope="module")
def article():
    return Article(TEXT, published="2024-05-15")


def test_every_explicit_quantity_is_on_the_list_once_with_its_own_sentence(article):
    table = measures.worklist(article)
    assert table["number"].is_unique
    assert set(measures.quantities(article)["number"]) <= set(table["number"])
    for row in table.itertuples():
        assert article.text[row.start:row.end] == row.text and row.text in row.claim


@pytest.mark.parametrize("text, found", [
    ("It is one of the best boats.", []), ("It may one day sink.", []),
    ("“It sank,” one witness said.", []), ("That is one reason why it sank.", []),
    ("Her aunt, one of the divers, swam.", []), ("At one point it leaned.", []),
    ("It was just the one small boat.", []),
    ("One of the two engines failed.", ["One", "two"]), ("Only one diver came.", ["one"]),
    ("It took one day.", ["one day"]), ("One of the divers drowned.", ["One"]),
    ("Tarn had 5 thefts per 1,000 residents.", ["5"]),
    ("They had two top 10 albums, and are in the top 20.", ["two"]),
    ("She wrote many books, including one of Tarn.", []),
    ("It says that one in ten users are buying boats.", ["one in ten"]),
    ("The top 10 boats sank.", ["10"]), ("It lost her side's Six Nations match.", []),
    ("Two, mend the wall. Three, sell the boats.", []),
])
def test_one_that_counts_nothing_and_what_a_rate_is_per_are_on_no_list(text, found):
    assert measures.quantities(Article(text)).text.tolist() == found


def test_the_score_is_the_sum_of_its_columns_and_orders_the_list(article):
    table = measures.worklist(article)
    assert (table["score"] == table[measures.PARTS].sum(axis=1)).all()
    assert table["score"].is_monotonic_decreasing


def test_what_does_not_add_up_names_its_check(article):
    table = measures.worklist(article).set_index("text")
    assert "40 + 30 + 20 = 90" in table.loc["80", "what_to_look_at"]
    assert table.loc["80", "disputed_points"] == 4 and table.loc["Three", "disputed_points"] == 0


def test_verdict_and_source_are_left_to_the_reader(article):
    assert measures.worklist(article)[["verdict", "source"]].isna().all(axis=None)


def test_a_precise_figure_without_a_source_counts_more_than_one_that_somebody_vouches_for(article):
    table = measures.worklist(article).set_index("text")
    assert table.loc["€2.3 million", "precision_points"] == 2
    assert table.loc["4,310", "precision_points"] == 0


def test_each_number_has_one_sort_of_source_and_one_way_of_being_stated(article):
    n = len(measures.quantities(article))
    assert (measures.sources(article)["n"].sum() == measures.hedging(article)["n"].sum()
            == measures.rounding(article)["n"].sum() == n)


@pytest.mark.parametrize("text", ["", "Nothing is counted here.", "A HEADING"])
def test_an_article_without_numbers_has_an_empty_list(text):
    table = measures.worklist(Article(text))
    assert table.empty and {"score", "verdict", "source"} <= set(table.columns)
    assert measures.sources(Article(text))["n"].sum() == 0


HOSTILE = "=2+3 trucks came, says the driver. @5 vans followed. +7 carts were late."


def test_no_cell_of_the_file_runs_as_a_formula(tmp_path):
    from openpyxl import load_workbook
    article = Article(HOSTILE)
    sheet = load_workbook(write(article, tmp_path / "list.xlsx"))["worklist"]
    assert sheet.max_row > 1
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    with open(write(article, tmp_path / "list.csv"), encoding="utf8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]


def test_a_file_of_another_kind_is_refused(tmp_path):
    with pytest.raises(ArticleError, match="xlsx or .csv"):
        write(Article(HOSTILE), tmp_path / "list.pdf")


def test_a_named_official_stands_at_least_as_high_as_the_reporter_and_a_named_baker_does_not():
    table = measures.worklist(Article(
        "The flood wrecked 4,312 homes. Mayor Ana Brell said that the flood wrecked 4,315 homes. "
        "Olav Pell, a baker, said that it wrecked 4,317 homes."))
    score = table.set_index("text")["score"]
    assert score["4,315"] >= score["4,312"] > score["4,317"]


@pytest.mark.parametrize("text, figure, tag", [
    ("The ferry ran for 12 days.", "12 days", "date"),
    ("A record 300 boats sailed.", "300", "superlative"),
    ("Sales rose by 310 boats.", "310", "change"),
    ("Some 40 per cent sank.", "40 per cent", "share"),
    ("It has 340 berths, more than Orva.", "340", "comparison"),
    ("It has 330 masts.", "330", "quantity")])
def test_each_claim_on_the_list_is_tagged_by_what_it_claims(text, figure, tag):
    assert measures.worklist(Article(text)).set_index("text").loc[figure, "tag"] == tag


@pytest.mark.parametrize("text, points", [
    ("The bank wrote off 400 loans after a fire had killed people.", 0),
    ("The slump killed 45 accounts.", 0), ("The crash killed 47 people.", 2),
    ("Some 48 nurses died.", 2), ("It left 49 dead.", 2)])
def test_deaths_give_points_to_people_and_none_to_loans(text, points):
    assert measures.worklist(Article(text)).predicate_points.tolist() == [points]

"""Tables as files: everything in them, nothing in them that runs."""
import json

import pandas
import pytest
from openpyxl import load_workbook

import analysis
from analysis.errors import ArticleError
from analysis.export import export
from analysis.schemas import SCHEMAS

FORMULAS = "=HYPERLINK(1,2) was written on it.\n\n+1 said Ana Brell.\n\n@ana wrote: “=1+1 \x07is it.”\n\n-5 degrees, minus 5."


@pytest.fixture(scope="module")
def article():
    return analysis.Article(FORMULAS, title="=1+1", published="2025-03-14", source="formulas.txt")


def test_a_folder_holds_every_table_the_text_and_what_is_known(article, tmp_path):
    written = export(article, tmp_path / "out")
    assert {path.name for path in written} == {f"{name}.csv" for name in SCHEMAS} | {"article.txt", "article.json"}
    text = (tmp_path / "out" / "article.txt").read_text("utf8")
    sentences = pandas.read_csv(tmp_path / "out" / "sentences.csv", keep_default_na=False)
    assert len(sentences) == len(article.sentences)
    assert all(text[row.start:row.end] == row.text.removeprefix("'") for row in sentences.itertuples())
    assert json.loads((tmp_path / "out" / "article.json").read_text("utf8"))["text_sha256"] == article.text_sha256


def test_no_cell_of_a_csv_file_is_a_formula(article, tmp_path):
    for path in export(article, tmp_path / "out")[:len(SCHEMAS)]:
        texts = pandas.read_csv(path).select_dtypes(["str", "object"])
        assert not any(str(value).startswith(("=", "+", "-", "@")) for value in texts.to_numpy().ravel()), path


def test_no_cell_of_a_workbook_is_a_formula_and_text_is_unchanged(article, tmp_path):
    [path] = export(article, tmp_path / "out.xlsx")
    book = load_workbook(path)
    assert book.sheetnames == ["article", *SCHEMAS]
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    texts = [row[2].value for row in book["sentences"].iter_rows(min_row=2)]
    assert texts[0] == "=HYPERLINK(1,2) was written on it."


def test_parquet_gives_the_tables_back(article, tmp_path):
    export(article, tmp_path / "out", "parquet")
    for name in SCHEMAS:
        back = pandas.read_parquet(tmp_path / "out" / f"{name}.parquet")
        assert len(back) == len(getattr(article, name)) and list(back.columns) == list(SCHEMAS[name])


def test_lists_are_written_as_json(tmp_path):
    article = analysis.Article("“It fell,” said Ana Brell, “and nobody was hurt.”")
    export(article, tmp_path / "out")
    for name, column in [("attributions", "content"), ("tone", "drivers")]:
        values = pandas.read_csv(tmp_path / "out" / f"{name}.csv")[column]
        assert [json.loads(value) for value in values] == json.loads(json.dumps(getattr(article, name)[column].tolist()))


def test_other_files_in_the_folder_are_left_alone_and_a_file_is_not_taken_for_a_folder(article, tmp_path):
    (tmp_path / "mine.csv").write_text("mine")
    export(article, tmp_path)
    assert (tmp_path / "mine.csv").read_text() == "mine"
    with pytest.raises(ArticleError, match="is a file"):
        export(article, tmp_path / "mine.csv")


def test_the_same_article_gives_the_same_files(article, tmp_path):
    once, twice = export(article, tmp_path / "a"), export(article, tmp_path / "b")
    assert [path.read_bytes() for path in once] == [path.read_bytes() for path in twice]

"""Nothing that a person entered is ever lost: each writer, run again over a file with something
entered in it."""
import json

import nbformat
import pandas
import pytest
from openpyxl import load_workbook

import analysis
from analysis.errors import ArticleError
from analysis.publish.export import export, review, voices, worklist
from analysis.publish.report import start, write
from analysis.publish.report.notebooks import chapters, load, save

TEXT = ("A Weir\n\n“It held for 40 nights,” said Ana Brell, the mayor of Lorn. The weir cost 2.4 "
        "million euros.\n\nIvo Lund, an engineer, said that 3,120 people had been warned.\n")


@pytest.fixture(scope="module")
def article():
    return analysis.Article(TEXT, source="weir.txt")


def entered(path):
    """Enter something in a file as a person does, with the program that such files are opened
    with."""
    if path.suffix == ".xlsx":
        book = load_workbook(path)
        book.worksheets[-1].cell(2, 3).value = "mine"
        book.save(path)
    elif path.suffix == ".parquet":
        pandas.read_parquet(path).assign(mine="mine").to_parquet(path)
    else:
        path.write_text(path.read_text("utf8").replace("Brell", "mine", 1), encoding="utf8")
    return path.read_bytes()


@pytest.mark.parametrize("name, format", [
    ("t.xlsx", None), ("t.json", None), ("t.jsonld", None), ("folder", "csv"),
    ("folder", "parquet"), ("folder", "xlsx")])
def test_tables_that_somebody_changed_are_left_and_named_and_others_are_replaced(
        name, format, article, tmp_path):
    files = export(article, tmp_path / name, format)
    assert export(article, tmp_path / name, format) == files
    changed = next(path for path in files if path.stem in ("quotes", "t", "tables"))
    content = entered(changed)
    with pytest.raises(ArticleError, match=changed.name):
        export(article, tmp_path / name, format)
    assert changed.read_bytes() == content


def test_formats_in_one_folder_know_of_each_other(article, tmp_path):
    for format in ("csv", "parquet", "csv"):
        export(article, tmp_path, format)
    entered(tmp_path / "quotes.csv")
    export(article, tmp_path, "parquet")
    with pytest.raises(ArticleError, match="quotes.csv is not"):
        export(article, tmp_path, "csv")


@pytest.mark.parametrize("writer, name",
                         [(write, "x.html"), (export, "x.json"), (export, "folder/quotes.csv")])
def test_a_file_of_somebody_elses_is_never_replaced(writer, name, article, tmp_path):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("<p>my own page</p>\n")
    with pytest.raises(ArticleError, match="not as this program wrote it"):
        writer(article, path.parent if path.suffix == ".csv" else path)
    assert path.read_text() == "<p>my own page</p>\n"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_list_of_numbers_keeps_its_verdicts_rows_and_columns(ending, article, tmp_path):
    read = pandas.read_csv if ending == "csv" else pandas.read_excel
    path = tmp_path / f"list.{ending}"
    worklist(article, path)
    first = read(path)
    filled = first.astype({"verdict": object, "claim": object}).assign(editor="Tom")
    filled.loc[0, ["verdict", "claim"]] = "wrong; see the town's books", "my words"
    filled = pandas.concat([filled.drop(index=1), pandas.DataFrame([{"text": "a line of mine"}])])
    filled.to_csv(path, index=False, sep=";") if ending == "csv" else filled.to_excel(
        path, index=False)
    for _ in range(2):
        with pytest.warns(UserWarning, match="kept as they are"):
            worklist(article, path)
    after = read(path)
    assert after.loc[0, "verdict"] == "wrong; see the town's books" and after.loc[
        0, "claim"] == "my words"
    assert "a line of mine" in after["text"].tolist() and (after["editor"]
                                                           == "Tom").sum() == len(first) - 1
    assert sorted(after["text"]) == sorted([*first["text"], "a line of mine"])


def test_a_file_that_is_no_list_of_numbers_is_left(article, tmp_path):
    for name in ("a.csv", "a.xlsx"):
        (tmp_path / name).write_bytes(b"milk,eggs\n")
        with pytest.raises(ArticleError, match="left as it is"):
            worklist(article, tmp_path / name)
        assert (tmp_path / name).read_bytes() == b"milk,eggs\n"


@pytest.mark.parametrize("facts", ["speaker,camp\nBrell,town\nAna Brell,field\n",
                                   "speaker,share\nAna Brell,90\n"])
def test_facts_that_could_not_be_carried_over_stay_where_they_are(facts, article, tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(facts)
    with pytest.raises(ArticleError, match="left as it is, since (camp “town”|share “90”)"):
        voices(article, path, force=True)
    assert path.read_text() == facts


def test_facts_may_be_saved_by_any_spreadsheet(article, tmp_path):
    path = tmp_path / "weir.txt"
    path.write_text(TEXT, encoding="utf8")
    for data in ("speaker;camp\nAna Brell;Dörfer\n".encode("cp1252"),
                 "\ufeffspeaker,camp\r\nAna Brell,Dörfer\r\n".encode(),
                 "speaker\tcamp\nAna Brell\tDörfer\n".encode("utf-16")):
        path.with_suffix(".voices.csv").write_bytes(data)
        assert analysis.read(path).speakers.set_index("speaker").loc["Ana Brell",
                                                                     "camp"] == "Dörfer"


def test_a_review_is_never_replaced(article, tmp_path):
    review(article, tmp_path / "a.review.xlsx")
    with pytest.raises(ArticleError, match="may hold corrections"):
        review(article, tmp_path / "a.review.xlsx")


def test_what_somebody_wrote_into_a_start_page_stays(article, tmp_path):
    (tmp_path / chapters()[0].name).write_bytes(chapters()[0].read_bytes())
    page = start.write(article, tmp_path)
    start.write(analysis.Article(TEXT, title="Another title"), tmp_path)
    assert "Another title" in page.read_text("utf8")
    page.write_text(page.read_text("utf8").replace("Another title", "My notes"), encoding="utf8")
    assert start.write(article, tmp_path) == page and "My notes" in page.read_text("utf8")


def test_a_kept_notebook_that_was_run_again_is_replaced_and_one_that_was_changed_is_not(
        article, tmp_path):
    (name, notebook), = load(chapters()[:1], "weir.txt", tmp_path).items()
    path = tmp_path / f"{name}.ipynb"
    save(notebook, path, seal=True)
    run = nbformat.read(path, as_version=4)
    run.cells[1].execution_count = 7
    nbformat.write(run, path)
    assert analysis.publish.files.replaceable(path) == path
    run.cells[0].source += "\n\nMy notes."
    nbformat.write(run, path)
    with pytest.raises(ArticleError, match="changed"):
        write(article, tmp_path / "report.html", tmp_path, progress=pytest.fail)
    assert "My notes." in path.read_text("utf8") and not (tmp_path / "report.html").exists()


@pytest.mark.parametrize("name", ["report.pdf", "report", "report.docx"])
def test_a_report_is_never_html_under_another_name(name, article, tmp_path):
    with pytest.raises(ArticleError,
                       match=r"ends in \.html or \.htm \(a browser prints it as PDF\)"):
        write(article, tmp_path / name)


def test_the_record_of_a_folder_is_json(article, tmp_path):
    export(article, tmp_path)
    record = json.loads((tmp_path / "article.json").read_text("utf8"))
    assert set(record["files"]) == {path.name for path in tmp_path.iterdir()} - {"article.json"}

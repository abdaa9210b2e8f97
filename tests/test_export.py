"""Tables as files: everything in them, nothing in them that runs."""
import csv
import json
import re
from datetime import datetime, timezone
from io import BytesIO, StringIO
from pathlib import Path
from types import SimpleNamespace

import pandas
import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

import analysis
from analysis.errors import ArticleError
from analysis.publish.export import FORMATS, annotations, export, voices, workbook
from analysis.publish.export.schema import schema
from analysis.tables import cells
from analysis.tables.schemas import SCHEMAS

FORMULAS = ("=HYPERLINK(1,2) was written on it.\n\n+1 said Ana Brell.\n\n"
            "@ana wrote: “=1+1 \x07is it.”\n\n-5 degrees, minus 5.")
STARTS = ("=", "+", "-", "@", "\t", "\r")
OWN = ["=camp"]
SCHEMA = Path(__file__).parents[1] / "data" / "tables.schema.json"


class Later(datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2030, 1, 2, tzinfo=tz)


def csv_reader(text):
    return csv.reader(StringIO(text, newline=""))


@pytest.fixture(scope="module")
def awkward(tmp_path_factory):
    """An article read from a file, whose reader has a column of their own."""
    path = tmp_path_factory.mktemp("awkward") / "formulas.txt"
    path.write_text(FORMULAS, encoding="utf8")
    path.with_suffix(".voices.csv").write_text("speaker,=camp\nAna Brell,@town\n", encoding="utf8")
    return analysis.Article(FORMULAS, title="=1+1", published="2025-03-14", source=path)


@pytest.fixture(scope="module")
def article():
    return analysis.Article(FORMULAS, title="=1+1", published="2025-03-14", source="formulas.txt")


def test_a_folder_holds_every_table_the_text_and_what_is_known(article, tmp_path):
    written = export(article, tmp_path / "out")
    assert {path.name for path in written} == {f"{name}.csv"
                                     for name in SCHEMAS} | {"article.txt", "article.json"}
    text = (tmp_path / "out" / "article.txt").read_text("utf8")
    sentences = pandas.read_csv(tmp_path / "out" / "sentences.csv", keep_default_na=False)
    assert len(sentences) == len(article.sentences)
    assert all(text[row.start:row.end] == row.text.removeprefix("'")
               for row in sentences.itertuples())
    assert json.loads(
        (tmp_path / "out" / "article.json").read_text("utf8"))["text_sha256"] == article.text_sha256


def test_no_cell_and_no_header_of_a_csv_file_is_a_formula(awkward, tmp_path):
    for path in export(awkward, tmp_path / "out")[:len(SCHEMAS)]:
        with open(path, encoding="utf8", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        numbers = pandas.read_csv(path).select_dtypes("number").columns
        assert numbers.str.fullmatch(r"\w+").all()
        assert not any(cell.startswith(STARTS) and not re.fullmatch(r"-[\d.e-]+", cell)
                       for cell in cells), path


def test_no_cell_of_a_workbook_is_a_formula_and_text_is_unchanged(awkward, tmp_path):
    [path] = export(awkward, tmp_path / "out.xlsx")
    book = load_workbook(path)
    assert book.sheetnames == ["article", "codebook", *SCHEMAS]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert all(cell.quotePrefix for cell in cells
               if isinstance(cell.value, str) and cell.value.startswith(STARTS))
    texts = [row[2].value for row in book["sentences"].iter_rows(min_row=2)]
    assert texts[0] == "=HYPERLINK(1,2) was written on it."
    speakers = pandas.read_excel(path, "speakers")
    assert list(speakers.columns) == [*SCHEMAS["speakers"], *OWN] and set(
        speakers[OWN[0]].dropna()) == {"@town"}


@pytest.mark.parametrize("start", STARTS)
def test_text_that_begins_like_a_formula_is_inert_as_a_cell_and_as_a_header(start):
    table = pandas.DataFrame({start + "1+1": [start + "1+1"]})
    assert next(csv_reader(cells.csv(table).decode())) == ["'" + start + "1+1"]
    assert pandas.read_csv(BytesIO(cells.csv(table))).iat[0, 0] == "'" + start + "1+1"
    sheet = load_workbook(BytesIO(workbook.workbook({"it": workbook.sheet(table)})))["it"]
    assert all(cell.data_type == "s" and cell.quotePrefix for row in sheet.iter_rows()
               for cell in row)


def test_a_workbook_says_what_was_read_and_what_each_column_means(awkward, tmp_path):
    book = load_workbook(export(awkward, tmp_path, "xlsx")[0])
    known = dict(book["article"].iter_rows(min_row=2, values_only=True))
    assert known["title"] == "=1+1" and known["published"] == "2025-03-14" and known[
        "text_sha256"] == awkward.text_sha256
    assert known["version"] == analysis.__version__
    defined = {row[:2] for row in book["codebook"].iter_rows(min_row=2, values_only=True)}
    assert {("article", fact) for fact in known} <= defined
    for name in SCHEMAS:
        header = next(book[name].iter_rows(max_row=1, values_only=True))
        assert all((name, column) in defined or ("(every table)", column) in defined
                   for column in header), name


def test_parquet_gives_the_tables_back(article, tmp_path):
    export(article, tmp_path / "out", "parquet")
    for name in SCHEMAS:
        back = pandas.read_parquet(tmp_path / "out" / f"{name}.parquet")
        assert len(back) == len(getattr(article, name)) and list(back.columns) == list(
            SCHEMAS[name])


def test_lists_are_written_as_json(tmp_path):
    article = analysis.Article("“It fell,” said Ana Brell, “and nobody was hurt.”")
    export(article, tmp_path / "out")
    for name, column in [("attributions", "content"), ("tone", "drivers")]:
        values = pandas.read_csv(tmp_path / "out" / f"{name}.csv")[column]
        assert [json.loads(value) for value in values] == json.loads(
            json.dumps(getattr(article, name)[column].tolist()))


def test_other_files_in_the_folder_are_left_alone_and_a_file_is_not_taken_for_a_folder(
        article, tmp_path):
    (tmp_path / "mine.csv").write_text("mine")
    export(article, tmp_path)
    assert (tmp_path / "mine.csv").read_text() == "mine"
    with pytest.raises(ArticleError, match="is a file"):
        export(article, tmp_path / "mine.csv")


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_article_gives_the_same_files(format, article, tmp_path, monkeypatch):
    once = export(article, tmp_path / "a", format)
    monkeypatch.setattr("time.localtime", lambda *_: (2030, 1, 2, 3, 4, 5, 2, 2, 0))
    monkeypatch.setattr("openpyxl.writer.excel.datetime",
                        SimpleNamespace(datetime=Later, timezone=timezone))
    twice = export(article, tmp_path / "b", format)
    assert [path.read_bytes() for path in once] == [path.read_bytes() for path in twice]


def test_json_keeps_to_the_schema_and_holds_the_tables(awkward, tmp_path):
    Draft202012Validator.check_schema(schema())
    assert json.loads(SCHEMA.read_text(
        "utf8")) == schema(), "python -m analysis.publish.export.schema > data/tables.schema.json"
    [path] = export(awkward, tmp_path / "out.json")
    document = json.loads(path.read_text("utf8"))
    Draft202012Validator(schema()).validate(document)
    for name in SCHEMAS:
        table = getattr(awkward, name)
        assert len(document["tables"][name]) == len(table)
        for row, known in zip(document["tables"][name], table.to_dict("records"), strict=True):
            assert document["text"][row["start"]:row["end"]] == row["text"]
            for column, value in known.items():
                assert row[column] == json.loads(json.dumps(value)) if isinstance(
                    value, list) or pandas.notna(value) else row[column] is None
    assert any(row["=camp"] == "@town" for row in document["tables"]["speakers"])


def test_the_schema_refuses_a_row_that_lacks_a_column_or_has_another():
    row = {"start": 0, "end": 1, "text": "a", "check": 0, "kind": "sum", "number_a": 0,
           "number_b": None, "explanation": "", "confidence": 1}
    checks = Draft202012Validator(schema()["properties"]["tables"]["properties"]["checks"])
    assert checks.is_valid([row])
    assert not checks.is_valid([row | {"more": 1}]) and not checks.is_valid([row | {"end": None}])
    assert not checks.is_valid([{key: value for key, value in row.items() if key != "kind"}])


def test_web_annotations_lead_back_to_their_words():
    text = ("\N{FISH} “It held all night and all day,” said Ana Brell, the mayor. "
            "She counted 40 boats and 2,000 nets.\n\nOn Monday, 15 March 2025, it fell.")
    article = analysis.Article(text, source="a folder/the weir.txt")
    found = json.loads(annotations.encoded(article))
    items = found["first"]["items"]
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld" and found[
        "type"] == "AnnotationCollection"
    assert found["first"]["type"] == "AnnotationPage" and found["total"] == len(items)
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        target = item["target"]
        position, words = target["selector"]
        assert (position["type"], words["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert text[position["start"]:position["end"]] == words["exact"]
        assert text[:position["start"]].endswith(
            words["prefix"]) and text[position["end"]:].startswith(words["suffix"])
        assert len(words["prefix"]) == min(32, position["start"])
        assert target["source"] == "the%20weir.txt" and target["state"][
            "schema:sha256"] == article.text_sha256
    said = [{body["purpose"]: body["value"] for body in item["body"]} for item in items]
    tables = [body["tagging"] for body in said]
    assert {name: tables.count(name)
            for name in ("quotes", "attributions", "numbers", "checks")} == {
                name: len(getattr(article, name))
                for name in ("quotes", "attributions", "numbers", "checks")}
    assert any(body["tagging"] == "quotes" and body["identifying"] == "Ana Brell"
               and body["classifying"] == "mixed" for body in said)
    assert any(json.loads(body["describing"]).get("value_low") == 2000 for body in said)


@pytest.mark.parametrize("source, target", [
    ("https://news.example/a?b=1", "https://news.example/a?b=1"), ("-", "ni:///sha-256;"),
    (None, "ni:///sha-256;")])
def test_annotations_name_the_article_and_never_a_folder_of_the_machine(source, target):
    found = annotations.collection(analysis.Article("It held for 40 days.", source=source))
    assert found["first"]["items"][0]["target"]["source"].startswith(target)


def test_no_format_in_a_folder_overwrites_the_files_of_another(article, tmp_path):
    written = [path for format in FORMATS for path in export(article, tmp_path, format)]
    shared = {tmp_path / "article.txt",
              tmp_path / "article.json"}  # the same beside CSV and Parquet
    assert len(written) == len(set(written)) + len(shared)
    assert "tables" in json.loads((tmp_path / "tables.json").read_text("utf8"))


def test_a_format_that_the_ending_contradicts_is_refused(article, tmp_path):
    with pytest.raises(ArticleError, match="annotations"):
        export(article, tmp_path / "out.jsonld", "csv")
    with pytest.raises(ArticleError, match="no format"):
        export(article, tmp_path, "doc")


def test_the_voices_to_fill_in_are_those_of_the_table_and_are_read_back(tmp_path):
    path, facts = tmp_path / "weir.txt", tmp_path / "weir.voices.csv"
    text = ("“It held,” said Ana Brell, the mayor. Tom Oakes disagreed. "
            "“It held all night and all day,” Brell said.")
    voices(analysis.Article(text, source=path), facts)
    table = pandas.read_csv(facts)
    assert list(table.columns) == ["speaker", "form", "role", "role_class", "affiliation", "camp"
                                   ] and table["camp"].isna().all()
    assert table["speaker"][0] == "Ana Brell"
    table.assign(camp=table["speaker"].map({"Ana Brell": "town"}),
                 party="none").to_csv(facts, index=False)
    filled = analysis.Article(text, source=path).speakers.set_index("speaker")
    assert filled.loc["Ana Brell", "camp"] == "town" and filled.attrs["unmatched"] == []
    voices(analysis.Article(text, source=path), facts, force=True)
    assert list(pandas.read_csv(facts).columns)[5:] == ["camp", "party"]


def test_writing_the_voices_anew_keeps_all_that_somebody_entered(tmp_path):
    path, facts = tmp_path / "weir.txt", tmp_path / "weir.voices.csv"
    text = ("“It held,” said Ana Brell, the mayor. Tom Oakes disagreed. "
            "“It held all night and all day,” Brell said.")
    entered = "speaker,camp,beat\nBrell,town,\nZed Nobody,moon,night\n,,to be asked\n"
    for file in (facts, tmp_path / "elsewhere.csv"):
        file.write_text(entered, encoding="utf8")
        with pytest.warns(UserWarning, match="Zed Nobody"):
            voices(analysis.Article(text, source=path), file, force=True)
        table = pandas.read_csv(file)
        assert table.set_index("speaker").loc["Ana Brell", "camp"] == "town"
        assert table.iloc[-2:][["speaker", "camp", "beat"]].fillna("").values.tolist() == [
            ["Zed Nobody", "moon", "night"], ["", "", "to be asked"]]
        facts.unlink(missing_ok=True)


@pytest.mark.parametrize("content",
                         [b"\xff\xfe\x00", b'speaker,camp\n"a,b\n', b"who;camp\nAna Brell;town\n"])
def test_a_file_of_facts_that_cannot_be_read_is_named_in_one_line(content, article, tmp_path):
    facts = tmp_path / "mine.csv"
    facts.write_bytes(content)
    with pytest.raises(ArticleError, match="mine.csv") as error:
        voices(article, facts, force=True)
    assert "\n" not in str(error.value) and facts.read_bytes() == content


def test_what_somebody_entered_is_not_overwritten(article, tmp_path):
    facts = tmp_path / "mine.csv"
    facts.write_text("speaker,camp\nAna Brell,town\n")
    with pytest.raises(ArticleError, match="--force"):
        voices(article, facts)
    assert facts.read_text() == "speaker,camp\nAna Brell,town\n"
    with pytest.raises(ArticleError, match="csv"):
        voices(article, tmp_path / "mine.xlsx")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("text", ["a;=1+1", "a|@SUM(1)", "a\t-1", "a\n=1", "a\r+1", 'a;"=1+1"',
                                  ";=1;=2", "a, =1", "=a;=b"])
def test_no_separator_of_another_country_makes_a_formula(separator, text):
    """A spreadsheet that cuts cells at another sign sees the quoting of this one as letters."""
    data = cells.csv(pandas.DataFrame({"a": ["x"], "text": [text], "b": ["y"]})).decode()
    for line in re.split("[\r\n]+", data):
        for cell in line.split(separator):
            assert not cell.lstrip('"').startswith(("=", "+", "-", "@")) or separator == ","
    assert pandas.read_csv(StringIO(data, newline=""))["text"][0].replace("'", "") == text

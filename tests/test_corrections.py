"""What a person corrects in a review workbook stands in every table, and nothing of it is lost or
passed over in silence."""
import json
import shutil
import subprocess
import warnings
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pandas
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

import analysis
from analysis.commands import main
from analysis.corrections.columns import ASIDE, SHEETS, written
from analysis.corrections.workbook import encoded
from analysis.measures.agreement import agreement, alpha
from analysis.publish import export
from analysis.publish.export.schema import schema
from analysis.publish.report.copies import working_copy
from analysis.show.reader.details import details
from analysis.show.views import attribution, front, numbers
from analysis.tables.schemas import SCHEMAS

TEXT = """The Weir at Tolne

The weir at Tolne will be rebuilt, Marta Veldin, the mayor, said on Monday. “We had no choice,” \
she said. “It was rotten.” She said the work would cost 40 million euros.

“Nobody asked us,” said Jonas Prell, a fisherman. He called the plan “a mess” and said 12 boats \
would have to leave. About 200 people live from the river, according to the fishermen’s union.

“We are ruined,” Prell said. “In 30 days we must go.” The union says 30 boats are left.
"""


@pytest.fixture(scope="module")
def machine():
    return analysis.Article(TEXT, title="The Weir at Tolne")


@pytest.fixture
def place(tmp_path):
    (tmp_path / "weir.txt").write_text(TEXT, encoding="utf8")
    return tmp_path


_encoded = cache(encoded)


class Book:
    """A review workbook in a person's hands."""

    def __init__(self, article):
        data = article if isinstance(article, bytes) else _encoded(article)
        self.book = load_workbook(BytesIO(data))

    def columns(self, table):
        return {cell.value: number for number, cell in enumerate(self.book[table][1], 1)}

    def line(self, table, id):
        page = self.book[table]
        return next(number for number in range(2, page.max_row + 1)
                    if page.cell(number, self.columns(table)["id"]).value == id)

    def set(self, table, id, **values):
        for column, value in values.items():
            self.book[table].cell(self.line(table, id), self.columns(table)[column]).value = value

    def get(self, table, id, column):
        return self.book[table].cell(self.line(table, id), self.columns(table)[column]).value

    def drop(self, table, id):
        self.book[table].delete_rows(self.line(table, id))

    def add(self, table, **values):
        self.book[table].append([values.get(name) for name in self.columns(table)])

    def bytes(self):
        buffer = BytesIO()
        self.book.save(buffer)
        return buffer.getvalue()

    def read(self, place, text=TEXT):
        """The article with this workbook beside it."""
        (place / "weir.txt").write_text(text, encoding="utf8")
        (place / "weir.review.xlsx").write_bytes(self.bytes())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            article = analysis.read(place / "weir.txt")
            article.corrections  # noqa: B018  (its warnings are those of this line)
        return article


def ids(table, column, value, article):
    """The id on the sheet of the row whose column has this value."""
    rows = getattr(article, table)
    return f"{table[0].upper()}{rows.index[rows[column] == value][0]}"


def refused(article):
    table = article.corrections
    return table[table["status"] == "refused"]


def test_a_workbook_that_nobody_touched_changes_nothing(machine, place):
    article = Book(machine).read(place)
    assert article.corrections.empty
    for name in SCHEMAS:
        pandas.testing.assert_frame_equal(getattr(article, name), getattr(machine, name))


def test_the_same_article_gives_the_same_bytes(machine):
    assert encoded(machine) == encoded(analysis.Article(TEXT, title="The Weir at Tolne"))


def test_a_corrected_speaker_stands_in_every_table(machine, place):
    book = Book(machine)
    book.set("quotes", ids("quotes", "text", "In 30 days we must go.", machine), speaker="Ada Lorn")
    article = book.read(place)
    quote = article.quotes.set_index("text").loc["In 30 days we must go."]
    assert (quote["speaker"], quote["why"]) == ("Ada Lorn", "corrected by hand")
    assert article.attributions.set_index("attribution").loc[quote["attribution"],
                                                             "speaker"] == "Ada Lorn"
    voices = article.speakers.set_index("speaker")
    assert (voices.loc["Ada Lorn", "quotes"], voices.loc["Ada Lorn", "quoted_words"]) == (1, 6)
    assert (voices.loc["Jonas Prell", "quoted_words"]
            == machine.speakers.set_index("speaker").loc["Jonas Prell", "quoted_words"] - 6)
    assert article.numbers.set_index("text").loc["30 days", "speaker"] == "Ada Lorn"
    assert article.quotes.set_index("text").loc["We are ruined,", "speaker"] == "Jonas Prell"


def test_a_deleted_quotation_is_gone_and_an_added_one_counts(machine, place):
    book = Book(machine)
    book.drop("quotes", ids("quotes", "text", "It was rotten.", machine))
    book.add("quotes", text="“according to the fishermen's union”", speaker="Marta Veldin")
    article = book.read(place)
    texts = article.quotes["text"].tolist()
    assert "It was rotten." not in texts and "according to the fishermen’s union" in texts
    voice = article.speakers.set_index("speaker").loc["Marta Veldin"]
    assert (voice["quotes"], voice["quoted_words"]) == (2, 4 + 5)


def test_two_voices_with_one_name_become_one_and_a_deleted_voice_has_no_words(machine, place):
    book = Book(machine)
    union = next(name for name in machine.speakers["speaker"] if "union" in name.lower())
    book.set("speakers", ids("speakers", "speaker", union, machine), speaker="Marta Veldin")
    book.drop("speakers", ids("speakers", "speaker", "Jonas Prell", machine))
    article = book.read(place)
    names = article.speakers["speaker"].tolist()
    assert names.count("Marta Veldin") == 1 and union not in names and "Jonas Prell" not in names
    assert article.quotes.set_index("text")["speaker"].isna()["Nobody asked us,"]
    assert (not {union, "Jonas Prell"} & set(article.mentions["actor"])
            and "Jonas Prell" not in set(article.attributions["speaker"]))
    before = machine.speakers.set_index("speaker")["mentions"]
    assert (article.speakers.set_index("speaker").loc["Marta Veldin", "mentions"]
            == before["Marta Veldin"] + before[union])


def test_names_can_be_exchanged(machine, place):
    book = Book(machine)
    one, other = (ids("speakers", "speaker", name, machine)
                  for name in ("Marta Veldin", "Jonas Prell"))
    book.set("speakers", one, speaker="Jonas Prell")
    book.set("speakers", other, speaker="Marta Veldin")
    quotes = book.read(place).quotes.set_index("text")["speaker"]
    assert (quotes["It was rotten."], quotes["Nobody asked us,"]) == ("Jonas Prell", "Marta Veldin")


def test_a_corrected_number_is_what_the_checks_read(machine, place):
    book = Book(machine)
    boats = ids("numbers", "text", "12", machine)
    book.set("numbers", boats, value_low=40)
    book.drop("numbers", ids("numbers", "text", "200", machine))
    book.add("numbers", text="the river", kind="count", value_low=1, counted="river")
    article = book.read(place)
    rows = article.numbers.set_index("text")
    assert rows.loc["12", ["value_low",
                           "value_high"]].tolist() == [40, 40] and "200" not in rows.index
    assert rows.loc["the river", ["kind", "counted", "modifier"]].tolist() == ["count", "river",
                                                                               "="]
    assert rows["number"].tolist() == list(range(len(rows)))


def test_what_cannot_be_applied_is_told_with_its_reason(machine, place):
    book = Book(machine)
    quote, number = ids("quotes", "text", "We had no choice,", machine), ids("numbers", "text",
                                                                             "12", machine)
    book.set("quotes", quote, kind="loud", text="We had a choice", confidence=1)
    book.set("numbers", number, value_low="a dozen", unit="=1+1", modifier=None)
    book.add("numbers", text="30", kind="count", value_low=30)
    book.add("numbers", kind="count", value_low=30)
    book.add("quotes", text="the moon is cheese", speaker="Ada Lorn")
    book.add("quotes", text="choice,” she said. “It was", speaker="Ada Lorn")
    book.add("speakers", speaker="Nemo Nobody")
    book.book["quotes"].cell(1, 12).value = "opinion"
    book.book["quotes"].cell(2, 12).value = "fine"
    article = book.read(place)
    table = refused(article)
    assert len(table) == 12 and table["reason"].notna().all() and table["row"].notna().all()
    for name in SCHEMAS:
        pandas.testing.assert_frame_equal(getattr(article, name), getattr(machine, name))


def test_every_refusal_is_a_warning(machine, place):
    book = Book(machine)
    book.set("quotes", "Q0", kind="loud")
    book.read(place)
    with pytest.warns(UserWarning,
                      match="weir.review.xlsx: quotes Q0 kind .loud. not applied: choose one of "
                            "direct"):
        _ = analysis.read(place / "weir.txt").corrections


def test_rows_sorted_and_columns_moved_are_the_same_rows(machine, place):
    book = Book(machine)
    book.set("quotes", "Q1", speaker="Ada Lorn")
    page = book.book["quotes"]
    lines = [[cell.value for cell in line][::-1] for line in page.iter_rows()]
    page.delete_rows(1, page.max_row)
    for line in [["a line above the headings"], lines[0], *reversed(lines[1:])]:
        page.append(line)
    article = book.read(place)
    assert len(article.corrections) == 1 and article.quotes.loc[1, "speaker"] == "Ada Lorn"


def test_a_missing_sheet_or_column_is_told_and_takes_nothing_away(machine, place):
    book = Book(machine)
    del book.book["numbers"]
    book.book["quotes"].delete_cols(book.columns("quotes")["speaker"])
    article = book.read(place)
    assert article.corrections[["table", "column", "status"]].fillna("").values.tolist() == [
        ["quotes", "speaker", "refused"], ["numbers", "", "refused"]]
    assert len(article.numbers) == len(machine.numbers)


def test_a_copied_row_is_an_added_row(machine, place):
    book = Book(machine)
    page = book.book["quotes"]
    line = [cell.value for cell in page[book.line("quotes", "Q0")]]
    line[book.columns("quotes")["text"] - 1] = "the plan"
    line[book.columns("quotes")["start"] - 1] = None
    page.append(line)
    article = book.read(place)
    assert (article.corrections["action"].tolist() == ["added"]
            and "the plan" in article.quotes["text"].tolist())


def test_corrections_find_their_place_in_a_text_that_changed(machine, place):
    book = Book(machine)
    book.set("numbers", ids("numbers", "text", "12", machine), value_low=13)
    book.set("quotes", ids("quotes", "text", "It was rotten.", machine), speaker="Ada Lorn")
    article = book.read(place, "A word before it all.\n\n" + TEXT.replace("12 boats", "some boats"))
    assert article.quotes.set_index("text").loc["It was rotten.", "speaker"] == "Ada Lorn"
    assert refused(article)["reason"].tolist() == ["its words are no longer in the article"]


def test_a_corrected_row_that_the_program_no_longer_finds_is_added(machine, place):
    book = Book(machine)
    start = TEXT.index("the river")
    row = dict(text="the river", kind="count", value_low=2.0, value_high=2.0, modifier="=",
               counted=None, start=start, end=start + 9, before="from", after=",")
    book.book["machine"].append(["numbers", "N99", json.dumps(row)])
    book.add("numbers", id="N99", text="the river", kind="count", value_low=2, value_high=2,
             modifier="=", counted="river", start=start)
    article = book.read(place)
    assert article.numbers.set_index("text").loc["the river",
                                                 ["value_low", "counted"]].tolist() == [2, "river"]
    assert "no longer finds" in article.corrections["reason"].iloc[0]


def test_corrections_of_words_that_stand_twice_find_theirs_by_the_words_around(machine, place):
    book = Book(machine)
    book.set("numbers", ids("numbers", "text", "30", machine), value_low=31, value_high=31)
    article = book.read(place, "A word before it all.\n\n" + TEXT)
    values = article.numbers.set_index("text")["value_low"]
    assert refused(article).empty and (values["30"], values["30 days"]) == (31, 30)


def test_the_workbook_lies_beside_the_article_by_default(place, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", None)      # nothing is read before it is told
    assert main(["review", str(place / "weir.txt")]) == 0
    data = (place / "weir.review.xlsx").read_bytes()
    assert main(["review",
                 str(place / "weir.txt")]) == 2 and "left as it is" in capsys.readouterr().err
    assert (place / "weir.review.xlsx").read_bytes() == data
    for source in ("-", "https://paper.example/weir"):
        assert main(["review", source]) == 2
        assert "name a file with -o" in capsys.readouterr().err


def test_notes_and_refusals_are_carried_over_and_no_file_is_replaced(machine, place, capsys):
    book = Book(machine)
    book.set("quotes", "Q0", note="ask her", speaker="Ada Lorn")
    book.set("quotes", "Q1", kind="loud")
    first = book.read(place)
    old, new = place / "weir.review.xlsx", place / "new.xlsx"
    data = old.read_bytes()
    assert main(["review", str(place / "weir.txt"), "-o", str(old)]) == 2
    assert "left as it is" in capsys.readouterr().err and old.read_bytes() == data
    assert main(["review", str(place / "weir.txt"), "-o", str(new)]) == 0
    written_again = Book(new.read_bytes())
    assert (written_again.get("quotes", "Q0", "note") == "ask her"
            and written_again.get("quotes", "Q0", "speaker") == "Ada Lorn")
    assert "loud" in [cell.value for line in written_again.book["not applied"] for cell in line]
    second = analysis.read(place / "weir.txt", corrections=new)
    pandas.testing.assert_frame_equal(first.quotes, second.quotes)


def test_the_command_line_names_leaves_out_and_tells(machine, place, capsys):
    book = Book(machine)
    book.set("quotes", "Q0", speaker="Ada Lorn")
    book.read(place)
    assert main(["tables", str(place / "weir.txt"), "-o", str(place / "a.json")]) == 0
    assert ("weir.review.xlsx: 1 correction applied, 0 refused" in capsys.readouterr().err
            and "Ada Lorn" in (place / "a.json").read_text("utf8"))
    assert main(["tables", str(place / "weir.txt"), "-o", str(place / "b.json"), "--corrections",
                 "none"]) == 0
    assert "Ada Lorn" not in (place / "b.json").read_text("utf8")
    (place / "weir.review.xlsx").rename(place / "mine.xlsx")
    assert main(["tables", str(place / "weir.txt"), "-o", str(place / "c.json"), "--corrections",
                 str(place / "mine.xlsx")]) == 0
    assert "Ada Lorn" in (place / "c.json").read_text("utf8")


def test_corrected_rows_are_marked_in_views_and_exports(machine, place):
    book = Book(machine)
    book.set("quotes", "Q0", speaker="Ada Lorn")
    book.set("numbers", ids("numbers", "text", "12", machine), value_low=13)
    article = book.read(place)
    assert ("✎ corrected" in attribution.attributions(article)._repr_html_()
            and "✎ corrected" in numbers.worklist(article).text())
    assert "✎" not in attribution.attributions(machine)._repr_html_()
    assert ("weir.review.xlsx" in repr(front.headlines(article).lead)
            and "weir.review.xlsx" not in repr(front.headlines(machine).lead))
    assert ["✎ corrected"] == [value for label,
                               value in details(article, {})["q0"][1] if label == "By hand"]
    sheets = load_workbook(export.export(article, place / "t.xlsx")[0])
    assert [sheets["quotes"].cell(line, 1).fill.fgColor.rgb for line in (2, 3)] == ["00FFF2CC",
                                                                                    "00000000"]
    assert sheets["corrections"].max_row == len(article.corrections) + 1
    assert (place / "csv" / "corrections.csv") in export.export(article, place / "csv")
    assert '\\"corrected\\": true' in export.export(article,
                                                    place / "t.jsonld")[0].read_text("utf8")


def test_the_json_export_keeps_to_its_schema(machine, place):
    book = Book(machine)
    book.set("quotes", "Q0", speaker="Ada Lorn", kind="loud")
    written_file, = export.export(book.read(place), place / "t.json")
    document = json.loads(written_file.read_text("utf8"))
    Draft202012Validator(schema()).validate(document)
    assert [row["status"] for row in document["corrections"]] == ["refused", "applied"]


def test_a_working_copy_reads_the_same_corrections(machine, place, monkeypatch):
    Book(machine).read(place)
    monkeypatch.chdir(place)
    mine = (place / "weir.review.xlsx").rename(place / "mine.xlsx")

    def line(**options):
        folder = working_copy(analysis.read("weir.txt", **options))
        return next(line for line in (folder / "1-article.ipynb").read_text("utf8").splitlines()
                    if "analysis.read(" in line)

    assert "corrections=" not in line()
    assert line(corrections=mine).endswith('analysis.read(ARTICLE, '
                                           'corrections=\\"../../mine.xlsx\\")"')
    mine.rename(place / "weir.review.xlsx")
    assert "corrections=" not in line() and "corrections=False" in line(corrections=False)


def test_the_program_is_measured_and_not_the_person_who_corrected_it(machine, place):
    book = Book(machine)
    for row in machine.quotes.itertuples():
        book.drop("quotes", f"Q{row.quote}")
    article = book.read(place)
    assert article.quotes.empty and len(article.machine.quotes) == len(machine.quotes)
    table = agreement(article.machine, article).set_index("measure")
    assert table.loc["what is speech in quotation marks",
                     ["first", "second", "agree"]].tolist() == [6, 0, 0]


def test_agreement_counts_what_differs(machine, place):
    same = agreement(machine, machine)
    assert (same["agree"] == same["first"]).all() and (same["alpha"].dropna() == 1).all()
    one, other = Book(machine), Book(machine)
    one.set("quotes", "Q0", speaker="Ada Lorn")
    other.drop("numbers", ids("numbers", "text", "12", machine))
    first, second = one.read(place), other.read(place)
    table = agreement(first, second).set_index("measure")
    assert table.loc["who says it", ["first", "second", "agree"]].tolist() == [6, 6, 5]
    assert table.loc["what is a number",
                     ["second", "agree", "recall"]].tolist() == [len(machine.numbers) - 1,
                                                                 len(machine.numbers) - 1, 1]
    assert table.loc["who says it", "alpha"] < 1
    with pytest.raises(ValueError, match="one text"):
        agreement(machine, analysis.Article("Another."))


def test_alpha_is_krippendorffs():
    # Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example B: nominal, two
    # observers, twelve units
    assert alpha(list("aabbdcccedda"), list("babbbccceddd")) == pytest.approx(.692, abs=5e-4)
    assert pandas.isna(alpha(["a", "a"], ["a", "a"]))


def test_the_command_agreement_compares_two_people_or_the_program_and_one(machine, place, capsys):
    one = Book(machine)
    one.set("quotes", "Q0", speaker="Ada Lorn")
    one.read(place)
    (place / "weir.review.xlsx").rename(place / "one.xlsx")
    (place / "other.xlsx").write_bytes(encoded(machine))
    assert main(["agreement", str(place / "weir.txt"), str(place / "one.xlsx")]) == 0
    assert "Program" in capsys.readouterr().out
    assert main(["agreement", str(place / "weir.txt"), str(place / "one.xlsx"),
                 str(place / "other.xlsx")]) == 0
    assert "one.xlsx and other.xlsx" in capsys.readouterr().out
    assert main(["agreement", str(place / "weir.txt")]) == 2


def _zip(**files):
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("data, problem", [
    (b"", "no workbook"), (b"speaker,camp\n", "no workbook"),
    (b"PK\x03\x04 nothing", "no workbook"), (b"\xd0\xcf\x11\xe0" + bytes(600), "password"),
    (_zip(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "OpenDocument"),
    (_zip(**{"[Content_Types].xml": "<x/>"}), "no workbook")],
                         ids=["empty", "csv", "broken", "protected", "ods", "another archive"])
def test_a_file_that_is_no_review_gets_one_line(data, problem, place, capsys):
    path = place / "weir.review.xlsx"
    path.write_bytes(data)
    assert main(["show", str(place / "weir.txt")]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and problem in err


def test_a_workbook_without_its_record_gets_one_line(machine, place, capsys):
    book = Book(machine)
    del book.book["machine"]
    (place / "weir.review.xlsx").write_bytes(book.bytes())
    assert main(["show", str(place / "weir.txt")]) == 2
    assert "machine" in capsys.readouterr().err
    assert main(["show", str(place / "weir.txt"), "--corrections", str(place / "none.xlsx")]) == 2


def test_text_that_looks_like_a_formula_is_text():
    article = analysis.Article("=1+1\n\n“+44 is the code,” said Ana Brell, the @mayor. She has 3 "
                               "cats.")
    book = Book(article)
    assert all(cell.data_type != "f" for page in book.book.worksheets for line in page
               for cell in line)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_saves_it_without_harm(machine, place):
    book = Book(machine)
    book.set("quotes", "Q0", speaker="Ada Lorn", note="1/2")
    book.set("numbers", "N1", iso="2025-03", modifier=">=")
    book.drop("numbers", "N2")
    direct = book.read(place)
    for source, target in (("xlsx", "ods"), ("ods", "xlsx")):
        subprocess.run(["soffice", f"-env:UserInstallation=file://{place}/profile", "--headless",
                        "--convert-to", target, "--outdir", place / "out",
                        (place if target == "ods" else place / "out") / f"weir.review.{source}"],
                       check=True, capture_output=True, timeout=120)
    saved = analysis.read(place / "weir.txt", corrections=place / "out" / "weir.review.xlsx")
    pandas.testing.assert_frame_equal(saved.corrections, direct.corrections)
    for name in SCHEMAS:
        pandas.testing.assert_frame_equal(getattr(saved, name), getattr(direct, name))


NAMES = st.sampled_from(["Marta Veldin", "Jonas Prell", "Ada Lorn", "Zed Nobody", None])


@settings(max_examples=25, deadline=None, phases=(Phase.reuse, Phase.generate),
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_set_of_edits_gives_what_was_entered_and_again_the_second_time(  # noqa: C901
        data, machine, tmp_path):
    book, entered, gone = Book(machine), {}, set()
    for row in machine.quotes.itertuples():
        id = f"Q{row.quote}"
        action = data.draw(st.sampled_from(["leave", "speaker", "kind", "drop"]))
        if action == "speaker":
            entered[id] = {"speaker": data.draw(NAMES)}
        elif action == "kind":
            entered[id] = {"kind": data.draw(st.sampled_from(["direct", "mixed", "scare",
                                                              "title"]))}
        elif action == "drop":
            gone.add(id)
    for row in machine.numbers.itertuples():
        id = f"N{row.number}"
        action = data.draw(st.sampled_from(["leave", "values", "words", "drop"]))
        if action == "values":
            low = data.draw(st.integers(-10, 10_000))
            entered[id] = {"value_low": low, "value_high": low + data.draw(st.integers(0, 50)),
                           "modifier": "range"}
        elif action == "words":
            entered[id] = {"unit": data.draw(st.sampled_from(["boat", "EUR", None])),
                           "speaker": data.draw(NAMES)}
        elif action == "drop":
            gone.add(id)
    for id, values in entered.items():
        book.set({"Q": "quotes", "N": "numbers"}[id[0]], id, **values)
    for id in gone:
        book.drop({"Q": "quotes", "N": "numbers"}[id[0]], id)
    article = book.read(tmp_path)
    assert refused(article).empty
    for table, letter in (("quotes", "Q"), ("numbers", "N")):
        places = {(row.start, row.end): row for row in getattr(article, table).itertuples()}
        for number, row in enumerate(getattr(machine, table).itertuples()):
            id = f"{letter}{number}"
            assert ((row.start, row.end) in places) == (id not in gone)
            for column, value in entered.get(id, {}).items():
                # What is left as it was follows the other corrections.
                if written(value) != written(getattr(row, column)):
                    assert written(getattr(places[row.start, row.end],
                                           column)) == written(value), (id, column)
        assert len(places) == len(getattr(article, table))
    assert (set(article.quotes["speaker"].dropna()) | set(article.attributions["speaker"].dropna())
            <= set(article.speakers["speaker"]))
    for name in SCHEMAS:
        assert all(article.text[row.start:row.end] == row.text
                   for row in getattr(article, name).itertuples())
    for row in article.attributions.itertuples():
        assert all(row.start <= start < end <= row.end for start, end in row.content)
    again = Book(encoded(article)).read(tmp_path)
    assert refused(again).empty
    for name in SCHEMAS:
        pandas.testing.assert_frame_equal(getattr(again, name), getattr(article, name))


def test_every_column_of_a_sheet_is_one_of_its_table_or_said_to_be_none():
    for table, columns in SHEETS.items():
        for column in columns:
            assert column.name in SCHEMAS[table] or column.use in ("id", "note",
                                                                   "reading"), column.name


def test_what_was_taken_for_the_pages_can_be_put_back(place):
    line = "Sign up for our newsletter"
    (place / "weir.txt").write_text(f"{TEXT}\n{line}\n", encoding="utf8")
    before = analysis.read(place / "weir.txt")
    assert before.paragraphs["kind"].iloc[-1] == "furniture"
    book = Book(before)
    sheet = book.book[ASIDE]
    assert [cell.value for cell in sheet[2]][2] == line
    sheet.cell(2, 4, "Yes")
    book.book.save(place / "weir.review.xlsx")
    after = analysis.read(place / "weir.txt")
    assert after.paragraphs["text"].iloc[-1] == line
    assert after.paragraphs["kind"].iloc[-1] == "body"
    again = load_workbook(BytesIO(encoded(after)))[ASIDE]       # and it stays so
    assert [cell.value for cell in again[2]][2:] == [line, "yes"]


def test_what_is_to_be_put_back_and_stands_nowhere_is_told(place, machine):
    book = Book(machine)
    sheet = book.book.create_sheet(ASIDE)
    for row in (["start", "kind", "text", "the article’s"], [7, "furniture", "Buy now", "yes"]):
        sheet.append(row)
    book.book.save(place / "weir.review.xlsx")
    with pytest.warns(UserWarning, match="Buy now"):
        refused = [edit for edit in analysis.read(place / "weir.txt").edits.all
                   if edit.status == "refused"]
    assert ["Buy now" in str(edit.human) for edit in refused] == [True]

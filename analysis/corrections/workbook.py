"""The review workbook of an article: its quotes, speakers and numbers to correct, instructions, and
a hidden record of the program's rows.

What is in force already is carried over: the sheets show the corrected rows, the record the
program's, so that the new workbook says all that the old one did; what the old one had and could
not be applied stands on a sheet of its own.
"""
import json
import re
from math import ceil
from typing import Any

from analysis import __version__
from analysis.article import Article
from analysis.corrections.change import APPLIED, KEPT, REFUSED
from analysis.corrections.columns import ASIDE, ASIDE_COLUMNS, OWN, SHEETS, TABLES, written
from analysis.corrections.places import around
from analysis.corrections.review import APART, INSTRUCTIONS, MACHINE
from analysis.corrections.values import shown
from analysis.tables.workbook import cell, packed
from analysis.text.furniture import APART as FURNITURE

_SPARE = 300  # rows below the last that have drop-downs too
_AROUND = 130
_FONT = "Calibri"
_WORDS = {
    "What to do": "Correct what the program found, on the sheets quotes, speakers and numbers.",
    "Change": "Write over a cell, or choose from its list. "
              "Blank means: nobody, nothing, not known.",
    "Delete": "Delete the whole row: this is no quotation, no voice, no number.",
    "Add": "Write a row below the others, its id left blank: the program missed it. Copy the words "
           "from the article, exactly as they stand there. "
           "If they stand there more than once, write into the column start the character at which "
           "they begin; the program says which there are.",
    "Rename, join": "A voice renamed on the sheet speakers is renamed everywhere. Two rows with "
                    "one name become one voice.",
    "Leave": "A cell that you leave as it is follows your other corrections: a figure inside a "
             "quotation gets the voice that you give the quotation.",
    "Note": "What you write into the column note changes nothing and is kept.",
    "Move, sort": "Columns may be moved, rows sorted and filtered. Grey columns are for reading "
                  "only.",
    "Keep": "Keep the file beside the article, under the article’s name with .review.xlsx at its "
            "end (harbour.review.xlsx beside harbour.txt), or name it with "
            "--corrections. Every later run has your rows in place of the program’s and marks "
            "them; what it cannot apply it tells you, with the reason.",
    "Put back": "What the program took for the page’s and not for the article’s stands on the "
                "sheet “set aside”, where there is any: write yes beside what is the article’s.",
    "Save": "As .xlsx, without a password. Do not touch the hidden sheet machine: it remembers "
            "what the program had written."}


def encoded(article: Article) -> bytes:
    """The bytes of the review workbook (XLSX) of an Article."""
    from analysis.tables.book import Book
    book = Book()
    base = {table: rows(article.machine, table) for table in SHEETS}
    sheets, apart = {table: list(known.items()) for table, known in base.items()}, []
    if article.review:
        sheets, apart = _carried(article, base)
    _instructions(book, article)
    for table, lines in sheets.items():
        _sheet(book, table, lines)
    if aside := _aside(article):
        _plain(book, ASIDE, [[column.name for column in ASIDE_COLUMNS], *aside])
    if apart:
        _plain(book, APART, [["sheet", "row", "column", "the program wrote", "entered",
                              "why it was not applied"], *apart])
    about = json.dumps({"text_sha256": article.text_sha256, "version": __version__})
    page = _plain(book, MACHINE, [[about], *(
        [table, id, json.dumps(row, ensure_ascii=False)]
        for table, known in base.items() for id, row in known.items())])
    page.sheet_state = "veryHidden"
    return packed(book)


def _aside(article):
    """The rows of the sheet of what was taken for the page's, with what is put back already."""
    own = article.review.own(article.text) if article.review else []
    paragraphs = article.paragraphs[article.paragraphs["kind"].isin(FURNITURE)]
    found = [(start, end, kind, None) for start, end, kind
             in zip(paragraphs["start"], paragraphs["end"], paragraphs["kind"])]
    return [[start, kind, article.text[start:end], mine]
            for start, end, kind, mine in sorted(found + [(*span, "", OWN) for span in own])]


def rows(article: Article, table: str) -> dict[str, dict[str, Any]]:
    """{id: {column: value}} of a table as its sheet shows it, with start, end, before, after."""
    found = {}
    surer = dict(zip(article.attributions["attribution"],
                     article.attributions["confidence"])) if table == "quotes" else {}
    sentences = article.sentences["text"].tolist() if table == "numbers" else []
    for number, row in enumerate(getattr(article, table).to_dict("records")):
        if table == "quotes":
            row |= {"confidence": surer.get(row["attribution"]),
                    "context": _context(article.text, row["start"], row["end"])}
        elif table == "speakers":
            row["words"] = row["quoted_words"] + row["reported_words"]
        else:
            row["context"] = sentences[row["sentence"]]
        before, after = around(article.text, row["start"], row["end"])
        found[f"{TABLES[table]}{number}"] = {column.name: written(row.get(column.name))
                                             for column in SHEETS[table]
                                             if column.use not in ("id", "note")} | dict(
            start=row["start"], end=row["end"], before=before, after=after)
    return found


def _context(text, start, end):
    """What stands before and after a quotation, from word to word; a paragraph's end is ¶."""
    before, after = text[max(start - _AROUND, 0):start], text[end:end + _AROUND]
    before = before if start <= _AROUND else "… " + before.partition(" ")[2]
    after = after if end + _AROUND >= len(text) else after.rpartition(" ")[0] + " …"
    return re.sub(r"\s*\n\s*", " ¶ ", f"{before}[…]{after}")


def _carried(article, base):
    """({table: [(id, row)]} with what a review says in it, [what of it could not be applied])."""
    edits, sheets, apart = article.edits, {}, []
    for table, changes in (("quotes", edits.quotes), ("numbers", edits.numbers)):
        by_place = {change.found: change for change in changes if change.found}
        lines = []
        for id, row in base[table].items():
            change = by_place.get((row["start"], row["end"]))
            named = {"speaker": edits.names.final.get(row["speaker"], row["speaker"])}
            if change is None or not change.removed:
                lines.append((id, row | named | (_entered(article, change) if change else {})))
        lines += [(None, _entered(article, change)) for change in changes if not change.found]
        sheets[table] = lines
    names, lines = edits.names, []
    for id, row in base["speakers"].items():
        if (name := names.final[row["speaker"]]) is not None:
            lines.append((id, row | {"speaker": name} | names.attributes.get(name, {})))
    lines += [(None, {"speaker": name, "text": article.text[start:end], "start": start}
               | names.attributes.get(name, {}))
              for name, (start, end) in names.added.items()]
    sheets["speakers"] = lines
    for edit in edits.all:
        if edit.status == KEPT:
            row = next((row for _, row in sheets[edit.table] if edit.start is not None
                        and (row.get("start"), row.get("end")) == (edit.start, edit.end)), None)
            if row is not None:
                row["note"] = edit.human
                continue
        if edit.status != APPLIED:
            apart.append([edit.table, edit.row, edit.column, shown(edit.machine), shown(edit.human),
                          edit.reason if edit.status == REFUSED else "a note"])
    return {table: sheets[table] for table in SHEETS}, apart


def _entered(article, change):
    start, end = change.place
    return change.values | {"text": written(article.text[start:end]), "start": start}


def _instructions(book, article):
    from openpyxl.styles import Alignment, Font
    page = book.create_sheet(INSTRUCTIONS)
    _print(page)
    widths = [24, 100]
    for letter, width in zip("AB", widths):
        page.column_dimensions[letter].width = width
    lines = [(f"Review of: {article.title or 'an article without a title'}", None), (),
             *_WORDS.items(), (), ("Sheet, column", "What it holds"),
             *((f"{table}, {column.name}", column.help)
               for table, columns in SHEETS.items() for column in columns)]
    for number, line in enumerate(lines):
        cells = [None if value is None else cell(page, value) for value in line]
        for place, one in enumerate(cells if number else cells[:1]):
            one.alignment = Alignment(wrap_text=number > 0, vertical="top")
            one.font = Font(_FONT, 11 if number else 12,
                            bold=place == 0 or line[0].startswith("Sheet"))
        _append(page, number + 1, cells if number else cells[:1], widths if number else [200])


def _sheet(book, table, lines):
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    page, columns = book.create_sheet(table), SHEETS[table]
    page.freeze_panes = "C2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(lines) + 1}"
    page.print_title_rows = "1:1"
    _print(page)
    for number, column in enumerate(columns, 1):
        page.column_dimensions[get_column_letter(number)].width = column.width
        _choices(page, column,
                 f"{get_column_letter(number)}2:{get_column_letter(number)}{len(lines) + _SPARE}")
    head = [cell(page, column.name) for column in columns]
    for one in head:
        one.font, one.fill = Font(_FONT, bold=True), PatternFill("solid", fgColor="DDE6F0")
        one.alignment = Alignment(vertical="top")
    page.append(head)
    top, plain, grey = Alignment(wrap_text=True,
                                 vertical="top"), Font(_FONT, 11), Font(_FONT, 11, color="6B6B6B")
    for number, (id, row) in enumerate(lines, 2):
        cells = [cell(page, value) if (value := id if column.use == "id"
                                       else row.get(column.name)) is not None else cell(page, None)
                 for column in columns]
        for one, column in zip(cells, columns):
            one.alignment = top
            one.font = grey if column.use in ("id", "reading", "start") else plain
            if isinstance(one.value, str):
                one.number_format = "@"     # a date or figure typed over it stays as it was typed
        _append(page, number, cells, [column.width for column in columns])


def _choices(page, column, cells):
    """A drop-down for a closed column; for a voice the names of speakers, or any other name."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation
    if column.use == "choice":
        found = DataValidation("list", formula1=f'"{",".join(column.choices)}"',
                               allow_blank=not column.needed, showErrorMessage=True,
                               errorTitle=column.name, error="Choose one of the list.")
    elif column.use == "voice":
        at = get_column_letter(next(number for number,
                                    one in enumerate(SHEETS["speakers"], 1) if one.use == "name"))
        found = DataValidation("list", formula1=f"speakers!${at}$2:${at}${_SPARE}",
                               allow_blank=True, showErrorMessage=False)
    else:
        return
    found.prompt, found.promptTitle, found.showInputMessage = column.help[:250], column.name, True
    found.add(cells)
    page.data_validations.append(found)


def _append(page, number, cells, widths):
    """Append a row as high as its wrapped text needs: not every program finds that out."""
    lines = max([ceil(len(one.value) / width) for one, width in zip(cells, widths)
                 if one is not None and isinstance(one.value, str)], default=1)
    page.row_dimensions[number].height = 15.5 * min(max(lines, 1), 26)
    page.append(cells)


def _plain(book, name, lines):
    page = book.create_sheet(name)
    for line in lines:
        page.append([None if value is None else cell(page, value) for value in line])
    return page


def _print(page):
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr.fitToPage = True

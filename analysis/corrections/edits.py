"""What a person changed in a review workbook, each applied or refused with its reason.

A cell counts as changed when it differs from what the program had written there, not from what the
program says today. A row is found again by its offsets where the text is the same, else by its
words and the words around them; a changed row that the program no longer finds is added, as long as
its words stand in the article.
"""
from typing import TYPE_CHECKING, Any

from analysis.article import Article
from analysis.corrections.change import KEPT, REFUSED, Edit
from analysis.corrections.columns import ASIDE, column
from analysis.corrections.names import Names
from analysis.corrections.places import again
from analysis.corrections.rows import Rows
from analysis.corrections.values import checked, same, shown

if TYPE_CHECKING:
    from analysis.corrections.review import Row


class Edits:
    """All `Edit`s of a review of an Article, and what follows from them: `quotes`, `numbers` (lists
    of `Change`) and `names`, what becomes of the voices (`analysis.corrections.names.Names`)."""

    def __init__(self, article: Article):
        self.article, self.review = article, article.review
        self.all = []
        for table, line, name, text, reason in self.review.problems:
            self.all.append(Edit(table, None if line is None else f"line {line}", "unreadable",
                                 name, None, text, REFUSED, reason))
        for words in self.review.lost(article.text):
            self.all.append(Edit(ASIDE, None, "put back", None, None, words, REFUSED,
                                 "these words do not stand in the article, or more than once"))
        self.names = Names(self)
        self.quotes, self.numbers = (Rows(self, table).changes for table in ("quotes", "numbers"))

    def note(self, *parts: Any, **facts: Any) -> Edit:
        """Enter an Edit and return it."""
        edit = Edit(*parts, **facts)
        self.all.append(edit)
        return edit

    def sheet(self, table: str) -> "tuple[dict[str, Row], list[Row], list[str]]":
        """(rows of the program's that still stand on the sheet, by id; added rows; ids of the rows
        that are gone). Of two rows with one id, that with the words as they were written is the
        program's; the other was copied and is added."""
        base, kept, added = self.review.base[table], {}, []
        rows = self.review.rows.get(table)
        if rows is None:
            return {}, [], []
        name = "speaker" if table == "speakers" else "text"
        for row in sorted(rows, key=lambda row: row.id not in base
                          or row.cells.get(name) != base[row.id].get(name)):
            if row.id in base and row.id not in kept:
                kept[row.id] = row
            else:
                added.append(row)
        return (dict(sorted(kept.items(), key=lambda item: item[1].line)),
                sorted(added, key=lambda row: row.line), [id for id in base if id not in kept])

    def entered(self, table: str, row: "Row", base: dict[str, Any]) -> dict[str, Any]:
        """{column: value} of the cells that differ from what was written and hold what the column
        can hold; the others are refused. base: the row as written, {} for an added one."""
        values = {}
        for name, value in row.cells.items():
            known = column(table, name)
            before = base.get(name)
            if same(value, before) or known.use == "voice" and self._follows(before, value):
                continue
            if known.use == "note":
                self.note(table, self.label(row, base), "noted", name, None, str(value), KEPT,
                          **self.home(base))
                continue
            value, reason = checked(known, value)
            if reason is None and known.use == "reading" and base:
                reason = "this column is for reading only"
            if reason:
                self.note(table, self.label(row, base), "changed" if base else "added", name,
                          None if known.use == "reading" else base.get(name),
                          shown(row.cells[name]), REFUSED, reason, **self.home(base))
            elif known.use != "reading" and not same(value, base.get(name)):
                values[name] = value
        return values

    def _follows(self, machine, human):
        """Whether a person only wrote a voice's new name where the program had written the old."""
        return machine in self.names.final and self.names.final[machine] == human

    def home(self, base: dict[str, Any]) -> dict[str, int]:
        """Where a row as it was written stands, if it stands there still: {start, end}."""
        return ({name: base[name] for name in ("start", "end")}
                if base and again(self.article, base)[0] == (base["start"], base["end"]) else {})

    def label(self, row: "Row", base: dict[str, Any]) -> str:
        """How a row is called: by its id, or by its line where it was added."""
        return row.id if base and row.id else f"line {row.line}"

    def refuse(self, table: str, row: "Row", base: dict[str, Any], values: dict[str, Any],
               reason: str) -> None:
        """Enter that none of a row's values could be applied, and empty them."""
        for name, value in values.items():
            self.note(table, row.id, "changed", name, base.get(name), shown(value), REFUSED, reason,
                      **self.home(base))
        values.clear()

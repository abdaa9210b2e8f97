"""What a person changed in a review workbook, cell by cell and row by row, each applied or refused with its reason.

A cell counts as changed when it differs from what the program had written there, not from what the program says today. A
row is found again by its offsets where the text is the same, else by its words and the words around them; a changed
row that the program no longer finds is added, as long as its words stand in the article.
"""
from dataclasses import dataclass, field

from analysis.corrections.columns import column, written
from analysis.corrections.names import Names
from analysis.corrections.places import again, bare, occurrences, overlapping, passage_of
from analysis.corrections.values import checked, entries, number, quotation, same, shown

APPLIED, REFUSED, KEPT = "applied", "refused", "kept"


@dataclass
class Edit:
    """One thing that a person changed, added, removed or noted.

    table; row: its id on the sheet, or its line there; action: changed, added, removed, noted or unreadable; column, machine,
    human: of a changed cell, what the program and the person wrote; status: applied, refused or kept (a note); reason: why it
    was refused, or what follows from it; start, end: where in the article, or None.
    """

    table: str
    row: str | None
    action: str
    column: str | None = None
    machine: object = None
    human: object = None
    status: str = APPLIED
    reason: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass
class Change:
    """What becomes of one row of a table. found: (start, end) of the program's row, None for a row that is added.
    place: (start, end) that it shall have. values: {column: value} entered. removed: whether the row goes."""

    found: tuple | None
    place: tuple | None
    values: dict = field(default_factory=dict)
    removed: bool = False


class Edits:
    """All `Edit`s of a review of an Article, and what follows from them: `quotes`, `numbers` (lists of `Change`) and
    `names`, what becomes of the voices (`analysis.corrections.names.Names`)."""

    def __init__(self, article):
        self.article, self.review = article, article.review
        self.all, self.quotes, self.numbers = [], [], []
        for table, line, name, text, reason in self.review.problems:
            self.all.append(Edit(table, None if line is None else f"line {line}", "unreadable", name, None, text, REFUSED, reason))
        self.names = Names(self)
        for table, changes in (("quotes", self.quotes), ("numbers", self.numbers)):
            self._places(table, changes)

    def note(self, *parts, **facts):
        """Enter an Edit and return it."""
        edit = Edit(*parts, **facts)
        self.all.append(edit)
        return edit

    def sheet(self, table):
        """(rows of the program's that still stand on the sheet, by id; added rows; ids of the rows that are gone). Of two
        rows with one id, that with the words as they were written is the program's; the other was copied and is added."""
        base, kept, added = self.review.base[table], {}, []
        rows = self.review.rows.get(table)
        if rows is None:
            return {}, [], []
        name = "speaker" if table == "speakers" else "text"
        for row in sorted(rows, key=lambda row: row.id not in base or row.cells.get(name) != base[row.id].get(name)):
            if row.id in base and row.id not in kept:
                kept[row.id] = row
            else:
                added.append(row)
        order = sorted(kept, key=lambda id: kept[id].line)
        return {id: kept[id] for id in order}, sorted(added, key=lambda row: row.line), [id for id in base if id not in kept]

    def entered(self, table, row, base):
        """{column: value} of the cells that differ from what was written and hold what the column can hold; the others are
        refused. base: the row as written, {} for an added one."""
        values = {}
        for name, value in row.cells.items():
            known = column(table, name)
            if same(value, base.get(name)) or known.use == "voice" and self._follows(base.get(name), value):
                continue
            if known.use == "note":
                self.note(table, self.label(row, base), "noted", name, None, str(value), KEPT, **self._home(base))
                continue
            value, reason = checked(known, value)
            if reason is None and known.use == "reading" and base:
                reason = "this column is for reading only"
            if reason:
                self.note(table, self.label(row, base), "changed" if base else "added", name, None if known.use == "reading" else base.get(name),
                          shown(row.cells[name]), REFUSED, reason, **self._home(base))
            elif known.use != "reading" and not same(value, base.get(name)):
                values[name] = value
        return values

    def _follows(self, machine, human):
        """Whether a person only wrote a voice's new name where the program had written the old."""
        return machine in self.names.final and self.names.final[machine] == human

    def _home(self, base):
        """Where a row as it was written stands, if it stands there still: {start, end}."""
        return {name: base[name] for name in ("start", "end")} if base and again(self.article, base)[0] == (base["start"], base["end"]) else {}

    def label(self, row, base):
        return row.id if base and row.id else f"line {row.line}"

    def _places(self, table, changes):
        """The edits of a table whose rows are places in the text: quotes and numbers."""
        article = self.article
        rows = {(row.start, row.end): row for row in getattr(article.machine, table).itertuples()}
        base, taken = self.review.base[table], set(rows)
        kept, added, gone = self.sheet(table)
        for id in gone:
            place, problem = again(article, base[id])
            here = place and overlapping(place, rows)
            edit = self.note(table, id, "removed", None, base[id]["text"], None)
            if here is None:
                edit.reason = problem or "the program no longer finds it either"
                edit.status = REFUSED if problem else APPLIED
                continue
            edit.start, edit.end = here
            changes.append(Change(here, here, removed=True))
            taken.discard(here)
        for id, row in kept.items():
            values = self.entered(table, row, base[id])
            if not values:
                continue
            place, problem = again(article, base[id])
            if problem:
                self._refuse(table, row, base[id], values, problem)
                continue
            here = overlapping(place, rows)
            wanted = self._moved(table, row, base[id], values, place, taken - {here})
            change = Change(here, wanted or here or place, values)
            if not here:
                change.values = {name: base[id].get(name) for name in entries(table)} | values
            self._enter(table, row, base[id], change, rows.get(here), changes)
            taken = (taken - {here}) | {change.place}
        for row in added:
            values = self.entered(table, row, {})
            place, problem = self._place(table, values.pop("text", None), values.pop("start", None), taken)
            edit = self.note(table, f"line {row.line}", "added", None, None, shown(row.cells.get("text")))
            if problem:
                edit.status, edit.reason = REFUSED, problem
                continue
            edit.start, edit.end = place
            if self._enter(table, row, {}, Change(None, place, values), None, changes, edit):
                taken.add(place)

    def _refuse(self, table, row, base, values, reason):
        for name, value in values.items():
            self.note(table, row.id, "changed", name, base.get(name), shown(value), REFUSED, reason, **self._home(base))
        values.clear()

    def _moved(self, table, row, base, values, place, taken):
        """Where the row shall stand, if its words or its start were changed; what cannot be is refused."""
        entered = {name: values.pop(name) for name in ("text", "start") if name in values}
        if not entered:
            return None
        words = entered.get("text", base["text"])
        if "start" in entered:
            wanted, problem = self._place(table, words, entered["start"], taken)
        else:
            near = [span for span in self._spans(table, words) if span[0] < place[1] and place[0] < span[1]]
            wanted, problem = (near[0], None) if len(near) == 1 else self._place(table, words, None, taken)
        if wanted == place:
            return None
        name = "text" if "text" in entered else "start"
        edit = self.note(table, row.id, "changed", name, base.get(name), shown(entered[name]))
        edit.start, edit.end = wanted or place
        if problem:
            edit.status, edit.reason = REFUSED, problem
        return wanted

    def _spans(self, table, words):
        words = words if table == "numbers" else bare(words)
        found = occurrences(self.article.text, words)
        if not found and words.replace(".", "").isdigit():
            found = occurrences(self.article.text, f"{float(words):,.15g}")
        return found

    def _place(self, table, words, start, taken):
        """((start, end), None) of words that a person entered, or (None, reason)."""
        if not words:
            return None, "its words are missing: write them in the column text as the article has them"
        spans = self._spans(table, words)
        if not spans:
            return None, "these words do not stand in the article"
        if start is not None:
            spans = [span for span in spans if abs(span[0] - start) <= 1]
            if not spans:
                return None, f"these words do not begin at {start:.0f}"
        free = [span for span in spans if span not in taken]
        if not free:
            return None, "these words have a row already"
        if len(free) > 1:
            return None, (f"these words stand {len(free)} times in the article: give their start ("
                          + ", ".join(str(span[0]) for span in free[:6]) + (", …)" if len(free) > 6 else ")"))
        if passage_of(self.article, *free[0]) is None:
            return None, "these words reach over the end of a paragraph: make it a row for each paragraph"
        crossed = [span for span in taken if span[0] < free[0][0] < span[1] < free[0][1] or free[0][0] < span[0] < free[0][1] < span[1]]
        if crossed and table == "quotes":
            return None, "these words cross those of another row"
        if table == "numbers" and any(span[0] < free[0][1] and free[0][0] < span[1] for span in taken):
            return None, "these words share letters with another number; change or delete that row"
        return free[0], None

    def _enter(self, table, row, base, change, current, changes, edit=None):
        """Check the values of a row against each other, enter its edits, and the change; whether it stands."""
        values = change.values
        problem = (quotation if table == "quotes" else number)(values, base, current)
        if problem:
            if edit is None:
                self._refuse(table, row, base, {name: values[name] for name in values if name in row.cells}, problem)
            else:
                edit.status, edit.reason = REFUSED, problem
            if change.place == change.found:
                return False
            change.values = values = {}
        reasons = {}
        if values.get("speaker") is not None and not (table == "numbers" and values["speaker"] == "reporter"):
            name, reason = self.names.resolve(values["speaker"], change.place)
            if name is None:
                self.note(table, self.label(row, base), "changed", "speaker", base.get("speaker"), values.pop("speaker"), REFUSED, reason)
            else:
                values["speaker"], reasons["speaker"] = name, reason
        for name, value in values.items() if base else ():
            if name in row.cells and not same(row.cells[name], base.get(name)):
                now = written(getattr(current, name)) if current is not None else None
                edit = self.note(table, row.id, "changed", name, base.get(name), shown(row.cells[name]), start=change.place[0], end=change.place[1])
                edit.reason = reasons.get(name)
                if current is None:
                    edit.reason = edit.reason or "the program no longer finds this row; it was added"
                elif same(now, written(value)):
                    edit.reason = edit.reason or "the program now says the same"
                elif not same(now, base.get(name)):
                    edit.reason = edit.reason or f"the program now says {shown(now) or 'nothing'}"
            elif not same(value, base.get(name)):
                self.note(table, row.id, "changed", name, base.get(name), shown(value), reason="follows from what was entered beside it",
                          start=change.place[0], end=change.place[1])
        if edit is not None and edit.action == "added" and reasons.get("speaker"):
            edit.reason = reasons["speaker"]
        if values or change.place != change.found:
            changes.append(change)
        return True

"""What becomes of quotations and numbers: changed, moved, removed, added."""
from typing import TYPE_CHECKING

from analysis.corrections.change import APPLIED, REFUSED, Change
from analysis.corrections.columns import written
from analysis.corrections.places import again, free, overlapping, spans
from analysis.corrections.values import entries, number, quotation, same, shown

if TYPE_CHECKING:
    from analysis.corrections.edits import Edits


class Rows:
    """changes: the `Change`s of a table. found: {(start, end): row} of the program's. taken: the
    places that have a row when the changes are made. What was entered, applied or refused is noted
    in the `Edits`."""

    def __init__(self, edits: "Edits", table: str):
        self.edits, self.article, self.table = edits, edits.article, table
        self.found = {(row.start, row.end): row
                      for row in getattr(self.article.machine, table).itertuples()}
        self.taken, self.changes = set(self.found), []
        base = edits.review.base[table]
        kept, added, gone = edits.sheet(table)
        for id in gone:
            self._remove(id, base[id])
        for id, row in kept.items():
            if values := edits.entered(table, row, base[id]):
                self._change(row, base[id], values)
        for row in added:
            self._add(row)

    def _remove(self, id, base):
        place, problem = again(self.article, base)
        here = place and overlapping(place, self.found)
        edit = self.edits.note(self.table, id, "removed", None, base["text"], None)
        if here is None:
            edit.reason = problem or "the program no longer finds it either"
            edit.status = REFUSED if problem else APPLIED
            return
        edit.start, edit.end = here
        self.changes.append(Change(here, here, removed=True))
        self.taken.discard(here)

    def _change(self, row, base, values):
        place, problem = again(self.article, base)
        if problem:
            self.edits.refuse(self.table, row, base, values, problem)
            return
        here = overlapping(place, self.found)
        self.taken.discard(here)
        change = Change(here, self._moved(row, base, values, place) or here or place, values)
        if not here:
            change.values = {name: base.get(name) for name in entries(self.table)} | values
        self._enter(row, base, change, self.found.get(here))
        self.taken.add(change.place)

    def _add(self, row):
        values = self.edits.entered(self.table, row, {})
        place, problem = free(self.article, self.table, values.pop("text", None),
                              values.pop("start", None), self.taken)
        edit = self.edits.note(self.table, f"line {row.line}", "added", None, None,
                               shown(row.cells.get("text")))
        if problem:
            return edit.refuse(problem)
        edit.start, edit.end = place
        if self._enter(row, {}, Change(None, place, values), None, edit):
            self.taken.add(place)

    def _moved(self, row, base, values, place):
        """Where the row shall stand, if its words or start were changed; else it is refused."""
        entered = {name: values.pop(name) for name in ("text", "start") if name in values}
        if not entered:
            return None
        words = entered.get("text", base["text"])
        if "start" in entered:
            wanted, problem = free(self.article, self.table, words, entered["start"], self.taken)
        else:
            near = [span for span in spans(self.article.text, self.table, words)
                    if span[0] < place[1] and place[0] < span[1]]
            wanted, problem = (near[0], None) if len(near) == 1 else free(self.article, self.table,
                                                                          words, None, self.taken)
        if wanted == place:
            return None
        name = "text" if "text" in entered else "start"
        edit = self.edits.note(self.table, row.id, "changed", name, base.get(name),
                               shown(entered[name]))
        edit.start, edit.end = wanted or place
        if problem:
            edit.refuse(problem)
        return wanted

    def _enter(self, row, base, change, current, edit=None):
        """Check a row's values against each other, enter edits and change; whether it stands."""
        values = change.values
        problem = (quotation if self.table == "quotes" else number)(values, base, current)
        if problem:
            if edit is None:
                self.edits.refuse(self.table, row, base, {name: values[name] for name in values
                                                          if name in row.cells}, problem)
            else:
                edit.refuse(problem)
            if change.place == change.found:
                return False
            change.values = values = {}
        reasons = {}
        if values.get("speaker") is not None and not (self.table == "numbers"
                                                      and values["speaker"] == "reporter"):
            name, reason = self.edits.names.resolve(values["speaker"], change.place)
            if name is None:
                self.edits.note(self.table, self.edits.label(row, base), "changed", "speaker",
                                base.get("speaker"), values.pop("speaker"), REFUSED, reason)
            else:
                values["speaker"], reasons["speaker"] = name, reason
        for name, value in values.items() if base else ():
            if name in row.cells and not same(row.cells[name], base.get(name)):
                now = written(getattr(current, name)) if current is not None else None
                edit = self.edits.note(self.table, row.id, "changed", name, base.get(name),
                                       shown(row.cells[name]), start=change.place[0],
                                       end=change.place[1])
                edit.reason = reasons.get(name)
                if current is None:
                    edit.reason = (edit.reason
                                   or "the program no longer finds this row; it was added")
                elif same(now, written(value)):
                    edit.reason = edit.reason or "the program now says the same"
                elif not same(now, base.get(name)):
                    edit.reason = edit.reason or f"the program now says {shown(now) or 'nothing'}"
            elif not same(value, base.get(name)):
                self.edits.note(self.table, row.id, "changed", name, base.get(name), shown(value),
                                reason="follows from what was entered beside it",
                          start=change.place[0], end=change.place[1])
        if edit is not None and edit.action == "added" and reasons.get("speaker"):
            edit.reason = reasons["speaker"]
        if values or change.place != change.found:
            self.changes.append(change)
        return True

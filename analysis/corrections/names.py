"""What becomes of the voices: renamed, made one, removed, added, described otherwise."""
from typing import TYPE_CHECKING

from analysis.corrections.change import REFUSED
from analysis.corrections.columns import written
from analysis.corrections.places import having_words, occurrences, passage_of

if TYPE_CHECKING:
    from analysis.corrections.edits import Edits

_ATTRIBUTES = ("form", "role", "role_class", "affiliation", "anonymity")


class Names:
    """final: {the program's name: the name that the person gave it, None where the row was
    deleted}, of every voice that has a row. added: {name: (start, end)} of new voices, by a place
    in the article. attributes: {final name: {column: value}}."""

    def __init__(self, edits: "Edits"):
        self.edits, self.article = edits, edits.article
        self.final = {row.speaker: row.speaker
                      for row in self.article.machine.speakers.itertuples()}
        self.added, self.attributes = {}, {}
        kept, added, gone = edits.sheet("speakers")
        base = edits.review.base["speakers"]
        known = {id: self._known(base[id]) for id in base}
        changed = {}
        for id in gone:
            self._remove(id, base[id], known[id])
        for id, row in kept.items():
            if values := edits.entered("speakers", row, base[id]):
                changed[id] = values
        for id, values in changed.items():
            self._rename(id, base[id], known[id], values)
        for id, values in changed.items():
            self._describe(id, base[id], known[id], values)
        for row in added:
            self._add(row)

    def _known(self, base):
        """The program's name today of a voice that it had written, or None."""
        if base["speaker"] in self.final:
            return base["speaker"]
        table = self.article.machine.speakers
        same = table.loc[(table["start"] == base["start"]) & (table["end"] == base["end"])
                         & (table["text"] == base["text"]), "speaker"]
        return same.iloc[0] if len(same) == 1 else None

    def _note(self, id, base, *parts, **facts):
        fits = (written(self.article.text[base["start"]:base["end"]]) == base["text"] if base
                else False)
        place = dict(start=base["start"], end=base["end"]) if fits else {}
        return self.edits.note("speakers", id, *parts, **place, **facts)

    def _remove(self, id, base, name):
        edit = self._note(id, base, "removed", None, base["speaker"], None)
        if name is None:
            edit.reason = "the program no longer has this voice either"
        else:
            self.final[name] = None

    def _rename(self, id, base, name, values):
        wanted = values.get("speaker")
        for column in ("text", "start"):
            if column in values:
                self._note(id, base, "changed", column, base.get(column), str(values.pop(column)),
                           status=REFUSED,
                           reason="where a voice is first mentioned follows from its mentions")
        if name is None:
            for column, value in values.items():
                self._note(id, base, "changed", column, base.get(column), str(value),
                           status=REFUSED,
                           reason=f"the program no longer finds a voice called {base['speaker']}")
            values.clear()
        elif wanted is not None:
            self._note(id, base, "changed", "speaker", base["speaker"], wanted)
            self.final[name] = wanted

    def _describe(self, id, base, name, values):
        for column in _ATTRIBUTES:
            if column not in values:
                continue
            entry = self.attributes.setdefault(self.final[name], {})
            edit = self._note(id, base, "changed", column, base.get(column), values[column])
            if entry.get(column, values[column]) != values[column]:
                edit.refuse(f"another row of {self.final[name]} says {entry[column]}")
            entry.setdefault(column, values[column])

    def _add(self, row):
        values = self.edits.entered("speakers", row, {})
        name, label = values.get("speaker"), f"line {row.line}"
        edit = self.edits.note("speakers", label, "added", None, None, name)
        if name is None:
            edit.refuse("a voice needs a name")
        elif self._same(name) is not None:
            edit.refuse("there is a row for a voice of this name already; change that one")
        else:
            spans = occurrences(self.article.text, values.get("text") or name)
            spans = [span for span in spans if passage_of(self.article, *span) is not None
                     and abs(span[0] - values.get("start", span[0])) <= 1]
            if not spans:
                edit.refuse("the article does not call it so: write in the column text by which of "
                            "its words it does")
                return
            edit.start, edit.end = self.added[name] = spans[0]
            self.attributes[name] = {column: values[column] for column in _ATTRIBUTES
                                     if column in values}

    def _same(self, name):
        """The final name that is this one but for case and blanks, or None."""
        wanted = " ".join(name.split()).casefold()
        return next((final for final in (*self.final.values(), *self.added) if final
                     and final.casefold() == wanted), None)

    def resolve(self, entered: str, place: tuple[int, int]) -> tuple[str | None, str | None]:
        """(final name, remark or None) of the voice that a person entered beside a quotation or
        number at `place`; (None, reason) where there cannot be such a voice."""
        if same := self._same(entered):
            return same, None
        wanted = entered.casefold()
        before = next((name for name in self.final if name.casefold() == wanted), None)
        if before is not None:
            return (self.final[before],
                    f"now called {self.final[before]}") if self.final[before] else (
                None, f"{entered} was deleted from the sheet speakers")
        partly = having_words(entered, dict.fromkeys(filter(None, (*self.final.values(),
                                                                   *self.added))))
        if len(partly) == 1:
            return partly[0], f"read as {partly[0]}"
        spans = [span for span in occurrences(self.article.text, entered)
                 if passage_of(self.article, *span) is not None]
        self.added[entered] = spans[0] if spans else place
        return entered, "a new voice"

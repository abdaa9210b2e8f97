"""One thing that a person corrected, and what becomes of one row."""
from dataclasses import dataclass, field
from typing import Any

APPLIED, REFUSED, KEPT = "applied", "refused", "kept"


@dataclass
class Edit:
    """One thing that a person changed, added, removed or noted.

    table; row: its id on the sheet, or its line there; action: changed, added, removed, noted or
    unreadable; column, machine, human: of a changed cell, what the program and the person wrote;
    status: applied, refused or kept (a note); reason: why it was refused, or what follows from it;
    start, end: where in the article, or None.
    """

    table: str
    row: str | None
    action: str
    column: str | None = None
    machine: object = None
    human: Any = None
    status: str = APPLIED
    reason: str | None = None
    start: int | None = None
    end: int | None = None

    def refuse(self, reason: str | None) -> None:
        """Say that it was not applied, and why."""
        self.status, self.reason = REFUSED, reason


@dataclass
class Change:
    """What becomes of one row of a table. found: (start, end) of the program's row, None for a row
    that is added. place: (start, end) that it shall have. values: {column: value} entered. removed:
    whether the row goes."""

    found: tuple | None
    place: tuple | None
    values: dict = field(default_factory=dict)
    removed: bool = False

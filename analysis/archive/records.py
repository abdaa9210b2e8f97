"""What an archive is made of: files in folders and zips, rows of tables and JSON lines."""
import csv
import gzip
import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import TextIOWrapper
from itertools import chain
from pathlib import Path

from analysis.errors import ArticleError
from analysis.tables.people_csv import separator

# What is known of an article, by the name of its column unless another is given.
COLUMNS = ("text", "title", "published", "outlet", "id")
_ROWS = (".jsonl", ".ndjson", ".json", ".parquet", ".csv", ".tsv", ".xlsx")
_PACKED = (".gz", ".zst")
_BATCH = 1000
csv.field_size_limit(2**31 - 1)         # an article in a cell is longer than the module expects


@dataclass(frozen=True)
class Record:
    """One article as it stands in the input: the bytes of a document (`data`) or the text of a row.

    id: unique in the archive: the path within the folder or zip, the row's id, or file#row.
    title, published, outlet: what a row says; own: the row's other columns that are kept, as text.
    copy_of: the id of the record that this one is an exact copy of; then it has no text.
    """

    id: str
    data: bytes | None = None
    text: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    own: dict = field(default_factory=dict)
    copy_of: str | None = None

    def content(self) -> bytes:
        """The hash of what is read, by which exact duplicates are found."""
        data = self.data or b"" if self.text is None else self.text.encode("utf8", "surrogatepass")
        return hashlib.sha256(data).digest()

    def digest(self) -> bytes:
        """The hash of all that is known of it, by which a change is found."""
        facts = [self.id, self.title, self.published, self.outlet, self.own, self.copy_of]
        told = json.dumps(facts, sort_keys=True).encode()
        return hashlib.sha256(told + (b"" if self.copy_of else self.content())).digest()


class Records:
    """The records at `sources`, in a fixed order.

    columns: {what is known: name of its column} where the name is another. keep: names of further
    columns to take along, None for all. Raises ArticleError where a source cannot be read.
    """

    def __init__(self, sources: Iterable[str | Path], columns: dict[str, str] | None = None,
                 keep: Iterable[str] | None = ()):
        self.columns = dict(zip(COLUMNS, COLUMNS)) | (columns or {})
        self.keep = keep
        self.files = [entry for source in sources for entry in _files(Path(source))]
        if not self.files:
            raise ArticleError(f"{', '.join(map(str, sources)) or 'nothing'} holds no article: "
                               "name folders, zips or files of rows.")
        self.total = sum(path.stat().st_size for path, _ in self.files)
        self._before, self._file = 0, None

    def __iter__(self) -> Iterator[Record]:
        self._before = 0
        for path, name in self.files:
            try:
                yield from self._records(path, name)
            except (OSError, ValueError, EOFError, ImportError, zipfile.BadZipFile) as problem:
                raise ArticleError(f"{path}: {problem}") from problem
            self._before += path.stat().st_size

    @property
    def fraction(self) -> float:
        """How much of the input was read, by bytes."""
        inside = 0 if self._file is None or self._file.closed else self._file.tell()
        return (self._before + inside) / max(self.total, 1)

    def _records(self, path, name):
        kind, _ = _kind(path)
        if kind in _ROWS:
            with path.open("rb") as self._file:
                for number, row in enumerate(_rows(self._file, *_kind(path)), 1):
                    yield self._row(row, f"{name}#{number}", path)
        elif kind == ".zip":
            with zipfile.ZipFile(path) as packed:
                for entry in sorted(packed.infolist(), key=lambda entry: entry.filename):
                    if not entry.is_dir():
                        yield Record(f"{name}/{entry.filename}", packed.read(entry))
        else:
            yield Record(name, path.read_bytes())

    def _row(self, row, place, path):
        if self.columns["text"] not in row:
            raise ArticleError(f"{path} has no column {self.columns['text']}: name the one with "
                               f"the text; it has {', '.join(map(str, row))[:300]}.")
        keep = [*row] if self.keep is None else self.keep
        keep = [name for name in keep if name not in self.columns.values()]
        return of_row(row, place, self.columns, keep)


def of_row(row: dict, place: str, columns: dict, keep: Iterable[str]) -> Record:
    """The Record of a row; `place` is its id where it has none."""
    known = {fact: _told(row.get(column)) for fact, column in columns.items()}
    own = {column: text for column in keep if (text := _told(row.get(column))) is not None}
    return Record(**known | {"id": known["id"] or place, "text": known["text"] or ""}, own=own)


def _told(value):
    """A cell as text; None for what is missing."""
    return None if value is None or value != value or value == "" else str(value)


def _files(source):
    """(path, name) of every file at a source: itself, or those in a folder by their path in it."""
    if source.is_dir():
        return [(path, path.relative_to(source).as_posix()) for path in sorted(source.rglob("*"))
                if path.is_file() and not any(part.startswith(".") for part in path.parts)]
    if not source.is_file():
        raise ArticleError(f"There is no file or folder {source}: check the name.")
    return [(source, source.name)]


def _kind(path):
    """(the kind of file by its ending, the ending of its compression or "")."""
    packed = path.suffix.lower() if path.suffix.lower() in _PACKED else ""
    return (Path(path.stem) if packed else path).suffix.lower(), packed


def _rows(file, kind, packed):
    """The rows of an open file as dicts."""
    if kind == ".parquet":
        import pyarrow.parquet
        for batch in pyarrow.parquet.ParquetFile(file).iter_batches(_BATCH):
            yield from batch.to_pylist()
    elif kind == ".xlsx":
        from openpyxl import load_workbook
        lines = load_workbook(file, read_only=True).active.iter_rows(values_only=True)
        names = next(lines, ())
        yield from (dict(zip(names, line)) for line in lines)
    else:
        lines = TextIOWrapper(_unpacked(file, packed), "utf-8-sig", newline="")
        if kind in (".csv", ".tsv"):
            head = next(lines, "")
            yield from csv.DictReader(chain([head], lines),
                                      delimiter="\t" if kind == ".tsv" else separator(head))
        else:
            yield from (json.loads(line) for line in lines if line.strip())


def _unpacked(file, packed):
    if packed == ".gz":
        return gzip.GzipFile(fileobj=file)
    if packed == ".zst":
        from pyarrow import CompressedInputStream
        return CompressedInputStream(file, "zstd")
    return file

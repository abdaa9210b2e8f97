"""Cuts the records of an archive into parts, the units that are analysed and written."""
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from analysis.archive.records import Record

SIZE = 200


@dataclass(frozen=True)
class Part:
    """Some records that are analysed together; `digest`: the hash of them all."""

    records: tuple[Record, ...]
    digest: str


def parts(records: Iterable[Record], size: int = SIZE) -> Iterator[Part]:
    """The records in parts of about `size`, an exact copy of an earlier one marked as such.

    A part ends where the hash of an article says so (one in `size` does), or at four times `size`:
    so an article put in between changes the part it falls in, and no other. A second record of the
    same id and another content gets a `~2` after it, the third `~3`.
    """
    seen, ids, held = {}, {}, []
    for record in records:
        times = ids[record.id] = ids.get(record.id, 0) + 1
        if times > 1:
            record = replace(record, id=f"{record.id}~{times}")
        content = record.content()
        if (first := seen.setdefault(content, record.id)) != record.id:
            record = replace(record, data=None, text=None, copy_of=first)
        held.append(record)
        if int.from_bytes(content[:4]) % size == 0 or len(held) == 4 * size:
            yield _part(held)
            held = []
    if held:
        yield _part(held)


def _part(records):
    digests = b"".join(record.digest() for record in records)
    return Part(tuple(records), hashlib.sha256(digests).hexdigest())

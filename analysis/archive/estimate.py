"""What an archive would take, from a sample of its articles."""
import time
from dataclasses import dataclass
from heapq import nsmallest
from io import BytesIO
from pathlib import Path

import pyarrow.parquet

from analysis.archive.analyse import PLAIN, Options, analyse
from analysis.archive.ledger import Ledger, name
from analysis.archive.parts import SIZE, Part, parts
from analysis.archive.records import Records

_SAMPLE = 20


@dataclass(frozen=True)
class Estimate:
    """articles, duplicates: in the input; missing: articles still to analyse; errors: share of the
    sample; seconds: of one worker, for what is missing; bytes: of the whole archive."""

    articles: int
    duplicates: int
    missing: int
    sample: int
    errors: float
    seconds: float
    bytes: int


def estimate(records: Records, out: str | Path, options: Options = PLAIN,
             size: int = SIZE) -> Estimate:
    """Read all records, analyse a sample of those that `run` would (by the hash of their text, so
    the same each time), and write nothing."""
    done, sample = Ledger(out).done(), []
    articles = duplicates = missing = 0
    for part in parts(records, size):
        fresh = [record for record in part.records if record.copy_of is None]
        articles, duplicates = articles + len(fresh), duplicates + len(part.records) - len(fresh)
        if name(part.digest, options) not in done:
            missing += len(fresh)
            keyed = ((record.content(), number, record)
                     for number, record in enumerate(fresh, missing))
            sample = nsmallest(_SAMPLE, [*sample, *keyed])
    chosen = tuple(record for *_, record in sample)
    analyse(Part(chosen[:1], ""), options)          # the model and the lists are loaded
    began = time.process_time()
    made = analyse(Part(chosen, ""), options)
    each = (time.process_time() - began) / max(len(chosen), 1)
    written = sum(_bytes(table) for table in made.values())
    return Estimate(articles, duplicates, missing, len(chosen),
                    made["errors"].num_rows / max(len(chosen), 1), each * missing,
                    round(written / max(len(chosen), 1) * articles))


def _bytes(table):
    """The bytes of a table's rows as Parquet, without what an empty file has."""
    sizes = []
    for rows in (table, table.slice(0, 0)):
        file = BytesIO()
        pyarrow.parquet.write_table(rows, file, compression="zstd")
        sizes.append(file.tell())
    return sizes[0] - sizes[1]

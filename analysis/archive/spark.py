"""An archive on a Spark cluster: a function for `DataFrame.mapInPandas`, and its schema.

    frame = spark.read.parquet("dump").select("id", "text", "title", "published", "outlet")
    frame.mapInPandas(writer("/shared/out"), SCHEMA).agg({"articles": "sum", "errors":
    "sum"}).show() analysis.archive.open("/shared/out")

`out` is a folder that all executors and the driver see. Each batch of rows is a part; a part that
is in the ledger is not made again, so a stopped job goes on where it was.
"""
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pandas

from analysis.archive.analyse import PLAIN, Options
from analysis.archive.ledger import Ledger, name
from analysis.archive.parts import parts
from analysis.archive.records import COLUMNS, of_row
from analysis.archive.run import work

SCHEMA = "part string, articles long, errors long, duplicates long"


def writer(out: str | Path, options: Options = PLAIN, keep: tuple[str, ...] = ()) -> Callable:
    """The function for `mapInPandas`: frames of rows (columns text, and title, published, outlet,
    id where there are any) in, a row per part out. keep: further columns to take along."""
    columns = dict(zip(COLUMNS, COLUMNS))

    def write(frames):
        for frame in frames:
            records = [of_row(row, "row-" + sha256(str(row).encode()).hexdigest()[:16], columns,
                              keep) for row in frame.to_dict("records")]
            for part in parts(records, max(len(records), 1)):
                own = name(part.digest, options)
                entry = Ledger(out).entry(own) or work(part, own, options, out)[0]
                yield pandas.DataFrame([{"part": own} | {table: entry["rows"][table] for table in
                                                         ("articles", "errors", "duplicates")}])
    return write

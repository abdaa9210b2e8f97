"""Write the norms: the quantiles of every measure of an article over a pool of articles.

    python training/norms.py ARTICLES.jsonl.gz … [-o data/norms.csv] [--pool "what the pool is"]

ARTICLES: one JSON object a line with `text` (and `title`). Only figures are written, none of which belongs to one article
alone: the ends of a distribution are its first and last per cent. An archive writes the same file of its own articles.
"""
import argparse
import gzip
import json
import sys
from pathlib import Path

import pandas

from analysis import Article
from analysis.measures.norms import NORMS, measured, save


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path, default=NORMS)
    parser.add_argument("--pool", default="articles", help="what the pool is, for the head of the file")
    options = parser.parse_args()
    rows, failed = [], 0
    for number, record in enumerate(records(options.articles), 1):
        try:
            rows.append(measured(Article(record["text"], record.get("title"))))
        except Exception as problem:        # one article more or less is no other norm, but all are to be counted
            failed += 1
            print(f"{number}: {type(problem).__name__}: {problem}", file=sys.stderr, flush=True)
        if number % 100 == 0:
            print(f"{number:,} articles", file=sys.stderr, flush=True)
    save(pandas.DataFrame(rows), options.output, options.pool)
    print(f"{len(rows):,} articles, {failed} failed: {options.output}")


def records(paths):
    """The objects of all files."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf8") if path.suffix == ".gz" else path.open(encoding="utf8") as file:
            yield from map(json.loads, file)


if __name__ == "__main__":
    main()

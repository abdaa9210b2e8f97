"""Measure every figure on accuracy that the project states, and write data/accuracy.csv.

    python -m evaluation [--data FOLDER] [--only NAME …] [--write]

--data names the folder of the annotated corpora (`evaluation/corpora.py`; data/README.md says where
they come from). A figure whose corpus is not there keeps its last value, with the version and the
date at which it was measured. Without --write the figures are only printed.
"""
import argparse
from importlib import import_module
from pathlib import Path

import pandas

from evaluation.figures import ACCURACY, merged, save

MEASURES = ["attributions", "ratings", "calibration", "coreference", "readings", "voices_heard",
            "quantities", "roles", "fitted"]


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser("python -m evaluation", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("corpora"),
                        help="folder of the annotated corpora")
    parser.add_argument("--only", nargs="+", choices=MEASURES, default=MEASURES,
                        help="only these measures")
    parser.add_argument("--write", action="store_true", help=f"write {ACCURACY.name}")
    options = parser.parse_args()
    found = []
    for name in options.only:
        print(f"measuring {name} …", flush=True)
        found += import_module(f"evaluation.{name}").figures(options.data)
    before = pandas.read_csv(ACCURACY, comment="#") if ACCURACY.exists() else None
    table = merged(found, before)
    print(table.to_string(index=False, float_format="{:.1f}".format))
    if options.write:
        save(table)


if __name__ == "__main__":
    main()

"""How right each extraction is, measured on annotated texts that cannot be shipped (`data/accuracy.csv`)."""
from pathlib import Path

import pandas

from analysis.display import Table

FILE = Path(__file__).resolve().parents[2] / "data" / "accuracy.csv"


def lines(extraction):
    """What was measured of one extraction: on what, on how many, and how people and the best peer did on the same."""
    table = pandas.read_csv(FILE, comment="#")
    table = table[table["extraction"] == extraction]
    return Table(table, f"How right the {extraction} table is (this version, on texts by others)",
                 {"measure": "Measured", "value": "This project", "human": "Second person", "peer": "Best peer",
                  "n": "Cases", "texts": "On"}, empty="Nothing has been measured yet.",
                 formats={"value": ".0f", "human": ".0f", "peer": ".0f"})

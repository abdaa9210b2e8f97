"""Fit the weights of who is who: `analysis/models/entities.tsv`.

    python -m training.entities FOLDER

FOLDER holds `ggt_dev.jsonl.gz` (quotations with the names of their speakers) and `polnear_b.jsonl.gz`
(attributions with the places of their sources). Only coefficients of named features are kept.
"""
import sys
from pathlib import Path

from evaluation.calibration import NAMED, SOURCED, fitted, judged
from evaluation.corpora import load

FILE = Path(__file__).parents[1] / "analysis" / "models" / "entities.tsv"
HEADER = """\
# The weights of who is who (analysis/entities), fitted by training/entities.py; a feature that is not
# here weighs nothing. choice: source (is the source of an attribution the right one), speaker (is it
# the name given, the speaker_confidence); both are logistic regressions.
"""


def written(weights: dict[str, dict]) -> str:
    """The file of {choice: {(feature, value): weight}}."""
    lines = ["choice\tfeature\tvalue\tweight"]
    for choice, table_ in weights.items():
        lines += [f"{choice}\t{feature}\t{value}\t{weight:.2f}"
                  for (feature, value), weight in table_.items() if abs(weight) >= .005]
    return HEADER + "\n".join(lines) + "\n"


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    rows = [row for name in (NAMED, SOURCED) for row in judged(load(folder, name))]
    FILE.write_text(written(fitted(rows)), encoding="utf8")

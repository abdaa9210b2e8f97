"""What the project has besides code: its notebooks, its articles, their annotations, the figures on
accuracy.

In a checkout they stand at its top; a wheel carries them in the folder of this module
(pyproject.toml, `force-include`).
"""
from pathlib import Path

_HERE = Path(__file__).resolve().parent
INSTALLED = (_HERE / "notebooks").is_dir()
ROOT = _HERE if INSTALLED else _HERE.parents[1]
NOTEBOOKS = ROOT / "notebooks"
GOLD = ROOT / "data" / "gold"
ACCURACY = ROOT / "data" / "accuracy.csv"
NORMS = ROOT / "data" / "norms.csv"
RATINGS = ROOT / "data" / "ratings.csv"
DEFAULT = ROOT / "data" / "articles" / "harbour.txt"
ARCHIVED = ROOT / "data" / "archive" / "articles.jsonl"
COMPARED = [DEFAULT, *(DEFAULT.with_stem(f"harbour-{name}") for name in ("wire", "tabloid"))]
EXAMPLE = ROOT / "docs" / "example-report.html"      # in a checkout alone

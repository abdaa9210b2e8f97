"""The annotated texts that figures are measured on: they lie in a folder of the user's."""
import gzip
import json
from pathlib import Path

# name of the file: (what its texts are, in words; whether they were seen in development)
CORPORA = {
    "polnear_dev.jsonl": ("attributions in 84 US news articles (PolNeAR 1.0, development part)",
                          "development"),
    "polnear_b.jsonl.gz": ("attributions in 250 US news articles (PolNeAR 1.0)", "development"),
    "polnear_c.jsonl.gz": ("attributions in 100 US news articles (PolNeAR 1.0)", "unseen"),
    "ggt_dev.jsonl.gz": ("quotations in 49 Canadian news articles (Gender Gap Tracker)",
                         "development"),
    "gum_coref_dev.jsonl.gz": ("22 Wikinews texts and interviews (GUM)", "development")}


def load(folder: Path, name: str) -> list[dict] | None:
    """The documents of a corpus, or None where the folder does not have it."""
    path = Path(folder) / name
    return read(path) if path.exists() else None


def read(path: str | Path) -> list[dict]:
    """The documents of a file of JSON lines, compressed or not."""
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(path, "rt", encoding="utf8") as file:
        return [json.loads(line) for line in file]

"""How many alarms of the checks on real articles are right.

    python -m evaluation.alarms FOLDER [--show]

FOLDER has the articles (`articles_more.jsonl.gz`, `wikinews_dev.jsonl.gz`; in copyright, no part of
this project). Every alarm that the checks raise is looked up in `data/alarms/judged.csv` by the
text's SHA-256, kind and offsets.

A judgment is made by reading the sentences: `right` if the two figures are of one thing, or of one
calculation, and differ as the check's kind says, so that a fact-checker would want to see them;
`wrong` otherwise. The file holds hashes, kinds, offsets and verdicts, and no text. Prints right and
wrong by kind with a 95 % interval (Wilson), the alarms per thousand articles, the calculations that
hold, and the alarms without a judgment (--show: with their sentences).
"""
import argparse
import csv
import hashlib
from collections import Counter
from pathlib import Path

from analysis.article import Article
from analysis.checks.find import tested
from analysis.project import ROOT
from evaluation.corpora import load
from evaluation.figures import Figure, share

JUDGED = ROOT / "data" / "alarms" / "judged.csv"
REAL = ("articles_more.jsonl.gz", "wikinews_dev.jsonl.gz")
TEXTS = "alarms on 1,347 real articles, all read"


def alarms(folder: Path) -> tuple[int, int, list[tuple]]:
    """(number of articles, calculations that hold, [((text_sha256, kind, start, end), explanation,
    sentences)])."""
    found, articles, holding = [], 0, 0
    for row in (row for name in REAL for row in load(folder, name) or ()):
        articles += 1
        article = Article(row["text"], title=row.get("title"), published=row.get("published"))
        sha = hashlib.sha256(row["text"].encode("utf8")).hexdigest()
        for check in tested(article) if len(article.numbers) else ():
            holding += check.holds
            if not check.holds:
                rows = [claim.row for claim in check.claims]
                key = (sha, check.kind, str(min(one.start for one in rows)),
                       str(max(one.end for one in rows)))
                found.append((key, check.explanation,
                              list(dict.fromkeys(claim.sentence.text for claim in check.claims))))
    return articles, holding, found


def judgments() -> dict[tuple[str, ...], str]:
    """{(text_sha256, kind, start, end): right or wrong} of all judgments."""
    with open(JUDGED, encoding="utf8", newline="") as file:
        return {(row["text_sha256"], row["kind"], row["start"], row["end"]): row["verdict"]
                for row in csv.DictReader(file)}


def figures(folder: Path) -> list[Figure]:
    """The share of the alarms on real articles that are right."""
    _, _, found = alarms(folder)
    said = [judgments().get(key) for key, _, _ in found]
    judged = [verdict for verdict in said if verdict]
    return [share("checks", "alarms right", judged.count("right"), len(judged),
                  TEXTS)] if judged else []


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser("python -m evaluation.alarms", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    articles, holding, found = alarms(options.folder)
    verdicts = judgments()
    table = Counter((key[1], verdicts.get(key, "not judged")) for key, _, _ in found)
    for kind in sorted({kind for kind, _ in table}):
        print(f"{kind:12}", ", ".join(f"{table[kind, verdict]} {verdict}"
                                      for verdict in ("right", "wrong", "not judged")
                                      if table[kind, verdict]))
    right, wrong = (sum(number for (_, said), number in table.items() if said == verdict)
                    for verdict in ("right", "wrong"))
    one = share("checks", "alarms right", right, right + wrong, TEXTS)
    print(f"{right} of {right + wrong} judged alarms are right ({one.low:.0f} to {one.high:.0f} "
          f"%); {1000 * len(found) / max(articles, 1):.1f} alarms in a thousand articles; "
          f"{holding} calculations hold")
    for key, explanation, sentences in found if options.show else ():
        if key not in verdicts:
            print("", *key, explanation, *sentences, sep="\n  ")


if __name__ == "__main__":
    main()

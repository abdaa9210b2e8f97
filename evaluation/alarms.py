"""How many alarms of the checks on real articles are right.

    python evaluation/alarms.py ARTICLES.jsonl.gz [--seed N] [--draw 50] [--show] [--write FILE]

ARTICLES holds one article per line: id, title, text, and published where it is known. The articles are in copyright and no
part of this project. Draws alarms at random from all that the checks raise (all of them where there are fewer), and
looks each up in the judgments of `data/alarms/*.csv` by article, kind and offsets.

A judgment is made by reading the sentences: `right` if the two figures are of one thing, or of one calculation, and
differ as the check's kind says, so that a fact-checker would want to see them; `wrong` otherwise. The files hold
article id, kind, offsets and verdict, and no text. Prints right and wrong by kind, with a 95 % interval (Wilson), and
the alarms without a judgment. --show prints each drawn alarm with its sentences, for judging; --write appends the drawn
alarms that have no judgment to a CSV, verdict blank.
"""
import argparse
import csv
import gzip
import json
import random
from collections import Counter
from pathlib import Path

from analysis.article import Article
from analysis.models.intervals import wilson

JUDGMENTS = Path(__file__).parent.parent / "data" / "alarms"
FIELDS = ["article", "kind", "start", "end", "verdict"]


def alarms(path):
    """(key, explanation, sentences) of every alarm, and the number of articles; key: article, kind, start, end."""
    found, articles = [], 0
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            articles += 1
            article = Article(row["text"], title=row.get("title"), published=row.get("published"))
            for check in article.checks.itertuples():
                around = article.sentences[(article.sentences["end"] > check.start) & (article.sentences["start"] < check.end)]["text"]
                found.append(((row["id"], check.kind, str(check.start), str(check.end)), check.explanation,
                              list(around.iloc[[0, -1]].drop_duplicates())))
    return found, articles


def judgments():
    """{key: verdict} of all judgments."""
    found = {}
    for path in sorted(JUDGMENTS.glob("*.csv")):
        with open(path, encoding="utf8", newline="") as file:
            found |= {tuple(row[field] for field in FIELDS[:-1]): row["verdict"] for row in csv.DictReader(row for row in file if not row.startswith("#"))}
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--draw", type=int, default=50)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    found, articles = alarms(options.articles)
    drawn = random.Random(options.seed).sample(found, min(options.draw, len(found)))
    verdicts = judgments()
    print(f"{len(found)} alarms in {articles} articles ({len(found) / max(articles, 1):.2f} an article), {len(drawn)} drawn with seed {options.seed}")
    for key, explanation, sentences in drawn if options.show else ():
        print("", *key, verdicts.get(key, "not judged"), explanation, *sentences, sep="\n  ")
    table = Counter((key[1], verdicts.get(key) or "not judged") for key, _, _ in drawn)
    for kind in sorted({kind for kind, _ in table}):
        print(f"{kind:12}", ", ".join(f"{table[kind, verdict]} {verdict}" for verdict in ("right", "wrong", "not judged") if table[kind, verdict]))
    right, wrong = (sum(number for (_, said), number in table.items() if said == verdict) for verdict in ("right", "wrong"))
    if right + wrong:
        low, high = wilson(wrong, right + wrong)
        print(f"{wrong} of {right + wrong} judged alarms are false ({wrong / (right + wrong):.0%}; 95 % interval {low:.0%} to {high:.0%})")
    if options.write:
        with open(options.write, "a", encoding="utf8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            if not file.tell():
                writer.writerow(FIELDS)
            writer.writerows([*key, ""] for key, _, _ in drawn if key not in verdicts)


if __name__ == "__main__":
    main()

"""How often each rule of attribution is right, judged against annotated articles; lexicons/rule_accuracy.tsv anew.

    python evaluation/rule_accuracy.py FILE [--write TABLE]

FILE: JSON lines, an article each: text and quotes, a list of {source, content} with spans [[start, end], …]. Right is
an attribution whose content overlaps (intersection over union of characters) with an annotated one by .8 or more and
whose source touches its source. Prints how confidence and truth agree, for figures counted on the same articles and on
the other half of them. --write puts the lines of the table below the header of TABLE.
"""
import argparse
import json
from collections import Counter
from pathlib import Path

from analysis import Article
from analysis.attributions import confidence

BANDS = ((.8, 1), (.6, .8), (.4, .6), (0, .4))
EDGE = " \n\t\r.,;:!?\"“”‘’'—-–"


def judged(articles):
    """[(article number, Signs, right)] of the attributions in articles, quotations within quotations left out."""
    found = []
    for number, article in enumerate(articles):
        acts = Article(article["text"]).acts
        gold = [_covered(article["text"], row["content"]) for row in article["quotes"]]
        mine = [_covered(article["text"], act.content) for act in acts]
        partner = _partners(mine, gold)
        for place, act in enumerate(acts):
            other = article["quotes"][partner[place]] if place in partner else None
            same = other and (_touch(act.source, other["source"]) if other["source"] else act.source is None)
            if act.within is None:
                found.append((number, act.signs, bool(same)))
    return found


def _covered(text, spans):
    return {i for start, end in spans for i in range(start, end) if text[i] not in EDGE}


def _touch(span, others):
    return span is not None and any(span[0] < end and start < span[1] for start, end in others)


def _partners(mine, gold):
    """{own number: gold number} one to one, the greatest overlaps of .8 and more first."""
    pairs = sorted((-len(a & b) / len(a | b), i, j) for i, a in enumerate(mine) for j, b in enumerate(gold) if a & b)
    found = {}
    for share, i, j in pairs:
        if -share >= .8 and i not in found and j not in found.values():
            found[i] = j
    return found


def counts(rows):
    """[(Signs, cases, right)] in order."""
    cases, right = Counter(key for _, key, _ in rows), Counter(key for _, key, ok in rows if ok)
    return [(key, cases[key], right[key]) for key in sorted(cases)]


def agreement(name, counted, tested):
    """Print, band by band, the share of rows, of right ones and the mean confidence, the figures counted on other rows."""
    accuracy = confidence.totals(counts(counted))
    stated = [(confidence.confidence(key, accuracy), ok) for _, key, ok in tested]
    for low, high in BANDS:
        band = [(share, ok) for share, ok in stated if low < share <= high or low == share == 0]
        right, mean = sum(ok for _, ok in band) / max(len(band), 1), sum(share for share, _ in band) / max(len(band), 1)
        print(f"{name:12} {low:.1f} to {high:.1f}: {len(band):4} of {len(tested)} rows ({len(band) / len(tested):.3f}), right {right:.3f}, stated {mean:.3f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    rows = judged([json.loads(line) for line in options.file.read_text(encoding="utf8").splitlines()])
    even, odd = [row for row in rows if row[0] % 2 == 0], [row for row in rows if row[0] % 2]
    agreement("even on odd", even, odd)
    agreement("odd on even", odd, even)
    agreement("all on all", rows, rows)
    if options.write:
        header = [line for line in options.write.read_text(encoding="utf8").splitlines() if line.startswith("#")]
        lines = ["\t".join((*confidence.Signs._fields, "cases", "right"))] + ["\t".join(map(str, (*key, *n))) for key, *n in counts(rows)]
        options.write.write_text("\n".join([*header, *lines]) + "\n", encoding="utf8")

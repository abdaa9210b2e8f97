"""Fit the weights by which candidates of attribution are chosen (models/attribution.tsv).

    python -m training.attribution ANNOTATED.jsonl[.gz] … [--check OTHER …] [--write]

ANNOTATED: JSON lines, an article each: text and quotes, a list of {source, content} with spans
[[start, end], …]. Right is reported content that overlaps (intersection over union of characters)
by .8 or more with the annotators' and whose source touches theirs; a quotation is right where the
annotators' content holds it and sources and cues touch. Prints F1 and how probability and truth
agree, tenth by tenth, for weights that were fitted on other articles (five folds of whole
articles), then F1 on each file of --check. --write keeps the weights fitted on all. Needs
scikit-learn (the extra `train`).
"""

import argparse
from collections import Counter
from math import exp, log
from pathlib import Path

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from analysis import Article, attribution
from analysis.attribution import continued, scorer, spoken
from analysis.attribution.places import pieces
from analysis.lexicons import words
from evaluation.attributions import SAME
from evaluation.corpora import read
from evaluation.spans import contents, letters, pairs, trimmed

FILE = Path(attribution.__file__).parent.parent / "models" / "attribution.tsv"
FOLDS, SEEN, MOST, PENALTY = 5, 10, 500, 0.3
MOSTLY = .5     # the overlap from which a paraphrase is mostly that of the annotators
REPORTED = ("clauses", "phrases", "fragments")


def touches(span, others):
    return span is not None and any(span[0] < end and start < span[1] for start, end in others)


def overlap(one, other):
    return len(one & other) / max(len(one | other), 1)


class Listener:
    """Keeps every candidate that is weighed while articles are decoded."""

    def __init__(self):
        self.heard = []
        self._wrap(attribution, "best", lambda found: found[0])
        self._wrap(spoken, "options", lambda found: found)
        self._wrap(continued, "proposals", lambda found: [one for one, _ in found])
        self._wrap(continued, "fragments", lambda found: found)

    def _wrap(self, module, name, candidates):
        plain = getattr(module, name)

        def listening(*args):
            found = plain(*args)
            if name != "best":
                found = list(found)
            self.heard += args[0] if name == "best" else candidates(found)
            return found

        setattr(module, name, listening)


def rows(article, heard):
    """[(features, right)] of the candidates heard of one article."""
    text = article["text"]
    gold = [(content, row["source"], row.get("cue"))
            for content, row in zip(contents(text, article["quotes"]), article["quotes"])]
    at = {}
    for number, (content, _, _) in enumerate(gold):
        for i in content:
            at.setdefault(i, number)
    found = []
    for one in heard:
        home = one.home or one.paragraph
        content = letters(trimmed(text, *span)
                          for span in one.pieces or pieces(one.paragraph, one.spans))
        source = home.offsets(*one.source) if one.source else None
        near = Counter(at[i] for i in content if i in at).most_common(1)
        right = False
        if near:
            whole, theirs, cues = gold[near[0][0]]
            if one.why.startswith(REPORTED):
                same = overlap(content, whole) >= SAME
            else:
                cue = home.offsets(*one.cue) if one.why.startswith("direct") and cues else None
                same = near[0][1] >= SAME * len(content) and (cue is None or touches(cue, cues))
            right = same and (touches(source, theirs) if theirs else source is None)
        found.append((one.features, right))
    return found


def fit(data):
    """{feature: weight} of a penalised logistic regression over rows of (features, right), of the
    features that matter most: the rules, and those with the greatest weight times the square root
    of how often they were met, in a first fit with all."""
    seen = Counter(feature for features, _ in data for feature in features)
    first = _fitted(data, [name for name, count in seen.items() if count >= SEEN])
    ranked = sorted(first, key=lambda name: -abs(first[name]) * seen[name] ** 0.5)
    rules = [name for name in ranked[MOST:] if name.startswith("rule=")]
    weights = _fitted(data, [name for name in (*ranked[:MOST], *rules) if name != "all="])
    return {name: round(weight, 2) for name, weight in weights.items()}


def _fitted(data, names):
    index = {name: i for i, name in enumerate(sorted(names))}
    cells = [(row, index[name])
             for row, (features, _) in enumerate(data)
             for name in features
             if name in index]
    at, column = zip(*cells)
    matrix = csr_matrix((numpy.ones(len(at)), (at, column)), shape=(len(data), len(index)))
    model = LogisticRegression(C=PENALTY, max_iter=2000).fit(matrix, [right for _, right in data])
    return {name: float(weight) for name, weight in zip(index, model.coef_[0])} | {
        "all=": float(model.intercept_[0])}


def use(weights):
    """Make the rules weigh with these weights."""
    scorer.weights = lambda: weights
    scorer.least.cache_clear()


def score(article):
    """(hits by overlap, hits at all, predicted, gold, [(exact, right, whether a reported clause is
    mostly right)]) of an article."""
    text = article["text"]
    decoded = Article(text).decoded
    gold, mine = (contents(text, rows) for rows in (
        article["quotes"], [{"content": one.content} for one in decoded]))
    partner = {i: (j, overlap(gold[j], mine[i])) for j, i in pairs(gold, mine, 1e-9)}
    sure = []
    for i, one in enumerate(decoded):
        j, share = partner.get(i, (None, 0))
        source = article["quotes"][j]["source"] if j is not None else []
        same = touches(one.source, source) if source else one.source is None
        mostly = share >= MOSTLY and same if one.why in words("cues.clauses") else None
        sure.append((one.exact, share >= SAME and same, mostly))
    hits = sum(share >= SAME for _, share in partner.values())
    return hits, len(partner), len(mine), len(gold), sure


def f1(scores):
    hits, loose, predicted, gold = (sum(score[k] for score in scores) for k in range(4))
    exact, loosely = (200 * some / (predicted + gold) for some in (hits, loose))
    counts = f"predicted {predicted}, gold {gold}"
    return f"F1 {exact:.1f}, any overlap {loosely:.1f}, {counts}"


def tenths(sure):
    """Prints how probability and truth agree, tenth by tenth."""
    for tenth in range(10):
        rows = [one for one in sure if min(int(one[0] * 10), 9) == tenth]
        if rows:
            stated, right = numpy.mean([row[:2] for row in rows], 0)
            print(f"  {tenth / 10:.1f}–{tenth / 10 + 0.1:.1f}: {stated:.2f} stated, "
                  f"{right:.2f} right, n {len(rows)}")


def roughly(sure):
    """What to add to the logit that a reported clause is right, so that it says how likely most of
    it is."""
    rows = [(row[0], row[2]) for row in sure if row[2] is not None and 0 < row[0] < 1]
    low, high = -3.0, 3.0
    while high - low > .005:
        middle = (low + high) / 2
        odds = [exact / (1 - exact) * exp(middle) for exact, _ in rows]
        stated = sum(one / (1 + one) for one in odds)
        low, high = (middle, high) if stated < sum(right for _, right in rows) else (low, middle)
    return {"roughly=clause": round(low, 2)}


def heard(articles, listener):
    """[[(features, right)]] of every candidate, by article."""
    found = []
    for article in articles:
        listener.heard = []
        attribution.decoded(Article(article["text"]))
        found.append(rows(article, listener.heard))
    return found


def write(weights, data):
    """Keep the weights in models/attribution.tsv, with how often each was met and was right."""
    seen, right = Counter(), Counter()
    for features, good in data:
        seen.update(features)
        right.update(features if good else ())
    header = [line for line in FILE.read_text(encoding="utf8").splitlines() if line.startswith("#")]
    lines = [*header, "feature\tvalue\tweight\tfires\tright"]
    for name, weight in sorted(weights.items()):
        feature, _, value = name.partition("=")
        fires = seen[name] or len(data)
        share = right[name] / fires if seen[name] else sum(good for _, good in data) / len(data)
        counts = f"{fires}\t{share:.2f}" if feature not in ("least", "roughly") else "\t"
        lines.append(f"{feature}\t{value}\t{weight:.2f}\t{counts}")
    FILE.write_text("\n".join(lines) + "\n", encoding="utf8")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("annotated", type=Path, nargs="+")
    parser.add_argument("--check", type=Path, nargs="*", default=[])
    parser.add_argument("--least", type=float, nargs=7,
                        default=(0.28, 0.15, 0.15, 0.48, 0.01, 0.1, 0.02),
                        help="probabilities from which candidates of each family are believed")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    families = ("reported", "quoted", "spoken", "fragment", "unsourced", "refused", "uncued")
    least = {f"least={name}": round(log(p / (1 - p)), 2)
             for name, p in zip(families, options.least)}
    articles = [article for path in options.annotated for article in read(path)]
    data = heard(articles, Listener())
    scores = []
    for fold in range(FOLDS):
        others = [row for number, one in enumerate(data) if number % FOLDS != fold for row in one]
        use(fit(others) | least | {"roughly=clause": 0.0})
        scores += [score(article) for article in articles[fold::FOLDS]]
    print("fitted on other articles:", f1(scores))
    sure = [row for one in scores for row in one[4]]
    tenths(sure)
    everything = [row for one in data for row in one]
    weights = fit(everything) | least | roughly(sure)
    print(len(everything), "candidates,", len(weights), "weights")
    if options.write:
        write(weights, everything)
    use(weights)
    for path in options.check:
        print(path.name, f1([score(article) for article in read(path)]))


if __name__ == "__main__":
    main()

"""What the training scripts share: feature matrices, folds, fitting, calibration, saving."""
import json
import zlib
from pathlib import Path

import numpy
from scipy.optimize import minimize, minimize_scalar
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

WEIGHTS = Path(__file__).parents[1] / "analysis" / "models"


def matrix(features, seen):
    """The names of the features that `seen` of the dicts have, and the rows as a sparse matrix."""
    counts = {}
    for one in features:
        for name in one:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= seen)
    index = {name: i for i, name in enumerate(names)}
    cells = [(row, index[name], value)
             for row, one in enumerate(features) for name, value in one.items() if name in index]
    at, column, values = zip(*cells)
    return names, csr_matrix((values, (at, column)), shape=(len(features), len(names)))


def folds(groups, count=5):
    """The fold of each row, the same for all rows of a group, decided by the group's name alone."""
    return numpy.array([zlib.crc32(group.encode()) % count for group in groups])


def evened(rows):
    """The factors that go half the way to making all features of equal size (root mean square)."""
    sizes = numpy.sqrt(rows.multiply(rows).mean(0)).A1
    return numpy.where(sizes, sizes, 1)**-.5


def fit(rows, labels, strength, temperature=1.0, scaled=evened):
    """The weights (features x classes) and intercepts of a logistic regression, divided by the
    temperature. Features are fitted multiplied by the factors that `scaled` gives for the rows, so
    that the penalty holds rare ones less far back."""
    scales = scaled(rows)
    rows = rows @ diags(scales)
    model = LogisticRegression(C=strength, max_iter=1000, tol=1e-4).fit(rows, labels)
    weights, intercept = model.coef_.T * scales[:, None], model.intercept_
    if weights.shape[1] == 1:
        weights = numpy.hstack([-weights, weights]) / 2
        intercept = numpy.array([-intercept[0], intercept[0]]) / 2
    return weights / temperature, intercept / temperature


def out_of_fold(rows, labels, fold, strength, scaled=evened):
    """The probabilities of each row from a model that saw nothing of its fold, and the temperature
    that calibrates them."""
    classes = sorted(set(labels))
    logits = numpy.zeros((len(labels), len(classes)))
    for held in sorted(set(fold)):
        weights, intercept = fit(rows[fold != held], labels[fold != held], strength,
                                 scaled=scaled)
        logits[fold == held] = rows[fold == held] @ weights + intercept
    right = numpy.searchsorted(classes, labels)

    def loss(temperature):
        return -numpy.log(softmax(logits / temperature)[range(len(right)), right]).mean()

    temperature = float(minimize_scalar(loss, bounds=(.2, 5), method="bounded").x)
    return softmax(logits / temperature), temperature


def softmax(logits):
    odds = numpy.exp(logits - logits.max(1, keepdims=True))
    return odds / odds.sum(1, keepdims=True)


def macro_f1(labels, likeliest):
    """The mean over the classes of F1, in per cent."""
    pairs = [(labels == c, likeliest == c) for c in set(labels)]
    scores = [2 * (gold & mine).sum() / max(gold.sum() + mine.sum(), 1) for gold, mine in pairs]
    return round(100 * float(numpy.mean(scores)), 1)


def calibration(labels, probabilities, classes):
    """Accuracy, the Brier score and the expected calibration error (ten bins)."""
    gold = labels[:, None] == numpy.array(classes)
    sure, right = probabilities.max(1), gold[range(len(labels)), probabilities.argmax(1)]
    bins = numpy.minimum((sure * 10).astype(int), 9)
    error = sum(abs(right[bins == b].mean() - sure[bins == b].mean()) * (bins == b).mean()
                for b in set(bins))
    return {"accuracy": round(float(right.mean()), 3),
            "Brier": round(float(((probabilities - gold) ** 2).sum(1).mean()), 3),
            "ECE": round(float(error), 3)}


def accuracy_by_threshold(labels, probabilities, classes, wanted):
    """The least threshold at which `wanted` of readings are right; the share kept; accuracy."""
    sure, right = probabilities.max(1), numpy.array(classes)[probabilities.argmax(1)] == labels
    for threshold in numpy.arange(.33, 1, .01).round(2):
        kept = sure >= threshold
        if right[kept].mean() >= wanted:
            shares = (round(float(one.mean()), 3) for one in (kept, right[kept]))
            return float(threshold), *shares
    raise ValueError(f"no threshold gives an accuracy of {wanted}")


def save(name, names, weights, intercept, about):
    """Write analysis/models/NAME.npz, same input, same bytes, and load it."""
    from analysis.models import load

    def text(string):
        return numpy.frombuffer(string.encode("utf8"), "uint8")

    numpy.savez_compressed(WEIGHTS / f"{name}.npz", names=text("\n".join(names)),
                           rows=weights.astype("float16"), intercept=intercept,
                           about=text(json.dumps(about, sort_keys=True)))
    return load(name)


def logistic(rows, strength=1.0):
    """{(feature, value): weight} of a penalised logistic regression; ("all", "") is the intercept.

    rows: [(features as (feature, value) pairs, right, its weight or 1 where none is given)].
    """
    features, columns = _columns([pairs for pairs, *_ in rows])
    model = LogisticRegression(C=strength, max_iter=2000).fit(
        columns, [bool(right) for _, right, *_ in rows],
        [weight[0] if weight else 1 for _, _, *weight in rows])
    return {("all", ""): model.intercept_[0]} | dict(zip(features, model.coef_[0]))


def _columns(rows):
    """The features of rows of (feature, value) pairs, and the rows as a matrix of ones."""
    features = sorted({pair for pairs in rows for pair in pairs})
    index = {pair: i for i, pair in enumerate(features)}
    at, column = zip(*((row, index[pair]) for row, pairs in enumerate(rows) for pair in pairs))
    return features, csr_matrix((numpy.ones(len(at)), (at, column)),
                                shape=(len(rows), len(features)))


def multinomial(rows, strength=1.0):
    """{class: {(feature, value): weight}} of a multinomial logistic regression.

    rows: [(pairs, class, weight)].
    """
    features, columns = _columns([pairs for pairs, *_ in rows])
    model = LogisticRegression(C=strength, max_iter=2000).fit(
        columns, [label for _, label, _ in rows], [weight for *_, weight in rows])
    return {label: {("all", ""): intercept} | dict(zip(features, weights))
            for label, intercept, weights in zip(model.classes_, model.intercept_, model.coef_)}


def conditional_logit(cases, strength=1.0):
    """{(feature, value): weight} by which softmax prefers the right candidates.

    cases: [[(features as (feature, value) pairs, right), …], …], the candidates of one choice in
    each; of several right ones any will do. The penalty is half the squared weights divided by
    `strength`.
    """
    features, columns = _columns([pairs for case in cases for pairs, _ in case])
    right = numpy.array([bool(one) for case in cases for _, one in case])
    sizes = list(map(len, cases))
    first = numpy.cumsum([0, *sizes])[:-1]

    def spread(values):
        return numpy.repeat(values, sizes)

    def loss(weights):
        scores = columns @ weights
        scores -= spread(numpy.maximum.reduceat(scores, first))
        odds = numpy.exp(scores)
        total, good = numpy.add.reduceat(odds, first), numpy.add.reduceat(odds * right, first)
        slope = odds / spread(total) - odds * right / spread(good)
        return (numpy.log(total / good).sum() + weights @ weights / (2 * strength),
                columns.T @ slope + weights / strength)

    start = numpy.zeros(len(features))
    return dict(zip(features, minimize(loss, start, jac=True, method="L-BFGS-B").x))

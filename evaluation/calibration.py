"""How often the name of a speaker is right where the program says how likely it is, tenth by tenth.

    python -m evaluation.calibration FOLDER

Judged are attributions of speech that the gold (`evaluation/attributions.py`) has too: by the name
where it has names, else by the place of the source. The probabilities come from weights fitted on
other articles (five folds of whole articles; needs scikit-learn, the extra `train`).
"""
import sys
from collections import namedtuple
from pathlib import Path

import numpy
import pandas

from analysis import Article
from analysis.entities.choice import UNSURE
from analysis.entities.speaker import source_features, with_source
from analysis.models.scorer import Scorer
from evaluation.corpora import CORPORA, load
from evaluation.figures import Figure, share
from evaluation.spans import contents, letters, names, pairs
from training.fitting import folds, logistic

NAMED, SOURCED = "ggt_dev.jsonl.gz", "polnear_b.jsonl.gz"
SURE = .9
_SPEECH = ("speech", "document")
_BANDS = [(SURE, 1), *((tenth / 10, (tenth + 1) / 10) for tenth in range(9, -1, -1))]

_NEW = ("rule", "description.new")
_ITSELF = {("rule", "name.known"), _NEW}

Judged = namedtuple("Judged", "article source speaker source_right name_right")


def judged(documents: list[dict]) -> list[Judged]:
    """The attributions of speech that are also in the gold: their features, and what is right.

    source_right: whether the source touches the gold's, None where that has none; name_right:
    whether the speaker shares a word with the gold's name, None where that has none. Who was found
    too unlikely to be named is judged too.
    """
    found = []
    for number, document in enumerate(documents):
        article, gold = Article(document["text"]), document["quotes"]
        mine = [dict(content=attribution.content) for attribution in article.decoded]
        for one, other in pairs(contents(document["text"], gold), contents(document["text"], mine),
                                1e-9):
            attribution, choice, row = (article.decoded[other], article.entities.source(other),
                                        gold[one])
            actor = choice.actor or (choice.runner_up if choice.why == UNSURE else None)
            if attribution.scope in _SPEECH and actor is not None:
                source = letters([attribution.source] if attribution.source else [])
                found.append(Judged(
                    number, tuple(source_features(attribution)), choice.features,
                    bool(letters(row["source"]) & source) if row["source"] else None,
                    bool(names(row["reference"]) & names(actor.name)) if row.get("reference")
                    else None))
    return found


def fitted(rows: list[Judged]) -> dict[str, dict]:
    """The weights of the choices "source" and "speaker": {choice: {(feature, value): weight}}.

    Where the gold has no names, a source that stands for itself is right where its place is; a new
    description, which may be somebody who has a name, as often as where the gold has names.
    """
    source = logistic([(row.source, row.source_right) for row in rows
                       if row.source_right is not None])
    scorer = Scorer(source)
    named = [row.name_right for row in rows if _NEW in row.speaker
             and row.name_right is not None and row.source_right is not False]
    share = (sum(named) + 1) / (len(named) + 2)
    speaker = []
    for row in rows:
        features, right = (*row.speaker, with_source(scorer, row.source)), name_right(row)
        if right and row.name_right is None and _NEW in row.speaker:
            speaker += [(features, True, share), (features, False, 1 - share)]
        elif right is not None:
            speaker.append((features, right, 1))
    return {"source": source, "speaker": logistic(speaker)}


def name_right(row: Judged) -> bool | None:
    """Whether the speaker of a row is right, None where the gold does not tell."""
    alone = row.name_right is None and not _ITSELF.isdisjoint(row.speaker)
    return row.source_right if alone else row.name_right


def stated(weights: dict[str, dict], rows: list[Judged]) -> numpy.ndarray:
    """The probability that each speaker is right, by given weights."""
    source, speaker = Scorer(weights["source"]), Scorer(weights["speaker"])
    return numpy.array([speaker.probability([*row.speaker, with_source(source, row.source)])
                        for row in rows])


def cross_fitted(rows: list[Judged]) -> numpy.ndarray:
    """The probability of each speaker by weights fitted on the articles of the other folds."""
    fold = folds([str(row.article) for row in rows])
    found = numpy.zeros(len(rows))
    for held in sorted(set(fold)):
        weights = fitted([row for row, other in zip(rows, fold) if other != held])
        found[fold == held] = stated(weights, [row for row, one in zip(rows, fold) if one == held])
    return found


def rows(folder: Path) -> dict[str, tuple[numpy.ndarray, numpy.ndarray]]:
    """{"name", "source": (stated probabilities, whether right)} of the corpora, cross-fitted."""
    named, sourced = (judged(load(folder, name)) for name in (NAMED, SOURCED))
    apart = 1 + max(row.article for row in named)
    probability = cross_fitted([*named, *(row._replace(article=row.article + apart)
                                          for row in sourced)])
    return {"name": _known(probability[:len(named)], [row.name_right for row in named]),
            "source": _known(probability[len(named):], [row.source_right for row in sourced])}


def _known(probability, right):
    """Both without the rows of which it is not known whether they are right."""
    known = numpy.array([one is not None for one in right])
    return probability[known], numpy.array(right)[known].astype(bool)


def table(folder: Path) -> pandas.DataFrame:
    """For .9 and more, then by tenth: n; in per cent their share, what was stated, what right."""
    found = []
    for right_is, (probability, right) in rows(folder).items():
        for low, high in _BANDS:
            band = (probability >= low) & ((probability < high) | (high == 1))
            found.append({"right is": right_is, "from": low, "to": high, "n": int(band.sum()),
                          "share": 100 * band.mean(), "stated": _mean(probability[band]),
                          "right": _mean(right[band])})
    return pandas.DataFrame(found).round(1)


def _mean(values):
    return 100 * values.mean() if len(values) else None


def figures(folder: Path) -> list[Figure]:
    """How many names are sure, and how many of those right, where there are both corpora."""
    if any(load(folder, name) is None for name in (NAMED, SOURCED)):
        return []
    made = []
    for (right_is, (probability, right)), name in zip(rows(folder).items(), (NAMED, SOURCED)):
        sure, where = probability >= SURE, CORPORA[name]
        made += [share("speakers", f"{right_is} right where the speaker is {SURE} sure or more",
                       int(right[sure].sum()), int(sure.sum()), *where),
                 share("speakers", f"speakers that are {SURE} sure or more ({right_is})",
                       int(sure.sum()), len(sure), *where)]
    return made


if __name__ == "__main__":
    print(table(Path(sys.argv[1])).to_string(index=False))

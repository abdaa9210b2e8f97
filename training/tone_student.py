"""The student of the tone: what each word adds beside its valence.

Teacher: a ridge regression of the ratings on a sentence's embedding, its praise and blame and
VADER's compound. It labels unrated sentences. Student: a ridge regression of what the valences
leave over, on the words of those sentences and of the rated ones. Of its weights those of LEAST and
more are kept and fitted again by themselves (Meinshausen 2007, Relaxed lasso, has the idea), so
that a sentence's drivers are few.
"""
import json
from collections import Counter
from pathlib import Path

import numpy
from scipy.sparse import csr_matrix, vstack
from scipy.sparse.linalg import lsqr
from sklearn.linear_model import Ridge

from analysis.lexicons import rows
from analysis.tone.context import is_turned, plain_words
from analysis.tone.learned import TURNED, damped
from analysis.tone.names import name_words

RAREST = 5                          # times that the articles have a word of the table, at least
NAMED = .5                          # share of capitals inside sentences from which a word is a name
TEACHER, FIRST, AGAIN, LEAST = 6, 40, 20, .015       # penalties; the least weight that is kept
_PERSONS = ["roles.tsv", "titles.tsv", "organisations.tsv", "countries.tsv"]
_FIRST_PERSON = {"i", "i'm", "i've", "i'd", "i'll"}


class Material:
    """The rated and the unrated sentences: words as matrices over `names`, embeddings."""

    def __init__(self, folder, rated):
        parts = sorted(path for path in Path(folder).glob("[0-9]*.npy"))
        self.unrated = [text for path in parts
                        for text in json.loads(path.with_suffix(".json").read_text("utf8"))]
        self.embedded = numpy.concatenate([numpy.load(path) for path in parts])
        self.rated_embedded = numpy.load(Path(folder, "ratings.npy"))
        counts = json.loads(Path(folder, "words.json").read_text("utf8"))
        split = [unnamed_words(sentence) for sentence in rated + self.unrated]
        self.names = vocabulary([[word for word, _ in words] for words in split], counts)
        self.nouns = {word for word in self.names if word in counts
                      and 2 * counts[word][3] > counts[word][0]}
        whole = bag(split, self.names)
        self.rated_words, self.words = whole[:len(rated)], whole[len(rated):]


def unnamed_words(sentence):
    """[(word, what it counts)] of the words of a sentence that are no part of a name."""
    plain, printed, lower = plain_words(sentence)
    names, damping = name_words(plain), damped(len(printed))
    return [(word, damping * (TURNED if is_turned(plain, printed, lower, i) else 1))
            for i, (word, (_, start, _)) in enumerate(zip(lower, printed)) if start not in names]


def vocabulary(sentences, counts):
    """The words that may have a weight: not rare, no names, figures, persons, bodies, places."""
    often = Counter(word for words in sentences for word in set(words))
    told = {part for file in _PERSONS for row in rows(file) for cell in row.values()
            for part in cell.lower().replace(",", " ").split()}
    told |= {word
             for line in Path(__file__).with_name("left_out.txt").read_text("utf8").splitlines()
             if not line.startswith("#") for word in line.split()}
    told |= {word + "s" for word in told}

    def named(word):
        _, capitals, inside, _ = counts.get(word, (0, 0, 0, 0))
        return capitals > NAMED * inside and word not in _FIRST_PERSON
    return sorted(word for word,
                  times in often.items() if times > 1 and counts.get(word, [0])[0] >= RAREST
                  and word not in told and not named(word) and word.replace("'", "").isalpha())


def bag(sentences, names):
    """Sentences x names, each occurrence of a word as much as it counts."""
    index = {name: i for i, name in enumerate(names)}
    cells = [(row, index[word], part)
             for row, words in enumerate(sentences) for word, part in words if word in index]
    at, column, values = zip(*cells)
    return csr_matrix((values, (at, column)), shape=(len(sentences), len(names)))


def taught(material, design, vader, rating, chosen, slopes):
    """The weights of `material.names` (0: not kept), learned from the chosen sentences.

    design, vader: praise and blame and VADER's compound of the rated and of the unrated sentences;
    slopes: what praise and blame count for.
    """
    seen = numpy.c_[material.rated_embedded, design[0][:, 1:], vader[0] / 2]
    teacher = Ridge(alpha=TEACHER).fit(seen[chosen], rating[chosen])
    labels = teacher.predict(numpy.c_[material.embedded, design[1][:, 1:],
                                      vader[1] / 2]) - design[1] @ slopes
    left = rating[chosen] - design[0][chosen] @ slopes
    words = vstack([material.words, material.rated_words[chosen]]).tocsc()
    target = numpy.r_[labels - labels.mean(), left]
    weights = lsqr(words, target, damp=FIRST ** .5, iter_lim=60)[0]
    kept = numpy.abs(weights) >= LEAST
    weights = numpy.zeros(len(weights))
    weights[kept] = lsqr(words[:, kept], target, damp=AGAIN ** .5, iter_lim=60)[0]
    return weights


def eight_bits(weights):
    """The weights as multiples of their largest's 127th part, and that part."""
    step = numpy.abs(weights).max() / 127
    return numpy.round(weights / step) * step

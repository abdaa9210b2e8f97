"""spaCy's token vectors (`tok2vec`) with the same output for half the cost: each word form embedded
once, the layers after it in a few passes.

What a token has before its neighbours are looked at follows from its form alone, so it is computed
once and remembered. The layers after it are thinc's, without what only training needs.
docs/faster-parse.md has what was measured.
"""
from typing import TYPE_CHECKING, Any

import numpy
from spacy.attrs import NORM, ORTH, SPACY

from analysis.text.component import Component

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FORM = [ORTH, NORM, SPACY]
_MOST = 20_000          # forms remembered, then none: an archive must not fill the memory


class FastVectors(Component):
    """Sets the vectors that `tok2vec`, a loaded spaCy component, would set."""

    def __init__(self, tok2vec: Any):
        self.vectors = Vectors(tok2vec.model)

    def annotated(self, docs: "list[Doc]") -> "list[Doc]":
        """The docs with their vectors set."""
        for doc, vectors in zip(docs, self.vectors.of(docs)):
            doc.tensor = vectors
        return docs


class Vectors:
    """Computes what `network`, that of a spaCy tok2vec, would predict.

    Raises whatever reading a network of another build gives: the caller steps back to spaCy's own.
    """

    def __init__(self, network: Any):
        embed, encode = network.layers
        extract, _, self.hashed, self.mixed, _ = embed.layers
        self.columns, self.pad = extract.attrs["columns"], encode.attrs["pad"]
        maxouts, norms = ([layer for layer in encode.walk() if layer.name == name]
                          for name in ("maxout", "layernorm"))
        self.layers = [_layer(*pair) for pair in zip(maxouts, norms, strict=True)]
        self.known, self.embedded = {}, numpy.empty((0, network.get_dim("nO")), "float32")

    def of(self, docs: "list[Doc]") -> list[numpy.ndarray]:
        """For each doc an array with a row per token."""
        if len(self.known) > _MOST:
            self.known, self.embedded = {}, self.embedded[:0]
        forms = [[*map(tuple, doc.to_array(_FORM).tolist())] for doc in docs]
        self._learn(docs, forms)
        places, end = [], self.pad      # blank rows before, between and after, as in spaCy
        for row in forms:
            places.append((end, end + len(row)))
            end += len(row) + (self.pad if row else 0)
        vectors = numpy.zeros((end, self.embedded.shape[1]), "float32")
        for (first, last), row in zip(places, forms):
            vectors[first:last] = self.embedded[[self.known[form] for form in row]]
        for layer in self.layers:
            vectors = _passed(vectors, *layer)
        return [vectors[first:last] for first, last in places]

    def _learn(self, docs, forms):
        """Embed the forms that are new."""
        new, features = {}, []
        for doc, row in zip(docs, forms):
            places = {form: place for place, form in enumerate(row)
                      if form not in self.known and form not in new}
            if places:
                new |= places
                features.append(doc.to_array(self.columns)[[*places.values()]])
        if new:
            self.known |= zip(new, range(len(self.known), len(self.known) + len(new)))
            rows = self.mixed.predict(self.hashed.predict(numpy.vstack(features)))
            self.embedded = numpy.vstack([self.embedded, rows])


def _layer(maxout, norm):
    """The weights of a layer: of each of its pieces in turn all outputs, side by side."""
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    _, pieces, inputs = weights.shape
    return (pieces, weights.transpose(1, 0, 2).reshape(-1, inputs).T, bias.T.reshape(-1),
            norm.get_param("G"), norm.get_param("b"))


def _passed(vectors, pieces, weights, bias, scale, shift):
    """The vectors after a layer that looks at each token and its two neighbours: the largest of
    its pieces, normalised, added to what was there."""
    windows = numpy.zeros((len(vectors), 3, vectors.shape[1]), "float32")
    windows[1:, 0], windows[:, 1], windows[:-1, 2] = vectors[:-1], vectors, vectors[1:]
    outputs = windows.reshape(len(vectors), -1) @ weights
    outputs += bias
    found, *others = numpy.split(outputs, pieces, 1)
    for other in others:
        found = numpy.maximum(found, other)
    found = found - found.mean(1, keepdims=True)
    found *= ((found * found).mean(1, keepdims=True) + 1e-08) ** (-1 / 2)
    found *= scale
    found += shift
    found += vectors
    return found

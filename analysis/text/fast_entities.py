"""spaCy's entity recogniser with the same output for half the cost: its greedy decoding in numpy.

An entity parser steps from word to word in C and gives the interpreter's lock back at each step.
Outside of entities a step depends on the word and its neighbours alone, so the moves of all words
are scored at once with the model's own weights; within entities all open ones go on side by side.
docs/faster-parse.md has what was measured.
"""
from functools import reduce
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy
from spacy.attrs import IS_SPACE, SENT_START
from spacy.tokens import Span

from analysis.text.component import Component
from analysis.text.fast_vectors import Vectors

if TYPE_CHECKING:
    from spacy.tokens import Doc


class FastEntities(Component):
    """Decodes what `ner`, spaCy's recogniser of width one, would, from its own weights.

    Raises whatever reading a model of another build gives: the caller steps back to spaCy's own.
    """

    def __init__(self, ner: Any):
        vectors, _, self.linear = ner.model.get_ref("tok2vec").layers
        self.vectors, self.lower = Vectors(vectors), ner.model.get_ref("lower")
        upper = ner.model.get_ref("upper")
        self.weights, self.bias_out = upper.get_param("W"), upper.get_param("b")
        self.bias = self.lower.get_param("b").reshape(-1)
        self.pieces = self.lower.get_dim("nP")
        self.width = self.lower.get_dim("nO") * self.pieces
        names = [ner.moves.get_class_name(number) for number in range(ner.moves.n_moves)]
        self.labels = [name.partition("-")[2] for name in names]
        self.out = names.index("O")
        self.begin = numpy.array([name.startswith("B-") for name in names])
        self.unit = numpy.array([name.startswith("U-") and len(name) > 2 for name in names])
        self.never_first = ~(self.begin | self.unit)
        self.never_first[self.out] = False
        self.inside, self.last = (numpy.array([names.index(move + label) if label else -1
                                               for label in self.labels]) for move in ("I-", "L-"))

    def annotated(self, docs: "list[Doc]") -> "list[Doc]":
        """The docs with their entities set."""
        filled = [doc for doc in docs if len(doc)]
        if filled:
            for doc, spans in zip(filled, self._spans(filled)):
                doc.set_ents([Span(doc, *span) for span in spans], default="outside")
        return docs

    def _spans(self, docs):
        """For each doc its entities as (first token, end, label), in order."""
        vectors = self.linear.predict(numpy.vstack(self.vectors.of(docs)))
        cached = self.lower.predict(vectors).reshape(len(vectors) + 1, 3, self.width)
        padding, cached = cached[0], cached[1:]
        marks = numpy.vstack([doc.to_array([SENT_START, IS_SPACE]) for doc in docs]).astype("int64")
        ends = list(accumulate(map(len, docs)))
        final = numpy.append(marks[1:, 0] == 1, True)
        final[numpy.array(ends) - 1] = True
        first = self._first_moves(cached[:, 0] + padding[1] + padding[2], marks[:, 1] != 0, final)
        closes = self._closes(first, cached, final)
        found, number, low, reached = [[] for _ in docs], 0, 0, 0
        for token in numpy.flatnonzero(first != self.out).tolist():
            if token < reached:
                continue
            while token >= ends[number]:
                low, number = ends[number], number + 1
            reached = closes.get(token, token + 1)
            found[number].append((token - low, reached - low, self.labels[first[token]]))
        return found

    def _hidden(self, total):
        # Piece by piece: the largest along an axis of two takes numpy twenty times as long.
        total = total + self.bias
        return reduce(numpy.maximum, [total[:, piece::self.pieces] for piece in range(self.pieces)])

    def _first_moves(self, total, space, final):
        """The best move at each token while no entity is open. final: sentences' last tokens."""
        scores = self._hidden(total) @ self.weights.T + self.bias_out
        scores[:, self.never_first] = -numpy.inf
        scores[numpy.ix_(final | space, self.begin)] = -numpy.inf
        scores[numpy.ix_(space, self.unit)] = -numpy.inf
        return scores.argmax(1)

    def _closes(self, first, cached, final):
        """{token: end} of every entity that a token would begin, of several tokens."""
        begun = numpy.flatnonzero(self.begin[first])
        closes, at = {}, begun
        while len(begun):
            at = at + 1
            hidden = self._hidden(cached[at, 0] + cached[begun, 1] + cached[at - 1, 2])
            inside, last = self.inside[first[begun]], self.last[first[begun]]
            go_on = (hidden * self.weights[inside]).sum(1) + self.bias_out[inside]
            stop = (hidden * self.weights[last]).sum(1) + self.bias_out[last]
            # The first of equal scores wins, as in spaCy.
            ended = final[at] | (stop > go_on) | ((stop == go_on) & (last < inside))
            closes.update(zip(begun[ended].tolist(), (at[ended] + 1).tolist()))
            begun, at = begun[~ended], at[~ended]
        return closes

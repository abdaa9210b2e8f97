"""spaCy's dependency parser with the same output for half the cost: its steps called from Python.

spaCy steps through a batch in C without holding the interpreter's lock, but takes and gives it back
twice for each word and step: half of what the parser costs. The same functions, called while
the lock is held, do not. docs/faster-parse.md has what was measured.
"""
from typing import TYPE_CHECKING, Any

import numpy

from analysis.text.component import Component

if TYPE_CHECKING:
    from spacy.tokens import Doc


class FastDependencies(Component):
    """Decodes what `parser`, spaCy's of width one, would, with its own steps and weights.

    Raises whatever reading a model of another build gives: the caller steps back to spaCy's own.
    """

    def __init__(self, parser: Any):
        if parser.cfg["beam_width"] != 1 or parser.model.attrs["unseen_classes"]:
            raise ValueError("a parser that weighs several parses, or knows moves by name alone")
        self.parser, upper = parser, parser.model.get_ref("upper")
        self.weights = numpy.ascontiguousarray(upper.get_param("W").T)
        self.bias = upper.get_param("b")

    def annotated(self, docs: "list[Doc]") -> "list[Doc]":
        """The docs with their heads, dependencies and sentence starts set."""
        if any(map(len, docs)):
            self.parser.set_annotations(docs, self._states(docs))
        return docs

    def _states(self, docs):
        """The state of each doc when its last word has been taken."""
        states, scorer = self.parser.moves.init_batch(docs), self.parser.model.predict(docs)
        going = [state for state in states if not state.is_final()]
        while going:
            hidden = scorer.state2vec.predict(scorer.get_token_ids(going))
            going = self.parser.transition_states(going, hidden @ self.weights + self.bias)
        return states

"""What the faster components share: spaCy calls one with a Doc, or pipes many through it."""
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from spacy.util import minibatch

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Component(ABC):
    """Annotates the Docs of a batch together."""

    @abstractmethod
    def annotated(self, docs: list) -> list:
        """The docs, annotated."""

    def __call__(self, doc):
        return self.annotated([doc])[0]

    def pipe(self, docs: Iterable, batch_size: int = 256) -> "Iterator[Doc]":
        """The docs, annotated batch by batch, in order."""
        for batch in minibatch(docs, batch_size):
            yield from self.annotated(list(batch))

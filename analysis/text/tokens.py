"""A parse as plain Python objects, their attributes named as spaCy names them.

spaCy makes a token anew each time that it is asked for one, and looks up each of its strings anew;
the rules ask for the same ones a hundred times. Here stands what they ask for; its meaning is in
spaCy's documentation.
"""
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parse

_MOST = 20_000      # forms remembered, then none: an archive must not fill the memory
_COLUMNS: list[str | int] = [
    "IDX", "SPACY", "SENT_START", "ORTH", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "HEAD"]


class Token:
    """A token of a `Doc`."""

    __slots__ = ("dep_", "children", "doc", "ent_type_", "head", "i", "idx", "is_alpha", "is_punct",
                 "is_quote", "is_sent_start", "is_space", "lemma_", "like_num", "lower_", "pos_",
                 "tag_", "text", "whitespace_")
    head: "Token"
    children: "Sequence[Token]"

    def __init__(self, doc: "Doc", i: int, idx: int, space: int, start: int, form: tuple,
                 lemma: str, pos: str, tag: str, dep: str, kind: str):
        self.doc, self.i, self.idx, self.is_sent_start = doc, i, idx, start == 1
        (self.text, self.lower_, self.is_alpha, self.is_punct, self.is_space, self.is_quote,
         self.like_num) = form
        self.whitespace_ = " " if space else ""
        self.lemma_, self.pos_, self.tag_, self.dep_, self.ent_type_ = lemma, pos, tag, dep, kind
        self.children = ()

    def __repr__(self):
        return self.text

    def __len__(self):
        return len(self.text)

    def nbor(self, step: int = 1) -> "Token":
        return self.doc.tokens[self.i + step]

    @property
    def text_with_ws(self) -> str:
        return self.text + self.whitespace_

    @property
    def ent_iob_(self) -> str:
        return self.doc.parse[self.i].ent_iob_

    @property
    def shape_(self) -> str:
        return self.doc.parse[self.i].shape_

    @property
    def is_stop(self) -> bool:
        return self.doc.parse[self.i].is_stop

    @property
    def lefts(self) -> "list[Token]":
        return [child for child in self.children if child.i < self.i]

    @property
    def n_lefts(self) -> int:
        return len(self.lefts)

    @property
    def left_edge(self) -> "Token":
        return self.doc.left_edges[self.i]

    @property
    def right_edge(self) -> "Token":
        return self.doc.right_edges[self.i]

    @property
    def sent(self) -> "Span":
        return self.doc.sentences[self.i]

    @property
    def ancestors(self) -> "Iterator[Token]":
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> "Iterator[Token]":
        below, waiting = {self.i}, [self]
        while waiting:      # no recursion: a tree may be a thousand tokens deep
            children = waiting.pop().children
            below.update(child.i for child in children)
            waiting.extend(children)
        return map(self.doc.tokens.__getitem__, sorted(below))


class Span:
    """The tokens [start, end) of a `Doc`: a slice of it, a sentence, or a named entity."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = ""):
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start:self.end])

    def __len__(self):
        return self.end - self.start

    def __getitem__(self, place: int) -> Token:
        return self.doc.tokens[self.start:self.end][place]

    @property
    def text(self) -> str:
        if self.start >= self.end:
            return ""
        last = self.doc.tokens[self.end - 1]
        return self.doc.text[self.start_char:last.idx + len(last.text)]

    @property
    def start_char(self) -> int:
        return self.doc.tokens[self.start].idx

    @property
    def root(self) -> Token:
        """The token nearest to the top of the tree, a word before a mark, the first of several."""
        tops = [token for token in self
                if token.head is token or not self.start <= token.head.i < self.end]
        return tops[0] if len(tops) == 1 else min(tops, key=_below_top)

    @property
    def ents(self) -> "list[Span]":
        return [entity for entity in self.doc.ents
                if self.start <= entity.start and entity.end <= self.end]


def _below_top(token):
    above = sum(1 for _ in token.ancestors)
    mark = above > 0 and not token.children and (token.is_punct or token.is_space)
    return mark, above * (not mark)


class Doc:
    """A parsed text; parse: the same as spaCy's own Doc; tokens: its `Token`s."""

    def __init__(self, parse: "Parse"):
        self.parse = parse
        *columns, heads = parse.to_array(_COLUMNS).T
        numbers, spaces, starts, forms, *strings = (column.tolist() for column in columns)
        known, words = _strings(parse.vocab)
        self.tokens = tokens = [
            Token(self, *row) for row in zip(range(len(parse)), numbers, spaces, starts,
                                             map(words.__getitem__, forms),
                                             *(map(known.__getitem__, ids) for ids in strings))]
        below: dict[int, list[Token]] = {}
        for token, step in zip(tokens, heads.astype("int64").tolist()):
            token.head = tokens[token.i + step]
            if step:
                below.setdefault(token.i + step, []).append(token)
        for i, children in below.items():
            tokens[i].children = children

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self):
        return len(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...

    @overload
    def __getitem__(self, place: slice) -> Span: ...

    def __getitem__(self, place):
        if place.__class__ is not slice:
            return self.tokens[place]
        start, stop, _ = place.indices(len(self.tokens))
        return Span(self, start, max(start, stop))

    @cached_property
    def text(self) -> str:
        return self.parse.text      # which spaCy puts together anew each time

    @cached_property
    def ents(self) -> list[Span]:
        return [Span(self, one.start, one.end, one.label_) for one in self.parse.ents]

    @cached_property
    def sents(self) -> list[Span]:
        return [Span(self, one.start, one.end) for one in self.parse.sents]

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentence of each token."""
        return [sentence for sentence in self.sents for _ in range(len(sentence))]

    @cached_property
    def left_edges(self) -> list[Token]:
        """The first token at or below each token."""
        return _met(self.tokens)

    @cached_property
    def right_edges(self) -> list[Token]:
        """The last token at or below each token."""
        return _met(self.tokens[::-1])


def _met(tokens):
    """Of each token of a Doc the first of some that stands at or below it."""
    found = [None] * len(tokens)
    for below in tokens:
        token = below
        while found[token.i] is None:
            found[token.i] = below
            token = token.head
    return found


class _Known(dict):
    """What a function says of each of the keys last asked for."""

    def __init__(self, find):
        self.find = find

    def __missing__(self, key):
        if len(self) >= _MOST:
            self.clear()
        found = self[key] = self.find(key)
        return found


@cache
def _strings(vocab):
    """{number of a string: the string}, {number of a form: what a `Token` takes from it}."""
    def form(number):
        word = vocab[number]
        return (word.text, word.lower_, word.is_alpha, word.is_punct, word.is_space, word.is_quote,
                word.like_num)
    return _Known(vocab.strings.__getitem__), _Known(form)

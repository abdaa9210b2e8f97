"""spaCy's attribute ruler and lemmatizer at a fraction of the cost: each word form once.

What the two make of a token follows from its characters, its tag and, in a few patterns, its
dependency, except where a pattern spans several tokens. So each combination is looked up once and
remembered, and what such a pattern spans goes the old way. docs/faster-parse.md has what was
measured.
"""
from typing import Any

import numpy
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.matcher import Matcher
from spacy.tokens import Doc

from analysis.text.component import Component

_SET = [POS, MORPH, LEMMA, TAG, DEP]
_OF_A_FORM = {"ORTH", "TEXT", "LOWER", "IS_SPACE", "TAG", "DEP"}
_MOST = 40_000          # forms remembered, then none: an archive must not fill the memory


class FastForms(Component):
    """Sets what a loaded pipeline's `ruler` and `lemmatizer` would set one after the other.

    Raises ValueError where a pattern of the ruler looks at more than a token's characters, tag and
    dependency.
    """

    def __init__(self, ruler: Any, lemmatizer: Any):
        self.vocab, self.ruler, self.lemmatizer = ruler.vocab, ruler, lemmatizer
        self.several, self.openers = Matcher(self.vocab), Matcher(self.vocab)
        told_apart = set()
        for number, pattern in enumerate(ruler.patterns):
            for tokens in pattern["patterns"]:
                if not _OF_A_FORM.issuperset(set().union(*tokens)):
                    raise ValueError(f"the pattern {tokens} looks at more than a form")
                if len(tokens) > 1:
                    self.several.add(str(number), [tokens])
                    self.openers.add(str(number), [tokens[:1]])
                told_apart.update(*(_values(token.get("DEP", ())) for token in tokens))
        self.told_apart = {self.vocab.strings[label] for label in told_apart}
        self.other = self.vocab.strings.add("-")        # any that no pattern names
        self._forget()

    def annotated(self, docs: list[Doc]) -> list[Doc]:
        """The docs with parts of speech, morphology and base forms set."""
        if len(self.known) > _MOST:
            self._forget()
        forms = [[(orth, tag, dep if dep in self.told_apart else self.other)
                  for orth, tag, dep in doc.to_array([ORTH, TAG, DEP]).tolist()] for doc in docs]
        self._learn({form for row in forms for form in row if form not in self.known})
        for doc, row in zip(docs, forms):
            if row:
                values = self.values[[self.known[form] for form in row]]
                if not self.opening.isdisjoint(row):
                    for first, last in _joined(self.several(doc, allow_missing=True)):
                        values[first:last] = self._of(row[first:last])
                kept = values[:, -1] == 0
                values[kept, -1] = doc.to_array(DEP)[kept]
                doc.from_array(_SET, values)
        return docs

    def _forget(self):
        # The number of each form, what a form of that number gets, those that may begin a pattern.
        self.known, self.values, self.opening = {}, numpy.empty((0, len(_SET)), "uint64"), set()

    def _learn(self, new):
        """Remember what each form gets, and at which a pattern of several tokens may begin."""
        if not new:
            return
        new = sorted(new)
        opening = {new[place] for _, place, _ in self.openers(self._doc(new), allow_missing=True)}
        self.opening |= opening
        plain = [form for form in new if form not in opening]
        for forms in filter(None, [plain, *([form] for form in opening)]):
            self.known |= zip(forms, range(len(self.known), len(self.known) + len(forms)))
            self.values = numpy.vstack([self.values, self._of(forms)])

    def _of(self, forms):
        """What each of some forms in a row gets; 0 for a dependency that is kept."""
        doc = self._doc(forms)
        given = doc.to_array(DEP)
        values = self.lemmatizer(self.ruler(doc)).to_array(_SET)
        values[values[:, -1] == given, -1] = 0
        return values

    def _doc(self, forms):
        """A Doc of nothing but these forms."""
        doc = Doc(self.vocab, [self.vocab.strings[orth] for orth, _, _ in forms])
        return doc.from_array([TAG, DEP], numpy.array([form[1:] for form in forms], "uint64"))


def _joined(matches):
    """The places [first, last) of a matcher's matches, in order, those that overlap as one."""
    places = []
    for first, last in sorted(match[1:] for match in matches):
        if places and first < places[-1][1]:
            first, last = places[-1][0], max(last, places.pop()[1])
        places.append((first, last))
    return places


def _values(condition):
    """The strings of a token pattern's condition: one, or a dict of operator and strings."""
    if isinstance(condition, dict):
        return {one for value in condition.values() for one in _values(value)}
    return {condition} if isinstance(condition, str) else set(condition)

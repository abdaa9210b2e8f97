"""A parsed paragraph with its quoted stretches marked: what the rules of attribution look at."""
from functools import cached_property

STOPS = {".", "!", "?", "…"}


class Page:
    """passage: an `analysis.language.Passage`; index: its place in the article.

    stretches: [(number, Stretch)] of those to attribute, the outermost; nested: of those within them; bounds: the tokens
    (first, last) that are looked at, the whole paragraph unless given (then `stretches` are those nested in one).
    """

    def __init__(self, passage, index, stretches, bounds=None):
        self.passage, self.index, self.doc = passage, index, passage.doc
        self.bounds = bounds or (0, len(self.doc))
        self.stretches = [(number, stretch) for number, stretch in stretches if bounds or stretch.parent is None]
        self.nested = [] if bounds else [(number, stretch) for number, stretch in stretches if stretch.parent is not None]
        self.inside = [None] * len(self.doc)
        for place, (_, stretch) in enumerate(self.stretches):
            for i in range(stretch.first, stretch.last):
                self.inside[i] = place

    @cached_property
    def chunks(self):
        """{token: (first, last)} of the base noun phrases, by every token in them."""
        return {i: (chunk.start, chunk.end) for chunk in self.doc.noun_chunks for i in range(chunk.start, chunk.end)}

    def quoted(self, i):
        return self.inside[i] is not None

    def offsets(self, first, last):
        return self.passage.offsets(first, last)

    def is_mark(self, i):
        return self.doc[i].is_quote or self.doc[i].text in ("''", "``")

    @property
    def opens_with_quote(self):
        """Whether nothing but marks and blanks precedes the first stretch."""
        return bool(self.stretches) and all(self.is_mark(i) or self.doc[i].is_space
                                            for i in range(self.stretches[0][1].first))

    def aside(self, place):
        """Whether a stretch is a word or two within the narration: a nickname, a title."""
        stretch = self.stretches[place][1]
        return stretch.words <= 3 and stretch.closed and self.doc[stretch.last - 1].text not in STOPS | {","}

    def narrated(self, place):
        """Whether the reporter's own words lead to the stretch within its sentence."""
        first, last = self.before(place)
        return first < last

    def resumes(self, place):
        """Whether the narration before a stretch is all that separates it from the one before."""
        first, last = self.before(place)
        return place > 0 and first < last and first <= self.stretches[place - 1][1].last + 2

    def joined(self, place):
        """Whether "and" or "but" alone stands between the stretch and the one before: "…" and "…"."""
        first, last = self.before(place)
        return self.resumes(place) and last - first <= 2 and any(token.pos_ == "CCONJ" for token in self.doc[first:last])

    def after(self, place):
        """Tokens (first, last) of the narration that follows the stretch within its sentence; may be empty."""
        first = self._skip_marks(self.stretches[place][1].last, 1)
        last = first
        while last < self.bounds[1] and self._narrates(last):
            last += 1
            if self.doc[last - 1].text in STOPS:
                break
        return first, last

    def before(self, place):
        """Tokens (first, last) of the narration that leads to the stretch within its sentence; may be empty."""
        last = self._skip_marks(self.stretches[place][1].first - 1, -1) + 1
        first = last
        while first > self.bounds[0] and self._narrates(first - 1) and self.doc[first - 1].text not in STOPS:
            first -= 1
        while first < last and (self.is_mark(first) or self.doc[first].is_space):
            first += 1
        return first, last

    def _narrates(self, i):
        return self.inside[i] is None or self.aside(self.inside[i]) and not self.doc[i].text in STOPS

    def _skip_marks(self, i, step):
        while self.bounds[0] <= i < self.bounds[1] and not self.quoted(i) and (self.is_mark(i) or self.doc[i].is_space):
            i += step
        return i

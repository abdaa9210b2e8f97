"""A number with what the sentence says of it: the thing counted, the predicate, the places, and where it stands.

Two numbers are about the same thing only if these fit (`analysis.checks.pairs`).
"""
from bisect import bisect_right
from calendar import day_name, month_name
from dataclasses import dataclass
from functools import cache, cached_property

from analysis.numbers.lexicons import rows

# Verbs that say nothing of the thing counted: with them, the subject does ("the toll stands at 11").
_LIGHT = {"be", "have", "do", "stand", "reach", "rise", "fall", "climb", "grow", "increase", "decrease", "drop", "total",
          "number", "amount", "become", "remain", "hit", "exceed", "pass", "surpass", "top", "say", "claim", "report", "include",
          "put", "estimate", "speak", "see", "there", "get", "make", "take", "come", "go", "give", "leave", "expect", "count"}
# Classes of `lexicons/same_thing.tsv` that happen to people.
EVENTS = frozenset({"die", "injure", "missing", "arrest", "displace", "evacuate", "infect"})
_FIGURES = {"number", "figure", "total", "count", "tally", "toll", "estimate"}
_POINTERS = {"it", "that", "this"} | _FIGURES
_WHERE = {"in", "at", "near", "across", "outside", "from", "around", "throughout"}
_NOUNS = ("NOUN", "PROPN")
_NAMES = ("NNP", "NNPS")
_CALENDAR = {*month_name, *day_name}


@dataclass(frozen=True, eq=False)
class Claim:
    """One row of `article.numbers` in its sentence.

    row: the row, as a named tuple. passage: the `analysis.language.Passage`; tokens doc[first:last]. sentence: spaCy's
    Span. head: class of the counted noun's head ("people") or None. traits: lemmas that narrow the head down
    ("Russian", "wounded"). predicates: classes of the verbs and nouns that say what happens to the counted.
    places: names in the sentence that say where. pointer: the token that points back to an earlier figure ("it had only been 180")
    where the number has no noun of its own, else None. verb: the token that governs it, or None.
    """

    row: object
    passage: object
    first: int
    last: int
    sentence: object
    head: str | None
    traits: frozenset
    predicates: frozenset
    places: frozenset
    pointer: object
    verb: object

    @property
    def low(self):
        return self.row.value_low

    @property
    def high(self):
        return self.row.value_high

    @property
    def exact(self):
        """Whether the number is one value."""
        return self.low == self.high

    @property
    def doc(self):
        return self.passage.doc

    def between(self, other):
        """The lower-case words from the end of this claim to the beginning of a later one of the same paragraph."""
        return [token.lower_ for token in self.doc[self.last:other.first]]

    @cached_property
    def content(self):
        """Lemmas of the sentence's nouns, names and full verbs, words of figures and of the claim itself left out."""
        return frozenset(token.lemma_.lower() for token in self.sentence
                         if token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") and not token.like_num and token.is_alpha
                         and token.lemma_.lower() not in _LIGHT | _FIGURES and kind_of(token.lemma_.lower()) not in self.predicates | {self.head})

    @cached_property
    def partitive(self):
        """Whether the number is a part of something: "two of the three", "photo 2 of 25"."""
        following = self.doc[self.last:self.last + 2]
        return len(following) == 2 and following[0].lower_ == "of" and (
            following[1].like_num or following[1].tag_ in ("DT", "PRP$", "PRP", "WP"))

    @cached_property
    def subject(self):
        """Lemma of the noun that is the subject of the governing verb, or None."""
        if self.verb is None:
            return None
        return next((child.lemma_.lower() for child in self.verb.children
                     if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ in _NOUNS), None)

    @cached_property
    def phrase(self):
        """Lemmas of the nouns, names and adjectives of the counted noun's phrase."""
        token = self.doc[self.first]
        while token.head.i != token.i and token.dep_ in ("nummod", "quantmod", "compound", "amod", "nmod", "det"):
            token = token.head
        return frozenset(word.lemma_.lower() for word in token.subtree if word.pos_ in ("NOUN", "PROPN", "ADJ") and not word.like_num)

    def near(self, other, sentences=0):
        """Whether the other claim stands in the same paragraph, at most so many sentences away."""
        return self.passage is other.passage and abs(self.row.sentence - other.row.sentence) <= sentences


def claims(article):
    """The Claims of an Article, one per row of `article.numbers`, in order."""
    numbers = list(article.numbers.astype({"linked": float}).itertuples())      # NaN, unlike NA, can be compared
    starts = [passage.start for passage in article.passages]
    found, passage, offsets = [], None, []
    dates = {place for row in numbers if row.kind == "date" for place in range(row.start, row.end)}
    for row in numbers:
        place = article.passages[max(bisect_right(starts, row.start) - 1, 0)]
        if place is not passage:
            passage, offsets = place, [place.offsets(token.i, token.i + 1)[0] for token in place.doc]
        first = max(bisect_right(offsets, row.start) - 1, 0)
        last = max(bisect_right(offsets, row.end - 1), first + 1)
        found.append(_claim(row, passage, first, last, lambda token: offsets[token.i] in dates))
    return found


def _claim(row, passage, first, last, is_date):
    doc = passage.doc
    top = _top(doc, first, last)
    noun = _noun(doc, top, first, last, row.counted)
    noun = None if noun is not None and is_date(noun) else noun
    verb = _governor(top if noun is None else noun)
    pointer = _pointer(top, verb) if noun is None and verb is not None else None
    counted = row.counted if isinstance(row.counted, str) and pointer is None else None
    return Claim(row, passage, first, last, doc[first].sent, _head(noun, counted), _traits(noun, first, last),
                 frozenset(_predicates(top if noun is None else noun)), frozenset(_places(doc[first].sent)), pointer, verb)


@cache
def _classes():
    return {row["lemma"]: row["class"] for row in rows("same_thing.tsv")}


def kind_of(word):
    """The class of a lemma in `lexicons/same_thing.tsv`; other words stand for themselves."""
    return _classes().get(word, word)


def _top(doc, first, last):
    """The token of the expression that hangs from a token outside it."""
    token = doc[first]
    while token.head.i != token.i and first <= token.head.i < last:
        token = token.head
    return token


def _noun(doc, top, first, last, counted):
    """The noun that the number counts in its own sentence, or None where it is left out."""
    head = top.head
    if top.dep_ in ("nummod", "amod", "compound", "quantmod", "nmod", "det") and head.pos_ in _NOUNS:
        while head.dep_ in ("compound", "nmod") and head.head.pos_ in _NOUNS:
            head = head.head
        return head
    if not isinstance(counted, str):
        return None
    words = counted.lower().split()
    for token in doc[last:last + 8]:                    # "230 of the bombs", "thousands of people"
        if token.lower_ in words and token.pos_ in _NOUNS and (token.i + 1 == len(doc) or doc[token.i + 1].lower_ not in words):
            return token
    return None


def _head(noun, counted):
    if noun is not None:
        return kind_of(noun.lemma_.lower())
    if counted is None:
        return None
    word = counted.split(" of ")[0].split(" in ")[0].split()[-1].lower()
    return kind_of(word if word in _classes() else _singular(word))


def _singular(word):
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _traits(noun, first, last):
    if noun is None:
        return frozenset()
    return frozenset(child.lemma_.lower() for child in noun.children
                     if child.dep_ in ("amod", "compound", "nmod", "poss") and not first <= child.i < last and child.i < noun.i)


def _predicates(token):
    """Classes of what is said of a noun or bare number: its verb, participles on it, the nouns above it."""
    for child in token.children:
        if child.dep_ in ("acl", "relcl") and child.pos_ in ("VERB", "AUX") or child.dep_ == "amod" and child.tag_ == "VBN":
            yield from _heavy(child)
        elif child.dep_ in ("amod", "acomp") and child.lemma_.lower() in _classes():
            yield kind_of(child.lemma_.lower())
    if token.lemma_.lower() in _classes():
        yield kind_of(token.lemma_.lower())
    for _ in range(5):
        head = token.head
        if head.i == token.i:
            return
        if head.pos_ in ("VERB", "AUX"):
            yield from _heavy(head)
            for child in head.children:
                if child.i != token.i and child.dep_ in ("acomp", "attr", "oprd") and child.lemma_.lower() in _classes():
                    yield kind_of(child.lemma_.lower())
                if head.lemma_ in _LIGHT and child.dep_ in ("nsubj", "nsubjpass") and child.i != token.i and child.pos_ in _NOUNS:
                    yield kind_of(child.lemma_.lower())
                    for modifier in child.children:
                        if modifier.dep_ in ("compound", "amod"):
                            yield kind_of(modifier.lemma_.lower())
                        elif modifier.lower_ in ("of", "for", "in"):
                            yield from (kind_of(noun.lemma_.lower()) for noun in modifier.children)
            return
        if head.pos_ in _NOUNS and token.dep_ in ("pobj", "prep", "compound", "appos"):
            yield kind_of(head.lemma_.lower())
        token = head


def _heavy(verb):
    if verb.lemma_.lower() not in _LIGHT:
        yield kind_of(verb.lemma_.lower())
    elif any(child.lower_ in _classes() for child in verb.children if child.dep_ in ("acomp", "attr")):
        yield from (kind_of(child.lower_) for child in verb.children if child.dep_ in ("acomp", "attr"))


def _governor(token):
    """The verb above a token, or None."""
    for _ in range(8):
        if token.head.i == token.i:
            break
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def _pointer(token, verb):
    """The subject that makes a bare number a second figure for what an earlier one counts ("it was 180"), or None."""
    above = token
    while above.head != verb and (above.dep_ == "pobj" or above.pos_ == "ADP"):
        above = above.head
    if verb.lemma_.lower() not in _LIGHT or above.head != verb or token.dep_ not in ("attr", "acomp", "pobj", "dobj", "oprd") or any(
            word.lower_ in (",", "–", "—", ";") for word in token.doc[verb.i:token.i]):
        return None
    for child in verb.children:
        if (child.dep_ in ("nsubj", "nsubjpass") and child.lemma_.lower() in (_POINTERS if verb.lemma_ == "be" else _FIGURES)
                and not any(word.lower_ in ("of", "for", "in") for word in child.children)):
            return child
    return None


def _places(sentence):
    """Names after a preposition of place; a name's last word stands for it."""
    for token in sentence:
        if token.dep_ == "pobj" and token.tag_ in _NAMES and token.head.lower_ in _WHERE and token.text not in _CALENDAR:
            yield token.lower_

"""What a sentence says around one mention: the features from which `analysis.tone.attitudes` reads
an attitude.

The mention itself, every other name and the gender of pronouns are masked, so that no name of a
person, party, people or place carries an attitude of its own: of two sentences that differ in names
alone, one reading.

    w:WORD           a word of the sentence
    b:WORD, a:WORD   before, after the mention, less with distance
    t:WORD           by its distance in the tree
    PATH:WORD        and the way there, in dependency labels
    2:WORD_WORD      two words in a row
    g1:WORD …        the mention's governors, one to four up
    v:ROLE:WORD      the verb that governs it
    vc:ROLE:DEP:WORD and that verb's other dependents
    L…               valence of the words: in sum, by side, by distance, by path. VADER's lexicon
                     and not ours, so that the fitted weights still hold when somebody adds to ours
    T…               the same of what the words add to the tone (`analysis.tone.learned`)
"""
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from analysis.lexicons import words
from analysis.tone.learned import learned
from analysis.tone.vader import analyzer

if TYPE_CHECKING:
    from analysis.text.tokens import Span

_NAMED = frozenset(("PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "EVENT",
                    "WORK_OF_ART"))
_PRONOUNS = dict.fromkeys(words("stance.he"), "HE")
_NEGATIONS = words("stance.negations")
_QUOTES = frozenset("\"“”")
_DEPENDENTS = frozenset(("dobj", "acomp", "attr", "xcomp", "ccomp", "prep", "advmod", "oprd", "aux",
                         "prt"))
_MASKS = frozenset(("NAME", "NUM", "HE"))
_NEGATED = -.74  # VADER's damping of a negated word (Hutto & Gilbert 2014)


class Sentence:
    """A sentence, its words masked and looked up once for all mentions in it."""

    def __init__(self, sentence: "Span"):
        tokens, self.offset = list(sentence), sentence.start
        last = len(tokens) - 1
        self.heads = [min(max(token.head.i - self.offset, 0), last) for token in tokens]
        self.deps, self.kinds = [token.dep_ for token in tokens], [token.pos_ for token in tokens]
        self.words = list(map(_masked, tokens))
        self.children = [[] for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head != i:
                self.children[head].append(i)
        lowers = [token.lower_ for token in tokens]
        self.quotes = [i for i, lower in enumerate(lowers) if lower in _QUOTES]
        self.names = [None if token.is_space else _names(word)
                      for token, word in zip(tokens, self.words)]
        self.pairs = [None if a == b == "NAME" else f"2:{a}_{b}" for a,
                      b in zip(self.words, self.words[1:])]
        self.shared = Counter(names[0] for names in self.names if names)
        self.shared.update(filter(None, self.pairs))
        self.valued = {"L": [], "T": []}
        for i, (lower, word, names) in enumerate(zip(lowers, self.words, self.names)):
            for name, value in _values(lower, word) if names else ():
                turned = not _NEGATIONS.isdisjoint(lowers[max(0, i - 3):i])
                self.valued[name].append((i, value * _NEGATED if turned else value))

    def features(self, first: int, last: int) -> dict[str, float]:
        """{feature: value} that the mention, the Doc's tokens [first, last), adds to `self.shared`,
        what the sentence says whomever it mentions; it takes away its own words."""
        first, last = max(first - self.offset, 0), min(last - self.offset, len(self.words))
        head = self._head(first, last)
        ways = self._ways(head)
        for i in range(first, last):
            ways.pop(i, None)
        found = self._without(first, last)
        self._sides(first, last, found)
        self._tree(ways, found)
        for name in self.valued:
            self._valued(name, first, last, ways, found)
        self._governors(head, found)
        found["length"] = len(self.words) / 25
        found["quotes"] = len(self.quotes) / 2
        found["quoted"] = sum(i < first for i in self.quotes) % 2
        found["place"] = first / len(self.words)
        return found

    def _without(self, first, last):
        """Less the mention's words and pairs of neighbours; its neighbours paired with a mask."""
        found = {}
        gone = [names[0] for names in self.names[first:last] if names]
        for name in gone + [pair for pair in self.pairs[max(first - 1, 0):last] if pair]:
            found[name] = found.get(name, 0) - 1
        if first:
            found[f"2:{self.words[first - 1]}_TARGET"] = 1
        if last < len(self.words):
            found[f"2:TARGET_{self.words[last]}"] = 1
        return found

    def _sides(self, first, last, found):
        for i, names in enumerate(self.names[:first]):
            if names:
                found[names[1]] = found.get(names[1], 0) + 1 / (1 + (first - i) / 8)
        for distance, names in enumerate(self.names[last:], 1):
            if names:
                found[names[2]] = found.get(names[2], 0) + 1 / (1 + distance / 8)

    def _tree(self, ways, found):
        for i, (steps, way) in ways.items():
            if names := self.names[i]:
                found[names[3]] = found.get(names[3], 0) + 1 / steps
                if way:
                    name = way + names[4]
                    found[name] = found.get(name, 0) + 1

    def _valued(self, name, first, last, ways, found):
        for i, value in self.valued[name]:
            if first <= i < last:
                continue
            side, distance = ("b", first - i) if i < first else ("a", i - last + 1)
            sign = "+" if value > 0 else "-"
            steps, way = ways.get(i, (0, None))
            found[name] = found.get(name, 0) + value
            for part, weight in ((side, 1), ("d", 1 / (1 + distance / 4)),
                                 ("t", steps and 1 / steps), (way, way and 1)):
                if weight:
                    summed = name + part + sign
                    found[summed] = found.get(summed, 0) + abs(value) * weight

    def _head(self, first, last):
        """The token of the mention whose governor lies outside it."""
        return next((i for i in range(first, last) if not first <= self.heads[i] < last
                     or self.heads[i] == i), last - 1)

    def _ways(self, head):
        """{token: (steps, way)} in the tree from the mention's head, up to six steps; ^ is up, v
        down, None beyond three."""
        ways, rim = {head: (0, "")}, [head]
        for steps in range(1, 7):
            rim, previous = [], rim
            for i in previous:
                way = ways[i][1]
                if self.heads[i] not in ways:
                    ways[self.heads[i]] = steps, way + "^" + self.deps[i] if steps <= 3 else None
                    rim.append(self.heads[i])
                for child in self.children[i]:
                    if child not in ways:
                        ways[child] = steps, way + "v" + self.deps[child] if steps <= 3 else None
                        rim.append(child)
        return ways

    def _governors(self, head, found):
        found["dep:" + self.deps[head]] = 1
        found["kind:" + self.kinds[head]] = 1
        role, chain, i = self.deps[head], [], head
        for steps in range(1, 5):
            if self.heads[i] == i:
                break
            chain.append(self.deps[i])
            i = self.heads[i]
            found[f"g{steps}:{self.words[i]}"] = 1
            found["gp:" + ">".join(chain)] = 1
            if steps == 1:
                found[f"gd:{role}:{self.words[i]}"] = 1
            if self.kinds[i] in ("VERB", "AUX"):
                negated = "!" if any(self.deps[child] == "neg"
                                     for child in self.children[i]) else ""
                found[f"v:{role}:{negated}{self.words[i]}"] = 1
                for child in self.children[i]:
                    if self.deps[child] in _DEPENDENTS:
                        found[f"vc:{role}:{self.deps[child]}:{self.words[child]}"] = 1


@cache
def _names(word):
    """The word as a feature: in the sentence, before and after the mention, in the tree; and at the
    end of a way there."""
    return "w:" + word, "b:" + word, "a:" + word, "t:" + word, ":" + word


@lru_cache(50_000)
def _values(lower, word):
    """(feature, value) of half a word's valence, where VADER rates it, and of what it adds to the
    tone; nothing of a masked one."""
    if word in _MASKS:
        return ()
    rated = analyzer().lexicon
    valence = (rated.get(lower) or rated.get(word, 0)) / 2
    found = ("L", valence), ("T", learned().get(lower, (0,))[0])
    return tuple([pair for pair in found if pair[1]])    # lists burden the garbage collector


def _masked(token):
    if token.pos_ == "PROPN" or token.ent_type_ in _NAMED:
        return "NAME"
    return "NUM" if token.like_num else _PRONOUNS.get(token.lower_) or token.lemma_.lower()

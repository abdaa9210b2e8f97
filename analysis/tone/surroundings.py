"""What a sentence says around one mention: the features from which `analysis.tone.attitudes` reads an attitude.

The mention itself, every other name and the gender of pronouns are masked, so that no name of a person, party, people
or place carries an attitude of its own: of two sentences that differ in names alone, one reading.

    w:WORD           a word of the sentence           b:WORD, a:WORD   before, after the mention, less with distance
    t:WORD           by its distance in the tree      PATH:WORD        and the way there, in dependency labels
    2:WORD_WORD      two words in a row               g1:WORD …        the mention's governors, one to four up
    v:ROLE:WORD      the verb that governs it         vc:ROLE:DEP:WORD and that verb's other dependents
    L…               valence of the words: in sum, by side, by distance, by path. VADER's lexicon and not ours, so
                     that the fitted weights still hold when somebody adds to our lists
"""
from collections import Counter

from analysis.tone.vader import analyzer

_NAMED = frozenset(("PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART"))
_PRONOUNS = dict.fromkeys(("he", "she", "him", "her", "his", "hers", "himself", "herself"), "HE")
_NEGATIONS = frozenset(("not", "n't", "n’t", "no", "never", "nor", "neither", "without", "nobody", "nothing", "hardly",
                        "none", "cannot"))
_QUOTES = frozenset("\"“”")
_DEPENDENTS = frozenset(("dobj", "acomp", "attr", "xcomp", "ccomp", "prep", "advmod", "oprd", "aux", "prt"))
_MASKS = frozenset(("NAME", "NUM", "HE"))
_NEGATED = -.74  # VADER's damping of a negated word (Hutto & Gilbert 2014)


class Sentence:
    """A sentence of a Doc (a Span), its words masked and looked up once for all mentions in it."""

    def __init__(self, span):
        self.offset = span.start
        tokens = list(span)
        self.heads = [min(max(token.head.i - span.start, 0), len(tokens) - 1) for token in tokens]
        self.deps = [token.dep_ for token in tokens]
        self.verbal = [token.pos_ in ("VERB", "AUX") for token in tokens]
        self.kinds = [token.pos_ for token in tokens]
        self.words = [_masked(token) for token in tokens]
        self.children = [[] for _ in tokens]
        for i, head in enumerate(self.heads):
            if head != i:
                self.children[head].append(i)
        lowers = [token.lower_ for token in tokens]
        negations = [lower in _NEGATIONS for lower in lowers]
        rated = analyzer().lexicon
        self.valences = [0 if word in _MASKS else
                         (rated.get(lower) or rated.get(word, 0)) * (_NEGATED if any(negations[max(0, i - 3):i]) else 1)
                         for i, (word, lower) in enumerate(zip(self.words, lowers))]
        self.quotes = [i for i, lower in enumerate(lowers) if lower in _QUOTES]
        self.names = [None if token.is_space else ("b:" + word, "a:" + word, "t:" + word, ":" + word)
                      for token, word in zip(tokens, self.words)]
        self.pairs = [None if a == b == "NAME" else f"2:{a}_{b}" for a, b in zip(self.words, self.words[1:])]
        self.all = Counter("w:" + word for word, names in zip(self.words, self.names) if names)
        self.all.update(filter(None, self.pairs))

    def features(self, first, last):
        """{feature: value} for the mention that is the Doc's tokens [first, last)."""
        first, last = max(first - self.offset, 0), min(last - self.offset, len(self.words))
        head = self._head(first, last)
        ways = self._ways(head)
        found = self._around(first, last)
        get = found.get
        for i, (names, value) in enumerate(zip(self.names, self.valences)):
            if first <= i < last or names is None:
                continue
            before, after, tree, tail = names
            side, distance = (before, first - i) if i < first else (after, i - last + 1)
            found[side] = get(side, 0) + 1 / (1 + distance / 8)
            steps, way = ways.get(i, (0, None))
            if steps:
                found[tree] = get(tree, 0) + 1 / steps
            if way:
                found[way + tail] = get(way + tail, 0) + 1
            if value:
                sign, value = "+" if value > 0 else "-", abs(value) / 2
                found["L"] = get("L", 0) + (value if sign == "+" else -value)
                for name, weight in (("L" + side[0] + sign, 1), ("Ld" + sign, 1 / (1 + distance / 4)),
                                     ("Lt" + sign, steps and 1 / steps), (f"L{way}{sign}", way and 1)):
                    if weight:
                        found[name] = get(name, 0) + value * weight
        self._governors(head, found)
        found["length"] = len(self.words) / 25
        found["quotes"] = len(self.quotes) / 2
        found["quoted"] = sum(i < first for i in self.quotes) % 2
        found["place"] = first / len(self.words)
        return found

    def _around(self, first, last):
        """The words, and pairs of neighbours, of the sentence with the mention masked."""
        found = dict(self.all)
        gone = ["w:" + self.words[i] for i in range(first, last) if self.names[i]]
        for name in gone + [pair for pair in self.pairs[max(first - 1, 0):last] if pair]:
            if found[name] == 1:
                del found[name]
            else:
                found[name] -= 1
        if first:
            found[f"2:{self.words[first - 1]}_TARGET"] = 1
        if last < len(self.words):
            found[f"2:TARGET_{self.words[last]}"] = 1
        return found

    def _head(self, first, last):
        """The token of the mention whose governor lies outside it."""
        return next((i for i in range(first, last) if not first <= self.heads[i] < last or self.heads[i] == i), last - 1)

    def _ways(self, head):
        """{token: (steps, way)} in the tree from the mention's head, up to six steps; ^ is up, v down, None beyond three."""
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
            if self.verbal[i]:
                negated = "!" if any(self.deps[child] == "neg" for child in self.children[i]) else ""
                found[f"v:{role}:{negated}{self.words[i]}"] = 1
                for child in self.children[i]:
                    if self.deps[child] in _DEPENDENTS:
                        found[f"vc:{role}:{self.deps[child]}:{self.words[child]}"] = 1


def _masked(token):
    if token.pos_ == "PROPN" or token.ent_type_ in _NAMED:
        return "NAME"
    if token.like_num:
        return "NUM"
    return _PRONOUNS.get(token.lower_) or token.lemma_.lower()

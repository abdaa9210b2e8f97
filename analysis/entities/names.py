"""Which names name the same: by full name, surname, first name, abbreviation, once it is known what
each is of."""
import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from analysis.entities import types
from analysis.entities.lexicon import countries, given_names, nicknames, parties
from analysis.entities.mention import Actor
from analysis.lexicons import words as words_in

if TYPE_CHECKING:
    from analysis.entities.mention import Mention

_DOUBLED = re.compile(r"(.)\1")
_CLIPPED = 4      # letters at most of a clipping, "the Fed"
_SHORT = 5        # letters at most of a surname that another may be like
_FULL = 4         # words of a name from which one in the middle may stand for it


@lru_cache(10_000)
def key(words: tuple[str, ...]) -> tuple[str, ...]:
    straight = [word.lower().replace("’", "'") for word in words]
    found = tuple(word.strip(".") or word for word in straight)     # "..." stays a word
    return (*found[:-1], "street") if len(found) > 1 and found[-1] == "st" else found


def _unsuffixed(words):
    """The words of a name without "Jr" and the like."""
    return words[:-1] if len(words) > 1 and words[-1] in words_in("entities.suffixes") else words


def _same_first(one, other):
    """Whether two first names may be one person's: the same but for a doubled letter, an initial,
    or short for the other."""
    initial = 1 in (len(one), len(other)) and one[0] == other[0]
    same = _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other)
    return (same or initial or other in nicknames().get(one, ())
            or one in nicknames().get(other, ()))


def _swapped(word):
    """Yields a surname with two neighbouring letters in each other's place, "Pelrlin" of "Pellrin";
    nothing of short ones: Brain is not Brian."""
    for i in range(1, len(word) - 1) if len(word) > _SHORT else ():
        yield word[:i] + word[i + 1] + word[i] + word[i + 2:]


def _described(mention):
    """Whether a mention says itself who it is, by an age or more than a title."""
    titled = "title" in mention.signs and not mention.courtesy
    return "age" in mention.signs or len(mention.roles) > titled


def _in_office(mention):
    return "title" in mention.signs and any(role.role_class in ("official", "military")
                                            for role in mention.roles)


def _bracketed(names):
    """Yields the capitals in brackets right behind a name, each with that name: "the Federal
    Harbour Board (HABO)"."""
    for before, mention in zip(names, names[1:]):
        if (mention.bracketed and mention.words[0].isupper() and len(mention.words) == 1
                and (before.paragraph, before.last) == (mention.paragraph, mention.first - 1)):
            yield key(mention.words), key(before.words)


class Register:
    """The named actors of an article; `actor(mention)` is the one a name mention names, by form,
    title and recency."""

    def __init__(self, mentions: "list[Mention]"):
        self.actors, self.exact, self.parts = [], {}, defaultdict(list)
        # "President Lorna" of an Osmar Lorna da Talva
        self.inner, self.misspelt = defaultdict(dict), {}
        self.by_last, self.by_first, self.by_initials = defaultdict(list), defaultdict(list), {}
        self.by_clipping = defaultdict(set)
        names = [mention for mention in mentions if mention.kind == "name"]
        self.bracketed = dict(_bracketed(names))
        forms = defaultdict(list)
        for mention in names:
            forms[key(mention.words)].append(mention)
        surnames = set()
        for words in sorted(forms, key=lambda words: (-len(words), forms[words][0].place)):
            kind = types.kind(words, forms[words], surnames)
            if kind == "person" and len(words) > 1:
                surnames.add(_unsuffixed(words)[-1])
            shown = any(mention.signs or mention.roles or mention.gender
                        for mention in forms[words])
            # A single word that only the recogniser takes for a person: "Kestrel" may be short for
            # Kestrel Foods.
            guessed = kind == "person" and len(words) == 1 and words not in self.parts and not shown
            actor = self._known(words, None if guessed or kind == "other" else kind, forms[words])
            if actor is None:
                actor = Actor(kind)
                self.actors.append(actor)
            self.exact.setdefault(words, []).append(actor)
            actor.names[words] = actor.names.get(words, 0)
            self._index(words, actor)
            if kind == "person" and len(words) > 1:
                own = _unsuffixed(words)
                for part in range(own == words, len(own)):
                    self.parts[own[part:]].append(actor)
                self.parts[words[:1]].append(actor)
                self.misspelt.update(dict.fromkeys(_swapped(own[-1]), actor))
                for word in own[1:-1]:
                    self.inner[word].setdefault(actor, len(own))
        for mention in names:
            for actor in self.exact[key(mention.words)]:
                actor.names[key(mention.words)] += 1

    def _index(self, words, actor):
        """Enters a form of an actor where `_known` looks: by last word, by first word, by
        clipping ("the Fed"), by abbreviation."""
        self.by_last[_unsuffixed(words)[-1]].append((words, actor))
        if actor.kind == "body":
            self.by_first[words[0]].append((words, actor))
            if len(words) > 1 and len(words[0]) > _CLIPPED:
                for size in range(1, _CLIPPED + 1):
                    self.by_clipping[words[0][:size]].add(actor)
        if len(words) > 1 and actor.kind != "person":
            for letters in ("".join("a" if word == "&" else word[0] for word in words),
                            "".join(word[0] for word in words
                                    if word not in words_in("entities.small"))):
                self.by_initials.setdefault(letters, actor)

    def _known(self, words, kind, mentions):
        """The actor already registered under a longer form of these words, when there is only
        one."""
        if kind in ("person", None) and len(words) > 1:
            for other, actor in self.by_last[_unsuffixed(words)[-1]]:
                two = {words[-1], other[-1]} <= words_in("entities.suffixes")
                if actor.kind == "person" and len(other) > 1 and (
                        words[-1] == other[-1] or not two) and (
                        _same_first(other[0], words[0]) or other[-len(words):] == words
                    or words[-len(other):] == other):
                    return actor
        if (kind in ("person", None) and len(words) == 1 and words not in self.parts
                and not any(_described(mention) for mention in mentions)):
            bearers = self.inner.get(words[0], {})
            if len(bearers) == 1 and (max(bearers.values()) >= _FULL
                                      or all(_in_office(mention) for mention in mentions)):
                return next(iter(bearers))
            if words[0] in self.misspelt and words[0] not in given_names():
                return self.misspelt[words[0]]
        party = parties().get(" ".join(words))
        for other in self.exact if party else ():
            if parties().get(" ".join(other)) == party:
                return self.exact[other][0]
        before = self.exact.get(self.bracketed.get(words), [None])[0]
        if before is not None and before.kind == "body" and " ".join(words) not in countries():
            return before
        short = words[0].replace(".", "").replace("&", "a")
        if (len(words) == 1 and 1 < len(short) < 7 and short in self.by_initials
                and any(one.bracketed or one.words[0].isupper() for one in mentions)):
            return self.by_initials[short]
        if kind in ("body", None) and words[-1] not in ("of", "the"):
            longer = {actor for other, actor in self.by_first[words[0]]
                      if other[:len(words)] == words and (len(words) > 1 or len(words[0]) > 3)}
            longer |= {actor for other, actor in self.by_last[words[-1]] if actor.kind == "body"
                       and self._shortened(other, words, mentions)}
            if len(words) == 1 and all(mention.definite and mention.label != "person"
                                       for mention in mentions):
                longer |= self.by_clipping[words[0]]
            if len(longer) == 1 and " ".join(words) not in countries():
                return longer.pop()
        return None

    @staticmethod
    def _shortened(name, words, mentions):
        """Whether words name a body by the end of its name: without the country in front, "the US
        Harbour Service", or by the last word alone after "the", "the Post"."""
        front, end = name[:-len(words)], name[-len(words):]
        return front and end == words and (
            " ".join(front) in countries()
            or len(words) == 1 and all(mention.definite for mention in mentions))

    def candidates(self, mention: "Mention") -> list[Actor]:
        """The actors a name mention may name, most specific form first; a shared surname gives
        several."""
        words = key(mention.words)
        exact = self.exact[words]
        if len(words) == 1 or words in self.parts:
            people = list(dict.fromkeys(self.parts.get(words, ())))
            if people and exact[0].kind in ("person", "other"):
                last = [actor for actor in people
                        if any(_unsuffixed(name)[-len(words):] == words for name in actor.names)]
                return last or people
        return exact

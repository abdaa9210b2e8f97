"""Which names name the same: types by vote over the whole article, then full name, surname, first name, abbreviation."""
from collections import Counter, defaultdict

from analysis.entities.lexicon import bodies, countries
from analysis.entities.mention import Actor
from analysis.entities.roles import COLLECTIVE
from analysis.lexicons import words as words_in

_KINDS = {"person": "person", "body": "body", "place": "place", "people": "people"}


def key(words):
    return tuple(word.lower().strip(".") for word in words)


def votes(mentions):
    """{key: Counter of kinds} from the entity recogniser and from what stands around the names."""
    found, labels, inside = defaultdict(Counter), defaultdict(Counter), Counter()
    for mention in mentions:
        if mention.kind != "name":
            continue
        words = key(mention.words)
        count = found[words]
        if mention.label:
            labels[words][mention.label] += 1
        count["person"] += mention.person
        if any(role.individual and not words_in("entities.either") & set(role.noun.split()) for role in mention.roles):
            count["person"] += 3
        if any(role.noun in COLLECTIVE for role in mention.roles):
            count["body"] += 3
        inside[words] += mention.inside
    for words, count in found.items():
        seen = labels[words].total()
        for label, times in labels[words].items():
            count[label] += min(seen, 3) * times / seen
        count["place"] += min(inside[words], 3)
        phrase = " ".join(words)
        if phrase in countries() and countries()[phrase][1] != "adjective":
            count["place"] += 3
        elif phrase in countries():
            count["place" if phrase in words_in("entities.short_countries") else "people"] += 3
        if words[-1] in bodies() or words[0] in bodies() and len(words) > 1 or phrase in bodies():
            count["body"] += 2
    for words, count in found.items():
        alone = found.get(words[-1:])
        if len(words) > 1 and alone and words[0] not in bodies() and words[-1] not in bodies() and \
                alone["person"] > max(alone["place"], alone["body"]):
            count["person"] += alone["person"]
    return found


class Register:
    """The named actors of an article; `actor(mention)` is the one a name mention names, by form, title and recency."""

    def __init__(self, mentions):
        self.actors, self.exact, self.parts = [], {}, defaultdict(list)
        self.by_last, self.by_first, self.by_initials = defaultdict(list), defaultdict(list), {}
        names = [mention for mention in mentions if mention.kind == "name"]
        counts = votes(names)
        forms = {}
        for mention in names:
            forms.setdefault(key(mention.words), mention)
        shown = {key(mention.words) for mention in names if mention.person or mention.roles or mention.gender}
        surnames = {words[-1] for words, count in counts.items() if len(words) > 1 and self._kind(count) == "person"}
        for words in sorted(forms, key=lambda words: (-len(words), forms[words].place)):
            count = counts[words]
            if len(words) == 1 and words[0] in surnames and count["place"] < 3 + count["person"]:
                count["person"] += 3
            kind = self._kind(count)
            # A single word that only the recogniser takes for a person: "Kestrel" may be short for Kestrel Foods.
            guessed = kind == "person" and len(words) == 1 and words not in self.parts and words not in shown
            actor = self._known(words, None if guessed else kind, forms[words])
            if actor is None:
                actor = Actor(kind or "other")
                self.actors.append(actor)
            self.exact.setdefault(words, []).append(actor)
            actor.names[words] = actor.names.get(words, 0)
            self._index(words, actor)
            if kind == "person" and len(words) > 1:
                for part in range(1, len(words)):
                    self.parts[words[part:]].append(actor)
                self.parts[words[:1]].append(actor)
        for mention in names:
            for actor in self.exact[key(mention.words)]:
                actor.names[key(mention.words)] += 1

    @staticmethod
    def _kind(count):
        best = max(count, key=lambda kind: (count[kind], kind == "person"), default=None)
        return _KINDS.get(best) if best and count[best] > 0 else None

    def _index(self, words, actor):
        """Enters a form of an actor where `_known` looks: by last word, by first word, by abbreviation."""
        self.by_last[words[-1]].append((words, actor))
        if actor.kind == "body":
            self.by_first[words[0]].append((words, actor))
        if len(words) > 1 and actor.kind != "person":
            for letters in ("".join(word[0] for word in words), "".join(word[0] for word in words if word not in words_in("entities.small"))):
                self.by_initials.setdefault(letters, actor)

    def _known(self, words, kind, mention):
        """The actor already registered under a longer form of these words, when there is only one."""
        if kind in ("person", None) and len(words) > 1:
            for other, actor in self.by_last[words[-1]]:
                if actor.kind == "person" and len(other) > 1 and (
                        other[0] == words[0] or other[-len(words):] == words or words[-len(other):] == other
                        or 1 in (len(other[0]), len(words[0])) and other[0][0] == words[0][0]):
                    return actor
        short = words[0].replace(".", "")
        if len(words) == 1 and 1 < len(short) < 7 and mention.words[0].isupper() and short in self.by_initials:
            return self.by_initials[short]
        if kind in ("body", None) and (len(words) > 1 or len(words[0]) > 3) and words[-1] not in ("of", "the"):
            longer = {actor for other, actor in self.by_first[words[0]] if other[:len(words)] == words}
            if len(longer) == 1 and " ".join(words) not in countries():
                return longer.pop()
        return None

    def candidates(self, mention):
        """The actors a name mention may name, most specific form first; a shared surname gives several."""
        words = key(mention.words)
        exact = self.exact[words]
        if len(words) == 1 or words in self.parts:
            people = list(dict.fromkeys(self.parts.get(words, ())))
            if people and exact[0].kind in ("person", "other"):
                last = [actor for actor in people if any(name[-len(words):] == words for name in actor.names)]
                return last or people
        return exact

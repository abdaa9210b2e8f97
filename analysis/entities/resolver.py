"""The walk through the mentions in the order of the text: each gets the actor that the article has led its reader to."""
from collections import Counter, defaultdict
from dataclasses import replace
from math import exp

from analysis.entities.anaphora import antecedent, described
from analysis.entities.choice import Choice
from analysis.entities.capacity import COUNTRIES, NO_VOICE, PLACES, populace, speaks
from analysis.entities.lexicon import bodies, countries
from analysis.entities.mention import Actor, Mention
from analysis.entities.mention_finder import antecedent_noun
from analysis.entities.names import key
from analysis.entities.roles import COLLECTIVE, MEMBERS
from analysis.entities.speaker import probability, speaker_features

_SURE = 0.8

_KIN = set("""uncle aunt mother father brother sister son daughter wife husband grandmother grandfather cousin nephew niece
    widow widower partner mum mom dad""".split())


class EntityResolver:
    """The state of a walk. `run()` sets every mention's `actor` and `why`, and returns the gender votes of pronouns."""

    def __init__(self, mentions, parsed, decoded, claims, register):
        self.mentions, self.decoded, self.claims, self.register = mentions, decoded, claims, register
        self.parsed, self.docs = parsed, [paragraph.doc for paragraph in parsed]
        self.speaker, self.spoke, self.sources = None, None, {}
        self.recent, self.last, self.by_noun = [], {}, defaultdict(dict)
        self.votes, self.bare = defaultdict(Counter), Counter()
        self.far = sorted((number for number, attribution in enumerate(decoded) if attribution.distant or attribution.unnamed), key=self._begins, reverse=True)
        self.joint, self.relatives, self.waiting = {}, {}, defaultdict(list)
        self.contents = [attribution.content for attribution in decoded]
        for actor in register.actors:
            actor.mentions, actor.roles = [], []
            for name in actor.names:
                for word in name if actor.kind == "body" else ():
                    self.by_noun[word][actor] = None

    def run(self):
        for mention in self.mentions:
            while self.far and self._begins(self.far[-1]) <= mention.place:
                self._assign_distant_speaker(self.far.pop())
            self._resolve(mention)
            if mention.actor is not None:
                self._note(mention)
            for number in mention.closes:
                self._assign_speaker(number)
        while self.far:
            self._assign_distant_speaker(self.far.pop())
        return self.votes

    def _begins(self, number):
        """(passage, token) where the content of a quotation without a source of its own begins."""
        attribution = self.decoded[number]
        paragraph = self.parsed[attribution.paragraph]
        start = attribution.content[0][0]
        doc = paragraph.doc
        low, high = 0, len(doc)
        while low < high:
            middle = (low + high) // 2
            if paragraph.offsets(middle, middle + 1)[0] < start:
                low = middle + 1
            else:
                high = middle
        return attribution.paragraph, low

    def _assign_distant_speaker(self, number):
        """A quotation without cue goes to whom its paragraph has just brought in, or the one before it, else goes on."""
        attribution = self.decoded[number]
        paragraph, first = self._begins(number)
        narrated = [mention for mention in self.recent if mention.quoted is None and mention.actor.kind in ("person", "role", "joint")
                    and mention.clause in ("subject", "agent", "passive subject", "apposition", "predicate")]
        here = [mention for mention in narrated if mention.paragraph == paragraph]
        here = here or [mention for mention in narrated if mention.paragraph == paragraph - 1] if first < 2 else here
        if here:
            actor, why = here[-1].actor, "speaker.paragraph"
        elif attribution.distant and self.speaker is not None:
            actor, why = self.speaker, "speaker.last"
        else:
            actor, why = None, "no source named"
        self.sources[number] = self._likely(number, Choice(actor, why), None)
        if actor is not None:
            self.speaker = actor
            for mention in self.waiting.pop(number, ()):
                mention.settle(Choice(actor, "pronoun.speaker_of_quotation"))
                actor.mentions.append(mention)

    def offset(self, mention):
        return self.parsed[mention.paragraph].offsets(mention.head, mention.head + 1)[0]

    def contains(self, number, mention):
        """Whether the content of an act holds the mention."""
        offset = self.offset(mention)
        return any(start <= offset < end for start, end in self.contents[number])

    def barred(self, mention):
        """The actors that a third-person pronoun cannot be: the speaker of the quotation it stands in."""
        speaker = self._speaker_of(mention.quoted)
        return () if speaker is None else (speaker, *speaker.members)

    def _speaker_of(self, number):
        """Who is heard in an attribution, or None where that is not settled yet."""
        return self.sources[number].actor if number in self.sources else None

    def _likely(self, number, choice, mention):
        """A speaker's choice with how likely it is; mention: the one that heads the source, or None."""
        if choice.actor is None:
            return choice
        features = tuple(speaker_features(mention, choice))
        return replace(choice, features=features,
                       probability=probability(self.decoded[number], features))

    def _note(self, mention):
        actor = mention.actor
        actor.mentions.append(mention)
        for role in mention.roles if mention.kind == "name" and actor.kind in ("person", "body") or actor.phrase else ():
            if role not in actor.roles:
                actor.roles.append(role)
                for word in (role.noun, *role.noun.split()):
                    self.by_noun[word].setdefault(actor, None)
        self.last[actor] = mention.place
        self.recent.append(mention)
        if len(self.recent) > 120:
            del self.recent[:60]

    def _resolve(self, mention):
        find = {"name": self._named, "pronoun": self._pronoun, "noun": self._noun}[mention.kind]
        found = find(mention)
        mention.settle(found if isinstance(found, Choice) else Choice(*found))

    def _named(self, mention):
        candidates = self.register.candidates(mention)
        if candidates[0].kind == "other" and mention.attribution is None:
            return None, "the name is neither a person’s nor a body’s"
        if mention.gender:
            candidates = [actor for actor in candidates if actor.gender in (None, mention.gender)] or candidates
        if len(candidates) > 1:
            # a bare surname: who is spoken of in this paragraph, else whom it has named before, else the last named
            candidates = sorted(candidates, reverse=True, key=lambda actor: (
                self.last.get(actor, (-1, -1))[0] == mention.paragraph, self.bare[actor], self.last.get(actor, (-1, -1))))
        actor = candidates[0]
        self.bare[actor] += len(mention.words) == 1
        if actor.kind == "other":
            several = len(mention.words) > 1 and not any(word in bodies() for word in key(mention.words))
            actor.kind = "person" if mention.person or several else "body"
        return actor, "name.known"

    def _noun(self, mention):
        phrase, noun = mention.roles[0], mention.words[0]
        if mention.definite and not mention.possessed:
            nouns = (noun, "member") if noun in MEMBERS else (noun,)
            candidates = {actor: self.last.get(actor) for word in nouns for actor in self.by_noun.get(word, ())}
            actor = described(mention, candidates, self.recent)
            if actor is not None:
                return actor, "description.known"
            if noun in PLACES and not phrase.words:
                place = next((other.actor for other in reversed(self.recent) if other.actor.kind == "place"
                              and (noun in COUNTRIES) == any(" ".join(name) in countries() for name in other.actor.names)), None)
                if place is not None:
                    return place, "description.place"
        form = (phrase.text.lower(), mention.plural)
        for actor in self.by_noun.get(noun, ()):
            if actor.phrase == form and (mention.plural or mention.definite) and not mention.possessed:
                return actor, "description.same"
        kind = "document" if phrase.role_class == "document" else "group" if mention.plural \
            or populace(self.docs[mention.paragraph][mention.head]) else "role"
        if not mention.plural and noun in COLLECTIVE:
            kind = "body"
        owner = self._owner(mention)
        if mention.attribution is not None and (owner or self._possessor(mention)) and not phrase.individual and noun not in COLLECTIVE \
                and (not phrase.known or phrase.role_class == "document") and not mention.plural:
            # "her letter said", "the mayor's plan calls for": she says it, and the mayor
            speaker = owner or self._possessor(mention)
            if speaker.kind in ("person", "joint", "role"):
                return speaker, "description.owner"
        if mention.attribution is not None and not speaks(self.docs[mention.paragraph], mention.head, self.decoded[mention.attribution].lemma):
            return None, NO_VOICE
        relative = self._relation(mention, owner or self._possessor(mention))
        if relative is not None:
            return relative, "description.kin"
        if owner is not None:
            form = (*form, owner)
            for actor in self.by_noun.get(noun, ()):
                if actor.phrase == form:
                    return actor, "description.same_owner"
        return Actor(kind, phrase=form, gender=mention.gender, plural=mention.plural, owner=owner), "description.new"

    def _possessor(self, mention):
        """The actor of the name or noun in the genitive that begins a noun phrase, or None."""
        for other in reversed(self.recent[-4:]):
            if other.paragraph == mention.paragraph and mention.first <= other.first and other.last < mention.head \
                    and other.clause == "possessive":
                return other.actor
        return None

    def _relation(self, mention, owner):
        """Of "the pilot’s uncle" after a sentence about one of the pilot’s surname: that relative; else None."""
        if owner is None or owner.kind != "person" or mention.words[0] not in _KIN:
            return None
        known = owner, mention.words[0]
        if known in self.relatives:
            return self.relatives[known]
        surnames = {name[-1] for name in owner.names}
        for other in reversed(self.recent):
            if mention.sentence - other.sentence > 1:
                return None
            if other.kind == "name" and other.actor is not owner and other.actor.kind == "person" and len(other.words) > 1 \
                    and other.clause == "subject" and other.words[-1].lower() in surnames \
                    and other.actor.gender in (None, mention.gender):
                self.relatives[known] = other.actor
                return other.actor
        return None

    def _owner(self, mention):
        """Whose "his mother" is: the actor of the possessive pronoun at the front of a noun phrase, or None."""
        for other in reversed(self.recent[-4:]):
            if other.paragraph == mention.paragraph and other.head == mention.first and other.clause == "possessive" and other.kind == "pronoun":
                return other.actor
        return None

    def _pronoun(self, mention):
        label = mention.label
        if label in ("i", "we"):
            if mention.quoted is None:
                return None, "the reporter’s own “I” or “we”"
            if mention.quoted not in self.sources:
                self.waiting[mention.quoted].append(mention)
            return self._speaker_of(mention.quoted), "pronoun.speaker_of_quotation"
        if label == "who":
            return self._relative(mention)
        actor, margin, other = antecedent(mention, self.recent, self)
        if actor is None:
            return None, "nobody fits the pronoun"
        if label in "mf" and margin >= _SURE:
            self.votes[actor][label] += min(margin, 3)
        if label in "mf" and actor.gender is None:
            actor.gender = label if actor.kind == "role" else None
        first = 1 / (1 + exp(-margin))
        return Choice(actor, "pronoun.salience", first, other, 1 - first if other else None)

    def _relative(self, mention):
        """(actor, why) of "who", "which" and "that": the noun or name that the clause belongs to."""
        doc = self.docs[mention.paragraph]
        near = next((other for other in reversed(self.recent[-3:]) if other.paragraph == mention.paragraph
                     and mention.head - other.last in (0, 1) and other.actor.individual), None)
        head = antecedent_noun(doc[mention.head])
        for other in reversed(self.recent[-8:]):
            if other.paragraph == mention.paragraph and (other.head == head or head is None and other.last <= mention.head or
                                                     head is not None and other.first <= head < other.last):
                if near is not None and _coordinated(doc, near, other):
                    return near.actor, "pronoun.relative"
                if other.kind == "noun" and mention.attribution is not None and not speaks(doc, other.head, self.decoded[mention.attribution].lemma):
                    return None, NO_VOICE
                return other.actor, "pronoun.relative"
        return (near.actor, "pronoun.relative") if near is not None else (None, "nobody fits the pronoun")

    def _assign_speaker(self, number):
        """Settles the source of an act once its last mention has its actor; people named in a row speak as one."""
        row = [mention for mention in self.claims[number] if mention.actor is not None]
        main = self.claims[number][0]
        if main.actor is None and row and main.kind == "name":
            main = row[0]
        if main.actor is None:
            self.sources[number] = self._instead(number, main)
            return
        people = list(dict.fromkeys(m.actor for m in row if m is main or _coordinated(self.docs[m.paragraph], m, main)))
        actor = main.actor
        if len(people) > 1 and all(one.kind in ("person", "body", "place") for one in people):
            together = frozenset(people)
            if together not in self.joint:
                self.joint[together] = Actor("joint", plural=True, members=tuple(people))
            actor = self.joint[together]
            actor.mentions.append(main)
            self.recent.append(Mention(main.paragraph, main.first, row[-1].last, main.head, "name", main.sentence,
                                       main.clause, actor=actor, attribution=number))
            self.last[actor] = main.place
        self.sources[number] = self._likely(number, replace(main.choice, actor=actor), main)
        self.speaker, self.spoke = actor, main.paragraph
        for mention in self.waiting.pop(number, ()):
            mention.settle(Choice(actor, "pronoun.speaker_of_quotation"))
            actor.mentions.append(mention)


    def _instead(self, number, main):
        """A quotation whose subject is a thing ("No, the raids must go on") is still the paragraph's last speaker's."""
        if main.choice.why == NO_VOICE and self.decoded[number].quoted_spans and self.speaker is not None and self.spoke == main.paragraph:
            return self._likely(number, Choice(self.speaker, "speaker.last"), main)
        return main.choice


def _coordinated(doc, mention, main):
    token = doc[mention.head]
    while token.dep_ in ("conj", "appos") and token.head.i != token.i and token.i != main.head:
        if token.dep_ == "appos" and token.head.i == main.head:
            return False
        token = token.head
    return token.i == main.head and mention is not main

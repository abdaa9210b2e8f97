"""One pass through the mentions in the order of the text: each gets the actor that is likeliest to
be meant.

Each mention has candidates, each candidate features, and a linear scorer with the weights of
`models/entities.tsv` says how likely each is (a conditional logit: softmax over the candidates and
nobody).
"""
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from analysis.entities import descriptions, pronouns
from analysis.entities.capacity import NO_VOICE, speaks
from analysis.entities.choice import Choice
from analysis.entities.mention import Actor, Mention, amount
from analysis.entities.mention_finder import antecedent_noun
from analysis.entities.roles import COLLECTIVE
from analysis.entities.speaker import speaker_choice
from analysis.lexicons import words
from analysis.models.scorer import scorers, softmax
from analysis.syntax import called, coordinated, governor, is_conjunct

if TYPE_CHECKING:
    from analysis.attribution.candidate import Attribution
    from analysis.entities.names import Register
    from analysis.text.parse import ParsedParagraph

_CERTAIN, _TO_ONE = 3, 4     # pronouns that make a gender certain; against how many of the other
_NONE = Counter()
_KEPT = 60      # mentions that are looked back at
_SPEAKERS = ("subject", "agent", "passive subject", "apposition", "predicate")


class EntityResolver:
    """The state of a pass. `run()` settles every mention and the source of every attribution.

    before: a pass before this one, from which the speakers of quotations are known whose cue comes
    after them, and the genders that pronouns gave an actor, weighted by how likely each was meant.
    trace: called with a mention, the choice's name and [(actor or None, features)] at every choice.
    After the pass `sources` has {number of an attribution: Choice},.
    """

    heard: dict
    own: dict
    relatives: dict

    def __init__(self, mentions: list[Mention], parsed: "list[ParsedParagraph]",
                 decoded: "list[Attribution]", claims: dict[int, list[Mention]],
                 register: "Register",
                 before: "EntityResolver | None" = None,
                 trace: Callable | None = None):
        self.mentions, self.decoded = mentions, decoded
        self.claims, self.register = claims, register
        self.parsed, self.docs = parsed, [paragraph.doc for paragraph in parsed]
        self.speaker, self.spoke, self.sources = None, None, {}
        self.names = {mention.place: mention for mention in mentions if mention.kind == "name"}
        self.recent, self.last, self.latest, self.by_noun = [], {}, {}, defaultdict(dict)
        self.reached = (-1, -1)         # the place of the last mention so far
        self.votes, self.before = (before.heard, before.sources) if before else ({}, {})
        self.heard, self.linked = defaultdict(Counter), before.own if before else {}
        self.own, self.introduced, self.bare, self.trace = {}, {}, Counter(), trace
        self.scorers = scorers("entities")
        self.far = sorted((number for number, attribution in enumerate(decoded)
                           if attribution.distant or attribution.unnamed), key=self._begins,
                          reverse=True)
        self.joint, self.waiting = {}, defaultdict(list)
        self.relatives = dict(before.relatives) if before else {}
        for actor in register.actors:
            actor.mentions, actor.roles, actor.told = [], [], set()
            for name in actor.names if actor.kind == "body" else ():
                for word in name:
                    self.by_noun[word][actor] = None

    def run(self) -> "EntityResolver":
        """Settle everything; returns itself."""
        find = {"name": self._named, "pronoun": self._pronoun, "noun": self._noun}
        for mention in self.mentions:
            while self.far and self._begins(self.far[-1]) <= mention.place:
                self._assign_distant_speaker(self.far.pop())
            mention.settle(find[mention.kind](mention))
            if mention.actor is not None:
                self._note(mention)
            for number in mention.closes:
                self._assign_speaker(number)
        while self.far:
            self._assign_distant_speaker(self.far.pop())
        return self

    # What candidates ask

    def contains(self, number: int, mention: Mention) -> bool:
        """Whether the content of an attribution holds the mention."""
        paragraph = self.parsed[mention.paragraph]
        offset = paragraph.offsets(mention.head, mention.head + 1)[0]
        return any(start <= offset < end for start, end in self.decoded[number].content)

    def barred(self, mention: Mention) -> tuple:
        """Whom the third person does not mean: the speaker of the quotation it stands in."""
        settled = self.sources if mention.quoted in self.sources else self.before
        speaker = settled[mention.quoted].actor if mention.quoted in settled else None
        return () if speaker is None else (speaker, *speaker.members)

    def excluded(self, pronoun: Mention, actor: Actor) -> bool:
        """Whether the other pronouns that were led to an actor leave no doubt that one of this
        gender is not meant: at least three of the other gender, at least four for each of its
        own."""
        found = self._pronouns(pronoun, actor)
        other = found["f" if pronoun.label == "m" else "m"]
        return other >= _CERTAIN and other >= _TO_ONE * found[pronoun.label]

    def vote(self, pronoun: Mention, actor: Actor) -> str:
        """How the other pronouns that were led to an actor speak against one in gender: "against
        2", or "unknown"."""
        found = self._pronouns(pronoun, actor)
        balance = found[pronoun.label] - found["f" if pronoun.label == "m" else "m"]
        return "unknown" if balance > -.5 else f"against {min(round(-balance), 3)}"

    def _pronouns(self, pronoun, actor):
        """How many pronouns of each gender were led to an actor, weighed by how likely, but for
        this one."""
        before, now = self.votes.get(actor, _NONE), self.heard.get(actor, _NONE)
        linked, likely = self.linked.get(pronoun, (None, 0))
        return {gender: before[gender] + now[gender]
                - likely * (linked is actor and gender == pronoun.label) for gender in "mf"}

    # The choice

    def _choose(self, name, mention, options, otherwise, rule, why_none):
        """The `Choice` among the candidates and nobody; options: (actor, features), an actor may
        come twice."""
        scorer, best = self.scorers[name], {None: (self.scorers[name].score(otherwise), otherwise)}
        for actor, features in options:
            score = scorer.score(features)
            if actor not in best or score > best[actor][0]:
                best[actor] = score, features
        if self.trace is not None:
            self.trace(mention, name, [(actor, features) for actor, (_, features) in best.items()])
        shares = dict(zip(best, softmax([score for score, _ in best.values()])))
        first, second = (sorted(shares, key=shares.get, reverse=True) + [None])[:2]
        runner_up = second if first is not None else second
        return Choice(first, rule if first is not None else why_none, shares[first], runner_up,
                      shares[runner_up] if runner_up is not None else None, best[first][1])

    def _named(self, mention):
        candidates = self.register.candidates(mention)
        if candidates[0].kind == "other":
            return Choice(None, "the name is neither a person’s nor a body’s")
        if mention.gender:
            candidates = [actor for actor in candidates
                          if actor.gender in (None, mention.gender)] or candidates
        if len(candidates) == 1:
            found = Choice(candidates[0], "name.known")
        else:
            found = self._choose("name", mention,
                                 [(actor, self._of_name(mention, actor)) for actor in candidates],
                                 [("nobody", "yes")], "name.shared", "name.shared")
            found = found if found.actor else Choice(candidates[0], "name.shared")
        self.bare[found.actor] += len(mention.words) == 1
        return found

    def _of_name(self, mention, actor):
        """The features of one of several who bear a name."""
        last = self.latest.get(actor)
        return [("paragraph", "none" if last is None else "same"
                 if last.paragraph == mention.paragraph else "before"),
                ("bare", amount(self.bare[actor])), ("seen", amount(len(actor.mentions))),
                ("latest", str(last is not None and last.place == self.reached))]

    def _noun(self, mention):
        return (self._identified(mention) or self._named_body(mention) or self._of_owner(mention)
                or self._pair(mention) or self._issuer(mention) or self._described(mention)
                or self._again(mention) or self._introduced(mention))

    def _described(self, mention):
        """Whom a definite description speaks of again, or None."""
        if not mention.definite or mention.possessed:
            return None
        choice = "body" if mention.type == "body" else "description"
        found = self._choose(choice, mention, descriptions.options(mention, self),
                             descriptions.new(mention, self), "description.known",
                             "description.new")
        self.introduced[mention] = found
        return found if found.actor is not None else None

    def _identified(self, mention):
        """Whom a predicate or an apposition says something of: "I am the only doctor"; who is "a
        baker named Ilves"."""
        if mention.of is None:
            name = called(self.docs[mention.paragraph][mention.head])
            other = name is not None and self.names.get((mention.paragraph, name.i))
            actor = other and self.register.candidates(other)[0]
            return (Choice(actor, "description.identity")
                    if actor and actor.kind == mention.type else None)
        other = self.names.get((mention.paragraph, mention.of)) or self._at(mention.paragraph,
                                                                            mention.of)
        actor = other and (other.actor or self.register.candidates(other)[0])
        if actor and mention.plural == (actor.kind in ("group", "people", "joint")):
            return Choice(actor, "description.identity")
        return (Choice(None, "said of nobody who is followed") if mention.clause == "predicate"
                else None)

    def _named_body(self, mention):
        """The body whose name stands before what it is, "the Harbour Union party"; or None."""
        if mention.words[0] not in words("entities.body_kinds") or mention.plural:
            return None
        return next((Choice(other.actor, "description.identity") for other in self.recent[-4:]
                     if other.kind == "name" and other.actor.kind == "body"
                     and other.paragraph == mention.paragraph and other.last == mention.head), None)

    def _pair(self, mention):
        """Whom "the pair" means: the last two who were named in a row; or None."""
        many = 2 * (mention.words[0] in words("entities.pairs")) or 3 * (mention.words[0] == "trio")
        if not many or not mention.definite or mention.possessed:
            return None
        return next((Choice(other.actor, "description.pair") for other in reversed(self.recent)
                     if mention.sentence - other.sentence <= descriptions.REACH
                     and len(other.actor.members) == many), None)

    def _issuer(self, mention):
        """Who speaks in "the statement said": who "issued a statement" or "said in a statement"
        just before; or None."""
        noun = mention.words[0]
        if (mention.attribution is None or noun not in words("entities.issued")
                or not mention.definite or mention.roles[0].text.lower() != noun):
            return None
        for other in reversed(self.recent[-20:]):
            if mention.sentence - other.sentence > 2:
                break
            token = self.docs[other.paragraph][other.head]
            verb = governor(token)
            if (other.sentence < mention.sentence and other.quoted is None
                    and other.clause == "subject"
                    and other.actor.kind in ("person", "role", "body", "group", "joint")
                    and any(word.lemma_.lower() == noun and governor(word) == verb
                            for word in token.sent)):
                return Choice(other.actor, "description.owner")
        return None

    def _again(self, mention):
        """Who was called the same before; of a bare "the survey", "the pilot", the one there is
        without a name; or None."""
        form = mention.form
        if not (mention.plural or mention.definite) or mention.possessed:
            return None
        called = self.by_noun.get(mention.words[0], ())
        same = next((actor for actor in called if actor.phrase == form), None)
        if same is None and form == (mention.words[0], mention.plural) and not mention.plural:
            one, *more = [*islice((actor for actor in called if not actor.plural), 2)] or [None]
            same = one if one and not more and one.kind in ("document", "role") else None
        return same and Choice(same, "description.same")

    def _introduced(self, mention):
        """Somebody new, or nobody where a thing is said to speak."""
        if mention.attribution is not None and not self._may_speak(mention):
            return Choice(None, NO_VOICE)
        kind = {"group": "group", "document": "document", "body": "body"}.get(mention.type, "role")
        actor = Actor(kind, phrase=mention.form, gender=mention.gender, plural=mention.plural,
                      owner=self._owner(mention))
        weighed = self.introduced.get(mention)
        if weighed is None:
            return Choice(actor, "description.new")
        return Choice(actor, "description.new", weighed.probability, weighed.runner_up,
                      weighed.runner_up_probability, weighed.features)

    def _may_speak(self, mention):
        return speaks(self.docs[mention.paragraph], mention.head,
                      self.decoded[mention.attribution].lemma)

    def _of_owner(self, mention):
        """Who is meant by "his mother", "the pilot’s uncle", "her letter said"; None without an
        owner."""
        owner = self._owner(mention)
        possessor = owner or self._possessor(mention)
        if possessor is None:
            return None
        phrase, noun = mention.roles[0], mention.words[0]
        if (mention.attribution is not None and not phrase.individual
                and noun not in COLLECTIVE and not mention.plural
                and (not phrase.known or mention.type == "document")
                and (possessor.kind in ("person", "joint", "role")
                     or possessor.kind == "body" and noun in words("entities.issued"))):
            return Choice(possessor,
                          "description.owner")      # "the mayor's plan calls for": the mayor does
        relative = self._relation(mention, possessor)
        if relative is not None:
            return Choice(relative, "description.kin")
        again = next((actor for actor in self.by_noun.get(noun, ()) if owner is not None
                      and actor.phrase == mention.form and actor.owner is owner), None)
        return again and Choice(again, "description.same_owner")

    def _relation(self, mention, owner):
        """Of "the pilot’s uncle" after a sentence about one of the pilot’s surname: that relative;
        else None."""
        if owner.kind != "person" or mention.words[0] not in words("entities.kin"):
            return None
        known = _kinship(owner, mention.roles[0])
        if known not in self.relatives:
            surnames = {name[-1] for name in owner.names}
            near = (other for other in reversed(self.recent)
                    if mention.sentence - other.sentence <= 1
                    and other.kind == "name" and len(other.words) > 1 and other.clause == "subject")
            found = next((other.actor for other in near if other.actor is not owner
                          and other.actor.kind == "person"
                          and other.words[-1].lower() in surnames
                          and other.actor.gender in (None, mention.gender)), None)
            if found is None:
                return None
            self.relatives[known] = found
        return self.relatives[known]

    def _note_relative(self, mention):
        """Keep whose relative a name is said to be, "his brother, Jon Karm"."""
        if mention.kind != "name" or mention.actor.kind != "person":
            return
        owners = [self._at(mention.paragraph, first) for first, _ in mention.spans]
        owner = next((one for one in owners if one and one.clause == "possessive"), None)
        for role in mention.roles if owner else ():
            if role.noun in words("entities.kin"):
                self.relatives[_kinship(owner.actor, role)] = mention.actor

    def _owner(self, mention):
        """Whose "his mother" is: the actor of the possessive pronoun at the front of a noun phrase,
        or None."""
        other = self._at(mention.paragraph, mention.first)
        return (other.actor if other and other.kind == "pronoun"
                and other.clause == "possessive" else None)

    def _possessor(self, mention):
        """The actor of the name or noun in the genitive that begins a noun phrase, or None."""
        return next((other.actor for other in reversed(self.recent[-4:])
                     if other.paragraph == mention.paragraph
                     and mention.first <= other.first and other.last < mention.head
                     and other.clause == "possessive"), None)

    def _at(self, paragraph, head):
        """The mention that the token of that number heads, if it is among the last ones."""
        return next((other for other in reversed(self.recent[-8:])
                     if other.paragraph == paragraph and other.head == head), None)

    def _pronoun(self, mention):
        if mention.label == "who":
            return self._relative(mention)
        if mention.label in ("i", "we"):
            if mention.quoted is None:
                return Choice(None, "the reporter’s own “I” or “we”")
            if mention.quoted not in self.sources:
                self.waiting[mention.quoted].append(mention)
            return Choice(self._speaker_of(mention.quoted), "pronoun.speaker_of_quotation")
        if self._several(mention):
            return Choice(self.speaker, "pronoun.salience")
        name = pronouns.ahead(mention, self) if mention.label in "mf" else None
        actor = name and self.register.candidates(name)[0]
        if (actor and pronouns.agrees(mention.label, actor)
                and not self.vote(mention, actor).startswith("against")):
            return Choice(actor, "pronoun.ahead")
        found = self._choose(pronouns.CHOICES[mention.label], mention,
                             pronouns.options(mention, self),
                             pronouns.nobody(mention), "pronoun.salience",
                             "nobody fits the pronoun")
        if mention.label in "mf" and found.actor is not None:
            self.heard[found.actor][mention.label] += found.probability
            self.own[mention] = found.actor, found.probability
        return found

    def _several(self, mention):
        """Whether a "they" that speaks is the several who spoke last, named in its paragraph."""
        return (mention.label == "they" and mention.attribution is not None
                and mention.quoted is None and self.speaker is not None
                and bool(self.speaker.members)
                and self.speaker.mentions[-1].paragraph == mention.paragraph)

    def _relative(self, mention):
        """Who "who", "which" and "that" are: the noun or name that the clause belongs to."""
        doc = self.docs[mention.paragraph]
        here = [other for other in reversed(self.recent[-8:])
                if other.paragraph == mention.paragraph]
        near = next((other for other in here[:3] if mention.head - other.last in (0, 1)
                     and other.actor.individual), None)
        head = antecedent_noun(doc[mention.head])
        for other in here:
            if other.head == head or other.last <= mention.head if head is None else \
                    other.head == head or other.first <= head < other.last:
                if near is not None and near is not other and coordinated(doc[near.head],
                                                                          doc[other.head]):
                    return Choice(near.actor, "pronoun.relative")
                if other.kind == "noun" and mention.attribution is not None and not speaks(
                        doc, other.head, self.decoded[mention.attribution].lemma):
                    return Choice(None, NO_VOICE)
                return Choice(other.actor, "pronoun.relative")
        return Choice(near.actor,
                      "pronoun.relative") if near else Choice(None, "nobody fits the pronoun")

    def _note(self, mention):
        actor = mention.actor
        actor.mentions.append(mention)
        self._note_relative(mention)
        said = (mention.kind == "name" and actor.kind in ("person", "body")
                or actor.phrase or mention.choice.why == "description.identity")
        said = said and not (mention.issued or mention.supposed)
        for role in mention.roles if said else ():
            told = role.text, mention.quoted is None
            if told not in actor.told:
                actor.told.add(told)
                actor.roles.append(role)
                for word in (role.noun, *role.noun.split()):
                    self.by_noun[word].setdefault(actor, None)
        if mention.of is None:
            self._last(actor, mention)
            self._together(mention)

    def _together(self, mention):
        """Note the people that a row of names brings in, "Ilves and Karm", whom "they" may mean."""
        token = self.docs[mention.paragraph][mention.head]
        if (mention.kind != "name" or not is_conjunct(token) or not mention.actor.individual
                or any(map(is_conjunct, token.children))):
            return
        row = [other for other in self.recent[-8:] if other.paragraph == mention.paragraph
               and other.kind == "name" and other.actor.individual
               and coordinated(self.docs[other.paragraph][other.head], token)]
        people = list(dict.fromkeys(other.actor for other in row))
        if len(people) > 1:
            actor = self._several_as_one(people)
            self._last(actor, replace(row[0], last=mention.last, attribution=None, actor=actor))

    def _several_as_one(self, people):
        return self.joint.setdefault(frozenset(people),
                                     Actor("joint", plural=True, members=tuple(people)))

    def _last(self, actor, mention):
        self.last[actor], self.latest[actor] = mention.place, mention
        self.reached = max(self.reached, mention.place)
        self.recent.append(mention)
        if len(self.recent) > 2 * _KEPT:
            del self.recent[:_KEPT]

    # Who speaks

    def _speaker_of(self, number):
        """Who is heard in an attribution, or None where that is not settled yet."""
        return self.sources[number].actor if number in self.sources else None

    def _begins(self, number):
        """(paragraph, token) where the content of a quotation without a source of its own
        begins."""
        attribution = self.decoded[number]
        paragraph, start = self.parsed[attribution.paragraph], attribution.content[0][0]
        low, high = 0, len(paragraph.doc)
        while low < high:
            middle = (low + high) // 2
            if paragraph.offsets(middle, middle + 1)[0] < start:
                low = middle + 1
            else:
                high = middle
        return attribution.paragraph, low

    def _assign_distant_speaker(self, number):
        """A quotation without cue goes to whom its paragraph has just brought in, or the one before
        it, else goes on."""
        paragraph, first = self._begins(number)
        narrated = [mention for mention in self.recent if mention.quoted is None
                    and mention.clause in _SPEAKERS
                    and mention.actor.kind in ("person", "role", "joint")]
        here = [mention for mention in narrated if mention.paragraph == paragraph]
        here = here or [mention for mention in narrated
                        if mention.paragraph == paragraph - 1] if first < 2 else here
        if here:
            found = Choice(here[-1].actor, "speaker.paragraph")
        elif self.decoded[number].distant and self.speaker is not None:
            found = Choice(self.speaker, "speaker.last")
        else:
            found = Choice(None, "no source named")
        self._settle_speaker(number, found, None)
        self.speaker = found.actor or self.speaker

    def _assign_speaker(self, number):
        """Settle the source of an attribution once its last mention has its actor; people in a row
        speak as one."""
        row = [mention for mention in self.claims[number] if mention.actor is not None]
        main = self.claims[number][0]
        if main.actor is None and row and main.kind == "name":
            main = row[0]
        if main.actor is None:
            self._settle_speaker(number, self._instead(number, main), main)
            return
        doc = self.docs[main.paragraph]
        people = list(dict.fromkeys(mention.actor for mention in row if mention is main or
                                    mention.of is None
                                    and coordinated(doc[mention.head], doc[main.head])))
        actor = main.actor
        if len(people) > 1 and all(one.kind in ("person", "body", "place") for one in people):
            actor = self._several_as_one(people)
            actor.mentions.append(main)
            self._last(actor, Mention(main.paragraph, main.first, row[-1].last, main.head, "name",
                                      main.sentence,
                                      main.clause, actor=actor, attribution=number))
        self.speaker, self.spoke = actor, main.paragraph
        self._settle_speaker(number, main.choice.of(actor), main)

    def _instead(self, number, main):
        """A quotation whose subject is a thing ("No, the raids must go on") is still the
        paragraph's last speaker's."""
        if (main.choice.why == NO_VOICE and self.decoded[number].quoted_spans
                and self.spoke == main.paragraph):
            return Choice(self.speaker, "speaker.last")
        return main.choice

    def _settle_speaker(self, number, choice, mention):
        self.sources[number] = speaker_choice(self.decoded[number], mention, choice)
        if choice.actor is not None and not choice.actor.mentions:
            choice.actor.mentions.append(self.latest[choice.actor])
        for other in self.waiting.pop(number, ()) if choice.actor is not None else ():
            other.settle(Choice(choice.actor, "pronoun.speaker_of_quotation"))
            choice.actor.mentions.append(other)


def _kinship(owner, role):
    """What tells one relative of somebody from another: "his second wife", "Pell's second wife"."""
    own = descriptions.GENITIVE.split(role.text.lower())[-1]
    return owner, role.noun, own

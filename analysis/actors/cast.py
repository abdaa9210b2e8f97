"""One walk through the article that gives every mention its actor; a first walk only learns who is "he" and who "she"."""
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

from analysis.actors.find import mentions as find, root
from analysis.actors.naming import christen
from analysis.actors.names import Register, key
from analysis.actors.walk import FAR, Walk


@dataclass
class Cast:
    """actors: in order of first mention, each with its `name`. mentions: of all passages, in order of the text.
    sources: {number of an act: (Actor or None, why)}. listed: actors that have a row among the speakers because a person
    says so (`analysis.corrections`)."""

    actors: list
    mentions: list
    sources: dict
    listed: frozenset = frozenset()

    def __post_init__(self):
        self._heads = [mention.place for mention in self.mentions]

    def inside(self, passage, span):
        """The mentions whose heads are tokens doc[first:last] of a passage; span: (first, last)."""
        low, high = (bisect_left(self._heads, (passage, i)) for i in span)
        return self.mentions[low:high]


def cast(article):
    """The `Cast` of an Article."""
    acts, passages = article.acts, article.passages
    sources = {}
    for number, act in enumerate(acts):
        if act.source_tokens and act.why != FAR:
            sources.setdefault(act.source_tokens[0], []).append((act.source_tokens[1:], number))
    found, claims = {}, {}
    known = None
    surnames = {entity[-1].lower_ for passage in passages for entity in passage.doc.ents
                if entity.label_ == "PERSON" and len(entity) > 1}
    firsts = [0, *accumulate(sum(1 for _ in passage.doc.sents) for passage in passages)]
    heading = {index for index, passage in enumerate(passages)
               if passage.kind in ("heading", "title") or _capitalised(passage.doc)}
    # Who wrote the article is not somebody it speaks of.
    spoken = (index for index, passage in enumerate(passages) if passage.kind != "byline")
    for index in sorted(spoken, key=lambda index: index in heading):
        if index in heading and known is None:
            known = {key(mention.words) for here in found.values() for mention in here if mention.kind == "name"}
        spans = sources.get(index, ())
        here = find(passages[index], index, firsts[index], [span for span, _ in spans], surnames, known)
        for span, number in spans:
            claims[number] = _claim(here, span, number, passages[index].doc)
        found[index] = here
    found = [mention for index in sorted(found) for mention in found[index]]
    claims = {number: row for number, row in claims.items() if row}
    _mark_quoted(found, article)
    register = Register(found)
    _agree(register, found)
    votes = Walk(found, passages, acts, claims, register).run()
    for actor, count in votes.items():
        if actor.gender is None and count["m"] != count["f"]:
            actor.gender = "m" if count["m"] > count["f"] else "f"
    walk = Walk(found, passages, acts, claims, register)
    walk.run()
    actors = list(dict.fromkeys(mention.actor for mention in found if mention.actor is not None))
    actors = list(dict.fromkeys([*actors, *(actor for actor, _ in walk.sources.values() if actor is not None)]))
    for actor in actors:
        actor.mentions.sort(key=lambda mention: mention.place)
    christen(actors)
    return Cast(actors, found, walk.sources)


def _capitalised(doc):
    """Whether a short paragraph has capitals on nearly all its longer words and its verbs, as headings have, so that
    capitals tell no name."""
    if any(token.pos_ in ("VERB", "AUX") and token.text.islower() for token in doc):
        return False
    words = [token.text for token in doc if token.is_alpha and len(token) > 3]
    return len(doc) < 25 and len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _claim(mentions, span, number, doc):
    """The mentions in an act's source, the one that heads the phrase first; they are marked with the act."""
    first, last = span
    top = root(doc, first, last)
    inside = [mention for mention in mentions if first <= mention.head < last or mention.first < last and first < mention.last
              and mention.kind == "name" or any(a <= top < b for a, b in mention.spans)]
    if not inside:
        return []
    main = min(inside, key=lambda mention: (mention.head != top, not mention.first <= top < mention.last,
                                            not any(a <= top < b for a, b in mention.spans), mention.head))
    if main.kind == "noun" and not main.label:
        # a parse that takes the tail of "Osric Pell, and his voice breaks" for the head
        main = next((mention for mention in inside if mention.label == "person" and mention.clause != "possessive"
                     and mention.first < main.first), main)
    bracket = next((i for i in range(first, last) if doc[i].text == "("), None)
    if bracket is not None and main.head > bracket:
        # a parse that takes the party of "Ada Lorn (Greens)" for the head
        main = next((mention for mention in reversed(inside) if mention.last <= bracket and mention.clause != "possessive"), main)
    main.act = number if main.act is None else main.act
    inside[-1].closes.append(number)
    return [main, *(mention for mention in inside if mention is not main)]


def _mark_quoted(mentions, article):
    """Tells every mention the act whose quotation holds it, innermost first."""
    stretches = sorted((start, end, number) for number, act in enumerate(article.acts) if act.stretches
                       for start, end in act.content)
    if not stretches:
        return
    open_, k = [], 0
    for mention in mentions:
        offset = article.passages[mention.passage].offsets(mention.head, mention.head + 1)[0]
        while k < len(stretches) and stretches[k][0] <= offset:
            open_.append(stretches[k])
            k += 1
        open_ = [stretch for stretch in open_ if stretch[1] > offset]
        inside = [stretch for stretch in open_ if stretch[0] <= offset]
        if inside:
            mention.quoted = max(inside)[2]


def _agree(register, mentions):
    """Gives actors the gender that titles and role nouns state and the roles said of them anywhere."""
    votes = {}
    for mention in mentions:
        if mention.kind == "name" and mention.gender:
            candidates = register.candidates(mention)
            if len(candidates) == 1:
                votes.setdefault(candidates[0], Counter())[mention.gender] += 1
    for actor, count in votes.items():
        if count["m"] != count["f"]:
            actor.gender = "m" if count["m"] > count["f"] else "f"

"""One walk through the article that gives every mention its actor; a first walk only learns who is
"he" and who "she"."""
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from analysis.entities.choice import Choice
from analysis.entities.lexicon import given_names
from analysis.entities.mention_finder import mentions as find
from analysis.entities.mention_finder import root
from analysis.entities.names import Register, key
from analysis.entities.naming import christen
from analysis.entities.resolver import EntityResolver
from analysis.lexicons import words
from analysis.syntax import VERBS, agent, obliques, reduced_clauses
from analysis.system.registry import ArticleLike

if TYPE_CHECKING:
    from analysis.entities.mention import Mention

_SOON = 3       # sentences in which who "she" is was named
_BEFORE = 20    # mentions
VOICED = ("subject", "agent", "passive subject", "possessive", "apposition")
NOBODY = Choice(None, "no source named")


@dataclass
class Entities:
    """actors: in order of first mention, each with its `name`. mentions: of all passages, in order
    of the text. sources: {number of an attribution: `Choice`}. listed: actors that have a row among
    the speakers because a person says so (`analysis.corrections`)."""

    actors: list
    mentions: list
    sources: dict
    listed: frozenset = frozenset()

    def __post_init__(self):
        self._heads = [mention.place for mention in self.mentions]

    def source(self, number: int) -> Choice:
        """The `Choice` of who is heard in the attribution of that number."""
        return self.sources.get(number, NOBODY)

    def inside(self, paragraph: int, span: tuple[int, int]) -> "list[Mention]":
        """The mentions whose heads are tokens doc[first:last] of a passage; span: (first, last)."""
        low, high = (bisect_left(self._heads, (paragraph, i)) for i in span)
        return self.mentions[low:high]


def entities(article: ArticleLike, trace: Any = None) -> Entities:
    """The `Entities` of an Article; trace: see `EntityResolver`."""
    decoded, parsed = article.decoded, article.parsed
    sources = {}
    for number, attribution in enumerate(decoded):
        if attribution.source_tokens and not attribution.distant:
            sources.setdefault(attribution.source_tokens[0],
                               []).append((attribution.source_tokens[1:], number))
    found, claims = {}, {}
    known = None
    surnames = {surname for paragraph in parsed for surname in _surnames(paragraph.doc)}
    firsts = [0, *accumulate(_sentences(paragraph) for paragraph in parsed)]
    heading = {index for index, paragraph in enumerate(parsed)
               if paragraph.kind in ("heading", "title") or _capitalised(paragraph.doc)}
    # Who wrote the article is not somebody it speaks of.
    spoken = (index for index,
              paragraph in enumerate(parsed) if paragraph.kind != "byline" and not paragraph.apart)
    for index in sorted(spoken, key=lambda index: index in heading):
        if index in heading and known is None:
            known = {key(mention.words) for here in found.values() for mention in here
                     if mention.kind == "name"}
        spans = sources.get(index, ())
        here = find(parsed[index], index, firsts[index], [span for span, _ in spans], surnames,
                    known)
        for span, number in spans:
            says = _says(parsed, decoded[number])
            claims[number] = _claim(here, span, number, parsed[index].doc, says)
        found[index] = here
    mentions = [mention for index in sorted(found) for mention in found[index]]
    claims = {number: row for number, row in claims.items() if row}
    _mark_quoted(mentions, article)
    _mark_unexplained(mentions)
    register = Register(mentions)
    _agree(register, mentions)
    first = EntityResolver(mentions, parsed, decoded, claims, register).run()
    walk = EntityResolver(mentions, parsed, decoded, claims, register, first, trace).run()
    actors = list(dict.fromkeys(mention.actor for mention in mentions if mention.actor is not None))
    actors = list(dict.fromkeys([*actors, *(choice.actor for choice in walk.sources.values()
                                            if choice.actor)]))
    for actor in actors:
        actor.mentions.sort(key=lambda mention: mention.place)
    christen(actors)
    return Entities(actors, mentions,
                    {number: choice.settled() for number, choice in walk.sources.items()})


def _surnames(doc):
    """Yields the last words of the people named in full, as the recogniser has them or behind a
    first name, lower case."""
    yield from (entity[-1].lower_ for entity in doc.ents
                if entity.label_ == "PERSON" and len(entity) > 1)
    given = given_names()
    for token in doc[:-1]:
        if token.pos_ == "PROPN" and token.lower_ in given and token.text.istitle():
            after = doc[token.i + 1]
            if after.pos_ == "PROPN" and after.is_alpha and after.text[0].isupper():
                yield after.lower_


def _sentences(paragraph):
    """How many sentences a paragraph puts between two mentions: none where it is no part of the
    text or has no words."""
    if paragraph.apart or not any(token.is_alpha for token in paragraph.doc):
        return 0
    return sum(1 for _ in paragraph.doc.sents)


def _capitalised(doc):
    """Whether a short paragraph has capitals on nearly all its longer words and its verbs, as
    headings have, so that capitals tell no name."""
    if any(token.pos_ in ("VERB", "AUX") and token.text.islower() for token in doc):
        return False
    longer = [token.text for token in doc if token.is_alpha and len(token) > 3]
    return len(doc) < 25 and len(longer) > 2 and sum(word[0].isupper()
                                                    for word in longer) >= 0.8 * len(longer)


def _says(parsed, attribution):
    """Whether the cue of an attribution is a verb."""
    return attribution.cue_tokens is not None and any(
        token.pos_ in VERBS for token in parsed[attribution.cue_tokens[0]].doc[
            slice(*attribution.cue_tokens[1:])])


def _claim(mentions, span, number, doc, says):
    """The mentions in the source of an attribution, the one that heads the phrase first; they are
    marked with its number. says: whether its cue is a verb."""
    first, last = span
    top = root(doc, first, last)
    inside = [mention for mention in mentions if first <= mention.head < last
              or mention.first < last and first < mention.last
              and mention.kind == "name" or any(a <= top < b for a, b in mention.spans)]
    if not inside:
        return []
    main = min(inside, key=lambda mention: (mention.head != top,
                                            not mention.first <= top < mention.last,
                                            not any(a <= top < b for a, b in mention.spans),
                                            mention.head))
    if main.kind == "noun" and not main.label:
        # a parse that takes the tail of "Osric Pell, and his voice breaks" for the head
        main = next((mention for mention in inside if mention.label == "person"
                     and mention.clause != "possessive"
                     and mention.first < main.first), main)
    issuer = _issuer(doc[main.head]) if main.kind == "noun" else None
    main = next((mention for mention in inside if mention.head == issuer), main)
    bracket = next((i for i in range(first, last) if doc[i].text == "("), None)
    if bracket is not None and main.head > bracket and main.label != "person":
        # a parse that takes the party of "Ada Lorn (Greens)" for the head
        main = next((mention for mention in reversed(inside) if mention.last <= bracket
                     and mention.clause != "possessive"), main)
    main.attribution = number if main.attribution is None else main.attribution
    if says and main.clause not in VOICED:
        main.clause = "subject"     # a parse that takes who speaks for an object
    inside[-1].closes.append(number)
    return [main, *(mention for mention in inside if mention is not main)]


def _issuer(noun):
    """The token of who issued a statement or a letter: "a statement by the club", "a letter from
    Ada Lorn", "an e-mail sent by her"; None where nobody is said to have."""
    if noun.lemma_.lower() not in words("entities.issued"):
        return None
    sent = [whom for clause in reduced_clauses(noun) if (whom := agent(clause)) is not None]
    return next((body.i for body in (*sent, *obliques(noun, ("by", "from")))), None)


def _mark_quoted(mentions, article):
    """Tells every mention the act whose quotation holds it, innermost first."""
    quoted_spans = sorted((start, end, number) for number, attribution in enumerate(article.decoded)
                          for start, end in _verbatim(article, attribution))
    if not quoted_spans:
        return
    open_, k = [], 0
    for mention in mentions:
        offset = article.parsed[mention.paragraph].offsets(mention.head, mention.head + 1)[0]
        while k < len(quoted_spans) and quoted_spans[k][0] <= offset:
            open_.append(quoted_spans[k])
            k += 1
        open_ = [quoted_span for quoted_span in open_ if quoted_span[1] > offset]
        inside = [quoted_span for quoted_span in open_ if quoted_span[0] <= offset]
        if inside:
            mention.quoted = max(inside)[2]


def _mark_unexplained(mentions):
    """Tells the names of which one must be who "she" is: before a pronoun that the recogniser and
    the role nouns find nobody for."""
    for place, pronoun in enumerate(mentions):
        if pronoun.kind != "pronoun" or pronoun.label not in ("m", "f"):
            continue
        near = [mention for mention in mentions[max(place - _BEFORE, 0):place]
                if pronoun.sentence - mention.sentence <= _SOON]
        if not any(mention.label == "person" or mention.type == "person" or mention.gender
                   for mention in near):
            for mention in near:
                mention.needed = mention.kind == "name" and (mention.source
                                                             or mention.clause in VOICED)


def _verbatim(article, attribution):
    """The pieces of what is said that are the speaker's own words."""
    if attribution.kind == "direct":
        return attribution.content
    return [article.quoted_spans[number].outer for number in attribution.quoted_spans]


def _agree(register, mentions):
    """Gives actors the gender that titles and role nouns state and the roles said of them
    anywhere."""
    votes = {}
    for mention in mentions:
        if mention.kind == "name" and mention.gender:
            candidates = register.candidates(mention)
            if len(candidates) == 1:
                votes.setdefault(candidates[0], Counter())[mention.gender] += 1
    for actor, count in votes.items():
        if count["m"] != count["f"]:
            actor.gender = "m" if count["m"] > count["f"] else "f"

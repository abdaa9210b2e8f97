"""What a number counts: the noun phrase it modifies, the one after "of", or, where the noun is left out, the one that
the nearest earlier count has."""
import re

from analysis.numbers.statements import directions

_SKIP = {"more", "other", "additional", "further", "fewer", "less", "extra", "such", "of", "the"}
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_INNER = {"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNS", "NNP", "NNPS", "HYPH", "CD", "POS", "RB", "RBS", "RBR", ",", "AFX",
          "FW", "``", "''", "''"}
_SERIES = re.compile(r"-?,? ?(?:(?:and|or|to|even|at|least|most|more|less|fewer|than|about|around|perhaps|maybe|"
                     r"possibly)[ ,]{1,2})*$")
_PARENT = re.compile(r"(?:mum|mom|mother|dad|father|parent)-of-$", re.I)
_SPAN = re.compile(r"(?:day|week|month|quarter|half|year|decade)s?$")
# What a bare number after "of" says the size of: "a workforce of 12,800"
_SIZED = {"population", "workforce", "staff", "crowd", "audience", "membership", "congregation", "readership", "circulation",
          "electorate", "garrison", "crew", "fleet", "squad", "turnout", "attendance", "enrolment", "enrollment"}
_PEOPLE = {"kill", "injure", "wound", "displace", "die", "arrest", "detain", "flee", "evacuate", "hospitalize", "hospitalise",
           "infect", "rescue", "drown", "employ", "live", "vote", "perish", "survive", "vaccinate", "imprison", "jail"}


def phrase(claim, doc):
    """(text of the counted noun phrase or None, index of the token after it)."""
    after = claim.last
    if after >= len(doc):
        return None, after
    if claim.unit and claim.form != "magnitude":
        return _measured(claim, doc)
    if _PARENT.search(doc.text, max(0, claim.start - 12), claim.start):
        return "children", after
    if doc[after].lower_ == "of" or (doc[after].lower_ in ("more", "fewer", "less") and after + 1 < len(doc)
            and doc[after + 1].lower_ == "of"):
        return _after_preposition(doc, after + 1 + (doc[after].lower_ != "of"))
    head = None if doc[after].lower_ in ("last", "next", "this") else _head(claim, doc)
    if head is None:
        return None, after
    return _text(doc, after, head), head + 1


def _measured(claim, doc):
    """What a measured amount is of: "10 percent of the population", "€3 billion in aid"."""
    after = claim.last
    if claim.kind in ("percent", "fraction", "money", "weight", "count", "area") and doc[after].lower_ in (
            ("of", "in") if claim.kind == "money" else ("of",)):
        noun, end = _after_preposition(doc, after + 1)
        if claim.kind == "money" and doc[after].lower_ == "in" and (
                noun is None or noun[0].isupper() or noun[0].isdigit() or _SPAN.search(noun)):
            return None, after
        return noun, end if noun else after
    return None, after


def _head(claim, doc):
    """The index of the head noun that follows the number, by the parse, or by the run of words before a noun's end."""
    after = claim.last
    if doc[after].lower_ == "times":
        return after
    if doc[after].text == "-" and after + 1 < len(doc) and doc[after + 1].is_alpha and not doc[after - 1].whitespace_:
        return after + 1
    for token in doc[claim.first:claim.last]:
        if token.dep_ in ("nummod", "compound", "amod", "nmod", "quantmod", "det", "npadvmod", "advmod"):
            head = token.head
            while head.dep_ in ("quantmod", "nummod") and head.i < after:
                head = head.head
            if head.i >= after and (head.tag_ in _NOUNS or _mistaken(token, head)) and head.i - after < 7 and all(
                    (word.tag_ in _INNER or word.lower_ == "and") and not _dash(word) for word in doc[after:head.i]):
                return _extend(doc, head.i)
    position, noun = after, None
    while position < len(doc) and doc[position].tag_ in _INNER and position - after < 7:
        if doc[position].tag_ == "," or _dash(doc[position]) or doc[position].is_sent_start and position > after:
            break
        if doc[position].tag_ in _NOUNS:
            noun = position
        elif noun is not None and doc[position].tag_ not in ("HYPH", "POS"):
            break
        position += 1
    return noun


def _mistaken(token, head):
    """Whether a plural noun was tagged as a verb: "seven miniature statuettes"."""
    return token.dep_ == "nummod" and head.tag_ == "VBZ" and head.lower_.endswith("s") and (
        head.dep_ not in ("ROOT", "relcl", "ccomp"))


def _dash(token):
    return token.text in "-–—" and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _extend(doc, head):
    """A singular head noun gives way to the noun right after it: the parse may stop inside a compound ("11 tent camps")."""
    while head + 1 < len(doc) and doc[head].tag_ in ("NN", "NNP", "NNPS") and doc[head + 1].tag_ in ("NN", "NNS"):
        head += 1
    return head


def _after_preposition(doc, start):
    """The noun phrase after a preposition at `start`, without its determiner."""
    if start >= len(doc):
        return None, start
    position, noun = start, None
    while position < len(doc) and position - start < 9:
        token = doc[position]
        if token.tag_ in _NOUNS:
            noun = position
        elif token.tag_ == "POS":
            noun = None
        elif token.tag_ == "HYPH" or noun is None and (
                token.tag_ in ("DT", "PRP$", "WP$", "PDT", "WDT") or token.tag_ in _INNER and token.tag_ != ","):
            pass
        else:
            break
        position += 1
    if noun is None and position > start and doc[position - 1].tag_ in ("JJ", "VBN") and (
            doc[start].lower_ in ("the", "its", "their")):
        noun = position - 1
    if noun is None:
        return None, start
    first = start
    while first < noun and doc[first].tag_ in ("DT", "PRP$", "WP$", "PDT", "WDT", "CD"):
        first += 1
    return _text(doc, first, noun), noun + 1


def _text(doc, first, head):
    while first < head and (doc[first].lower_ in _SKIP or doc[first].tag_ in ("HYPH", "``", "''", ",")):
        first += 1
    words = doc[first:head + 1]
    text = re.sub(r"\s+", " ", "".join(token.text_with_ws for token in words)).strip(" -–“”\"'’,")
    return text or None


def recover(claim, earlier, doc):
    """Give a bare count the noun (and the base of the rate) of the nearest earlier count, or people where the verb says so."""
    token = doc[claim.last - 1]
    earlier = [previous for previous in earlier[-6:] if previous.kind not in ("date", "time", "ordinal", "identifier", "age")]
    previous = claim.linked if claim.linked in earlier else earlier[-1] if earlier else None
    if previous and (previous is claim.linked or previous.unit and _carries_on(claim, previous, doc)):
        claim.unit, claim.kind, claim.per, claim.counted = previous.unit, previous.kind, previous.per, previous.counted
        return
    if own := _sized(token) or _changing(token):
        claim.counted = own
        return
    if token.dep_ not in ("nsubj", "nsubjpass", "attr", "dobj", "pobj", "conj", "acomp", "npadvmod", "ROOT", "appos"):
        return
    for previous in reversed(earlier[-4:]):
        if previous.kind in ("count", "rate") and previous.counted and previous.unit is None and "score" not in previous.notes:
            if sum(token.is_sent_start for token in doc[previous.last:claim.first + 1]) > 1:
                break
            claim.counted = previous.counted
            if previous.per and claim.per is None:
                claim.per = previous.per
            return
    verb = token.head
    if token.dep_ in ("nsubj", "nsubjpass", "dobj") and verb.lemma_.lower() in _PEOPLE:
        claim.counted = "people"


def _sized(token):
    """The noun that "of" and a bare number give the size of, or None."""
    of = token.head
    return of.head.lower_ if token.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_.lower() in _SIZED else None


def _changing(token):
    """What rises or falls to or from a bare number: "Derailments fell 9 %, to 1,021 from 1,122"; or None."""
    link = token.head
    if token.dep_ != "pobj" or link.lower_ not in ("to", "from"):
        return None
    verb = link.head.head if link.head.dep_ == "prep" else link.head
    if directions().get(verb.lemma_.lower()) is None:
        return None
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and child.tag_ == "NNS"), None)
    return _text(token.doc, subject.left_edge.i, subject.i).lower() if subject is not None and subject.n_rights == 0 else None


def ahead(claims, doc):
    """Give bare counts the noun of the count that ends their series: "four- and six-cylinder", "3 or at most 5 boats"."""
    for claim, following in reversed(list(zip(claims, claims[1:]))):
        bare = claim.kind == "count" and claim.unit is None and "score" not in claim.notes
        if bare and following.counted and following.kind == "count" and following.unit is None and _SERIES.match(
                doc.text[claim.end:following.start]) and (claim.counted is None or doc.text[claim.end] == "-"):
            claim.counted = following.counted


def _carries_on(claim, previous, doc):
    """Whether a bare number goes on from a measured one: "from 90 tonnes … to 55", "42 million euros, of which 15 million"."""
    if any(token.is_sent_start for token in doc[previous.last:claim.first + 1]) or claim.linked:
        return False
    before = doc[claim.first - 1]
    if previous.kind == "percent" and before.lower_ == "to" and doc[previous.first - 1].lower_ != "from":
        return False
    if claim.scale > 1:
        return previous.kind == "money" and previous.scale > 1 and before.lower_ in ("which", "to", "from", "or", "and", "than")
    verb = before.head
    return before.lower_ in ("to", "from", "by") and directions().get(verb.lemma_.lower()) is not None

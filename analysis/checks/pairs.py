"""Two figures for one thing.

Two figures are about one thing if the noun counted, the predicate, the place, the time and the
rate fit, or if the second points back to the first ("he corrected us: it had only been 180").
Candidates are found through keys (kind, unit, rate, noun), never by comparing all pairs. Figures
whose intervals overlap ("at least 50", "59") agree.
"""
from collections.abc import Iterator
from dataclasses import replace

from analysis.checks import directions
from analysis.checks.check import Check, figure, voice
from analysis.checks.claims import EVENTS, REPORTING, Checked, Claim
from analysis.checks.clauses import FIGURES
from analysis.checks.precision import apart, interval, known
from analysis.lexicons import words
from analysis.syntax import active_subjects, is_content, is_open_complement

_KINDS = ("count", "rate", "money", "distance", "weight", "area", "speed")
_OR = words("checks.pairs_or")
_CORRECTING = words("checks.pairs_correcting")
_UPDATING = words("checks.pairs_updating")
_SCOPE = words("checks.pairs_scope")
_OTHERS = words("checks.pairs_others")
_LIGHT_TRAITS = words("checks.pairs_light_traits")
_TALLIES = words("checks.pairs_tallies")
_MEMORY = 5      # how many earlier figures of a key are remembered
_REACH = 2       # sentences that a pointer looks back
_RETOLD = 5      # nouns, names and verbs that two sentences share which tell one event twice
_NEAR = 6        # tokens around a figure
_NAMED = ("GPE", "LOC", "FAC", "ORG", "EVENT")


def find(claims: list[Claim], article: Checked) -> Iterator[Check]:
    """The Checks of kind disputed, alternative, updated and scope of an article's Claims."""
    seen, previous = {}, []
    dated = {claim.row.sentence for claim in claims if claim.row.kind == "date"}
    for claim in claims:
        if claim.row.kind not in _KINDS or claim.row.tier != 1 or not claim.stands_in_prose:
            continue
        pointed = _antecedent(claim, previous)
        claim = _inherit(claim, pointed) if pointed else _normal(claim)
        key = claim.row.kind, _or_none(claim.row.unit), _or_none(claim.row.per), claim.head
        for earlier in [pointed] if pointed else reversed(seen.get(key, ())):
            if pointed and known(claim.row.change):
                reversed_ = next(directions.against(claim.row.change, earlier, claim))
                if not reversed_.holds:
                    yield reversed_
                    break
            if check := _compare(earlier, claim, bool(pointed), claim.row.sentence in dated):
                yield check
                break
        if claim.head is not None:
            seen.setdefault(key, []).append(claim)
            del seen[key][:-_MEMORY]
        previous = [*previous[-3:], claim]


def _or_none(value):
    return value if known(value) else None


def _normal(claim):
    """Deaths are people who died: an event's noun becomes a predicate of people."""
    if claim.head in EVENTS:
        return replace(claim, head="people", predicates=claim.predicates | {claim.head})
    if claim.head is None and claim.predicates & EVENTS:
        return replace(claim, head="people")
    return claim


def _inherit(claim, earlier):
    return replace(claim, head=earlier.head, traits=earlier.traits,
                   predicates=claim.predicates | earlier.predicates)


def _antecedent(claim, previous):
    """The earlier figure that a bare number with "it", "that" or "the toll" as its subject stands
    beside, or None."""
    if claim.pointer is None or claim.partitive or claim.low == 1:
        return None
    for earlier in reversed(previous):
        if _touching(earlier, claim):
            return None
        if earlier.partitive or earlier.low == 1:
            continue
        if (earlier.near(claim, _REACH) and (earlier.last <= claim.pointer.i
                                             or earlier.pointer == claim.pointer)
                and _or_none(earlier.row.unit) == _or_none(claim.row.unit)
                and {earlier.row.kind, claim.row.kind} <= {"count", "rate"} | {claim.row.kind}):
            return earlier
    return None


def _touching(earlier, later):
    """Whether no word stands between two figures: groups of one telephone number, a score."""
    return earlier.paragraph is later.paragraph and not any(word.isalpha()
                                                            for word in earlier.between(later))


def _compare(earlier, later, pointed, dated):
    one, other = earlier.row, later.row
    if (not apart(interval(earlier), interval(later)) or one.linked == other.number
        or other.linked == one.number
            or (one.negated, one.conditional, one.future) != (other.negated, other.conditional,
                                                              other.future)):
        return None
    if earlier.sentence == later.sentence and not pointed:
        return _offered(earlier, later) or _said_twice(earlier, later)
    if pointed:
        # "that number has risen to 50"
        stated = known(other.change) and later.pointer.lower_ not in _TALLIES
    else:
        stated = known(one.change) or known(other.change) or not _same(earlier, later)
    if stated:
        return None
    return _differ(earlier, later, pointed and dated)


def _offered(earlier, later):
    """"250,000 people, or even half a million": the article gives both."""
    gap = earlier.between(later)
    if "or" in gap and len(gap) <= 6 and _OR & set(gap):
        return _check("alternative", earlier, later, "the article offers both", .9)
    return None


def _said_twice(earlier, later):
    """"Police put the crowd at 10,000, the organisers at 50,000": two voices in one sentence."""
    voices = {_speaking(claim) for claim in (earlier, later)}
    if None in voices or len(voices) < 2 or not (later.head is None or later.head == earlier.head):
        return None
    return _check("disputed", earlier, later, "two voices disagree", .8)


def _speaking(claim):
    """The subject of the reporting verb that governs a figure, or None."""
    verb = claim.verb
    for _ in range(3):
        if verb is None:
            return None
        if verb.lemma_.lower() in REPORTING:
            return next((one.lower_ for one in active_subjects(verb) if one.lower_ != "it"), None)
        verb = (verb.head if verb.head.pos_ == "VERB"
                and (is_content(verb) or is_open_complement(verb)) else None)
    return None


def _same(earlier, later):
    """Whether noun, predicate, place and time of two figures in two sentences fit."""
    shared = earlier.predicates & later.predicates - {earlier.head}
    common = earlier.content & later.content - shared
    event = shared & EVENTS - {"infect"}             # cases are of any kind
    if (not shared or earlier.partitive or later.partitive
            or not _one_sort(earlier, later, event) or min(earlier.low, later.low) < 2
            or _of_others(earlier) or _of_others(later)):
        return False
    if (len(common) < _RETOLD and _elsewhere(earlier, later) or _elsewhen(earlier, later)
            or earlier.narrowed != later.narrowed):
        return False
    if event:
        return bool(common) or not earlier.told or not later.told
    told = {token.lemma_.lower() for token in later.sentence}
    return (len(common) > 2 and earlier.phrase == later.phrase and earlier.subject == later.subject
            and earlier.row.change == later.row.change
            and bool(voice(earlier) != voice(later) or _CORRECTING & told))


def _one_sort(earlier, later, event):
    """Whether nothing sets the things counted apart: of people to whom something happened, what one
    sentence says of them ("40 flood victims") may stand elsewhere in the other."""
    differing = earlier.traits ^ later.traits
    if not event or not differing:
        return not differing
    either = earlier.content & later.content | _LIGHT_TRAITS
    return all(trait in either or trait in (later if trait in earlier.traits else earlier).content
               for trait in differing)


def _of_others(claim):
    """Whether a sentence speaks of another event or of so many more: not "12 died and 14 more were
    hurt", of the 12, nor "a previous estimate put it at 12"."""
    for token in claim.sentence:
        before = token.doc[token.i - 1] if token.i else token
        counted = before.like_num and not claim.first <= before.i < claim.last
        figures = token.lower_ == "previous" and token.head.lemma_.lower() in FIGURES
        if token.lower_ in _OTHERS and not counted and not figures:
            return True
    return False


def _elsewhere(earlier, later):
    """Whether the two sentences name different places, people or bodies as what they are about."""
    names = [{token.text for token in claim.sentence if token.ent_type_ in _NAMED}
             for claim in (earlier, later)]
    return (all(names) and not set.intersection(*names)
            or earlier.places and later.places and not earlier.places & later.places)


def _elsewhen(earlier, later):
    """Whether the two sentences name different years."""
    years = [{token.text for token in claim.sentence if token.shape_ == "dddd"}
             for claim in (earlier, later)]
    return all(years) and not set.intersection(*years)


def _scoped(claim):
    """Whether a word near a figure says that it is of the whole country, or a total."""
    start, end = claim.sentence.start, claim.sentence.end
    near = claim.doc[max(claim.first - _NEAR, start):min(claim.last + _NEAR, end)]
    return any(token.lower_ in _SCOPE for token in near)


def _differ(earlier, later, moved):
    """The kind of difference between two figures for one thing."""
    lemmas = {token.lemma_.lower() for token in later.sentence}
    voices = {voice(earlier), voice(later)}
    if _scoped(earlier) != _scoped(later):
        return _check("scope", earlier, later, "one may be a part of the other", .6)
    if _CORRECTING & lemmas:
        return _check("disputed", earlier, later, "the second corrects the first", .9)
    if moved or _UPDATING & (lemmas | {token.lemma_.lower() for token in earlier.sentence}):
        return _check("updated", earlier, later, "the figure changed over time", .8)
    if len(voices) == 2:
        return _check("disputed", earlier, later, "two voices disagree", .8)
    return _check("disputed", earlier, later, "the article does not say why they differ", .6)


def _check(kind, earlier, later, remark, confidence):
    both = earlier.predicates | later.predicates
    one, other = (f"{figure(replace(claim, predicates=both))} ({voice(claim)})"
                  for claim in (earlier, later))
    return Check(kind, earlier, later, f"{one}, {other}: {remark}", confidence)

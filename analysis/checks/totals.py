"""Sums, parts and differences: parts against their total, a part against its whole, two values
against what lies between them; a rate against another rate or its period's total."""
from collections.abc import Iterator
from math import inf

from analysis.checks.check import Check, alike, arithmetic, figure, plain
from analysis.checks.claims import EVENTS, Checked, Claim
from analysis.checks.precision import interval, known
from analysis.lexicons import words
from analysis.syntax import is_negation

_YEAR_OF = {"day": (250, 366), "night": (300, 366), "week": (50, 53), "fortnight": (26, 26.1),
            "month": (12, 12),
            "quarter": (4, 4), "year": (1, 1)}
_DAY_OF = {"hour": (1 / 24, 1 / 24), "day": (1, 1), "night": (1, 1), "week": (5, 7),
           "fortnight": (10, 14), "month": (20, 31),
           "quarter": (62, 92), "year": (250, 366), "decade": (3650, 3653)}
_ADDABLE = ("count", "money", "weight", "distance", "area", "percent")
_ENDS = {":": {".", ";"}, "(": {")"}, "–": {"–", "—", "."}, "—": {"–", "—", "."},
         ",": {".", ";", ")"}}
_POINT = "percentage point"
_PERIOD_DISCOUNT = .5     # a year's subscription may cost less than twelve months', but not half


def find(claims: list[Claim], article: Checked) -> Iterator[Check]:
    """The Checks of kind sum, part, difference and rate of one sentence's Claims."""
    exact = [claim for claim in claims if claim.row.kind in _ADDABLE and claim.row.tier == 1
             and claim.exact]
    amounts = [claim for claim in exact if not known(claim.row.per)]
    yield from _sums(amounts)
    yield from _made_up(exact)
    yield from _parts(amounts)
    yield from _divided(amounts)
    yield from _differences(amounts)
    rates = [claim for claim in claims if known(claim.row.per) and claim.row.tier == 1
             and claim.exact]
    yield from _rates(rates)
    yield from _period(rates, claims)


def _sums(amounts):
    """"640 homes, 85 businesses and 12 public buildings …, 737 in all"; "six people: two men,
    three women and a child"."""
    for position, total in enumerate(amounts):
        before, after = amounts[:position][::-1], amounts[position + 1:]
        parts = None
        if _resumed(total, before):
            parts = _run(before)[::-1]
        elif _total(total):
            parts = _run(before)[::-1] or (_run(after) if _opened(total, after) else None)
        elif opened := _opened(total, after):
            parts = _run(after)
            parts = parts if _closed(parts, opened) else None
        if parts and parts[-1].last <= total.first and _verbal(parts[-1], total) and (
                total.doc[total.first - 1].lower_ == "of"):
            # "40 men and 12 women played a total of 107 games"
            continue
        if parts and len(parts) > 1 and alike(total, *parts) and not _open_list(total, parts):
            bounds = [sum(ends) for ends in zip(*map(interval, parts))]
            added = " + ".join(plain(part.low) for part in parts)
            yield arithmetic("sum", total, parts[0], bounds,
                             f"{added} = {plain(sum(part.low for part in parts))}",
                             .9, parts[1:])


def _made_up(amounts):
    """"The offer of $82 comprised $60 in cash and $22 in shares", which make it; "12 people,
    including 10 tourists and two pilots", which are no more than it."""
    for place, whole in enumerate(amounts):
        parts = _run(amounts[place + 1:])
        gap = whole.between(parts[0]) if parts else []
        exact = words("checks.totals_made_up") & set(gap)
        if len(gap) > 8 or not exact and not words("checks.totals_containing") & set(gap) or (
                not _closed(parts, ",") or not alike(whole, *parts) or exact and _open_list(
                    parts[0], parts[1:])
                or not (whole.row.kind == "money" or _of_one_class(whole, *parts))):
            continue
        low, high = (sum(ends) for ends in zip(*map(interval, parts)))
        added = " + ".join(plain(part.low) for part in parts)
        yield arithmetic("sum", whole, parts[0], (low, high if exact else inf),
                         f"{added} = {plain(sum(part.low for part in parts))}", .85, parts[1:])


def _of_one_class(whole, *parts):
    """Whether what is counted is people, or one thing throughout."""
    people = whole.head in ("people", None) and (whole.head or whole.predicates & EVENTS)
    return bool(people) or whole.head is not None and {part.head for part in parts} <= {
        whole.head, None}


def _total(claim):
    """Whether a figure is said to be a total."""
    after = " ".join(token.lower_ for token in claim.doc[claim.last:claim.last + 5])
    before = " ".join(token.lower_ for token in claim.doc[max(claim.first - 4,
                                                              0):claim.first]) + " "
    clear = after.partition(",")[0].partition(" and ")[0]
    return any(f" {cue} " in f" {clear} " for cue in words("checks.totals_after")) or any(
        before.endswith(f" {cue} ") or before == f"{cue} " for cue in words("checks.totals_before"))


def _resumed(total, before):
    """Whether the figure sums up a list before it: "640 homes, 85 shops and 12 barns, or 737
    properties"."""
    gap = before[0].between(total) if len(before) > 2 else []
    return gap[-2:] == [",", "or"] and "and" in before[1].between(before[0])


def _opened(total, following):
    """The mark that opens a list of parts right after a total and its noun, or None."""
    gap = total.between(following[0]) if following else []
    fits = gap and len(gap) <= 5 and gap[-1] in (":", "–", "—", "(") and not {")", ","} & set(gap)
    return gap[-1] if fits else None


def _closed(parts, mark):
    """Whether the list ends as it should: "and" before the last part, after it the closing mark or
    the sentence's end."""
    if len(parts) < 2 or not {"and", "&", "plus"} & set(parts[-2].between(parts[-1])):
        return False
    rest = parts[-1].doc[parts[-1].last:parts[-1].sentence.end]
    return any(token.text in _ENDS[mark] for token in rest[:5])


def _run(amounts):
    """The amounts from the first on that stand in one enumeration."""
    run = amounts[:1]
    for claim in amounts[1:]:
        first, second = sorted((run[-1], claim), key=lambda one: one.first)
        gap = first.between(second)
        if len(gap) > 8 or not words("checks.totals_list") & set(gap) or "of" in gap[-2:] or any(
                token.pos_ in ("VERB", "AUX") for token in first.doc[first.last:second.first]):
            break
        run.append(claim)
    return run


def _open_list(total, parts):
    first, last = min(total.first, parts[0].first), max(total.last, parts[-1].last)
    return any(token.lower_ in words("checks.totals_incomplete")
               for token in total.doc[max(first - 2, 0):last + 2])


def _parts(amounts):
    """A part above its whole: "22 people, 31 of them children", "84 killed, including 110 women",
    "185 of the 154"."""
    for one, other in zip(amounts, amounts[1:]):
        gap, after = one.between(other), [token.lower_
                                          for token in other.doc[other.last:other.last + 2]]
        if not alike(one, other) or one.row.kind == "percent" or len(gap) > 10:
            continue
        if gap[:1] == ["of"] and set(gap[1:]) <= words("checks.totals_determiners"):
            part, whole = one, other
        elif after in (["of", "them"], ["of", "whom"],
                       ["of", "which"]) or gap[-2:] == ["of", "which"] or (
                words("checks.totals_including") & set(gap[-2:]) and not _verbal(one, other)):
            part, whole = other, one
        else:
            continue
        beside = {token.lower_ for token in part.doc[part.last:part.last + 2]}
        if beside & words("checks.totals_not_part") and part is other:
            continue
        holds = not interval(part)[0] > interval(whole)[1]
        yield Check("part", part, whole,
                    f"{figure(part)} would be part of {figure(whole)}: {plain(part.low)} is more "
                    f"than "
                    f"{plain(whole.high)}", .85, holds=holds)


def _divided(amounts):
    """Parts that together are above their whole: "£4.2m, of which £2.5m went to roads and £1.9m to
    schools"."""
    for whole, first, second in zip(amounts, amounts[1:], amounts[2:]):
        rest = {token.lower_ for token in second.doc[first.last:second.sentence.end]}
        if (whole.between(first)[-2:] != ["of", "which"] or not alike(whole, first, second)
                or whole.low <= max(first.low, second.low)
                or "and" not in first.between(second) or rest & words("checks.totals_not_part")):
            continue
        ends = [sum(pair) for pair in zip(interval(first), interval(second))]
        yield Check("sum", whole, first,
                    f"{plain(first.low)} + {plain(second.low)} = {plain(first.low + second.low)}, "
                    f"more than the {plain(whole.low)} that they are parts of", .85, (second,),
                    not ends[0] > interval(whole)[1])


def _verbal(one, other):
    """Whether a verb or a negation stands between: "included 12 kites, which it never sold, of
    40"."""
    return any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") or is_negation(token)
               for token in one.doc[one.last:other.first])


def _differences(amounts):
    """"led 46 to 38, 11 points", "from 40 to 55, an increase of 20", "18 points (58 per cent to
    40)", "21,380 votes to 15,260, a majority of 6,120", "415 votes, 65 more than the 350"."""
    for first, second, third in zip(amounts, amounts[1:], amounts[2:]):
        if _two_values(first, second) and third.first - second.last <= 8:
            between = second.between(third)
            named = (words("checks.differences_margin") & set(between[-4:])
                     and {"of", "by"} & set(between[-2:]))
            apposed = between and set(between) <= words("checks.differences_apposed") and (
                _unit_of(third) in words("checks.differences_points"))
            if named or apposed:
                yield from _difference(third, first, second)
        elif first.between(second)[-1:] == ["("] and _two_values(second, third) and (
                _unit_of(first) in words("checks.differences_points")):
            yield from _difference(first, second, third)
        elif (words("checks.differences_majority") & set(second.between(third)[-3:])
                and second.between(third)[-1:] == ["of"]):
            yield from _difference(third, first, second)
        elif _more_than(second, third):
            yield from _difference(second, first, third)


def _unit_of(claim):
    said = claim.row.counted if known(claim.row.counted) else claim.row.unit
    return said.split()[-1] if known(said) and said else ""


def _more_than(gap, base):
    """Whether a figure is how many more or fewer than another one: "65 more than the 350"."""
    after = [token.lower_ for token in gap.doc[gap.last:base.first]]
    return len(after) <= 4 and after[:1] in (["more"], ["fewer"],
                                             ["less"]) and after[1:2] == ["than"]


def _difference(gap, first, second):
    """The Check of a difference between two values of one kind."""
    kinds = {first.row.kind, gap.row.kind}
    if not (alike(first, second) and (alike(first, gap) or kinds == {"percent", "count"}
                                      or kinds == {"percent"} and gap.row.unit == _POINT)):
        return
    (low, high), (bottom, top) = sorted((interval(first), interval(second)))
    more, less = max(first.low, second.low), min(first.low, second.low)
    bounds = (bottom - high, top - low) if gap.low >= 0 else (low - top, high - bottom)
    kind = "points" if first.row.kind == "percent" else "difference"
    yield arithmetic(kind, gap, first, bounds,
                     f"{plain(more)} − {plain(less)} = {plain(more - less)}", .85, (second,))


def _two_values(first, second):
    """Whether two figures are the ends of a change, or a result."""
    if not alike(first, second):
        return False
    if known(first.row.linked) and first.row.linked == second.row.number:
        return True
    gap = [token for token in first.between(second) if token not in ("positive", "negative")]
    opened = first.first and first.doc[first.first - 1].text == "("
    near = {token.lower_ for token in first.sentence}
    return gap[-1:] == ["to"] and len(gap) <= 2 and bool(opened or near
                                                         & words("checks.differences_lead"))


def _rates(rates):
    """"6 a month, or 72 a year"."""
    for one, other in zip(rates, rates[1:]):
        gap = one.between(other)
        if (one.row.per in _DAY_OF and other.row.per in _DAY_OF and one.row.per != other.row.per
            and len(gap) <= 6
                and {"or", "(", "–", "—"} & set(gap) and _same_unit(one, other)):
            low, high = _ratio(one.row.per, other.row.per)
            bounds = interval(one)
            low_end = bounds[0] * low * (_PERIOD_DISCOUNT if one.row.kind == "money"
                                         and "or" in gap else .98)
            made = (f"{plain(one.low)} a {one.row.per} make "
                    f"{_about(one.low, low, high)} a {other.row.per}")
            yield arithmetic("rate", other, one, (low_end, bounds[1] * high * 1.02), made, .8)


def _period(rates, claims):
    """"50 a day for ten days, 500 in all"."""
    totals = [claim for claim in claims if claim.row.kind in _ADDABLE and not known(claim.row.per)
              and claim.exact
              and _total(claim)]
    lasting = [claim for claim in claims if claim.row.kind == "duration" and claim.row.tier == 1
               and claim.exact
               and claim.row.unit in _DAY_OF and claim.first
               and claim.doc[claim.first - 1].lower_ == "for"]
    if len(rates) == len(totals) == len(lasting) == 1 and rates[0].row.per in _DAY_OF:
        (rate,), (total,), (duration,) = rates, totals, lasting
        low, high = (bound * duration.low for bound in _ratio(rate.row.per, duration.row.unit))
        bounds = interval(rate)
        made = (f"{plain(rate.low)} a {rate.row.per} for {duration.row.text} make "
                f"{_about(rate.low, low, high)}")
        yield arithmetic("rate", total, rate, (bounds[0] * low * .98, bounds[1] * high * 1.02),
                         made, .8, (duration,))


def _same_unit(one, other):
    return (one.row.unit == other.row.unit or not known(one.row.unit)
            and not known(other.row.unit)) and (
        one.head is None or other.head is None or one.head == other.head)


def _ratio(small, large):
    """(least, most) of how many of one unit of time the other holds: a week has five working days
    or seven days."""
    if large == "year" and small in _YEAR_OF:
        return _YEAR_OF[small]
    if small == "year" and large in _YEAR_OF:
        return tuple(sorted(1 / bound for bound in _YEAR_OF[large]))
    return _DAY_OF[large][0] / _DAY_OF[small][1], _DAY_OF[large][1] / _DAY_OF[small][0]


def _about(value, low, high):
    if round(low, 2) == round(high, 2):
        return plain(value * low)
    return f"between {plain(round(value * low))} and {plain(round(value * high))}"

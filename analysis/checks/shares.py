"""Percentages and fractions against the figures beside them: a share of a base, a change from one
value to another."""
from collections.abc import Iterator
from math import isfinite

from analysis.checks.check import Check, alike, arithmetic, plain
from analysis.checks.claims import Checked, Claim
from analysis.checks.precision import apart, interval, known, meet, point
from analysis.lexicons import words

_HEDGES = words("checks.shares_hedges")
_OPENERS = words("checks.shares_openers")
_WHOLE = {"of", "among"}
_QUANTITIES = ("count", "money", "weight", "distance", "area", "duration")
_SHARES = ("percent", "fraction", "ratio")
_BEINGS = words("checks.shares_beings")
_TIMES = ("twice", "times", "fold")


def find(claims: list[Claim], article: Checked) -> Iterator[Check]:
    """The Checks of kind percentage and points of one sentence's Claims."""
    shares = [claim for claim in claims if claim.row.kind in _SHARES and claim.row.tier == 1]
    amounts = [claim for claim in claims if claim.row.kind in _QUANTITIES and claim.row.tier == 1
               and claim.exact]
    for one, other in zip(shares, shares[1:]):
        yield from _restated(one, other)
    for first, second, change in zip(shares, shares[1:], shares[2:]):
        yield from _relative(first, second, change)
    for share in shares:
        yield from _above_all(share)
        yield from _equal(share, amounts)
        if len(amounts) > 1:
            yield from _of_a_base(share, amounts)
            yield from _change(share, amounts)
    yield from _whole(claims)


def _restated(one, other):
    """One share in two forms: "a third (45 per cent)", "three in five, or 60 per cent"."""
    kinds = {one.row.kind, other.row.kind}
    gap = [word for word in one.between(other) if word not in _HEDGES - {"or"}]
    if gap[:1] == ["of"] and gap[-1] in _OPENERS and " of " in other.row.text:
        # "2 % of deputies – 14 out of 683"
        gap = ["("]
    if ("percent" not in kinds or len(kinds) < 2 or not 0 < len(gap) <= 2
        or gap[-1] not in ("or", "(")
            or known(one.row.change) or known(other.row.change)
        or not (_value(one) > 0 and _value(other) > 0)):
        return
    yield Check("percentage", other, one,
                f"{one.row.text} is {plain(_value(one))} per cent, the article says "
                f"{other.row.text}", .8, holds=not apart(_stretch(one), _stretch(other)))


def _value(claim):
    """A share in per cent."""
    return (claim.low if claim.low == claim.low else claim.high) * (1
            if claim.row.kind == "percent" else 100)


def _stretch(claim):
    """The interval of a share in per cent, where "nearly" and "more than" reach a seventh of it."""
    low, high = (bound * (1 if claim.row.kind == "percent" else 100) for bound in interval(claim))
    return (low if isfinite(low) else .85 * _value(claim)), (high if isfinite(high)
                                                             else 1.15 * _value(claim))


def _lead(claim):
    """The word before a figure, its hedges left out."""
    position = claim.first - 1
    while position >= 0 and claim.doc[position].lower_ in _HEDGES:
        position -= 1
    return claim.doc[position].lower_ if position >= 0 else ""


def _of_a_base(share, amounts):
    """"310 of 1,240, or 25 per cent", "of the 1,240 …, 310 …, or 25 per cent", "25 per cent (310
    of 1,240)"."""
    for part in amounts:
        for base in amounts:
            if part is base or not alike(part, base) or not _part_of(part, base):
                continue
            beside = [claim for claim in (part, base) if claim.last <= share.first
                      and not _others_between(claim, share, amounts)
                      and (_lead(share) in _OPENERS or _apposed(share))
                      or share.last <= claim.first and claim.first - share.last <= 4
                      and _lead(claim) in _OPENERS]
            if not beside:
                continue
            (part_low, part_high), (base_low, base_high) = interval(part), interval(base)
            if base_low <= 0:
                continue
            scale = 100 if share.row.kind == "percent" else 1
            bounds = scale * part_low / base_high * .999, scale * part_high / base_low * 1.001
            made = (f"{plain(part.low)} of {plain(base.low)} is "
                    f"{plain(100 * part.low / base.low)} per cent")
            yield arithmetic("percentage", share, base, bounds, made, .9, (part,))
            return


def _equal(share, amounts):
    """"700,000, amounting to 12 per cent of the 5.8 million": a share whose base follows, and the
    amount before that is it."""
    base = next((claim for claim in amounts if claim.first >= share.last), None)
    if base is None or share.row.kind != "percent" or base.low <= 0:
        return
    gap, parts = share.between(base), [claim for claim in amounts if claim.last <= share.first
                                       and alike(claim, base)]
    lead = {token.lower_ for token in share.doc[max(share.first - 5, 0):share.first]}
    told = parts and (words("checks.shares_equal") & lead
                      or share.first - parts[-1].last <= 4 and _lead(share) in _OPENERS)
    if not told:                                       # "40 per cent of the 300 boats, or 120"
        parts = [claim for claim in amounts if claim.first >= base.last and alike(claim, base)
                 and claim.first - base.last <= 4 and _lead(claim) in _OPENERS][:1]
    if gap[:1] != ["of"] or len(gap) > 5 or not parts:
        return
    ends = [(100 * interval(part)[0] / interval(base)[1],
             100 * interval(part)[1] / interval(base)[0])
            for part in parts]
    low, high = point(share)
    holds = any(not apart((low, high), (first - .5, last + .5)) for first, last in ends)
    part = parts[-1]
    yield Check("percentage", share, base, f"{plain(part.low)} of {plain(base.low)} is "
                f"{plain(100 * part.low / base.low)} per cent, the article says {share.row.text}",
                .8, (part,), holds)


def _apposed(share):
    """Whether a share stands alone between commas: "310 have returned, about one in four."."""
    after = share.doc[share.last].text if share.last < len(share.doc) else "."
    return _lead(share) == "," and after in (".", ",", ";", ")", "–", "—")


def _others_between(claim, share, amounts):
    return any(claim.last <= other.first and other.last <= share.first for other in amounts
               if other is not claim)


def _part_of(part, base):
    """Whether the words make one amount a part of the other: "310 of 1,240", "of the 1,240
    households, 310"."""
    if part.last <= base.first:
        gap = part.between(base)
        return len(gap) <= 6 and "of" in gap[-4:] and not {"and", "or", "than"} & set(gap)
    before = base.doc[max(base.first - 3, 0):base.first]
    return any(token.lower_ in _WHOLE for token in before) and base.first - base.sentence.start <= 4


def _change(share, amounts):
    """"rose 5 per cent to 210 from 200", "from 200 to 210, a rise of 5 per cent"."""
    before = [claim for claim in amounts if _preposition(claim) == "from"]
    after = [claim for claim in amounts if _preposition(claim) == "to"]
    if share.row.kind == "ratio" or len(before) != 1 or len(after) != 1 or not alike(before[0],
                                                                                     after[0]):
        return
    (old,), (new,) = before, after
    way = next((claim.row.change for claim in (share, old, new) if known(claim.row.change)), None)
    if old.low <= 0 or way is None or not _one_statement(share, old, new):
        return
    scale, sign = (100 if share.row.kind == "percent" else 1), (1 if way == "up" else -1)
    (old_low, old_high), (new_low, new_high) = interval(old), interval(new)
    low, high = sorted((sign * scale * (new_low / old_high - 1),
                        sign * scale * (new_high / old_low - 1)))
    change = 100 * (new.low / old.low - 1)
    step = "a rise" if change > 0 else "a fall"
    made = (f"from {old.row.text} to {new.row.text} is {step} of "
            f"{plain(abs(round(change, 1)))} per cent")
    yield arithmetic("percentage", share, new, (low - .1, high + .1), made, .85, (old,))


def _relative(first, second, change):
    """"from 40 to 50 per cent, up 10 per cent": percentage points told as a percentage."""
    rows = [claim.row for claim in (first, second, change)]
    if (any(row.unit != "percent" for row in rows) or not (first.exact and second.exact)
            or not change.exact or first.row.linked != second.row.number
            or not known(change.row.change) or not _one_statement(change, first, second)
            or min(first.low, second.low) <= 0 or len(second.between(change)) > 6):
        return
    old, new = (first, second) if _preposition(first) == "from" else (second, first)
    points, relative = abs(new.low - old.low), abs(100 * (new.low / old.low - 1))
    if meet(change, points - .05, points + .05) or meet(change, relative - .5, relative + .5):
        yield Check("points", change, new,
                    f"from {plain(old.low)} to {plain(new.low)} per cent are {plain(points)} "
                    f"percentage points, or {plain(round(relative, 1))} per cent, the article says "
                    f"{change.row.text}", .85, (old,),
                    meet(change, relative - .5, relative + .5))


def _preposition(claim):
    word = _lead(claim)
    return word if word in ("from", "to") else None


def _one_statement(share, old, new):
    """Whether share, old and new value stand together, without another clause between them."""
    first, last = min(share.first, old.first, new.first), max(share.last, old.last, new.last)
    gap = share.doc[first:last]
    return len(gap) <= 30 and not any(token.lower_ in words("checks.other_clause")
                                      for token in gap)


def _above_all(share):
    """More than all of a group of people or things."""
    row = share.row
    low = row.value_low
    if row.kind != "percent" or not low > 100 or known(row.change) or share.head not in _BEINGS:
        return
    following = [token.lower_ for token in share.doc[share.last:share.last + 3]]
    if following[:1] == ["of"] and not any(word in _TIMES for word in following):
        yield Check("percentage", share, None,
                    f"{row.text} of {row.counted} is more than all of them", .8)


def _whole(claims):
    """Shares that are said to be all the parts of one thing and do not make a hundred: "40 per
    cent …, 35 … and 45 …"."""
    shares = [claim for claim in claims if claim.row.kind == "percent" and claim.row.tier == 1
              and claim.exact]
    if len(shares) < 3 or len(shares) != len([claim for claim in claims
                                              if claim.row.kind == "percent"]):
        return
    gaps = [one.between(other) for one, other in zip(shares, shares[1:])]
    rest = {token.lower_ for token in shares[-1].doc[shares[-1].last:shares[-1].last + 4]}
    if all(len(gap) <= 5 for gap in gaps) and "and" in gaps[-1] and {"rest", "remaining",
                                                                     "remainder"} & (
            rest | set(gaps[-1])):
        total, slack = sum(share.low for share in shares), .6 * len(shares)
        added = " + ".join(plain(share.low) for share in shares)
        yield Check("sum", shares[-1], shares[0],
                    f"{added} = {plain(total)}, the parts of a whole make 100", .8,
                    tuple(shares[1:-1]), abs(total - 100) <= slack)

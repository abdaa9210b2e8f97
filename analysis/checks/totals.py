"""Sums and rates: parts against their total, a part against its whole, a rate against another rate or its period's total."""
from analysis.checks.check import Check, known, plain, words
from analysis.checks.precision import apart, interval, meet

_AFTER = (("in", "all"), ("in", "total"), ("altogether",), ("all", "told"), ("combined",), ("overall",), ("all", "together"))
_BEFORE = (("a", "total", "of"), ("total", "of"), ("totalling",), ("totaling",), ("total", "to"), ("making",), ("altogether",),
           ("sum", "of"))
_INCOMPLETE = {"including", "among", "mostly", "mainly", "especially", "notably", "such", "include", "includes", "included",
               "least", "other", "others", "some", "several", "rest", "plus", "more", "another", "unidentified", "unknown"}
_LIST = {",", "and", "–", "—", "(", ")", ":", "plus", "as", "well", "&"}
_YEAR_OF = {"day": (250, 366), "night": (300, 366), "week": (50, 53), "fortnight": (26, 26.1), "month": (12, 12),
            "quarter": (4, 4), "year": (1, 1)}
_DAY_OF = {"hour": (1 / 24, 1 / 24), "day": (1, 1), "night": (1, 1), "week": (5, 7), "fortnight": (10, 14), "month": (20, 31),
           "quarter": (62, 92), "year": (250, 366), "decade": (3650, 3653)}
_ADDABLE = ("count", "money", "weight", "distance", "area")


def find(sentences):
    """The Checks of kind sum and rate of the sentences' Claims."""
    for claims in sentences:
        amounts = [claim for claim in claims if claim.row.kind in _ADDABLE and claim.row.tier == 1 and claim.exact
                   and not known(claim.row.per)]
        yield from _sums(amounts)
        yield from _wholes(amounts)
        yield from _rates([claim for claim in claims if known(claim.row.per) and claim.row.tier == 1 and claim.exact], claims)


def _alike(claims):
    return len({(claim.row.kind, claim.row.unit if known(claim.row.unit) else None) for claim in claims}) == 1


def _sums(amounts):
    """"640 homes, 85 businesses and 12 public buildings …, 737 in all"; "six people: two men, three women and a child"."""
    for position, total in enumerate(amounts):
        parts = None
        if _resumed(total, amounts[:position]):
            parts = _run(amounts[:position][::-1])[::-1]
        elif _total(total):
            parts = _run(amounts[:position][::-1])[::-1] or _run(amounts[position + 1:])
        elif opened := _opened(total, amounts[position + 1:position + 2]):
            parts = _run(amounts[position + 1:])
            parts = parts if parts and _closed(parts, opened) else None
        if not parts or len(parts) < 2 or not _alike([total, *parts]) or _open_list(total, parts):
            continue
        low, high = (sum(bounds) for bounds in zip(*map(interval, parts)))
        if not meet(total, low, high):
            added = " + ".join(plain(part.low) for part in parts)
            yield Check("sum", total, parts[0], f"{added} = {plain(sum(part.low for part in parts))}, the article says "
                        f"{plain(total.low)}", .9, tuple(parts[1:]))


def _total(claim):
    after = tuple(token.lower_ for token in claim.doc[claim.last:claim.last + 6])
    before = tuple(token.lower_ for token in claim.doc[max(claim.first - 3, 0):claim.first])
    return any(after[at:at + len(cue)] == cue for cue in _AFTER for at in range(5)
               if "," not in after[:at] and "and" not in after[:at]) or any(before[-len(cue):] == cue for cue in _BEFORE)


def _resumed(total, before):
    """Whether the figure sums up a list before it: "640 homes, 85 shops and 12 barns, or 737 properties"."""
    gap = before[-1].between(total) if len(before) > 2 else []
    return gap[-2:] == [",", "or"] and "and" in before[-2].between(before[-1])


def _opened(total, following):
    """The mark that opens a list of parts right after a total and its noun, or None."""
    if not following:
        return None
    gap = total.between(following[0])
    return gap[-1] if gap and len(gap) <= 5 and gap[-1] in (":", "–", "—", "(") else None


def _closed(parts, mark):
    """Whether the list ends as it should: "and" before the last part, after it the closing mark or the sentence's end."""
    gap = parts[-2].between(parts[-1]) if len(parts) > 1 else []
    if not {"and", "&", "plus"} & set(gap):
        return False
    rest = [token.text for token in parts[-1].doc[parts[-1].last:parts[-1].sentence.end]]
    ends = {":": {".", ";"}, "(": {")"}, "–": {"–", "—", "."}, "—": {"–", "—", "."}}[mark]
    return any(word in ends for word in rest[:5])


def _run(amounts):
    """The amounts from the first on that stand in one enumeration."""
    run = []
    for claim in amounts:
        if run:
            first, second = sorted((run[-1], claim), key=lambda one: one.first)
            gap = first.between(second)
            if len(gap) > 8 or not _LIST & set(gap) or "of" in gap[-2:] or any(
                    token.pos_ == "VERB" and token.dep_ == "ROOT" for token in first.doc[first.last:second.first]):
                break
        run.append(claim)
    return run


def _open_list(total, parts):
    first, last = min(total.first, parts[0].first), max(total.last, parts[-1].last)
    return any(token.lower_ in _INCOMPLETE for token in total.doc[max(first - 2, 0):last + 2])


def _wholes(amounts):
    """A part above its whole: "22 people, 31 of them children", "22 people, including 31 children"."""
    for whole, part in zip(amounts, amounts[1:]):
        gap, after = whole.between(part), [token.lower_ for token in part.doc[part.last:part.last + 2]]
        inside = after in (["of", "them"], ["of", "whom"]) or gap[-1:] == ["including"]
        if inside and len(gap) <= 8 and _alike([whole, part]) and interval(part)[0] > interval(whole)[1]:
            yield Check("sum", part, whole, f"{words(part)} would be part of {words(whole)}: {plain(part.low)} is more than "
                        f"{plain(whole.high)}", .8)


def _rates(rates, claims):
    """"6 a month, or 72 a year"; "50 a day for ten days, 500 in all"."""
    for one, other in zip(rates, rates[1:]):
        gap = one.between(other)
        if (one.row.per in _DAY_OF and other.row.per in _DAY_OF and one.row.per != other.row.per and len(gap) <= 6
                and {"or", "(", "–", "—"} & set(gap) and _same_unit(one, other)):
            low, high = _ratio(one.row.per, other.row.per)
            bounds = interval(one)
            if apart((bounds[0] * low * .98, bounds[1] * high * 1.02), interval(other)):
                yield Check("rate", other, one, f"{plain(one.low)} a {one.row.per} make {_about(one.low, low, high)} a "
                                                f"{other.row.per}, "
                            f"the article says {plain(other.low)}", .8)
    totals = [claim for claim in claims if claim.row.kind in _ADDABLE and not known(claim.row.per) and claim.exact
        and _total(claim)]
    lasting = [claim for claim in claims if claim.row.kind == "duration" and claim.row.tier == 1 and claim.exact
        and claim.row.unit in _DAY_OF
               and claim.first and claim.doc[claim.first - 1].lower_ == "for"]
    if len(rates) == len(totals) == len(lasting) == 1 and rates[0].row.per in _DAY_OF:
        (rate,), (total,), (duration,) = rates, totals, lasting
        low, high = _ratio(rate.row.per, duration.row.unit)
        low, high = low * duration.low, high * duration.low
        bounds = interval(rate)
        if apart((bounds[0] * low * .98, bounds[1] * high * 1.02), interval(total)):
            yield Check("rate", total, rate, f"{plain(rate.low)} a {rate.row.per} for {duration.row.text} make "
                                             f"{_about(rate.low, low, high)}, "
                        f"the article says {plain(total.low)}", .8, (duration,))


def _same_unit(one, other):
    return (one.row.unit == other.row.unit or not known(one.row.unit) and not known(other.row.unit)) and (
        one.head is None or other.head is None or one.head == other.head)


def _ratio(small, large):
    """(least, most) of how many of one unit of time the other holds: a week has five working days or seven days."""
    if large == "year" and small in _YEAR_OF:
        return _YEAR_OF[small]
    if small == "year" and large in _YEAR_OF:
        return tuple(sorted(1 / bound for bound in _YEAR_OF[large]))
    return _DAY_OF[large][0] / _DAY_OF[small][1], _DAY_OF[large][1] / _DAY_OF[small][0]


def _about(value, low, high):
    if round(low, 2) == round(high, 2):
        return plain(value * low)
    return f"between {plain(round(value * low))} and {plain(round(value * high))}"

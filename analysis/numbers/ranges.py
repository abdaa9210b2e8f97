"""Two numerals that make one interval ("two or three", "between 3 and 5 per cent", "$5-10bn"), a ratio ("one in five",
"3 to 1"), a score ("2–1"), or the two linked ends of a change ("from 10 to 50", "to $7 from $6")."""
import re
from math import isnan

_DASH = re.compile(r" ?[-–—‑] ?(?:to-)?$|$^")
_TO = re.compile(r"[ -]to[ -]$")
_OR = re.compile(r" or $")
_AND = re.compile(r" and $")
_BETWEEN = re.compile(r"\b(?:between|in between|anywhere between|of between)(?: about| around| roughly)? $")
_AGED = re.compile(r"\b(?:aged?|ages|between|around|about|of|for|in|over|takes?|took) $")
_FROM = re.compile(r"\bfrom (?:about |around |roughly |nearly |almost |just |some |over |up to |more than |a |an |the )*$")
_COMPOUND = re.compile(r"(?: and |,? )$")
_PARTS = {("hour", "minute"): 60, ("minute", "second"): 60, ("foot", "inch"): 12, ("pound", "ounce"): 16,
          ("stone", "pound"): 14, ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24}
_SHARE = re.compile(r"(?: in(?: every)?| out of(?: every)?| of every) $|-in-$")
_SHARE_OF = re.compile(r" [a-z]+ (?:in|out of) $")
_CHANGING = re.compile(r"\b(?:by|up|down|ris\w+|rose|increas\w+|grew|grow\w*|fell|fall\w*|drop\w*|gain\w*|jump\w*|climb\w*|"
                       r"los[et]\w*|declin\w+|slid\w*|advanc\w+|surg\w+|soar\w+|added|adding|shed|cut|reduc\w+|"
                       r"plung\w+|plummet\w*|tumbl\w+|slip\w*|doubl\w+|tripl\w+|went|go(?:es|ing)?|gone|mov\w+|rais\w+|"
                       r"lower\w*|boost\w*|expand\w*|slow\w*|shr[aiu]nk\w*|improv\w+|chang\w+|creep\w*|crept|hik\w+|"
                       r"lift\w*|push\w*|swell\w*|swoll\w+|dwindl\w+|sink\w*|sank|halv\w+|widen\w*|narrow\w*|eas\w+|"
                       r"upgrad\w+|downgrad\w+|revis\w+)\b[^.;]{0,60}$")
_RANGING = re.compile(r"\b(?:rang|vari|vary|down from (?:\w+ )*$)")
_CHANGED_BY = re.compile(r"\b(?:by|up|down|\w+ed|rose|fell|grew|rise|fall|drop|gain|jump|cut|climb|slid|shed|lost)"
                         r"(?: (?:a|an|about|around|nearly|almost|some|just|over|more than|another))* $")
_WON = re.compile(r"\b(?:won|win|wins|lost|lose|loses|beat|beats|beating|drew|draw|lead|leads|led|leading|trail\w*|score\w*|"
                  r"ended|defeat\w*|victor\w+|vot\w+|rul\w+|tied?|level\w*|match|final|half|game|set|at|a|the)\b")


def join(claims, lower):
    """The claims with pairs joined or linked, in order."""
    out = []
    for claim in claims:
        if out and not _pair(out, claim, lower):
            out.append(claim)
        elif not out:
            out.append(claim)
    return out


def _pair(out, b, lower):
    """Join `b` to the last claim where the two are one expression; True if it was taken in."""
    a = out[-1]
    gap = lower[a.end:b.start]
    if len(gap) > 40 or {a.form, b.form} & {"ordinal", "magnitude", "date"} or a.modifier == "range":
        return _link_change(out, b, lower, gap)
    before = lower[max(0, a.start - 70):a.start]
    if a.unit and _COMPOUND.match(gap) and (a.unit, b.unit) in _PARTS and b.low < _PARTS[a.unit, b.unit] and a.low % 1 == 0:
        value = round(a.low + b.low / _PARTS[a.unit, b.unit], 4)
        return _widen(a, b, value, value, a.form)
    if (_SHARE.match(gap) or _SHARE_OF.match(gap) and not re.match(r" [a-z]", lower[b.end:b.end + 2])) and _share(a, b):
        return True
    if gap in ("-", "–", "—", " - ", " – ", " — ", "‑", ":") and _score(a, b, before, lower, gap):
        return True
    if gap == " for " and _innings(a, b, lower):
        a.notes.add("score")
        _widen(a, b, a.low, a.high, "score")
        a.low = a.high = float("nan")
        return True
    if (gap in (" to ", "-to-", ":") and a.unit is None and b.unit is None and a.low >= b.low > 0 and a.low <= 100
            and not _FROM.search(before)):
        return _widen(a, b, a.low / b.low, a.low / b.low, "ratio")
    if not _compatible(a, b):
        return _link_change(out, b, lower, gap)
    low, high = _ends(a, b)
    if _AND.match(gap) and _BETWEEN.search(before) or _OR.match(gap) and _alternatives(a, b, low, high) or (
            (_DASH.match(gap) or _TO.match(gap) or gap in (" to-", "- to ")) and low < high
            and not (_FROM.search(before) and _CHANGING.search(before) and not _RANGING.search(before))
            and not (_TO.match(gap) and _CHANGED_BY.search(before) and not _FROM.search(before) and a.unit)):
        return low <= high and _range(a, b, low, high)
    return _link_change(out, b, lower, gap)


def _compatible(a, b):
    if a.unit and b.unit and a.unit != b.unit or a.form == "fraction" and b.form != "fraction":
        return False
    return not (isnan(a.low) or isnan(b.low)) and not (a.unit and not b.unit and a.kind != "money")


def _ends(a, b):
    """The two ends; the first takes the scale of the second where that makes it the smaller: "$5-10bn"."""
    if b.scale > 1 and a.scale == 1 and a.low < b.low / b.scale:
        return a.low * b.scale, b.low
    return a.low, b.low


def _alternatives(a, b, low, high):
    return a.unit is None and low < high <= max(3 * low, low + 2) and a.form == b.form and not a.places


def _range(a, b, low, high):
    _widen(a, b, low, high, a.form)
    a.unit, a.kind, a.modifier, a.scale = a.unit or b.unit, a.kind or b.kind, "range", b.scale
    return True


def _widen(a, b, low, high, form):
    a.low, a.high, a.end, a.form = low, high, b.end, form
    a.notes |= b.notes
    if form in ("ratio", "score"):
        a.kind = "ratio"
    return True


def _share(a, b):
    fits = (a.form in ("digits", "words") and b.form in ("digits", "words") and a.unit is None and 0 < a.low < b.low
            and a.low <= 20 and b.low <= 10 ** 7 and not a.places and not (1900 <= b.low <= 2100)
            and b.kind not in ("duration", "money", "distance", "percent"))
    return fits and _widen(a, b, a.low / b.low, a.low / b.low, "ratio")


def _score(a, b, before, lower, gap):
    """A result such as "2–1": two small whole numbers without a unit, not followed by what they would count."""
    if a.unit or b.unit or a.places or b.places or max(a.low, b.low) > 200 or {a.form, b.form} != {"digits"}:
        return False
    if a.low < b.low and (gap != ":" and (_AGED.search(before) or re.match(r"[ -][a-z]+s\b", lower[b.end:b.end + 20]))
                          and not re.search(r"\b(?:won|lost|beat|drew|defeat)\w*\b[^.]{0,25}$", before)):
        return False
    if a.low < b.low and not _WON.search(before[-30:]) and not re.match(
            r" (?:win|loss|defeat|victory|draw|lead|deficit|vote|advantage|against|record|to|over|down|up)\b",
            lower[b.end:b.end + 14]):
        return False
    a.notes.add("score")
    _widen(a, b, a.low, a.high, "score")
    a.low = a.high = float("nan")
    return True


def _innings(a, b, lower):
    """Whether two numbers are the runs and wickets of cricket: "245 for 6", not "20 for 5 pounds"."""
    return (not a.kind and not b.kind and a.form == "digits" and 10 <= a.low < 1000 and b.low in range(10) and not a.places
            and bool(re.match(r"[.,;)]|$| (?:declared|at|after|off|in reply|when|before|and|by)\b", lower[b.end:])))


def _link_change(out, b, lower, gap):
    """Link the ends of "from 10 … to 50" and "to $7bn from $6bn"; each stays a claim of its own."""
    for a in reversed(out[-2:]):
        gap = lower[a.end:b.start]
        if a.linked or len(gap) > 70 or re.search(r"[.;:]\s", gap) or {a.form, b.form} & {"ordinal", "date"}:
            continue
        before = lower[max(0, a.start - 70):a.start]
        towards = _FROM.search(before) and re.search(r"\b(?:to|up to|down to) (?:\w+ ){0,2}$", gap)
        back = re.search(r"\bto (?:\w+ ){0,2}$", before) and re.search(r"\bfrom (?:\w+ ){0,2}$", gap)
        if (towards or back) and not (a.unit and b.unit and a.unit != b.unit) and not (isnan(a.low) or isnan(b.low)):
            if towards and b.scale > 1 and a.scale == 1 and b.low / 20 < a.low * b.scale < b.low * 20:
                a.low = a.high = a.low * b.scale
            if not a.unit:
                a.unit, a.kind = b.unit, b.kind
            elif not b.unit:
                b.unit, b.kind = a.unit, a.kind
            first, then = (a, b) if towards else (b, a)
            then.change = "up" if then.low > first.low else "down" if then.low < first.low else None
            a.linked, b.linked = b, a
            break
    return False

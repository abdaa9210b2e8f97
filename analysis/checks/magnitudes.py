"""One size told twice with another power of ten ("3 billion", "3 million")."""
from math import log10

from analysis.checks.check import Check, known, plain, words

_STOP = {"year", "million", "billion", "thousand", "more", "new", "time", "include", "dollar", "euro", "pound", "rupee", "yen"}
_SLIPS = (3, -3)


def find(claims):
    """The Checks of kind magnitude: the same digits, of one thing: "a €3 billion deal", later "the €3 million deal"."""
    seen = {}
    for claim in claims:
        row = claim.row
        if row.kind not in ("money", "count") or not claim.exact or row.tier != 1 or row.value_low < 1000 or known(row.per):
            continue
        power = int(log10(row.value_low))
        digits = f"{row.value_low / 10 ** power:.6g}"
        key = row.kind, row.unit if known(row.unit) else claim.head, digits
        for earlier in seen.get(key, ())[-4:]:
            other = int(log10(earlier.row.value_low))
            if power - other in _SLIPS and earlier.sentence != claim.sentence and len(_content(claim) & _content(earlier)) > 1:
                yield Check("magnitude", claim, earlier, f"{words(earlier)} in one place, {words(claim)} in another: "
                            f"{plain(10 ** abs(power - other))} times as much", .7)
        seen.setdefault(key, []).append(claim)


def _content(claim):
    return claim.content - _STOP

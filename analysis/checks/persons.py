"""One person with two ages: "Ada Brand, 34, …" and, further down, "the 36-year-old Ada Brand"."""
from analysis.checks.check import Check

_PARTICLES = {"van", "von", "de", "der", "den", "da", "di", "bin", "al", "el", "-"}
_THEN = {"then", "when", "later", "was", "were", "at", "age", "aged", "turned", "turning", "late", "former", "in", "if"}


def find(claims):
    """The Checks of kind disputed between ages of one full name, each given as the present one in apposition."""
    seen = {}
    for claim in claims:
        row = claim.row
        if row.kind != "age" or row.unit != "year" or not claim.exact or row.modifier != "=":
            continue
        name = _before(claim) or _after(claim)
        if len(name) < 2 or _of_another_time(claim):
            continue
        key = name[0].lower(), name[-1].lower()
        earlier = seen.setdefault(key, claim)
        if earlier.low != claim.low:
            yield Check("disputed", claim, earlier, f"{' '.join(name)} is {earlier.row.text} in one place, "
                                                    f"{row.text} in another", .8)


def _before(claim):
    """The words of the name that an age stands behind, between commas or in brackets: "Ada Brand, 34,"."""
    doc, at = claim.doc, claim.first - 1
    closed = claim.last < len(doc) and doc[claim.last].text in (",", ")", ".", ";", "of")
    if at < 1 or doc[at].text not in (",", "(") or not closed:
        return []
    start = at
    while start > claim.sentence.start and _named(doc[start - 1]):
        start -= 1
    return [token.text for token in doc[start:at]]


def _after(claim):
    """The words of the name that follows "34-year-old", a noun between them left out ("34-year-old teacher Ada Brand")."""
    doc, start = claim.doc, claim.last
    if "old" not in claim.row.text.lower():
        return []
    while start < min(claim.last + 3, len(doc)) and doc[start].pos_ in ("NOUN", "ADJ") and doc[start].text.islower():
        start += 1
    end = start
    while end < len(doc) and _named(doc[end]):
        end += 1
    return [token.text for token in doc[start:end]]


def _named(token):
    return token.pos_ == "PROPN" and token.text[0].isupper() and token.is_alpha or token.text in _PARTICLES


def _of_another_time(claim):
    """Whether the words around an age may speak of another day than that of writing."""
    before, after = claim.doc[max(claim.first - 2, claim.sentence.start):claim.first], claim.doc[claim.last:claim.last + 2]
    return bool(_THEN & {token.lower_ for token in (*before, *after)}) or "at the time" in claim.sentence.text.lower()

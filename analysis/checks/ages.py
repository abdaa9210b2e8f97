"""Ages that a year of birth does not give ("aged 12, was born in 1980" in an article of 2024), and
two ages of one person."""
from collections.abc import Iterator
from datetime import date

from analysis.checks.calendar import day, span
from analysis.checks.check import Check
from analysis.checks.claims import Checked, Claim
from analysis.lexicons import words
from analysis.syntax import NOUNS, is_conjunct, is_owner, is_subject

_YEAR = 365.2425
_REACH = 6       # tokens from "born" to its date: "born in the port of Kiel in 1950"


def births(claims: list[Claim], article: Checked) -> Iterator[Check]:
    """The Checks of kind age of ages against births in the Claims of one sentence.

    An age is held against the day of publication where the sentence has it as the present one
    ("Ada Brand, 30, was born in 1950"), and against the date of a death in the same sentence. Any
    other age is only held to be no greater than the one on publication. A birthday between the
    writing and the day leaves a year below.
    """
    published = day(article.published)
    dates = [claim for claim in claims if claim.row.kind == "date" and span(claim.row.iso)]
    born = [claim for claim in dates
            if "born" in [token.lower_ for token in claim.doc[max(claim.first - _REACH,
                                                                  0):claim.first]]]
    ages = [claim for claim in claims if claim.row.kind == "age" and claim.row.unit == "year"
            and _given(claim)]
    if len(born) != 1 or len(ages) != 1:
        return
    (birth,), (age,) = born, ages
    others = [claim for claim in dates if claim is not birth]
    dying = bool(words("checks.ages_death") & {token.lemma_.lower() for token in age.sentence})
    if dying and len(others) == 1:
        yield _compare(birth, age, span(others[0].row.iso), others, True)
    elif (published and not _of_another(birth, age)
          and all(abs(last - published.toordinal()) < _YEAR
                  for _, last in filter(None, (span(one.row.iso) for one in others)))):
        yield _compare(birth, age, [published.toordinal()] * 2, (), not dying and _present(age))


def _given(claim):
    return claim.exact and claim.row.modifier == "="


def _of_another(birth, age):
    """Whether a noun of its own stands between: "Ada, 30, whose mother was born in 1950"."""
    first, second = sorted((birth, age), key=lambda claim: claim.first)
    return any(token.pos_ in NOUNS and (is_subject(token) or is_conjunct(token) or is_owner(token))
               or token.lower_ in ("whose", "to", "when")
               for token in first.doc[first.last:second.first])


def _present(age):
    """Whether an age is the one at the time of writing: "is 30", "aged 30", or ", 30," after a
    name."""
    before = age.doc[age.first - 1].lower_ if age.first else ""
    after = age.doc[age.last].text if age.last < len(age.doc) else ""
    return before in words("checks.ages_now") or before == "," and after == ","


def _compare(birth, age, then, others, exact):
    first, last = span(birth.row.iso)
    least, most = int((then[0] - last) / _YEAR) - 1, int((then[1] - first + 1) / _YEAR)
    bound = (f"at most {most}" if age.low > most or not exact or age.low >= least
             else f"at least {least + 1}")
    holds = age.low <= most and (not exact or age.low >= least)
    return Check("age", age, birth,
                 f"someone born in {birth.row.iso[:4]} is {bound} in "
                 f"{date.fromordinal(then[0]).year}, "
                 f"the article says {age.row.text}", .8, tuple(others), holds)


def persons(claims: list[Claim], article: Checked) -> Iterator[Check]:
    """The Checks of kind age between ages of one full name, each given as the present one in
    apposition: "Ada Brand, 34, …" and, further down, "the 36-year-old Ada Brand"."""
    seen = {}
    for claim in claims:
        if claim.row.kind != "age" or claim.row.unit != "year" or not _given(claim):
            continue
        name = _before(claim) or _after(claim)
        if len(name) < 2 or _of_another_time(claim):
            continue
        earlier = seen.setdefault((name[0].lower(), name[-1].lower()), claim)
        if earlier is not claim:
            yield Check("age", claim, earlier,
                        f"{' '.join(name)} is {earlier.row.text} in one place, {claim.row.text} in "
                        "another", .8, holds=earlier.low == claim.low)


def _before(claim):
    """The words of the name that an age stands behind, between commas or in brackets: "Ada Brand,
    34,"."""
    doc, at = claim.doc, claim.first - 1
    closed = claim.last < len(doc) and doc[claim.last].text in (",", ")", ".", ";", "of")
    if at < 1 or doc[at].text not in (",", "(") or not closed:
        return []
    start = at
    while start > claim.sentence.start and _named(doc[start - 1]):
        start -= 1
    return [token.text for token in doc[start:at]]


def _after(claim):
    """The words of the name that follows "34-year-old", a noun between them left out ("34-year-old
    teacher Ada Brand")."""
    doc, start = claim.doc, claim.last
    if "old" not in claim.row.text.lower():
        return []
    while start < min(claim.last + 3, len(doc)) and doc[start].pos_ in ("NOUN",
            "ADJ") and doc[start].text.islower():
        start += 1
    end = start
    while end < len(doc) and _named(doc[end]):
        end += 1
    return [token.text for token in doc[start:end]]


def _named(token):
    proper = token.pos_ == "PROPN" and token.text[0].isupper() and token.is_alpha
    return proper or token.text in words("checks.persons_particles")


def _of_another_time(claim):
    """Whether the words around an age may speak of another day than that of writing."""
    before = claim.doc[max(claim.first - 2, claim.sentence.start):claim.first]
    beside = {token.lower_ for token in (*before, *claim.doc[claim.last:claim.last + 2])}
    return bool(words("checks.persons_then")
                & beside) or "at the time" in claim.sentence.text.lower()

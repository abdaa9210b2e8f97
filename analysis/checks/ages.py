"""Ages that a year of birth does not give: "aged 12, was born in 1980" in an article of 2024."""
from datetime import date

from analysis.checks.calendar import day, span
from analysis.checks.check import Check

_YEAR = 365.2425
_DEATH = {"die", "death", "kill", "murder", "drown"}
_NOW = {"aged", "is", "now"}
_REACH = 6       # tokens from "born" to its date: "born in the port of Kiel in 1950"


def find(sentences, published):
    """The Checks of kind duration of ages against births.

    sentences: lists of the Claims of one sentence. published: an ISO date or None. An age is held against the day of
    publication where the sentence has it as the present one ("Ada Brand, 30, was born in 1950"), and against the date
    of a death in the same sentence. Any other age is only held to be no greater than the one on publication. A
    birthday between the writing and the day leaves a year below.
    """
    published = day(published)
    for claims in sentences:
        dates = [claim for claim in claims if claim.row.kind == "date" and isinstance(claim.row.iso, str) and span(claim.row.iso)]
        births = [claim for claim in dates
                  if "born" in [token.lower_ for token in claim.doc[max(claim.first - _REACH, 0):claim.first]]]
        ages = [claim for claim in claims
                if claim.row.kind == "age" and claim.row.unit == "year" and claim.exact and claim.row.modifier == "="]
        if len(births) != 1 or len(ages) != 1:
            continue
        (birth,), (age,) = births, ages
        others = [claim for claim in dates if claim is not birth]
        dying = bool(_DEATH & {token.lemma_.lower() for token in age.sentence})
        if dying and len(others) == 1:
            yield from _compare(birth, age, span(others[0].row.iso), others, True)
        elif published and not others and not _of_another(birth, age):
            yield from _compare(birth, age, [published.toordinal()] * 2, (), not dying and _present(age))


def _of_another(birth, age):
    """Whether a noun of its own stands between: "Ada, 30, whose mother was born in 1950"."""
    first, second = sorted((birth, age), key=lambda claim: claim.first)
    return any(token.dep_ in ("nsubj", "nsubjpass", "conj", "poss") and token.pos_ in ("NOUN", "PROPN")
               or token.lower_ in ("whose", "to", "when")
               for token in first.doc[first.last:second.first])


def _present(age):
    """Whether an age is the one at the time of writing: "is 30", "aged 30", or ", 30," after a name."""
    before, after = age.doc[age.first - 1].lower_ if age.first else "", age.doc[age.last].text if age.last < len(age.doc) else ""
    return before in _NOW or before == "," and after == ","


def _compare(birth, age, then, others, exact):
    first, last = span(birth.row.iso)
    least, most = int((then[0] - last) / _YEAR) - 1, int((then[1] - first + 1) / _YEAR)
    if age.low > most:
        bound = f"at most {most}"
    elif exact and age.low < least:
        bound = f"at least {least + 1}"
    else:
        return
    yield Check("duration", age, birth, f"someone born in {birth.row.iso[:4]} is {bound} in {date.fromordinal(then[0]).year}, "
                                        f"the article says {age.row.text}",
                .8, tuple(others))

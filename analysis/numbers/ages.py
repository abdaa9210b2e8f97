"""Ages: "82-year-old", "aged 5 to 14", "Ana Brell, 45,", "she was 16", "at just 20", "in her thirties"."""
import re

_OLD = re.compile(r"(?:[ -]?(?:years?|months?|weeks?|days?))?[ -]olds?\b|[ -]years? of age\b")
_AGED = re.compile(r"\b(?:aged?|ages|(?:at the |the )?ages? of|age of|ages of|aged between|(?:under|over) the age of|"
                   r"life expectancy(?: \w+){1,9}|turn(?:s|ed|ing)?|"
                   r"at just|at only|barely|now)(?: about| around| just| between| over| under| at least)? $")
_APPOSITION = re.compile(r" ?[,);]|$|[.]$|[.] ")
_PERSON_NOUN = re.compile(r"\b(?:he|she|i|who|they|you|we) (?:was|is|am|are|were|[’']s|[’']m|will be|would be|"
                          r"had been)(?: only| just| now| barely| already| about| still)? $")
_OF = re.compile(r"\b(?:boy|girl|man|woman|child|baby|infant|toddler|lad|lady|person|teenager|patient|son|daughter|youth|widow|widower|grandmother|"
                 r"grandfather|mother|"
                 r"father|pensioner) of $|\b(?:eldest|oldest|youngest)(?: (?:is|was|being|just|only|aged))? $")
# A minute of play: "Reid for Murphy (47)".
_SUBSTITUTE = re.compile(r"(?:^|[,:;(] ?|[A-Z]\w+ )[A-Z][\w’'-]+ for (?:[a-z]{2,3} )*[A-Z][\w’'-]+ \($")
_TENS = re.compile(r"\b(?:his|her|their|my|your|whose) (?P<part>early |mid-?|late )?(?P<decade>[2-9]0|twent|thirt|fort|fift|"
                   r"sixt|sevent|eight|ninet)(?:[’']?s|ies)\b")
_DECADES = {stem: value for value, stem in enumerate("twent thirt fort fift sixt sevent eight ninet".split(), 2)}


def attach(claim, text, lower, doc):
    """Make a Claim an age where it is one, widened by "-year-old"."""
    if (claim.form not in ("digits", "words") or claim.kind not in (None, "duration")
            or claim.scale > 1 and not _OLD.match(lower, claim.end)):
        return
    if old := _OLD.match(lower, claim.end):
        if not claim.unit and not re.search("year|month|week|day", old[0]) and not old[0].endswith("s"):
            return
        claim.unit = claim.unit or next((name for name in ("month", "week", "day") if name in old[0]), "year")
        claim.kind, claim.end = "age", old.end()
        claim.notes.add("old")
        return
    if claim.unit == "year" and (of_age := re.match(r" of age\b", lower[claim.end:])):
        claim.kind, claim.end = "age", claim.end + of_age.end()
        return
    if claim.unit or not 0 < claim.low <= 120 or claim.places:
        return
    before = lower[max(0, claim.start - 80):claim.start]
    ends = _APPOSITION.match(text, claim.end)
    goes_on = ends or re.match(r" (?:when|and|to|or|on|in|at|who|years)\b|[–-]", lower[claim.end:])
    if (aged := _AGED.search(before)) and (goes_on or "age" in aged[0] or "expectancy" in aged[0]) and not (
            re.search(r"\b(?:now|barely|turn\w*|just|only)\s$", before) and not ends):
        claim.kind = "age"
    elif _OF.search(before) and claim.form in ("words", "digits") and claim.low < 111 and (
            claim.last >= len(doc) or doc[claim.last].tag_ not in ("NN", "NNS", "JJ", "NNP")):
        claim.kind = "age"
    elif _PERSON_NOUN.search(before) and (
            ends or re.match(r" (?:when|and|at|the|years?|by|in|on|this|next|before|later)\b", lower[claim.end:])):
        claim.kind = "age"
    elif (ends and claim.form == "digits" and claim.modifier != "range" and before.endswith((", ", " ("))
          and claim.first > 1 and 4 < claim.low):
        name, after = doc[claim.first - 2], text[claim.end:claim.end + 1]
        if after == ")" and _SUBSTITUTE.search(text[max(0, claim.start - 60):claim.start]):
            claim.kind, claim.tier, claim.counted = "ordinal", 2, "minute"
            return
        if name.pos_ == "PROPN" and name.text[0].isupper() and name.ent_type_ != "DATE" and (
                name.ent_type_ == "PERSON" or (after in ",)" or claim.first > 2 and doc[claim.first - 3].pos_ == "VERB")
                and 10 <= claim.low < 110):
            claim.kind = "age"
    if claim.kind == "age":
        claim.unit = "year"


def decades(lower):
    """(start, end, low, high) of ages given by their decade: "in her late thirties"."""
    for match in _TENS.finditer(lower):
        decade = match["decade"]
        low = 10 * (_DECADES.get(decade) or int(decade[0]))
        part = (match["part"] or "").strip(" -")
        first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
        yield match.start("part") if part else match.start("decade"), match.end(), low + first, low + last


def person(claim, doc):
    """Whose age it is: the noun after "82-year-old", the name before ", 45,", or "child" for a young one without a noun."""
    if "old" in claim.notes:
        return None
    if claim.first > 1 and doc[claim.first - 1].text in (",", "(") and doc[claim.first - 2].pos_ in ("PROPN", "NOUN"):
        end = claim.first - 1
        start = end - 1
        while start > 0 and doc[start - 1].pos_ == "PROPN" or start > 0 and doc[start - 1].text == "-":
            start -= 1
        return doc[start:end].text
    return None

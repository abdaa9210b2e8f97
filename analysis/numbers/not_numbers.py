"""Words that look like numbers and are none, and numbers that are names: pronouns ("the one"), idioms ("in the first
place"), names ("Ground Zero"), identifiers ("Article 5", "G7")."""
import re
from calendar import day_name, month_name
from functools import cache

from analysis.lexicons import rows, words

_GLUED = re.compile(r"[A-Za-z][A-Za-z.&]*-?$")
_PRONOUN_BEFORE = re.compile(r"\b(?:the|this|each|every|another|any|which|no|a|an|first|last|only|next|new|old|same|other|big|"
                             r"good|better|best|great) $")
_PRONOUNS = re.compile(r" of (?:them|us|you|it|which|whom|the above)\b")
_STREET = re.compile(r" (?:[A-Z][\w’'.]* ){1,3}(?:St(?:reet)?|R(?:oa)?d|Ave(?:nue)?|Lane|Drive|Square|Court|Terrace|Boulevard|"
                     r"Blvd|"
                     r"Crescent|Close)\b(?! [a-z]+s\b)")
_MODEL = re.compile(r"\b[A-Z]{2,5} $")       # "an ATR 72-500"
# What comes before a fraction and never before a place in an order: "barely a third", "less than a fifth".
_MEASURED = re.compile(r"\b(?:barely|nearly|almost|about|around|roughly|under|at least|(?:less|more|fewer|better) than|close to|"
                       r"just (?:over|under)|up to) $")
_CALENDAR = {name.lower() for name in (*day_name, *month_name)}
_RANK = re.compile(r"(?:#|№|\bnos?\. ?|\bnumber )$", re.I)


# Groups of digits as telephones are written: an international or trunk prefix, or the North American 3-3-4.
_TELEPHONE = re.compile(r"(?<![\w.,-])(?:\+\d{1,3}[ -]?(?:\(0\) ?)?\d{1,5}(?:[ -]\d{2,5}){1,4}|"
                        r"\(?0\d{2,4}\)?[ -]\d{3,4}(?:[ -]?\d{3,4})?|"
                        r"(?:1[ -.])?(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-. ]\d{4}|(?:1-)?8\d\d-[A-Z]{3,}[A-Z-]*|"
                        r"0[58]00 ?\d{3} ?\d{3,4})(?![\w%]|,\d)")


def telephones(text):
    """The (start, end) of every telephone number of a text: one identifier, not a row of quantities."""
    return [match.span() for match in _TELEPHONE.finditer(text)]


@cache
def _idioms():
    found = {}
    for row in rows("not_numbers.tsv"):
        before, _, rest = row["phrase"].partition("_")
        word, _, after = rest.partition("_")
        found.setdefault(word, []).append((before, after))
    return found


def is_idiom(claim, lower):
    """Whether the number stands in one of the fixed phrases of `not_numbers.tsv`."""
    word = lower[claim.start:claim.end]
    for before, after in _idioms().get(word, ()):
        if lower.endswith(before, 0, claim.start) and lower.startswith(after, claim.end) and (
                not before or claim.start == len(before) or not lower[claim.start - len(before) - 1].isalnum()):
            return True
    return False


def is_pronoun(claim, lower, doc):
    """Whether "one" is a pronoun: it is a numeral only before what it counts, before "of" a set, or in an expression."""
    if lower[claim.start:claim.end] != "one" or claim.unit or claim.linked or claim.modifier == "range":
        return False
    after = lower[claim.end:claim.end + 40]
    if after.startswith(" of "):
        return bool(_PRONOUNS.match(after)) or bool(_PRONOUN_BEFORE.search(lower[max(0, claim.start - 12):claim.start])) and not (
            re.search(r"\b(?:first|only) $", lower[max(0, claim.start - 8):claim.start]))
    if re.match(r" (?:or more|more|fewer|less|or two|in \d|in (?:two|three|four|five|six|seven|eight|nine|ten)|out of|"
                r"too many)\b", after):
        return False
    if re.match(r"[’']s?\b|-to-one|self|[.,;:!?)”]|$| (?:can|could|may|might|must|should|would|will|has|had|is|was|who|that|"
                r"which|"
                r"to|at|for|and|but|by|with|as|on|if|than|or|because|after|from|where|does|did|about|before|when|could|"
                r"needs?)\b", after):
        return True
    token = doc[claim.first]
    following = doc[claim.last] if claim.last < len(doc) else None
    counts = token.dep_ in ("nummod", "compound", "quantmod", "amod", "nmod", "det") and token.head.i > token.i
    return not counts and (following is None or following.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM"))


def is_name(claim, text, doc):
    """Whether a numeral belongs to a name: "Ground Zero", "BBC One", "Thirty Years' War"."""
    if claim.form not in ("words", "ordinal") or claim.kind or "article" in claim.notes:
        return False
    if not text[claim.start].isupper():
        return False
    before = doc[claim.first - 1] if claim.first else None
    after = doc[claim.last] if claim.last < len(doc) else None
    starts = before is None or doc[claim.first].is_sent_start or not (before.text[0].isalnum() or before.text in ("-", ","))
    if before is not None and before.text[0].isupper() and before.is_alpha and not starts and not before.is_sent_start:
        return True
    return not starts and after is not None and after.text[:1].isupper() and after.is_alpha


def is_fraction(claim, text, lower, doc):
    """Whether a fraction word is one: "a third of", "half the", but not "a third man", "half past"."""
    if claim.notes & {"hyphen", "slashed"} or not text[claim.start].isalpha():
        return not re.match(r"-\w+ed\b", lower[claim.end:])
    after = lower[claim.end:claim.end + 14]
    if "plural" in claim.notes:
        return not re.match(r"-", after)
    word = lower[claim.start:claim.end]
    if word == "half":
        if re.search(r"\b(?:top|bottom) $", lower[max(0, claim.start - 9):claim.start]) and not after.startswith(" of"):
            return False
        return bool(re.match(r" (?:of|the|its|his|her|their|our|my|your|that|this|those|these|a|an|as|what|were|are|is|was|"
                             r"have|had|said|to)\b|[.,;:)]| in | all | \(\d", after)) and not (
            re.search(r"(?:\b(?:first|second|other|better|latter|this|that|the|last|next|opening|past|year|and a) |\bhalf )$",
                lower[max(0, claim.start - 9):claim.start]))
    if word.endswith(("second",)):
        return False
    if "quarter" in word:
        return not word.startswith(("one ", "first")) and bool(re.match(r" of\b|[.,;]| as | (?:the|its|his|her|their)\b", after))
    if claim.last < len(doc) and doc[claim.last].tag_ in ("NN", "NNS", "NNP"):
        return False
    return bool(_MEASURED.search(lower[max(0, claim.start - 16):claim.start]) or re.match(
        r" (?:of|the|its|his|her|their|as|to (?=an? |one|two|three|half|\d)|in|from|by|more|less|were|are|is|have|"
        r"said|and|on|over|since)\b|[.,;:)]| \(\d|$", after))


def identifies(claim, text, lower, doc, reached):
    """Whether a number is an identifier, which then takes in its noun: "Article 5", "No. 10", "G7", "iPhone 11".

    reached: the end of the claim before it, whose noun it leaves alone ("3 day 3").
    """
    if claim.form in ("digits", "score") and not claim.unit and _STREET.match(text, claim.end):
        return True
    before = text[max(reached, claim.start - 24):claim.start]
    if claim.modifier == "range" and not claim.kind and _MODEL.search(before) and re.fullmatch(r"\d+-\d+",
            text[claim.start:claim.end]):
        return True
    if claim.kind or claim.scale > 1 or claim.modifier == "range" or claim.form not in ("digits", "words"):
        return False
    if claim.form == "digits" and (glued := _GLUED.search(before)) and (
            glued[0][-1] != "-" or glued[0][0].isupper() and (len(glued[0]) < 7 or _numbered(claim, glued[0], text))):
        claim.start -= len(glued[0])
        return True
    if rank := _RANK.search(before):
        claim.start -= len(before) - rank.start()
        return True
    if claim.form == "digits" and claim.low > 3 and not claim.places and "," not in text[claim.start:claim.end] and _names(
            claim, doc):
        return True
    previous = doc[claim.first - 1] if claim.first else None
    if previous is None or previous.idx < reached or lower[claim.start - 1] not in " -" or "," in text[claim.start:claim.end]:
        return False
    following = doc[claim.last] if claim.last < len(doc) else None
    counts = following is not None and (
        following.tag_ in ("NNS", "JJ", "JJR", "CD", "NN") and following.text[0].islower()
        or any(word.tag_ in ("NNS", "NNPS") for word in doc[claim.last:claim.last + 3]))
    named = previous.lower_.rstrip(".") in words("identifier_nouns.txt") and previous.tag_ in ("NN", "NNP", "JJ", "VB", "VBP")
    product = (claim.form == "digits" and not claim.places and not previous.is_sent_start and not previous.text.endswith(".")
               and re.sub("[&’']", "", previous.text).isalpha() and previous.text != previous.lower_
               and previous.ent_type_ != "DATE")
    if (named and not (counts and following.tag_ == "NNS") or product and not (counts and following.tag_ != "NN")):
        claim.start = previous.idx
        return True
    return False


def _numbered(claim, name, text):
    """Whether a hyphen joins a small number to a capitalised name ("Zephyr-2", "Covid-19") and no third part follows."""
    return (claim.low < 100 and name[1:-1].isalnum() and name.lower().rstrip("-") not in _CALENDAR
            and not text.startswith(("-", "–", " to "), claim.end))


def _names(claim, doc):
    """Whether the capitalised words after a number end in a singular name: "12 Weir Road", "787 Dreamliner"."""
    position = claim.last
    while position < len(doc) and doc[position].text[0].isupper() and doc[position].tag_ in ("NNP", "NN", "JJ"):
        position += 1
    if position == claim.last or position - claim.last > 4 or doc[position - 1].tag_ != "NNP" or doc[position - 1].text[
            -1] == "s":
        return False
    return position == len(doc) or not (doc[position].tag_ in ("NNS", "NN", "NNPS", "POS", "HYPH", "JJ", "VBG", "CC")
        or doc[position].tag_ == "NNP")

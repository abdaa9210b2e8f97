"""Where a sentence may begin: a light component before the parser, for messy text.

The parser decides; this only tells it where no sentence can begin (inside a run of words, at a
closing mark, right after an opening one) and the one place where one surely does (a mark that opens
after a sentence has ended).
"""
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy
from spacy.attrs import ORTH, SENT_START, SPACY
from spacy.language import Language

from analysis.lexicons import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TERMINAL = frozenset(".!?…:;*•|")
_UNIT_STOP = re.compile(r"[\d.,]*[A-Za-z]\.")
_BROKEN_OFF = frozenset("—–-")
_CLOSING = frozenset(("\"", "'", "''", "”", "’", "»", ")", "]", "}"))
_MOST_CLOSING = 4
_EITHER_WAY = ("\"", "''")
_OPENING = ("“", "‘", "«", "„", "(", "[")
_DOUBLE = (*_EITHER_WAY, "“", "«", "„")
_NEVER_FIRST = frozenset("”’»)]},;:!?%.")
_NOWHERE, _SURELY = numpy.uint64(2**64 - 1), 1      # as spaCy keeps them: -1, 1; 0 leaves it open


class _Word(NamedTuple):
    """What the rule asks of a token's characters."""

    space: bool
    lower: bool             # of lower-case letters, and with no other characters
    any_lower: bool
    upper: bool
    terminal: bool
    digits: bool            # begins with one
    unit_stop: bool         # a letter and a stop, with or without digits: "m.", "20C."
    stop: bool
    broken_off: bool
    skipped: bool           # a closing mark or blanks: what ended stands before it
    double: bool
    either_way: bool
    opening: bool
    never_first: bool
    title: bool


@lru_cache(maxsize=50_000)
def _word(text):
    return _Word(
        space=text.isspace(), lower=text.islower() and text.isalpha(), any_lower=text.islower(),
        upper=text[0].isupper(), terminal=text[-1] in _TERMINAL,
        digits=text[0].isdigit(), unit_stop=bool(_UNIT_STOP.fullmatch(text)),
        stop=text in (".", "!", "?"), broken_off=text[-1] in _BROKEN_OFF,
        skipped=text in _CLOSING or text.isspace(),
        double=text in _DOUBLE, either_way=text in _EITHER_WAY, opening=text in _OPENING,
        never_first=text[0] in _NEVER_FIRST, title=text.lower() in words("sentences.titles"))


@Language.component("sentence_starts", assigns=["token.is_sent_start"])
def sentence_starts(doc: "Doc") -> "Doc":
    """Set `is_sent_start` False where none can begin, True after a stop and an opening mark."""
    array, strings = doc.to_array([ORTH, SPACY, SENT_START]), doc.vocab.strings
    forms = [_word(strings[orth]) for orth in array[:, 0].tolist()]
    blank_after, starts = array[:, 1].tolist(), array[:, 2]
    mixed_case = any(form.any_lower for form in forms) and any(form.upper for form in forms)
    for place in range(1, len(forms)):
        form, before = forms[place], forms[place - 1]
        if form.space:
            continue
        ended = _ended(forms, place - 1)
        if form.double:
            if not ended or not _opens(forms, blank_after, place):
                starts[place] = _NOWHERE
            elif before.stop or _measured(forms, blank_after, place - 1):
                starts[place] = _SURELY
        elif (not ended or form.never_first or before.title or mixed_case and form.lower
              or _opens(forms, blank_after, place - 1)):
            starts[place] = _NOWHERE
        elif form.upper and _measured(forms, blank_after, place - 1):
            starts[place] = _SURELY
    return doc.from_array([SENT_START], starts)    # type: ignore[arg-type]  # its stub is narrow


def _measured(forms, blank_after, place):
    """Whether the token is a unit with a full stop right behind its digits: "it cost $375m."."""
    return forms[place].unit_stop and blank_after[place] and (
        forms[place].digits or place > 0 and forms[place - 1].digits and not blank_after[place - 1])


def _opens(forms, blank_after, place):
    """Whether the token is a mark that opens: no sentence begins after it alone."""
    if forms[place].either_way:
        return not blank_after[place] and (place == 0 or bool(blank_after[place - 1]))
    return forms[place].opening


def _ended(forms, place):
    """Whether a sentence can end with the token: it is, or closes after, a mark that ends one."""
    last = place
    for _ in range(_MOST_CLOSING):
        if last and forms[last].skipped:
            last -= 1
    return forms[last].terminal or (last != place and forms[last].broken_off)

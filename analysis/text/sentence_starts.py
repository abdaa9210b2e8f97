"""Where a sentence may begin: a light component before the parser, whose own splits go wrong in messy text.

The parser decides; this only tells it where no sentence can begin (inside a run of words, at a closing mark, right
after an opening one) and the one place where one surely does (a mark that opens after a sentence has ended).
"""
from spacy.language import Language

_TERMINAL = frozenset(".!?…:;*•|")
_BROKEN_OFF = frozenset("—–-")
_CLOSING = frozenset(("\"", "'", "''", "”", "’", "»", ")", "]", "}"))
_MOST_CLOSING = 4
_EITHER_WAY = ("\"", "''")
_OPENING = ("“", "‘", "«", "„", "(", "[")
_DOUBLE = (*_EITHER_WAY, "“", "«", "„")
_NEVER_FIRST = frozenset("”’»)]},;:!?%.")
_TITLES = frozenset("mr. mrs. ms. mx. messrs. dr. prof. gen. lt. maj. col. capt. cpl. sgt. adm. cmdr. gov. sen. sens. rep. "
                    "reps. rev. hon. pres. st. no. nos. vs. v. fig. vol. pp. p.".split())


@Language.component("sentence_starts", assigns=["token.is_sent_start"])
def sentence_starts(doc):
    """Set `is_sent_start` False where no sentence can begin, True after a stop where a mark opens, else leave it open."""
    mixed_case = any(token.is_lower for token in doc) and any(token.text[0].isupper() for token in doc)
    for token in doc[1:]:
        if token.is_space:
            continue
        before = doc[token.i - 1]
        ended = _ended(before)
        if token.text in _DOUBLE:
            if not ended or not _opens(token):
                token.is_sent_start = False
            elif before.text in (".", "!", "?"):
                token.is_sent_start = True
        elif not ended or token.text[0] in _NEVER_FIRST or _opens(before):
            token.is_sent_start = False
        elif mixed_case and token.is_lower and token.is_alpha or before.lower_ in _TITLES:
            token.is_sent_start = False
    return doc


def _opens(token):
    """Whether the token is a mark that opens: what follows it cannot begin a sentence that it is no part of."""
    if token.text in _EITHER_WAY:
        return not token.whitespace_ and (token.i == 0 or bool(token.nbor(-1).whitespace_))
    return token.text in _OPENING


def _ended(token):
    """Whether a sentence can end with the token: it is, or closes after, a mark that ends one."""
    last = token
    for _ in range(_MOST_CLOSING):
        if last.i and (last.text in _CLOSING or last.is_space):
            last = last.nbor(-1)
    return last.text[-1] in _TERMINAL or (last is not token and last.text[-1] in _BROKEN_OFF)

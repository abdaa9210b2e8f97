"""Which words of a sentence are parts of names, by their capitals.

Names carry words that a lexicon takes for praise or blame: an army that calls itself free, united
nations, a gate of peace. They are found by capitals alone and not by the parser's entities, which
miss some of the worst, so that a sentence has one score, in an article and by itself:

- a capitalised word inside a sentence is part of a name; - the first word of a sentence or
quotation, or after a colon, is so only when a capitalised word follows it directly; - in a line in
title case or in capitals, without a full stop, capitals say nothing: no word of it is a name.
"""
import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_FIRST_PERSON = frozenset(("I", "I'm", "I've", "I'd", "I'll"))
_WITHIN_NAMES = frozenset(" ,-&/–—")


@lru_cache(1000)      # tone and readability of a sentence ask for it
def printed_words(sentence: str) -> tuple[tuple[str, int, int], ...]:
    """(word, start, end) of each `WORD` in a straightened sentence: plain tuples, since Python's
    garbage collector goes through matches, of all remembered sentences, again and again."""
    return tuple([(match[0], *match.span()) for match in WORD.finditer(sentence)])


@lru_cache(1000)
def name_words(sentence: str) -> frozenset[int]:
    """The starts of the words (`printed_words`) of a straightened sentence that are parts of names.

    >>> sorted(name_words("Then the Free Harbour Union met in peace."))
    [9, 14, 22]
    """
    words = printed_words(sentence)
    capitals = [word[0].isupper() and word not in _FIRST_PERSON for word, _, _ in words]
    long = [capital for (word, _, _), capital in zip(words, capitals) if len(word) > 3]
    headline = len(long) > 2 and sum(long) > .7 * len(long) and capitals[-1]
    if headline and not sentence.rstrip("\"' ").endswith("."):
        return frozenset()
    found = set()
    for i, (_, start, end) in enumerate(words):
        if capitals[i]:
            opens = i == 0 or _opens(words[i - 1][0], sentence[words[i - 1][2]:start])
            followed = i + 1 < len(words) and capitals[i + 1] and (
                sentence[end:words[i + 1][1]] in (" ", "-"))
            if not opens or followed:
                found.add(start)
    return frozenset(found)


def _opens(previous, gap):
    """Whether a sentence or quotation opens in the gap after the word `previous` (Mr. and initials
    do not end one)."""
    marks = set(gap) - _WITHIN_NAMES
    return bool(marks) and not (marks == {"."} and previous[0].isupper() and len(previous) < 4)

"""The base forms that English spelling allows a word, for looking words up in lists."""

from collections.abc import Iterator

_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""),
            ("ing", "e"), ("ly", ""), ("ily", "y"), ("ally", ""))


def base_forms(word: str) -> Iterator:
    """The lower-case word, then the base forms that it may inflect, in the order to try.

    >>> list(base_forms("mopped"))
    ['mopped', 'mopp', 'mop', 'moppe']
    """
    yield word
    for ending, base in _ENDINGS:
        stem = word.removesuffix(ending)
        if len(stem) > 2 and stem != word:
            yield stem + base
            if ending in ("ed", "ing") and base == "" and stem[-1] == stem[-2]:
                yield stem[:-1]

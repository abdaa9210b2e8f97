"""The base forms that English spelling allows a word, for looking words up in lists."""

from functools import lru_cache

_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""),
            ("ing", "e"), ("ly", ""), ("ily", "y"), ("ally", ""))


@lru_cache(20_000)
def base_forms(word: str) -> tuple[str, ...]:
    """The lower-case word, then the base forms that it may inflect, in the order to try.

    >>> base_forms("mopped")
    ('mopped', 'mopp', 'mop', 'moppe')
    """
    forms = [word]
    for ending, base in _ENDINGS:
        stem = word.removesuffix(ending)
        if len(stem) > 2 and stem != word:
            forms.append(stem + base)
            if ending in ("ed", "ing") and base == "" and stem[-1] == stem[-2]:
                forms.append(stem[:-1])
    return tuple(forms)

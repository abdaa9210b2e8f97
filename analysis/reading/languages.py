"""Which language a text is in, from its script and function words, as far as not English."""
import re
import unicodedata
from collections import Counter
from functools import cache

from analysis.lexicons import rows

_SCRIPTS = {"CYRILLIC": ("Russian or another language in Cyrillic script", "ru"),
            "ARABIC": ("Arabic", "ar"), "HEBREW": ("Hebrew", "he"), "GREEK": ("Greek", "el"),
            "HIRAGANA": ("Japanese", "ja"), "KATAKANA": ("Japanese", "ja"),
            "CJK": ("Chinese", "zh"), "HANGUL": ("Korean", "ko"), "THAI": ("Thai", "th"),
            "DEVANAGARI": ("Hindi", "hi"), "BENGALI": ("Bengali", "bn"), "TAMIL": ("Tamil", "ta"),
            "GEORGIAN": ("Georgian", "ka"), "ARMENIAN": ("Armenian", "hy")}
_SAMPLE = 50_000
_LEAST_WORDS = 20       # below it, the text has the benefit of the doubt
_LEAST_LETTERS = 60
_LEAST_SHARE = .12
_MARGIN = 1.2


@cache
def _profiles():
    return {(row["language"], row["code"]): frozenset(row["words"].split())
            for row in rows("function_words.tsv")}


def detect(text: str) -> tuple[str, str] | None:
    """(name, ISO 639-1 code) of the language of a text, or None where that is unclear.

    >>> detect("Der Damm hielt, und die Leute auf der Brücke sahen zu, wie das Wasser in der Nacht "
    ...        "stieg. Es war nicht das erste Mal, dass sie so standen.")
    ('German', 'de')
    """
    scripts: Counter[str] = Counter()
    for letter, count in Counter(filter(str.isalpha, text[:_SAMPLE])).items():
        scripts[unicodedata.name(letter, "?").split()[0].split("-")[0]] += count
    letters = scripts.total()
    foreign = {script: count for script, count in scripts.items() if script in _SCRIPTS}
    if letters >= _LEAST_LETTERS and sum(foreign.values()) > .5 * letters:
        kana = scripts["HIRAGANA"] + scripts["KATAKANA"] > .1 * letters
        return _SCRIPTS["HIRAGANA" if kana else max(foreign, key=foreign.__getitem__)]
    words = Counter(re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower()))
    total = words.total()
    if total < _LEAST_WORDS:
        return None
    shares = {language: sum(words[word] for word in known & words.keys()) / total
              for language, known in _profiles().items()}
    best = max(shares, key=shares.__getitem__)
    english = shares["English", "en"]
    if shares[best] < _LEAST_SHARE:
        return None
    return best if best[1] == "en" or shares[best] > _MARGIN * english else ("English", "en")

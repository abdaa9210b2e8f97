"""Plural magnitudes, which name an interval: "dozens", "tens of thousands", "hundreds of millions".

| words                  | interval             | words                 | interval                       |
|------------------------|----------------------|-----------------------|--------------------------------|
| dozens                 | 24 – 99              | tens of thousands     | 20,000 – 99,999                |
| scores of              | 40 – 199             | hundreds of thousands | 200,000 – 999,999              |
| hundreds               | 200 – 999            | tens of millions      | 20,000,000 – 99,999,999        |
| thousands, millions, … | two of them and more | hundreds of millions  | 200,000,000 – 999,999,999, …   |

A plural says at least two; the interval ends where English has the next magnitude. Bare thousands and millions stay open
above, for writers use them of any larger number too, and so do "many thousands" and "several hundred".
"""
import re
from math import nan

from analysis.numbers.quantity import Claim

_SIZES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 10 ** 3, "lakh": 10 ** 5, "million": 10 ** 6, "crore": 10 ** 7,
          "billion": 10 ** 9, "trillion": 10 ** 12}
_CLOSED = {"dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999)}
_FEW = {"tens": (20, 100), "dozens": (24, 100), "hundreds": (200, 1000)}
_MAGNITUDE = re.compile(r"(?<![\w’'])(?:(tens|dozens|hundreds)(?: or hundreds)? of (thousand|million|billion|trillion)s|"
                        r"(?:many|several|a few|a couple|few|a couple of) (dozen|hundred|thousand|million|billion|lakh|crore)s?|"
                        r"(dozen|hundred|thousand|million|billion|trillion|lakh|crore|score(?=s of))s)\b")


_FIGURES = re.compile(r"(?<![\w-])(four|five|six|seven|eight|nine)[- ]figures?\b")
_DIGITS = dict(zip("four five six seven eight nine".split(), range(4, 10)))


def find(lower):
    """The magnitudes of a lower-case text, as Claims of form "magnitude"."""
    found = []
    for match in _MAGNITUDE.finditer(lower):
        few, many, vague, plain = match.groups()
        if few:
            low, high = (size * _SIZES[many] for size in _FEW[few])
            high -= 1
        else:
            size = _SIZES[vague or plain]
            low, high = _CLOSED.get(f"{plain}s", (2 * size, nan))
        found.append(Claim(match.start(), match.end(), float(low), float(high), "magnitude", modifier="~"))
    for match in _FIGURES.finditer(lower):
        low = 10.0 ** (_DIGITS[match[1]] - 1)
        found.append(Claim(*match.span(), low, 10 * low - 1, "magnitude", modifier="~"))
    return found

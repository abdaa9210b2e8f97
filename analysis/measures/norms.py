"""What is usual: where a figure of one article stands among those of many.

The file of norms (`data/norms.csv`, written by the command `norms`; data/README.md describes its
pool) has the quantiles of each of MEASURES over the articles of a pool, by kind of text and by
length. It holds figures only. A reader's own pool, an archive of theirs, makes another such file,
which the environment variable `ARTICLE_NORMS` (or `--norms`) names.
"""
import os
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from math import inf, nan
from pathlib import Path

import numpy
import pandas

from analysis.article import Article
from analysis.errors import ArticleError
from analysis.measures.balance import ORDINARY, POWERFUL, effective_voices, unnamed
from analysis.measures.quantities import HEDGES, quantities
from analysis.measures.tone import scored
from analysis.project import NORMS
from analysis.tone.word_counts import LISTS
from analysis.voices.spoken_words import spoken, voiced

QUANTILES = numpy.array([.01, .02, *numpy.arange(.05, 1, .05), .98,
                         .99]).round(2)     # no single article's figure
VARIABLE = "ARTICLE_NORMS"  # of the environment: a file of norms of one's own
FEWEST = 30     # articles; fewer make no norm
_TELLING = .8   # of the articles have a lower figure, or a higher one
_KEY = ["measure", "kind", "length"]
_COLUMNS = [f"q{round(100 * q):03d}" for q in QUANTILES]
_LENGTHS = {"short": 300, "medium": 800, "long": inf}     # fewer words than

# Each measure of an article: what it is, in the words that stand beside a figure.
MEASURES = {
    "tone": "tone", "topic": "what the topic adds to the tone",
    "wording": "what the wording adds to the tone",
    **{name: f"{name} per 1,000 words" for name in LISTS},
    "subjective": "share of the reporter's sentences worded as opinion",
    "grade": "Flesch–Kincaid grade", "ease": "Flesch reading ease",
    "voices": "voices per 1,000 words", "quoted": "share of the words that are quoted",
    "paraphrased": "share of the words that are paraphrased",
    "unnamed": "share of the voices' words without a name",
    "refusals": "refusals per 1,000 words",
    "officials": "share of the voices' words that officials have",
    "ordinary": "share of the voices' words that ordinary people have",
    "most_words": "share of the voices' words that the first of them has",
    "effective_voices": "effective number of voices",
    "quantities": "quantities per 1,000 words", "hedged": "share of the quantities that are hedged",
    "doubting": "share of the cues that doubt",
}


def measured(article: Article) -> dict:
    """The kind of an Article, the words of its running text, and each of MEASURES; NaN where there
    is nothing to measure."""
    table = scored(article)
    words = int(table["words"].sum())
    return {"kind": article.genre[0], "words": words, **_sound(article, table, words),
            **_voices(article, words), **_figures(article, words)}


def _sound(article, table, words):
    own = table.loc[table["voice"] == "reporter", "subjective"]
    whole = article.readability.iloc[:1]
    return {"tone": table["score"].mean(), "topic": table["topic"].mean(),
            "wording": table["evaluative"].mean(),
            **{name: _per_thousand(table[name].sum(), words) for name in LISTS},
            "subjective": own.mean(),
            "grade": whole["flesch_kincaid_grade"].mean(),
            "ease": whole["flesch_reading_ease"].mean()}


def _voices(article, words):
    pieces = spoken(article)
    said, total = pieces.groupby("speaker")["words"].sum(), pieces["words"].sum()
    voices = article.speakers.drop_duplicates("speaker").set_index("speaker")
    classes = voices["role_class"].reindex(said.index)
    cues = voiced(article).dropna(subset=["cue"])["cue_class"]
    return {"voices": _per_thousand((said > 0).sum(), words),
            "quoted": _share(pieces.loc[pieces["quoted"], "words"].sum(), words),
            "paraphrased": _share(pieces.loc[~pieces["quoted"], "words"].sum(), words),
            "unnamed": _share(unnamed(article)["words"].sum(), total),
            "refusals": _per_thousand((article.attributions["scope"] == "refusal").sum(), words),
            "officials": _share(said[classes.isin(POWERFUL)].sum(), total),
            "ordinary": _share(said[classes.isin(ORDINARY)].sum(), total),
            "most_words": _share(said.max(), total),
            "effective_voices": effective_voices(article)[0],
            "doubting": (cues == "doubting").mean()}


def _figures(article, words):
    table = quantities(article)
    return {"quantities": _per_thousand(len(table), words),
            "hedged": (table["modifier"].map(HEDGES) == "hedged").mean()}


def _share(part, whole):
    return part / whole if whole else nan


def _per_thousand(count, words):
    return _share(1000 * count, words)


def length(words: int) -> str:
    """The class of length of an article of so many words: short, medium or long.

    >>> length(299), length(300), length(5000)
    ('short', 'medium', 'long')
    """
    return next(name for name, end in _LENGTHS.items() if words < end)


def norms(rows: pandas.DataFrame) -> pandas.DataFrame:
    """The table of norms of a pool: the quantiles of each measure by kind and length ("all" of them
    included).

    rows: one article each, with `kind`, `words` and MEASURES. Groups of fewer than FEWEST articles
    are left out.
    """
    rows = rows.assign(length=rows["words"].map(length))
    kinds = [("all", rows), *((kind, part) for kind, part in rows.groupby("kind"))]
    found = []
    for kind, part in kinds:
        for size, chosen in [("all", part),
                             *((size, part[part["length"] == size]) for size in _LENGTHS)]:
            for measure in MEASURES:
                values = chosen[measure].dropna().to_numpy(float)
                if len(values) >= FEWEST:
                    found.append([measure, kind, size, len(values),
                                  *numpy.quantile(values, QUANTILES)])
    return pandas.DataFrame(found, columns=[*_KEY, "n", *_COLUMNS])


def load(path: str | Path | None = None) -> dict[tuple, tuple]:
    """The norms in the file `path` (default: the one that ARTICLE_NORMS names, else the project's
    own): {(measure, kind, length): (n, the figures at QUANTILES)}.

    Raises ArticleError where the file cannot be read as one.
    """
    return _load(Path(path or os.environ.get(VARIABLE) or NORMS))


@cache
def _load(path):
    try:
        table = pandas.read_csv(path, comment="#")
    except (OSError, ValueError) as problem:
        raise ArticleError(f"{path}: no file of norms can be read there ({problem}).") from None
    if missing := {*_KEY, "n", *_COLUMNS} - set(table.columns):
        raise ArticleError(f"{path}: no file of norms, it lacks the columns "
                           f"{', '.join(sorted(missing))}.")
    keys, counts = zip(*(table[name] for name in _KEY)), table["n"].tolist()
    return dict(zip(keys, zip(counts, map(tuple, table[_COLUMNS].to_numpy(float).tolist()))))


def file(rows: pandas.DataFrame, pool: str) -> str:
    """The norms of a pool as the text of a file: `rows` as for `norms`, what the pool is in its
    first line."""
    head = f"# Quantiles of the measures of an article over {len(rows):,} articles: {pool}.\n"
    return head + norms(rows).to_csv(index=False, float_format="%.4g", lineterminator="\n")


@dataclass(frozen=True)
class Place:
    """Where a figure stands: the share of the pool's articles that have a lower one, with the range
    that the figure's own interval gives it, the share that have a higher one, n articles, and the
    quantiles for a picture."""

    measure: str
    below: float
    low: float
    high: float
    above: float
    n: int
    pool: str
    quantiles: tuple

    def quantile(self, share: float) -> float:
        """The figure that a share of the pool's articles have less than."""
        return float(numpy.interp(share, QUANTILES, self.quantiles))

    @property
    def telling(self) -> bool:
        """Whether the figure, wherever in its interval it is, lies above or below that of most
        articles by far.

        >>> Place("unnamed", .93, .9, .97, .06, 900, "news articles", ()).telling
        True
        >>> Place("unnamed", .93, .4, .97, .06, 900, "news articles", ()).telling
        False
        """
        return min(self.below, self.low) >= _TELLING or min(self.above, 1 - self.high) >= _TELLING

    def words(self) -> str:
        """The place in words.

        >>> Place("tone", .12, .05, .3, .88, 900, "news articles", ()).words()
        'less than in 88 of 100 news articles (70 to 95)'
        """
        more = self.below >= self.above
        share, ends = (self.below, (self.low, self.high)) if more else (self.above, (1 - self.high,
                                                                                     1 - self.low))
        if share < .6:
            return f"about as in most {self.pool}"
        low, middle, high = (min(round(100 * part), 99) for part in (ends[0], share, ends[1]))
        span = f" ({low} to {high})" if high - low > 1 else ""
        return f"{'more' if more else 'less'} than in {middle} of 100 {self.pool}{span}"


def place(measure: str, value: float, low: float | None = None, high: float | None = None,
          kind: str = "news report",
          words: int | None = None, table: dict | None = None) -> Place | None:
    """Where the value of a measure stands among articles of its kind and, with `words`, of its
    length.

    low, high: the value's interval. None where the value is missing or the pool has too few such
    articles.
    """
    table = load() if table is None else table
    key = next((key for key in ((measure, kind, length(words) if words else "all"),
                                (measure, kind, "all"),
                                (measure, "all", "all")) if key in table), None)
    if key is None or value != value:
        return None
    n, marks = table[key]
    below, above = _below(marks, value), 1 - _below(marks, value, "right")
    return Place(measure, below, _below(marks, value if low is None else low),
                 _below(marks, value if high is None else high, "right"), above, n,
                 _POOLS.get(key[1], "articles"), marks)


_POOLS = {"news report": "news articles", "opinion piece": "opinion pieces",
          "interview": "interviews",
          "transcript": "transcripts"}


def _below(marks, value, side="left"):
    """The share of a distribution, given by its QUANTILES, that is lower than the value (right: not
    higher)."""
    at = (bisect_left if side == "left" else bisect_right)(marks, value)
    if at == 0 or at == len(marks):
        return 1.0 if at else 0.0
    lower, upper = marks[at - 1], marks[at]
    return float(numpy.interp(value, [lower, upper],
                              QUANTILES[at - 1:at
                                        + 1])) if upper > lower else float(QUANTILES[at - 1])

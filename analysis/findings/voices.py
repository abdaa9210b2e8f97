"""Whose words the article gives, and how much of them comes from voices without a name."""

from analysis.article import Article
from analysis.findings.draws import Draws, around, draws, nameless
from analysis.findings.statement import HEDGED, Statement
from analysis.findings.weights import calibrated, rate
from analysis.text.phrases import count, listing

_NAMED = 3  # voices named in a sentence
_FEW = 10   # words; fewer are hardly anybody's, and often a row that is wrong
# of a share of the words: next to nothing; ranges that say much, something, and nothing
_LITTLE, _NARROW, _WIDE, _SAYS_NOTHING = .1, .25, .4, .5
_SOME = .05         # surely more than this is told of those without a name; less may be missed
_HALF = .5          # what lies below it is told where its range says no more
_NEARLY_ALL = .5    # no less than this, whatever was missed, of a voice beside which none was found
_DESCRIBED = .1     # more likely than this to be a named voice, described


def statements(article: Article) -> list[Statement]:
    """most_words and unnamed_share."""
    unnamed = nameless(article)
    found = draws(article, unnamed)
    heard = [name for name, words in zip(found.voices, found.counted) if words]
    total = sum(found.counted)
    if total < _FEW:
        nobody = ("Nobody is quoted or paraphrased" if not heard else
                  f"Hardly anybody is quoted or paraphrased ({count(total, 'word')} found)")
        likely = rate("nobody heard") * (1 if heard else 1 - _spoken_for(found))
        return [
            Statement(
                finding,
                likely,
                f"{nobody}.",
                f"{nobody}, as far as the program can tell.",
                "Whether anybody is quoted or paraphrased, the program cannot tell.",
            )
            for finding in ("most_words", "unnamed_share")
        ]
    return [_most(article, found, heard, unnamed), _unnamed(article, found, heard, unnamed)]


def _spoken_for(found):
    return float((found.words.sum(1) > 0).mean())


def _most(article, found: Draws, heard, unnamed):
    name, total, most = heard[0], sum(found.counted), found.most()
    share, words = found.counted[0] / total, f"{found.counted[0]:,} of {total:,} found"
    low, high = around(share, found.share([name]))
    chance, second = max(zip(most[1:].tolist(), found.voices[1:]), default=(0, None))
    first = called(name, unnamed)
    other = called(second, unnamed) if second else "somebody whose words were missed"
    told, span = _told(words, share, low, high)
    flat = f"{first} is given the most words: {told}."
    if len(heard) == 1:
        flat = (f"The words that are quoted or paraphrased are nearly all those of one voice, "
                f"{first} ({total:,})." if low >= _NEARLY_ALL else
                f"{first} is given the most words, {total:,}; of others none were found, but some "
                f"may have been missed.")
    likely = calibrated("most_words", float(most[0]))
    hedged = f"Probably {first} is given the most words ({span}), else {other}."
    if likely < HEDGED and second and most[0] + chance >= rate("either"):
        likely = rate("either")
        hedged = (f"Either {first} or {other} is given the most words; which of them, the unsure "
                  f"rows leave open ({words} are the former’s).")
    return Statement("most_words", likely, flat, hedged,
                     f"Who is given the most words is not clear: {first} ({words}), or {other}; "
                     f"some rows are unsure.",
                     name, share, low, high, "share", first_words(article, [name]))


def _told(words, share, low, high):
    """How much somebody is given, told at length and in short: the share with its range, or only
    the words that were found where the range says nothing."""
    if high - low > _SAYS_NOTHING:
        return f"{words}; too many rows are unsure to say which share", words
    span = f"{share:.0%}; with the unsure rows, between {low:.0%} and {high:.0%}"
    return f"{words} ({span})", span


def _unnamed(article, found: Draws, heard, unnamed):
    without = [name for name in heard if name in unnamed]
    value = sum(found.counted[found.voices.index(name)] for name in without) / sum(found.counted)
    low, high = around(value,
                        found.share([name for name in found.voices if name in unnamed]))
    surely = [name for name in without if unnamed[name] < _DESCRIBED]
    who = listing([called(name, unnamed) for name in surely[:_NAMED]]
                  + [count(len(surely) - _NAMED, "other")] * (len(surely) > _NAMED))
    if surely and high >= _LITTLE and low >= _SOME:
        flat = f"Voices without a name ({who}) have between {low:.0%} and {high:.0%} of the words."
    elif high < _LITTLE:
        flat = (f"Hardly any words, if any, come from voices without a name (at most "
                f"{max(high, _SOME):.0%}).")
    else:
        most = f"at most {high:.0%}" if low < .005 else f"between {low:.0%} and {high:.0%}"
        flat = f"Voices without a name have {most} of the words."
    withheld = (f"How much comes from voices without a name is not clear: anything between "
                f"{low:.0%} and {high:.0%} of the words.")
    width = high - low
    if width > _NARROW and high <= _HALF:
        flat = "Less than half of the words come from voices without a name."
    likely = (rate("range") if width <= _NARROW or high <= _HALF else rate("wide range")
              if width <= _WIDE else 1 - width)
    return Statement("unnamed_share", likely, flat,
                     flat.replace("have between", "have roughly between"), withheld, None, value,
                     low, high, "share", first_words(article, surely or without))


def called(name: str, unnamed: dict[str, float]) -> str:
    """How a voice is written of: as it is named, or in quotation marks where it is only described.

    >>> called("a relative", {"a relative"}), called("Ana Brell", set())
    ('“a relative”', 'Ana Brell')
    """
    return f"“{name}”" if name in unnamed else name


def first_words(article: Article, names: list[str]) -> list[tuple]:
    """Where each of the voices is first given words, as (start, end), the voices in their order."""
    first = {}
    for piece in article.pieces:
        first.setdefault(piece.speaker, (piece.start, piece.end))
    return [first[name] for name in names if name in first]

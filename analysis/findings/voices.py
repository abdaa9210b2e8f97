"""Whose words the article gives, and how much of them comes from voices without a name."""

from analysis.findings.draws import Draws, bounds, draws, nameless
from analysis.findings.statement import Statement
from analysis.text.phrases import count, listing

_NEAR = 0.1  # a share is told rightly where it is off by no more
_NAMED = 3  # voices named in a sentence


def statements(article) -> list[Statement]:
    """most_words and unnamed_share."""
    found, unnamed = draws(article), nameless(article)
    heard = [name for name, words in zip(found.voices, found.counted) if words]
    if not heard:
        nobody = "Nobody is quoted or paraphrased"
        return [
            Statement(
                finding,
                1 - _spoken_for(found),
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
    name, total = heard[0], sum(found.counted)
    shares, words = found.share([name]), found.counted[0]
    low, high = bounds(shares)
    most = found.most()
    title, other = called(name, unnamed), max(zip(most[1:], found.voices[1:]), default=(0, None))[1]
    span = f"{words / total:.0%}; with the unsure rows, between {low:.0%} and {high:.0%}"
    if len(heard) == 1:
        flat = f"{title} has nearly all the words that are quoted or paraphrased ({count(words, 'word')})."
        hedged = f"Probably {title} has most of the words that are quoted or paraphrased ({count(words, 'word')})."
    else:
        flat = f"{title} is given the most words: {words:,} of {total:,} ({span})."
        hedged = (
            f"Probably {title} is given the most words ({span}), else {called(other, unnamed)}."
        )
    withheld = f"Who is given the most words is not clear: {title} has {words:,} of {total:,}" + (
        f", {called(other, unnamed)} {found.counted[found.voices.index(other)]:,}, and some rows are unsure."
        if other
        else ", and these are unsure."
    )
    return Statement(
        "most_words",
        float(most[0]),
        flat,
        hedged,
        withheld,
        name,
        words / total,
        low,
        high,
        "share",
        first_words(article, [name]),
    )


def _unnamed(article, found: Draws, heard, unnamed):
    without = [name for name in heard if name in unnamed]
    total, words = (
        sum(found.counted),
        sum(found.counted[found.voices.index(name)] for name in without),
    )
    shares = found.share([name for name in found.voices if name in unnamed])
    low, high = bounds(shares)
    value = words / total
    near = float((abs(shares - value) <= _NEAR).mean())
    if not without:
        flat = (
            "The one voice that is heard has a name."
            if len(heard) == 1
            else f"All {len(heard)} voices that are heard have a name."
        )
        hedged = f"As far as the program can tell, every voice has a name; at most {high:.0%} of the words have none."
    else:
        who = listing(
            [called(name, unnamed) for name in without[:_NAMED]]
            + [count(len(without) - _NAMED, "other")] * (len(without) > _NAMED)
        )
        flat = (
            f"{len(without)} of {count(len(heard), 'voice')} {'has' if len(without) == 1 else 'have'} no name ({who}); "
            f"about {value:.0%} of the words come from there (between {low:.0%} and {high:.0%})."
        )
        hedged = (
            f"Roughly {low:.0%} to {high:.0%} of the words come from voices without a name ({who})."
        )
    withheld = (
        f"How much comes from voices without a name is not clear: anything between {low:.0%} and {high:.0%} "
        "of the words."
    )
    return Statement(
        "unnamed_share",
        near,
        flat,
        hedged,
        withheld,
        None,
        value,
        low,
        high,
        "share",
        first_words(article, without),
    )


def called(name: str, unnamed) -> str:
    """How a voice is written of: as it is named, or in quotation marks where it is only described.

    >>> called("a relative", {"a relative"}), called("Ana Brell", set())
    ('“a relative”', 'Ana Brell')
    """
    return f"“{name}”" if name in unnamed else name


def first_words(article, names) -> list:
    """Where each of the voices is first given words, as (start, end), the voices in their order."""
    table = article.attributions
    table = table[table["scope"].isin(["speech", "document"])]
    first = table.drop_duplicates("speaker").set_index("speaker")
    return [
        (int(first.loc[name, "start"]), int(first.loc[name, "end"]))
        for name in names
        if name in first.index
    ]

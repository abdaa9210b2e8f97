"""Group figures of tone: means with errors that include the measure's own, contrasts, and the words
behind them.

Standard errors are those of `analysis.tone.calibration`: of a mean as an estimate of what many
raters would say, and of a difference within one article, in which the misjudgement of the whole
article cancels out.
"""
from itertools import combinations
from math import erfc, sqrt

import pandas

from analysis.article import Article
from analysis.tables.sentences import body_sentences
from analysis.tone.calibration import Z95, contrast_error, standard_error, weights

_FEW, _THIN = 5, 1 / 3


def scored(article: Article) -> pandas.DataFrame:
    """The tone table of an Article's running text, ready for grouping.

    Returns the rows of `article.tone` without titles, headings and bylines, with paragraph,
    section, voice, words and speaker: "reporter" in the reporter's voice, the canonical name where
    all quotations of the sentence are one speaker's, else missing. The speakers table's further
    columns (affiliation, the user's own dimensions) are joined by that name, so that any of them
    can be grouped by.
    """
    sentences = body_sentences(article)[["sentence", "paragraph", "section", "voice", "words"]]
    table = article.tone.merge(sentences, on="sentence")
    named = article.quotes.dropna(subset=["speaker"]).groupby("sentence")["speaker"].agg(set)
    alone = {sentence: next(iter(names)) for sentence, names in named.items() if len(names) == 1}
    table["speaker"] = table["sentence"].map(alone).where(table["voice"] != "reporter",
                                                          "reporter").astype("str")
    further = article.speakers.drop(columns=[name for name in article.speakers if name in table
                                             and name != "speaker"])
    return table.merge(further.drop_duplicates("speaker"), on="speaker", how="left")


def groups(table: pandas.DataFrame, by: str | None) -> pandas.DataFrame:
    """Mean tone by group. table: as from `scored`; by: a column of it, or None for one row about
    everything.

    Returns a DataFrame, groups in the order of the text: group; n (sentences); coverage (the share
    of them with evidence); mean, se, low, high (95 %); topic, evaluative (the means of the parts:
    mean = intercept + topic + evaluative); compound (VADER's mean, for comparison); reading (in
    words: the side of zero, or why there is none). Sentences whose group is missing are left out.
    """
    rows = []
    for group, chosen in _split(table, by):
        if len(chosen):
            mean, se = chosen["score"].mean(), standard_error(chosen["evidence"])
            rows.append(dict(group=group, n=len(chosen), coverage=(chosen["evidence"] > 0).mean(),
                             mean=mean, se=se,
                             low=mean - Z95 * se, high=mean + Z95 * se,
                             topic=chosen["topic"].mean(),
                             evaluative=chosen["evaluative"].mean(),
                             compound=chosen["compound"].mean()))
            rows[-1]["reading"] = _group_reading(rows[-1])
    return pandas.DataFrame(rows, columns=["group", "n", "coverage", "mean", "se", "low", "high",
                                           "topic", "evaluative",
                                           "compound", "reading"])


def _split(table, by):
    return [("all", table)] if by is None else table.groupby(by, sort=False)


def contrasts(table: pandas.DataFrame, by: str, fewest: int = _FEW) -> pandas.DataFrame:
    """Differences in mean tone between each two groups of at least `fewest` sentences.

    Returns a DataFrame: first, second, difference (mean of the first - mean of the second), se,
    low, high (95 %, each by itself), p (two-sided, Holm 1979 for as many comparisons as there are
    rows), apart (p < .05), reading (in words).
    """
    means = groups(table, by)
    means, evidence = means[means["n"] >= fewest], dict(list(table.groupby(by)["evidence"]))
    rows = []
    for one, other in combinations(means.itertuples(), 2):
        difference, se = one.mean - other.mean, contrast_error(evidence[one.group],
                                                               evidence[other.group])
        rows.append(dict(first=one.group, second=other.group, difference=difference, se=se,
                         low=difference - Z95 * se,
                         high=difference + Z95 * se, p=erfc(abs(difference) / se / sqrt(2))))
    for row, p in zip(rows, _holm([row["p"] for row in rows])):
        row |= dict(p=p, apart=p < .05)
        row["reading"] = _reading(**row)
    return pandas.DataFrame(rows, columns=["first", "second", "difference", "se", "low", "high",
                                           "p", "apart", "reading"])


def _holm(values):
    adjusted, running = [0.0] * len(values), 0.0
    for rank, i in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        running = max(running, min(1.0, (len(values) - rank) * values[i]))
        adjusted[i] = running
    return adjusted


def _reading(first, second, difference, apart, **_):
    if not apart:
        return f"The data cannot tell {first} and {second} apart."
    lower, upper = (first, second) if difference < 0 else (second, first)
    return (f"{lower} reads more negative than {upper}, by about {abs(difference):.1f} on the "
            "scale from −4 to +4.")


def _group_reading(row):
    if row["n"] < _FEW:
        return f"Too few sentences to say ({row['n']})."
    if row["coverage"] < _THIN:
        share = f"{row['coverage']:.0%} of {row['n']}"
        return f"Too few sentences have a word that carries tone ({share})."
    side = "negative" if row["high"] < 0 else "positive" if row["low"] > 0 else None
    if side is None:
        return "The data cannot tell the tone from neutral."
    brought = {"topic": "by what it is about", "evaluative": "by how it is worded"}
    shares = {part: abs(row[part]) for part in brought if (row[part] < 0) == (side == "negative")}
    most = f", more {brought[max(shares, key=shares.get)]}" if shares else ""
    return f"{side.capitalize()}{most}."


def drivers(table: pandas.DataFrame, by: str | None = None, most: int = 10) -> pandas.DataFrame:
    """The words that move each group's mean most: a DataFrame with group, word (lower case), count,
    adds (to the group's mean score; those of all words and the intercept sum to it), starts (where
    in the article each stands)."""
    columns = ["group", "word", "count", "adds", "starts"]
    rows = []
    for group, chosen in _split(table, by):
        words = pandas.DataFrame([(word.lower(), adds, start) for row in chosen["drivers"] for word,
                                  adds, start, _ in row],
                                 columns=["word", "adds", "start"])
        found = words.groupby("word", sort=False).agg(count=("adds", "size"), adds=("adds", "sum"),
                                                      starts=("start", list))
        found["adds"] /= len(chosen)
        strongest = found["adds"].abs().sort_values(ascending=False, kind="stable").index[:most]
        rows.append(found.loc[strongest].reset_index().assign(group=group)[columns])
    return pandas.concat(rows, ignore_index=True) if rows else pandas.DataFrame(columns=columns)


def intercept() -> float:
    """What the calibration gives a sentence without evidence: part of every mean."""
    return weights()["intercept"]

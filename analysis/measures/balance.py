"""Who gets to speak: words by voice and by group, concentration, doubt, silence. Pure functions of
an article's tables.

Every measure rests on `spoken`, the words each speaker is given (`analysis.voices.spoken_words`),
quoted and paraphrased. Intervals are 95 %: of shares by a bootstrap that draws the attributions
again (one act's words stand or fall together), of proportions by Wilson's formula.
"""

import numpy
import pandas

from analysis.article import Article
from analysis.models.intervals import bootstrap, wilson
from analysis.voices import places
from analysis.voices.spoken_words import spoken, voiced

ORDINARY, POWERFUL = ("witness",), ("official", "military")
UNKNOWN = "(not stated)"


def words(article: Article, by: str = "speaker") -> pandas.DataFrame:
    """Words by group: `by` is speaker, form, role_class, affiliation or any column of the speakers
    table.

    Columns: the group, voices, quotes (quoted quoted spans), quoted, reported, words, share with
    low and high; most words first. `start`: where the group is first heard.
    """
    pieces = _grouped(article, by)
    if pieces.empty:
        return pandas.DataFrame(columns=[by, "start", "voices", "quotes", "quoted", "reported",
                                         "words", "share", "low", "high"])
    groups = pieces.groupby(by, sort=False)
    table = pandas.DataFrame({
        "start": groups["start"].min(), "voices": groups["speaker"].nunique(),
        "quotes": groups["quoted_spans"].sum(),
        "quoted": groups["quoted_words"].sum(), "reported": groups["reported_words"].sum(),
        "words": groups["words"].sum()})
    table["share"] = table["words"] / table["words"].sum()
    decoded = pieces.groupby([pieces["attribution"].fillna(-1),
                              by])["words"].sum().unstack(fill_value=0)
    bounds = bootstrap(decoded.to_numpy(float), lambda sums: sums / sums.sum(-1, keepdims=True))
    table = table.join(pandas.DataFrame(bounds.T, index=decoded.columns, columns=["low", "high"]))
    return table.sort_values("words", ascending=False, kind="stable").reset_index()


def placed(article: Article, most: int) -> pandas.DataFrame:
    """The `most` voices with the most words in the order of their first: [(speaker, quoted spans,
    paraphrased spans)]."""
    order = words(article).head(most).sort_values("start")["speaker"].tolist()
    spans = {name: ([], []) for name in order}
    for row in spoken(article).itertuples():
        if row.speaker in spans:
            spans[row.speaker][0 if row.quoted else 1].append((row.start, row.end))
    return [(name, *spans[name]) for name in order]


def effective_voices(article: Article) -> tuple[float, float, float]:
    """The effective number of voices and its interval: (number, low, high); NaN where nobody
    speaks.

    The exponential of the Shannon entropy of the shares (Hill number of order 1; Jost 2006, Entropy
    and diversity): 5 voices of equal length give 5, one that speaks almost alone gives little more
    than 1.
    """
    pieces = spoken(article)
    if pieces["words"].sum() == 0:
        return numpy.nan, numpy.nan, numpy.nan
    decoded = pieces.groupby([pieces["attribution"].fillna(-1),
                              "speaker"])["words"].sum().unstack(fill_value=0).to_numpy(float)
    low, high = numpy.maximum(bootstrap(decoded, _hill, centred=True), 1)
    return float(_hill(decoded.sum(0))), float(low), float(high)


def _hill(sums):
    shares = sums / sums.sum(-1, keepdims=True)
    logs = numpy.log(shares, out=numpy.zeros_like(shares), where=shares > 0)
    return numpy.exp(-(shares * logs).sum(-1))


def by_section(article: Article, by: str = "speaker") -> pandas.DataFrame:
    """Who is heard first, last and longest in each section; one row per section in which anybody
    is.

    Columns: section, start, voices, words, first, last, longest (groups of `by`), longest_words.
    """
    rows = []
    for section, pieces in _grouped(article, by).groupby("section"):
        sums = pieces.groupby(by, sort=False)["words"].sum()
        rows.append(dict(section=section, start=pieces["start"].min(),
                         voices=pieces["speaker"].nunique(),
                         words=int(sums.sum()), first=pieces[by].iloc[0], last=pieces[by].iloc[-1],
                         longest=sums.idxmax(), longest_words=int(sums.max())))
    return pandas.DataFrame(rows, columns=["section", "start", "voices", "words", "first", "last",
                                           "longest", "longest_words"])


def ordinary_against_powerful(article: Article) -> pandas.DataFrame:
    """Words of officials and the military against those of witnesses and citizens, for the article
    and each section.

    Columns: section (missing for the whole article), start, powerful, ordinary (words), ratio
    (ordinary words for one of the powerful; NaN where these have none).
    """
    pieces = _grouped(article, "role_class")
    parts = [(None, pieces), *pieces.groupby("section")]
    rows = []
    for section, part in parts:
        powerful = int(part.loc[part["role_class"].isin(POWERFUL), "words"].sum())
        ordinary = int(part.loc[part["role_class"].isin(ORDINARY), "words"].sum())
        rows.append(dict(section=section, start=part["start"].min(), powerful=powerful,
                         ordinary=ordinary,
                         ratio=ordinary / powerful if powerful else numpy.nan))
    return pandas.DataFrame(rows).astype({"section": "Int64", "start": "Int64"})


def doubt(article: Article, by: str = "role_class") -> pandas.DataFrame:
    """How often the cue of a group's words doubts them: n cues, neutral, doubting, share doubted
    with low and high."""
    table = voiced(article).dropna(subset=["speaker", "cue"])
    group = _labels(article, by).reindex(table["speaker"]).fillna(UNKNOWN).to_numpy()
    rows = []
    for name, classes in table["cue_class"].groupby(group, sort=False):
        doubting = int((classes == "doubting").sum())
        low, high = wilson(doubting, len(classes))
        rows.append({by: name, "n": len(classes), "neutral": int((classes == "neutral").sum()),
                     "doubting": doubting,
                     "share": doubting / len(classes), "low": low, "high": high})
    table = pandas.DataFrame(rows, columns=[by, "n", "neutral", "doubting", "share", "low", "high"])
    return table.sort_values("n", ascending=False, kind="stable", ignore_index=True)


def silent(article: Article, least: int = 3) -> pandas.DataFrame:
    """Named people, and bodies that act, mentioned at least `least` times, who have few words or
    none: the speakers table with `words` and `words_per_mention`, the most mentioned of the silent
    first.

    A clause's subject acts, and a passive's agent; a mere place, a town that things happen in,
    does not."""
    table = article.speakers.copy()
    mentions = article.mentions
    acting = mentions.loc[mentions["role"].isin(["subject", "agent"]), "actor"]
    table = table[((table["form"] == "named") | (table["form"] == "organisation")
                   & table["speaker"].isin(acting))
                  & ~table["speaker"].isin(places(article))]
    table["words"] = table["quoted_words"] + table["reported_words"]
    table["words_per_mention"] = table["words"] / table["mentions"]
    table = table[(table["mentions"] >= least) & (table["words_per_mention"] < 1)]
    return table.sort_values(["mentions", "words"], ascending=[False, True], kind="stable",
                             ignore_index=True)


def unnamed(article: Article) -> pandas.DataFrame:
    """Voices without a name (anonymous, role, group) that are given words, with the reason the
    article gives."""
    table = article.speakers
    table = table[table["form"].isin(["anonymous", "role", "group"])
                  & (table["quoted_words"] + table["reported_words"] > 0)]
    return table.assign(words=table["quoted_words"] + table["reported_words"]).sort_values(
        "words", ascending=False, kind="stable", ignore_index=True)


def _grouped(article, by):
    pieces = spoken(article)
    pieces["quoted_words"] = pieces["words"].where(pieces["quoted"], 0)
    pieces["reported_words"] = pieces["words"].where(~pieces["quoted"], 0)
    if by != "speaker":
        pieces[by] = _labels(article, by).reindex(pieces["speaker"]).fillna(UNKNOWN).to_numpy()
    return pieces


def _labels(article, by):
    return article.speakers.drop_duplicates("speaker").set_index("speaker", drop=False)[by]

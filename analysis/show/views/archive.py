"""What a whole archive says: who is heard, named and doubted, what to check (notebook 8)."""
import math
from statistics import NormalDist

from analysis.archive import Archive
from analysis.show.charts.archive import dots
from analysis.show.charts.tone import SCALE
from analysis.show.display import Figure, Finding, Table, count, finding, listing

_VOICE_FORMS = {
    "named": "a person with a name", "organisation": "a body", "role": "a role (“an official”)",
    "group": "a group", "anonymous": "anonymous", "document": "a document"}


def overview(archive: Archive) -> Finding:
    """How many articles, from where and when, and how many could not be analysed."""
    row = archive.overview().iloc[0]
    tried = row["articles"] + row["errors"]
    return finding("**{articles}** of {outlets}, {first} to {last}: {words:,} words. {errors} of "
                   "{tried:,} could not be analysed ({share:.1%}); {copies} were counted and left "
                   "out.", articles=count(int(row["articles"]), "article"),
                   outlets=count(int(row["outlets"]), "outlet"),
                   first=row["first"] or "an unknown day", last=row["last"] or "an unknown day",
                   words=row["words"], errors=int(row["errors"]), tried=int(tried),
                   share=row["errors"] / max(tried, 1),
                   copies=count(int(row["duplicates"]), "exact copy", "exact copies"))


def groups(archive: Archive, by: str = "outlet") -> Table:
    """The articles by outlet, or another column."""
    table = archive.groups(by)
    return Table(table, f"Articles by {by} (n = {int(table['articles'].sum())})", {
        by: by.capitalize(), "articles": "Articles", "words": "Words", "errors": "Errors"})


def errors(archive: Archive) -> Table:
    """What went wrong, by its kind."""
    return Table(archive.errors(), "What could not be analysed", {
        "stage": "At", "exception": "What", "n": "Articles", "article": "For example",
        "message": "It says"}, empty="every article could be analysed.")


def forms(archive: Archive, by: str = "outlet") -> Table:
    """Who is given the words: the share of each form of voice, by group."""
    table = archive.voices(by)
    table = table.assign(form=table["form"].map(_VOICE_FORMS).fillna(table["form"]))
    return _shares(table, by, {"form": "Voice", "articles": "Articles", "n": "Words of all"},
                   f"Who is given the words, by {by} (n = {_words(table, by)} words; 95 % interval "
                   "over articles)")


def named(archive: Archive, by: str = "outlet") -> Figure | Finding:
    """The share of words that persons with a name are given, by group."""
    table = archive.voices(by)
    table = table[table["form"] == "named"]
    return _figure(table, by, "share", f"Words given to people with a name, by {by} (n = "
                   f"{_words(table, by)} words of voices)", "Share of the words given to voices")


def unnamed(archive: Archive, by: str = "outlet") -> Figure | Finding:
    """How much of what is said comes from nobody with a name, by group."""
    table = archive.unnamed(by)
    return _figure(table, by, "share", f"Said by somebody without a name, by {by} (n = "
                   f"{int(table['n'].sum()):,} acts of speech)",
                   "Share of the acts of speech whose speaker was found")


def unnamed_finding(archive: Archive, by: str = "outlet") -> Finding:
    """Which groups can be told apart in it."""
    return _apart(archive.unnamed(by), by, "share", "somebody without a name speaks more often")


def cues(archive: Archive, by: str = "outlet") -> Table:
    """The classes of verbs that introduce what is said, by group."""
    table = archive.cues(by)
    return _shares(table, by, {"cue_class": "Verbs", "articles": "Articles", "n": "Acts of all"},
                   f"By what verbs, by {by} (n = {_words(table, by)} acts of speech)")


def doubting(archive: Archive, by: str = "outlet") -> Figure | Finding:
    """The share of doubting verbs (claim, insist), by group."""
    table = archive.cues(by)
    table = table[table["cue_class"] == "doubting"]
    return _figure(table, by, "share", f"Doubting verbs, by {by} (n = {_words(table, by)} acts of "
                   "speech)", "Share of the acts of speech that have a verb")


def tone(archive: Archive, by: str = "month", voice: str = "reporter") -> Figure | Finding:
    """The mean tone of a voice's sentences, by group."""
    table = archive.tone(by, voice)
    return _figure(table, by, "mean", f"Tone of the {voice}’s sentences, by {by} (n = "
                   f"{int(table['n'].sum()):,} sentences)", SCALE, percent=False)


def tone_finding(archive: Archive, by: str = "month", voice: str = "reporter") -> Finding:
    """Which groups can be told apart in tone."""
    return _apart(archive.tone(by, voice), by, "mean", "the tone is more positive")


def heard(archive: Archive, most: int = 20) -> Table:
    """Named people by the words they are given, one by full name and affiliation."""
    table = archive.heard(most)
    return Table(_placed(table), f"Named people with the most words (n = {len(table)})", {
        "name": "Name", "affiliation": "Of", "articles": "Articles", "outlets": "Outlets",
        "quotes": "Quotes", "words": "Words", "where": "First"}, limit=most)


def alarms(archive: Archive, most: int = 20) -> Table:
    """What does not add up, the surest first."""
    table = archive.alarms(most=most)
    return Table(_placed(table), f"To check (n = {len(table)})", {
        "kind": "Kind", "explanation": "What", "text": "Text", "confidence": "Sure",
        "where": "Where"}, limit=most, empty="nothing was found that does not add up.")


def findings(archive: Archive, least: float = 0.8, most: int = 20) -> Table:
    """Statements of the articles' front pages, some of each kind."""
    table = archive.findings(least, most)
    return Table(_placed(table), f"Statements at least {least:.0%} likely (n = {len(table)}, the "
                 "likeliest of each kind)",
                 {"statement": "Statement", "probability": "Likely", "where": "Where"}, limit=most)


def _shares(table, by, columns, title):
    """The shares of a table that are more than nothing, with their intervals, by group."""
    return Table(table[table["share"] > 0].reset_index(drop=True), title,
                 {by: by.capitalize(), **columns, "share": "Share", "low": "Low", "high": "High"},
                 formats=dict.fromkeys(("share", "low", "high"), ".0%"), limit=40)


def _placed(table):
    """With the article and the characters that a row is about."""
    return table.assign(where=table["article"] + " " + table["start"].astype("str") + "–"
                        + table["end"].astype("str"))


def _words(table, by):
    return f"{int(table.drop_duplicates(by)['n'].sum()):,}"


def _figure(table, by, value, title, label, percent=True):
    if table.empty:
        return finding("There is nothing of the kind in the archive.")
    rows = list(table[[by, value, "low", "high"]].itertuples(index=False, name=None))
    said = [f"{group} {number:.0%}" if percent else f"{group} {number:+.1f}"
            for group, number, *_ in rows[:12]]
    return Figure(dots(rows, title, label, percent), f"{title}: {listing(said)}.")


def _apart(table, by, value, more):
    """Whether the highest and lowest group are further apart than chance (Bonferroni)."""
    known = table.dropna(subset=["se"])
    if len(known) < 2:
        return finding("Fewer than two groups have articles enough to compare.")
    high, low = known.loc[known[value].idxmax()], known.loc[known[value].idxmin()]
    pairs = len(known) * (len(known) - 1) / 2
    least = NormalDist().inv_cdf(1 - 0.025 / pairs) * math.hypot(high["se"], low["se"])
    said = ("**{more} in {high}**, beyond what chance makes of the ends of {n}."
            if high[value] - low[value] > least
            else "the difference is no larger than chance makes it between the ends of {n}.")
    return finding("Between {high} ({of_high}) and {low} ({of_low}) " + said, high=high[by],
                   low=low[by], more=more, of_high=count(int(high["articles"]), "article"),
                   of_low=count(int(low["articles"]), "article"), n=count(len(known), "group"))

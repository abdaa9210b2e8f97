"""Who is heard in which of several articles, by what verbs, and with what attitude (notebook 6)."""
import pandas

from analysis.comparison import Comparison
from analysis.comparison.tones import differences
from analysis.measures.stances import FEW
from analysis.show.charts.compare import field
from analysis.show.charts.tone import attitudes as attitudes_chart
from analysis.show.display import Figure, Finding, Table, count, finding, listing
from analysis.show.display.versus import Versus
from analysis.show.views.compare_places import are, place, shown
from analysis.text.phrases import amount

_MOST, _ACTORS = 24, 6   # voices in the picture, actors in the chart of attitudes


def picture(comparison: Comparison) -> Figure | Finding:
    """Each voice in each outlet: how many words it is given, or whether it is only spoken of."""
    groups = [rows for _, rows in comparison.voices.groupby("voice")]
    if not groups:
        return finding("Nobody is given a word in any of these articles.")
    drawn = [(rows["name"].iloc[0],
              list(zip(rows["state"], rows["quoted_words"], rows["reported_words"])))
             for rows in groups[:_MOST]]
    title = f"Who is heard where (n = {len(drawn)} of {len(groups)} voices, those with most words)"
    return Figure(field(drawn, comparison.outlets, title), _picture_sentence(comparison),
                  frame=comparison.voices)


def _picture_sentence(comparison):
    heard = comparison.voices[comparison.voices["state"] == "heard"]
    outlets = heard.groupby("voice")["article"].nunique()
    said = [f"{outlet} {int((heard['article'] == number).sum())}"
            for number, outlet in enumerate(comparison.outlets)]
    return (f"Voices by outlet: {listing(said)}; "
            f"{int((outlets == len(comparison.articles)).sum())} of {len(outlets)} voices are "
            f"heard in all of them, {int((outlets == 1).sum())} in one only.")


def left_out(comparison: Comparison) -> Table:
    """Voices that are heard in some of the articles and not in others."""
    rows = [_absence(comparison, voice) for _, voice in comparison.voices.groupby("voice")]
    table = pandas.DataFrame([row for row in rows if row],
                             columns=["name", "here", "words", "named", "absent", "where"])
    return Table(table, f"Heard in some, not in others (n = {len(table)} of "
                        f"{comparison.voices['voice'].nunique()} voices)",
                 {"name": "Voice", "here": "Heard in (words)", "named": "Spoken of, not heard in",
                  "absent": "Not there in", "where": "First"},
                 empty="every voice that is heard in one article is, or may be, heard in all.",
                 limit=40)


def _absence(comparison, rows):
    heard = rows[rows["state"] == "heard"]
    names = {state: [comparison.outlets[row.article] for row in rows.itertuples()
                     if row.state == state]
             for state in ("mentioned", "absent")}
    if not names["mentioned"] + names["absent"]:
        return None
    first = heard.iloc[0]
    where = [f"{comparison.outlets[row.article]} ({row.words})" for row in heard.itertuples()]
    return dict(name=first["name"], here=listing(where), words=int(heard["words"].sum()),
                named=listing(names["mentioned"]) or None, absent=listing(names["absent"]) or None,
                where=place(comparison, first["article"], first["start"]))


def left_out_finding(comparison: Comparison) -> Finding:
    """How many voices all articles share, and how many one has alone."""
    heard = comparison.voices[comparison.voices["state"] == "heard"]
    if heard.empty:
        return finding("Nobody is heard in any of the articles.")
    outlets = heard.groupby("voice")["article"].nunique()
    alone = heard[heard["voice"].isin(outlets.index[outlets == 1])]
    said = [f"{comparison.outlets[number]} {n}"
            for number, n in alone["article"].value_counts(sort=False).sort_index().items()]
    return finding("**{shared} of {n} are heard in every article**, {alone} in one only ({said}). "
                   "A short report must leave voices out; the question is which.",
                   shared=int((outlets == len(comparison.articles)).sum()),
                   n=count(len(outlets), "voice"), alone=len(alone["voice"].unique()) or "none",
                   said=listing(said) or "no article alone")


def cues(comparison: Comparison) -> Versus:
    """Voices that speak by verbs of different classes in different articles."""
    table = comparison.cues[comparison.cues["differs"]]
    items = [(rows["name"].iloc[0], [shown(comparison, row.article, row.start, row.end,
                                           row.cue_class) for row in rows.itertuples()])
             for _, rows in table[table["shown"]].groupby("voice")]
    shared = comparison.cues["voice"].nunique()
    return Versus(items, f"One voice, different verbs (n = {len(items)} of {shared} voices heard "
                         "in several articles)",
                  empty="the articles let their shared voices speak by verbs of the same classes.")


def attitudes(comparison: Comparison) -> Figure | Finding:
    """Mean attitude toward the actors that articles share, outlet by outlet."""
    table = comparison.tones[comparison.tones["actor"] < _ACTORS]
    if table.empty:
        return finding("No actor of several articles could be read as shown with an attitude.")
    rows = [(f"{row.name} · {comparison.outlets[row.article]} ({row.n})", row.mean, row.low,
             row.high) for row in table.itertuples(index=False)]
    title = ("Attitude toward shared actors, readings in brackets "
             f"(n = {int(table['n'].sum())} readings)")
    return Figure(attitudes_chart(rows, title), _attitudes_sentence(rows), frame=table)


def _attitudes_sentence(rows):
    means = listing(f"{label} {amount(mean, '+.1f')}" for label, mean, *_ in rows[:6])
    return f"Mean attitude, −1 against to +1 in favour: {means}."


def attitudes_finding(comparison: Comparison) -> Finding:
    """Whether any two articles can be told apart in their attitude toward an actor."""
    table = differences(comparison.tones)
    if table.empty:
        return finding("No actor is read in {few} sentences or more of two articles, and with "
                       "fewer nothing can be said.", few=FEW)
    apart = table[table["apart"]]
    if apart.empty:
        return finding("Of {n} between two articles with {few} sentences or more on an actor, "
                       "**none is beyond chance**.", n=count(len(table), "comparison"), few=FEW)
    said = [f"toward {row.name} "
            f"{comparison.outlets[row.first if row.difference < 0 else row.second]} is less "
            f"favourable than {comparison.outlets[row.second if row.difference < 0 else row.first]}"
            for row in apart.itertuples(index=False)]
    return finding("Of {n}, **{apart} beyond chance**: {said}.", n=count(len(table), "comparison"),
                   apart=are(len(apart)), said=listing(said))

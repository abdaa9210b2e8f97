"""What differs most between several articles: the findings that open the comparison."""
from analysis.show.display import count, finding, listing
from analysis.show.display.headlines import Headline, Headlines
from analysis.show.views.compare_places import place

_NAMED, _VALUES = 4, 4   # voices, and values of a figure, named in a finding
_NOTEBOOK = "6-compare"


def headlines(comparison):
    """Five findings: figures, claims that became facts, voices left out, quotations, attitude."""
    from analysis.show.views import compare
    lead = finding("{n} on one event: {outlets}.", n=count(len(comparison.articles), "article"),
                   outlets=listing(comparison.outlets))
    return Headlines(lead, [
        Headline("Which figures differ?", _figures(comparison),
                 "A figure is compared only where the words around it fit in both articles. "
                 "Of ten written to differ in the project’s own three articles all are found.",
                 _NOTEBOOK, "Which figures differ?"),
        Headline("Which claims became facts?", _facts(comparison),
                 "Read both passages: the reporter may have seen it.", _NOTEBOOK,
                 "Which claims became facts?"),
        Headline("Whose voice is missing?", _voices(comparison),
                 "Who was asked and did not answer is not known.", _NOTEBOOK,
                 "Whose voice is missing?"),
        Headline("Which words were cut or changed?", _quotations(comparison),
                 "Words in quotation marks that two articles have, or nearly have.",
                 _NOTEBOOK, "Which words were cut or changed?"),
        Headline("Is anybody written of differently?", compare.attitudes_finding(comparison),
                 "The intervals hold for all comparisons at once; short articles can seldom be "
                 "told apart.", _NOTEBOOK,
                 "Is anybody written of differently?")])


def _figures(comparison):
    table = comparison.figures[comparison.figures["relation"] == "apart"]
    if table.empty:
        return finding("No two articles were seen to give different figures for one thing.")
    rows = table[table["thing"] == table["thing"].iloc[0]].drop_duplicates("article")
    values = list(rows.groupby("text", sort=False))
    said, parts = {}, []
    for number, (text, having) in enumerate(values[:_VALUES]):
        names = [comparison.outlets[article] for article in having["article"]]
        said |= {f"t{number}": text,
                 f"o{number}": listing(names if len(names) <= _VALUES
                                       else [names[0], f"{len(names) - 1} others"]),
                 f"p{number}": place(comparison, having["article"].iloc[0],
                                     having["start"].iloc[0])}
        parts.append(f"{{t{number}}} in {{o{number}}} ({{p{number}}})")
    if len(values) > _VALUES:
        parts.append("and others")
    about = rows["counted"].iloc[0]
    return finding(f"**{{n}}**. {{about}}: {'; '.join(parts)}.",
                   n=_differ(table["thing"].nunique(), "figure"),
                   about=f"The {about}" if rows["event"].notna().any() else about[0].upper()
                   + about[1:] if isinstance(about, str)
                   else "One of them" if table["thing"].nunique() > 1 else "It is", **said)


def _differ(number, noun):
    return f"{number:,} {noun} differs" if number == 1 else f"{number:,} {noun}s differ"


def _facts(comparison):
    table = comparison.facts
    if table.empty:
        return finding("No claim that one article attributes was seen to be a fact in another.")
    first = max((rows for _, rows in table.groupby("claim")),
                key=lambda rows: (rows["speaker"].notna().any(), -rows.index[0]))
    claim, fact = first.iloc[0], first.iloc[-1]
    number = table["claim"].nunique()
    whole = comparison.articles[fact["article"]].sentences.loc[fact["sentence"], "text"]
    return finding("**{n}** that one article attributes {are} another’s own. “{whole}” {other} "
                   "writes by itself ({b}); {one} has the matter from {who} ({a}).",
                   n=count(number, "claim").capitalize(), are="is" if number == 1 else "are",
                   whole=_cut(whole),
                   who=claim["speaker"] if isinstance(claim["speaker"], str)
                   else f"hearsay (“{claim['cue']}”)",
                   one=comparison.outlets[claim["article"]],
                   other=comparison.outlets[fact["article"]],
                   a=place(comparison, claim["article"], claim["start"]),
                   b=place(comparison, fact["article"], fact["start"]))


def _cut(text, most=120):
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + "…"


def _voices(comparison):
    voices = comparison.voices
    if not (voices["state"] == "heard").any():
        return finding("Nobody is heard in any of the articles.")
    gone = voices[voices["state"].isin(["mentioned", "absent"])]
    said = []
    for number, outlet in enumerate(comparison.outlets):
        names = gone.loc[gone["article"] == number]
        names = names[names["voice"].isin(voices.loc[(voices["state"] == "heard"),
                                                     "voice"])]["name"].tolist()
        if names:
            more = [count(len(names) - _NAMED, "other")] if len(names) > _NAMED else []
            said.append(f"{outlet} leaves out {listing(names[:_NAMED] + more)}")
    if not said:
        return finding("Every voice that is heard in one article is, or may be, heard in all.")
    return finding("{said}.", said="; ".join(said[:3]))


def _quotations(comparison):
    from analysis.show.views.compare import quotations_finding
    table = comparison.quotations
    found = quotations_finding(comparison)
    rows = table[(table["change"] == "changed") | table["other_speaker"]]
    if rows.empty:
        return found
    rows = rows[rows["quotation"] == rows["quotation"].iloc[0]]
    one, other = rows.iloc[0], rows.iloc[-1]
    return found + finding("“{a}” ({x}, {speaker}, {p}); “{b}” ({y}, {second}, {q}).",
                           a=one["text"].strip(".,"), b=other["text"].strip(".,"),
                           x=comparison.outlets[one["article"]],
                           y=comparison.outlets[other["article"]],
                           speaker=one["speaker"] if isinstance(one["speaker"], str)
                           else "nobody named",
                           second=other["speaker"] if isinstance(other["speaker"], str)
                           else "nobody named",
                           p=place(comparison, one["article"], one["start"]),
                           q=place(comparison, other["article"], other["start"]))

"""Several articles on one event, side by side (notebook 6); each function takes an `analysis.comparison.Comparison`."""
import pandas

from analysis.charts.compare import field
from analysis.charts.tone import attitudes as attitudes_chart
from analysis.comparison.tones import differences
from analysis.display import Figure, Table, TextView, count, finding, listing, places
from analysis.display.escape import markup
from analysis.display.place import PlaceAmong
from analysis.display.versus import Versus, excerpt
from analysis.measures.stances import FEW
from analysis.views.compare_headlines import headlines  # noqa: F401  (the notebook's opening)

_MOST, _ACTORS = 24, 6   # voices in the picture, actors in the chart of attitudes
_RELATIONS = {"apart": "Different figures", "bound": "The same number, another bound", "rounded": "Different, but rounding may explain it"}
_CHANGES = {"changed": "Other words within the quotation marks", "paraphrased": "In quotation marks here, paraphrased there",
            "shortened": "Shortened", "same": "The same words"}
_CUT = 120               # characters of left-out words shown


def place(comparison, article, start):
    """The `PlaceAmong` of an offset of article number `article`."""
    found = places(comparison.articles[article], [start])[0]
    return found and PlaceAmong(found.paragraph, found.sentence, article, comparison.outlets[article])


def shown(comparison, article, start, end, remark=""):
    """The `Excerpt` of text[start:end] of article number `article` in its sentence."""
    where = place(comparison, article, start)
    sentence = comparison.articles[article].sentences.loc[where.sentence] if where else {"start": start, "end": end}
    return excerpt(comparison.articles[article].text, (int(sentence["start"]), int(sentence["end"])), (start, end),
                   comparison.outlets[article], remark, where)


def articles(comparison):
    """What is compared: each article with its length and how many voices, quotations and figures it has."""
    rows = []
    for number, (article, outlet) in enumerate(zip(comparison.articles, comparison.outlets)):
        voices = comparison.voices
        heard = voices[(voices["article"] == number) & (voices["state"] == "heard")]
        rows.append(dict(outlet=outlet, title=article.title, published=article.published, words=int(article.sentences["words"].sum()),
                         voices=len(heard), quoted=int(heard["quoted_words"].sum()), figures=int((article.numbers["tier"] == 1).sum())))
    return Table(pandas.DataFrame(rows), f"The articles (n = {len(rows)})",
                 {"outlet": "Outlet", "title": "Title", "published": "Date", "words": "Words", "voices": "Voices heard",
                  "quoted": "Words quoted", "figures": "Figures"})


def figures(comparison):
    """Figures for the same thing that differ, each in its sentence."""
    table = comparison.figures
    items = [(_figure_label(rows), [shown(comparison, row.article, row.start, row.end, _vouched(row.speaker)) for row in rows.itertuples()])
             for _, rows in table[table["relation"] != "same"].groupby("thing")]
    return Versus(items, f"Figures for the same thing that differ (n = {len(items)} of {table['thing'].nunique()} that articles share)",
                  empty="no two articles give different figures for what can be seen to be the same thing.")


def _figure_label(rows):
    counted = next((f" {one}" for one in rows["counted"] if isinstance(one, str)), "")
    return f"{_RELATIONS[rows['relation'].iloc[0]]}: {listing(dict.fromkeys(rows['text']))}{counted}"


def _vouched(speaker):
    return "" if not isinstance(speaker, str) else "in the reporter’s own words" if speaker == "reporter" else f"according to {speaker}"


def figures_finding(comparison):
    """How many shared figures agree, and how the others differ."""
    kinds = comparison.figures.drop_duplicates("thing")["relation"].value_counts()
    if kinds.empty:
        return finding("No figure was found that two of the articles give for the same thing.")
    return finding("Of {n} that two articles or more give, **{apart}**; {bound} only by a bound (“at least 20” and “20”), {rounded} by "
                   "no more than rounding explains, {same} not at all.", n=count(int(kinds.sum()), "figure"),
                   apart=f"{kinds.get('apart', 0) or 'none'} differ{'s' if kinds.get('apart', 0) == 1 else ''}", bound=kinds.get("bound", 0) or "none",
                   rounded=kinds.get("rounded", 0) or "none", same=kinds.get("same", 0) or "none")


def facts(comparison):
    """Claims that one article attributes and another states as a fact."""
    items = []
    for _, rows in comparison.facts.groupby("claim"):
        claim, fact = rows.iloc[0], rows.iloc[-1]
        said = _attributed(claim)
        items.append((f"{said[0].upper()}{said[1:]} in {comparison.outlets[claim['article']]}, a fact in {comparison.outlets[fact['article']]}", [
            shown(comparison, row.article, row.start, row.end, _attributed(row)) for row in rows.itertuples()]))
    return Versus(items, f"Attributed in one article, a fact in another (n = {len(items)})",
                  empty="no claim was found that one article attributes and another states as a fact.")


def _attributed(row):
    if not row.attributed:
        return "without a source"
    return f"according to {row.speaker}" if isinstance(row.speaker, str) else f"“{row.cue}”"


def facts_finding(comparison):
    """Which article states how many claims that others attribute."""
    table = comparison.facts[~comparison.facts["attributed"]]
    if table.empty:
        return finding("Whatever one article attributes, no other was seen to state by itself.")
    said = [f"{comparison.outlets[number]} ({n})" for number, n in table["article"].value_counts(sort=False).items()]
    return finding("**{n}** that another attributes {are} stated in the reporter’s own words by {outlets}. The reporter may know it at "
                   "first hand; the article does not say how.", n=count(len(table), "claim"), are="is" if len(table) == 1 else "are",
                   outlets=listing(said))


def picture(comparison):
    """Each voice in each outlet: how many words it is given, or whether it is only spoken of."""
    groups = [rows for _, rows in comparison.voices.groupby("voice")]
    if not groups:
        return finding("Nobody is given a word in any of these articles.")
    drawn = [(rows["name"].iloc[0], list(rows[["state", "quoted_words", "reported_words"]].itertuples(index=False, name=None)))
             for rows in groups[:_MOST]]
    title = f"Who is heard where (n = {len(drawn)} of {len(groups)} voices, those with most words)"
    return Figure(field(drawn, comparison.outlets, title), _picture_sentence(comparison))


def _picture_sentence(comparison):
    heard = comparison.voices[comparison.voices["state"] == "heard"]
    outlets = heard.groupby("voice")["article"].nunique()
    said = [f"{outlet} {int((heard['article'] == number).sum())}" for number, outlet in enumerate(comparison.outlets)]
    return (f"Voices by outlet: {listing(said)}; {int((outlets == len(comparison.articles)).sum())} of {len(outlets)} voices are heard in "
            f"all of them, {int((outlets == 1).sum())} in one only.")


def left_out(comparison):
    """Voices that are heard in some of the articles and not in others."""
    rows = [_absence(comparison, voice) for _, voice in comparison.voices.groupby("voice")]
    table = pandas.DataFrame([row for row in rows if row], columns=["name", "here", "words", "named", "absent", "where"])
    return Table(table, f"Heard in some, not in others (n = {len(table)} of {comparison.voices['voice'].nunique()} voices)",
                 {"name": "Voice", "here": "Heard in (words)", "named": "Spoken of, not heard in", "absent": "Not there in", "where": "First"},
                 empty="every voice that is heard in one article is, or may be, heard in all.", limit=40)


def _absence(comparison, rows):
    heard = rows[rows["state"] == "heard"]
    names = {state: [comparison.outlets[row.article] for row in rows.itertuples() if row.state == state]
             for state in ("mentioned", "absent")}
    if not names["mentioned"] + names["absent"]:
        return None
    first = heard.iloc[0]
    where = [f"{comparison.outlets[row.article]} ({row.words})" for row in heard.itertuples()]
    return dict(name=first["name"], here=listing(where), words=int(heard["words"].sum()), named=listing(names["mentioned"]) or None,
                absent=listing(names["absent"]) or None, where=place(comparison, first["article"], first["start"]))


def left_out_finding(comparison):
    """How many voices all articles share, and how many one has alone."""
    heard = comparison.voices[comparison.voices["state"] == "heard"]
    if heard.empty:
        return finding("Nobody is heard in any of the articles.")
    outlets = heard.groupby("voice")["article"].nunique()
    alone = heard[heard["voice"].isin(outlets.index[outlets == 1])]
    said = [f"{comparison.outlets[number]} {n}" for number, n in alone["article"].value_counts(sort=False).sort_index().items()]
    return finding("**{shared} of {n} are heard in every article**, {alone} in one only ({said}). A short report must leave "
                   "voices out; the question is which.", shared=int((outlets == len(comparison.articles)).sum()),
                   n=count(len(outlets), "voice"), alone=len(alone["voice"].unique()) or "none", said=listing(said) or "no article alone")


def quotations(comparison):
    """Quotations that several articles have, with who is said to have said them and what each leaves out."""
    items = []
    for _, rows in comparison.quotations.groupby("quotation"):
        first = rows.iloc[0]
        label = _CHANGES[first["change"]] + (", and given to another speaker" if first["other_speaker"] else "")
        items.append((label, [shown(comparison, row.article, row.start, row.end, _version(row)) for row in rows.itertuples()]))
    changed = comparison.quotations[(comparison.quotations["change"] != "same") | comparison.quotations["other_speaker"]]
    return Versus(items, f"Quotations that articles share (n = {len(items)}, {changed['quotation'].nunique()} of them not alike)",
                  empty="no two articles quote the same words.")


def _version(row):
    who = [row.speaker if isinstance(row.speaker, str) else "nobody named", f"“{row.cue}”" if isinstance(row.cue, str) else "no cue"]
    gone = " … ".join(row.left_out)
    if len(gone) > _CUT:
        gone = gone[:_CUT].rpartition(" ")[0] + "…"
    return ", ".join(who) + ("" if row.quoted else ", paraphrased") + (f"; left out: “{gone}”" if gone else "")


def quotations_finding(comparison):
    """How many shared quotations are alike, and what happened to the others."""
    table = comparison.quotations.drop_duplicates("quotation")
    if table.empty:
        return finding("No words stand in quotation marks in two of the articles.")
    kinds = table["change"].value_counts()
    others = int(table["other_speaker"].sum())
    return finding("Of {n} that articles share, **{changed} changed, {shortened} shortened**, {paraphrased} paraphrased in one of them, and "
                   "{same} the same to the word; {others} given to another speaker.", n=count(len(table), "quotation"),
                   changed=_are(kinds.get("changed", 0)), shortened=_are(kinds.get("shortened", 0)),
                   paraphrased=_are(kinds.get("paraphrased", 0)), same=_are(kinds.get("same", 0)), others=_are(others))


def _are(number):
    return f"{number or 'none'} {'is' if number in (0, 1) else 'are'}"


def cues(comparison):
    """Voices that speak by verbs of different classes in different articles."""
    table = comparison.cues[comparison.cues["differs"]]
    items = [(rows["name"].iloc[0], [shown(comparison, row.article, row.start, row.end, row.cue_class) for row in rows.itertuples()])
             for _, rows in table[table["shown"]].groupby("voice")]
    shared = comparison.cues["voice"].nunique()
    return Versus(items, f"One voice, different verbs (n = {len(items)} of {shared} voices heard in several articles)",
                  empty="the articles let their shared voices speak by verbs of the same classes.")


def attitudes(comparison):
    """Mean attitude toward the actors that articles share, outlet by outlet."""
    table = comparison.tones[comparison.tones["actor"] < _ACTORS]
    if table.empty:
        return finding("No actor of several articles could be read as shown with an attitude.")
    rows = [(f"{name} · {comparison.outlets[article]} ({n})", mean, low, high) for name, article, n, mean, low, high
            in table[["name", "article", "n", "mean", "low", "high"]].itertuples(index=False, name=None)]
    title = f"Attitude toward shared actors, readings in brackets (n = {int(table['n'].sum())} readings)"
    return Figure(attitudes_chart(rows, title), _attitudes_sentence(rows))


def _attitudes_sentence(rows):
    return f"Mean attitude, −1 against to +1 in favour: {listing([f'{label} {mean:+.1f}' for label, mean, *_ in rows[:6]])}."


def attitudes_finding(comparison):
    """Whether any two articles can be told apart in their attitude toward an actor."""
    table = differences(comparison.tones)
    if table.empty:
        return finding("No actor is read in {few} sentences or more of two articles, and with fewer nothing can be said.", few=FEW)
    apart = table[table["apart"]]
    if apart.empty:
        return finding("Of {n} between two articles with {few} sentences or more on an actor, **none is beyond chance**.",
                       n=count(len(table), "comparison"), few=FEW)
    said = [f"toward {row.name} {comparison.outlets[row.first if row.difference < 0 else row.second]} is less favourable than "
            f"{comparison.outlets[row.second if row.difference < 0 else row.first]}" for row in apart.itertuples(index=False)]
    return finding("Of {n}, **{apart} beyond chance**: {said}.", n=count(len(table), "comparison"), apart=_are(len(apart)), said=listing(said))


class Texts:
    """The texts of the articles, one below the other, each sentence with an anchor that the places lead to."""

    def __init__(self, comparison):
        self.parts = [(outlet, article.title, TextView(article, f"a{number}-", f"The text of {outlet}"))
                      for number, (article, outlet) in enumerate(zip(comparison.articles, comparison.outlets))]

    def _repr_html_(self):
        return "\n".join(f'<p class="outlet"><strong>{markup(outlet)}</strong> {markup(title or "")}</p>\n{text._repr_html_()}'
                         for outlet, title, text in self.parts)

    def __repr__(self):
        return "\n\n".join(f"{outlet}\n{text!r}" for outlet, _, text in self.parts)


def texts(comparison):
    """The articles themselves."""
    return Texts(comparison)

"""Several articles on one event, side by side (notebook 6), by a `Comparison`."""
import pandas

from analysis.comparison import Comparison
from analysis.show.display import Finding, Table, TextView, count, finding, listing
from analysis.show.display.versus import Versus
from analysis.show.escape import markup
from analysis.show.views.compare_headlines import headlines  # noqa: F401  (the notebook's opening)
from analysis.show.views.compare_places import are, shown
from analysis.show.views.compare_voices import (  # noqa: F401
    attitudes,
    attitudes_finding,
    cues,
    left_out,
    left_out_finding,
    picture,
)

_RELATIONS = {"apart": "Different figures", "bound": "The same number, another bound",
              "rounded": "Different, but rounding may explain it"}
_CHANGES = {"changed": "Other words within the quotation marks",
            "paraphrased": "In quotation marks here, paraphrased there", "shortened": "Shortened",
            "same": "The same words"}
_CUT = 120               # characters of left-out words shown


def articles(comparison: Comparison) -> Table:
    """What is compared: each article with its length, voices, quotations and figures."""
    rows = []
    for number, (article, outlet) in enumerate(zip(comparison.articles, comparison.outlets)):
        voices = comparison.voices
        heard = voices[(voices["article"] == number) & (voices["state"] == "heard")]
        rows.append(dict(outlet=outlet, title=article.title, published=article.published,
                         words=int(article.sentences["words"].sum()), voices=len(heard),
                         quoted=int(heard["quoted_words"].sum()),
                         figures=int((article.numbers["tier"] == 1).sum())))
    return Table(pandas.DataFrame(rows), f"The articles (n = {len(rows)})",
                 {"outlet": "Outlet", "title": "Title", "published": "Date", "words": "Words",
                  "voices": "Voices heard", "quoted": "Words quoted", "figures": "Figures"})


def figures(comparison: Comparison) -> Versus:
    """Figures for the same thing that differ, each in its sentence."""
    table = comparison.figures
    items = [(_figure_label(rows), [shown(comparison, row.article, row.start, row.end,
                                          _vouched(row.speaker)) for row in rows.itertuples()])
             for _, rows in table[table["relation"] != "same"].groupby("thing")]
    return Versus(items, f"Figures for the same thing that differ (n = {len(items)} of "
                         f"{table['thing'].nunique()} that articles share)",
                  empty="no two articles give different figures for what can be seen to be the "
                        "same thing.")


def _figure_label(rows):
    counted = next((f" {one}" for one in rows["counted"] if isinstance(one, str)), "")
    return (f"{_RELATIONS[rows['relation'].iloc[0]]}: "
            f"{listing(dict.fromkeys(rows['text']))}{counted}")


def _vouched(speaker):
    return ("" if not isinstance(speaker, str)
            else "in the reporter’s own words" if speaker == "reporter"
            else f"according to {speaker}")


def figures_finding(comparison: Comparison) -> Finding:
    """How many shared figures agree, and how the others differ."""
    kinds = comparison.figures.drop_duplicates("thing")["relation"].value_counts()
    if kinds.empty:
        return finding("No figure was found that two of the articles give for the same thing.")
    return finding("Of {n} that two articles or more give, **{apart}**; {bound} only by a bound "
                   "(“at least 20” and “20”), {rounded} by "
                   "no more than rounding explains, {same} not at all.",
                   n=count(int(kinds.sum()), "figure"), apart=f"{kinds.get('apart', 0) or 'none'} "
                         f"differ{'s' if kinds.get('apart', 0) == 1 else ''}",
                   bound=kinds.get("bound", 0) or "none", rounded=kinds.get("rounded", 0) or "none",
                   same=kinds.get("same", 0) or "none")


def facts(comparison: Comparison) -> Versus:
    """Claims that one article attributes and another states as a fact."""
    items = []
    for _, rows in comparison.facts.groupby("claim"):
        claim, fact = rows.iloc[0], rows.iloc[-1]
        said = _attributed(claim)
        items.append((f"{said[0].upper()}{said[1:]} in {comparison.outlets[claim['article']]}, a "
                      f"fact in {comparison.outlets[fact['article']]}", [
            shown(comparison, row.article, row.start, row.end, _attributed(row))
                          for row in rows.itertuples()]))
    return Versus(items, f"Attributed in one article, a fact in another (n = {len(items)})",
                  empty="no claim was found that one article attributes and another states as a "
                        "fact.")


def _attributed(row):
    if not row.attributed:
        return "without a source"
    return f"according to {row.speaker}" if isinstance(row.speaker, str) else f"“{row.cue}”"


def facts_finding(comparison: Comparison) -> Finding:
    """Which article states how many claims that others attribute."""
    table = comparison.facts[~comparison.facts["attributed"]]
    if table.empty:
        return finding("Whatever one article attributes, no other was seen to state by itself.")
    said = [f"{comparison.outlets[number]} ({n})"
            for number, n in table["article"].value_counts(sort=False).items()]
    return finding("**{n}** that another attributes {are} stated in the reporter’s own words by "
                   "{outlets}. The reporter may know it at "
                   "first hand; the article does not say how.", n=count(len(table), "claim"),
                   are="is" if len(table) == 1 else "are", outlets=listing(said))


def quotations(comparison: Comparison) -> Versus:
    """Quotations that several articles have, with their speakers and what each leaves out."""
    items = []
    for _, rows in comparison.quotations.groupby("quotation"):
        first = rows.iloc[0]
        label = _CHANGES[first["change"]] + (", and given to another speaker"
                                             if first["other_speaker"] else "")
        items.append((label, [shown(comparison, row.article, row.start, row.end, _version(row))
                              for row in rows.itertuples()]))
    changed = comparison.quotations[(comparison.quotations["change"] != "same")
                                    | comparison.quotations["other_speaker"]]
    return Versus(items, f"Quotations that articles share (n = {len(items)}, "
                         f"{changed['quotation'].nunique()} of them not alike)",
                  empty="no two articles quote the same words.")


def _version(row):
    who = [row.speaker if isinstance(row.speaker, str) else "nobody named",
           f"“{row.cue}”" if isinstance(row.cue, str) else "no cue"]
    gone = " … ".join(row.left_out)
    if len(gone) > _CUT:
        gone = gone[:_CUT].rpartition(" ")[0] + "…"
    return ", ".join([*who, *["paraphrased"] * (not row.quoted)]) + (
        f"; left out: “{gone}”" if gone else "")


def quotations_finding(comparison: Comparison) -> Finding:
    """How many shared quotations are alike, and what happened to the others."""
    table = comparison.quotations.drop_duplicates("quotation")
    if table.empty:
        return finding("No words stand in quotation marks in two of the articles.")
    kinds = table["change"].value_counts()
    others = int(table["other_speaker"].sum())
    return finding("Of {n} that articles share, **{changed} changed, {shortened} shortened**, "
                   "{paraphrased} paraphrased in one of them, and "
                   "{same} the same to the word; {others} given to another speaker.",
                   n=count(len(table), "quotation"), changed=are(kinds.get("changed", 0)),
                   shortened=are(kinds.get("shortened", 0)),
                   paraphrased=are(kinds.get("paraphrased", 0)), same=are(kinds.get("same", 0)),
                   others=are(others))


class Texts:
    """The texts of the articles, one below the other, each sentence with an anchor."""

    def __init__(self, comparison: Comparison):
        both = enumerate(zip(comparison.articles, comparison.outlets))
        self.parts = [(outlet, article.title,
                       TextView(article, f"a{number}-", f"The text of {outlet}"))
                      for number, (article, outlet) in both]

    def _repr_html_(self):
        return "\n".join(f'<p class="outlet"><strong>{markup(outlet)}</strong> '
                         f'{markup(title or "")}</p>\n{text._repr_html_()}'
                         for outlet, title, text in self.parts)

    def __repr__(self):
        return "\n\n".join(f"{outlet}\n{text!r}" for outlet, _, text in self.parts)


def texts(comparison: Comparison) -> Texts:
    """The articles themselves."""
    return Texts(comparison)

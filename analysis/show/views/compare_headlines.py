"""What differs most between several articles: the findings that open the comparison."""
from analysis.comparison import Comparison
from analysis.show.display import count, finding, listing
from analysis.show.display.headlines import Headline, Headlines
from analysis.show.views.compare_places import place

_NOTEBOOK = "6-compare"


def headlines(comparison: Comparison) -> Headlines:
    """Five findings: figures, claims that became facts, voices left out, quotations, attitude."""
    from analysis.show.views import compare
    lead = finding("{n} on one event: {outlets}.", n=count(len(comparison.articles), "article"),
                   outlets=listing(comparison.outlets))
    return Headlines(lead, [
        Headline("Which figures differ?", _said(comparison, "figures_differ"),
                 "A figure is compared only where the words around it fit in both articles. "
                 "Of ten written to differ in the project’s own three articles all are found.",
                 _NOTEBOOK, "Which figures differ?"),
        Headline("Which claims became facts?", _said(comparison, "claims_became_facts"),
                 "Read both passages: the reporter may have seen it.", _NOTEBOOK,
                 "Which claims became facts?"),
        Headline("Whose voice is missing?", _said(comparison, "voices_left_out"),
                 "Who was asked and did not answer is not known.", _NOTEBOOK,
                 "Whose voice is missing?"),
        Headline("Which words were cut or changed?", _said(comparison, "quotations_changed"),
                 "Words in quotation marks that two articles have, or nearly have.", _NOTEBOOK,
                 "Which words were cut or changed?"),
        Headline("Is anybody written of differently?", compare.attitudes_finding(comparison),
                 "The intervals hold for all comparisons at once; short articles can seldom be "
                 "told apart.", _NOTEBOOK, "Is anybody written of differently?")])


def _said(comparison, kind):
    """The words of a finding with the places of its evidence, and how sure they are."""
    row = comparison.findings.set_index("finding").loc[kind]
    values = {f"p{number}": place(comparison, article, start)
              for number, (article, start, _) in enumerate(row["evidence"])}
    values = {name: where for name, where in values.items() if where}
    sure = [] if row["stated"] == "withheld" else ["({sure:.0%} sure)"]
    return finding(" ".join(["{statement}", *(f"{{{name}}}" for name in values), *sure]),
                   sure=row["probability"], statement=row["statement"], **values)

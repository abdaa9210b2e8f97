"""An article in one screen: card, voices, numbers, tone and checks, for the terminal."""
import pandas

from analysis.show.display import Table
from analysis.show.views import overview


def summary(article):
    """The tables of `python -m analysis show`, in order."""
    return [overview.card(article), voices(article), numbers(article), tone(article), checks(article)]


def voices(article, number=10):
    """The voices with the most quoted words."""
    table = article.speakers.query("quotes > 0 or reported_words > 0")
    table = table.sort_values(["quoted_words", "reported_words", "start"], ascending=[False, False, True])
    return Table(table, f"Voices (n = {len(table)}), by quoted words",
                 {"speaker": "Voice", "form": "Form", "quotes": "Quotes", "quoted_words": "Quoted words",
                  "reported_words": "Reported words"}, article=article, limit=number, empty="nobody is quoted.")


def numbers(article):
    """How many numbers of each kind there are."""
    kinds = article.numbers["kind"].value_counts().rename_axis("kind").reset_index(name="count")
    return Table(kinds, f"Numbers (n = {len(article.numbers)}), by kind", {"kind": "Kind", "count": "Count"},
                 empty="the article has none.")


def tone(article):
    """The mean tone of the sentences with evidence, and how many those are."""
    found = article.tone[article.tone["evidence"] > 0]
    rows = [("sentences with words that carry tone", f"{len(found):,} of {len(article.tone):,}"),
            ("their mean on a scale from −4 to +4", f"{found['score'].mean():+.1f}")] if len(found) else []
    return Table(pandas.DataFrame(rows, columns=["Measure", "Value"]), "Tone",
                 empty="no sentence has a word that carries tone.")


def checks(article):
    """What does not add up."""
    return Table(article.checks, f"Checks (n = {len(article.checks)})", {"kind": "Kind", "explanation": "What to look at"},
                 article=article, empty="nothing was found that does not add up.")

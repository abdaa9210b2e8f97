"""An article in one screen: card, voices, numbers, tone and checks, for the terminal."""
import pandas

from analysis.article import Article
from analysis.measures import tone as measures
from analysis.show.display import Table
from analysis.show.views import overview
from analysis.text.phrases import amount


def summary(article: Article) -> list:
    """The tables of `python -m analysis show`, in order."""
    return [overview.card(article), voices(article), numbers(article), tone(article),
            checks(article)]


def voices(article: Article, number: int = 10) -> Table:
    """The voices with the most quoted words."""
    table = article.speakers.query("quotes > 0 or reported_words > 0")
    table = table.sort_values(["quoted_words", "reported_words", "start"],
                              ascending=[False, False, True])
    return Table(table, f"Voices (n = {len(table)}), by quoted words",
                 {"speaker": "Voice", "form": "Form", "quotes": "Quotes",
                  "quoted_words": "Quoted words",
                  "reported_words": "Reported words"}, article=article, limit=number,
                 empty="nobody is quoted.")


def numbers(article: Article) -> Table:
    """How many numbers of each kind there are."""
    kinds = article.numbers["kind"].value_counts().rename_axis("kind").reset_index(name="count")
    return Table(kinds, f"Numbers (n = {len(article.numbers)}), by kind",
                 {"kind": "Kind", "count": "Count"}, empty="the article has none.")


def tone(article: Article) -> Table:
    """The mean tone of the running text with its interval, and how much of it carries any."""
    table = measures.scored(article)
    rows = []
    if len(table):
        whole = measures.groups(table, None).iloc[0]
        low, high = (amount(whole[end], "+.1f") for end in ("low", "high"))
        rows = [("sentences with words that carry tone",
                 f"{(table['evidence'] > 0).sum():,} of {len(table):,}"),
                ("mean on a scale from −4 to +4",
                 f"{amount(whole['mean'], '+.1f')} (95 % interval {low} to {high})")]
    return Table(pandas.DataFrame(rows, columns=["Measure", "Value"]), "Tone",
                 empty="there is no sentence to score.")


def checks(article: Article) -> Table:
    """What does not add up."""
    return Table(article.checks, f"Checks (n = {len(article.checks)})",
                 {"kind": "Kind", "explanation": "What to look at"}, article=article,
                 empty="nothing was found that does not add up.")

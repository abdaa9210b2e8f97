"""The attitude that the wording shows toward each actor (notebook 2)."""
from analysis.article import Article
from analysis.measures.stances import FEW, actor_stances
from analysis.show.charts import rows
from analysis.show.charts.tone import attitudes
from analysis.show.display import Figure, Finding, Table, count, finding, listing, places
from analysis.text.phrases import amount

_MOST = 12


def toward_actors(article: Article) -> Figure | Finding:
    """Mean attitude toward each actor with its interval, where one stands apart from the others;
    else a line: of single readings shown to people too few were defensible."""
    table = actor_stances(article.stances)
    if not _apart(table):
        return toward_actors_finding(article)
    table = table[table["n"] > 0].head(_MOST)
    groups = [(f"{row.actor} ({row.n})", row.mean, row.low, row.high) for row in table.itertuples()]
    title = (f"Attitude toward actors, readings in brackets (n = {table['n'].sum()} readings of "
             f"{len(article.stances)} mentions)")
    figure = attitudes(groups, title)
    first = article.stances.dropna(subset=["stance"]).groupby("actor")["start"].min()
    return Figure(figure, _sentence(table),
                  zip(rows(figure), places(article, table["actor"].map(first))), frame=table)


def _apart(table):
    """The rows of the actors of whom enough is read to tell them from the others."""
    enough = table[table["sentences"] >= FEW]
    return list(enough[enough["reading"].isin(["more favourable", "less favourable"])].itertuples())


def _sentence(table):
    first = [f"{row.actor} {amount(row.mean, '+.1f')} (n = {row.n})"
             for row in table.head(4).itertuples()]
    return ("Mean attitude toward the actors mentioned most, −1 against to +1 in favour: "
            f"{listing(first)}.")


def toward_actors_table(article: Article) -> Finding | Table:
    """Each actor in the reporter's voice and in that of others, against the other actors."""
    if not _apart(actor_stances(article.stances)):
        return Finding([])
    table = actor_stances(article.stances, by_voice=True)
    table = table[table["n"] > 0]
    return Table(table, "Attitude toward each actor by whose words they are (n = "
                        f"{table['n'].sum()} readings)",
                 {"actor": "Actor", "voice": "Whose words", "against": "Against",
                  "neutral": "Neutral", "favour": "In favour", "abstained": "Not read",
                  "mean": "Mean", "low": "from", "high": "to",
                  "reading": "Against the other actors"},
                 formats={"mean": "+.1f", "low": "+.1f", "high": "+.1f"}, limit=20,
                 empty="No mention of an actor could be read as showing an attitude.")


def toward_actors_finding(article: Article) -> Finding:
    """Who is written of more or less favourably than the others, where the data can say so."""
    table = actor_stances(article.stances)
    said = [f"{row.actor} ({row.reading})" for row in _apart(table)]
    if not said:
        return finding("The data tell no actor from the others by how the article writes of them: "
                       "{read} of {all} mentions could be "
                       "read, and single readings are not shown.", read=int(table["n"].sum()),
                       all=len(article.stances))
    return finding("By how the article writes of them **the data set apart {apart}**, of {n} with "
                   "{few} sentences or more. What happens to somebody is easily taken for what is "
                   "thought of them: read the sentences.",
                   apart=listing(said), few=FEW,
                   n=count(int((table["sentences"] >= FEW).sum()), "actor"))

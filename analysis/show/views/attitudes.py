"""The attitude that the wording shows toward each actor (notebook 2)."""
from analysis.measures.stances import FEW, actor_stances
from analysis.show.charts import rows
from analysis.show.charts.tone import attitudes
from analysis.show.display import Figure, Table, count, finding, listing, places
from analysis.text.phrases import amount

_MOST = 12
_LABELS = {-1: "against", 0: "neutral", 1: "in favour"}


def toward_actors(article):
    """Mean attitude toward each actor with its interval; those with too few sentences in grey, without one."""
    table = actor_stances(article.stances)
    table = table[table["n"] > 0].head(_MOST)
    if table.empty:
        return finding("No mention of an actor could be read as showing an attitude.")
    groups = [(f"{row.actor} ({row.n})", row.mean, row.low, row.high) for row in table.itertuples()]
    title = f"Attitude toward actors, readings in brackets (n = {table['n'].sum()} readings of {len(article.stances)} mentions)"
    figure, first = attitudes(groups, title), article.stances.dropna(subset=["stance"]).groupby("actor")["start"].min()
    return Figure(figure, _sentence(table), zip(rows(figure), places(article, table["actor"].map(first))),
                  frame=table)


def _sentence(table):
    first = [f"{row.actor} {amount(row.mean, '+.1f')} (n = {row.n})" for row in table.head(4).itertuples()]
    return f"Mean attitude toward the actors mentioned most, −1 against to +1 in favour: {listing(first)}."


def toward_actors_table(article):
    """Each actor in the reporter's voice and in that of others, against the article's other actors."""
    table = actor_stances(article.stances, by_voice=True)
    table = table[table["n"] > 0]
    return Table(table, f"Attitude toward each actor by whose words they are (n = {table['n'].sum()} readings)",
                 {"actor": "Actor", "voice": "Whose words", "against": "Against", "neutral": "Neutral", "favour": "In favour",
                  "abstained": "Not read", "mean": "Mean", "low": "from", "high": "to", "reading": "Against the other actors"},
                 formats={"mean": "+.1f", "low": "+.1f", "high": "+.1f"}, limit=20,
                 empty="No mention of an actor could be read as showing an attitude.")


def toward_actors_finding(article):
    """Who is written of more or less favourably than the others, where the data can say so."""
    table = actor_stances(article.stances)
    enough = table[table["sentences"] >= FEW]
    if enough.empty:
        return finding("No actor is read in as many as {few} sentences; that is too few to say anything of one.", few=FEW)
    apart = enough[enough["reading"].isin(["more favourable", "less favourable"])]
    said = [f"{row.actor} ({row.reading})" for row in apart.itertuples()]
    return finding("Of {n} with {few} sentences or more, **{apart}**. The model reads {read} of {all} mentions; of the others "
                   "it is not sure enough.", n=count(len(enough), "actor"), few=FEW,
                   apart=f"the data set apart {listing(said)}" if said else "the data can tell none from the others",
                   read=int(table["n"].sum()), all=len(article.stances))


def clearest_mentions(article, each=3):
    """The mentions whose attitude the model is surest of, against and in favour."""
    table = article.stances[article.stances["stance"].isin([-1, 1])]
    table = table.sort_values("probability", ascending=False, kind="stable").groupby("stance").head(each)
    table = table.sort_values(["stance", "start"]).drop_duplicates("sentence")
    sentences = article.sentences.set_index("sentence")["text"]
    table = table.assign(whole=table["sentence"].map(sentences), read=table["stance"].map(_LABELS))
    return Table(table, f"Where it shows most ({len(table)} mentions)",
                 {"actor": "Toward", "read": "Read as", "probability": "Probability", "whole": "Sentence"}, article=article,
                 empty="No mention is read as for or against anybody.")

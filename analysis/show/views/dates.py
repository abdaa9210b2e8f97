"""When things happened: dates along the calendar, and times without one (notebook 5)."""
from analysis.article import Article
from analysis.checks.calendar import day, span
from analysis.show.charts import rows
from analysis.show.charts.numbers import timeline as timeline_chart
from analysis.show.display import Figure, Finding, Table, count, finding, places
from analysis.show.views.numbers import MOST


def timeline(article: Article) -> Figure | Finding:
    """Every date with a place in the calendar, in the order of the text."""
    table = _dated(article)
    if table.empty:
        return finding("No date in the article has a place in the calendar.")
    shown = table.head(MOST)
    mentions = [(row.text if row.text == row.iso else f"{row.text} ({_when(row.iso)})", row.first,
                 row.last)
                for row in shown.itertuples()]
    published = day(article.published)
    figure = timeline_chart(mentions, published and published.toordinal(),
                            f"When things happened, in the order they are told (n = {len(shown)} "
                            f"of {len(table)} dates)")
    return Figure(figure, _timeline_sentence(table),
                  zip(rows(figure), places(article, shown["start"])), frame=table)


def _timeline_sentence(table):
    first, last = table.loc[table["first"].idxmin()], table.loc[table["last"].idxmax()]
    return (f"A timeline of {count(len(table), 'mention')} of dates. The earliest is "
            f"{_when(first['iso'])}, the latest {_when(last['iso'])}.")


def timeline_finding(article: Article) -> Finding:
    """Dates before and after publication, and those that have no place in the calendar."""
    table, published = _dated(article), day(article.published)
    lost = int(((article.numbers["kind"] == "date") & article.numbers["iso"].isna()).sum())
    if table.empty:
        return finding("No date has a place in the calendar; {lost} could not be given one.",
                       lost=count(lost, "date"))
    said = finding("{sentence}", sentence=_timeline_sentence(table))
    if lost:
        said += finding("{lost} could not be given a place.", lost=count(lost, "date").capitalize())
    if published is None:
        return said + finding("The day of publication is not known, so “on Tuesday” or “last year” "
                              "cannot be resolved.")
    ahead = int((table["first"] > published.toordinal()).sum())
    return said + finding("**{ahead}** {lie} after the day of publication: announcements, not "
                          "facts.",
                          ahead=count(ahead, "mention").capitalize(),
                          lie="lies" if ahead == 1 else "lie")


def durations(article: Article) -> Table:
    """Durations, ages and frequencies, which are no dates."""
    table = article.numbers[article.numbers["kind"].isin(["duration", "age", "frequency"])
                            & (article.numbers["tier"] == 1)]
    return Table(table, f"Durations, ages and frequencies (n = {len(table)})",
                 {"text": "As printed", "kind": "Kind", "value_low": "At least",
                  "value_high": "At most", "unit": "Unit", "counted": "Of what",
                  "speaker": "Who says so"}, article=article,
                 formats={"value_low": ",.4g", "value_high": ",.4g"}, empty="there are none.")


def _dated(article):
    """The numbers that are dates in the calendar, with `first` and `last` as ordinal days."""
    table = article.numbers[(article.numbers["kind"] == "date") & article.numbers["iso"].notna()]
    spans = [span(iso) for iso in table["iso"]]
    table = table.loc[[one is not None for one in spans]]
    spans = [one for one in spans if one is not None]
    return table.assign(first=[first for first, _ in spans], last=[last for _, last in spans])


def _when(iso):
    return iso.replace("-W", ", week ")

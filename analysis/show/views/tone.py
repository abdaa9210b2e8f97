"""How the article sounds: tone by section and voice, its words, its wording (notebook 2)."""
import json

import pandas

from analysis.article import Article
from analysis.measures import arc as arcs
from analysis.measures import norms
from analysis.measures import tone as measures
from analysis.measures.sound import sound
from analysis.measures.wording import agentless_passives, rates
from analysis.project import GOLD
from analysis.show.charts import columns, rows
from analysis.show.charts.tone import course, means, standings
from analysis.show.display import Figure, Finding, Table, count, finding, listing, places
from analysis.show.views.sections import names as section_names
from analysis.text.phrases import amount
from analysis.tone.calibration import accuracy as measured

VOICES = {"reporter": "the reporter’s sentences", "quoted": "quoted sentences",
          "mixed": "sentences with a quotation"}
_STANDING = {"topic": "Tone: what the topic adds", "wording": "Tone: what the wording adds",
             "hedges": "Hedges", "boosters": "Boosters", "modals": "Modals",
             "loaded": "Loaded words", "subjective": "Worded as opinion", "grade": "Reading grade"}
_WORDING = {"hedges": "Hedges (perhaps, seems)", "boosters": "Boosters (certainly, never)",
            "modals": "Modals (may, must)", "loaded": "Loaded words (regime, brutal)"}


def agreement(article: Article) -> Table:
    """How far the score agrees with people, on articles that it was not fitted on."""
    return Table(measured(), "Agreement with the mean of 20 raters (five-fold, by article)",
                 {"measure": "Measured", "ours": "This score", "vader": "VADER alone"},
                 formats={"ours": ".2f", "vader": ".2f"})


def coverage_finding(article: Article) -> Finding:
    """On how many sentences the tone rests, and the article's mean with its interval."""
    whole = measures.groups(measures.scored(article), None)
    if whole.empty:
        return finding("There is no sentence to score.")
    row = whole.iloc[0]
    return finding("**{share:.0%}** of {n} have a word that carries tone; the rest say nothing of "
                   "it, which is not the same as being neutral. The article's mean is "
                   "**{mean:+.1f}** (95 % interval {low:+.1f} to {high:+.1f}) on the raters' "
                   "scale. {reading}", share=row["coverage"],
                   n=count(int(row["n"]), "sentence"), mean=row["mean"], low=row["low"],
                   high=row["high"], reading=row["reading"])


def among_others_finding(article: Article) -> Finding:
    """Where the tone stands among articles of its kind, through what, and where it turns."""
    found = sound(article)
    if found is None:
        return finding("There is nothing to set the tone beside: no sentence to score, or no norms "
                       "of such articles.")
    low, high = sorted(abs((found.pole == "negative") - end)
                       for end in (found.place_low, found.place_high))
    told = ("It sounds **{said}** than most {pool}{because}" if found.told else
            "Whether it sounds more negative or more positive than most {pool} cannot be told")
    return finding(told + ": more {pole} than about {share:.0f} of 100 ({low:.0f} to {high:.0f}; "
                   "probability of “{said}” {probability:.0%}). {more}", said=found.side,
                   pool=found.pool, share=100 * found.share, pole=found.pole, low=100 * low,
                   high=100 * high, because=f", through {found.because}" if found.because else "",
                   probability=found.probability,
                   more=" ".join(f"{part[0].upper()}{part[1:]}."
                                 for part in (found.turn, found.carried) if part))


def among_others(article: Article) -> Figure | Finding:
    """Where the article's tone, wording and reading grade stand among articles of its kind."""
    found, values = sound(article), norms.measured(article)
    places = [("Tone", found.place, found.place_low, found.place_high)] if found else []
    stands = {name: place for name in _STANDING if (place := norms.place(
        name, values[name], kind=values["kind"], words=values["words"]))}
    places += [(label, (stands[name].below + 1 - stands[name].above) / 2, stands[name].low,
                stands[name].high)
               for name, label in _STANDING.items() if name in stands]
    if not places:
        return finding("There are no norms of such articles.")
    pool = found.pool if found else "articles"
    figure = standings(places, f"Where it stands among {pool} (n = "
                               f"{max(place.n for place in stands.values() if place):,})")
    far = sorted(places, key=lambda place: -abs(place[1] - .5))[:3]
    return Figure(figure, f"Of 100 {pool}, so many have a lower figure: "
                  + ", ".join(f"{label.lower()} {100 * place:.0f}" for label, place, *_ in far)
                  + ".", frame=pandas.DataFrame(places, columns=["figure", "below", "low", "high"]))


def norms_finding() -> Finding:
    """On how many articles of which kind the norms rest."""
    usual = norms.load()
    sorts = {sort: n for (measure, sort, length),
             (n, _) in usual.items() if measure == "tone" and length == "all"}
    total = sorts.pop("all", 0)
    told = [count(n, sort) for sort, n in sorts.items()]
    rest = total - sum(sorts.values())
    return finding("What is usual is what the program finds in **{n}**{sorts}.",
                   n=count(total, "article"),
                   sorts=": " + listing(told + [count(rest, "other")] * (rest > 0)) if told else "")


def by_section(article: Article) -> Figure | Finding:
    """Mean tone of each section with its interval."""
    table = _by_section(article)
    if table.empty:
        return finding("There is no sentence to score.")
    groups = [(row.label, row.mean, row.low, row.high) for row in table.itertuples()]
    figure = means(groups, f"Tone by section (n = {table['n'].sum():,} sentences)")
    return Figure(figure, _means_sentence(table),
                  zip(rows(figure), places(article, table["start"])), frame=table)


def by_section_table(article: Article) -> Table:
    """The same in figures, with what the data can say."""
    return _group_table(_by_section(article), "Section", article)


def _by_section(article):
    table, names = measures.groups(measures.scored(article),
                                   "section"), arcs.sections(article).set_index("section")
    table["label"] = table["group"].map(section_names(article))
    table["start"] = table["group"].map(names["start"])
    return table


def by_voice(article: Article) -> Table:
    """The reporter's sentences against those of others."""
    scored = measures.scored(article)
    table = measures.groups(scored, "voice")
    table["label"] = table["group"].map(VOICES)
    table["start"] = table["group"].map(scored.groupby("voice")["start"].min())
    return _group_table(table, "Whose sentences", article)


def _group_table(table, name, article):
    return Table(table, f"Mean tone (n = {table['n'].sum():,} sentences)",
                 {"label": name, "n": "Sentences", "coverage": "With evidence", "mean": "Mean",
                  "low": "from", "high": "to", "topic": "Topic adds", "evaluative": "Wording adds",
                  "compound": "VADER", "reading": "What the data say"},
                 formats={"coverage": ".0%", "mean": "+.1f", "low": "+.1f", "high": "+.1f",
                          "topic": "+.2f", "evaluative": "+.2f",
                          "compound": "+.2f"}, article=article,
                 empty="There is no sentence to score.")


def _means_sentence(table):
    low, high = table.loc[table["mean"].idxmin()], table.loc[table["mean"].idxmax()]
    return (f"Mean tone of {count(len(table), 'section')}: lowest {low['label']} "
            f"({amount(low['mean'], '+.1f')}), highest {high['label']} "
            f"({amount(high['mean'], '+.1f')}); the intervals "
            f"{'overlap' if low['high'] >= high['low'] else 'do not overlap'}.")


def contrasts_finding(article: Article) -> Finding:
    """Which sections and voices the data can tell apart."""
    scored = measures.scored(article)
    headings = arcs.sections(article).set_index("section")["heading"]
    headings = headings.astype("str").fillna("the beginning")
    scored = scored.assign(section=scored["section"].map(headings),
                           voice=scored["voice"].map(VOICES))
    found = pandas.concat([measures.contrasts(scored, by) for by in ("section", "voice")])
    if found.empty:
        return finding("There are no two groups of five sentences to compare.")
    apart = found[found["apart"]]
    if apart.empty:
        return finding("Of {n} between sections and between voices **the data can tell none "
                       "apart**: single sentences "
                       "differ more than the means do.", n=count(len(found), "comparison"))
    return finding("Of {n} the data can tell {apart} apart. {said}",
                   n=count(len(found), "comparison"), apart=len(apart),
                   said=" ".join(apart["reading"]))


def the_course(article: Article) -> Figure | Finding:
    """The arc through the article."""
    scored = measures.scored(article)
    if scored.empty:
        return finding("There is no sentence to draw.")
    line, parts = arcs.arc(scored), arcs.sections(article)
    order = {sentence: place for place, sentence in enumerate(scored["sentence"])}
    parts = parts[parts["sentence"].isin(list(order))]
    marks = [(order[row.sentence], row.section) for row in parts.itertuples()]
    figure = course(line, marks, f"The course of tone (n = {len(line):,} sentences)")
    return Figure(figure, arcs.arc_reading(line),
                  zip(columns(figure), places(article, parts["start"])), frame=line)


def words(article: Article, most: int = 12) -> Table:
    """The words that move the article's mean most, and where the first of each stands."""
    table = measures.drivers(measures.scored(article), most=most)
    table["start"] = table["starts"].map(min)
    table["adds"] *= 1000
    return Table(table, f"The words behind the score (the {len(table)} that add most)",
                 {"word": "Word", "count": "Times", "adds": "Adds to the mean, in thousandths"},
                 formats={"adds": "+.0f"}, article=article,
                 empty="No word of this article is in the lexicon.")


def extremes(article: Article, each: int = 3) -> Table:
    """The most negative and the most positive sentences with the words that make them so."""
    table = measures.scored(article)
    table = table[table["evidence"] > 0]
    low = table[table["score"] < 0].nsmallest(each, "score")
    high = table[table["score"] > 0].nlargest(each, "score").iloc[::-1]
    table = pandas.concat([low, high])
    table["because"] = [", ".join(f"{word} {amount(adds, '+.1f')}" for word, adds,
                                  *_ in sorted(drivers, key=lambda driver: -abs(driver[1]))[:4])
                        for drivers in table["drivers"]]
    return Table(table, f"The sentences at both ends ({len(table)} of {len(article.tone)})",
                 {"text": "Sentence", "score": "Tone", "se": "Error", "because": "Because of"},
                 formats={"score": "+.1f", "se": ".1f"}, article=article,
                 empty="No sentence has a word that carries tone.")


def topic_finding(article: Article) -> Finding:
    """How much of the tone the topic brings and how much the wording."""
    table = measures.scored(article)
    if table.empty or not (table["evidence"] > 0).any():
        return finding("No word of this article carries tone as far as the lexicon knows.")
    topic, wording = table["topic"].mean(), table["evaluative"].mean()
    return finding("Of the mean, words for the topic itself (as “dead” in a story of a flood) "
                   "bring **{topic:+.2f}**, words that judge **{wording:+.2f}**, and {rest:+.2f} "
                   "is what the scale gives a sentence without any.", topic=topic, wording=wording,
                   rest=measures.intercept())


def wording(article: Article) -> Table:
    """Hedges, boosters, modals and loaded words per thousand words, by voice."""
    table = rates(measures.scored(article), "voice")
    table["voice"], table["list"] = table["group"].map(VOICES), table["measure"].map(_WORDING)
    return Table(table, "Wording per 1,000 words",
                 {"list": "List", "voice": "Whose sentences", "count": "Times", "words": "of words",
                 "per_thousand": "Per 1,000", "low": "from", "high": "to"},
                 formats={"per_thousand": ".1f", "low": ".1f", "high": ".1f"},
                 empty="There are no words to count.")


def passives(article: Article) -> Table:
    """Passive clauses that leave out who acted."""
    table = agentless_passives(article)
    sentences = article.sentences.set_index("sentence")["text"]
    return Table(table.assign(whole=table["sentence"].map(sentences)),
                 f"Passives without an agent (n = {len(table)})",
                 {"text": "Passive", "whole": "Sentence"}, article=article, limit=12,
                 empty="There are no such passives.")


def subjective_finding(article: Article) -> Finding:
    """How many of the reporter's own sentences readers would call subjective."""
    table = measures.scored(article)
    own = table[table["voice"] == "reporter"]
    if own.empty:
        return finding("The reporter has no sentence of their own.")
    return finding("**{n}** of {all} in the reporter's own voice are worded as readers of news "
                   "called subjective.", n=int(own["subjective"].sum()),
                   all=count(len(own), "sentence"))


def errors(article: Article) -> Table:
    """Sentences in which the score errs, with the reason, where somebody judged them by hand."""
    file = next((path for path in sorted(GOLD.glob("*/tone_errors.json"))
                 if json.loads(path.read_text("utf8"))["text_sha256"] == article.text_sha256), None)
    rows = json.loads(file.read_text("utf8"))["errors"] if file else []
    table = article.tone.merge(pandas.DataFrame(rows, columns=["start", "people", "why"]),
                               on="start")
    return Table(table, f"Where the score is wrong (n = {len(table)} judged by hand)",
                 {"text": "Sentence", "score": "Tone", "people": "A reader would say",
                  "why": "Why it errs"}, formats={"score": "+.1f"}, article=article,
                 empty="Nobody has judged this article's sentences by hand.")

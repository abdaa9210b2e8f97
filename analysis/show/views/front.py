"""The front page: what `article.findings` states, by question, and one picture of it all."""
from analysis.article import Article
from analysis.measures import balance as measures
from analysis.measures import norms
from analysis.measures import tone as tones
from analysis.show.charts import columns, rows
from analysis.show.charts.summary import NARROW, WIDE, along
from analysis.show.display import Figure, Finding, count, finding, listing, places
from analysis.show.display.headlines import Headline, Headlines
from analysis.show.page import origin
from analysis.show.views.corrections import corrections_finding
from analysis.show.views.overview import language_finding
from analysis.tables.sentences import words
from analysis.voices.spoken_words import spoken

_MOST = 8  # voices in the picture
_PLACES = 4
# the sure need no check; rows to check first; characters shown of one
_UNSURE, _FIRST, _EXCERPT = .8, 3, 90
# question, the findings that answer it, the notebook and the section of their evidence
_QUESTIONS = [
    ("Who gets to speak?", ["most_words", "unnamed_share"], "4-voices", "Who has how many words?"),
    ("Who is not heard?", ["refusals", "silent"], "4-voices", "Who is discussed, but not heard?"),
    ("How sure may they sound?", ["doubted"], "3-attribution", "How sure may they sound?"),
    ("Which numbers can you check?", ["quantities", "adds_up_not"], "5-numbers",
     "What does not add up?"),
    ("How does it sound?", ["tone"], "2-tone", "What is the tone of the whole?")]
# the measure beside whose norm a finding's figure is set; whether the finding has its interval
_USUAL = {"most_words": ("most_words", True), "unnamed_share": ("unnamed", True),
          "refusals": ("refusals", False), "quantities": ("quantities", False)}


def headlines(article: Article) -> Headlines:
    """The findings of an Article by question, each with its places and how sure it is."""
    lead = finding("{words} in {sentences} and {sections}, read from {origin}.",
                   sections=count(article.paragraphs["section"].nunique(), "section"),
                   words=count(words(article), "word").capitalize(),
                   sentences=count(len(article.sentences), "sentence"), origin=origin(article))
    if article.review:
        lead += corrections_finding(article)
    found = article.findings.set_index("finding", drop=False)
    lead += _said(article, found.loc["genre"])
    values = norms.measured(article)
    return Headlines(language_finding(article) + lead, [
        Headline(question, sum((_said(article, found.loc[kind], values) for kind in kinds[1:]),
                               _said(article, found.loc[kinds[0]], values)), notebook=notebook,
                 section=section) for question, kinds, notebook, section in _QUESTIONS]
                     + [_to_check(article)])


def _to_check(article):
    """What to look at first: what does not add up, then words whose speaker is least sure."""
    said = [finding("Does it add up? {what} {place}", what=row.explanation,
                    place=places(article, [row.start])[0])
            for row in article.checks.head(_FIRST).itertuples()]
    given = {piece.attribution for piece in article.pieces if piece.counted and piece.words}
    table = article.attributions[article.attributions["attribution"].isin(given)]
    sure = (table["confidence"] * table["speaker_confidence"]).fillna(0)
    for row in table.loc[sure[sure < _UNSURE].nsmallest(_FIRST).index].itertuples():
        words = " ".join(article.text[row.content[0][0]:row.content[-1][1]].split())
        if words[0] in "“\"" and words[-1] in "”\"":
            words = words[1:-1]
        who = (f"Are these the words of {row.speaker}?" if isinstance(row.speaker, str)
               else "Whose words are these?")
        said.append(finding("{who} “{words}” {place}", who=who,
                            place=places(article, [row.start])[0],
                            words=words if len(words) <= _EXCERPT
                            else words[:_EXCERPT].rpartition(" ")[0] + " …"))
    nothing = finding("No row behind these findings is unsure.")
    return Headline("What should you check first?", sum(said[1:], said[0]) if said else nothing,
                    notebook="3-attribution", section="Where should you check first?")


def _said(article, row, values=None):
    """A finding's words with the places of its evidence, how sure they are, and with the `values`
    of the measures how usual the figure is, where that is telling."""
    starts = [start for start, _ in row["evidence"]]
    where = dict.fromkeys(filter(None, places(article, starts)))
    shown = {f"p{number}": place for number, place in enumerate(list(where)[:_PLACES])}
    sure = [] if row["stated"] == "withheld" else ["({sure:.0%} sure)"]
    usual = _usual(row, values) if values and sure else None
    return finding(" ".join(["{statement}", *(f"{{{name}}}" for name in shown), *sure,
                             *["{usual}."] * bool(usual)]), sure=row["probability"],
                   statement=row["statement"], usual=usual, **shown)


def _usual(row, values):
    """Where the figure of a stated finding stands among news articles of this length, in words;
    None where it has no norm or stands near the others."""
    measure, interval = _USUAL.get(row["finding"], (None, False))
    if measure is None:
        return None
    low, high = (row["low"], row["high"]) if interval else (None, None)
    place = norms.place(measure, values[measure], low, high, words=values["words"])
    if place is None or not place.telling:
        return None
    name = norms.MEASURES[measure]
    return f"{name[0].upper()}{name[1:]}: {place.words()}"


def picture(article: Article) -> Figure | Finding:
    """Voices, numbers and tone along one axis; in words where there is no sentence to draw."""
    if tones.scored(article).empty:
        return finding("There is no sentence to draw.")
    voices = measures.placed(article, _MOST)
    order, heard = [name for name, *_ in voices], spoken(article)["speaker"].nunique()
    checked = {int(number)
               for number in [*article.checks["number_a"], *article.checks["number_b"].dropna()]}
    numbers = article.numbers
    scored = tones.scored(article)
    sentences = [(row.start, row.end, row.score, row.evidence > 0) for row in scored.itertuples()]
    sections = article.paragraphs.groupby("section")["start"].first().tolist() or [0]
    places_checked = numbers[numbers["number"].isin(checked)]["start"].tolist()
    title = (f"The article at a glance ({count(len(scored), 'sentence')}, "
             f"{count(heard, 'voice')}, {count(len(numbers), 'number')})")
    first = [min(quoted + reported)[0] for _, quoted, reported in voices]
    alt = _picture_sentence(order, heard, numbers, places_checked, scored)

    def drawn(width, **more):
        figure = along(voices, numbers["start"].tolist(), places_checked, sentences, sections,
                       max(len(article.text), 1), title, width)
        labels = [*zip(rows(figure), places(article, first)),
                  *zip(columns(figure), places(article, sections))]
        return Figure(figure, alt, labels, **more)
    return drawn(WIDE, frame=scored, narrow=drawn(NARROW))


def _picture_sentence(order, heard, numbers, checked, scored):
    voices = (f"{count(heard, 'voice')}, in the order of their first words {listing(order)}"
              if order else "no voices")
    found = scored[scored["evidence"] > 0]
    tone = (f"{int((found['score'] < 0).sum())} sentences of negative and "
            f"{int((found['score'] > 0).sum())} of positive tone, "
            f"{len(scored) - len(found)} without")
    return (f"The article from beginning to end: {voices}; {count(len(numbers), 'number')}, "
            f"{len(checked) or 'none'} of them in something that does not add up; {tone}.")

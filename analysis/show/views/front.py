"""The front page: five findings with their caveats, and the one picture that sums the article up."""
from analysis.measures import balance as measures
from analysis.measures import tone as tones
from analysis.show.charts import columns, rows
from analysis.show.charts.summary import along
from analysis.show.display import Figure, count, finding, listing, places
from analysis.show.display.headlines import Headline, Headlines
from analysis.show.views.attribution import SURE, said
from analysis.show.views.corrections import corrections_finding
from analysis.show.views.overview import language_finding, origin
from analysis.voices.spoken_words import spoken

_MOST = 8  # voices in the picture
_SAY = {"disputed": "disputed", "weekday": "a weekday that the date does not have", "sum": "a sum", "rate": "a rate",
        "percentage": "a percentage", "duration": "a duration", "magnitude": "a magnitude", "updated": "a figure later updated",
        "scope": "two figures of different scope", "alternative": "two figures offered for one thing"}


def headlines(article):
    """Who speaks most, how speech is reported, what the numbers are, how it sounds, who is silent."""
    lead = finding("{words} in {sentences} and {sections}, read from {origin}.", sections=count(article.paragraphs["section"].nunique(),
                   "section"), words=count(int(article.sentences["words"].sum()), "word").capitalize(),
                   sentences=count(len(article.sentences), "sentence"), origin=origin(article))
    if article.review:
        lead += corrections_finding(article)
    return Headlines(language_finding(article) + lead, [_voices(article), _attribution(article), _numbers(article), _tone(article), _silence(article)])


def _voices(article):
    table, question = measures.words(article), "Who gets to speak?"
    if table.empty:
        return Headline(question, finding("**Nobody** is quoted or paraphrased in this article."),
                        "A quotation without quotation marks and without a reporting verb is not found.", "4-voices")
    top, total = table.iloc[0], int(table["words"].sum())
    answer = finding("**{name}** most of all: {words} of {total:,} that are given to {voices}, {share:.0%}, from {place} on.",
                     name=top["speaker"], words=count(int(top["words"]), "word"), total=total, share=top["share"],
                     voices=count(len(table), "voice"), place=places(article, [top["start"]])[0])
    if top["low"] == top["low"]:
        caveat = (f"Drawn anew, the same quotations would give a share between {top['low']:.0%} and {top['high']:.0%}. "
                  "A quotation given to the wrong voice moves it too.")
    else:
        caveat = "There is a single act of speech; a share of one says nothing."
    return Headline(question, answer, caveat, "4-voices")


def _attribution(article):
    table, question = said(article), "Who says what, and how sure do they sound?"
    if table.empty:
        return Headline(question, finding("**No speech and no document** is attributed to anybody."),
                        "Whatever is said is said by the reporter, or in words that the program does not know.", "3-attribution")
    cues, nameless = table.dropna(subset=["cue"]), int(table["speaker"].isna().sum())
    doubted = cues[cues["cue_class"] == "doubting"]
    answer = finding("**{acts}** of speech or documents; {nameless} a speaker that can be named. {neutral} of {cues} merely "
                     "report (“says”), {doubting}.", acts=count(len(table), "act"), nameless=f"{nameless} of them lack" if nameless > 1 else "one of them lacks" if nameless else "each has",
                     neutral=int((cues["cue_class"] == "neutral").sum()), cues=count(len(cues), "cue"),
                     doubting=_doubt(doubted))
    return Headline(question, answer, f"The program is sure (confidence of {SURE} or more) of "
                    f"{int((table['confidence'] >= SURE).sum())} of the {len(table)}. Paraphrases are missed more often than "
                    "quotations.", "3-attribution")


def _doubt(doubted):
    names = doubted["speaker"].dropna().drop_duplicates().tolist()
    if doubted.empty:
        return "none leaves the truth of what is said open (“claims”)"
    of = f", of {listing(names[:3])}" if names else ""
    leaves = "leaves" if len(doubted) == 1 else "leave"
    return f"{len(doubted)} {leaves} the truth of what is said open (“claims”){of}"


def _numbers(article):
    table, question = article.numbers, "Which numbers can you check?"
    if table.empty:
        return Headline(question, finding("The article has **no numbers**."), "“Many” and “some” count as none.", "5-numbers")
    own = int((table["speaker"] == "reporter").sum())
    answer = finding("**{n}**, {own} of them in the reporter’s own name.", n=count(len(table), "number"), own=own or "none")
    checks = article.checks[~article.checks["kind"].isin(["scope", "alternative"])]
    if checks.empty:
        answer = finding("**{n}**, {own} of them in the reporter’s own name. Nothing was found that does not add up.",
                         n=count(len(table), "number"), own=own or "none")
        return Headline(question, answer, "Checks read dates, sums, shares, rates and figures for the same thing within the "
                        "article. Whether a figure is true they cannot know.", "5-numbers")
    first = checks.sort_values("confidence", ascending=False, kind="stable").iloc[0]
    answer = finding("**{n}**, {own} of them in the reporter’s own name. **{checks} to look at**, first of all {kind} in {place}: "
                     "{explanation}.", n=count(len(table), "number"), own=own or "none", checks=count(len(checks), "thing"),
                     kind=_SAY.get(first["kind"], first["kind"]), explanation=first["explanation"].rstrip("."),
                     place=places(article, [first["start"]])[0])
    return Headline(question, answer, f"The confidence in this alarm, {first['confidence']:.0%}, is an estimate by rule. Whether a figure "
                    "is true, the article alone cannot tell.", "5-numbers")


def _tone(article):
    question, whole = "How does it sound?", tones.groups(tones.scored(article), None)
    if whole.empty:
        return Headline(question, finding("There is **no sentence** to score."), "A text needs sentences to have a tone.", "2-tone")
    row = whole.iloc[0]
    answer = finding("**{mean}** on a scale from −4 to +4, with {share:.0%} of {n} carrying any word that counts. {reading}",
                     mean=_signed(row["mean"]), share=row["coverage"], n=count(int(row["n"]), "sentence"), reading=row["reading"])
    return Headline(question, answer, f"Readers’ mean would lie between {_signed(row['low'])} and {_signed(row['high'])} in 95 of 100 "
                    "such articles. The score reads words, not irony.", "2-tone")


def _signed(value):
    return f"{round(value, 1) + 0.0:+.1f}".replace("-", "−")


def _silence(article):
    question, table = "Who is discussed, but not heard?", measures.silent(article)
    table = table[table["form"].isin(["named", "organisation"])]
    caveat = ("An article may have asked and been refused: look whether it says so. Two names for one person are sometimes "
              "counted apart.")
    if table.empty:
        return Headline(question, finding("**Nobody**: every named person and body that is mentioned three times is given words too."),
                        caveat, "4-voices")
    top = table.iloc[0]
    answer = finding("**{name}**, mentioned {n} times and given {words}, first in {place}. {rest}", name=top["speaker"],
                     n=int(top["mentions"]), words=count(int(top["words"]), "word"), place=places(article, [top["start"]])[0],
                     rest=f"So are {count(len(table) - 1, 'other')}." if len(table) > 2 else "")
    return Headline(question, answer, caveat, "4-voices")


def picture(article):
    """Voices, numbers and tone along one axis; in words where there is no sentence to draw."""
    if tones.scored(article).empty:
        return finding("There is no sentence to draw.")
    voices = measures.placed(article, _MOST)
    order, heard = [name for name, *_ in voices], spoken(article)["speaker"].nunique()
    checked = {int(number) for number in [*article.checks["number_a"], *article.checks["number_b"].dropna()]}
    numbers = article.numbers
    scored = tones.scored(article)
    sentences = [(row.start, row.end, row.score, row.evidence > 0) for row in scored.itertuples()]
    sections = article.paragraphs.groupby("section")["start"].first().tolist() or [0]
    places_checked = numbers[numbers["number"].isin(checked)]["start"].tolist()
    figure = along(voices, numbers["start"].tolist(), places_checked, sentences, sections,
                   max(len(article.text), 1), f"The article at a glance ({count(len(scored), 'sentence')}, "
                   f"{count(heard, 'voice')}, {count(len(numbers), 'number')})")
    first = [min(quoted + reported)[0] for _, quoted, reported in voices]
    labels = [*zip(rows(figure), places(article, first)), *zip(columns(figure), places(article, sections))]
    return Figure(figure, _picture_sentence(order, heard, numbers, places_checked, scored), labels)


def _picture_sentence(order, heard, numbers, checked, scored):
    voices = (f"{count(heard, 'voice')}, in the order of their first words {listing(order)}"
              if order else "no voices")
    found = scored[scored["evidence"] > 0]
    tone = (f"{int((found['score'] < 0).sum())} sentences of negative and {int((found['score'] > 0).sum())} of positive tone, "
            f"{len(scored) - len(found)} without")
    return (f"The article from beginning to end: {voices}; {count(len(numbers), 'number')}, {len(checked) or 'none'} of them in "
            f"something that does not add up; {tone}.")

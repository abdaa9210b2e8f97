"""The statements that a reader of a comparison meets, each with its probability and range.

What the articles differ in is counted over rows that are unsure themselves: each is there by the
confidence of the attributions behind it, times how often a match of two articles is one. Drawn
again and again, they give the range of the number; what is said is as sure as the row it names.
"""
import numpy
import pandas

from analysis.comparison import Comparison
from analysis.findings.draws import DRAWS, SEED, bounds
from analysis.findings.statement import level
from analysis.findings.weights import rate
from analysis.text.phrases import count, listing

KINDS = ["figures_differ", "claims_became_facts", "voices_left_out", "quotations_changed"]
COLUMNS = {"finding": "str", "subject": "str", "value": "float64", "low": "float64",
           "high": "float64", "unit": "str", "statement": "str", "probability": "float64",
           "stated": "str", "evidence": "object"}
_LISTED, _CUT = 4, 120      # names and values in a sentence; characters of a passage


def table(comparison: Comparison) -> pandas.DataFrame:
    """One row per kind of KINDS, in their order, with the columns of an article's findings;
    evidence is a list of [article, start, end].

    comparison: an `analysis.comparison.Comparison`.
    """
    made = zip(KINDS, [_figures, _facts, _left_out, _quotations])
    return pandas.DataFrame([dict(finding=kind, **make(comparison)) for kind, make in made],
                            columns=list(COLUMNS)).astype(COLUMNS)


def _row(unit, none, chances, statement=None, subject=None, evidence=()):
    """The columns of one row. none: what is said where nothing is found; chances: how likely each
    thing that was found is one, that of the statement first."""
    if not chances:
        probability, value, low, high = rate("compared"), 0, 0, float("nan")
    else:
        there = numpy.random.default_rng(SEED).random((DRAWS, len(chances))) < numpy.array(chances)
        probability, value = chances[0], len(chances)
        low, high = bounds(there.sum(1))
        high = max(high, value)
    stated = level(probability)
    said = statement if chances else none
    if stated == "withheld":
        said = f"Perhaps, and to be looked at: {said[0].lower()}{said[1:]}"
    return dict(subject=subject, value=value, low=low, high=high, unit=unit, statement=said,
                probability=round(probability, 3), stated=stated, evidence=list(evidence))


def _figures(comparison):
    rows = comparison.figures[comparison.figures["relation"] == "apart"]
    none = "No two articles were seen to give different figures for one thing."
    chances = [_alike(comparison, thing) for _, thing in rows.groupby("thing")]
    if not chances:
        return _row("figures", none, [])
    first = rows[rows["thing"] == rows["thing"].iloc[0]].drop_duplicates("article")
    values = [f"{text} in {listing(comparison.outlets[number] for number in having['article'])}"
              for text, having in list(first.groupby("text", sort=False))[:_LISTED]]
    about = first["counted"].iloc[0]
    number = f"{count(len(chances), 'figure')} differ{'s' if len(chances) == 1 else ''}"
    lead = ("One of them" if not isinstance(about, str) else
            f"The {about}" if first["event"].notna().any() else f"{about[0].upper()}{about[1:]}")
    return _row("figures", none, chances, f"{number}. {lead}: {'; '.join(values)}.",
                evidence=_places(first))


def _facts(comparison):
    none = "No claim that one article attributes was seen to be a fact in another."
    claims = [rows for _, rows in comparison.facts.groupby("claim")]
    if not claims:
        return _row("claims", none, [])
    likely = [(_alike(comparison, rows[rows["attributed"]]), rows) for rows in claims]
    likely.sort(key=lambda pair: (pair[1]["speaker"].notna().any(), pair[0]), reverse=True)
    chances, first = [chance for chance, _ in likely], likely[0][1]
    claim, fact = first.iloc[0], first.iloc[-1]
    who = (claim["speaker"] if isinstance(claim["speaker"], str) else f"hearsay (“{claim['cue']}”)")
    whole = comparison.articles[fact["article"]].sentences.loc[fact["sentence"], "text"]
    said = (f"{count(len(claims), 'claim')} that one article attributes "
            f"{'is' if len(claims) == 1 else 'are'} another’s own. “{_cut(whole)}” "
            f"{comparison.outlets[fact['article']]} writes by itself; "
            f"{comparison.outlets[claim['article']]} has the matter from {who}.")
    return _row("claims", none, chances, said, claim["speaker"], _places(first))


def _left_out(comparison):
    voices = comparison.voices
    none = ("Every voice that is heard in one article is, or may be, heard in all."
            if (voices["state"] == "heard").any() else "Nobody is heard in any of the articles.")
    heard = voices[voices["state"] == "heard"].drop_duplicates("voice").set_index("voice")
    gone = voices[voices["state"].isin(["mentioned", "absent"]) & voices["voice"].isin(heard.index)]
    if gone.empty:
        return _row("voices", none, [])
    lost = list(dict.fromkeys(gone["voice"]))
    chances = [rate("compared") * _heard(comparison, heard.loc[voice]) for voice in lost]
    said = []
    for number, rows in gone.groupby("article"):
        more = [count(len(rows) - _LISTED, "other")] * (len(rows) > _LISTED)
        said.append(f"{comparison.outlets[number]} leaves out "
                    f"{listing(rows['name'].tolist()[:_LISTED] + more)}")
    return _row("voices", none, chances, f"{'; '.join(said[:_LISTED])}.", gone["name"].iloc[0],
                [[int(heard.loc[voice, "article"]), *_first_words(comparison, heard.loc[voice])]
                 for voice in lost[:_LISTED]])


def _quotations(comparison):
    table = comparison.quotations
    none = ("No words stand in quotation marks in two of the articles." if table.empty else
            "The quotations that articles share are the same, or only shortened or paraphrased.")
    other = table[(table["change"] == "changed") | table["other_speaker"]]
    if other.empty:
        return _row("quotations", none, [])
    quotations = [rows for _, rows in other.groupby("quotation")]
    one, last = quotations[0].iloc[0], quotations[0].iloc[-1]
    number = count(len(quotations), "quotation that articles share is",
                   "quotations that articles share are")
    versions = [f"“{_cut(row['text'].strip('.,'))}” ({comparison.outlets[row['article']]}, "
                f"{row['speaker'] if isinstance(row['speaker'], str) else 'nobody named'})"
                for row in (one, last)]
    return _row("quotations", none, [rate("compared")] * len(quotations),
                f"{number} not alike: {'; '.join(versions)}.", one["speaker"],
                _places(quotations[0]))


def _alike(comparison, rows):
    """How likely rows of several articles are of one matter: a match is one by its rate, and each
    passage that somebody is said to have said is so by the confidence of its attribution."""
    likely = rate("compared")
    for row in rows.itertuples():
        acts = comparison.articles[row.article].attributions
        around = acts[(acts["start"] <= row.start) & (acts["end"] >= row.end)
                      & (acts["speaker"] == row.speaker)]
        likely *= around["confidence"].max() if len(around) else 1
    return float(likely)


def _heard(comparison, voice):
    """How likely a voice is heard where it is said to be: one of its attributions is right."""
    acts = comparison.articles[voice["article"]].attributions
    own = acts[acts["speaker"] == voice["here"]]
    return float(1 - (1 - own["confidence"] * own["speaker_confidence"]).prod())


def _first_words(comparison, voice):
    article = comparison.articles[voice["article"]]
    start = int(voice["start"])
    ends = article.sentences["end"]
    return start, int(ends[ends > start].iloc[0])


def _places(rows):
    return rows[["article", "start", "end"]].astype(int).to_numpy().tolist()


def _cut(text):
    return text if len(text) <= _CUT else text[:_CUT].rpartition(" ")[0] + "…"

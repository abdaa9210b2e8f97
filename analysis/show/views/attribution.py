"""Who says what, and how sure the article lets them sound (notebook 3)."""

import pandas

from analysis.article import Article
from analysis.show.charts.speakers import bars
from analysis.show.display import Figure, Finding, Table, count, finding, listing, places
from analysis.show.display.decided import in_words, speakers
from analysis.tables.schemas import Rows
from analysis.voices.spoken_words import LIKELY, voiced

# the confidence from which attributions were right at least four times in five, content and source
SURE = .8
_CONTENT = 160  # characters of a content shown in a table


def said(article: Article) -> Rows:
    """The attributions of speech and documents that count, with their words as `said`."""
    return _with_words(article, voiced(article))


def _with_words(article, table):
    table = table.copy()
    table["said"] = [" … ".join(article.text[start:end] for start, end in content)
                     for content in table["content"]]
    return table


def voices_of_the_text(article: Article) -> Figure | Finding:
    """Words of the body by voice: the reporter's, quoted, and sentences in which both speak."""
    words = _words_by_voice(article)
    if not words.sum():
        return finding("There are no sentences to count.")
    return Figure(bars([(_VOICES[voice], int(words[voice])) for voice in _VOICES],
                       f"Whose sentences (n = {words.sum():,} words)", "Words"),
                  _voices_sentence(words),
                  frame=words.rename_axis("voice").reset_index(name="words"))


_VOICES = {"reporter": "The reporter’s", "mixed": "Shared: a quotation within", "quoted": "Quoted"}


def _words_by_voice(article):
    prose = article.paragraphs.set_index("paragraph")["kind"].isin(["standfirst", "body"])
    sentences = article.sentences[article.sentences["paragraph"].map(prose).astype(bool)]
    return sentences.groupby("voice")["words"].sum().reindex(list(_VOICES), fill_value=0)


def _voices_sentence(words):
    return (f"Of {count(int(words.sum()), 'word')}, {words['reporter']:,} stand in sentences of "
            f"the reporter’s own, {words['mixed']:,} in sentences shared with a quotation and "
            f"{words['quoted']:,} in quotations.")


def attribution_counts(article: Article) -> Table:
    """How many attributions of each kind and scope there are."""
    table = article.attributions
    counts = pandas.crosstab(table["scope"], table["kind"]).reindex(
        index=["speech", "document", "thought", "evaluation", "evidence", "refusal"],
        columns=["direct", "mixed", "indirect"], fill_value=0)
    counts = counts[counts.sum(axis=1) > 0].reset_index()
    return Table(counts, f"Acts of attribution by what is reported (n = {len(table)})",
                 {"scope": "What is reported", "direct": "In quotation marks",
                  "mixed": "Partly in marks", "indirect": "In the reporter’s words"},
                 empty="Nothing in this article is attributed to anybody.")


def attribution_finding(article: Article) -> Finding:
    """How many there are, how many without a known speaker, and how sure the program is of them."""
    table = said(article)
    if table.empty:
        return finding("No speech and no document is attributed to anybody in this article.")
    unknown, sure = int(table["speaker"].isna().sum()), int((table["confidence"] >= SURE).sum())
    return finding(
        "**{acts}** of speech or documents, {unknown} a speaker that can be named. The program is "
        "sure (confidence of {limit} or more) of {sure} of the {n}.", acts=count(len(table), "act"),
        unknown=f"{unknown} of them without" if unknown else "each with", limit=SURE, sure=sure,
        n=len(table))


def attributions(article: Article, limit: int = 60) -> Table:
    """Every attribution of speech and documents, in the order of the text."""
    table = said(article)
    table["said"] = table["said"].map(lambda words: words if len(words) <= _CONTENT
                                      else words[:_CONTENT] + "…")
    table["who"] = table["attribution"].map(speakers(article))
    table["rule"] = table["why"].map(in_words)
    return Table(table, f"Who is said to have said what (n = {len(table)})",
                 {"who": "Who, and by what", "cue": "Cue", "said": "What is said",
                  "rule": "Found by", "confidence": "Confidence",
                  "speaker_confidence": "Name right"}, article=article, limit=limit,
                 empty="No speech and no document is attributed to anybody.")


def cue_classes(article: Article) -> Table:
    """How often each class of cue was used, with its cues."""
    table = said(article).dropna(subset=["cue"])
    groups = table.groupby("cue_class", sort=False)
    frame = pandas.DataFrame({"n": groups.size(),
                              "cues": groups["cue"].agg(_most_frequent)}).sort_values(
        "n", ascending=False, kind="stable").reset_index()
    return Table(frame, f"Cues by class (n = {len(table)} cues)",
                 {"cue_class": "Class", "n": "Cues", "cues": "Which"},
                 empty="No cue of speech was found.")


def coloured_cues(article: Article) -> Table:
    """The cues that do more than report: that doubt, endorse, accuse, concede, deny or demand."""
    table = said(article).dropna(subset=["cue"])
    table = table[table["cue_class"] != "neutral"]
    return Table(table, f"Cues that do more than report (n = {len(table)})",
                 {"speaker": "Speaker", "cue": "Cue", "cue_class": "Class", "said": "What is said"},
                 article=article, empty="Every cue is a neutral one.")


def cue_finding(article: Article) -> Finding:
    """Neutral against other cues, and who is doubted."""
    table = said(article).dropna(subset=["cue"])
    if table.empty:
        return finding("No cue of speech was found, so there is no wording to weigh.")
    neutral = int((table["cue_class"] == "neutral").sum())
    said_so = finding("**{neutral} of {cues}** merely report. ", neutral=neutral,
                      cues=count(len(table), "cue"))
    doubted = table[table["cue_class"] == "doubting"]["speaker"].dropna().drop_duplicates().tolist()
    if not doubted:
        return said_so + finding("No named speaker’s words are put in doubt by their cue.")
    return said_so + finding("A cue that leaves the truth open (“claims”, “insists”) is used of "
                             "{names}. Whether others who say as contested things are merely "
                             "quoted with “says” is the question to ask.",
                             names=listing(doubted[:6]))


def unattributed(article: Article) -> Table:
    """Quoted quoted spans that nobody is said to have uttered, with the reason."""
    quotes = article.quotes[article.quotes["speaker"].isna()]
    return Table(quotes, f"In quotation marks, but nobody’s (n = {len(quotes)} of "
                         f"{len(article.quotes)} stretches)",
                 {"text": "Words in marks", "kind": "Kind", "why": "Why there is no speaker"},
                 article=article, empty="Every quoted stretch has a speaker." if len(article.quotes)
                 else "Nothing is in quotation marks.")


def quotes_within(article: Article) -> Table:
    """Quotations inside quotations: what a speaker says that somebody else said."""
    table = said(article)
    inner = table[table["within"].notna()].copy()
    inner["outer"] = inner["within"].map(article.attributions.set_index("attribution")["speaker"])
    return Table(inner, f"Quoted by somebody who is quoted (n = {len(inner)})",
                 {"outer": "Who tells it", "speaker": "Whose words", "said": "What is said"},
                 article=article, empty="No quotation holds another.")


def perhaps_said(article: Article) -> Table:
    """Paraphrases that the program is less than half sure of: listed, and counted nowhere."""
    table = article.attributions
    table = table[table["scope"].isin(["speech", "document"])
                  & ~table["attribution"].isin(voiced(article)["attribution"])]
    return Table(_with_words(article, table),
                 f"Perhaps attributed (n = {len(table)}, confidence below {LIKELY}; not counted)",
                 {"speaker": "Speaker", "cue": "Cue", "said": "What may be said", "why": "Rule",
                  "confidence": "Confidence"}, article=article,
                 empty="There is no paraphrase of which the program is less than half sure.")


def least_sure(article: Article, number: int = 5) -> Table:
    """The attributions to look at first: those the program is least sure of."""
    table = said(article)
    table = table[table["confidence"] < SURE].nsmallest(number, "confidence")
    return Table(table, f"Look at these first (the {len(table)} least sure)",
                 {"speaker": "Speaker", "cue": "Cue", "said": "What is said", "why": "Rule",
                  "confidence": "Confidence"}, article=article,
                 empty="The program is sure of every attribution.")


def least_sure_finding(article: Article) -> Finding:
    """Where to begin correcting."""
    table = said(article)
    low = table[table["confidence"] < SURE]
    if low.empty:
        return finding("No attribution falls below a confidence of {limit}.", limit=SURE)
    worst = low.loc[low["confidence"].idxmin()]
    return finding("{n} below a confidence of {limit}; the lowest is in {place}, decided by the "
                   "rule {rule}.",
                   n=count(len(low), "attribution").capitalize()
                   + (" is" if len(low) == 1 else " are"), limit=SURE,
                   place=places(article, [worst["start"]])[0], rule=worst["why"])


def _most_frequent(cues, most=8):
    counts = cues.str.lower().value_counts(sort=True)
    return ", ".join(f"{cue} ({n})" if n > 1 else cue for cue, n in counts.head(most).items())

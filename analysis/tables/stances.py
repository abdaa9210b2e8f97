"""What attitude each sentence shows toward the actors it mentions (`analysis.tone.attitudes`)."""
from bisect import bisect_right

from analysis.tables.schemas import frame
from analysis.tone.attitudes import Reader, attitudes


def table(article):
    """The stances table: one row per mention of an actor other than a document.

    stance: -1, 0 or 1, missing where the model abstains; probability: of its likeliest class, calibrated. voice: quoted
    for a mention inside a quotation, else the voice of the sentence: in a mixed one the attitude can be anybody's.
    """
    documents = set(article.speakers.loc[article.speakers["form"] == "document", "speaker"])
    mentions = article.mentions[~article.mentions["actor"].isin(documents)]
    voices = dict(zip(article.sentences["sentence"], article.sentences["voice"]))
    quotes = article.quotes[~article.quotes["kind"].isin(("scare", "title"))].sort_values("start")
    opened, closed = quotes["start"].tolist(), quotes["end"].cummax().tolist()
    starts = [paragraph.start for paragraph in article.parsed]
    readers, parts = {}, []
    for mention in mentions.itertuples():
        number = bisect_right(starts, mention.start) - 1
        paragraph = article.parsed[number]
        if number not in readers:
            readers[number] = Reader(paragraph.doc, paragraph.copy)
        parts.append(readers[number].parts(mention.start - paragraph.start, mention.end - paragraph.start))
    rows = []
    for mention, read in zip(mentions.itertuples(), attitudes(parts)):
        before = bisect_right(opened, mention.start)
        rows.append(dict(start=mention.start, end=mention.end, text=mention.text, mention=mention.mention, actor=mention.actor,
                         sentence=mention.sentence, stance=read["stance"], probability=read["probability"],
                         voice="quoted" if before and closed[before - 1] >= mention.end else voices[mention.sentence],
                         abstained=read["abstained"]))
    return frame("stances", rows)

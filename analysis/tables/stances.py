"""What attitude each sentence shows toward the actors it mentions (`analysis.tone.attitudes`)."""
from bisect import bisect_right

from analysis.article import Article
from analysis.tables.schemas import Rows, frame
from analysis.tone.attitudes import Reader, attitudes
from analysis.voices import told_of

_MENTION = ["start", "end", "text", "mention", "actor", "sentence"]


def table(article: Article) -> Rows:
    """The stances table: one row per mention of an actor that has a row in `article.speakers`
    and is no document.

    stance: -1, 0 or 1, missing where the model abstains; probability: of its likeliest class,
    calibrated. voice: quoted for a mention inside a quotation, else the voice of the sentence: in a
    mixed one the attitude can be anybody's.
    """
    documents = {speaker for speaker, form in zip(*article.speakers.lists("speaker", "form"))
                 if form == "document"}
    mentions = [dict(zip(_MENTION, values)) for values in told_of(article, *_MENTION)]
    mentions = [mention for mention in mentions if mention["actor"] not in documents]
    (voices,), quoted = article.sentences.lists("voice"), _quotations(article)
    readings = attitudes(_parts(article, mentions))
    return frame("stances", [
        dict(mention, voice="quoted" if quoted(mention) else voices[mention["sentence"]],
             **{name: read[name] for name in ("stance", "probability", "abstained")})
        for mention, read in zip(mentions, readings)])


def _parts(article, mentions):
    """What is said around each mention."""
    starts, readers = [paragraph.start for paragraph in article.parsed], {}
    for mention in mentions:
        number = bisect_right(starts, mention["start"]) - 1
        paragraph = article.parsed[number]
        if number not in readers:
            readers[number] = Reader(paragraph.doc, paragraph.copy)
        yield readers[number].parts(mention["start"] - paragraph.start,
                                    mention["end"] - paragraph.start)


def _quotations(article):
    """A function that tells whether a mention stands inside a quotation."""
    quotes = article.quotes
    spans = sorted((start, end) for start, end, kind in zip(*quotes.lists("start", "end", "kind"))
                   if kind not in ("scare", "title"))
    opened, closed = [start for start, _ in spans], []
    for _, end in spans:
        closed.append(max(end, closed[-1]) if closed else end)

    def inside(mention):
        before = bisect_right(opened, mention["start"])
        return bool(before) and closed[before - 1] >= mention["end"]
    return inside

"""The words that speakers are given: every quoted or paraphrased word counted once, for the outermost speaker.

An act of speech whose words are not given ("she rejected the plan", "he urged them to leave") gives nobody any. What a
source quotes of another is the source's. Thoughts and evaluations do not count, nor do scare quotes and titles, nor
paraphrases that the program is less than half sure of: they are more often wrong than right.
"""
import re

import pandas

from analysis.lexicons import words

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_SAID = ("speech", "document")
LIKELY = .5
_COLUMNS = {"speaker": "str", "quoted": "bool", "start": "int64", "end": "int64", "words": "int64", "quoted_spans": "int64",
            "section": "int64", "attribution": "Int64"}


def voiced(attributions, least=LIKELY):
    """The rows of the attributions table that report somebody's words: speech and documents, quoted, or paraphrased with a
    confidence of at least `least`."""
    said = attributions["scope"].isin(_SAID)
    rules = attributions["why"].str.split(";").str[0]
    reported = (attributions["confidence"] >= least) & ~rules.isin(words("voices.acts_told"))
    return attributions[said & ((attributions["kind"] != "indirect") | reported)]


def spoken(article, least=LIKELY, unknown=False):
    """One row per piece of an Article's text that a known speaker is given, in the order of the text.

    speaker; quoted (True inside quotation marks and for a turn of a transcript, False paraphrased); start, end (offsets);
    words, none of them counted in two rows; quoted_spans (1 for a quoted span or a turn, else 0); section; attribution.
    least: the confidence from which a paraphrase counts; unknown: whether words of unknown speakers have rows too.
    """
    attributions = article.attributions
    scope = dict(zip(attributions["attribution"], attributions["scope"]))
    heard = article.quotes[article.quotes["kind"].isin(["direct", "mixed"]) & (article.quotes["speaker"].notna() | unknown)]
    inner = _inside(heard)
    rows = [dict(speaker=row.speaker, quoted=True, start=row.start, end=row.end, quoted_spans=1, section=row.section,
                 words=0 if row.quote in inner else row.words, attribution=row.attribution)
            for row in heard.itertuples() if scope.get(row.attribution, "speech") in _SAID]
    counted = bytearray(len(article.text))
    for row in article.quotes.itertuples():
        counted[row.start:row.end] = b"\1" * (row.end - row.start)
    section = _sections(article)
    counting = voiced(attributions, least)
    for row in counting[counting["speaker"].notna() | unknown].itertuples():
        turn = row.kind == "direct" and not article.decoded[row.attribution].quoted_spans
        for number, (start, end) in enumerate(row.content):
            new = _new_words(article.text, start, end, counted)
            if new:
                rows.append(dict(speaker=row.speaker, quoted=turn, start=start, end=end, quoted_spans=int(turn and not number),
                                 section=section(row.start), words=new, attribution=row.attribution))
    table = pandas.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)
    return table.sort_values(["start", "end"], kind="stable", ignore_index=True)


def _sections(article):
    """A function from an offset to the section it stands in."""
    starts, sections = article.paragraphs["start"].to_numpy(), article.paragraphs["section"].to_numpy()
    return lambda offset: sections[max(starts.searchsorted(offset, side="right") - 1, 0)]


def _inside(quotes):
    """The numbers of the quotes that stand inside another."""
    found, reach = set(), -1
    for row in quotes.sort_values(["start", "end"], ascending=[True, False]).itertuples():
        if row.end <= reach:
            found.add(row.quote)
        reach = max(reach, row.end)
    return found


def _new_words(text, start, end, counted):
    """Words of text[start:end] that nobody has been given yet; they are marked as counted."""
    count = 0
    for match in _WORD.finditer(text, start, end):
        if not counted[match.start()]:
            count += 1
            counted[match.start():match.end()] = b"\1" * (match.end() - match.start())
    return count

"""The speakers table: who speaks, how much, and who is only spoken of."""
from collections import Counter

from analysis.article import Article
from analysis.tables.schemas import Rows, frame
from analysis.voices import description, listed
from analysis.voices.grounds import grounds
from analysis.voices.spoken_words import attributed


def table(article: Article) -> Rows:
    """The speakers table: a row per voice, person or body discussed; hull: the first mention.

    quotes counts quoted quoted spans of speech and the turns of a transcript, quoted_words their
    words; reported_words the words of reported speech outside quotation marks, as
    `analysis.voices.spoken_words` counts them. share: of all quoted and reported words of all
    speakers. refusals: its attributions of scope refusal. last_start: where the last of its words
    begin. Columns of the user's own (`analysis.corrections.own_facts`) come last.
    """
    found, actors = article.entities, listed(article)
    reasons = description.anonymity(found, article)
    said = _said(article)
    acts = zip(*article.attributions.lists("scope", "speaker"))
    refused = Counter(speaker for scope, speaker in acts if scope == "refusal")
    total = sum(entry["quoted_words"] + entry["reported_words"] for entry in said.values())
    rows = []
    for actor in actors:
        first = actor.mentions[0]
        start, end = article.parsed[first.paragraph].offsets(*first.span)
        entry = said.get(actor.name) or dict(quotes=0, quoted_words=0, reported_words=0,
                                             last_start=None)
        affiliation = description.affiliation(actor, found, article.parsed)
        rows.append(dict(
            start=start, end=end, text=article.text[start:end], speaker=actor.name,
            form=description.form(actor, reasons.get(actor)), role=description.role(actor),
            role_class=description.role_class(actor, affiliation), affiliation=affiliation,
            anonymity=reasons.get(actor),
            **dict(zip(("grounds", "grounds_start", "grounds_end"), grounds(actor, article))),
            mentions=len(actor.mentions), refusals=refused[actor.name],
            share=(entry["quoted_words"] + entry["reported_words"]) / total if total else None,
            **entry))
    rows.sort(key=lambda row: (row["start"], row["end"]))
    return frame("speakers", rows)


def _said(article):
    """{speaker: quotes, quoted_words, reported_words, last_start} of the words each is given."""
    said = {}
    for row in attributed(article):
        entry = said.setdefault(row.speaker, dict(quotes=0, quoted_words=0, reported_words=0,
                                                  last_start=row.start))
        entry["quotes"] += row.quoted_spans
        entry["quoted_words" if row.quoted else "reported_words"] += row.words
        entry["last_start"] = max(entry["last_start"], row.start)
    return said

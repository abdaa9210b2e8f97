"""Who speaks: the canonical speaker of every act of attribution, and the table of voices and of those talked about."""
from analysis.actors.lexicon import countries
from analysis.corrections.speakers import corrected
from analysis.schemas import frame
from analysis.speakers import describe, own
from analysis.speakers.spoken import spoken


def resolve(article):
    """The canonical speaker of each of `article.acts`, or None, in their order."""
    return [name for name, _ in sources(article)]


def sources(article):
    """(canonical speaker or None, the rule that decided) of each of `article.acts`, in their order."""
    found = article.cast.sources
    pairs = (found.get(number, (None, "no source named")) for number in range(len(article.acts)))
    return [(actor.name if actor else None, why) for actor, why in pairs]


def listed(article):
    """The actors that have a row: every speaker, every named person and body, those unnamed who come up again, and
    places only where one acts (a country or seat of power as a subject)."""
    found = article.cast
    speakers = {actor for actor, _ in found.sources.values() if actor is not None}
    return [actor for actor in found.actors if actor.mentions and (actor in speakers or actor in found.listed or _discussed(actor))]


def places(article):
    """The names of the listed actors that are mere places: no country, people or seat of power by any of their names."""
    return [actor.name for actor in listed(article) if actor.kind == "place"
            and not any(" ".join(name) in countries() for name in actor.names)]


def _discussed(actor):
    if actor.kind in ("person", "body", "people") and actor.names:
        return True
    if actor.kind == "place":
        return any(" ".join(name) in countries() for name in actor.names) and any(
            mention.clause in ("subject", "agent") for mention in actor.mentions)
    return actor.kind in ("role", "group", "body") and len(actor.mentions) > 1


def table(article):
    """The speakers table: one row per voice, and per person or body discussed; hull: the first mention.

    quotes counts quoted stretches of speech and the turns of a transcript, quoted_words their words; reported_words the words of reported speech
    outside quotation marks, as `analysis.speakers.spoken` counts them. share: of all quoted and reported words of all speakers.
    last_start: where the last of them begins. Columns of the user's own (`analysis.speakers.own`) come last.
    """
    found, actors = article.cast, listed(article)
    reasons = describe.anonymity(found, article)
    said = _said(article)
    total = sum(entry["quoted_words"] + entry["reported_words"] for entry in said.values())
    rows = []
    for actor in actors:
        first = actor.mentions[0]
        start, end = article.passages[first.passage].offsets(first.first, first.last)
        entry = said.get(actor.name) or dict(quotes=0, quoted_words=0, reported_words=0, last_start=None)
        affiliation = describe.affiliation(actor, found, article.passages)
        rows.append(dict(
            start=start, end=end, text=article.text[start:end], speaker=actor.name,
            form=describe.form(actor, reasons.get(actor)), role=describe.role(actor),
            role_class=describe.role_class(actor, affiliation), affiliation=affiliation, anonymity=reasons.get(actor),
            mentions=len(actor.mentions), share=(entry["quoted_words"] + entry["reported_words"]) / total if total else None,
            **entry))
    rows.sort(key=lambda row: (row["start"], row["end"]))
    return corrected(article, own.join(frame("speakers", rows), article))


def _said(article):
    """{speaker: its quotes, quoted_words, reported_words, last_start}, from the words each is given."""
    said = {}
    for row in spoken(article).itertuples():
        entry = said.setdefault(row.speaker, dict(quotes=0, quoted_words=0, reported_words=0, last_start=row.start))
        entry["quotes"] += row.stretches
        entry["quoted_words" if row.quoted else "reported_words"] += row.words
        entry["last_start"] = max(entry["last_start"], row.start)
    return said

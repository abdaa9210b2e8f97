"""Who is heard in which article, for how many words, who is only spoken of, who is absent.

A voice has words in quotation marks, or at least three paraphrased; a refusal to speak is none. A
voice counts as left out of another article only where nothing speaks for it: no sentence attributed
to it there with however little confidence, no verb of saying with it as subject, nobody whose name
might be a form of its own.
"""

import pandas

from analysis.article import Article
from analysis.attribution.cues import entry
from analysis.checks.clauses import FIGURES
from analysis.comparison.groups import Groups
from analysis.comparison.people import OWNED, SMALL, WORD, loose
from analysis.comparison.words import compared, spelling
from analysis.lexicons import words
from analysis.syntax import governor, negated
from analysis.voices.spoken_words import spoken

_SAID = ("speech", "document")
_LEAST = 3
COLUMNS = {"voice": "int64", "name": "str", "article": "int64", "state": "str", "here": "str",
           "form": "str", "quotes": "int64", "quoted_words": "int64", "reported_words": "int64",
           "words": "int64", "mentions": "int64", "start": "Int64"}


def refusals(article: Article) -> set[int]:
    """The numbers of the attributions that are refusals: "did not reply to questions"."""
    table = article.attributions
    return set(table.loc[table["scope"] == "refusal", "attribution"])


def heard(article: Article) -> dict:
    """{speaker: its quotes, words and first start} of those whom the article lets speak."""
    table = spoken(article)
    table = table[~table["attribution"].isin(refusals(article))]
    found = {}
    for name, rows in table.groupby("speaker", sort=False):
        quoted, reported = (int(rows.loc[rows["quoted"] == marks, "words"].sum())
                            for marks in (True, False))
        quotes = int(rows["quoted_spans"].sum())
        if quoted or reported >= _LEAST:
            found[name] = dict(quotes=quotes, quoted_words=quoted, reported_words=reported,
                               words=quoted + reported, start=int(rows["start"].iloc[0]))
    return found


def hinted(article: Article) -> set[str]:
    """The names of those whom the article may let speak, though it is not counted."""
    table = article.attributions
    table = table[table["scope"].isin(_SAID) & ~table["attribution"].isin(refusals(article))]
    names = set(table["speaker"].dropna())
    for mention in article.entities.mentions:
        if mention.actor is not None and mention.clause in ("subject", "agent"):
            verb = governor(article.parsed[mention.paragraph].doc[mention.head])
            cue = entry(verb) if verb is not None and not negated(verb) else None
            if cue and cue.scope in _SAID:
                names.add(mention.actor.name)
    return names


def descriptions(article: Article, names: dict) -> dict:
    """{name: forms of the words that describe them as sources}, of the names given."""
    found = {name: set() for name in names}
    for number, attribution in enumerate(article.decoded):
        actor = article.entities.source(number).actor
        if actor is None or actor.name not in found or attribution.source_tokens is None:
            continue
        paragraph, first, last = attribution.source_tokens
        doc = article.parsed[paragraph].doc
        found[actor.name] |= {form for token in doc[first:last] if token.pos_ != "PROPN"
                              and (form := compared(token))}
    return found


def table(articles: list[Article], groups: Groups) -> pandas.DataFrame:
    """One row per voice and article; `COLUMNS` has the columns. The voices with most words first.

    groups: the `Groups` of `analysis.comparison.people`. name: the fullest form of the voice's
    name; here: what this article calls it, None where it has it not; state: heard, mentioned (no
    word of theirs), absent, or unsure; start: of the first words, or else of the first mention.
    """
    said, hints = list(map(heard, articles)), list(map(hinted, articles))
    known = [{row.speaker: (row.start, row.mentions) for row in article.speakers.itertuples()}
             for article in articles]
    texts = [_plain(article.text) for article in articles]
    joined = groups.all()
    everybody = [[person for group in joined for person in group if person.article == number]
                 for number in range(len(articles))]
    rows = []
    for group_number, group in enumerate(joined):
        if not any(person.name in said[person.article]
                   and _believable(person, said[person.article][person.name]) for person in group):
            continue
        name = max(group, key=_fullness).name
        for number in range(len(articles)):
            rows.append(dict(voice=group_number, name=name,
                             **_row(number, known[number], group, everybody, said[number],
                                    hints[number], texts[number])))
    frame = pandas.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)
    total = frame.groupby("voice")["words"].transform("sum")
    frame = frame.assign(total=total).sort_values(["total", "voice", "article"],
                                                  ascending=[False, True, True], ignore_index=True)
    return frame.assign(voice=frame.index // max(len(articles), 1)).drop(columns="total")


def _plain(text):
    """The words of a text as those of names are compared, between blanks."""
    kept = [spelling(word) for word in WORD.findall(text.casefold()) if word not in SMALL]
    return f" {' '.join(kept)} "


def _believable(person, figures):
    """Whether an unnamed voice is one: it has quotations, or is a known role or a document."""
    return (person.form not in ("role", "group") or figures["quotes"] > 0
            or person.role_class is not None)


def _fullness(person):
    """What decides which of several names is shown: a full name first, and the longer one."""
    return (person.form == "named" and len(person.words) > 1,
            person.named and not OWNED.search(person.name), len(person.words))


def _row(number, known, group, everybody, said, hints, text):
    here = [person for person in group if person.article == number]
    speaking = [person for person in here if person.name in said]
    first = (speaking or here or [None])[0]
    listed = [known[person.name] for person in here]
    figures = [said[person.name] for person in speaking]
    sums = {name: sum(entry[name] for entry in figures)
            for name in ("quotes", "quoted_words", "reported_words", "words")}
    start = min([entry["start"] for entry in figures] or [start for start, _ in listed] or [None])
    return dict(article=number, here=first and first.name, form=first and first.form,
                mentions=sum(mentions for _, mentions in listed), start=start,
                state=_state(number, group, everybody, speaking, here, hints, text), **sums)


def _state(number, group, everybody, speaking, here, hints, text):
    if speaking:
        return "heard"
    possible = [other for other in everybody[number]
                if any(loose(person, other) for person in group)]
    hinted_at = [other for other in everybody[number] if other.name in hints]
    if any(person.name in hints for person in [*here, *possible]) or any(
            _anybody(person) or _any_body(person, other) for person in group
            for other in hinted_at or [person]):
        return "unsure"
    return "mentioned" if here else "unsure" if possible else _unlisted(group, text)


def _unlisted(group, text):
    """The state of a voice that is no actor of an article: its name, or all words of a name that is
    none of a person, may stand in the text all the same."""
    found = set()
    for person in group:
        if person.named and not person.name.islower() and f" {' '.join(person.words)} " in text:
            found.add("mentioned")
        places = [spelling(word.casefold()) for word in WORD.findall(person.name)
                  if word[0].isupper()]
        if person.form == "group" and places and all(f" {word} " in text for word in places):
            found.add("unsure")
        words = person.words if person.named else (person.head,) if _common(person) else ()
        if (words and not (person.form == "named" and len(words) > 1)
                and all(f" {word}" in text for word in words)):
            found.add("unsure")
    return min(found, default="absent")


def _anybody(person):
    """Whether a voice is called by what anybody may be called: "man", or "expert", who may be one
    that another article names."""
    return person.name.islower() and (person.head in words("entities.generic")
                                      or person.name == person.head
                                      and person.role_class == "expert")


def _any_body(person, other):
    """Whether a body may be meant by what its article says it is: "the company"."""
    return (person.form == "organisation" and other.name in words("entities.body_nouns")
            and other.name in (person.role or "").split())


def _common(person):
    """Whether a voice is a group or a document, which may have another name elsewhere."""
    return person.form in ("group", "document") or person.head in words("documents.txt") | FIGURES

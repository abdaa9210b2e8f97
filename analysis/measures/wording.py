"""How often a text hedges, boosts, uses modals, loaded words and passives without an agent."""
from collections.abc import Sequence

import pandas

from analysis.article import Article
from analysis.models.intervals import byar
from analysis.syntax import by_phrases, makes_passive
from analysis.tone.word_counts import LISTS, found


def rates(table: pandas.DataFrame, by: str | None = None,
          columns: Sequence[str] = LISTS) -> pandas.DataFrame:
    """Counts per 1,000 words by group. table: as from `measures.tone.scored`; by: a column of it,
    or None.

    Returns a DataFrame: group, measure, count, words, per_thousand, low, high (95 %, of a Poisson
    count).
    """
    rows = []
    for group, chosen in [("all", table)] if by is None else table.groupby(by, sort=False):
        words = int(chosen["words"].sum())
        for measure in columns if words else ():
            number = int(chosen[measure].sum())
            low, high = byar(number)
            rows.append(dict(group=group, measure=measure, count=number, words=words,
                             per_thousand=1000 * number / words,
                             low=1000 * low / words, high=1000 * high / words))
    return pandas.DataFrame(rows, columns=["group", "measure", "count", "words", "per_thousand",
                                           "low", "high"])


def occurrences(article: Article, name: str) -> pandas.DataFrame:
    """Where the words of the list `name` (hedges, boosters, modals, loaded) stand: start, end,
    text, sentence."""
    rows = [(row.start + start, row.start + end, row.text[start:end], row.sentence)
            for row in article.sentences.itertuples() for start, end in found(name, row.text)]
    return pandas.DataFrame(rows, columns=["start", "end", "text", "sentence"])


def agentless_passives(article: Article) -> pandas.DataFrame:
    """Passive clauses that do not say who acts ("shots were fired"): start, end, text, sentence,
    verb (lemma).

    A clause counts where the parse has a passive auxiliary and no by-phrase; the hull runs from the
    auxiliary to the participle. Participles without an auxiliary ("the bombed house") are not
    counted.
    """
    rows, starts = [], article.sentences["start"]
    for paragraph in article.parsed:
        for auxiliary in paragraph.doc:
            verb = auxiliary.head
            if (verb.i < auxiliary.i or not makes_passive(auxiliary)
                    or by_phrases(verb)):
                continue
            start, end = paragraph.offsets(auxiliary.i, verb.i + 1)
            sentence = int(starts.searchsorted(start, "right")) - 1
            rows.append((start, end, article.text[start:end], sentence, verb.lemma_))
    return pandas.DataFrame(rows, columns=["start", "end", "text", "sentence", "verb"])

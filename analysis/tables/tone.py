"""The tone table: one row per sentence, its score and the words that make it."""
from analysis.tables.schemas import frame
from analysis.tone import rows as scores
from analysis.tone.subjectivity import subjective
from analysis.tone.word_counts import counts


def table(article):
    """The tone table of an Article: one row per sentence, headings included; offsets in `drivers` are the article's."""
    sentences = article.sentences
    texts = list(sentences["text"])
    rows = [dict(start=row.start, end=row.end, text=row.text, sentence=row.sentence, subjective=opinion,
                 **{name: scored[name] for name in ("compound", "score", "se", "topic", "evaluative", "evidence")},
                 **counts(row.text),
                 drivers=[(word, adds, row.start + start, row.start + end)
                          for word, adds, start, end in scored["drivers"]])
            for row, scored, opinion in zip(sentences.itertuples(), scores(texts), subjective(texts))]
    return frame("tone", rows)

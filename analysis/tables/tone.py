"""The tone table: one row per sentence, its score and the words that make it."""

from analysis.article import Article
from analysis.tables.schemas import Rows, frame
from analysis.tone import rows as scores
from analysis.tone.subjectivity import subjective
from analysis.tone.word_counts import counts

_SCORED = ("compound", "score", "se", "topic", "evaluative", "evidence")


def table(article: Article) -> Rows:
    """The tone table of an Article; offsets in `drivers` are the article's."""
    columns = list(article.sentences.lists("start", "end", "text", "sentence"))
    texts = columns[2]
    return frame("tone", [
        dict(start=start, end=end, text=text, sentence=sentence, subjective=opinion, **counts(text),
             **{name: scored[name] for name in _SCORED},
             drivers=[(word, adds, start + first, start + last)
                      for word, adds, first, last in scored["drivers"]])
        for start, end, text, sentence, scored,
        opinion in zip(*columns, scores(texts), subjective(texts))])

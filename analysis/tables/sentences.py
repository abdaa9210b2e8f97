"""Sentences of every paragraph, headings and byline too: no letter is left out."""

from analysis.article import Article
from analysis.tables.schemas import Rows, frame

# a shorter quoted span that nobody is said to have uttered is a title or scare quotes, not a voice
_FRAGMENT = 5


def table(article: Article) -> Rows:
    """One row per sentence. `words` counts the tokens with a letter or figure; `voice` is quoted
    where all of them stand in quotations, reporter where none does, else mixed."""
    quoted = _quoted(article)
    rows = []
    for number, paragraph in enumerate(article.parsed):
        worded = [token.is_alpha or any(map(str.isalnum, token.text)) for token in paragraph.doc]
        for first, last in _bounds(paragraph.doc, worded):
            words = [word for word in range(first, last) if worded[word]]
            inside = sum((number, word) in quoted for word in words)
            start, end = paragraph.offsets(first, last)
            rows.append(dict(start=start, end=end, text=article.text[start:end], sentence=len(rows),
                             paragraph=paragraph.paragraph, section=paragraph.section,
                             words=len(words),
                             voice="reporter" if not inside else "quoted" if inside == len(words)
                             else "mixed"))
    return frame("sentences", rows)


def _bounds(doc, worded):
    """(first, last) token of each sentence, blanks at its ends left out; marks alone join the
    sentence before. worded: of each token whether it has a letter or figure."""
    bounds = []
    for sentence in doc.sents:
        tokens = [token.i for token in sentence if not token.is_space]
        if not tokens:
            continue
        if bounds and not any(worded[sentence.start:sentence.end]):
            bounds[-1] = bounds[-1][0], tokens[-1] + 1
        else:
            bounds.append((tokens[0], tokens[-1] + 1))
    return bounds


def _quoted(article):
    """(passage, token) of every token of a quotation that is uttered, or is no fragment."""
    uttered = {number for attribution in article.decoded for number in attribution.quoted_spans}
    return {(quoted_span.paragraph, token)
            for number, quoted_span in enumerate(article.quoted_spans)
            if number in uttered or quoted_span.words >= _FRAGMENT
            for token in range(quoted_span.first, quoted_span.last)}


def words(article: Article) -> int:
    """The words of the whole text, headings and the byline included: those of its sentences."""
    return int(article.sentences["words"].sum())


def body_numbers(article: Article) -> list[int]:
    """The numbers of the sentences that are running text and have words."""
    kinds, = article.paragraphs.lists("kind")
    running = [kind in ("body", "standfirst") for kind in kinds]
    paragraphs, words = article.sentences.lists("paragraph", "words")
    return [number for number, (paragraph, many) in enumerate(zip(paragraphs, words))
            if many and running[paragraph]]


def body_sentences(article: Article) -> Rows:
    """The rows of the sentences table that are running text and have words."""
    return article.sentences.take(body_numbers(article))

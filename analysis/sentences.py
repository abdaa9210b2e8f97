"""Sentences of every paragraph, headings and the byline included, so that no letter of the text is left out."""
from analysis.schemas import frame


def table(article):
    """One row per sentence; `voice`: reporter, quoted (all its words inside marks) or mixed; `words` counts words."""
    rows = []
    for passage in article.passages:
        for sentence in passage.doc.sents:
            tokens = [token for token in sentence if not token.is_space]
            if not tokens:
                continue
            start, end = passage.offsets(tokens[0].i, tokens[-1].i + 1)
            rows.append(dict(start=start, end=end, text=article.text[start:end], sentence=len(rows),
                             paragraph=passage.paragraph, section=passage.section, voice="reporter",
                             words=sum(any(map(str.isalnum, token.text)) for token in tokens)))
    return frame("sentences", rows)

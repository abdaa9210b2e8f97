"""Sentences of every paragraph, headings and the byline included, so that no letter of the text is left out."""
from analysis.schemas import frame

_FRAGMENT = 5       # a shorter stretch that nobody is said to have uttered is a title or scare quotes, not a voice


def table(article):
    """One row per sentence. `words` counts the tokens with a letter or figure; `voice` is quoted where all of them
    stand in quotations, reporter where none does, else mixed."""
    quoted = _quoted(article)
    rows = []
    for number, passage in enumerate(article.passages):
        for first, last in _bounds(passage.doc):
            words = [token.i for token in passage.doc[first:last] if any(map(str.isalnum, token.text))]
            inside = sum((number, word) in quoted for word in words)
            start, end = passage.offsets(first, last)
            rows.append(dict(start=start, end=end, text=article.text[start:end], sentence=len(rows),
                             paragraph=passage.paragraph, section=passage.section, words=len(words),
                             voice="reporter" if not inside else "quoted" if inside == len(words) else "mixed"))
    return frame("sentences", rows)


def _bounds(doc):
    """(first, last) token of each sentence, blanks at its ends left out; marks alone join the sentence before."""
    bounds = []
    for sentence in doc.sents:
        tokens = [token.i for token in sentence if not token.is_space]
        if not tokens:
            continue
        if bounds and not any(character.isalnum() for character in sentence.text):
            bounds[-1] = bounds[-1][0], tokens[-1] + 1
        else:
            bounds.append((tokens[0], tokens[-1] + 1))
    return bounds


def _quoted(article):
    """(passage, token) of every token in a quotation that somebody utters, or that is more than a fragment."""
    uttered = {number for act in article.acts for number in act.stretches}
    return {(stretch.passage, token) for number, stretch in enumerate(article.stretches)
            if number in uttered or stretch.words >= _FRAGMENT for token in range(stretch.first, stretch.last)}

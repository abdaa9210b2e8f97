"""The speakers of an article."""
from analysis.schemas import frame


def resolve(article):
    """The canonical speaker of each of `article.acts`, or None: for now the source's own text where it holds a name."""
    texts = []
    for act in article.acts:
        index, first, last = act.source_tokens or (0, 0, 0)
        named = any(token.pos_ == "PROPN" for token in article.passages[index].doc[first:last]) if act.source else False
        texts.append(article.text[slice(*act.source)] if named else None)
    return texts


def table(article):
    """The speakers table; no rule fills it yet."""
    return frame("speakers")

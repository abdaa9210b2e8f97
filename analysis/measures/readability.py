"""Readability beside the reference package."""
from typing import TYPE_CHECKING

import pandas

from analysis.tables.sentences import body_sentences
from analysis.tone.readability import indices
from analysis.tone.readability_counts import sentence_counts

if TYPE_CHECKING:
    from analysis.article import Article

_TEXTSTAT = {"dale_chall": "dale_chall_readability_score"}
_WHY = {"gunning_fog": "textstat counts words outside its list of easy words as long ones",
        "coleman_liau_index": "textstat's constant is .058 where the formula has .0588",
        "automated_readability_index": "textstat counts punctuation as characters",
        "dale_chall": "textstat takes names and inflected forms for unfamiliar words"}


def beside_textstat(article: "Article") -> pandas.DataFrame:
    """Each index of the whole article as we compute it and as textstat 0.7.8 does from the same
    sentences.

    Returns a DataFrame: index, ours, textstat, difference (ours - textstat), why (the known reason;
    missing where only the words at marks and hyphens are split otherwise). textstat reads one
    sentence a line, each with a single full stop.
    """
    from textstat import textstat
    sentences = body_sentences(article)["text"]
    text = "\n".join(one_stop(sentence) for sentence in sentences)
    ours = indices(pandas.DataFrame(sentence_counts(sentences)).sum().to_numpy(float))
    theirs = {name: getattr(textstat, _TEXTSTAT.get(name, name))(text) for name in ours}
    return pandas.DataFrame([dict(index=name, ours=float(value), textstat=theirs[name],
                                  difference=float(value) - theirs[name],
                                  why=_WHY.get(name)) for name, value in ours.items()])


def one_stop(sentence: str) -> str:
    """The sentence as textstat must see it to count it once: no mark inside that ends a sentence,
    one full stop.

    >>> one_stop("Dr. Brell waited! He left?")
    'Dr Brell waited He left.'
    """
    return " ".join(sentence.translate(str.maketrans("", "", ".!?\n")).split()) + "."

"""What sort of text an article is: a news report, an opinion piece, an interview or a transcript.

An opinion piece is told by how its writer writes outside quotation marks: in the first person, to the reader, in
sentences that a model trained on news takes for subjective, attributing little. The weights, `models/genre.json`, are a
logistic regression on real articles that a reader labelled (`training/genre.py`); reviews and columns count as opinion.
"""
import json
import re
from functools import cache
from importlib.resources import files
from math import exp

from analysis.lexicons import words
from analysis.tables.sentences import body_sentences
from analysis.voices.spoken_words import spoken

KINDS = ("news report", "opinion piece", "interview", "transcript")
_WORD = re.compile(r"[a-z]+(?:[’'][a-z]+)?")
_QUOTED = re.compile("[“\"][^”\"]*[”\"]?")


def kind(article) -> tuple[str, float]:
    """The kind of an Article, one of KINDS, and how likely it is that.

    >>> import analysis
    >>> kind(analysis.Article("The weir held, the mayor said. It was built in 1950."))[0]
    'news report'
    """
    turns = article.attributions[article.attributions["attribution"].isin(_turns(article))]
    if len(turns):
        given = spoken(article)
        share = given.loc[given["attribution"].isin(turns["attribution"]), "words"].sum()
        share /= max(body_sentences(article)["words"].sum(), 1)
        if share >= _weights()["mostly turns"]:
            asked = turns.groupby("speaker")["text"].agg(lambda texts: texts.str.rstrip("”\"’' ").str.endswith("?").mean())
            return ("interview" if len(asked) and asked.max() >= _weights()["asks"] else "transcript"), float(min(share, 1))
    weights = _weights()["weights"]
    odds = _weights()["intercept"] + sum(weights[name] * value for name, value in features(article).items())
    opinion = 1 / (1 + exp(-odds))
    return ("opinion piece", opinion) if opinion > .5 else ("news report", 1 - opinion)


def features(article) -> dict[str, float]:
    """What the weights weigh: words of the first and second person for a hundred of the writer's own, the share of the
    writer's sentences that are subjective, attributions for a hundred words."""
    table = article.tone.merge(body_sentences(article)[["sentence", "voice", "words"]], on="sentence")
    own = table[table["voice"] != "quoted"]
    said = _WORD.findall(_QUOTED.sub(" ", " ".join(own["text"])).lower())
    stems = [word.replace("'", "’").split("’")[0] for word in said]

    def often(name):
        return 100 * sum(word in words(name) for word in stems) / max(len(said), 1)
    return {"first person": often("genre.first_person"), "second person": often("genre.second_person"),
            "subjective": float(own["subjective"].mean()) if len(own) else 0.0,
            "attributed": 100 * len(article.attributions) / max(table["words"].sum(), 1)}


def _turns(article):
    """Numbers of the attributions that are turns of a transcript: verbatim without quotation marks."""
    return [number for number, act in enumerate(article.decoded) if act.kind == "direct" and not act.quoted_spans]


@cache
def _weights():
    return json.loads(files("analysis").joinpath("models", "genre.json").read_text("utf8"))

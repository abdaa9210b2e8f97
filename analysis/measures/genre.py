"""What sort of text an article is: a news report, an opinion piece, an interview or a transcript.

An opinion piece is told by how its writer writes outside quotation marks: in the first person, to
the reader, asking, in loaded words and in sentences that a model trained on news takes for
subjective, with the words by which one argues, attributing and quoting little; or it says itself
that its views are its author's. The weights, `models/genre.json`, are a logistic regression on real
articles that a reader labelled (`training/genre.py`); reviews and columns count as opinion. """
import json
import re
from functools import cache
from importlib.resources import files
from math import exp

from analysis.article import Article
from analysis.attribution.scorer import counted
from analysis.lexicons import words
from analysis.tables.sentences import body_numbers

KINDS = ("news report", "opinion piece", "interview", "transcript")
_WORD = re.compile(r"[a-z]+(?:[’'][a-z]+)?")
_CLOSING = "”\"’') "
_QUOTED = re.compile("[“\"][^”\"]*[”\"]?")


def kind(article: Article) -> tuple[str, float]:
    """The kind of an Article, one of KINDS, and how likely it is that.

    >>> import analysis
    >>> kind(analysis.Article("The weir held, the mayor said. It was built in 1950."))[0]
    'news report'
    """
    if any(act.why == "interview.answers" for act in article.decoded):
        return "interview", counted("interview.answers")
    turns = {number for number,
             act in enumerate(article.decoded)
             if act.kind == "direct" and not act.quoted_spans and act.why != "post.signed"}
    if turns:
        given = sum(piece.words for piece in article.pieces if piece.attribution in turns)
        share = given / max(_words(article, body_numbers(article)), 1)
        if share >= _weights()["mostly turns"]:
            return _interview_or_transcript(article, turns), min(share, 1)
    if any(phrase in article.text.lower() for phrase in words("genre.declared")):
        return "opinion piece", _weights()["declared"]
    weights = _weights()["weights"]
    odds = _weights()["intercept"] + sum(weights[name] * value for name,
                                         value in features(article).items())
    opinion = 1 / (1 + exp(-odds))
    return ("opinion piece", opinion) if opinion > .5 else ("news report", 1 - opinion)


def _interview_or_transcript(article, turns):
    """An interview has one speaker who mostly asks."""
    asked = {}
    for piece in article.pieces:
        if piece.attribution in turns:
            question = article.text[piece.start:piece.end].rstrip("”\"’' ").endswith("?")
            asked.setdefault(piece.speaker, []).append(question)
    most = max(sum(questions) / len(questions) for questions in asked.values())
    return "interview" if most >= _weights()["asks"] else "transcript"


def features(article: Article) -> dict:
    """What the weights weigh: words of the first and second person and of an argument for a hundred
    of the writer's own, the shares of the writer's sentences that are subjective and that ask,
    loaded words in each of them, the share of all sentences in which somebody is quoted,
    attributions for a hundred words."""
    body = body_numbers(article)
    voices, texts = article.sentences.lists("voice", "text")
    own = [number for number in body if voices[number] != "quoted"]
    texts, many = [texts[number] for number in own], max(len(own), 1)
    opinions, loaded = article.tone.lists("subjective", "loaded")
    said = _WORD.findall(_QUOTED.sub(" ", " ".join(texts)).lower())
    stems = [word.replace("'", "’").split("’")[0] for word in said]

    def often(name):
        return 100 * sum(map(words(name).__contains__, stems)) / max(len(said), 1)
    return {"first person": often("genre.first_person"),
            "second person": often("genre.second_person"),
            "arguing": often("genre.arguing"),
            "subjective": sum(opinions[number] for number in own) / many,
            "asking": sum(text.rstrip(_CLOSING).endswith("?") for text in texts) / many,
            "loaded": sum(loaded[number] for number in own) / many,
            "quoting": sum(voices[number] != "reporter" for number in body) / max(len(body), 1),
            "attributed": 100 * len(article.decoded) / max(_words(article, body), 1)}


def _words(article, numbers):
    """The words of the sentences of these numbers."""
    words, = article.sentences.lists("words")
    return sum(words[number] for number in numbers)


@cache
def _weights():
    return json.loads(files("analysis").joinpath("models", "genre.json").read_text("utf8"))

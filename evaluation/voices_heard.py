"""Whether an article's voices are those that an annotator hears, and have their shares.

Gold names who says each quotation, direct or indirect. A voice matches by a word of its name; one
whose words the gold marks as said, but by nobody it names, counts neither way. """
from collections import Counter
from pathlib import Path

from analysis import Article
from evaluation.corpora import CORPORA, load
from evaluation.figures import Figure, share
from evaluation.spans import letters, names

_CORPUS = "ggt_dev.jsonl.gz"
_FEWEST = 20        # words of an article that the gold gives somebody


def figures(folder: Path) -> list[Figure]:
    """The figures of the corpus in a folder; none where it is not there."""
    documents = load(folder, _CORPUS)
    return scored(documents, *CORPORA[_CORPUS]) if documents else []


def scored(documents: list[dict], texts: str, seen: str) -> list[Figure]:
    """The figures of annotated documents: text, and quotes with content and reference."""
    n, errors = Counter(), []
    for document in documents:
        gold = _words(document)
        if gold.total() >= _FEWEST:
            n += _counted(document, gold, errors)
    return [share("speakers", "voices that are voices (precision)", n["matched"], n["heard"], texts,
                  seen),
            share("speakers", "voices that were found (recall)", n["found"], n["gold"], texts,
                  seen),
            share("speakers", "articles whose first voice by words is right", n["top"],
                  n["articles"], texts, seen),
            Figure("speakers", "error of the first voice's share of the words (points)",
                   100 * sum(errors) / len(errors) if errors else float("nan"), len(errors), texts,
                   seen),
            share("findings", "articles that say flatly who has most words", n["flat"],
                  n["articles"], texts, seen),
            share("findings", "of them right", n["flat right"], n["flat"], texts, seen)]


def _words(document):
    total = Counter()
    for row in document["quotes"]:
        if row.get("reference"):
            total[row["reference"]] += sum(len(document["text"][start:end].split())
                                           for start, end in row["content"])
    return total


def _counted(document, gold, errors):
    """The counts of one document; its error of the share is appended to `errors`."""
    article = Article(document["text"])
    given, said = Counter(), {}
    for piece in article.pieces:
        if piece.counted and piece.speaker and piece.words:
            given[piece.speaker] += piece.words
            said.setdefault(piece.speaker, []).append((piece.start, piece.end))
    first = [name for name, words in gold.items() if words == max(gold.values())]
    found = {name: next((voice for voice in given if names(name) & names(voice)), None)
             for name in gold}
    unnamed = letters([span for row in document["quotes"] if not row.get("reference")
                       for span in row["content"]])
    matched = set(filter(None, found.values()))
    wrong = [voice for voice in given if voice not in matched
             and 2 * len(letters(said[voice]) & unnamed) < len(letters(said[voice]))]

    def right(voice):
        return isinstance(voice, str) and any(names(voice) & names(name) for name in first)
    own = next((given[voice] / given.total() for voice, _ in given.most_common() if right(voice)),
               0)
    errors.append(abs(max(gold.values()) / gold.total() - own))
    top = article.findings.set_index("finding").loc["most_words"]
    flat = top["stated"] == "flat"
    return Counter({"articles": 1, "gold": len(gold),
                    "found": sum(voice is not None for voice in found.values()),
                    "heard": len(matched) + len(wrong), "matched": len(matched), "flat": int(flat),
                    "top": int(bool(given) and right(given.most_common(1)[0][0])),
                    "flat right": int(flat and right(top["subject"]))})

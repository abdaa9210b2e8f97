"""How often the canonical speaker is right, on speakers derived from GUM's annotations.

    python -m evaluation.gum_speakers FOLDER [--show]

FOLDER holds GUM news texts (`*.conllu`; Zeldes 2017, The GUM Corpus; the annotations and texts have
their own licences and are no part of this project). The derivation: every elementary discourse unit
whose relation is an attribution (its rhetorical annotation) is an attribution; its source is the
entity that is the subject of the unit's verb or follows "according to" (its syntax); the gold
speaker is that entity's coreference cluster. Right is a speaker whose canonical name shares a word
of a name with a named mention of the cluster; where the cluster has no name, one that shares a noun
with any of its mentions (unnamed). An act that the project does not find is counted apart, as not
heard.

--show lists the wrong ones by text, place and name.
"""
import argparse
import pathlib
import re
from collections import Counter, defaultdict
from types import SimpleNamespace

import analysis

_ENTITY = re.compile(r"\((\d+)-([a-z]+)-[^()]*(\))?|(\d+)\)")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_PLAIN = set("the a an of in for and mr mrs ms dr he she it they his her its their who to from at "
             "on that this i we".split())


def words(text):
    """The words of a name that tell it from another, lower case."""
    return {word.lower().removesuffix("'s").removesuffix("’s")
            for word in _WORD.findall(text or "")} - _PLAIN


def read(path):
    """(text, acts) of a GUM file: start and end of the source, its cluster's names and nouns."""
    text, tokens, base = "", [], 0
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block") and text:
            text = text.rstrip() + "\n\n"
        elif line.startswith("# sent_id"):
            base = len(tokens)
        cells = line.split("\t")
        if not cells[0].isdigit():
            continue
        misc = dict(item.split("=", 1) for item in cells[9].split("|") if "=" in item)
        head = int(cells[6])
        tokens.append(SimpleNamespace(start=len(text), end=len(text) + len(cells[1]), form=cells[1],
                                      pos=cells[3], head=base + head - 1 if head else None,
                                      relation=cells[7], entity=misc.get("Entity", ""),
                                      unit=misc.get("Discourse")))
        text += cells[1] + ("" if misc.get("SpaceAfter") == "No" else " ")
    return text.rstrip(), _acts(tokens, _clusters(tokens))


def _clusters(tokens):
    """{cluster: mentions as (first, last) in token numbers}."""
    clusters, open_ = defaultdict(list), defaultdict(list)
    for i, token in enumerate(tokens):
        for match in _ENTITY.finditer(token.entity):
            number, _, closed, closing = match.groups()
            if closed:
                clusters[number].append((i, i + 1))
            elif number:
                open_[number].append(i)
            elif open_[closing]:
                clusters[closing].append((open_[closing].pop(), i + 1))
    return clusters


def _acts(tokens, clusters):
    units = [i for i, token in enumerate(tokens) if token.unit] + [len(tokens)]
    spans = {span: number for number, mentions in clusters.items() for span in mentions}
    decoded = []
    for first, last in zip(units, units[1:]):
        source = _source(tokens, first, last,
                         spans) if tokens[first].unit.startswith("attribution") else None
        if source is None:
            continue
        mentioned = [token for a, b in clusters[spans[source]] for token in tokens[a:b]]
        names, nouns = ({word for token in mentioned if token.pos == pos
                         for word in words(token.form)} for pos in ("PROPN", "NOUN"))
        decoded.append(SimpleNamespace(start=tokens[source[0]].start, end=tokens[source[1] - 1].end,
                                       names=names, nouns=nouns, pronoun=source[1] - source[0] == 1
                                       and tokens[source[0]].pos == "PRON"))
    return decoded


def _source(tokens, first, last, spans):
    """The entity that speaks in the unit [first, last): its subject, or after "according to"."""
    heads = [i for i in range(first, last)
             if tokens[i].relation in ("nsubj", "nsubj:pass", "nsubj:outer")]
    if tokens[first].form.lower() == "according":
        heads = [tokens[first].head]
    for head in heads:
        fitting = [span for span in spans if span[0] <= head < span[1]
                   and _top(tokens, span) == head]
        if fitting:
            return max(fitting, key=lambda span: span[1] - span[0])
    return None


def _top(tokens, span):
    return next((i for i in range(*span) if tokens[i].head is None
                 or not span[0] <= tokens[i].head < span[1]), None)


def score(folder, show=False):
    """Counter of what happened to the gold speakers."""
    from analysis.voices import resolve
    count = Counter()
    for path in sorted(folder.glob("*.conllu")):
        text, gold = read(path)
        article = analysis.Article(text)
        spoken = list(zip(article.decoded, resolve(article)))
        for attribution in gold:
            group = "named" if attribution.names else "unnamed"
            heard = [speaker for found, speaker in spoken
                     if found.source and found.source[0] < attribution.end
                     and found.source[1] > attribution.start]
            right = any(speaker and words(speaker) & (attribution.names or attribution.nouns)
                        for speaker in heard)
            count[group] += 1
            count[group + " heard"] += bool(heard)
            count[group + " right"] += right
            count[group + " pronouns"] += attribution.pronoun and bool(heard)
            count[group + " pronouns right"] += attribution.pronoun and right
            if show and heard and not right:
                print(path.stem, attribution.start, text[attribution.start:attribution.end][:40],
                      "->", heard, sorted(attribution.names or attribution.nouns)[:4])
    return count


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    count = score(options.folder, options.show)
    for group in ("named", "unnamed"):
        heard, right = count[group + " heard"], count[group + " right"]
        print(f"{group:8} {count[group]} speakers, {heard} heard, {right} right = "
              f"{100 * right / max(heard, 1):.1f} % of those heard; "
              f"pronouns {count[group + ' pronouns right']} of {count[group + ' pronouns']}")

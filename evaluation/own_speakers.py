"""How often the canonical speaker is right on the project's own articles, against the hand
annotations in data/gold.

    python evaluation/own_speakers.py [--show] [NAME ...]        (default: every article of our own)

Two figures an article: of the quotations that the annotator heard as speech (direct and mixed), and
of all acts of attribution, those heard at all (content with an overlap of half its characters or
more; the best fits), and how many of them are given to the annotator's speaker. A name is right
where its words are those of the annotated speaker or of another form the annotator lists; an
unnamed voice where its noun is ("boy's mother": mother). --show lists the wrong ones by offset.
"""
import argparse
import json
import pathlib
import re

import analysis

DATA = pathlib.Path(__file__).parent.parent / "data"
_CUT = re.compile(r",| (?:of|at|in|by|for|from|to|on|with|kept|who|that|close) ")
_PLAIN = {"the", "a", "an", "s", "mr", "ms", "mrs", "dr"}


def form(name):
    """What tells a speaker from another: the words of a name, the noun of an unnamed one."""
    head = _CUT.split(name)[0].split()[-1]
    if head[0].islower():
        return frozenset([head.lower()])
    return frozenset(word for word in re.findall(r"\w+", name.lower()) if word not in _PLAIN)


def rows(name, table):
    return [json.loads(line) for line in
            (DATA / "gold" / name / f"{table}.jsonl").read_text(encoding="utf8").splitlines()]


def overlap(left, right):
    """Shared characters over all characters of two lists of spans."""
    left, right = ({i for start, end in spans for i in range(start, end)}
                   for spans in (left, right))
    return len(left & right) / max(len(left | right), 1)


def judge(gold, found, forms):
    """(gold, heard, right, wrong): gold, found: [(spans, speaker)]; wrong: [(offset, speaker, what
    was found)]."""
    heard = right = 0
    wrong = []
    for spans, speaker in gold:
        fits = [(overlap(spans, others), other) for others, other in found
                if others[0][0] < spans[-1][1] and spans[0][0] < others[-1][1]]
        fit, other = max(fits, key=lambda pair: pair[0], default=(0, None))
        if fit < 0.5:
            continue
        heard += 1
        if isinstance(other, str) and form(other) in forms.get(speaker, {form(speaker)}):
            right += 1
        else:
            wrong.append((spans[0][0], speaker, other))
    return len(gold), heard, right, wrong


def score(name):
    """{table: `judge`'s answer} of one article."""
    meta = json.loads((DATA / "gold" / name / "meta.json").read_text(encoding="utf8"))
    article = analysis.read(DATA.parent / meta["article"])
    forms = {row["speaker"]: {form(other) for other in (row["speaker"], *row["also"])}
             for row in rows(name, "speakers")}
    quotes = [([(row["start"], row["end"])], row["speaker"]) for row in rows(name, "quotes")
              if row["kind"] in ("direct", "mixed") and row["speaker"]]
    decoded = [(row["content"], row["speaker"]) for row in rows(name, "attributions")
               if row["speaker"]]
    return {"quotations": judge(quotes, [([(row.start, row.end)], row.speaker)
                                         for row in article.quotes.itertuples()], forms),
            "attributions": judge(decoded, [(row.content, row.speaker)
                                            for row in article.attributions.itertuples()], forms)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME",
                        default=sorted(path.name for path in (DATA / "gold").iterdir()
                                       if path.name.startswith("harbour")))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    for name in options.names:
        for table, (gold, heard, right, wrong) in score(name).items():
            print(f"{name:16} {table:13} {gold} with a speaker, {heard} heard, {right} right = "
                  f"{100 * right / max(heard, 1):.1f} %")
            for row in wrong if options.show else ():
                print("   ", *row, sep="\t")

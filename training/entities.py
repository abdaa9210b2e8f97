"""Fit the weights of who is who: `analysis/models/entities.tsv`.

    python -m training.entities FOLDER [--rounds N]

FOLDER holds `gum_coref_dev.jsonl.gz` (who is who in whole texts), `ggt_dev.jsonl.gz` (quotations
with the names of their speakers), `polnear_b.jsonl.gz` (attributions with the places of their
sources), and `articles_dev.jsonl.gz` and `articles_more.jsonl.gz`, the texts of the definite
descriptions in `training/descriptions.csv` (text_sha256, start, end; antecedent: where a name of
whom it means begins, empty where that is nobody who was spoken of) and of the names in
`training/names.csv` (text_sha256, start, end, kind: what the name is of). What a mention may be
depends on what those before it were taken for, so that the fit goes in rounds: each reads the texts
with the weights of the one before. Only coefficients of named features are kept.
"""
import argparse
import csv
import json
from collections import Counter, defaultdict
from hashlib import sha256
from pathlib import Path

from analysis import Article
from analysis.entities import types
from analysis.entities.entities import entities
from analysis.entities.lexicon import countries
from analysis.entities.names import key
from analysis.models.scorer import Scorer, scorers
from evaluation.calibration import NAMED, SOURCED, fitted, judged
from evaluation.corpora import load
from evaluation.spans import contents, names, pairs
from training.fitting import conditional_logit, multinomial

LABELLED = "articles_dev.jsonl.gz", "articles_more.jsonl.gz"
CHAINED = "gum_coref_dev.jsonl.gz"
DATA = Path(__file__).parents[1] / "data"
FILE = Path(__file__).parents[1] / "analysis" / "models" / "entities.tsv"
STRENGTH = .3
OWN = 1         # how often the project's own annotations count
LIKELY = .3     # the weight of a name without annotation
SOUGHT = 2      # of one that was labelled because its type was in doubt
MILD = .5       # the strength of the fit of types
_CERTAIN = {("beside it", "title"): "person", ("beside it", "age"): "person",
            ("beside it", "person noun"): "person", ("beside it", "either noun"): "body",
            ("beside it", "body noun"): "body", ("list", "body"): "body",
            ("list", "country"): "place", ("list", "short country"): "place",
            ("list", "seat"): "place", ("list", "adjective"): "people",
            ("recogniser", "people, singular"): "place"}
HEADER = """\
# The weights of who is who (analysis/entities), fitted by training/entities.py; \
a feature that is not here
# weighs nothing. choice: he, they, it (whom a pronoun stands for),
# description, body (whom a definite description of a person, of a body speaks of again),
# type (what a name is of: multinomial logistic regression),
# name (which of those who bear it): conditional logits over the candidates and nobody;
# source (is the source of an attribution the right one), speaker (is it the name given, the
# speaker_confidence): logistic regressions.
"""


def chained(article: Article, document: dict, cases: dict) -> None:
    """Add the choices in a text whose chains of coreference are known."""
    spans = sorted(((end - start, start, end, cluster)
                    for start, end, cluster, _ in document["mentions"]))
    known = {}

    def cluster(mention):
        if mention not in known:
            offset = article.parsed[mention.paragraph].offsets(mention.head, mention.head + 1)[0]
            known[mention] = next((one for _, start, end, one in spans if start <= offset < end),
                                  None)
        return known[mention]

    def trace(mention, name, options):
        wanted = cluster(mention)
        if wanted is not None:
            taken = {actor: Counter(map(cluster, actor.mentions)).most_common(1)[0][0]
                     for actor, _ in options if actor is not None and actor.mentions}
            _add(cases[name], [(features, taken.get(actor) == wanted)
                               for actor, features in options])

    entities(article, trace)


def named(article: Article, document: dict, cases: dict) -> None:
    """Add the choices of who the source of a quotation is, in a text that names the speakers."""
    mine = [dict(content=attribution.content) for attribution in article.decoded]
    gold = dict((other, document["quotes"][one].get("reference")) for one, other in pairs(
        contents(document["text"], document["quotes"]), contents(document["text"], mine), .1))

    def trace(mention, name, options):
        reference = gold.get(mention.attribution) or ""
        if any(word[:1].isupper() for word in reference.split()):
            _add(cases[name], [(features, actor is not None and any(
                names(reference) & set(words)
                for one in (actor, *actor.members) for words in one.names))
                for actor, features in options])

    entities(article, trace)


def labelled(folder: Path, name: str) -> list[dict]:
    """The texts of `training/NAME.csv`, each with its rows, (start, end, label), under "rows"."""
    rows = defaultdict(list)
    with Path(__file__).with_name(f"{name}.csv").open(encoding="utf8") as file:
        for one, start, end, label in list(csv.reader(file))[1:]:
            rows[one].append((int(start), int(end), label))
    texts = {sha256(document["text"].encode()).hexdigest(): document["text"]
             for name in LABELLED for document in load(folder, name) or ()}
    return [{"text": texts[one], "rows": found}
            for one, found in rows.items() if one in texts]


def described(article: Article, document: dict, cases: dict) -> None:
    """Add the choices of whom a description means, where somebody wrote that down."""
    gold = {(start, end): antecedent for start, end, antecedent in document["rows"]}

    def at(mention):
        return article.parsed[mention.paragraph].offsets(mention.first, mention.last)

    def trace(mention, name, options):
        antecedent = gold.get(at(mention))
        if antecedent is not None:
            _add(cases[name], [(features, bool(antecedent) and actor is not None and any(
                start <= int(antecedent) < end for start, end in map(at, actor.mentions)))
                for actor, features in options])

    entities(article, trace)


def own(folder: Path) -> list[dict]:
    """The project's own annotations (data/gold) as quotations with names; of an article that is not
    part of the project, where its text lies in the folder."""
    found = []
    for gold in sorted(DATA.joinpath("gold").iterdir()):
        meta = json.loads((gold / "meta.json").read_text(encoding="utf8"))
        path = next((path for path in (DATA.parent / meta["article"], folder / f"{gold.name}.txt")
                     if path.is_file()), None)
        rows = map(json.loads, (gold / "quotes.jsonl").read_text(encoding="utf8").splitlines())
        if path is not None:
            found.append({"text": path.read_text(encoding="utf8"), "quotes": [
                {"content": [[row["start"], row["end"]]], "reference": row["speaker"]}
                for row in rows if row["speaker"]]})
    return found


def _forms(article):
    """The names of a text, each with its mentions."""
    forms = defaultdict(list)
    for mention in article.entities.mentions:
        if mention.kind == "name":
            forms[key(mention.words)].append(mention)
    return forms


def _surnames(forms):
    """Last words of the names of several words that look like a person's."""
    return {form[-1] for form, found in forms.items()
            if len(form) > 1 and found[0].label == "person"}


def typed(article: Article, document: dict, rows: list) -> None:
    """Add the names of a text, each with the type that its chains or its people give it."""
    spans = sorted((end - start, start, end, kind)
                   for start, end, _, kind in document.get("mentions", ()))
    people = [names(one) for one in document.get("people", ())]
    forms = _forms(article)
    gold = {form: _gold_type(article, form, found, spans, people) for form, found in forms.items()}
    surnames = {form[-1] for form, kind in gold.items() if kind == "person" and len(form) > 1}
    rows += [(list(types.features(form, forms[form], surnames)), kind, 1)
             for form, kind in gold.items() if kind]


def sought(article: Article, document: dict, rows: list) -> None:
    """Add the names of a text whose types somebody wrote down."""
    forms = _forms(article)
    at = {article.parsed[mention.paragraph].offsets(mention.first, mention.last): form
          for form, found in forms.items() for mention in found}
    for start, end, kind in document["rows"]:
        form = at.get((start, end))
        if form is not None:
            rows.append((list(types.features(form, forms[form], _surnames(forms))),
                         kind, SOUGHT))


def likely_typed(article: Article, rows: list) -> None:
    """Add, at less weight, the names of a text whose lists or titles leave no doubt."""
    forms = _forms(article)
    for form, found in forms.items():
        signs = list(types.features(form, found, _surnames(forms)))
        kinds = {kind for sign, kind in _CERTAIN.items() if sign in signs}
        if len(kinds) == 1:
            rows.append((signs, *kinds, LIKELY))


def _gold_type(article, form, found, spans, people):
    if any(set(form) <= one for one in people):
        return "person"
    votes = Counter()
    for mention in found:
        offset = article.parsed[mention.paragraph].offsets(mention.head, mention.head + 1)[0]
        votes[next((kind for _, start, end, kind in spans if start <= offset < end), None)] += 1
    kind = votes.most_common(1)[0][0]
    if kind is None:
        return None
    if kind == "person" and (countries().get(" ".join(form), ("", ""))[1] == "adjective"
                             or found[0].label == "people"):
        return "people"
    return {"person": "person", "organization": "body", "place": "place"}.get(kind, "other")


def _add(cases, options):
    """One choice, the candidate nobody (the first) being right where no other is."""
    if len(options) > 1:
        right = any(one for _, one in options)
        cases.append([(tuple(features), one if i else not right)
                      for i, (features, one) in enumerate(options)])


def written(weights: dict[str, dict]) -> str:
    """The file of {choice: {(feature, value): weight}}."""
    lines = ["choice\tfeature\tvalue\tweight"]
    for choice, table in weights.items():
        lines += [f"{choice}\t{feature}\t{value}\t{weight:.2f}"
                  for (feature, value), weight in table.items() if abs(weight) >= .005]
    return HEADER + "\n".join(lines) + "\n"


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--only", choices=["types", "who", "body", "speaker"],
                        help="what names are of, whom mentions stand for, whom descriptions of "
                             "bodies do (the rest stays as it is), or how sure speakers are")
    options = parser.parse_args()
    weights = {name: dict(scorer.weights) for name, scorer in scorers("entities").items()}
    kept = dict(weights)
    texts = [(Article(document["text"]), document, read)
             for name, read in ((CHAINED, chained), (NAMED, named))
             for document in load(options.folder, name)] if options.only != "speaker" else []
    texts += OWN * [(Article(document["text"]), document, named)
                    for document in own(options.folder)] if texts else []
    texts += [(Article(document["text"]), document, described)
              for document in labelled(options.folder, "descriptions")] if texts else []
    if texts:
        rows = []
        for article, document, read in texts:
            if read is not described:
                typed(article, document, rows)
        for document in labelled(options.folder, "names"):
            sought(Article(document["text"]), document, rows)
        annotated = list(rows)
        for document in load(options.folder, SOURCED)[::2]:
            likely_typed(Article(document["text"]), rows)
        found = multinomial(rows, MILD)
        weights |= {f"type {kind}": one for kind, one in found.items()}
        scorer = {kind: Scorer(one) for kind, one in found.items()}
        right = sum(max(scorer, key=lambda kind: scorer[kind].score(row)) == kind
                    for row, kind, _ in annotated)
        print(f"types: {right} of {len(annotated)}", Counter(kind for _, kind, _ in rows),
              flush=True)
        _write(weights)
        for article, *_ in texts:
            vars(article).pop("entities", None)
    for _ in range(options.rounds if texts and options.only != "types" else 0):
        cases = defaultdict(list)
        for article, document, read in texts:
            read(article, document, cases)
        weights |= {"name": conditional_logit(cases["name"], STRENGTH)}
        for akin in ("he", "they", "it"), ("description", "body"):
            weights |= _akin({name: cases[name] for name in akin})
        print({name: _fit(weights[name], one) for name, one in cases.items()}, flush=True)
        _write(weights)
    if options.only == "body":
        _write(kept | {"body": weights["body"]})
    elif options.only not in ("who", "types"):
        rows = [row for name in (NAMED, SOURCED) for row in judged(load(options.folder, name))]
        weights |= fitted(rows)
        _write(weights)


def _akin(cases):
    """The weights of choices that share what they weigh: of each feature, what it weighs for all of
    them and what it weighs for the one more (Daumé 2007, Frustratingly Easy Domain Adaptation)."""
    both = [[((*pairs, *((f"{name} {feature}", value) for feature, value in pairs)), right)
             for pairs, right in case] for name, one in cases.items() for case in one]
    found = conditional_logit(both, STRENGTH)
    known = {pair for one in cases.values() for case in one for pairs, _ in case for pair in pairs}
    return {name: {(feature, value): (found[feature, value]
                                      + found.get((f"{name} {feature}", value), 0))
                   for feature, value in sorted(known)} for name in cases}


def _fit(weights, cases):
    """How many choices there are, and how many of them the weights make right."""
    scorer = Scorer(weights)
    return len(cases), sum(max(case, key=lambda option: scorer.score(option[0]))[1]
                           for case in cases)


def _write(weights):
    FILE.write_text(written(dict(sorted(weights.items()))), encoding="utf8")
    scorers.cache_clear()


if __name__ == "__main__":
    main()

"""Puts faster components in the place of a spaCy pipeline's own, each only where it gives the same.

At load both parse a paragraph of ours; where anything differs (another model, another version)
spaCy's own stay.
"""
import warnings
from importlib.resources import files

from spacy.language import Language

from analysis.text.fast_dependencies import FastDependencies
from analysis.text.fast_entities import FastEntities
from analysis.text.fast_forms import FastForms
from analysis.text.fast_vectors import FastVectors

# The name of each component, and those whose place it takes.
_FASTER = {"fast_vectors": ("tok2vec",), "fast_dependencies": ("parser",),
           "fast_forms": ("attribute_ruler", "lemmatizer"), "fast_entities": ("ner",)}
_COMPARED = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]


@Language.factory("fast_vectors", assigns=["doc.tensor"])
def _fast_vectors(nlp, name):
    return FastVectors(*map(nlp.get_pipe, _FASTER[name]))


@Language.factory("fast_dependencies", assigns=["token.dep", "token.head", "token.is_sent_start"])
def _fast_dependencies(nlp, name):
    return FastDependencies(*map(nlp.get_pipe, _FASTER[name]))


@Language.factory("fast_forms", assigns=["token.pos", "token.morph", "token.lemma"])
def _fast_forms(nlp, name):
    return FastForms(*map(nlp.get_pipe, _FASTER[name]))


@Language.factory("fast_entities", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def _fast_entities(nlp, name):
    return FastEntities(*map(nlp.get_pipe, _FASTER[name]))


def quicken(nlp: Language) -> None:
    """Put each faster component in its place, unless a paragraph comes out otherwise."""
    paragraphs = files("analysis").joinpath("text", "compared.txt").read_text("utf8").split("\n\n")
    expected = _annotations(nlp, paragraphs)
    for name, replaced in _FASTER.items():
        try:
            nlp.add_pipe(name, before=replaced[0])
            for own in replaced:
                nlp.disable_pipe(own)
            same = _annotations(nlp, paragraphs) == expected
        except Exception:       # a model of another build may fail in any way
            same = False
        if not same:
            _step_back(nlp, name, replaced)


def _annotations(nlp, paragraphs):
    return [doc.to_array(_COMPARED).tolist() for doc in nlp.pipe(paragraphs)]


def _step_back(nlp, name, replaced):
    warnings.warn(f"{name} does not give what the model's own {' and '.join(replaced)} gives, "
                  "which is used: parsing is slower.", stacklevel=3)
    if name in nlp.component_names:
        nlp.remove_pipe(name)
    for own in replaced:
        nlp.enable_pipe(own)

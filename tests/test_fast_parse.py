"""The faster components give what spaCy's own give, or step back to them."""
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import spacy

from analysis.text import fast_parse
from analysis.text.parse import MODEL, parse, pipeline
from analysis.text.tokens import Doc

OWN = sorted(Path(__file__).parents[1].glob("data/articles/*.txt"))
HARD = ["", " ", "\n\t ", "There were boats. There's more, there is.",
        "Let's go! You're gonna, y'all ain't.",
        "It was there that I saw it; they gave it to me. C'mon, I got a boat and I've got to row.",
        "New  York   Harbour\u00a0Board", "The Sula River Authority of Lower Brennick and Tarn",
        "Ørsted 5 5 5 – 12:30"]


@pytest.fixture(scope="module")
def own():
    """The pinned model with its own components alone."""
    pipeline()
    nlp = spacy.load(MODEL)
    nlp.add_pipe("sentence_starts", before="parser")
    return nlp


def annotations(docs):
    return [[(token.text, token.tag_, token.pos_, str(token.morph), token.lemma_, token.dep_,
              token.head.i, token.is_sent_start, token.ent_iob, token.ent_type_) for token in doc]
            for doc in docs]


def test_all_faster_components_take_their_place_in_the_pinned_model():
    assert [name for name in pipeline().pipe_names if name.startswith("fast")] == [
        "fast_vectors", "fast_dependencies", "fast_forms", "fast_entities"]


def test_every_token_tag_base_form_dependency_and_entity_is_spacys_own(own):
    texts = HARD + [part for path in OWN for part in path.read_text("utf8").split("\n\n")]
    once, again = annotations(parse(texts)), annotations(parse(texts))
    assert once == again == annotations(own.pipe(texts))
    assert annotations([pipeline()(text) for text in HARD]) == annotations(own.pipe(HARD))


def test_any_stretch_of_tokens_has_the_text_that_spacy_gives_it():
    for plain in parse(HARD):
        doc, size = Doc(plain), len(plain)
        assert all(doc[first:last].text == plain[first:last].text
                   for first in range(size) for last in range(first, size + 1))


def test_no_batch_is_longer_than_its_bound_and_no_batch_changes_the_parse(own, monkeypatch):
    given = []
    monkeypatch.setattr("analysis.text.parse._TOGETHER", 60)
    monkeypatch.setattr("analysis.text.parse.pipeline", lambda: SimpleNamespace(
        pipe=lambda texts, batch_size: given.append(texts) or own.pipe(texts)))
    assert annotations(parse(HARD)) == annotations(own.pipe(HARD))
    assert [text for batch in given for text in batch] == HARD and len(given) > 3
    assert all(len(batch) == 1 or sum(map(len, batch)) <= 60 for batch in given)


def test_a_full_memory_of_forms_begins_anew(own, monkeypatch):
    monkeypatch.setattr("analysis.text.fast_forms._MOST", 3)
    monkeypatch.setattr("analysis.text.fast_vectors._MOST", 3)
    assert annotations(parse(HARD)) == annotations(own.pipe(HARD))


def test_a_component_that_would_differ_steps_back_to_the_models_own(monkeypatch):
    nlp = spacy.load(MODEL)
    monkeypatch.setattr(fast_parse.FastEntities, "_first_moves", lambda self, total, space,
                        final: 0 * final)
    with pytest.warns(UserWarning, match="fast_entities"):
        fast_parse.quicken(nlp)
    assert nlp.pipe_names[-2:] == ["fast_forms", "ner"]


def test_a_ruler_that_looks_beyond_forms_is_left_alone():
    nlp = spacy.load(MODEL)
    nlp.get_pipe("attribute_ruler").add([[{"IS_SENT_START": True}]], {"LEMMA": "first"})
    plain = annotations(nlp.pipe(HARD))
    with pytest.warns(UserWarning, match="fast_forms"):
        fast_parse.quicken(nlp)
    assert nlp.pipe_names[-3:] == ["attribute_ruler", "lemmatizer", "fast_entities"]
    assert annotations(nlp.pipe(HARD)) == plain


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="counts threads as Linux tells")
def test_no_thread_waits_for_matrices():
    code = "import os, analysis.text.parse; print(len(os.listdir('/proc/self/task')))"
    unset = {name: value for name, value in os.environ.items() if not name.endswith("NUM_THREADS")}
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=unset,
                          cwd=Path(__file__).parents[1])
    assert told.stdout == "1\n"


@pytest.mark.parametrize("own, kept", [("", 2_000), ("gc.set_threshold(50)", 50)])
def test_pythons_garbage_collector_begins_less_often_unless_somebody_set_it(own, kept):
    code = (f"import gc\n{own}\nfrom analysis.text.parse import pipeline\npipeline()\n"
            "print(gc.get_threshold()[0])")
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                          cwd=Path(__file__).parents[1])
    assert told.stdout == f"{kept}\n"

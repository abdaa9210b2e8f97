"""The model is, to the byte, the one that all figures were measured with, and the publisher's own
is taken where it is there."""
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import pytest

from analysis.text import parse

PINNED = Path(__file__).parent.parent / "data" / "model.sha256"


def test_the_files_of_the_model_are_those_that_are_pinned():
    package = Path(import_module(parse.model_package()).__file__).parent
    model = next(path.parent for path in package.rglob("config.cfg"))
    known = dict(reversed(line.split("  ")) for line in PINNED.read_text().splitlines())
    assert {name: sha256((model / name).read_bytes()).hexdigest() for name in known} == known
    assert {"ner/model", "parser/model", "tagger/model", "tok2vec/model"} <= set(known)


@pytest.mark.parametrize("installed, taken",
                         [("3.8.0", "en_core_web_sm"), ("3.7.1", parse.MODEL), (None, parse.MODEL)])
def test_the_publishers_own_package_is_taken_in_the_same_version_only(installed, taken,
                                                                      monkeypatch):
    def version(name):
        assert name == "en_core_web_sm"
        if installed is None:
            raise parse.PackageNotFoundError
        return installed
    monkeypatch.setattr(parse, "version", version)
    assert parse.model_package() == taken

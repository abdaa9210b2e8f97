"""The model is, to the byte, the one that all figures were measured with, and the publisher's own
is taken where it is there."""
import tomllib
from hashlib import sha256
from importlib import import_module
from importlib.metadata import metadata, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from analysis.project import ROOT
from analysis.text import parse
from benchmarks.stranger import required

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


def test_what_comes_only_by_an_extra_that_older_pips_do_not_find_is_required_by_name():
    """They compare the spelling of an extra's name to the letter."""
    ours, missed = {*map(canonicalize_name, required())}, []
    for need in (Requirement(line) for name in ours for line in requires(name) or []):
        if need.marker is None or need.marker.evaluate({"extra": ""}):
            offered = metadata(need.name).get_all("Provides-Extra") or [] if need.extras else []
            missed += [need for extra in need.extras - set(offered)
                       if canonicalize_name(extra) in map(canonicalize_name, offered)]
    brought = {canonicalize_name(line.name) for need in missed for line in
               map(Requirement, requires(need.name)) if line.marker and any(
                   line.marker.evaluate({"extra": extra}) for extra in need.extras)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["project"]
    assert brought <= {canonicalize_name(Requirement(line).name)
                       for line in project["dependencies"]}

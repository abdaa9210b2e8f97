"""CONTRIBUTING.md names every room, in the order that the contract on imports has."""
import re
import tomllib
from pathlib import Path

from analysis import syntax

ROOT = Path(__file__).parents[1]


def _table():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf8")
    rows = re.findall(r"^\| (`.+?`) \|", text[text.index("| room |"):text.index("Beside it:")],
                      re.M)
    return [name.removesuffix(".py").removesuffix("/") for row in rows
            for name in re.findall(r"`(.+?)`", row)]


def test_the_table_of_rooms_is_the_contract():
    contract = tomllib.loads(
        (ROOT / "pyproject.toml").read_text("utf8"))["tool"]["importlinter"]["contracts"][0]
    assert sorted(_table()) == sorted(contract["layers"])


def test_every_room_is_in_the_table_and_nothing_lies_loose():
    rooms = {path.stem for path in (ROOT / "analysis").iterdir() if not path.name.startswith("_")}
    assert rooms == set(_table())


def test_labels_of_dependencies_are_matched_in_syntax_alone():
    """Tokens carry the labels, the features of tone weigh them."""
    holds = {str(path.relative_to(ROOT / "analysis")) for path in (ROOT / "analysis").rglob("*.py")
             if path.parent.name != "syntax" and ".dep_" in path.read_text("utf8")}
    assert holds == {"text/tokens.py", "tone/surroundings.py"}
    assert not {"child", "children"} & vars(syntax).keys()

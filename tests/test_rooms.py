"""CONTRIBUTING.md names every room, in the order that the contract on imports has."""
import re
import tomllib
from pathlib import Path

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

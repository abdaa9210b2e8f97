"""What the tables cost beside the bare parse, and that the cost grows with the length of the article and no faster."""
import runpy

import pytest

import analysis
from analysis.report.notebooks import DEFAULT, ROOT

cost = runpy.run_path(str(ROOT / "benchmarks" / "cost.py"))
TEXT = "\n\n".join(path.read_text("utf8") for path in sorted(DEFAULT.parent.glob("*.txt")))


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("cost") / "long.txt"
    path.write_text(TEXT, encoding="utf8")
    return str(path)


def test_every_group_of_tables_keeps_to_its_share_of_the_bare_parse(source):
    unit, costs = cost["bare_parse"](analysis.read(source)), cost["best"](source, 3)
    shares = {groups: sum(costs[group] for group in groups) / unit for groups in cost["LIMITS"]}
    assert all(share <= cost["LIMITS"][groups] for groups, share in shares.items()), shares


def test_three_times_the_text_costs_about_three_times_as_much(source, tmp_path):
    longer = tmp_path / "longer.txt"
    longer.write_text("\n\n".join([TEXT] * 3), encoding="utf8")
    once, threefold = (sum(cost["best"](path, 2).values()) for path in (source, str(longer)))
    assert threefold < 4.5 * once, (once, threefold)

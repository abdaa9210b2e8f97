"""The stances table: who is meant, where, in whose voice, and when nothing is claimed."""
import tracemalloc

import pytest

import analysis
from analysis.measures.stances import actor_stances
from analysis.tables.schemas import frame

TEXT = """The mayor of the lower town, Ana Brell, lied to the voters, and the voters despise \
Ana Brell for it.

“Ana Brell is an honest and brilliant woman and I admire her,” said Osric Tamm, a baker.

Osric Tamm met the council of the lower town on Monday."""


@pytest.fixture(scope="module")
def stances():
    return analysis.Article(TEXT).stances


def test_every_row_leads_back_to_its_mention(stances):
    assert len(stances) and all(TEXT[row.start:row.end] == row.text for row in stances.itertuples())
    assert set(stances["actor"]) >= {"Ana Brell", "Osric Tamm"}


def test_a_mention_inside_a_quotation_is_in_the_quoted_voice(stances):
    quoted = stances["start"].between(TEXT.index("“"), TEXT.index("”"))
    brell = stances["text"] == "Ana Brell"
    assert (stances.loc[quoted & brell, "voice"] == "quoted").all() and (quoted & brell).any()
    assert (stances.loc[~quoted & brell, "voice"] == "reporter").all() and (~quoted & brell).any()


def test_where_the_model_abstains_no_stance_is_given(stances):
    assert stances["stance"].isna().tolist() == stances["abstained"].tolist()


def test_a_text_without_actors_has_no_stances():
    assert analysis.Article("It rained.").stances.empty


def made(*actors):
    """Stances of (actor, stances, voice), each mention in a sentence of its own; None is an
    abstention."""
    rows = [(actor, stance, voice) for actor, stances, voice in actors for stance in stances]
    return frame("stances", [dict(start=i, end=i + 1, text="x", mention=i, actor=actor, sentence=i,
                                  voice=voice, stance=stance,
                                  probability=.8, abstained=stance is None) for i,
                             (actor, stance, voice) in enumerate(rows)])


def test_actors_that_differ_are_told_apart_and_those_that_do_not_are_not():
    table = actor_stances(made(("A", [-1] * 15, "reporter"), ("B", [1] * 15, "reporter"),
                               ("C", [0, 1, -1, 0, 1, -1], "reporter"))).set_index("actor")
    assert table.loc[["A", "B", "C"], "reading"].tolist() == ["less favourable", "more favourable",
                                                              "cannot tell apart"]
    assert table.loc["A", "mean"] == -1 and table.loc["A", "high"] > -1


def test_few_readings_get_no_interval_and_abstentions_are_counted():
    table = actor_stances(made(("A", [1, None, None], "reporter"),
                               ("B", [0] * 8, "reporter"))).set_index("actor")
    assert table.loc["A", ["n", "abstained", "favour"]].tolist() == [1, 2, 1]
    assert (table.loc["A", ["low", "high", "difference_low"]].isna().all()
            and table.loc["A", "reading"] == "too few")


def test_the_order_is_by_count_and_not_by_attitude():
    table = actor_stances(made(("B", [1] * 6, "reporter"), ("A", [-1] * 9, "reporter"),
                               ("C", [0] * 7, "quoted")))
    assert table["actor"].tolist() == ["A", "C", "B"]


def test_voices_are_kept_apart_when_asked():
    table = actor_stances(made(("A", [1] * 6, "reporter"), ("A", [-1] * 6, "quoted")),
                          by_voice=True)
    assert table.set_index("voice")["mean"].to_dict() == {"reporter": 1, "quoted": -1}


def test_an_interval_repeats_and_an_actor_alone_has_nobody_to_differ_from():
    stances = made(("A", [1, 0, -1, 0, 1, 1, 0], "reporter"))
    assert actor_stances(stances).equals(actor_stances(stances))
    assert actor_stances(stances)["difference"].isna().all()


def test_no_stances_give_an_empty_table():
    assert actor_stances(frame("stances")).empty


def test_memory_does_not_grow_with_actors_times_sentences():
    stances = made(*((f"A{i}", [1, -1], "reporter") for i in range(2_000)),
                   ("B", [1] * 6, "reporter"))
    tracemalloc.start()
    assert len(actor_stances(stances)) == 2_001
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 200e6     # numbers for every actor in every sentence alone are 190 MB, thrice

"""What is usual: quantiles of a pool of our own articles, the place of a figure among them, and how
an article sounds there."""
import json
import re

import numpy
import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

import analysis
from analysis.commands import main
from analysis.errors import ArticleError
from analysis.findings.sound import statements
from analysis.measures import norms
from analysis.measures.sound import BROAD, _turn, sound
from analysis.project import COMPARED, NORMS
from analysis.show.views.front import headlines
from analysis.show.views.tone import among_others_finding, norms_finding

GRIM = "The flood killed twelve people. It was a terrible disaster, and the town mourned its dead. "
GLAD = ("The choir won the prize. It was a wonderful evening, and the town was proud of its "
        "singers. ")
DULL = "The council meets on Monday. The pier is forty years old. The ferry leaves at nine. "


@pytest.fixture(scope="module")
def pool():
    """Sixty short articles from grim to glad."""
    texts = [GRIM * grim + DULL * 4 + GLAD * (6 - grim) for grim in range(7)]
    rows = [norms.measured(analysis.Article(text))
            for text in texts] + [norms.measured(analysis.read(path)) for path in COMPARED]
    return pandas.DataFrame(rows * 6)


@pytest.fixture(scope="module")
def table(pool, tmp_path_factory):
    path = tmp_path_factory.mktemp("norms") / "own.csv"
    path.write_text(norms.file(pool, "invented articles"), "utf8")
    return norms.load(path)


def test_a_norm_is_the_quantile_of_what_the_tables_of_the_articles_say(pool, table):
    again = [article.tone.merge(article.sentences[["sentence", "paragraph"]], on="sentence")
             for article in map(analysis.read, COMPARED)]
    assert len(again) == 3
    n, marks = table["tone", "all", "all"]
    assert n == len(pool)
    assert marks == pytest.approx(numpy.quantile(pool["tone"], norms.QUANTILES), rel=1e-3)
    harbour = analysis.read(COMPARED[0])
    body = harbour.tone[harbour.tone["sentence"].isin(
        harbour.sentences.loc[harbour.sentences["paragraph"].isin(
            harbour.paragraphs.loc[harbour.paragraphs["kind"].isin(["body", "standfirst"]),
                                   "paragraph"])
            & (harbour.sentences["words"] > 0), "sentence"])]
    assert pool.iloc[7]["tone"] == pytest.approx(body["score"].mean())


def test_a_figure_stands_among_articles_of_its_kind_and_says_so_in_words(pool, table):
    grim, glad = (norms.place("tone", value, kind="news report", table=table) for value in (-3, 3))
    assert (grim.below, grim.above, glad.below, glad.above) == (0, 1, 1, 0)
    assert grim.words().startswith("less than in 99 of 100")
    assert glad.words().startswith("more than in 99 of 100")
    middle = norms.place("tone", numpy.quantile(pool["tone"], .5), low=-3, high=3, table=table)
    assert .3 < middle.below < .7 and (middle.low, middle.high) == (0, 1)


def test_many_equal_figures_are_neither_more_nor_less_than_each_other(table):
    place = norms.place("refusals", 0, table=table)
    assert place.below == 0 and place.above < .5


@given(st.lists(st.floats(-4, 4), min_size=30, max_size=60), st.floats(-5, 5))
def test_shares_below_and_above_never_pass_one(values, value):
    marks = numpy.quantile(values, norms.QUANTILES)
    below, not_above = norms._below(marks, value), norms._below(marks, value, "right")
    assert 0 <= below <= not_above <= 1


def test_a_figure_of_the_front_page_names_its_norm_where_it_is_telling(table, monkeypatch):
    monkeypatch.setattr(norms, "load", lambda: table)
    many = " ".join(f"The pier cost {3 + n} million dollars, and {20 + n} boats lay at it."
                    for n in range(9))
    beside = "Quantities per 1,000 words: more than in"
    assert beside in str(headlines(analysis.Article(many)))
    assert beside not in str(headlines(analysis.read(COMPARED[2])))


def test_a_pool_that_is_too_small_gives_no_norm_and_a_missing_figure_no_place(pool, table):
    assert norms.norms(pool.head(norms.FEWEST - 1)).empty
    assert norms.place("tone", float("nan"), table=table) is None


def test_a_file_that_holds_no_norms_is_refused_in_a_line(tmp_path):
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    for name in ("other.csv", "missing.csv"):
        with pytest.raises(ArticleError, match=name):
            norms.load(tmp_path / name)


def test_grim_news_is_said_to_sound_so_and_why(table):
    grim, glad = (sound(analysis.Article(text * 5 + DULL), table) for text in (GRIM, GLAD))
    assert (grim.side, glad.side) == ("more negative", "more positive")
    assert grim.place < .5 < glad.place and grim.probability > .7
    text = GRIM * 5 + DULL
    assert {text[start:end] for start, end in grim.evidence} <= {"flood", "killed", "disaster",
                                                                 "dead", "terrible", "mourned"}
    assert "“" in grim.because
    assert sound(analysis.Article("\n"), table) is None


def test_a_bright_tone_is_led_to_praise_and_the_front_page_tells_neither_words_nor_range(
        table, monkeypatch):
    monkeypatch.setattr(norms, "load", lambda: table)
    glad = analysis.Article(GLAD * 5 + "Her team won the match and won the cup. " * 2)
    said = statements(glad)[0].row(glad)["statement"]
    assert "more positive" in said and "readers" not in said and "−4" not in said
    assert "“" not in said
    because = sound(glad, table).because
    assert "“wonderful”" in because and "“won”" not in because


def test_neither_names_nor_turned_words_are_said_to_bring_the_tone_there(table):
    merry = analysis.Article("Ilse Merry met the ferrymen on Monday. Merry is a painter. "
                             + GLAD * 5)
    assert "Merry" in {word for row in merry.tone["drivers"] for word, *_ in row}
    assert "erry" not in sound(merry, table).because
    prize = sound(analysis.Article("Tom Quist has the Best Tenor medal. " * 5 + GLAD), table)
    assert "“best”" not in (prize.because or "")
    grim = analysis.Article("The harbour was not beautiful, not beautiful at all. " * 3 + GRIM * 4)
    found = sound(grim, table)
    assert found.side == "more negative" and "beautiful" not in found.because


def test_a_function_word_is_not_said_to_bring_the_tone_there(table):
    glad = analysis.Article("The pier and the quay and the boat and the weir shone. " * 5 + GLAD)
    assert "and" in {word for row in glad.tone["drivers"] for word, *_ in row}
    assert "“and”" not in (sound(glad, table).because or "")


def test_words_of_the_topic_are_named_as_its_only_where_they_are(table):
    because = sound(analysis.Article("The bomb killed twelve soldiers in the war. " * 6
                                     + "It was a stupid plan. "), table).because
    assert because.startswith("mostly its topic") and "killed" in because
    assert "stupid" not in because


def test_where_no_side_is_clear_the_front_page_says_no_more_than_what_it_is_not(table, monkeypatch):
    monkeypatch.setattr(norms, "load", lambda: table)
    article = analysis.Article(GRIM + DULL * 4 + GLAD)
    found = sound(article)
    assert found.side in BROAD and found.because is None
    row = statements(article)[0].row(article)
    assert row["stated"] == "withheld" or "sounds about like most" in row["statement"]
    assert "“" not in row["statement"] and "elsewhere" not in row["statement"]


def test_a_tone_a_little_darker_than_usual_is_left_open_and_not_said_to_be_no_more_positive(
        table, monkeypatch):
    monkeypatch.setattr(norms, "load", lambda: table)
    article = analysis.Article(GRIM * 2 + DULL * 5 + GLAD)
    assert not sound(article).told
    assert statements(article)[0].row(article)["stated"] == "withheld"
    assert "cannot be told: more" in str(among_others_finding(article))


def test_the_place_looks_to_the_pole_that_is_named(table):
    grim, glad = (sound(analysis.Article(text * 5 + DULL), table) for text in (GRIM, GLAD))
    assert (grim.pole, glad.pole) == ("negative", "positive")
    assert grim.share == 1 - grim.place > .5 and glad.share == glad.place > .5


def test_a_turn_is_where_the_course_leaves_chance_most_and_short_texts_have_none():
    assert _turn([0] * 20 + [1] * 10) == "more positive in its last third"
    assert _turn([-2] * 10 + [0, .1] * 12) == "more negative in its first third"
    assert _turn([-3] * 5) is None


def test_the_project_s_own_norms_cover_news_of_every_length():
    own = norms.load()
    for length in ("all", "short", "medium", "long"):
        assert ("tone", "news report", length) in own
    assert {measure for measure, *_ in own} == set(norms.MEASURES)


def test_what_norms_rest_on_is_told_by_their_file_and_adds_up():
    own, (head, *_) = norms.load(), NORMS.read_text("utf8").splitlines()
    total, _ = own["tone", "all", "all"]
    assert f" over {total:,} articles: " in head
    told = [int(number.replace(",", ""))
            for number in re.findall(r"\d[\d,]*", str(norms_finding()))]
    assert told[0] == total == sum(told[1:])


def test_refusals_are_measured_like_any_other_figure():
    article = analysis.Article(DULL * 4 + "Mayor Ilse Brandt declined to comment. ")
    words = article.sentences["words"].sum()
    assert norms.measured(article)["refusals"] == pytest.approx(1000 / words)
    assert norms.measured(analysis.Article(DULL * 4))["refusals"] == 0


def test_a_user_s_own_norms_take_the_place_of_the_project_s(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(norms.VARIABLE, "")
    rows = [dict(text=GRIM * 3 + DULL * (1 + number % 3)) for number in range(norms.FEWEST)]
    (tmp_path / "own.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (tmp_path / "dull.txt").write_text(DULL * 4)
    assert main(["norms", "own.jsonl", "--pool", "grim articles"]) == 0
    assert "grim articles" in (tmp_path / "norms.csv").read_text("utf8").splitlines()[0]
    assert main(["show", "dull.txt", "--norms", "norms.csv"]) == 0
    assert sound(analysis.Article(DULL * 4)).side == "more positive"
    assert main(["show", "dull.txt", "--norms", "own.jsonl"]) == 2

"""What several articles on one event do not have in common: the written-in differences of the
project's own articles, each by its name, and the rules that keep a comparison from seeing
differences where there are none."""
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis
from analysis.comparison.echoes import omitted, plain
from analysis.comparison.findings import KINDS
from analysis.comparison.groups import Groups
from analysis.comparison.words import spelling
from analysis.errors import ArticleError
from analysis.findings.statement import level
from analysis.project import COMPARED

NAMES = [path.stem for path in COMPARED]
WRITTEN_IN = json.loads((COMPARED[0].parent / "differences.json").read_text("utf8"))


@pytest.fixture(scope="module")
def comparison():
    return analysis.compare(COMPARED)


def overlap(row, span):
    return row.start < span[1] and span[0] < row.end


def covered(table, group, difference, within=lambda rows: True):
    """Whether the rows of one group have all places of a difference that more than one article
    has."""
    places = [(NAMES.index(name), span) for name, span in difference["places"].items()]
    return any(within(rows) and all(any(row.article == number and overlap(row, span)
                                        for row in rows.itertuples())
                                    for number, span in places) for _, rows in table.groupby(group))


def wider(comparison, table):
    """A table with its rows' places widened to the next sentence's end: claims are found by a word
    or a figure, and one that is disputed goes on."""
    table = table.copy()
    for index, row in table.iterrows():
        sentences = comparison.articles[row["article"]].sentences
        table.loc[index, "start"] = sentences.loc[row["sentence"], "start"]
        table.loc[index, "end"] = sentences.loc[min(row["sentence"] + 1, len(sentences) - 1), "end"]
    return table


def voice(comparison, difference):
    """The rows of the voice that a difference is about."""
    wanted = {word for word in spelled(difference["speaker"])}
    for _, rows in comparison.voices.groupby("voice"):
        if any(isinstance(name, str) and wanted <= spelled(name)
               for name in [rows["name"].iloc[0], *rows["here"]]):
            return rows.set_index("article")
    raise AssertionError(f"{difference['speaker']} is no voice")


def spelled(name):
    return {spelling(word) for word in name.casefold().replace("’", " ").replace("-", " ").split()}


def found(comparison, difference):
    """Whether the comparison has a difference, in the table that its kind belongs to."""
    kind, quotations = difference["kind"], comparison.quotations
    if kind == "figure changed":
        return covered(comparison.figures[comparison.figures["relation"] != "same"], "thing",
                       difference)
    if kind in ("quote shortened", "quote changed"):
        return covered(quotations, "quotation", difference,
                       lambda rows: rows["change"].iloc[0] == kind.split()[1])
    if kind == "quoted, not reported":
        return covered(quotations, "quotation", difference,
                       lambda rows: rows["change"].iloc[0] == "paraphrased")
    if kind == "other speaker":
        return covered(quotations, "quotation", difference,
                       lambda rows: rows["other_speaker"].iloc[0])
    if kind == "claim made a fact":
        return covered(wider(comparison, comparison.facts), "claim", difference)
    rows, have = voice(comparison, difference), {NAMES.index(name) for name in difference["places"]}
    heard = set(rows.index[rows["state"] == "heard"])
    if kind == "voice named":
        return (heard >= have and rows.loc[0, "form"] == "role"
                and rows["name"].iloc[0] == difference["speaker"])
    if "mentioned" in difference["what"]:
        return rows.loc[NAMES.index("harbour-tabloid"), "state"] == "mentioned"
    missing = set(rows.index[rows["state"].isin(["absent", "mentioned"])])
    silent = ({0: "long feature only"}.get(min(have)) and {1, 2}
              if "only" in difference["what"] and have == {0} else None)
    outlet = {"wire": 1, "tabloid": 2}
    said = {number for name, number in outlet.items() if f"not in the {name}" in difference["what"]}
    only = {0, 1, 2} - have if "only" in difference["what"] else set()
    return bool(heard) and (silent or said or only) <= missing


def name(difference):
    return f"{difference['kind']}: {difference['speaker'] or difference['what'][:40]}"


@pytest.mark.parametrize("difference", WRITTEN_IN["differences"], ids=name)
def test_each_written_in_difference_is_found(comparison, difference):
    assert found(comparison, difference)


@pytest.mark.parametrize("same", WRITTEN_IN["same"], ids=lambda one: one["what"])
def test_what_is_only_said_otherwise_is_no_difference(comparison, same):
    table = comparison.figures[comparison.figures["relation"] != "same"]
    for outlet, place in same["places"].items():
        assert not any(row.article == NAMES.index(outlet) and overlap(row, place)
                       for row in table.itertuples())


def test_the_text_of_every_row_stands_at_its_place(comparison):
    for table in (comparison.figures, comparison.quotations, comparison.facts, comparison.cues):
        assert len(table)
        for row in table.itertuples():
            assert comparison.articles[row.article].text[row.start:row.end] == row.text


def written_in(kind, outlet, row):
    """Whether a row of an outlet stands at a written-in difference of this kind."""
    return any(kind in one["kind"] and overlap(row, one["places"][outlet])
               for one in WRITTEN_IN["differences"] if outlet in one["places"])


def test_no_other_figure_is_said_to_differ(comparison):
    table = comparison.figures[comparison.figures["relation"] != "same"]
    assert all(written_in("figure", NAMES[row.article], row) for row in table.itertuples())


def test_every_quotation_said_to_differ_is_written_in_or_loses_whole_sentences(comparison):
    table = comparison.quotations[(comparison.quotations["change"] != "same")
                                  | comparison.quotations["other_speaker"]]
    others = [rows for _, rows in table.groupby("quotation")
              if not any(written_in("quote", NAMES[row.article], row)
                         or written_in("speaker", NAMES[row.article], row)
                         for row in rows.itertuples())]
    assert {rows["speaker"].iloc[0] for rows in others} == {"Osric Pell", "Sunniva Aldane"}
    assert all(rows["change"].iloc[0] == "shortened" for rows in others)


def test_every_claim_said_to_be_a_fact_is_written_in_or_was_found_right_by_reading(comparison):
    read = {1169: "the radio, from the baker's quotation", 1760: "upkeep, from the audit",
            1835: "inspections, from the engineer", 8536: "the reinsurer's sum, from the wire"}
    table = wider(comparison, comparison.facts)
    others = [rows.index[-1] for _, rows in table.groupby("claim")
              if not any(written_in("fact", NAMES[row.article], row) for row in rows.itertuples()
                         if not row.attributed)]
    assert (set(comparison.facts.loc[others, "article"]) <= {0, 2}
            and set(comparison.facts.loc[others, "start"]) <= set(read))


# Who is not heard in which of the three articles (0, 1, 2), by reading them.
NOT_HEARD = {
    "Hale Okonry": {2}, "Tobin Marrek": {1}, "Ilse Marrek": {2}, "Wenna Draye": {1},
    "Court of Audit": {2}, "Karin Osel": {2}, "engineer at the Ministry of Waters": {1},
    "Osric Pell": {1}, "police": {2}, "Edvin Larke": {2}, "Livia Sorn": {1, 2}, "Rune Ashby": {2},
    "source close to the inquiry": {0, 1}, "form letter": {1}, "Dry Feet": {1, 2},
    "boy’s mother": {1, 2}, "Karrow": {1, 2}, "state weather service": {1}, "Jarl Hobbin": {1, 2},
    "Aldo Renn": {0, 2}, "residents of Tanner’s Row": {1, 2}, "harbour bosses": {0, 1},
    "Brandt-Hollis Marine": {2}, "Castrel Re": {0, 2}, "firefighters’ union": {1, 2},
    "friends": {1, 2}, "newspaper": {0, 1}, "two opposition parties": {0, 2}, "tally": {2},
    "clerk": {1, 2}, "senior official in Karrow": {1, 2}}


def test_nobody_is_said_to_be_missing_who_is_not(comparison):
    gone = comparison.voices[comparison.voices["state"].isin(["absent", "mentioned"])]
    wrong = {name for name, article in zip(gone["name"], gone["article"])
             if article not in NOT_HEARD.get(name, set())}
    assert not wrong


def both(*texts):
    """The comparison of two or more texts, each with a title and its paragraphs."""
    return analysis.Comparison([analysis.Article(text) for text in texts])


FERRY = "Ferry Runs Aground\n\n{}"


def test_a_surname_alone_is_nobody_of_another_article():
    bare = both(FERRY.format("“We were lucky,” said Marten. “It was dark.”"),
                FERRY.format("“It was very loud,” said Olga Marten, a cook."))
    assert bare.voices["voice"].nunique() == 2
    # It may be she: nobody is called missing.
    assert not (bare.voices["state"] == "absent").any()


def test_a_full_name_is_the_same_voice_whatever_its_title():
    pair = both(FERRY.format("“We were lucky,” said Captain Olga Marten."),
                FERRY.format("“It was very loud,” said Olga Marten, who steers the ferry."))
    assert pair.voices["voice"].nunique() == 1


def test_men_and_residents_of_two_articles_are_not_taken_for_the_same():
    pair = both(FERRY.format("“We were lucky,” said a man on the quay."),
                FERRY.format("“It was very loud on the deck,” said a man."))
    assert pair.voices.loc[pair.voices["state"] == "heard", "voice"].nunique() == 2


def test_another_count_of_the_same_people_is_a_difference_and_another_unit_is_none():
    pair = both(FERRY.format("The ferry Anna Rosa ran onto the rocks of Brayford at 20 knots with "
                             "212 passengers aboard, the harbour office said."),
                FERRY.format("The ferry Anna Rosa, with 221 passengers aboard, ran onto the rocks "
                             "of Brayford at 37 km/h, the harbour office said."))
    kinds = pair.figures.groupby("relation")["text"].agg(set).to_dict()
    assert kinds["apart"] == {"212", "221"}
    assert "20 knots" not in kinds["apart"] and "37 km/h" not in kinds["apart"]


@pytest.mark.parametrize("one, other", [
    ("The ferry can carry 600 passengers.", "The ferry has room for 650 passengers."),
    ("Jurors deliberated for nine hours.", "It took the jury 11 hours to reach a verdict."),
    ("About 640 deckhands and cooks walked out.", "On Monday 900 ferry workers downed tools."),
    ("The bursar of Brayford stole €3.2 million.", "She had helped herself to €3.6 million."),
    ("Heart operations postponed by the trust numbered 221.",
     "The trust said that 212 heart operations had been postponed."),
    ("Some 57 people were rushed to hospital.", "Doctors of Brayford had 43 people in hospital."),
    ("Barely a third of families have gone home.", "Half of the households had come back.")])
def test_figures_of_one_thing_in_different_words_are_held_against_each_other(one, other):
    assert both(FERRY.format(one),
                FERRY.format(other)).figures["relation"].tolist() == ["apart"] * 2


@pytest.mark.parametrize("one, other", [
    ("Crews waited nearly 40 minutes.", "Crews waited 38 minutes."),
    ("As many as 24 trains were cancelled.", "In all 24 trains were cancelled."),
    ("The road was closed for nearly five hours.",
     "The road was closed for four hours and 50 minutes.")])
def test_what_a_hedge_allows_is_no_difference(one, other):
    assert both(FERRY.format(one), FERRY.format(other)).figures["relation"].isin(["same"]).all()


@pytest.mark.parametrize("one, other", [
    ("The ferry can carry 600 passengers and 200 cars.",
     "A sister ship can carry 400 passengers. The ferry has room for 650 passengers."),
    ("In 1998 about 640 deckhands walked out.", "On Monday 900 ferry workers downed tools.")])
def test_figures_of_which_an_article_has_several_or_of_another_year_are_left_alone(one, other):
    assert (both(FERRY.format(one), FERRY.format(other)).figures["relation"] != "apart").all()


def test_figures_of_different_things_are_not_held_against_each_other():
    pair = both(FERRY.format("The council of Brayford bought 40 buses from a maker in Lund. Fares "
                             "will rise by 12 per cent."),
                "A Cup Final\n\nBrayford won before 30,000 people. The club sold 55 shirts and "
                "paid 3 per cent more for its pitch.")
    assert (pair.figures["relation"] == "same").all() and pair.facts.empty and pair.quotations.empty


def test_a_claim_that_another_article_attributes_too_is_no_fact():
    claim = "the ferry had lost its radar and its rudder"
    pair = both(FERRY.format(f"Olga Marten, a cook, said that {claim}."),
                FERRY.format(f"A deckhand said that {claim}."))
    assert pair.facts.empty
    stated = both(FERRY.format(f"Olga Marten, a cook, said that {claim}."),
                  FERRY.format("It was dark. The ferry had lost its radar and its rudder."))
    assert stated.facts["attributed"].tolist() == [True, False]


@given(st.lists(st.sampled_from("one two three four five six".split()), min_size=1, max_size=12),
       st.data())
@settings(deadline=None, max_examples=60)
def test_what_is_left_out_is_what_the_part_lacks(words, data):
    kept = data.draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    runs, own = omitted(" ".join(words), " ".join(word for word, keep in zip(words, kept) if keep))
    assert not own
    assert sum(len(run.split()) for run in runs) == kept.count(False)


def test_words_are_compared_without_marks_case_or_article():
    assert plain("The “Forever” gate’s") == ("forever", "gate's")


def test_groups_join_through_a_third():
    groups = Groups("abcd")
    groups.join("a", "b"), groups.join("c", "b")
    assert sorted(map(sorted, groups.all())) == [["a", "b", "c"], ["d"]]


def test_the_names_of_outlets_are_told_apart():
    pair = [analysis.Article(f"A text {number}.", outlet="Gazette") for number in range(2)]
    assert analysis.Comparison(pair).outlets == ["Gazette (1)", "Gazette (2)"]


@pytest.mark.parametrize("number", [0, 1, 21])
def test_too_few_and_too_many_articles_are_refused(number):
    with pytest.raises(ArticleError, match="2 to 20"):
        analysis.compare(["nowhere.txt"] * number)


def test_the_same_text_twice_is_refused(tmp_path):
    copy = tmp_path / "copy.txt"
    copy.write_bytes(COMPARED[0].read_bytes())
    with pytest.raises(ArticleError, match="copy.txt has the same text as .*harbour.txt"):
        analysis.compare([COMPARED[0], copy])


def test_an_article_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(ArticleError, match="nowhere.txt"):
        analysis.compare([COMPARED[0], tmp_path / "nowhere.txt"])


def test_every_kind_of_finding_of_a_comparison_has_a_row_with_range_and_evidence(comparison):
    table = comparison.findings.set_index("finding")
    assert table.index.tolist() == KINDS
    assert table["probability"].between(0, 1).all()
    for row in table.itertuples():
        assert row.stated == level(row.probability) and row.low <= row.value <= row.high
        assert all(0 <= start < end <= len(comparison.articles[article].text)
                   for article, start, end in row.evidence)
    assert "11 in" in table.loc["figures_differ", "statement"]


def test_a_comparison_in_which_nothing_differs_says_so_in_every_kind():
    texts = ["The weir held, the mayor said.", "It rained in Oxley on Monday."]
    table = analysis.Comparison([analysis.Article(text) for text in texts]).findings
    assert table["finding"].tolist() == KINDS
    assert (table["statement"].str.len() > 0).all()

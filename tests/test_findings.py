"""The statements that a reader meets: one of each kind, as firm as it is likely to be true."""
import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import analysis
from analysis.findings import KINDS
from analysis.findings.decisions import acts
from analysis.findings.draws import draws, may_be_same, nameless
from analysis.findings.statement import level
from analysis.findings.weights import calibrated

TEXT = """The weir at Oxley gave way on Monday, Mayor Ana Brell said.

“We had no warning at all, and nobody in the valley had one either,” said Brell. \
“Nobody called us before it was too late for that.”

Tom Quist, a baker, disagreed. “The river warned us,” Quist said.

A neighbour said the water rose by 40 centimetres. The minister, Piet Hallow, was in the capital. \
Hallow stayed there for a week. Hallow has not returned."""


@pytest.fixture(scope="module")
def article():
    return analysis.Article(TEXT)


def row(article, kind):
    return article.findings.set_index("finding").loc[kind]


@pytest.mark.parametrize("text", [TEXT, "The weir held.", "", "???", "“Quite.”"])
def test_every_kind_of_finding_has_one_row_in_every_article(text):
    found = analysis.Article(text).findings
    assert found["finding"].tolist() == KINDS
    assert found["probability"].between(0, 1).all() and found["statement"].str.len().min() > 0
    assert found["stated"].tolist() == [level(probability) for probability in found["probability"]]
    for one in found.itertuples():
        assert all(0 <= start < end <= len(text) for start, end in one.evidence)
        assert text[one.start:one.end] == one.text


def test_who_has_most_words_is_said_with_the_range_that_the_unsure_rows_leave(article):
    found = row(article, "most_words")
    assert found["subject"] == "Ana Brell" and found["stated"] == "flat"
    assert found["low"] <= found["value"] <= found["high"] and "Ana Brell" in found["statement"]


def test_where_the_range_says_nothing_the_words_are_told_without_a_share():
    text = ("“We had no warning at all, and nobody in the valley had one,” Ana Brell said.\n\n"
            "The river warned them, a neighbour claimed. A survey suggests that banks are weak.")
    found = row(analysis.Article(text), "most_words")
    assert found["subject"] == "Ana Brell" and found["high"] - found["low"] > .5
    assert "%" not in found["statement"]


def test_a_voice_beside_which_none_was_found_is_not_said_to_have_nearly_all_words_for_sure():
    short = analysis.Article("The weir at Oxley holds, Ana Brell said. It was built in 1950.")
    assert "nearly all" not in row(short, "most_words")["statement"]


def test_where_nobody_has_words_it_is_said():
    found = row(analysis.Article("The weir broke in May. The boats sank."), "most_words")
    assert found["statement"].startswith("Nobody is quoted") and found["stated"] == "hedged"


def test_where_a_word_of_doubt_is_left_over_it_is_not_said_that_no_verb_leaves_the_truth_open():
    said = "“The weir held,” said Ana Brell. Brell {} yesterday."
    none = row(analysis.Article(said.format("claimed the prize")), "doubted")
    assert none["statement"].startswith("No verb") and none["stated"] == "hedged"
    headed = analysis.Article("Brell Claims Weir Held\n\n" + said.format("slept"))
    assert row(headed, "doubted")["stated"] == "withheld"


def test_two_voices_about_as_long_are_not_told_apart():
    text = ("“The weir held all night,” Ana Brell said.\n\n“The weir broke last night,” Tom Quist "
            "said.")
    found = row(analysis.Article(text), "most_words")
    assert found["stated"] == "hedged"
    assert found["statement"].startswith("Either Ana Brell or Tom Quist is given the most words")


def test_somebody_spoken_of_and_never_heard_is_named_and_the_heard_and_the_dead_are_not(article):
    assert row(article, "silent")["subject"] == "Piet Hallow"
    dead = analysis.Article("Jon Marr died on Monday. Marr was 40. Marr had no children. Marr was "
                            "a baker.")
    assert not isinstance(row(dead, "silent")["subject"], str)


def test_the_same_text_gives_the_same_draws_and_every_draw_shares_out_all_words(article):
    again = analysis.Article(TEXT)
    one, other = draws(article, nameless(article)), draws(again, nameless(again))
    assert (one.words == other.words).all()
    assert numpy.isclose(one.share(one.voices) * one.words.sum(1) + one.words[:, -1],
                         one.words.sum(1)).all()


@given(st.floats(0, 1), st.floats(0, 1))
def test_what_is_likelier_stays_likelier_when_it_is_calibrated(one, other):
    low, high = sorted([one, other])
    assert calibrated("most_words", low) <= calibrated("most_words", high)


def test_who_was_asked_and_gave_no_answer_is_said_as_the_article_prints_it():
    text = "The weir broke. A spokesman for Ana Brell did not respond to requests for comment."
    found = row(analysis.Article(text), "refusals")
    assert found["stated"] in ("flat", "hedged")
    assert "did not respond to requests for comment" in found["statement"]


def test_a_body_that_bears_a_name_is_not_spoken_of_as_the_person():
    text = ("Mayor Ana Brell left Oxley. The Brell administration closed the weir. Workers waited. "
            "The Brell administration sold the boats.")
    assert not isinstance(row(analysis.Article(text), "silent")["subject"], str)


def test_somebody_without_a_role_is_known_for_a_person_by_the_surname_alone_and_a_thing_is_not():
    text = ("David Tarn bought the mill in Oxley. Tarn closed it in spring. Workers waited for "
            "Tarn at the gate.\n\nThe Storm Kettle boils in a minute. A Storm Kettle costs little. "
            "The Storm Kettle sold out.\n\n“We heard nothing,” Ana Brell, a welder, said.")
    found = row(analysis.Article(text), "silent")
    assert found["subject"] == "David Tarn" and "Kettle" not in found["statement"]


def test_that_nobody_goes_unheard_is_not_said_but_who_seems_heard_or_that_nobody_could_be():
    text = ("David Tarn-Ilves bought the mill. Tarn-Ilves closed it in spring. Workers waited for "
            "Tarn-Ilves at the gate.")
    assert row(analysis.Article(text), "silent")["subject"] == "David Tarn-Ilves"
    heard = row(analysis.Article(text + " “It was cold,” Tarn-Ilves said."), "silent")
    assert heard["stated"] == "withheld" and "seems to hear David Tarn-Ilves" in heard["statement"]
    none = row(analysis.Article("The weir broke in May. The boats sank."), "silent")["statement"]
    assert none.startswith("No named person who could speak")


def test_who_is_only_hoped_to_die_is_alive():
    text = ("Mayor Ana Brell left Oxley. A rival hoped Brell would die soon. Brell went abroad. "
            "Brell has a house there. Brell kept it.")
    assert row(analysis.Article(text), "silent")["subject"] == "Ana Brell"


def test_a_quantity_is_counted_once_and_not_inside_a_compound():
    text = ("The weir cost 40 million euros. It held back 300 boats. The 40 million euros were "
            "borrowed for a 12-year term. One of the boats sank.")
    found = row(analysis.Article(text), "quantities")
    assert "; 2 were found" in found["statement"]
    assert found["low"] <= found["value"] <= found["high"]


def test_an_accusation_leaves_open_whether_it_is_true_and_a_proposal_does_not():
    accused = row(analysis.Article("Ana Brell accused the council of hiding the report."),
                  "doubted")
    assert "accused" in accused["statement"] and accused["stated"] != "withheld"
    proposed = row(analysis.Article("Ana Brell suggested that the council meet on Monday."),
                   "doubted")
    assert "suggested" not in proposed["statement"]


def test_a_text_that_says_its_views_are_its_authors_is_an_opinion_piece():
    text = f"{TEXT}\n\nThe views expressed in this column are those of the author."
    assert analysis.Article(TEXT).genre[0] == "news report"
    assert analysis.Article(text).genre[0] == "opinion piece"


def test_who_argues_in_loaded_words_and_quotes_nobody_writes_opinion_and_who_quotes_reports():
    argued = ("The mayor really has no shame, but her cronies simply cheer. Yet even they clearly "
              "know how reckless her scheme is. Just look at the weir. It is an atrocious mess. ")
    told = ("The weir at Oxley gave way on Monday, Ana Brell said. “We had no warning,” said Tom "
            "Quist. “It broke at night,” he said. The mayor, Ana Brell, said it was old. ")
    assert analysis.Article(argued * 3).genre[0] == "opinion piece"
    assert analysis.Article(told * 3).genre[0] == "news report"


def test_who_answers_without_an_answer_is_said_with_the_words():
    text = "The weir broke. Asked why, Ana Brell, the mayor, said: “I have no comment on that.”"
    found = row(analysis.Article(text), "refusals")
    assert found["subject"] == "Ana Brell" and "no comment" in found["statement"]


def test_who_cannot_comment_too_much_has_answered():
    text = "The weir broke. Asked why, Ana Brell, the mayor, said: “I can’t comment too much yet.”"
    assert row(analysis.Article(text), "refusals")["value"] == 0


def test_a_refusal_that_somebody_else_reports_is_one_of_who_refused():
    text = "The weir broke. According to the Oxley Herald, Ana Brell refused to comment."
    found = row(analysis.Article(text), "refusals")
    assert found["subject"] == "Ana Brell" and found["stated"] != "withheld"
    said = analysis.Article("The weir broke. The union said it would not comment on the weir.")
    assert row(said, "refusals")["subject"] == "union"


def test_who_is_silent_without_having_been_asked_has_refused_nothing():
    text = "Ana Brell attacked the council. The council has not responded to the attack."
    assert row(analysis.Article(text), "refusals")["value"] == 0


@pytest.mark.parametrize("text, said", [
    ("The council allegedly hid the report on the weir.", "“allegedly”"),
    ("The council is reportedly about to sell the weir.", "“reportedly”"),
    ("Sceptics claim the law, which the council passed in May, is too weak.", "“claim”"),
    ("Two men have been accused of burning the mill at Oxley.", "“have been accused"),
    ("Ana Brell is believed to be in hiding.", "“is believed”")])
def test_words_that_leave_the_truth_open_are_named_though_nobody_says_them(text, said):
    found = row(analysis.Article(text), "doubted")
    assert said in found["statement"]


def test_all_words_that_leave_the_truth_open_are_told_together_and_whose_they_are_where_sure():
    text = ("Ana Brell claimed that the weir held. “It held,” said Ivo Karm. The council allegedly "
            "hid the report. The owners plan on maintaining the weir needed for the mill.")
    said = row(analysis.Article(text), "doubted")["statement"]
    assert "“claimed” (Ana Brell) and “allegedly”" in said and "maintaining" not in said
    another = analysis.Article("Of two lawsuits, one is old, another alleging that the weir broke.")
    assert "(another)" not in row(another, "doubted")["statement"]


def test_of_a_few_words_it_is_not_told_whose_are_the_most():
    article = analysis.Article("The old weir broke in May. Ana Brell said it was old.")
    said = row(article, "most_words")["statement"]
    assert said.startswith("Hardly anybody is quoted") and "Ana Brell" not in said


@pytest.mark.parametrize("text", [
    "The flood claimed three houses in Oxley.", "Ana Brell claimed the title in May.",
    "Ana Brell insisted on a new weir.", "Ana Brell insisted that the weir should be closed.",
    "Ana Brell insisted that the council stop the works.",
    "I still contend that the weir is safe.", "Claiming that it is safe is easy.",
    "Ana Brell was not believed to be at home.",
    "The council has not accused Ana Brell of hiding the report."])
def test_who_lays_hold_of_something_or_demands_it_leaves_nothing_open(text):
    assert row(analysis.Article(text), "doubted")["value"] == 0


def test_of_voices_without_a_name_no_more_is_said_than_the_range_allows():
    named = analysis.Article("“The weir held all night long,” Ana Brell said. Brell said that it "
                             "was old. She said that the town slept. “It is safe,” said Brell.")
    said = row(named, "unnamed_share")["statement"]
    assert said.startswith("Hardly any words, if any, come from voices without a name (at most ")


@pytest.mark.parametrize("voice", ["The spokesman for Ana Brell", "A White House Press Secretary",
                                   "A firm in Oxley", "Experts"])
def test_who_is_only_described_has_no_name(voice):
    article = analysis.Article(f"{voice} said that the weir would hold until the end of May.")
    assert nameless(article) and "Every voice" not in row(article, "unnamed_share")["statement"]


@pytest.mark.parametrize("voice", ["Ambassador Ana Brell", "The Tories", "The government"])
def test_who_is_named_and_what_needs_no_name_is_not_nameless(voice):
    assert not nameless(analysis.Article(f"{voice} said that the weir would hold."))


def test_who_only_acts_is_not_said_to_be_heard():
    acts = ("Ana Brell, the mayor, rejected the plan. Brell urged the council to close the weir. "
            "Brell promised to visit Oxley. Brell praised the divers. The town waited.\n\n"
            "“We heard nothing,” Ivo Karm, a welder, said.")
    found = row(analysis.Article(acts), "silent")
    assert found["stated"] == "withheld" or found["subject"] == "Ana Brell"


def test_who_may_be_one_under_two_names_is_counted_as_one_in_some_draws():
    said = ("“The weir broke because nobody had looked after it,” said Ana Brell. The town slept. "
            "“Nobody had looked,” said Ivo Karm.\n\n“It broke at night,” Brell (2) said.")
    article = analysis.Article(said)
    assert may_be_same("Karm", "Oxley’s Ivo Karm") and not may_be_same("Ana Karm", "Ivo Karm")
    assert draws(article, {}).voices[0] == "Ana Brell"


def test_what_is_led_to_somebody_by_no_name_is_right_or_wrong_together():
    article = analysis.Article("“The weir broke because nobody had looked,” said Ana Brell.\n\n"
                               "“It broke at night,” she added. “We all slept,” she said.")
    first, *more = acts(article)
    assert not first.led and all(act.led for act in more)
    found = draws(article, {})
    assert found.other.max() == found.words[:, -1].max() > 0 and found.most()[0] < 1


def test_quantities_are_split_into_those_with_a_source_and_those_whose_sentence_names_none():
    text = ("The town has 30 mills. Ana Brell said that 70 bakers work there. The town has 12 "
            "schools. Brell said that 200 teachers work there.")
    found = row(analysis.Article(text), "quantities")
    assert found["stated"] == "hedged"
    assert "; 4 were found, some with a source, some in sentences" in found["statement"]
    own = "".join(f"The town has {number} mills. The mill has {number} cats. " for number in
                  range(20, 40, 2))
    assert "most of them in sentences that name no source" in row(
        analysis.Article(own), "quantities")["statement"]


def test_of_quantities_it_is_said_how_many_there_are_at_least():
    text = "The town has 30 mills. The mill has 12 cats. The weir cost 40 million euros."
    assert "at least 2 quantities" in row(analysis.Article(text), "quantities")["statement"]
    one = row(analysis.Article("The town has 30 mills."), "quantities")["statement"]
    assert "hardly any quantity" in one


def test_quantities_are_counted_though_it_is_open_on_whose_word_they_stand():
    text = ("A survey found that 40 percent of bakers and 12 percent of millers sleep late. The "
            "town has 30 mills. Ana Brell said that 70 bakers work there.")
    found = row(analysis.Article(text), "quantities")
    assert found["stated"] == "hedged" and "at least 2 quantities" in found["statement"]
    assert "some with a source, some in sentences that name none" in found["statement"]


def test_what_only_stands_before_a_noun_is_not_silent():
    text = ("David Tarn penguins are small.{} The keeper, Mara Ilves, said that it was cold."
            .format(3 * " Tarn penguins came in May. The Tarn penguins sleep."))
    assert not isinstance(row(analysis.Article(text), "silent")["subject"], str)


def test_whose_word_the_figures_of_a_poll_are_on_is_not_the_reporters_for_sure():
    own = ("The weir broke in May. It cost 68 million euros, and 12 boats sank. The town gave 20 "
           "boats.")
    poll = ("The weir broke in May. A poll last week had 68 per cent of voters for the mayor, and "
            "12 per cent against her. The new poll gave her rival 20 per cent.")
    assert row(analysis.Article(own), "quantities")["stated"] != "withheld"
    assert "most of them" not in row(analysis.Article(poll), "quantities")["statement"]


def test_a_refusal_whose_words_may_mean_something_else_is_told_with_probably():
    plain, other = (row(analysis.Article(text), "refusals") for text in (
        "Ana Brell declined to comment.", "Ana Brell could not be reached."))
    assert plain["stated"] == "flat" and other["stated"] == "hedged"

"""Opinion or report, from the wording of a sentence alone."""
from hypothesis import given
from hypothesis import strategies as st

from analysis.tone.subjectivity import subjective, subjective_probability
from analysis.tone.word_counts import found

REPORT = ("The ministry said on Tuesday that 120 households in the district had received 40,000 "
          "euros.")
OPINION = ("But this is, of course, just another absurd and shameful betrayal of our poor, "
           "long-suffering town!")


def test_a_plain_report_and_a_plain_opinion():
    assert subjective([REPORT, OPINION]) == [False, True]


def test_a_sentence_is_judged_by_itself():
    together = subjective_probability([REPORT, OPINION])
    assert together == subjective_probability([REPORT]) + subjective_probability([OPINION])


def test_the_name_of_somebody_changes_nothing():
    told = "Yesterday the mayor Ana Brell lied again, to nobody's surprise."
    assert subjective_probability([told]) == subjective_probability([told.replace("Ana Brell",
                                                                                  "Osric Tamm")])


def test_typographic_and_typewriter_marks_are_one():
    assert (subjective_probability(["“It isn’t fair,” she said."])
            == subjective_probability(['"It isn\'t fair," she said.']))


@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_text_has_a_probability(sentences):
    found = subjective_probability(sentences)
    assert len(found) == len(sentences) and all(0 <= value <= 1 for value in found)


def test_a_letter_that_grows_when_small_moves_no_place():
    sentence = "İzmir's council may sue."
    (start, end), = found("modals", sentence)
    assert sentence[start:end] == "may"

"""Quoted spans: every pair of marks gives one, with true offsets, whatever the marks look like."""
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import Article
from analysis.quotations.spans import _double_spans, _single_spans


def quoted(text):
    return list(Article(text).quotes["text"])


def test_marks_pair_whatever_their_direction():
    assert (quoted("”We never left”, said Mara Ilves. “And we will stay,“ she said.")
            == ["We never left", "And we will stay,"])


def test_an_unclosed_mark_runs_to_the_end_of_its_paragraph():
    assert (quoted("Mara Ilves said: “We never left.\n\n“We will stay,” she added.")
            == ["We never left.", "We will stay,"])


def test_single_marks_count_where_there_are_no_double_ones():
    assert quoted("‘It wasn’t the workers’ fault,’ said Mara Ilves.") == ["It wasn’t the workers’ "
                                                                          "fault,"]
    assert quoted("The workers’ union didn't vote in '98.") == []


def test_a_stretch_within_a_stretch_is_found_too():
    assert quoted("“He told me ‘never again’ and left,” said Mara Ilves.") == \
        ["He told me ‘never again’ and left,", "never again"]


def test_a_title_and_scare_quotes_are_kept_without_a_speaker():
    quotes = Article("The ferry passed the so-called “lighthouse” while the band played “The Long "
                     "Way Home”.").quotes
    assert list(quotes["kind"]) == ["scare", "title"]
    assert quotes["speaker"].isna().all() and quotes["attribution"].isna().all()
    assert quotes["why"].str.startswith("unuttered").all()


@settings(deadline=None)
@given(st.text(alphabet="ab ’'“”\"«»`.,5", max_size=60))
def test_spans_lie_in_order_inside_the_text(text):
    for spans in (_double_spans(text), _single_spans(text, 0, len(text))):
        for span in spans:
            assert 0 <= span[0] < span[1] <= span[2] <= span[3] <= len(text)
        assert all(before[3] <= after[0] for before, after in zip(spans, spans[1:]))


def test_single_marks_outside_and_double_ones_inside():
    text = ("‘She asked me, “Am I going home?” and I had no answer,’ said Mara Ilves.\n\n"
            "‘I love this job,’ she said.")
    table = Article(text).quotes
    assert list(table["text"]) == ["She asked me, “Am I going home?” and I had no answer,",
                                   "Am I going home?", "I love this job,"]
    assert set(table["speaker"].drop(1)) == {"Mara Ilves"}


def test_a_headline_quotes_in_single_marks_whoever_says_so_below():
    text = ("Flyers run: ‘We could taste it’\n\nBy Jo Brell\n\n“We could taste it,” said Mara "
            "Ilves, who ran from the terminal with her son, "
            "“and nobody told us where to go.”")
    rows = Article(text).quotes
    assert rows["text"].iloc[0] == "We could taste it"
    assert set(rows["speaker"]) == {"Mara Ilves"}


@pytest.mark.parametrize("text, said", [
    ("It fell at night,\" she said. \"It was wet.\" He added: \"We all slept.\"",
     ["It was wet.", "We all slept."]),
    ("It was ruled a \"\"grave and gross\" fault. The mayor said: \"We are sorry.\"",
     ["grave and gross", "We are sorry."])])
def test_a_lost_or_doubled_mark_does_not_turn_all_that_follow(text, said):
    article = Article(text)
    assert [text[span.start:span.end] for span in article.quoted_spans] == said

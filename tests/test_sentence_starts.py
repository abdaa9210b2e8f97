"""Sentences begin where a reader sees them begin, also in untidy text."""
import pytest

from analysis.text.parse import parse


def starts(text):
    return [text[sentence.start_char:sentence.end_char].strip()
            for sentence in parse([text])[0].sents]


@pytest.mark.parametrize("sentences", [
    ["“Why now?” he asked the ferrymen.", "Nobody spoke."],
    ['"It was a long night," she said.', '"We counted every boat."'],
    ["The mayor of Tarnholm and his two Deputies Left at Once for the Old Harbour."],
    ["Lt. Brandt Olsen met Sen. Orla Quist at St. Ives on Monday.", "They left at noon."],
    ["The fund gave £375m.", "Ana Brell was glad.", "“It was 5m.”", "It was 20C.", "They left."],
    ["“Stay!” shouted Ana Brell.", "“Go!” shouted her brother."]])
def test_a_sentence_begins_where_a_reader_sees_it_begin(sentences):
    assert starts(" ".join(sentences)) == sentences


def test_no_sentence_begins_after_a_word_or_at_a_closing_mark():
    text = ('SCHOOLS SHUT Across Vell Valley As Storm Nears Coast "We will wait," said Ilse Marr. '
            '" Then we act. "')
    doc, = parse([text])
    for sentence in list(doc.sents)[1:]:
        assert not doc[sentence.start - 1].text[-1].isalpha()
        assert sentence[0].text not in ("”", ")", ",", ".")

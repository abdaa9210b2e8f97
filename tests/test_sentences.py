"""Sentences leave out no letter, do not overlap, and say whose voice they are in."""
from hypothesis import given, settings, strategies

from analysis import Article

TEXT = ("The weir holds\n\nBy Ilse Marr\n\n“It held all through the night,” said Ana Brell.Then "
        "she laughed. “Nobody thought that it would hold.” The water fell.")


def test_voices_and_words():
    table = Article(TEXT).sentences
    assert table[["text", "voice", "words"]].to_numpy().tolist() == [
        ["The weir holds", "reporter", 3], ["By Ilse Marr", "reporter", 3],
        ["“It held all through the night,” said Ana Brell.", "mixed", 9],
        ["Then she laughed.", "reporter", 3], ["“Nobody thought that it would hold.”", "quoted", 6],
        ["The water fell.", "reporter", 3]]


def test_a_title_in_quotation_marks_is_no_voice():
    assert set(Article("Every child of the lower town has a copy of “The Long Bell” "
                       "at home.").sentences["voice"]) == {"reporter"}


@settings(max_examples=40, deadline=None)
@given(strategies.lists(strategies.sampled_from(
    ["Ana", " ", "said", ".", "”", "“", "\"", "'", "\n", "\n\n", "The", "12", "\r\n", "—", "?",
     "\x00", "é", "א", "🎈", ")", "…", "\ud800"]), max_size=40).map("".join))
def test_sentences_cover_every_letter_once(text):
    article = Article(text)
    text, table = article.text, article.sentences
    place = 0
    for row in table.itertuples():
        assert text[row.start:row.end] == row.text and row.start >= place
        assert not any(map(str.isalnum, text[place:row.start]))
        place = row.end
    assert not any(map(str.isalnum, text[place:]))
